// Conditions a person may have, and what each takes away from a plan or limits in it.

import * as v from 'valibot';
import { amount, id, ids, type Known, text } from './shape.ts';

/** `tag:` and a tag, a technique, or one of the parts of the product named in `APPLY_TO_PARTS`. */
const applyTo = v.pipe(v.string(), v.regex(/^(?:tag:)?[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is neither an id nor tag:id'));

/** Numbers of a limit that a dose is cut to; the lowest of all active limits wins. */
export const caps = v.strictObject({
  intensityCap: v.exactOptional(amount),
  holdSeconds: v.exactOptional(amount),
  repetitions: v.exactOptional(amount),
  sets: v.exactOptional(amount),
  totalMinutesMax: v.exactOptional(amount),
  perDay: v.exactOptional(amount),
});
export type Caps = Known<typeof caps>;

export const limit = v.strictObject({ applyTo, rule: text, caps: v.exactOptional(caps) });
export type Limit = Known<typeof limit>;

export const condition = v.strictObject({
  id,
  name: text,
  group: v.picklist(['health', 'ability', 'context', 'wellbeing']),
  question: text,
  help: v.exactOptional(text),
  whyItMatters: text,
  scope: v.picklist(['whole-body', 'affected-area']),
  basis: v.picklist(['published-with-own-limits', 'own-judgement']),
  /** Worked out from a fact, for example `age-years >= 65`. */
  derivedFrom: v.exactOptional(text),
  /** Techniques, or `tag:` and a tag, that are never offered with this condition. */
  excludes: v.array(applyTo),
  limits: v.array(limit),
  sources: ids,
});
export type Condition = Known<typeof condition>;

/** Parts of the product that a limit may name instead of a technique. */
export const APPLY_TO_PARTS = ['check', 'planner', 'interface', 'other-areas'] as const;
