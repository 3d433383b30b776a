// The joint posterior: how likely is each cause, over all sets of causes that could explain the drawing?
//
// Cells and causes that no painted cell ties together are worked out apart, island by island. An island is summed exactly
// by elimination; one too tangled for that is searched, heaviest sets first, with a bound on what was left out.

import { eliminate, planElimination } from './elimination.ts';
import { type IslandPosterior, islands, type Problem } from './problem.ts';
import { search } from './search.ts';

export interface Effort {
  /** Largest number of table steps an exact sum may take; above it the island is searched. */
  readonly exactSteps: number;
  /** A search stops when what is left is at most this share of the mass found … */
  readonly tolerance: number;
  /** … or when this many branches were opened. */
  readonly branches: number;
}

export interface JointPosterior {
  /** Cause → probability that it is active. */
  readonly cause: Float64Array;
  /** Unit → probability that at least one of its causes is active. */
  readonly unit: Float64Array;
  /** Probability that two different units are both active. */
  readonly both: (one: number, other: number) => number;
  /** Cause → mean share of the painted pain it accounts for. */
  readonly explains: Float64Array;
  /** Probability that no cause that reaches anything painted is active; 1 for an empty drawing. */
  readonly unmade: number;
  /** Cause and unit → probability that it is active although none of those that reach anything painted is. */
  readonly beside: { readonly cause: Float64Array; readonly unit: Float64Array };
  /** No probability is further off than this; 0 when every island was summed exactly. */
  readonly bound: number;
}

export function jointPosterior(problem: Problem, effort: Effort): JointPosterior {
  const { odds, unit, unitRatio, start, cell, painted } = problem;
  const cause = Float64Array.from(odds, (value) => value / (1 + value));
  const tied = new Uint8Array(odds.length);
  const noneOfUnit = new Float64Array(unitRatio.length).fill(1);
  const explains = new Float64Array(odds.length);
  let paint = 0;
  for (const sure of painted) paint += sure;
  let unmade = 1;
  let bound = 0;

  const found: IslandPosterior[] = [];
  for (const island of islands(problem)) {
    const plan = planElimination(island);
    const posterior = plan.steps <= effort.exactSteps ? eliminate(island, plan) : search(island, effort);
    found.push(posterior);
    island.causes.forEach(({ cause: c }, i) => {
      tied[c] = 1;
      cause[c] = posterior.cause[i] as number;
    });
    for (const [u, none] of posterior.noneOfUnit) noneOfUnit[u] = (noneOfUnit[u] as number) * none;
    bound = Math.max(bound, posterior.bound);
    unmade *= posterior.empty;

    // A cell's pain that causes made is shared by how likely each is and how strongly it is felt there.
    const claims = new Float64Array(island.cells.length);
    const eachClaim = (take: (c: number, r: number, claim: number) => void) => {
      island.causes.forEach(({ cause: c, cells, effects }, i) => {
        cells.forEach((r, k) => {
          take(c, r, (posterior.cause[i] as number) * (effects[k] as number));
        });
      });
    };
    eachClaim((_, r, claim) => {
      claims[r] = (claims[r] as number) + claim;
    });
    const shareOf = (r: number) => (painted[island.cells[r]?.cell as number] as number) / paint;
    eachClaim((c, r, claim) => {
      const made = shareOf(r) * (1 - (posterior.unhit[r] as number));
      explains[c] = (explains[c] as number) + (made * claim) / (claims[r] as number);
    });
  }
  // Nothing painted and nothing tested ties the others to anything: their own odds are all there is.
  for (let c = 0; c < odds.length; c++) {
    const u = unit[c] as number;
    if (tied[c] === 0) noneOfUnit[u] = (noneOfUnit[u] as number) * (1 - (cause[c] as number));
  }
  // Without those that reach the paint, only what was tested ties the causes of a unit.
  const reaches = Uint8Array.from(odds, (_, c) => {
    for (let k = start[c] as number; k < (start[c + 1] as number); k++) {
      if ((painted[cell[k] as number] as number) > 0) return 1;
    }
    return 0;
  });
  const others = new Float64Array(unitRatio.length).fill(1);
  for (let c = 0; c < odds.length; c++) {
    if (reaches[c] === 0) others[unit[c] as number] = (others[unit[c] as number] as number) * (1 + (odds[c] as number));
  }
  const mass = others.map((all, u) => 1 + (unitRatio[u] as number) * (all - 1));
  for (let u = 0; u < mass.length; u++) if (unitRatio[u] !== 1) unmade *= mass[u] as number;
  const besideCause = odds.map((value, c) => {
    const u = unit[c] as number;
    const all = (unitRatio[u] as number) * (others[u] as number);
    return reaches[c] === 1 ? 0 : (all * value) / (1 + value) / (mass[u] as number);
  });
  const besideUnit = mass.map((value) => 1 - 1 / value);
  return {
    cause,
    unit: noneOfUnit.map((none) => 1 - none),
    both: (one, other) => {
      const [a, b] = [noneOfUnit[one] as number, noneOfUnit[other] as number];
      // Apart they would be independent; each island that has both says by how much they are not.
      let neither = a * b;
      for (const { noneOfUnit: none, noneOfBoth } of found) {
        const [ownA, ownB] = [none.get(one), none.get(other)];
        if (ownA !== undefined && ownB !== undefined) neither *= noneOfBoth(one, other) / (ownA * ownB);
      }
      return Math.max(0, 1 - (a + b) + neither);
    },
    explains,
    unmade: reaches.includes(1) ? unmade : 1,
    beside: { cause: besideCause, unit: besideUnit },
    bound,
  };
}

/**
 * The same, given that something that reaches the paint is active: what is painted was made by something. An empty
 * drawing stays as it is.
 */
export function made(posterior: JointPosterior): JointPosterior {
  const { unmade, beside } = posterior;
  if (unmade === 1) return posterior;
  // What is active together with the paint unmade is taken out; rounding must not make it negative.
  const given = (p: number, without: number) => Math.max(0, p - unmade * without) / (1 - unmade);
  return {
    ...posterior,
    cause: posterior.cause.map((p, c) => given(p, beside.cause[c] as number)),
    unit: posterior.unit.map((p, u) => given(p, beside.unit[u] as number)),
    both: (one, other) =>
      given(posterior.both(one, other), (beside.unit[one] as number) * (beside.unit[other] as number)),
    explains: posterior.explains.map((share) => share / (1 - unmade)),
    unmade: 0,
    bound: Math.min(1, posterior.bound / (1 - unmade)),
  };
}
