// What a person can do about a sore muscle: steps and doses, limits on them, evidence and what to expect.

import * as v from 'valibot';
import { articleFile, productParts, seedReading } from './claim.ts';
import { muscleTool } from './muscle.ts';
import { amount, evidence, finite, type grade, id, ids, type Known, sourceOrOwnSetting, text, texts } from './shape.ts';

export const place = v.picklist(['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere']);

/** How a body can be while doing it. `kneeling`: on hands and knees, or on the knees. */
export const posture = v.picklist(['sitting', 'standing', 'lying', 'kneeling']);
export type Posture = v.InferOutput<typeof posture>;

/** Null: does not apply, or is not limited. */
export const dose = v.strictObject({
  holdSeconds: v.nullable(amount),
  repetitions: v.nullable(amount),
  sets: amount,
  totalMinutesMin: v.nullable(amount),
  totalMinutesMax: v.nullable(amount),
  perDay: v.nullable(amount),
  perWeek: v.nullable(amount),
  restSeconds: v.nullable(amount),
  /** Highest discomfort allowed, NRS 0–10. */
  intensityCap: v.pipe(amount, v.maxValue(10)),
  /** True: the repetitions count for each side. */
  perSide: v.boolean(),
  /** Each repetition is a movement, a stroke or a contract-and-relax, not a still hold: holds may be shorter than a rule's minimum. */
  dynamic: v.exactOptional(v.literal(true)),
  note: v.exactOptional(text),
  contrast: v.exactOptional(v.strictObject({ warmSeconds: amount, coldSeconds: amount, rounds: amount })),
  source: sourceOrOwnSetting,
});
export type Dose = Known<typeof dose>;

/** Measured in groups, most after a whole programme; never a promise to one person. */
export const expectedRelief = v.strictObject({
  meanChange: finite,
  ciLow: v.nullable(finite),
  ciHigh: v.nullable(finite),
  scale: text,
  horizon: text,
  comparator: text,
  population: text,
  source: id,
  directness: v.picklist(['direct', 'indirect', 'package']),
  certainty: v.exactOptional(v.picklist(['low', 'moderate'])),
  note: v.exactOptional(text),
});
export type ExpectedRelief = Known<typeof expectedRelief>;

const techniqueEntries = {
  id,
  name: text,
  plainName: text,
  category: id,
  goal: v.picklist([
    'release',
    'lengthen',
    'warm',
    'cool',
    'strengthen',
    'mobilise',
    'calm',
    'prevent',
    'professional',
    'medicine',
  ]),
  /** Muscles, or "any": every sore muscle. */
  targets: ids,
  /** Muscle groups that are not in the muscle files, in words. */
  alsoTrains: v.exactOptional(texts),
  /** Things used, in words. */
  tools: texts,
  /** Tools that must be at hand. */
  toolIds: ids,
  /** Tools that make it more comfortable and may be missing. */
  optionalToolIds: v.exactOptional(ids),
  place: v.pipe(v.array(place), v.minLength(1, 'has no place')),
  position: text,
  /** In which it can be done; one is enough. Absent: in any. */
  postures: v.exactOptional(v.pipe(v.array(posture), v.minLength(1, 'has no posture'))),
  dose,
  steps: v.pipe(texts, v.minLength(1, 'has no steps')),
  commonMistakes: texts,
  stopIf: texts,
  tags: ids,
  /** Conditions with which it is never offered. */
  contraindications: ids,
  cautions: v.array(v.strictObject({ condition: id, text })),
  evidence,
  expectedRelief: v.nullable(expectedRelief),
  effectPriorClass: id,
  easierVersion: v.exactOptional(id),
  harderVersions: v.exactOptional(ids),
};

/** A technique as the plan reads it. */
export const technique = v.strictObject(techniqueEntries);
export type Technique = Known<typeof technique>;

/** A technique as reviewers read it: with the claims of the articles it answers. */
export const techniqueRecord = v.strictObject({ ...techniqueEntries, seedClaims: v.array(seedReading) });
export type TechniqueRecord = Known<typeof techniqueRecord>;

/** A limit on every technique with a tag. `maxFor` and `defaultFor`: by condition (or technique). */
export const doseRule = v.strictObject({
  id,
  appliesTo: v.pipe(v.string(), v.regex(/^tag:[a-z0-9-]+$/, 'is not tag:id')),
  field: v.picklist([
    'totalMinutesMax',
    'intensityCap',
    'holdSeconds',
    'spotsPerSession',
    'secondsPerMuscle',
    'forbiddenAreas',
    'progressPercentPerWeek',
    'sessionMinutesMax',
    'daysMax',
    'response',
    'weeks',
  ]),
  min: v.exactOptional(amount),
  max: v.exactOptional(amount),
  default: v.exactOptional(amount),
  absoluteMax: v.exactOptional(amount),
  maxFor: v.exactOptional(v.record(id, amount)),
  defaultFor: v.exactOptional(v.record(id, amount)),
  intensityCap: v.exactOptional(amount),
  secondsPerSpotMax: v.exactOptional(amount),
  secondsPerMuscleTotal: v.exactOptional(amount),
  minutesPerSessionMax: v.exactOptional(amount),
  maxTimesPerSpotPerDay: v.exactOptional(amount),
  hoursBetweenSameSpot: v.exactOptional(amount),
  restMinutesSameSkin: v.exactOptional(amount),
  perWeekStart: v.exactOptional(amount),
  /** Whole days without it between two days with it. */
  restDaysBetween: v.exactOptional(amount),
  notWithinHoursOfHardExercise: v.exactOptional(amount),
  painRuleDuring: v.exactOptional(amount),
  painRuleNextMorning: v.exactOptional(amount),
  speed: v.exactOptional(v.literal('lowest')),
  confirm: v.exactOptional(ids),
  forbiddenAreas: v.exactOptional(texts),
  /** Muscles that lie in a forbidden area: never worked on in this way. */
  forbiddenMuscles: v.exactOptional(ids),
  forbidden: v.exactOptional(texts),
  /** What a plan tells the person when it contains a technique the rule applies to (say codes). */
  says: v.exactOptional(ids),
  skipWhen: v.exactOptional(text),
  exception: v.exactOptional(text),
  /** Techniques the exception is about. */
  exempt: v.exactOptional(ids),
  rule: v.exactOptional(text),
  why: text,
  /** Where the numbers come from; the sources say why there is a limit at all. */
  basis: v.picklist(['published', 'published-with-own-limits', 'own setting']),
  sources: ids,
  seedFiles: v.array(articleFile),
});
export type DoseRule = Known<typeof doseRule>;

export const sequenceRule = v.strictObject({ id, rule: text, source: sourceOrOwnSetting });
export type SequenceRule = Known<typeof sequenceRule>;

/** What trials measured for a class of techniques, and what a first session may be expected to do (NRS points). */
export const effectPrior = v.strictObject({
  id,
  label: text,
  pooled: v.array(
    v.strictObject({
      measure: text,
      value: finite,
      ci: v.nullable(v.tuple([finite, finite])),
      comparator: text,
      note: v.exactOptional(text),
      source: id,
    }),
  ),
  suggestedSessionPrior: v.nullable(
    v.strictObject({
      mean: finite,
      sd: v.pipe(finite, v.minValue(0)),
      note: v.exactOptional(text),
      source: sourceOrOwnSetting,
    }),
  ),
});
export type EffectPrior = Known<typeof effectPrior>;

/** Where the articles contradict each other, and what the product does. */
export const seedConflict = v.strictObject({
  id,
  topic: text,
  sides: v.array(v.strictObject({ file: articleFile, says: text })),
  resolution: text,
  /** Techniques it concerns, by id or `tag:` and a tag. */
  appliesTo: v.exactOptional(texts),
  sources: ids,
  inProduct: v.array(productParts),
});
export type SeedConflict = Known<typeof seedConflict>;

/** How a pain goes on its own: "6 weeks" → mean pain. */
export const naturalCourse = v.strictObject({ condition: text, points: v.record(text, amount), source: id });
export type NaturalCourse = Known<typeof naturalCourse>;

/** `palpationTool`: which tools of the muscle files it can stand for. */
export const tool = v.strictObject({ label: text, palpationTool: v.exactOptional(v.array(muscleTool)) });
export type Tool = Known<typeof tool>;

/** Where somebody may be: the places that are there, what stands there anyway, and what of the rest is of use there. */
export const surrounding = v.strictObject({
  label: text,
  places: v.pipe(v.array(place), v.minLength(1, 'has no place')),
  /** Tools that nobody has to bring. */
  furniture: ids,
  /** Of what somebody has, only these are in reach or not out of place. Absent: all of it. */
  inReach: v.exactOptional(ids),
  /** Absent: in any. */
  postures: v.exactOptional(v.pipe(v.array(posture), v.minLength(1, 'has no posture'))),
  source: sourceOrOwnSetting,
});
export type Surrounding = Known<typeof surrounding>;

/** Words the technique files use. */
export const techniqueVocabulary = v.strictObject({
  toolVocabulary: v.record(id, tool),
  surroundings: v.strictObject({
    home: surrounding,
    work: surrounding,
    bed: surrounding,
    travel: surrounding,
    public: surrounding,
  }),
  tagVocabulary: v.record(id, text),
  gradeDefinitions: v.strictObject({
    strong: text,
    moderate: text,
    limited: text,
    'expert-opinion': text,
    contested: text,
    none: text,
  } satisfies Record<v.InferOutput<typeof grade>, typeof text>),
  categories: ids,
  /** Sentences a plan can say, by say code. */
  sayVocabulary: v.exactOptional(v.record(id, text)),
  /** What a person can confirm before a technique, by confirmation code. */
  confirmVocabulary: v.exactOptional(v.record(id, text)),
});
export type TechniqueVocabulary = Known<typeof techniqueVocabulary>;
