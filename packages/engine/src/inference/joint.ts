// The joint posterior: which sets of causes explain the drawing, and how likely is each cause over all of them?
//
// A noisy-OR in which blank cells factorise (they only make each cause less likely by itself) and painted cells need
// the sum over sets. Cells and causes that no painted cell ties together are worked out apart. Inside such an island
// the heaviest branches of the set tree are opened first, and what stays closed is bounded from above, so that every
// number comes with the largest error it can have.

/** A noisy-OR problem in dense arrays; blank cells are already inside `odds`. */
export interface Problem {
  /** Cause → odds before the painted cells, blanks included; above 0. */
  readonly odds: Float64Array;
  /** Cause → unit it belongs to. */
  readonly unit: Int32Array;
  /** Unit → likelihood ratio that its first active cause brings along; 1 when nothing is known. */
  readonly unitRatio: Float64Array;
  /** Cause c touches `cell[start[c]] … cell[start[c + 1] - 1]` with the chance `effect[…]` of making it be painted. */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly effect: Float64Array;
  /** Cell → how surely it was painted, 0–1; 0 is blank. */
  readonly painted: Float64Array;
  /** Chance that a cell is painted without any cause, above 0 and below 1. */
  readonly leak: number;
}

export interface Effort {
  /** Opening branches stops when what is left is at most this share of the mass found. */
  readonly tolerance: number;
  /** Largest number of branches opened per island. */
  readonly branches: number;
}

export interface JointPosterior {
  /** Cause → probability that it is active. */
  readonly cause: Float64Array;
  /** Unit → probability that at least one of its causes is active. */
  readonly unit: Float64Array;
  /** Cause → mean share of the painted pain that it accounts for, several active causes sharing a cell by their effects. */
  readonly explains: Float64Array;
  /** Mean share of the painted pain that no active cause reaches; with `explains` it adds up to 1. 1 for an empty drawing. */
  readonly unexplained: number;
  /** Largest share of posterior mass that was left out: no probability is further off than this. */
  readonly bound: number;
}

/**
 * Posterior of all causes together.
 *
 * Why the bound holds: the more causes are active, the less a further one can add to a cell that is surely painted, and
 * on a cell that is rather blank it can add nothing. So the gain of a cause measured now is an upper limit for its gain
 * in every larger set of the same branch, and the product of (1 + odds × gain) limits the whole branch.
 */
export function jointPosterior(problem: Problem, effort: Effort): JointPosterior {
  const { odds, unit, unitRatio, painted } = problem;
  const cause = new Float64Array(odds.length);
  const explains = new Float64Array(odds.length);
  const noneOfUnit = new Float64Array(unitRatio.length).fill(1);
  let paint = 0;
  for (const share of painted) paint += share;
  let left = 0;
  let bound = 0;

  const tied = new Uint8Array(odds.length);
  for (const island of islands(problem)) {
    const found = search(problem, island, effort);
    const { total } = found;
    island.causes.forEach((c, i) => {
      tied[c] = 1;
      cause[c] = (found.cause[i] as number) / total;
      explains[c] = paint > 0 ? (found.explains[i] as number) / total / paint : 0;
    });
    for (const [u, mass] of found.unit) noneOfUnit[u] = (noneOfUnit[u] as number) * (1 - mass / total);
    left += found.unexplained / total;
    bound = Math.max(bound, found.missed / (total + found.missed));
  }
  for (let c = 0; c < odds.length; c++) {
    if (tied[c] === 1) continue;
    // Nothing painted and nothing tested ties this cause to another one: its own odds are all there is.
    const u = unit[c] as number;
    const p = (odds[c] as number) / (1 + (odds[c] as number));
    cause[c] = p;
    noneOfUnit[u] = (noneOfUnit[u] as number) * (1 - p);
  }
  return {
    cause,
    unit: noneOfUnit.map((none) => 1 - none),
    explains,
    unexplained: paint > 0 ? left / paint : 1,
    bound,
  };
}

/** Causes and painted cells that have to be worked out together. */
interface Island {
  readonly causes: number[];
  readonly cells: number[];
}

/**
 * Splits the problem wherever nothing painted and no unit ratio ties two causes. Causes tied to nothing are left out; a
 * painted cell that no cause reaches is an island without causes, and all of it is unexplained.
 */
function islands({ odds, unit, unitRatio, start, cell, painted }: Problem): Island[] {
  // Knots of the union: first the cells, then the units.
  const parent = Int32Array.from({ length: painted.length + unitRatio.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  const home = new Int32Array(odds.length).fill(-1);
  for (let c = 0; c < odds.length; c++) {
    const tie = (knot: number) => {
      if (home[c] === -1) home[c] = knot;
      else parent[root(knot)] = root(home[c] as number);
    };
    const u = unit[c] as number;
    if (unitRatio[u] !== 1) tie(painted.length + u);
    for (let k = start[c] as number; k < (start[c + 1] as number); k++) {
      if ((painted[cell[k] as number] as number) > 0) tie(cell[k] as number);
    }
  }
  const byRoot = new Map<number, Island>();
  const at = (knot: number): Island => {
    const key = root(knot);
    const island = byRoot.get(key) ?? { causes: [], cells: [] };
    byRoot.set(key, island);
    return island;
  };
  for (let r = 0; r < painted.length; r++) if ((painted[r] as number) > 0) at(r).cells.push(r);
  for (let c = 0; c < odds.length; c++) if (home[c] !== -1) at(home[c] as number).causes.push(c);
  return [...byRoot.values()];
}

const add = (to: Float64Array, at: number, value: number): void => {
  to[at] = (to[at] as number) + value;
};
const scale = (of: Float64Array, at: number, factor: number): void => {
  of[at] = (of[at] as number) * factor;
};

/** Masses relative to the empty set of the island; index of a cause as in `island.causes`. */
interface Found {
  total: number;
  missed: number;
  unexplained: number;
  readonly cause: Float64Array;
  readonly explains: Float64Array;
  readonly unit: Map<number, number>;
}

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

function search(problem: Problem, island: Island, effort: Effort): Found {
  const { leak } = problem;
  const k = island.cells.length;
  const n = island.causes.length;
  const local = new Map(island.cells.map((r, i) => [r, i]));
  const sure = Float64Array.from(island.cells, (r) => problem.painted[r] as number);
  // Strong causes first: then the first sets of a branch are its heaviest.
  const order = strongestFirst(problem, island.causes);
  const zones = order.map((i) => paintedZone(problem, island.causes[i] as number, local));
  const odds = Float64Array.from(order, (i) => problem.odds[island.causes[i] as number] as number);
  const unit = Int32Array.from(order, (i) => problem.unit[island.causes[i] as number] as number);
  const ratio = Float64Array.from(unit, (u) => problem.unitRatio[u] as number);

  const found: Found = {
    total: 0,
    missed: 0,
    unexplained: 0,
    cause: new Float64Array(n),
    explains: new Float64Array(n),
    unit: new Map(),
  };
  const quiet = new Float64Array(k);
  const slope = new Float64Array(k);
  const effects = new Float64Array(k);

  /** Adds one set to the masses. */
  const count = (path: readonly number[], weight: number) => {
    found.total += weight;
    effects.fill(0);
    for (const p of path) {
      const { cells, effect } = zones[p] as Zone;
      for (let j = 0; j < cells.length; j++) add(effects, cells[j] as number, effect[j] as number);
    }
    for (let a = 0; a < path.length; a++) {
      const p = path[a] as number;
      const i = order[p] as number;
      const u = unit[p] as number;
      const { cells, effect } = zones[p] as Zone;
      let part = 0;
      for (let j = 0; j < cells.length; j++) {
        const r = cells[j] as number;
        part += ((sure[r] as number) * (effect[j] as number)) / (effects[r] as number);
      }
      add(found.cause, i, weight);
      add(found.explains, i, weight * part);
      let isFirst = true;
      for (let b = 0; b < a; b++) if (unit[path[b] as number] === u) isFirst = false;
      if (isFirst) found.unit.set(u, (found.unit.get(u) ?? 0) + weight);
    }
    let rest = 0;
    for (let r = 0; r < k; r++) if (effects[r] === 0) rest += sure[r] as number;
    found.unexplained += weight * rest;
  };

  const heap = new BranchHeap();
  /** Counts every set that has one more cause than the path, and closes the branches behind them. */
  const open = (path: readonly number[], weight: number) => {
    quiet.fill(1 - leak);
    for (const p of path) {
      const { cells, effect } = zones[p] as Zone;
      for (let j = 0; j < cells.length; j++) scale(quiet, cells[j] as number, 1 - (effect[j] as number));
    }
    // How fast the mass of a cell changes, in shares of it, when its quietness is cut.
    for (let r = 0; r < k; r++) {
      const steep = (1 - 2 * (sure[r] as number)) * (quiet[r] as number);
      slope[r] = steep / ((sure[r] as number) + steep);
    }
    let behind = 1;
    const first = (path.at(-1) ?? -1) + 1;
    for (let p = n - 1; p >= first; p--) {
      let unitGain = ratio[p] as number;
      if (unitGain !== 1) for (const a of path) if (unit[a] === unit[p]) unitGain = 1;
      let now = (odds[p] as number) * unitGain;
      let most = (odds[p] as number) * Math.max(1, unitGain);
      const { cells, effect } = zones[p] as Zone;
      for (let j = 0; j < cells.length; j++) {
        const step = 1 - (slope[cells[j] as number] as number) * (effect[j] as number);
        now *= step;
        if (step > 1) most *= step;
      }
      const child = weight * now;
      if (child * behind <= WORTH_A_LOOK * effort.tolerance * found.total) found.missed += child * behind;
      else {
        const grown = [...path, p];
        count(grown, child);
        heap.push({ limit: child * (behind - 1), weight: child, path: grown });
      }
      behind *= 1 + most;
    }
  };

  count([], 1);
  open([], 1);
  for (let opened = 1; opened < effort.branches; opened++) {
    if (heap.sum + found.missed <= effort.tolerance * found.total) break;
    const branch = heap.pop();
    if (!branch) break;
    open(branch.path, branch.weight);
  }
  found.missed += heap.sum;
  return found;
}

/** The part of a cause's zone that is painted, in cells of its island. */
interface Zone {
  readonly cells: readonly number[];
  readonly effect: readonly number[];
}

function paintedZone({ start, cell, effect }: Problem, cause: number, local: ReadonlyMap<number, number>): Zone {
  const zone = { cells: [] as number[], effect: [] as number[] };
  for (let k = start[cause] as number; k < (start[cause + 1] as number); k++) {
    const r = local.get(cell[k] as number);
    if (r === undefined) continue;
    zone.cells.push(r);
    zone.effect.push(effect[k] as number);
  }
  return zone;
}

/** Positions in `causes`, by what each would gain as the only one; equal ones stay in order. */
function strongestFirst(problem: Problem, causes: readonly number[]): number[] {
  const { odds, unit, unitRatio, start, cell, effect, painted, leak } = problem;
  const alone = causes.map((c) => {
    let mass = (odds[c] as number) * (unitRatio[unit[c] as number] as number);
    for (let k = start[c] as number; k < (start[c + 1] as number); k++) {
      const sure = painted[cell[k] as number] as number;
      const steep = (1 - 2 * sure) * (1 - leak);
      if (sure > 0) mass *= 1 - (steep / (sure + steep)) * (effect[k] as number);
    }
    return mass;
  });
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
