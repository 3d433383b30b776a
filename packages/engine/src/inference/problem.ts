// A noisy-OR problem in dense arrays, and the islands it falls into.

/** Blank cells factorise: they are already inside `odds`. */
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
  /** Cell → chance that it is painted without any cause, above 0 and below 1. */
  readonly leak: Float64Array;
}

/** One hidden cause inside its island. */
export interface IslandCause {
  /** Index in the problem. */
  readonly cause: number;
  readonly odds: number;
  readonly unit: number;
  /** The painted part of its zone, as positions in `Island.cells`, and its effect there. */
  readonly cells: readonly number[];
  readonly effects: readonly number[];
}

/** Likelihood of one painted cell when no active cause has made it hurt, and when one has. */
interface IslandCell {
  /** Index in the problem. */
  readonly cell: number;
  readonly quiet: number;
  readonly hit: number;
}

/** Causes and painted cells that have to be worked out together, and nothing else with them. */
export interface Island {
  readonly causes: readonly IslandCause[];
  readonly cells: readonly IslandCell[];
  /** Unit → its ratio, for units of the island whose ratio is not 1. */
  readonly ratios: ReadonlyMap<number, number>;
}

interface Growing extends Island {
  readonly causes: IslandCause[];
  readonly cells: IslandCell[];
  readonly ratios: Map<number, number>;
}

/** What is known about one island, all in probabilities after the evidence. */
export interface IslandPosterior {
  /** By position in `Island.causes`. */
  readonly cause: Float64Array;
  /** Unit → that none of its causes on this island is active. */
  readonly noneOfUnit: ReadonlyMap<number, number>;
  /** That no cause of either unit is active; both have causes on this island. */
  readonly noneOfBoth: (one: number, other: number) => number;
  /** That no cause at all is active. */
  readonly empty: number;
  /** By position in `Island.cells`: that no cause made the cell hurt, it is painted for another reason. */
  readonly unhit: Float64Array;
  /** Largest share of the mass that was left out. */
  readonly bound: number;
}

/**
 * Splits the problem wherever nothing painted and no unit ratio ties two causes. A painted cell that no cause reaches is an
 * island without causes; causes tied to nothing are on no island.
 */
export function islands(problem: Problem): Island[] {
  const { odds, unit, unitRatio, start, cell, effect, painted, leak } = problem;
  // Knots to be joined: first the cells, then the units.
  const parent = Int32Array.from({ length: painted.length + unitRatio.length }, (_, i) => i);
  const root = (knot: number): number => {
    let at = knot;
    while (parent[at] !== at) at = parent[at] as number;
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
  const found = new Map<number, Growing>();
  const at = (knot: number): Growing => {
    const island: Growing = found.get(root(knot)) ?? { causes: [], cells: [], ratios: new Map() };
    found.set(root(knot), island);
    return island;
  };
  const position = new Int32Array(painted.length).fill(-1);
  for (let r = 0; r < painted.length; r++) {
    const sure = painted[r] as number;
    if (sure === 0) continue;
    const { cells } = at(r);
    position[r] = cells.push({ cell: r, quiet: paintedAnyway(leak[r] as number, sure), hit: sure }) - 1;
  }
  for (let c = 0; c < odds.length; c++) {
    if (home[c] === -1) continue;
    const u = unit[c] as number;
    const { causes, ratios } = at(home[c] as number);
    const cells: number[] = [];
    const effects: number[] = [];
    for (let k = start[c] as number; k < (start[c + 1] as number); k++) {
      const r = position[cell[k] as number] as number;
      if (r === -1) continue;
      cells.push(r);
      effects.push(effect[k] as number);
    }
    causes.push({ cause: c, odds: odds[c] as number, unit: u, cells, effects });
    if (unitRatio[u] !== 1) ratios.set(u, unitRatio[u] as number);
  }
  return [...found.values()];
}

/** Likelihood of a cell painted with certainty `sure` where no cause made it, and something else does with chance `leak`. */
export const paintedAnyway = (leak: number, sure: number): number => leak * sure + (1 - leak) * (1 - sure);
