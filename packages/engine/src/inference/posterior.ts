// The numbers of the ranking: from what was told to a probability for every cause and unit, and for no cause at all.
//
// The joint sum is tempered, and weighed against the account that the map has nothing to do with it.

import type { Evidence } from './evidence.ts';
import { type JointPosterior, jointPosterior, made } from './joint.ts';
import type { Model } from './model.ts';
import { anywhereOf } from './pattern.ts';
import { jointly } from './together.ts';
import { problemOf, type Weighed, weigh } from './weigh.ts';

export interface Numbers extends JointPosterior {
  /** Probability that places anywhere explain the drawing, and nothing on the map does. */
  readonly anywhere: number;
}

/**
 * Everything worked out for one piece of evidence.
 *
 * A mirrored drawing gives the mirrored numbers to the last digit: the sum always runs on the same one of the two mirror
 * images, and a drawing that is its own mirror image gets the mean of both sides.
 *
 * @param effort  share of the work it may cost, 0–1
 */
export function numbersOf(model: Model, weighed: Weighed, effort = 1): Numbers {
  const { exactSteps, tolerance, branches } = model.parameters;
  const most = { exactSteps: effort * exactSteps, tolerance, branches: effort * branches };
  const turned = mirrored(model, weighed);
  const order = compareEvidence(weighed, turned);
  const known = order <= 0 ? weighed : turned;
  const drawn = anywhereOf(model, known, most);
  const posterior = tempered(model, turnedBack(model, made(jointPosterior(problemOf(model, known), most)), order));
  return withAnywhere(posterior, anywhereAfter(model, weighed, posterior, drawn));
}

/** The numbers behind a ranking, without sorting and reasons. */
export const numbersAfter = (model: Model, evidence: Evidence, effort: number): Numbers =>
  numbersOf(model, weigh(model, evidence), effort);

/**
 * Self-tests and earlier relief speak for the map as much as they speak for its muscles: what they said is taken in the
 * way that moves the odds of the tested muscle by exactly its ratio.
 */
function anywhereAfter(
  { parameters }: Model,
  { tests, earlier }: Weighed,
  { unit }: JointPosterior,
  drawn: number,
): number {
  const ratios = new Map<number, number>();
  const times = (u: number, ratio: number) => ratios.set(u, (ratios.get(u) ?? 1) * ratio);
  for (const { unit: u, ratio } of tests) times(u, ratio);
  for (const u of earlier) times(u, parameters.earlierRelief);
  const factors = [...ratios].map(([u, ratio]) => 1 - (unit[u] as number) + (unit[u] as number) / ratio);
  // Smallest first: the product must be the same for the mirrored drawing.
  const odds = factors.sort((a, b) => a - b).reduce((all, factor) => all * factor, drawn / (1 - drawn));
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

/** What is said of causes holds in so far as the map has to do with the drawing. */
function withAnywhere(posterior: JointPosterior, anywhere: number): Numbers {
  const some = 1 - anywhere;
  return {
    ...posterior,
    cause: posterior.cause.map((p) => some * p),
    unit: posterior.unit.map((p) => some * p),
    both: (one, other) => some * posterior.both(one, other),
    anywhere,
  };
}

/**
 * How far the evidence moves the log-odds of a unit from how common it is, times `temper`. The evidence enters the sum
 * damped, because blanks and half-painted places depend on each other; the one fitted number gives that back.
 */
function tempered({ parameters: { temper }, unitOdds }: Model, posterior: JointPosterior): JointPosterior {
  const sharpen = (probability: number, u: number): number => {
    const odds = unitOdds[u] as number;
    if (odds === 0) return 0;
    const p = Math.min(1, Math.max(0, probability));
    const moved = odds * (p / (1 - p) / odds) ** temper;
    return moved === Number.POSITIVE_INFINITY ? 1 : moved / (1 + moved);
  };
  const unit = posterior.unit.map(sharpen);
  const bound =
    posterior.bound === 0
      ? 0
      : posterior.unit.reduce((most, p, u) => {
          const now = unit[u] as number;
          return Math.max(most, sharpen(p + posterior.bound, u) - now, now - sharpen(p - posterior.bound, u));
        }, 0);
  const both = (one: number, other: number): number =>
    jointly(unit[one] as number, unit[other] as number, {
      p: posterior.unit[one] as number,
      q: posterior.unit[other] as number,
      both: posterior.both(one, other),
    });
  return { ...posterior, unit, both, bound };
}

/** The posterior of the evidence from that of its mirror image (`order` above 0), or of a drawing that is both. */
function turnedBack(model: Model, posterior: JointPosterior, order: number): JointPosterior {
  if (order < 0) return posterior;
  const back = {
    ...posterior,
    cause: posterior.cause.map((_, c) => posterior.cause[model.mirrorCause[c] as number] as number),
    explains: posterior.explains.map((_, c) => posterior.explains[model.mirrorCause[c] as number] as number),
    unit: posterior.unit.map((_, u) => posterior.unit[model.mirrorUnit[u] as number] as number),
    both: (one: number, other: number) =>
      posterior.both(model.mirrorUnit[one] as number, model.mirrorUnit[other] as number),
  };
  if (order > 0) return back;
  const mean = (a: Float64Array, b: Float64Array) => a.map((value, i) => (value + (b[i] as number)) / 2);
  return {
    ...posterior,
    cause: mean(posterior.cause, back.cause),
    explains: mean(posterior.explains, back.explains),
    unit: mean(posterior.unit, back.unit),
    both: (one, other) => (posterior.both(one, other) + back.both(one, other)) / 2,
  };
}

function mirrored(model: Model, weighed: Weighed): Weighed {
  const flip = (cells: Float64Array) => cells.map((_, r) => cells[model.mirrorCell[r] as number] as number);
  const flipUnit = <T extends { readonly unit: number }>(fact: T): T => ({
    ...fact,
    unit: model.mirrorUnit[fact.unit] as number,
  });
  return {
    painted: flip(weighed.painted),
    meant: flip(weighed.meant),
    beside: weighed.beside.map((_, r) => weighed.beside[model.mirrorCell[r] as number] as number),
    knots: flip(weighed.knots),
    nerveLike: flip(weighed.nerveLike),
    blank: flip(weighed.blank),
    tests: weighed.tests.map(flipUnit),
    earlier: new Set([...weighed.earlier].map((u) => model.mirrorUnit[u] as number)),
    context: weighed.context,
  };
}

/** An order of evidence in which only a drawing that is its own mirror image is equal to its mirror image. */
function compareEvidence(a: Weighed, b: Weighed): number {
  for (const layer of ['painted', 'meant', 'beside', 'knots', 'nerveLike', 'blank'] as const) {
    for (let r = 0; r < a[layer].length; r++) {
      const difference = (a[layer][r] as number) - (b[layer][r] as number);
      if (difference !== 0) return difference;
    }
  }
  const key = ({ tests, earlier }: Weighed) =>
    [...tests.map(({ test, unit, ratio }) => `${test} ${unit} ${ratio}`), ...earlier].sort().join();
  const [own, other] = [key(a), key(b)];
  return own < other ? -1 : own > other ? 1 : 0;
}
