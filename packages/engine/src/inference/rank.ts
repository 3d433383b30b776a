// The ranking: which muscles fit what the person has painted and told, what else it could be, and why.

import type { MuscleId, PairedSide, RegionId, Side, TriggerPointId } from '@unknot/atlas/frame';
import type { Evidence } from './evidence.ts';
import { type JointPosterior, jointPosterior } from './joint.ts';
import { type Companion, cellKey, type Imitation, type Model, type Unit } from './model.ts';
import type { Parameters } from './parameters.ts';
import { type Range, rangeOf } from './redraw.ts';
import { jointly, type Together, together } from './together.ts';
import { knotRatio, problemOf, qualityRatio, type Weighed, weigh } from './weigh.ts';

export type Band = 'likely' | 'possible' | 'less-likely';

/**
 * One fact that moved a candidate, in log-odds: above 0 it speaks for it, below 0 against. `ref` is a region for place,
 * blank and knot, a test for test, and the tag or words for context; relief in an earlier episode is the tag
 * `earlier-relief`.
 */
export interface Reason {
  readonly kind: 'place' | 'blank' | 'knot' | 'quality' | 'test' | 'context';
  readonly ref: string;
  readonly side?: Side;
  readonly logOdds: number;
}

export interface Candidate {
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  /** That at least one of its trigger points is at work, given everything told; all causes weighed together, 0–1. */
  readonly probability: number;
  readonly band: Band;
  /** Where the probability would lie in about four of five redraws of the same pain. */
  readonly range: Range;
  /** Share of the painted pain that it accounts for, 0–1. */
  readonly explains: number;
  /** Its points, strongest first; shares add up to 1. */
  readonly triggerPoints: readonly { readonly id: TriggerPointId; readonly share: number }[];
  /** Strongest first. */
  readonly because: readonly Reason[];
}

export interface OtherExplanation {
  readonly hypothesis: Imitation | 'no-clear-pattern';
  /** For no-clear-pattern: the mean share of the painted pain that nothing in the knowledge made. */
  readonly probability: number;
  readonly because: readonly Reason[];
}

export interface Posterior {
  /** At least two, best first; equal ones by muscle, then left before right. */
  readonly candidates: readonly Candidate[];
  /** Always all three, likeliest first. */
  readonly other: readonly OtherExplanation[];
  /** Pairs that explain clearly more than one muscle, likeliest first; empty when one does about as well. */
  readonly together: readonly Together[];
  /** No single pattern, taken on both sides, reaches enough of what was painted and accounts for enough of it. */
  readonly nothingFits: boolean;
  /** Nothing was painted, marked, tested or told: this is only how common each muscle is. */
  readonly onlyPrior: boolean;
  /** No probability is further off than this, because not every set of causes was summed. */
  readonly bound: number;
}

const FEWEST_CANDIDATES = 2;
/** Candidates shown when nothing was painted. */
const PRIOR_CANDIDATES = 8;

/**
 * Ranks muscles for evidence that came through `decodeEvidence`.
 *
 * A mirrored drawing gives the mirrored ranking to the last digit: the search always runs on the same one of the two
 * mirror images, and a drawing that is its own mirror image gets the mean of both sides.
 */
export function rank(model: Model, evidence: Evidence): Posterior {
  const weighed = weigh(model, evidence);
  const posterior = tempered(model, mirrorSafe(model, weighed));
  const { parameters } = model;
  const reached = reachedUnits(model, weighed);
  const all = model.units.flatMap((unit, u) =>
    unit.kind === 'muscle' ? [{ unit, u, probability: posterior.unit[u] as number }] : [],
  );
  all.sort(
    (a, b) =>
      b.probability - a.probability || compare(a.unit.muscle, b.unit.muscle) || compare(a.unit.side, b.unit.side),
  );
  const touched = all.filter(({ u }) => reached[u] === 1);
  const wanted = touched.length === 0 ? PRIOR_CANDIDATES : FEWEST_CANDIDATES;
  const rest = all.filter(({ u }) => reached[u] !== 1);
  // A tie is never cut in two: the other side of the last one belongs to it.
  const last = rest[wanted - touched.length - 1]?.probability ?? Number.POSITIVE_INFINITY;
  const shown = [...touched, ...rest.filter(({ probability }) => probability >= last)];

  const candidates = shown.map(({ unit, u, probability }): Candidate => {
    const shares = sharesOf(unit, posterior);
    return {
      muscle: unit.muscle,
      side: unit.side,
      probability,
      band: bandOf(parameters, probability),
      range: rangeOf(model, weighed, unit.causes, shares, probability),
      explains: unit.causes.reduce((sum, c) => sum + (posterior.explains[c] as number), 0),
      triggerPoints: unit.causes
        .map((c, i) => ({ id: model.causes[c]?.id as string, share: shares[i] as number }))
        .sort((a, b) => b.share - a.share || compare(a.id, b.id)),
      because: reasons(model, weighed, unit, u, shares),
    };
  });
  const imitations = model.units.flatMap((unit, u): OtherExplanation[] =>
    unit.kind === 'imitation'
      ? [
          {
            hypothesis: unit.hypothesis,
            probability: posterior.unit[u] as number,
            because: reasons(model, weighed, unit, u, sharesOf(unit, posterior)),
          },
        ]
      : [],
  );
  const other = [
    ...imitations,
    { hypothesis: 'no-clear-pattern' as const, probability: posterior.unexplained, because: [] },
  ].sort((a, b) => b.probability - a.probability || compare(a.hypothesis, b.hypothesis));
  const isBlank = weighed.painted.every((share) => share === 0);
  return {
    candidates,
    other,
    together: together(
      model,
      weighed,
      touched.map(({ u }) => u),
      posterior.both,
    ),
    nothingFits: !isBlank && bestReach(model, weighed) * bestShare(model, posterior) < parameters.fitsFrom,
    onlyPrior:
      isBlank &&
      weighed.blank.every((power) => power === 0) &&
      weighed.knots.every((share) => share === 0) &&
      weighed.tests.length === 0 &&
      weighed.earlier.size === 0 &&
      weighed.context.length === 0,
    bound: posterior.bound,
  };
}

/** Probabilities of causes and units given everything told. */
export type Odds = Pick<JointPosterior, 'cause' | 'unit'>;

/** The numbers behind the ranking, without sorting and reasons; `effort` is the share of the work it may cost, 0–1. */
export const oddsAfter = (model: Model, evidence: Evidence, effort: number): Odds =>
  tempered(model, mirrorSafe(model, weigh(model, evidence), effort));

/** How a probability is said; numbers are shown only on request. */
export function bandOf(parameters: Pick<Parameters, 'likelyFrom' | 'possibleFrom'>, probability: number): Band {
  if (probability >= parameters.likelyFrom) return 'likely';
  return probability >= parameters.possibleFrom ? 'possible' : 'less-likely';
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Largest share of the painted pain that lies in the zone of one trigger point or imitator on either side, 0–1. */
function bestReach(model: Model, { painted }: Weighed): number {
  let paint = 0;
  for (const sure of painted) paint += sure;
  let best = 0;
  for (let c = 0; c < model.causes.length; c++) {
    const reached = new Set<number>();
    for (const side of [c, model.mirrorCause[c] as number]) {
      for (let k = model.zoneStart[side] as number; k < (model.zoneStart[side + 1] as number); k++) {
        reached.add(model.zoneCell[k] as number);
      }
    }
    let sum = 0;
    for (const cell of reached) sum += painted[cell] as number;
    best = Math.max(best, sum / paint);
  }
  return best;
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

/** Largest share of the painted pain that one muscle or one kind of imitation accounts for, on both sides, 0–1. */
function bestShare(model: Model, { explains }: JointPosterior): number {
  const share = (u: number) => (model.units[u]?.causes ?? []).reduce((sum, c) => sum + (explains[c] as number), 0);
  return model.mirrorUnit.reduce((most, twin, u) => Math.max(most, share(u) + (twin === u ? 0 : share(twin))), 0);
}

/** Unit → 1 when something that was painted, marked or tested is about it. */
function reachedUnits(model: Model, weighed: Weighed): Uint8Array {
  const reached = new Uint8Array(model.units.length);
  model.causes.forEach(({ unit }, c) => {
    for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
      if ((weighed.painted[model.zoneCell[k] as number] as number) > 0) reached[unit] = 1;
    }
    if (knotRatio(model, weighed.knots, c).ratio > 1) reached[unit] = 1;
  });
  for (const { unit } of weighed.tests) reached[unit] = 1;
  for (const unit of weighed.earlier) reached[unit] = 1;
  return reached;
}

function mirrorSafe(model: Model, weighed: Weighed, share = 1): JointPosterior {
  const { exactSteps, tolerance, branches } = model.parameters;
  const effort = { exactSteps: share * exactSteps, tolerance, branches: share * branches };
  const turned = mirrored(model, weighed);
  const order = compareEvidence(weighed, turned);
  const posterior = jointPosterior(problemOf(model, order <= 0 ? weighed : turned), effort);
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
  for (const layer of ['painted', 'knots', 'nerveLike', 'blank'] as const) {
    for (let r = 0; r < a[layer].length; r++) {
      const difference = (a[layer][r] as number) - (b[layer][r] as number);
      if (difference !== 0) return difference;
    }
  }
  const key = ({ tests, earlier }: Weighed) =>
    [...tests.map(({ test, unit, ratio }) => `${test} ${unit} ${ratio}`), ...earlier].sort().join();
  return compare(key(a), key(b));
}

/** Shares of a unit's causes, adding up to 1. */
function sharesOf(unit: Unit, posterior: JointPosterior): number[] {
  const sum = unit.causes.reduce((total, c) => total + (posterior.cause[c] as number), 0);
  return unit.causes.map((c) => (posterior.cause[c] as number) / sum);
}

const EARLIER_RELIEF = 'earlier-relief';

/** Facts below this do not deserve a line: a twentieth of a doubling. */
const WORTH_TELLING = 0.03;

/**
 * What each fact does to the log-odds of a unit, taken as if it were the only explanation and averaged over its points by
 * their share.
 */
function reasons(
  model: Model,
  weighed: Weighed,
  unit: Unit,
  index: number,
  shares: readonly number[],
): readonly Reason[] {
  const { leak, temper, earlierRelief } = model.parameters;
  const byCell = new Map<number, number>();
  const byKnot = new Map<number, number>();
  let quality = 0;
  unit.causes.forEach((c, i) => {
    const share = shares[i] as number;
    for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
      const cell = model.zoneCell[k] as number;
      const quiet = 1 - (model.zoneEffect[k] as number);
      const sure = weighed.painted[cell] as number;
      const moved =
        sure === 0
          ? (weighed.blank[cell] as number) * Math.log(quiet)
          : Math.log((sure + (1 - 2 * sure) * (1 - leak) * quiet) / (sure + (1 - 2 * sure) * (1 - leak)));
      byCell.set(cell, (byCell.get(cell) ?? 0) + share * temper * moved);
    }
    for (const { cell, logRatio } of model.companions[c] as readonly Companion[]) {
      const sure = weighed.painted[cell] as number;
      if (sure > 0) byCell.set(cell, (byCell.get(cell) ?? 0) + share * sure * logRatio);
    }
    const knot = knotRatio(model, weighed.knots, c);
    if (knot.cell !== -1) byKnot.set(knot.cell, (byKnot.get(knot.cell) ?? 0) + share * Math.log(knot.ratio));
    quality += share * Math.log(qualityRatio(model, weighed, c));
  });
  const at = (cell: number): { ref: RegionId; side: Side } => {
    const place = model.cells[cell] as { region: RegionId; side: Side };
    return { ref: place.region, side: place.side };
  };
  const found: Reason[] = [
    ...[...byCell].map(
      ([cell, logOdds]): Reason => ({
        kind: (weighed.painted[cell] as number) > 0 ? 'place' : 'blank',
        ...at(cell),
        logOdds,
      }),
    ),
    ...[...byKnot].map(([cell, logOdds]): Reason => ({ kind: 'knot', ...at(cell), logOdds })),
    ...weighed.tests
      .filter((fact) => fact.unit === index)
      .map(({ test, ratio }): Reason => ({ kind: 'test', ref: test, logOdds: Math.log(ratio) })),
    ...weighed.context
      .filter((fact) => fact.unit === index)
      .map(({ ref, ratio }): Reason => ({ kind: 'context', ref, logOdds: Math.log(ratio) })),
    ...(weighed.earlier.has(index)
      ? [{ kind: 'context' as const, ref: EARLIER_RELIEF, logOdds: Math.log(earlierRelief) }]
      : []),
    { kind: 'quality', ref: 'tingling-numb-burning', logOdds: quality },
  ];
  const order = (reason: Reason) => cellKey(reason.ref, reason.side ?? 'midline');
  return found
    .filter(({ logOdds }) => Math.abs(logOdds) >= WORTH_TELLING)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || compare(order(a), order(b)));
}
