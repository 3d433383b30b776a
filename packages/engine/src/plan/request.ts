// What a plan is asked for, and what it answers.

import type { MuscleId, PairedSide, Side } from '@unknot/atlas/frame';
import type { Grade } from '@unknot/knowledge/schema';
import type {
  ConditionId,
  Conditions,
  EpochMs,
  Level,
  MuscleTarget,
  NonEmpty,
  PlaceId,
  RuleId,
  SourceId,
  TechniqueId,
  ToolId,
} from '../case/index.ts';
import type { SelfCareClearance } from '../triage/index.ts';

/** Code of a sentence the plan tells the person; `sayVocabulary` has the words. */
export type SayCode = string;
/** Code of something the person confirms; `confirmVocabulary` has the words. */
export type ConfirmCode = string;

export interface PlanRequest {
  /** Shares are relative. Empty: nothing in particular is sore, or nobody knows what. */
  readonly targets: readonly MuscleTarget[];
  readonly minutes: number;
  /** All that is at hand; the own hands always are. */
  readonly tools: readonly ToolId[];
  /** Where it can be done; `anywhere` always is. */
  readonly places: readonly PlaceId[];
  /** Never asked means absent; see `needsAsking` of the plan. */
  readonly conditions: Conditions;
  readonly ageYears?: number;
  readonly clearance: SelfCareClearance;
  readonly history?: PlanHistory;
  readonly preferences?: PlanPreferences;
  /** What the person has said about limits that are closed until somebody says so. */
  readonly confirmed?: readonly ConfirmCode[];
}

export interface PlanPreferences {
  readonly never?: readonly TechniqueId[];
  readonly prefer?: readonly TechniqueId[];
  /** "I have more time": seven items instead of four. */
  readonly moreItems?: boolean;
}

/** One item of an earlier session, as far as the next plan has to know it. */
export interface TechniqueUse {
  readonly technique: TechniqueId;
  /** Null: it acted on no muscle in particular. */
  readonly muscle: MuscleId | null;
  readonly side: Side | 'both';
  readonly at: EpochMs;
  /** Pain afterwards minus pain before, NRS points; absent when not told. */
  readonly change?: number;
  /** Points the spot was sorer the next morning; absent when not told. */
  readonly sorerNextDay?: number;
  readonly bruise?: boolean;
}

export interface PlanHistory {
  readonly now: EpochMs;
  readonly sessionsDone: number;
  readonly uses: readonly TechniqueUse[];
  readonly lastHardExercise?: EpochMs;
  /** Learned mean change by technique, NRS points, negative is relief; takes the place of the prior. */
  readonly learned?: Readonly<Record<TechniqueId, number>>;
}

/** The parts of a session in their order. */
export const PHASES = ['settle', 'warm', 'release', 'lengthen', 'move', 'strengthen', 'cool', 'calm'] as const;
export type Phase = (typeof PHASES)[number];

/** A dose after every rule and every active condition has cut it. Null: does not apply. */
export interface PlanDose {
  readonly holdSeconds: number | null;
  readonly repetitions: number | null;
  readonly sets: number;
  /** Between repetitions that are held, and between sets. */
  readonly restSeconds: number | null;
  readonly perSide: boolean;
  /** One side, rests included, without getting ready. */
  readonly seconds: number;
  /** Highest discomfort allowed, NRS 0–10. */
  readonly intensityCap: number;
  readonly confirm: readonly ConfirmCode[];
  readonly contrast?: { readonly warmSeconds: number; readonly coldSeconds: number; readonly rounds: number };
}

/** Why an item is in the plan. */
export type ItemReason =
  | 'acts-on-muscle'
  | 'acts-where-it-hurts'
  | 'whole-body'
  | 'settles'
  | 'only-one-left'
  | 'preferred'
  | 'helped-before';

export interface PlanItem {
  readonly technique: TechniqueId;
  /** Null: acts on no muscle in particular. */
  readonly muscle: MuscleId | null;
  readonly side: Side | 'both';
  /** Begin here when both sides are done (`two-sides`: the less sore one). */
  readonly firstSide?: PairedSide;
  /** Everything: getting ready, both sides, rests. */
  readonly seconds: number;
  readonly category: string;
  readonly dose: PlanDose;
  readonly phase: Phase;
  readonly grade: Grade;
  readonly because: NonEmpty<ItemReason>;
  readonly sources: readonly SourceId[];
  /** Techniques that may take its place without breaking anything, best first. */
  readonly alternatives: readonly TechniqueId[];
}

export type LeftOutReason =
  | { readonly kind: 'condition'; readonly condition: ConditionId }
  /** Would be open if the person could say this. */
  | { readonly kind: 'unconfirmed'; readonly condition: ConditionId; readonly confirm: ConfirmCode }
  | { readonly kind: 'check'; readonly rule: RuleId }
  | { readonly kind: 'dose-rule'; readonly rule: RuleId }
  | { readonly kind: 'sequence-rule'; readonly rule: RuleId }
  | { readonly kind: 'tool'; readonly tool: ToolId }
  | {
      readonly kind:
        | 'place'
        | 'time'
        | 'recent'
        | 'never'
        | 'not-for-this-muscle'
        | 'not-in-a-session'
        /** Allowed, but the others do more in the same time. */
        | 'weaker';
    };

export interface LeftOut {
  readonly technique: TechniqueId;
  readonly because: NonEmpty<LeftOutReason>;
}

export interface Plan {
  readonly kind: 'plan';
  readonly items: NonEmpty<PlanItem>;
  readonly seconds: number;
  readonly leftOut: readonly LeftOut[];
  readonly says: readonly SayCode[];
  /** Conditions nobody has asked about that would take away or limit an item: ask before the first session. */
  readonly needsAsking: readonly ConditionId[];
}

export type PlanResult =
  | Plan
  | { readonly kind: 'see-someone'; readonly level: Exclude<Level, 'self-care'>; readonly because: NonEmpty<RuleId> }
  | { readonly kind: 'nothing-fits'; readonly leftOut: readonly LeftOut[]; readonly says: readonly SayCode[] };
