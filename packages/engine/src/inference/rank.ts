// The ranking: which muscles fit what the person has painted and told, what else it could be, and why.

import type { MuscleId, PairedSide, TriggerPointId } from '@unknot/atlas/frame';
import { type Band, bandOf } from './band.ts';
import type { Evidence } from './evidence.ts';
import type { Imitation, Model, Unit } from './model.ts';
import { type Numbers, numbersOf } from './posterior.ts';
import { type Reason, reasons } from './reasons.ts';
import { type Range, rangeOf } from './redraw.ts';
import { type Together, together } from './together.ts';
import { knotRatio, type Weighed, weigh } from './weigh.ts';

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
  /** For no-clear-pattern: that places anywhere explain the drawing, and nothing on the map does. */
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
  /** Places anywhere explain the drawing about as well as everything on the map: there is no clear pattern in it. */
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
 * A mirrored drawing gives the mirrored ranking to the last digit.
 */
export function rank(model: Model, evidence: Evidence): Posterior {
  const weighed = weigh(model, evidence);
  const posterior = numbersOf(model, weighed);
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
    { hypothesis: 'no-clear-pattern' as const, probability: posterior.anywhere, because: [] },
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
    nothingFits: !isBlank && posterior.anywhere >= parameters.nothingFitsFrom,
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

/** Shares of a unit's causes, adding up to 1. */
function sharesOf(unit: Unit, posterior: Numbers): number[] {
  const sum = unit.causes.reduce((total, c) => total + (posterior.cause[c] as number), 0);
  return unit.causes.map((c) => (posterior.cause[c] as number) / sum);
}
