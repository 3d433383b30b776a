// Muscles: where they are, which pain their trigger points are said to send where, how to test and to find them.

import * as v from 'valibot';
import { id, ids, type Known, share, text, texts } from './shape.ts';

/** Weight: how often a person with an active point is thought to feel it there, 0–1; our own setting unless `observed`. */
export const referral = v.strictObject({
  region: id,
  weight: share,
  kind: v.picklist(['essential', 'spillover']),
  observed: v.exactOptional(v.strictObject({ frequency: share, source: id, note: text })),
});
export type Referral = Known<typeof referral>;

export const triggerPoint = v.strictObject({
  id,
  location: text,
  frequencyClass: v.picklist(['common', 'less-common', 'rare']),
  side: v.picklist(['ipsilateral', 'often-bilateral', 'ipsilateral, vertical; horizontal when both sides are active']),
  patternEvidence: v.picklist(['study', 'two-or-more-sources', 'one-source', 'textbook-recalled']),
  referral: v.pipe(v.array(referral), v.minLength(1, 'has no referral zone')),
});
export type TriggerPoint = Known<typeof triggerPoint>;

export const selfTest = v.strictObject({ id, instruction: text, positiveSign: text });
export type SelfTest = Known<typeof selfTest>;

/** What presses on a muscle; the keys of `muscleTools`. */
export const muscleTool = v.picklist(['hand', 'ball-on-wall', 'ball-on-floor', 'hook-cane', 'foam-roller', 'partner']);
export type MuscleTool = v.InferOutput<typeof muscleTool>;

export const palpation = v.strictObject({ howToFind: text, tools: v.array(muscleTool) });

/** Share of people in one study in whom the muscle had a point of this status. */
export const prevalence = v.strictObject({
  share: v.nullable(share),
  status: v.picklist(['active', 'latent', 'any']),
  population: text,
  n: v.nullable(v.pipe(v.number(), v.integer())),
  source: id,
  note: v.exactOptional(text),
  range: v.exactOptional(v.tuple([share, share])),
});
export type Prevalence = Known<typeof prevalence>;

export const muscle = v.strictObject({
  id,
  name: text,
  latinName: text,
  plainName: text,
  group: id,
  layer: v.picklist(['superficial', 'intermediate', 'deep']),
  origin: texts,
  insertion: texts,
  fibreDirection: text,
  actions: texts,
  innervation: v.strictObject({ nerve: text, roots: texts }),
  triggerPoints: v.pipe(v.array(triggerPoint), v.minLength(1, 'has no trigger point')),
  commonSymptoms: texts,
  aggravatingMovements: texts,
  perpetuatingFactors: ids,
  selfTests: v.array(selfTest),
  palpation,
  selfTreatmentCautions: texts,
  /** Null: no share was found in the literature. */
  prevalence: v.nullable(v.array(prevalence)),
  differential: texts,
  sources: ids,
});
export type Muscle = Known<typeof muscle>;

/** Words the muscle files use. */
export const muscleVocabulary = v.strictObject({
  perpetuatingFactorVocabulary: v.record(id, text),
  toolVocabulary: v.record(muscleTool, text),
});
export type MuscleVocabulary = Known<typeof muscleVocabulary>;
