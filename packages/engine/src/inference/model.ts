// Knowledge turned into arrays: every trigger point and every imitator on each side, and the regions it is felt in.

import {
  type MuscleId,
  otherSide,
  type PairedSide,
  type RegionId,
  type Side,
  type TriggerPointId,
} from '@unknot/atlas/frame';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import { type Parameters, readParameters } from './parameters.ts';
import { type WordIndex, wordIndex } from './words.ts';

/** Something that is not a muscle and can be felt in the same place. */
const IMITATIONS = ['nerve-root', 'joint-or-disc'] as const;
export type Imitation = (typeof IMITATIONS)[number];

/** Regions where a nerve root or joint is usually felt, same side. */
export interface Competitor {
  readonly id: string;
  readonly hypothesis: Imitation;
  readonly zone: readonly { readonly region: RegionId; readonly weight: number }[];
}

/** What the ranking needs of the knowledge. Without competitors no imitator takes a share of the pain. */
export type RankingKnowledge = Pick<IdentifyKnowledge, 'regions' | 'perpetuatingFactorVocabulary' | 'parameters'> & {
  readonly muscles: readonly RankedMuscle[];
  readonly competitors?: readonly Competitor[];
  /** Trigger point → regions of the surface that lie over it; without it a knot mark speaks for no point. */
  readonly homes?: Readonly<Record<TriggerPointId, readonly RegionId[]>>;
};

type RankedMuscle = Pick<
  IdentifyMuscle,
  'id' | 'triggerPoints' | 'perpetuatingFactors' | 'selfTests' | 'prevalence'
> & { readonly aggravatingMovements?: readonly string[] };

/** One hidden cause: a trigger point or an imitator on one side. */
interface Cause {
  readonly id: string;
  readonly side: PairedSide;
  /** Index in `units`. */
  readonly unit: number;
}

/** A place of the zone of a point that tends to hurt together with a cause. */
export interface Companion {
  readonly cell: number;
  /** Log of the likelihood ratio of full pain there; those of one companion point add up to the log of its ratio. */
  readonly logRatio: number;
}

/** What is ranked: a muscle on a side, or one kind of imitation on either side. */
export type Unit =
  | { readonly kind: 'muscle'; readonly muscle: MuscleId; readonly side: PairedSide; readonly causes: number[] }
  | { readonly kind: 'imitation'; readonly hypothesis: Imitation; readonly causes: number[] };

/** A self-test as the ranking sees it. */
export interface RankedTest {
  readonly muscle: MuscleId;
  /** It may ask for pressing: its id ends in -press or -pinch. Never asked where pressing is closed. */
  readonly presses: boolean;
  /** Its positive sign is one sore spot that brings on the known pain; that tells more than a pull or a stiffness. */
  readonly findsSpot: boolean;
}

/** A region on a side. */
interface Cell {
  readonly region: RegionId;
  readonly side: Side;
}

export interface Model {
  readonly parameters: Parameters;
  readonly cells: readonly Cell[];
  readonly cellOf: ReadonlyMap<string, number>;
  /** Cell → cells around it. */
  readonly around: readonly (readonly number[])[];
  readonly causes: readonly Cause[];
  readonly units: readonly Unit[];
  readonly muscles: ReadonlyMap<MuscleId, RankedMuscle>;
  /** Cause → odds before anything is known about the person. */
  readonly priorOdds: Float64Array;
  /** Cause → places where pain speaks for it although it is not felt there, and how much each counts; see `companions`. */
  readonly companions: readonly (readonly Companion[])[];
  /** Cause → odds when few causes are at work: `priorOdds` in proportion, adding up to `usualCauses`. */
  readonly fewOdds: Float64Array;
  /** Log of the mass of all sets of at least one cause, with `fewOdds`. */
  readonly logSomeFew: number;
  /** Cause → unit. */
  readonly unitOf: Int32Array;
  /** Cell → chance that it is painted without any cause. */
  readonly leaks: Float64Array;
  /** Unit → 1: nothing is known about it. */
  readonly noRatios: Float64Array;
  /** Unit → odds that at least one of its causes is active, before anything is known about the person. */
  readonly unitOdds: Float64Array;
  /** Zone of cause c: `zoneCell` and `zoneEffect` from `zoneStart[c]` to `zoneStart[c + 1] - 1`; effect is damped, 0–1. */
  readonly zoneStart: Int32Array;
  readonly zoneCell: Int32Array;
  readonly zoneEffect: Float64Array;
  /** Beside `zoneEffect`: what a region that is not painted and was not asked about does to the odds. */
  readonly zoneBlank: Float64Array;
  /** Cause → cells that lie over the point; empty for imitators. */
  readonly over: readonly (readonly number[])[];
  /** Mirror images. */
  readonly mirrorCell: Int32Array;
  readonly mirrorCause: Int32Array;
  readonly mirrorUnit: Int32Array;
  readonly tests: ReadonlyMap<string, RankedTest>;
  readonly contextIds: ReadonlySet<string>;
  readonly words: WordIndex;
}

const SIDES: readonly PairedSide[] = ['left', 'right'];
export const cellKey = (region: RegionId, side: Side): string => `${region}@${side}`;

/**
 * Lays out the knowledge for ranking. Do it once: it takes a few milliseconds.
 *
 * @throws when a zone names an unknown region or a parameter is missing
 */
export function prepare(knowledge: RankingKnowledge): Model {
  const parameters = readParameters(knowledge.parameters);
  const cells: Cell[] = [];
  const cellOf = new Map<string, number>();
  for (const region of knowledge.regions) {
    for (const side of region.paired ? SIDES : (['midline'] as const)) {
      cellOf.set(cellKey(region.id, side), cells.length);
      cells.push({ region: region.id, side });
    }
  }
  const cellAt = (region: RegionId, side: PairedSide): number => {
    const at = cellOf.get(cellKey(region, side)) ?? cellOf.get(cellKey(region, 'midline'));
    if (at === undefined) throw new Error(`zone must name a region of the knowledge, got ${region}`);
    return at;
  };

  const causes: Cause[] = [];
  const units: Unit[] = [];
  const odds: number[] = [];
  const zones: Map<number, number>[] = [];
  const over: number[][] = [];
  const addCause = (id: string, side: PairedSide, unit: number, prior: number, zone: Map<number, number>) => {
    units[unit]?.causes.push(causes.length);
    causes.push({ id, side, unit });
    odds.push(prior);
    zones.push(zone);
  };

  for (const muscle of knowledge.muscles) {
    const prior = pointOdds(muscle, parameters);
    for (const side of SIDES) {
      const unit = units.push({ kind: 'muscle', muscle: muscle.id, side, causes: [] }) - 1;
      muscle.triggerPoints.forEach((point, i) => {
        const zone = new Map<number, number>();
        for (const { region, weight } of point.referral) {
          zone.set(cellAt(region, side), parameters.damping * weight);
        }
        if (point.side === 'often-bilateral') {
          for (const { region, weight } of point.referral) {
            const cell = cellAt(region, otherSide(side));
            if (!zone.has(cell)) zone.set(cell, parameters.damping * weight * parameters.otherSide);
          }
        }
        over.push((knowledge.homes?.[point.id] ?? []).map((region) => cellAt(region, side)));
        addCause(point.id, side, unit, prior[i] as number, zone);
      });
    }
  }
  for (const hypothesis of IMITATIONS) {
    const unit = units.push({ kind: 'imitation', hypothesis, causes: [] }) - 1;
    const prior = hypothesis === 'nerve-root' ? parameters.rootOdds : parameters.jointOdds;
    for (const competitor of knowledge.competitors ?? []) {
      if (competitor.hypothesis !== hypothesis) continue;
      for (const side of SIDES) {
        const zone = new Map<number, number>();
        for (const { region, weight } of competitor.zone) zone.set(cellAt(region, side), parameters.damping * weight);
        over.push([]);
        addCause(competitor.id, side, unit, prior, zone);
      }
    }
  }

  const zoneStart = new Int32Array(causes.length + 1);
  zones.forEach((zone, c) => {
    zoneStart[c + 1] = (zoneStart[c] as number) + zone.size;
  });
  const zoneEffect = Float64Array.from(zones.flatMap((zone) => [...zone.values()]));
  const causeAt = new Map(causes.map(({ id, side }, c) => [cellKey(id, side), c]));
  const mirrorCause = Int32Array.from(causes, ({ id, side }) => causeAt.get(cellKey(id, otherSide(side))) as number);
  const unitAt = new Map(
    units.map((unit, u) => [unit.kind === 'muscle' ? cellKey(unit.muscle, unit.side) : unit.hypothesis, u]),
  );
  const tests = new Map<string, RankedTest>();
  for (const muscle of knowledge.muscles) {
    for (const test of muscle.selfTests) {
      tests.set(test.id, {
        muscle: muscle.id,
        presses: /-(press|pinch)$/.test(test.id),
        findsSpot: test.positiveSign.includes('sore spot'),
      });
    }
  }
  const allOdds = odds.reduce((sum, odd) => sum + odd, 0);
  const fewOdds = Float64Array.from(odds, (odd) => (odd / allOdds) * parameters.usualCauses);
  return {
    parameters,
    cells,
    cellOf,
    around: cells.map(({ side }, r) => {
      const region = knowledge.regions.find(({ id }) => id === cells[r]?.region);
      return (region?.neighbours ?? []).flatMap((id) => {
        const sides: readonly Side[] = side === 'midline' ? ['left', 'right', 'midline'] : [side, 'midline'];
        return sides.flatMap((s) => cellOf.get(cellKey(id, s)) ?? []);
      });
    }),
    causes,
    units,
    muscles: new Map(knowledge.muscles.map((muscle) => [muscle.id, muscle])),
    priorOdds: Float64Array.from(odds),
    fewOdds,
    logSomeFew: Math.log(Math.expm1(fewOdds.reduce((sum, odd) => sum + Math.log1p(odd), 0))),
    unitOf: Int32Array.from(causes, ({ unit }) => unit),
    leaks: new Float64Array(cells.length).fill(parameters.leak),
    noRatios: new Float64Array(units.length).fill(1),
    companions: companions(causes, units, zones, mirrorCause, parameters),
    unitOdds: Float64Array.from(
      units,
      ({ causes: own }) => own.reduce((all, c) => all * (1 + (odds[c] as number)), 1) - 1,
    ),
    zoneStart,
    zoneCell: Int32Array.from(zones.flatMap((zone) => [...zone.keys()])),
    zoneEffect,
    zoneBlank: zoneEffect.map((effect) => (1 - effect) ** parameters.blankWeight),
    over,
    mirrorCell: Int32Array.from(cells, ({ region, side }) =>
      side === 'midline' ? (cellOf.get(cellKey(region, side)) as number) : cellAt(region, otherSide(side)),
    ),
    mirrorCause,
    mirrorUnit: Int32Array.from(units, (unit) =>
      unit.kind === 'muscle'
        ? (unitAt.get(cellKey(unit.muscle, otherSide(unit.side))) as number)
        : (unitAt.get(unit.hypothesis) as number),
    ),
    tests,
    contextIds: new Set(Object.keys(knowledge.perpetuatingFactorVocabulary)),
    words: wordIndex(knowledge),
  };
}

/**
 * Odds of each trigger point of a muscle before anything is known.
 *
 * Published shares of muscles differ up to fivefold, so they are only allowed a small power. A muscle with many listed
 * points is not meant to be likelier than one with few, so the points share part of its odds.
 */
function pointOdds(muscle: RankedMuscle, parameters: Parameters): number[] {
  const shares = (muscle.prevalence ?? []).flatMap(({ share, range, status }) => {
    if (status === 'latent') return [];
    if (share !== null) return [share];
    return range ? [(range[0] + range[1]) / 2] : [];
  });
  const share =
    shares.length > 0 ? shares.reduce((sum, value) => sum + value, 0) / shares.length : parameters.prevalenceUnknown;
  const muscleFactor = (share / parameters.prevalenceMiddle) ** parameters.prevalenceWeight;
  const classes = { common: 1, 'less-common': parameters.lessCommon, rare: parameters.rare };
  const factors = muscle.triggerPoints.map(({ frequencyClass }) => classes[frequencyClass]);
  const sum = factors.reduce((total, factor) => total + factor, 0);
  return factors.map(
    (factor) => (parameters.baseOdds * muscleFactor * factor) / Math.max(1, sum) ** parameters.pointsOfOneMuscle,
  );
}

/**
 * Points that tend to hurt together: the same point on the other side, and the other points of its muscle. Pain in their
 * zones, outside its own, speaks for a cause by a small ratio. Told as evidence instead of tying the hidden causes, it
 * leaves left and right apart and the sum exact and fast.
 */
function companions(
  causes: readonly Cause[],
  units: readonly Unit[],
  zones: readonly ReadonlyMap<number, number>[],
  mirrorCause: Int32Array,
  parameters: Parameters,
): Companion[][] {
  return causes.map(({ unit }, c) => {
    if (units[unit]?.kind !== 'muscle') return [];
    const logRatios = new Map<number, number>();
    const add = (other: number, ratio: number, points: number) => {
      const zone = zones[other] as ReadonlyMap<number, number>;
      let all = 0;
      for (const effect of zone.values()) all += effect;
      for (const [cell, effect] of zone) {
        if (zones[c]?.has(cell)) continue;
        logRatios.set(cell, (logRatios.get(cell) ?? 0) + (Math.log(ratio) * effect) / all / points);
      }
    };
    add(mirrorCause[c] as number, parameters.bothSides, 1);
    const sisters = (units[unit]?.causes ?? []).filter((other) => other !== c);
    for (const other of sisters) add(other, parameters.pointsTogether, sisters.length);
    return [...logRatios].map(([cell, logRatio]) => ({ cell, logRatio }));
  });
}
