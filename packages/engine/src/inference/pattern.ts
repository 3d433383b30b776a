// Does the map explain this drawing at all, or would places anywhere do as well?
//
// Two accounts of the same paint are weighed against each other. One: a few causes of the map, at least one, and next to
// nothing without a cause. The other: places anywhere on the body. The ratio of what each expects (Bayes factor) says how
// much better the map does; two fitted numbers turn it into the probability that the map has nothing to do with it.

import { eliminationMass, planElimination } from './elimination.ts';
import type { Model } from './model.ts';
import { type Island, islands, paintedAnyway } from './problem.ts';
import { search } from './search.ts';
import type { Weighed } from './weigh.ts';

/**
 * Probability that nothing on the map made this drawing, from the drawing alone, 0–1. Where nothing is painted it is how
 * common that is.
 */
export function anywhereOf(model: Model, weighed: Weighed, effort: { readonly exactSteps: number }): number {
  const { anywhereOdds, anywhereTemper } = model.parameters;
  const isPainted = weighed.meant.some((sure) => sure > 0);
  const odds = anywhereOdds * (isPainted ? Math.exp(-anywhereTemper * patternEvidence(model, weighed, effort)) : 1);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

/** Log of how much better at least one cause of the map explains the drawing than places anywhere do. */
function patternEvidence(model: Model, weighed: Weighed, effort: { readonly exactSteps: number }): number {
  const { fewOdds, zoneStart, zoneCell, zoneEffect, zoneBlank, parameters } = model;
  const { meant, beside, blank } = weighed;
  // Paint that slipped over from a neighbour needs no account of its own, in either.
  const orSlipped = (chance: number) =>
    Float64Array.from(beside, (slipped) => (slipped === 1 ? 1 - (1 - chance) * (1 - parameters.slip) : chance));
  const odds = fewOdds.slice();
  for (let c = 0; c < odds.length; c++) {
    let quiet = 1;
    for (let k = zoneStart[c] as number; k < (zoneStart[c + 1] as number); k++) {
      const power = blank[zoneCell[k] as number] as number;
      if (power === 0) continue;
      quiet *= power === parameters.blankWeight ? (zoneBlank[k] as number) : (1 - (zoneEffect[k] as number)) ** power;
    }
    odds[c] = (odds[c] as number) * quiet;
  }
  const found = islands({
    odds,
    unit: model.unitOf,
    unitRatio: model.noRatios,
    start: zoneStart,
    cell: zoneCell,
    effect: zoneEffect,
    painted: meant,
    leak: orSlipped(parameters.patternLeak),
  });
  // All sets of causes, relative to none at work.
  let logAll = 0;
  for (const odd of odds) logAll += Math.log1p(odd);
  let logNone = 0;
  for (const island of found) {
    for (const { odds: odd } of island.causes) logAll -= Math.log1p(odd);
    for (const { quiet } of island.cells) logNone += Math.log(quiet);
    logAll += massOf(island, effort.exactSteps);
  }
  const logSome = logAll + Math.log(-Math.expm1(Math.min(-1e-15, logNone - logAll)));

  let painted = 0;
  let blanks = 0;
  for (let r = 0; r < meant.length; r++) {
    painted += meant[r] as number;
    blanks += blank[r] as number;
  }
  // As many places as other people have, or as many as there are.
  const stray = Math.max(parameters.strayChance, painted / meant.length);
  const strays = orSlipped(stray);
  let logAnywhere = blanks * Math.log(1 - stray);
  meant.forEach((sure, r) => {
    if (sure > 0) logAnywhere += Math.log(paintedAnyway(strays[r] as number, sure));
  });
  return logSome - model.logSomeFew - logAnywhere;
}

/** A search may spend so many branches here; what it leaves out is counted in, so that a pattern is not missed. */
const BRANCHES = 5;

/** Log of the mass of all sets of an island. */
function massOf(island: Island, exactSteps: number): number {
  const plan = planElimination(island);
  if (plan.steps <= exactSteps) return eliminationMass(plan);
  const { logMass, bound } = search(island, { tolerance: 0.01, branches: BRANCHES });
  return logMass - Math.log(1 - bound);
}
