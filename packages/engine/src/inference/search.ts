// The sum over sets of causes when an island is too tangled to be summed exactly: the set tree is opened heaviest branch
// first, and what stays closed is bounded from above.
//
// Why the bound holds: the more causes are active, the less a further one can add to a cell that is likelier when hit, and
// on a cell that is likelier when quiet it can add nothing. So the gain of a cause measured now limits its gain in every
// larger set of the same branch, and the product of (1 + gain) limits the whole branch.

import type { Island, IslandCause, IslandPosterior } from './problem.ts';

/** A closed branch: all sets made of the causes of `path` and at least one cause later in the order. */
interface Branch {
  /** No less than the mass of all those sets together. */
  readonly limit: number;
  /** Mass of the set `path` itself. */
  readonly weight: number;
  readonly path: readonly number[];
}

/** A set is passed over, with all that grow from it, when it cannot matter even if there are thousands like it. */
const WORTH_A_LOOK = 1e-3;

/**
 * Posterior of an island from its heaviest sets.
 *
 * @param tolerance  stops when what is left is at most this share of the mass found
 * @param branches   … or when this many branches were opened
 * @returns           beside the posterior, the log of the mass that was found
 */
export function search(
  island: Island,
  { tolerance, branches }: { readonly tolerance: number; readonly branches: number },
): IslandPosterior & { readonly logMass: number } {
  const n = island.causes.length;
  // Strong causes first: then the first sets of a branch are its heaviest. From here a cause is its place in this order.
  const order = strongestFirst(island);
  const causes = order.map((i) => island.causes[i] as IslandCause);
  const ratio = Float64Array.from(causes, ({ unit }) => island.ratios.get(unit) ?? 1);

  // Weights are relative to the empty set.
  const nothing = island.cells.reduce((sum, { quiet }) => sum + Math.log(quiet), 0);
  let total = 0;
  let missed = 0;
  const sets: { readonly units: ReadonlySet<number>; readonly weight: number }[] = [];
  const cause = new Float64Array(n);
  const unhit = new Float64Array(island.cells.length);
  const unitMass = new Map(causes.map(({ unit }) => [unit, 0]));
  /** Cell → chance that none of the active causes has hit it. */
  const spared = new Float64Array(island.cells.length);
  const slope = new Float64Array(island.cells.length);

  const spare = (path: readonly number[]) => {
    spared.fill(1);
    for (const p of path) {
      const { cells, effects } = causes[p] as IslandCause;
      for (let k = 0; k < cells.length; k++) {
        const r = cells[k] as number;
        spared[r] = (spared[r] as number) * (1 - (effects[k] as number));
      }
    }
  };

  /** Adds one set to the masses. */
  const count = (path: readonly number[], weight: number) => {
    total += weight;
    const units = new Set<number>();
    for (const p of path) {
      const i = order[p] as number;
      cause[i] = (cause[i] as number) + weight;
      units.add((causes[p] as IslandCause).unit);
    }
    for (const u of units) unitMass.set(u, (unitMass.get(u) as number) + weight);
    sets.push({ units, weight });
    spare(path);
    island.cells.forEach(({ quiet, hit }, r) => {
      const q = spared[r] as number;
      unhit[r] = (unhit[r] as number) + (weight * quiet * q) / (quiet * q + hit * (1 - q));
    });
  };

  const heap = new BranchHeap();
  /** Counts every set that has one more cause than the path, and closes the branches behind them. */
  const open = (path: readonly number[], weight: number) => {
    spare(path);
    // How fast the likelihood of a cell grows, in shares of it, when its chance to be spared is cut.
    island.cells.forEach(({ quiet, hit }, r) => {
      const q = spared[r] as number;
      slope[r] = ((hit - quiet) * q) / (quiet * q + hit * (1 - q));
    });
    const first = (path.at(-1) ?? -1) + 1;
    const worth: { path: readonly number[]; weight: number }[] = [];
    let behind = 1;
    for (let p = n - 1; p >= first; p--) {
      const { odds, unit, cells, effects } = causes[p] as IslandCause;
      const isFirstOfUnit = !path.some((other) => (causes[other] as IslandCause).unit === unit);
      const unitGain = isFirstOfUnit ? (ratio[p] as number) : 1;
      let gain = odds * unitGain;
      let most = odds * Math.max(1, unitGain);
      for (let k = 0; k < cells.length; k++) {
        const step = 1 + (slope[cells[k] as number] as number) * (effects[k] as number);
        gain *= step;
        if (step > 1) most *= step;
      }
      const child = weight * gain;
      if (child * behind <= WORTH_A_LOOK * tolerance * total) missed += child * behind;
      else {
        worth.push({ path: [...path, p], weight: child });
        heap.push({ limit: child * (behind - 1), weight: child, path: [...path, p] });
      }
      behind *= 1 + most;
    }
    for (const set of worth) count(set.path, set.weight);
  };

  count([], 1);
  open([], 1);
  for (let opened = 1; opened < branches; opened++) {
    if (heap.sum + missed <= tolerance * total) break;
    const branch = heap.pop();
    if (!branch) break;
    open(branch.path, branch.weight);
  }
  missed += heap.sum;
  return {
    cause: cause.map((mass) => mass / total),
    noneOfUnit: new Map([...unitMass].map(([u, mass]) => [u, 1 - mass / total])),
    noneOfBoth: (one, other) =>
      sets.reduce((sum, { units, weight }) => (units.has(one) || units.has(other) ? sum : sum + weight), 0) / total,
    empty: 1 / total,
    unhit: unhit.map((mass) => mass / total),
    logMass: Math.log(total) + nothing,
    bound: missed / (total + missed),
  };
}

/** Positions in `island.causes`, by what each would gain as the only one; equal ones stay in order. */
function strongestFirst({ causes, cells, ratios }: Island): number[] {
  const alone = causes.map(({ odds, unit, cells: zone, effects }) =>
    zone.reduce(
      (mass, r, k) => {
        const { quiet, hit } = cells[r] as Island['cells'][number];
        return mass * (1 + (hit / quiet - 1) * (effects[k] as number));
      },
      odds * (ratios.get(unit) ?? 1),
    ),
  );
  return causes.map((_, i) => i).sort((a, b) => (alone[b] as number) - (alone[a] as number) || a - b);
}

/** Closed branches, the one with the highest limit on top. */
class BranchHeap {
  private readonly items: Branch[] = [];
  /** Sum of all limits. */
  sum = 0;

  push(branch: Branch): void {
    if (branch.limit <= 0) return;
    this.sum += branch.limit;
    const items = this.items;
    let at = items.push(branch) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if ((items[up] as Branch).limit >= branch.limit) break;
      items[at] = items[up] as Branch;
      at = up;
    }
    items[at] = branch;
  }

  pop(): Branch | undefined {
    const items = this.items;
    const top = items[0];
    const last = items.pop();
    if (!top || !last) return undefined;
    this.sum = items.length === 0 ? 0 : Math.max(0, this.sum - top.limit);
    if (items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && (items[child + 1] as Branch).limit > (items[child] as Branch).limit) child++;
      if ((items[child] as Branch).limit <= last.limit) break;
      items[at] = items[child] as Branch;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
