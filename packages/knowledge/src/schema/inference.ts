// What the ranking needs beside the muscles: its numbers, each with its reason and its date; what imitates a muscle; and
// where a knot mark meets a trigger point.

import * as v from 'valibot';
import { finite, id, ids, type Known, share, sourceOrOwnSetting, text } from './shape.ts';

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

/** A nerve root or joint that competes with the muscles for the painted pain. Never advice, never shown as a finding. */
export const competitor = v.strictObject({
  id,
  hypothesis: v.picklist(['nerve-root', 'joint-or-disc']),
  name: text,
  /** Where it is usually felt, same side; weight as in a referral zone. */
  zone: v.pipe(v.array(v.strictObject({ region: id, weight: share })), v.minLength(1, 'has no zone')),
  sources: ids,
  note: text,
});
export type Competitor = Known<typeof competitor>;

/** Trigger point → regions of the surface that lie over it, read off the atlas; positions are typical, people vary. */
export const triggerPointHomes = v.record(id, v.pipe(ids, v.minLength(1, 'lies under no region')));
export type TriggerPointHomes = Known<typeof triggerPointHomes>;
