// The exact sum over all sets of causes of an island.
//
// Causes are taken one after the other. A table holds the mass of every pattern of "hit or not yet" over the cells that
// are open, that is, touched by a cause already taken and by one still to come. A cell is closed, and its likelihood
// multiplied in, when its last cause was taken; so the table stays as small as the body is local: a drawing of 30 regions
// rarely has more than ten cells open at once. Everything added is positive, so nothing cancels (Heckerman's Quickscore
// sums the same thing with signs, and loses all digits from about a dozen findings on).
//
// A second walk backwards gives the mass of everything still to come for each pattern, and with it every marginal.

import type { Island, IslandCause, IslandPosterior } from './problem.ts';

type Step =
  /** A cell gets the highest bit of the table. */
  | { readonly kind: 'open'; readonly cell: number }
  | {
      readonly kind: 'cause';
      readonly cause: number;
      readonly bits: readonly number[];
      readonly effects: readonly number[];
    }
  | { readonly kind: 'close'; readonly cell: number; readonly bit: number };

export interface Plan {
  readonly order: readonly Step[];
  /** Table entries touched on one walk. */
  readonly steps: number;
  /** Cells of the island, then one for every unit with a ratio: hit when one of its causes is active. */
  readonly cells: readonly { readonly quiet: number; readonly hit: number }[];
  readonly causes: readonly IslandCause[];
}

/** Walking order that keeps few cells open: always finish the cell that opens the fewest new ones. */
export function planElimination(island: Island): Plan {
  const cells: { quiet: number; hit: number }[] = [...island.cells];
  const cellOfUnit = new Map<number, number>();
  for (const [unit, ratio] of island.ratios) cellOfUnit.set(unit, cells.push({ quiet: 1, hit: ratio }) - 1);
  const causes = island.causes.map((cause): IslandCause => {
    const cell = cellOfUnit.get(cause.unit);
    return cell === undefined ? cause : { ...cause, cells: [...cause.cells, cell], effects: [...cause.effects, 1] };
  });

  const causesOf: number[][] = cells.map(() => []);
  causes.forEach(({ cells: zone }, c) => {
    for (const r of zone) causesOf[r]?.push(c);
  });
  const sisters = new Map<number, number[]>();
  causes.forEach(({ unit }, c) => {
    sisters.set(unit, [...(sisters.get(unit) ?? []), c]);
  });
  const isTaken = new Uint8Array(causes.length);
  const left = causesOf.map(({ length }) => length);
  const open: number[] = [];
  const order: Step[] = [];
  let steps = 0;
  const take = (c: number) => {
    const { cells: zone, effects } = causes[c] as IslandCause;
    for (const r of zone) {
      if (open.includes(r)) continue;
      open.push(r);
      order.push({ kind: 'open', cell: r });
    }
    order.push({ kind: 'cause', cause: c, bits: zone.map((r) => open.indexOf(r)), effects });
    steps += 2 ** open.length * (zone.length + 1);
    isTaken[c] = 1;
    for (const r of zone) left[r] = (left[r] as number) - 1;
    for (let bit = open.length - 1; bit >= 0; bit--) {
      if ((left[open[bit] as number] as number) > 0) continue;
      order.push({ kind: 'close', cell: open[bit] as number, bit });
      open.splice(bit, 1);
    }
  };
  const seen = new Int32Array(cells.length).fill(-1);
  let look = 0;
  const wouldOpen = (r: number): number => {
    look++;
    let count = 0;
    for (const c of causesOf[r] as number[]) {
      if (isTaken[c] === 1) continue;
      for (const other of (causes[c] as IslandCause).cells) {
        if (seen[other] === look || open.includes(other)) continue;
        seen[other] = look;
        count++;
      }
    }
    return count;
  };
  for (;;) {
    let next = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let r = 0; r < cells.length; r++) {
      if (left[r] === 0) continue;
      const count = wouldOpen(r);
      if (count < fewest) {
        fewest = count;
        next = r;
      }
    }
    if (next === -1) break;
    const isNew = (r: number) => (open.includes(r) ? 0 : 1);
    const news = (c: number) => (causes[c] as IslandCause).cells.reduce((sum, r) => sum + isNew(r), 0);
    const waiting = (causesOf[next] as number[]).filter((c) => isTaken[c] === 0);
    for (const c of waiting.sort((a, b) => news(a) - news(b) || a - b)) {
      if (isTaken[c] === 1) continue;
      take(c);
      // What belongs to the same unit and costs no new cell comes right after: `noneOfUnit` walks from first to last.
      for (const sister of sisters.get((causes[c] as IslandCause).unit) as number[]) {
        if (isTaken[sister] === 0 && news(sister) === 0) take(sister);
      }
    }
    if (steps > TOO_MANY) break;
  }
  return { order, steps, cells, causes };
}

/** No plan beyond this is worth finishing. */
const TOO_MANY = 2 ** 30;

/** Exact posterior of an island, up to rounding. */
export function eliminate(island: Island, plan: Plan): IslandPosterior {
  const { order, cells, causes } = plan;
  const cause = new Float64Array(island.causes.length);
  const unhit = new Float64Array(island.cells.length).fill(1);

  // Forwards; `before[i]` is the table that step i finds.
  const before: Float64Array[] = [];
  let table = new Float64Array([1]);
  for (const step of order) {
    before.push(table);
    table = forward(plan, step, table);
  }
  const total = table[0] as number;

  // Backwards; `after[i]` is what a pattern that leaves step i is worth.
  const after: Float64Array[] = new Array(order.length);
  let worth = new Float64Array([1]);
  for (let i = order.length - 1; i >= 0; i--) {
    after[i] = worth;
    const step = order[i] as Step;
    const mass = before[i] as Float64Array;
    if (step.kind === 'cause') {
      const odds = (causes[step.cause] as IslandCause).odds;
      const active = pull(worth, step.bits, step.effects);
      cause[step.cause] = (odds * dot(mass, active)) / total;
      const next = new Float64Array(worth.length);
      for (let s = 0; s < next.length; s++) next[s] = (worth[s] as number) + odds * (active[s] as number);
      worth = next;
    } else if (step.kind === 'open') {
      worth = worth.slice(0, worth.length / 2);
    } else {
      const { quiet, hit } = cells[step.cell] as Plan['cells'][number];
      const next = spread(worth, step.bit, quiet, hit);
      if (step.cell < unhit.length) {
        let still = 0;
        const flag = 1 << step.bit;
        for (let s = 0; s < next.length; s++) if ((s & flag) === 0) still += (mass[s] as number) * (next[s] as number);
        unhit[step.cell] = still / total;
      }
      worth = next;
    }
  }
  // That no cause of some units is active: the walk from the first to the last of them without them, weighed with what
  // comes before and after.
  const spans = spansOf(plan);
  const without = (first: number, last: number, isLeftOut: (unit: number) => boolean): number => {
    let table = before[first] as Float64Array;
    for (let i = first; i <= last; i++) {
      const step = order[i] as Step;
      if (step.kind === 'cause' && isLeftOut(causes[step.cause]?.unit as number)) continue;
      table = forward(plan, step, table);
    }
    return Math.min(1, dot(table, after[last] as Float64Array) / total);
  };
  return {
    cause,
    noneOfUnit: new Map(
      [...spans].map(([unit, { first, last }]) => {
        const only = order[first] as Step;
        const isOne = first === last && only.kind === 'cause';
        return [unit, isOne ? 1 - (cause[only.cause] as number) : without(first, last, (u) => u === unit)];
      }),
    ),
    noneOfBoth: (one, other) => {
      const [a, b] = [spans.get(one) as Span, spans.get(other) as Span];
      return without(Math.min(a.first, b.first), Math.max(a.last, b.last), (u) => u === one || u === other);
    },
    unhit,
    bound: 0,
  };
}

/** Steps of the first and the last cause of a unit. */
interface Span {
  readonly first: number;
  readonly last: number;
}

function spansOf({ order, causes }: Plan): Map<number, Span> {
  const spans = new Map<number, Span>();
  order.forEach((step, i) => {
    if (step.kind !== 'cause') return;
    const { unit } = causes[step.cause] as IslandCause;
    spans.set(unit, { first: spans.get(unit)?.first ?? i, last: i });
  });
  return spans;
}

function forward({ cells, causes }: Plan, step: Step, table: Float64Array): Float64Array<ArrayBuffer> {
  if (step.kind === 'open') {
    // Not hit yet: the upper half, where the new bit is set, stays empty.
    const next = new Float64Array(table.length * 2);
    next.set(table);
    return next;
  }
  if (step.kind === 'close') {
    const { quiet, hit } = cells[step.cell] as Plan['cells'][number];
    const flag = 1 << step.bit;
    const low = flag - 1;
    const next = new Float64Array(table.length / 2);
    for (let s = 0; s < next.length; s++) {
      const at = ((s & ~low) << 1) | (s & low);
      next[s] = quiet * (table[at] as number) + hit * (table[at | flag] as number);
    }
    return next;
  }
  const active = table.slice();
  step.bits.forEach((bit, k) => {
    const effect = step.effects[k] as number;
    const flag = 1 << bit;
    for (let block = 0; block < active.length; block += 2 * flag) {
      for (let s = block; s < block + flag; s++) {
        const moved = effect * (active[s] as number);
        active[s] = (active[s] as number) - moved;
        active[s + flag] = (active[s + flag] as number) + moved;
      }
    }
  });
  const { odds } = causes[step.cause] as IslandCause;
  for (let s = 0; s < active.length; s++) active[s] = (table[s] as number) + odds * (active[s] as number);
  return active;
}

/** What each pattern is worth when the cause is active: a cell not hit yet may be hit now. */
function pull(worth: Float64Array, bits: readonly number[], effects: readonly number[]): Float64Array {
  const active = worth.slice();
  bits.forEach((bit, k) => {
    const effect = effects[k] as number;
    const flag = 1 << bit;
    for (let block = 0; block < active.length; block += 2 * flag) {
      for (let s = block; s < block + flag; s++) {
        active[s] = (1 - effect) * (active[s] as number) + effect * (active[s + flag] as number);
      }
    }
  });
  return active;
}

/** Undoes a closing: patterns without the cell are worth `quiet` times, with it `hit` times what follows. */
function spread(worth: Float64Array, bit: number, quiet: number, hit: number): Float64Array<ArrayBuffer> {
  const flag = 1 << bit;
  const low = flag - 1;
  const next = new Float64Array(worth.length * 2);
  for (let s = 0; s < worth.length; s++) {
    const at = ((s & ~low) << 1) | (s & low);
    next[at] = quiet * (worth[s] as number);
    next[at | flag] = hit * (worth[s] as number);
  }
  return next;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
