// The case: everything the engine may know about a person when it is asked something. Values only.

import { PAIN_QUALITIES, type PainQuality } from '@unknot/atlas/drawing';
import type { MuscleId, PairedSide, RegionId, Side } from '@unknot/atlas/frame';

/** Fact of the check, for example `saddle-numb`. Ids never change their meaning. */
export type FactId = string;
export type ConditionId = string;
export type TechniqueId = string;
export type ToolId = string;
export type SelfTestId = string;
export type RuleId = string;
export type SourceId = string;

/** Where a plan can be carried out. */
export type PlaceId = 'desk' | 'wall' | 'floor' | 'bed' | 'shower' | 'anywhere';

/**
 * What a person said to one fact. A fact that was never asked is absent: unknown is never "no".
 * Numbers carry the unit of the fact (years, weeks, months, or pain 0–10).
 */
export type FactAnswer = true | false | 'unsure' | 'skipped' | number;
export type Facts = Readonly<Record<FactId, FactAnswer>>;

/** A condition that was never asked about is absent. */
export type ConditionAnswer = true | false | 'unsure';
export type Conditions = Readonly<Record<ConditionId, ConditionAnswer>>;

export { PAIN_QUALITIES, type PainQuality };

/** One painted region, measured from the strokes. */
export interface PainPlace {
  readonly region: RegionId;
  readonly side: Side;
  /** Share of the region that is painted, 0–1. */
  readonly coverage: number;
  /** Pain there, NRS 0–10; absent when the person did not say. */
  readonly intensity?: number;
  readonly quality?: PainQuality;
}

/** "I feel the knot here": same shape, on its own layer. */
export type KnotPlace = Pick<PainPlace, 'region' | 'side' | 'coverage'>;

export type FindingAnswer = 'yes' | 'no' | 'unsure';

/** Answers to self-tests, keyed by `testId` or `testId@left|right` when the side was asked. */
export type Findings = Readonly<Record<string, FindingAnswer>>;

/** A muscle on a side, with the share of the pain it is thought to explain, 0–1. */
export interface MuscleTarget {
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  readonly share: number;
}

export type NonEmpty<T> = readonly [T, ...T[]];

/** How far a check reached, most urgent first. `ask-first`: questions are still open. */
export const LEVELS = ['emergency', 'urgent-24h', 'see-doctor-soon', 'see-doctor', 'self-care'] as const;
export type Level = (typeof LEVELS)[number];

/** Milliseconds since 1970-01-01T00:00:00Z, handed in by a door. */
export type EpochMs = number;
