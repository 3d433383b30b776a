// All knowledge of one edition, and the four slices of it that are loaded where they are needed.

import * as v from 'valibot';
import type { LibraryText, SeedArticle, SeedClaim } from './claim.ts';
import type { Condition } from './condition.ts';
import type { Competitor, InferenceParameters, TriggerPointHomes } from './inference.ts';
import type { Muscle, MuscleVocabulary } from './muscle.ts';
import type { Outcomes } from './outcome.ts';
import type { Prevention } from './prevention.ts';
import type {
  CheckFrame,
  CheckLevel,
  CheckQuestion,
  CheckSemantics,
  Fact,
  FactMapping,
  QuestionSet,
  RedFlagRecord,
  RedFlagRule,
  RuleLevel,
  TestVector,
} from './redFlag.ts';
import type { Region } from './region.ts';
import { id, type Known, text, texts } from './shape.ts';
import type { Source } from './source.ts';
import type {
  DoseRule,
  EffectPrior,
  NaturalCourse,
  SeedConflict,
  SequenceRule,
  Technique,
  TechniqueRecord,
  TechniqueVocabulary,
  Tool,
} from './technique.ts';
import type { Wording } from './wording.ts';

export const edition = v.strictObject({
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: v.pipe(v.string(), v.isoDate('is not a date (year-month-day)')),
  changes: texts,
});
export type Edition = Known<typeof edition>;

/** How a body of facts was put together and how far it can be trusted, by subject and heading. */
export const methodNotes = v.record(id, v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]+$/)), v.union([text, texts])));
export type MethodNotes = Known<typeof methodNotes>;

/** Everything, as decoded from the data files. */
export interface Knowledge {
  readonly edition: Edition;
  readonly facts: readonly Fact[];
  readonly rules: readonly RedFlagRecord[];
  /** Test vectors that expect no rule; the others live with their rules. */
  readonly quietVectors: readonly TestVector[];
  readonly checkFrame: CheckFrame;
  readonly checkQuestions: readonly CheckQuestion[];
  readonly factMapping: FactMapping;
  readonly conditions: readonly Condition[];
  readonly regions: readonly Region[];
  readonly muscles: readonly Muscle[];
  readonly muscleVocabulary: MuscleVocabulary;
  readonly inferenceParameters: InferenceParameters;
  readonly competitors: readonly Competitor[];
  readonly triggerPointHomes: TriggerPointHomes;
  readonly techniques: readonly TechniqueRecord[];
  readonly techniqueVocabulary: TechniqueVocabulary;
  readonly doseRules: readonly DoseRule[];
  readonly sequenceRules: readonly SequenceRule[];
  readonly effectPriors: readonly EffectPrior[];
  readonly seedConflicts: readonly SeedConflict[];
  readonly naturalCourse: readonly NaturalCourse[];
  readonly outcomes: Outcomes;
  readonly prevention: Prevention;
  readonly sources: readonly Source[];
  readonly seedArticles: readonly SeedArticle[];
  readonly library: readonly LibraryText[];
  readonly methodNotes: MethodNotes;
  readonly wording: Wording;
}

/** A condition as far as asking for it goes. */
export type AskedCondition = Pick<
  Condition,
  'id' | 'name' | 'group' | 'question' | 'help' | 'whyItMatters' | 'derivedFrom'
>;

/** What the safety check needs, and nothing else: it is the first thing loaded. */
export interface CheckKnowledge {
  readonly edition: number;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly rules: readonly RedFlagRule[];
  readonly levels: readonly CheckLevel[];
  readonly precedence: readonly RuleLevel[];
  readonly semantics: CheckSemantics;
  readonly questionSets: Readonly<Record<string, QuestionSet>>;
  readonly conditions: readonly AskedCondition[];
  readonly checkQuestions: readonly CheckQuestion[];
  readonly factMapping: FactMapping;
}

/** A muscle as far as ranking it, testing it and finding it goes. */
export type IdentifyMuscle = Pick<
  Muscle,
  | 'id'
  | 'name'
  | 'latinName'
  | 'plainName'
  | 'group'
  | 'layer'
  | 'triggerPoints'
  | 'aggravatingMovements'
  | 'perpetuatingFactors'
  | 'selfTests'
  | 'palpation'
  | 'selfTreatmentCautions'
  | 'prevalence'
  | 'differential'
>;

export interface IdentifyKnowledge {
  readonly edition: number;
  readonly regions: readonly Region[];
  readonly muscles: readonly IdentifyMuscle[];
  /** What keeps a muscle sore, id → plain words; the ids are context tags of a case. */
  readonly perpetuatingFactorVocabulary: MuscleVocabulary['perpetuatingFactorVocabulary'];
  readonly parameters: InferenceParameters;
  readonly competitors: readonly Competitor[];
  /** Trigger point → regions that lie over it. */
  readonly homes: TriggerPointHomes;
}

export type PlanMuscle = Pick<
  Muscle,
  'id' | 'name' | 'latinName' | 'plainName' | 'group' | 'palpation' | 'selfTreatmentCautions'
>;

export interface PlanKnowledge {
  readonly edition: number;
  readonly techniques: readonly Technique[];
  readonly conditions: readonly Condition[];
  readonly doseRules: readonly DoseRule[];
  readonly sequenceRules: readonly SequenceRule[];
  readonly effectPriors: readonly EffectPrior[];
  readonly seedConflicts: readonly SeedConflict[];
  readonly toolVocabulary: Readonly<Record<string, Tool>>;
  /** Where somebody may be, and what is there. */
  readonly surroundings: TechniqueVocabulary['surroundings'];
  readonly tagVocabulary: Readonly<Record<string, string>>;
  /** Sentences a plan can say, and what a person can confirm, by code. */
  readonly sayVocabulary: Readonly<Record<string, string>>;
  readonly confirmVocabulary: Readonly<Record<string, string>>;
  readonly gradeDefinitions: TechniqueVocabulary['gradeDefinitions'];
  readonly naturalCourse: readonly NaturalCourse[];
  readonly muscles: readonly PlanMuscle[];
  /** Tools of `palpation.tools`, in words. */
  readonly muscleTools: MuscleVocabulary['toolVocabulary'];
}

/** The rest of a muscle: for reading, not for ranking. */
export type MuscleAnatomy = Pick<
  Muscle,
  | 'id'
  | 'origin'
  | 'insertion'
  | 'fibreDirection'
  | 'actions'
  | 'innervation'
  | 'commonSymptoms'
  | 'aggravatingMovements'
  | 'sources'
>;

export interface LibraryKnowledge {
  readonly edition: number;
  /** The whole edition: date and changes. */
  readonly about: Edition;
  readonly sources: Readonly<Record<string, Source>>;
  readonly outcomes: Outcomes;
  readonly prevention: Prevention;
  readonly seedClaims: readonly (SeedClaim & { readonly file: string })[];
  readonly texts: readonly LibraryText[];
  readonly anatomy: readonly MuscleAnatomy[];
  readonly methodNotes: MethodNotes;
}
