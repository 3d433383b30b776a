// What a plan is asked for, and what it answers.

import type { MuscleId, PairedSide, Side } from '@unknot/atlas/frame';
import type { Grade, Posture } from '@unknot/knowledge/schema';
import type {
  ConditionId,
  Conditions,
  EpochMs,
  Facts,
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
  /** Only spares questions; absent: all are asked. */
  readonly sex?: 'female' | 'male';
  /** Numbers that conditions follow from: `pregnancy-weeks`, `weeks-since-operation`. */
  readonly facts?: Facts;
  readonly clearance: SelfCareClearance;
  readonly history?: PlanHistory;
  readonly preferences?: PlanPreferences;
  /** What the person has said about limits that are closed until somebody says so. */
  readonly confirmed?: readonly ConfirmCode[];
  readonly today?: Today;
  /** Exercises and devices of the person's own; they obey the same limits as everything else. */
  readonly own?: readonly OwnItem[];
}

/** What today allows, beside tools and places. Absent: no limit. */
export interface Today {
  /** False: cannot, or would rather not, get down to the floor and up again. */
  readonly floor?: boolean;
  /** Only what can be done in one of these. */
  readonly postures?: readonly Posture[];
  /**
   * `low`: nothing that loads or takes breath. `flare`: warmth, breathing, easy walking and easy movement, nothing else.
   * Source: exercise.json `flareRule`; which techniques it leaves is our own setting.
   */
  readonly energy?: 'low' | 'flare';
}

/** What an own exercise or device does; stands for the tags of a technique. */
export const OWN_DEEDS = [
  'stretch',
  'move',
  'strengthen',
  'breathe',
  'press',
  'roll',
  'drum',
  'warm',
  'cool',
  'tens',
] as const;
export type OwnDeed = (typeof OWN_DEEDS)[number];

/** What it may ask of the body. Not said counts as yes where it could be so. */
export const OWN_TRAITS = [
  'rounds-the-back',
  'arches-the-back',
  'turns-the-back',
  'head-below-heart',
  'lying-on-the-back',
  'lying-face-down',
  'on-the-knees',
  'down-to-the-floor',
  'holds-the-breath',
  'to-the-end-of-range',
  'hand-on-the-head',
] as const;
export type OwnTrait = (typeof OWN_TRAITS)[number];

/** An exercise a professional gave, or a device that is there: a value like any technique, under the same limits. */
export interface OwnItem {
  /** Begins with `own-`; never the id of a technique. */
  readonly id: TechniqueId;
  readonly name: string;
  readonly deed: OwnDeed;
  /** Empty: for no muscle in particular. What presses, warms or cools acts only where a muscle is named. */
  readonly muscles: readonly MuscleId[];
  readonly traits?: Readonly<Partial<Record<OwnTrait, boolean>>>;
  readonly tools: readonly ToolId[];
  readonly places: readonly PlaceId[];
  readonly postures: readonly Posture[];
  readonly dose: OwnDose;
  /** Conditions the maker's leaflet or the professional rules it out for. */
  readonly notWith?: readonly ConditionId[];
  /** Conditions the professional who gave it knows about: lifts what it only inherits from similar techniques. */
  readonly knownTo?: readonly ConditionId[];
}

/** As it was given; the rules only ever cut it. Minutes for what only lasts, else repetitions with or without a hold. */
export interface OwnDose {
  readonly holdSeconds?: number;
  readonly repetitions?: number;
  readonly sets?: number;
  readonly minutes?: number;
  readonly perSide?: boolean;
  readonly perDay?: number;
  readonly perWeek?: number;
  /** Highest discomfort, NRS 0–10. */
  readonly intensityCap?: number;
}

export interface PlanPreferences {
  readonly never?: readonly TechniqueId[];
  readonly prefer?: readonly TechniqueId[];
  /** "I have more time": seven items instead of four. */
  readonly moreItems?: boolean;
  /** The last word on each. Too hard: the easier version, or less of it. Too easy: the harder version, as far as it is open. */
  readonly felt?: Readonly<Record<TechniqueId, 'too-hard' | 'too-easy'>>;
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
  /** How much was done: repetitions × sets, or minutes of what only lasts. Absent: all that was planned. */
  readonly done?: number;
  /** Only a file tells it: it makes things rest and warns, and is no experience (PLN-27). */
  readonly fromFile?: true;
}

export interface PlanHistory {
  readonly now: EpochMs;
  /** Finished by the person; what only a file tells does not count (PLN-27). */
  readonly sessionsDone: number;
  readonly uses: readonly TechniqueUse[];
  readonly lastHardExercise?: EpochMs;
  /** Techniques that may be said to have helped this person (learning, `helpedBefore`). */
  readonly helped?: readonly TechniqueId[];
  /** Techniques that did not help this person: offered only where nothing else is, or when preferred (learning, `noHelp`). */
  readonly noHelp?: readonly TechniqueId[];
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
  | 'helped-before'
  | 'easier-version'
  | 'harder-version'
  /** An exercise or device of the person's own. */
  | 'own';

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

/** An item with all that helps to judge it. */
export interface PlannedItem extends PlanItem {
  /**
   * What it may be expected to do in this session, NRS points, others of its kind beside it counted.
   * `learned`: from this person's own sessions. `own-setting`: the class mean we set from trials; the trials are
   * `effectPriors` of the knowledge under `class`, and nobody is promised their numbers.
   */
  readonly expected: { readonly drop: number; readonly from: 'learned' | 'own-setting'; readonly class: string };
  /** Open for this person now, for "too hard" and "too easy"; null: less of the same, or nothing above it. */
  readonly easier: TechniqueId | null;
  readonly harder: TechniqueId | null;
  /** Seed conflicts of the knowledge that concern it: "some say …; we do not, because …". */
  readonly conflicts: readonly string[];
}

export type LeftOutReason =
  | { readonly kind: 'condition'; readonly condition: ConditionId }
  /** Would be open if the person could say this. */
  | { readonly kind: 'unconfirmed'; readonly condition: ConditionId; readonly confirm: ConfirmCode }
  | { readonly kind: 'check'; readonly rule: RuleId }
  | { readonly kind: 'dose-rule'; readonly rule: RuleId }
  | { readonly kind: 'sequence-rule'; readonly rule: RuleId }
  | { readonly kind: 'tool'; readonly tool: ToolId }
  /** It felt too hard; this one is offered instead. */
  | { readonly kind: 'too-hard'; readonly easier: TechniqueId }
  | {
      readonly kind:
        | 'place'
        | 'time'
        | 'recent'
        | 'never'
        | 'not-for-this-muscle'
        | 'not-in-a-session'
        /** Cannot be done in the postures that are possible today. */
        | 'posture'
        /** More than today's energy, or not on a flare day. */
        | 'energy'
        /** Allowed, but in this person's own sessions it did not help. */
        | 'no-help'
        /** Allowed, but the others do more in the same time. */
        | 'weaker'
        /** Allowed, and there would be time; the items there are enough for one session. */
        | 'enough'
        /** Allowed, but the session holds as much of its kind as the limits allow. */
        | 'alike'
        /** Allowed, for those who want it. */
        | 'by-wish';
    };

export interface LeftOut {
  readonly technique: TechniqueId;
  readonly because: NonEmpty<LeftOutReason>;
}

export interface Plan {
  readonly kind: 'plan';
  readonly items: NonEmpty<PlannedItem>;
  readonly seconds: number;
  /**
   * Why clearly less time is used than was asked for. `items`: more would fit, but so many items are enough for one
   * session (PLN-12). `limits`: nothing that is open would fit beside these. Null: the minutes are used.
   */
  readonly shorter: 'items' | 'limits' | null;
  /** Sum of what its items are expected to do, NRS points. */
  readonly expectedDrop: number;
  readonly leftOut: readonly LeftOut[];
  readonly says: readonly SayCode[];
  /** Conditions nobody has asked about that would take away or limit an item: ask before the first session. */
  readonly needsAsking: readonly ConditionId[];
}

export type PlanResult =
  | Plan
  | { readonly kind: 'see-someone'; readonly level: Exclude<Level, 'self-care'>; readonly because: NonEmpty<RuleId> }
  | { readonly kind: 'nothing-fits'; readonly leftOut: readonly LeftOut[]; readonly says: readonly SayCode[] };
