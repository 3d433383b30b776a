// How we find out whether it helped: measures, what counts as a change, and whose permission each measure needs.

import * as v from 'valibot';
import { finite, id, ids, type Known, text, texts } from './shape.ts';

export const outcomeMeasure = v.strictObject({
  id,
  name: text,
  fullName: text,
  purpose: text,
  licence: v.strictObject({
    status: id,
    detail: text,
    confidence: text,
    permissionNeeded: v.exactOptional(v.boolean()),
    holder: v.exactOptional(text),
  }),
  itemsAllowedToReproduce: text,
  scoring: text,
  direction: v.picklist(['lower-is-better', 'higher-is-better']),
  range: v.nullable(v.tuple([finite, finite])),
  /** Smallest change that people notice; text where the source gives a span. */
  mcid: v.array(
    v.strictObject({
      value: v.nullable(v.union([finite, text])),
      unit: v.exactOptional(text),
      meaning: text,
      source: id,
    }),
  ),
  /** Smallest change above the noise of the measure. */
  mdc: v.array(v.strictObject({ value: v.nullable(finite), meaning: text, source: id })),
  cadence: text,
  productUse: text,
  ownWording: v.exactOptional(
    v.strictObject({
      question: v.exactOptional(text),
      questions: v.exactOptional(texts),
      anchors: v.exactOptional(texts),
      prompt: v.exactOptional(text),
      reminder: v.exactOptional(text),
    }),
  ),
  notes: v.exactOptional(text),
  sources: ids,
});
export type OutcomeMeasure = Known<typeof outcomeMeasure>;

/** What holds for all measures. */
export const outcomeFrame = v.strictObject({
  note: text,
  licenceStatus: v.record(id, text),
  defaultSet: v.strictObject({
    everySession: ids,
    weekly: ids,
    everyTwoWeeks: ids,
    everyFourWeeks: ids,
    continuous: ids,
    weeklyOptional: ids,
  }),
  interpretation: v.strictObject({
    clearBetter: text,
    small: text,
    clearWorse: text,
    recovered: text,
    natural: text,
    personalTrial: text,
    regressionToMean: text,
    reporting: text,
  }),
  conflictNote: v.strictObject({ claim: text, detail: text, sources: ids }),
});
export type OutcomeFrame = Known<typeof outcomeFrame>;
export type Outcomes = OutcomeFrame & { readonly measures: readonly OutcomeMeasure[] };
