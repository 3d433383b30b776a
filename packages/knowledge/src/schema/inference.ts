// The numbers of the ranking, each with its reason and its date.

import * as v from 'valibot';
import { finite, type Known, sourceOrOwnSetting, text } from './shape.ts';

export const inferenceParameter = v.strictObject({
  value: finite,
  unit: v.exactOptional(text),
  why: text,
  /** Date on which it was set, year-month-day. */
  setOn: v.pipe(v.string(), v.isoDate('is not a date (year-month-day)')),
  source: v.exactOptional(sourceOrOwnSetting),
});
export type InferenceParameter = Known<typeof inferenceParameter>;

export const inferenceParameters = v.strictObject({
  parameters: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9.-]*$/)), inferenceParameter),
});
export type InferenceParameters = Known<typeof inferenceParameters>;
