// What the five articles we started from say, how we read each claim, and where the product carries it.

import * as v from 'valibot';
import { grade, id, ids, type Known, text, texts } from './shape.ts';

export const productParts = v.picklist([
  'CHECK',
  'LOCATE',
  'IDENTIFY',
  'PLAN',
  'SESSION',
  'OUTCOME',
  'LEARN',
  'PREVENT',
  'REPORT',
]);

/** An article, by the name of its file. */
export const articleFile = v.pipe(v.string(), v.regex(/^\d{3}_[0-9a-f]{16}\.txt$/, 'is not the name of an article'));

/** A short note kept beside a technique or a rule: which claim it answers, and how. Never spoken. */
export const seedReading = v.strictObject({ file: articleFile, claim: text, ourReading: text });
export type SeedReading = Known<typeof seedReading>;

/** Kinds of knowledge a seed claim can be carried by. `library` is a text of the library. */
export const CARRIERS = [
  'technique',
  'red-flag',
  'condition',
  'prevention',
  'outcome',
  'dose-rule',
  'sequence-rule',
  'seed-conflict',
  'muscle',
  'library',
] as const;

export const carrier = v.strictObject({ kind: v.picklist(CARRIERS), id });
export type Carrier = Known<typeof carrier>;

export const seedClaim = v.strictObject({
  id,
  topic: id,
  claim: text,
  verdict: v.picklist(['explain', 'implement', 'implement-with-limit', 'correct']),
  reading: text,
  whereInProduct: v.array(productParts),
  sources: ids,
  carriedBy: v.array(carrier),
});
export type SeedClaim = Known<typeof seedClaim>;

/** One article with all its claims. */
export const seedArticle = v.strictObject({ file: articleFile, title: text, claims: v.array(seedClaim) });
export type SeedArticle = Known<typeof seedArticle>;

/**
 * A short text of the library, in plain words.
 * `taught`: explained as it stands; `limited`: true within limits; `corrected`: the article was wrong.
 */
export const libraryText = v.strictObject({
  id,
  title: text,
  kind: v.picklist(['taught', 'limited', 'corrected']),
  grade,
  paragraphs: v.pipe(texts, v.minLength(1, 'has no paragraphs')),
  sources: ids,
});
export type LibraryText = Known<typeof libraryText>;
