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
  /** Likelihood of the cells that no cause reaches. */
  readonly unreached: number;
  /** Step → size of the table it finds. */
  readonly sizes: readonly number[];
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
  const sizes: number[] = [];
  let steps = 0;
  const take = (c: number) => {
    const { cells: zone, effects } = causes[c] as IslandCause;
    for (const r of zone) {
      if (open.includes(r)) continue;
      sizes.push(2 ** open.length);
      open.push(r);
      order.push({ kind: 'open', cell: r });
    }
    sizes.push(2 ** open.length);
    order.push({ kind: 'cause', cause: c, bits: zone.map((r) => open.indexOf(r)), effects });
    steps += 2 ** open.length * (zone.length + 1);
    isTaken[c] = 1;
    for (const r of zone) left[r] = (left[r] as number) - 1;
    for (let bit = open.length - 1; bit >= 0; bit--) {
      if ((left[open[bit] as number] as number) > 0) continue;
      sizes.push(2 ** open.length);
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
  const unreached = cells.reduce((all, { quiet }, r) => (causesOf[r]?.length === 0 ? all * quiet : all), 1);
  return { order, sizes, unreached, steps, cells, causes };
}

/** No plan beyond this is worth finishing. */
const TOO_MANY = 2 ** 30;

/** Log of the mass of all sets of an island: the forward walk alone. */
export function eliminationMass(plan: Plan): number {
  return Math.log(walk(plan, [plan.unreached], 0, plan.order.length - 1, () => false)[0] as number);
}

/** Exact posterior of an island, up to rounding. */
export function eliminate(island: Island, plan: Plan): IslandPosterior {
  const { order, cells, causes, sizes } = plan;
  const cause = new Float64Array(island.causes.length);
  const unhit = new Float64Array(island.cells.length).fill(1);

  // All tables of a walk lie in one piece of memory: hundreds of small ones would keep the collector busy.
  // Forwards; step i finds its table at `at[i]`.
  const at = new Int32Array(order.length + 1);
  for (let i = 0; i < order.length; i++) at[i + 1] = (at[i] as number) + (sizes[i] as number);
  const tables = new Float64Array((at[order.length] as number) + 1);
  tables[0] = plan.unreached;
  order.forEach((step, i) => {
    forward(plan, step, tables, at[i] as number, sizes[i] as number, tables, at[i + 1] as number);
  });
  const total = tables[at[order.length] as number] as number;

  // Backwards; what a pattern that leaves step i is worth lies at `at[i + 1]`.
  const worth = new Float64Array(tables.length);
  worth[at[order.length] as number] = 1;
  for (let i = order.length - 1; i >= 0; i--) {
    const step = order[i] as Step;
    const [here, size, after] = [at[i] as number, sizes[i] as number, at[i + 1] as number];
    if (step.kind === 'cause') {
      const { odds } = causes[step.cause] as IslandCause;
      worth.copyWithin(here, after, after + size);
      pull(worth, here, size, step.bits, step.effects);
      let active = 0;
      for (let s = 0; s < size; s++) {
        const pulled = worth[here + s] as number;
        active += (tables[here + s] as number) * pulled;
        worth[here + s] = (worth[after + s] as number) + odds * pulled;
      }
      cause[step.cause] = (odds * active) / total;
    } else if (step.kind === 'open') {
      worth.copyWithin(here, after, after + size);
    } else {
      const { quiet, hit } = cells[step.cell] as Plan['cells'][number];
      const flag = 1 << step.bit;
      const low = flag - 1;
      let still = 0;
      for (let s = 0; s < size / 2; s++) {
        const to = here + (((s & ~low) << 1) | (s & low));
        const kept = quiet * (worth[after + s] as number);
        still += (tables[to] as number) * kept;
        worth[to] = kept;
        worth[to + flag] = hit * (worth[after + s] as number);
      }
      if (step.cell < unhit.length) unhit[step.cell] = still / total;
    }
  }

  // That no cause of some units is active: the walk from the first to the last of them without them, weighed with what
  // comes before and after.
  const spans = spansOf(plan);
  const without = (first: number, last: number, isLeftOut: (unit: number) => boolean): number => {
    const from = tables.subarray(at[first] as number, at[first + 1] as number);
    const left = walk(plan, from, first, last, (step) => isLeftOut(causes[step.cause]?.unit as number));
    let sum = 0;
    const after = at[last + 1] as number;
    for (let s = 0; s < left.length; s++) sum += (left[s] as number) * (worth[after + s] as number);
    return Math.min(1, sum / total);
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
    empty: cells.reduce((all, { quiet }) => all * quiet, 1) / total,
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

/** The table that is left of `from` after the steps from `first` to `last`, some causes left out. */
function walk(
  plan: Plan,
  from: ArrayLike<number>,
  first: number,
  last: number,
  isLeftOut: (step: Step & { readonly kind: 'cause' }) => boolean,
): Float64Array {
  let largest = from.length;
  for (let i = first; i <= last; i++) largest = Math.max(largest, plan.sizes[i] as number);
  // A walk never needs more than the table it has and the one it makes; opening a cell doubles it.
  let here = new Float64Array(2 * largest);
  let next = new Float64Array(2 * largest);
  here.set(from);
  let size = from.length;
  for (let i = first; i <= last; i++) {
    const step = plan.order[i] as Step;
    if (step.kind === 'cause' && isLeftOut(step)) continue;
    forward(plan, step, here, 0, size, next, 0);
    [here, next] = [next, here];
    size = step.kind === 'open' ? 2 * size : step.kind === 'close' ? size / 2 : size;
  }
  return here.subarray(0, size);
}

/** One step forwards: from the table of `size` at `from` of `tables` to the one at `to` of `into`. */
function forward(
  { cells, causes }: Plan,
  step: Step,
  tables: Float64Array,
  from: number,
  size: number,
  into: Float64Array,
  to: number,
): void {
  if (step.kind === 'open') {
    // Not hit yet: the upper half, where the new bit is set, stays empty.
    for (let s = 0; s < size; s++) into[to + s] = tables[from + s] as number;
    into.fill(0, to + size, to + 2 * size);
    return;
  }
  if (step.kind === 'close') {
    const { quiet, hit } = cells[step.cell] as Plan['cells'][number];
    const flag = 1 << step.bit;
    const low = flag - 1;
    for (let s = 0; s < size / 2; s++) {
      const at = from + (((s & ~low) << 1) | (s & low));
      into[to + s] = quiet * (tables[at] as number) + hit * (tables[at + flag] as number);
    }
    return;
  }
  for (let s = 0; s < size; s++) into[to + s] = tables[from + s] as number;
  for (let k = 0; k < step.bits.length; k++) {
    const effect = step.effects[k] as number;
    const flag = 1 << (step.bits[k] as number);
    for (let block = to; block < to + size; block += 2 * flag) {
      for (let s = block; s < block + flag; s++) {
        const moved = effect * (into[s] as number);
        into[s] = (into[s] as number) - moved;
        into[s + flag] = (into[s + flag] as number) + moved;
      }
    }
  }
  const { odds } = causes[step.cause] as IslandCause;
  for (let s = 0; s < size; s++) into[to + s] = (tables[from + s] as number) + odds * (into[to + s] as number);
}

/** What each pattern is worth when the cause is active: a cell not hit yet may be hit now. */
function pull(
  worth: Float64Array,
  from: number,
  size: number,
  bits: readonly number[],
  effects: readonly number[],
): void {
  for (let k = 0; k < bits.length; k++) {
    const effect = effects[k] as number;
    const flag = 1 << (bits[k] as number);
    for (let block = from; block < from + size; block += 2 * flag) {
      for (let s = block; s < block + flag; s++) {
        worth[s] = (1 - effect) * (worth[s] as number) + effect * (worth[s + flag] as number);
      }
    }
  }
}
