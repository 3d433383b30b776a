// Conditions a person may have, and what each takes away from a plan or limits in it.

import * as v from 'valibot';
import { amount, id, ids, type Known, text } from './shape.ts';
import { place, posture } from './technique.ts';

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

/**
 * What a limit does to a plan besides its numbers. Without any of these it only adds its caps.
 * The prose of the rule stays the authority; this is how much of it a program can hold to.
 */
export const effect = v.strictObject({
  /** Techniques the limit names are not offered, but for those in `except`. */
  exclude: v.exactOptional(v.literal(true)),
  except: v.exactOptional(v.array(applyTo)),
  /** Offered for muscles of these groups only; elsewhere, or where the muscle is not known, not offered. */
  onlyGroups: v.exactOptional(ids),
  /** Not offered before the person has confirmed this (a confirmation code). */
  needs: v.exactOptional(id),
  /** The session asks for these before it starts the technique (confirmation codes). */
  confirm: v.exactOptional(ids),
  /** Offered only where nothing else acts on the muscle. */
  lastResort: v.exactOptional(v.literal(true)),
  /** Offered though it is usually in a plan only when wanted (`by-preference`). */
  favour: v.exactOptional(v.literal(true)),
  /** Places that cannot be used. */
  notPlaces: v.exactOptional(v.array(place)),
  /** Postures that are not possible; what needs one of them is not offered. */
  notPostures: v.exactOptional(v.array(posture)),
  /** Only these tools count as being at hand. */
  onlyTools: v.exactOptional(ids),
  /** What the plan tells the person when it contains a technique the limit names (say codes). */
  say: v.exactOptional(ids),
});
export type LimitEffect = Known<typeof effect>;

export const limit = v.strictObject({
  applyTo,
  rule: text,
  caps: v.exactOptional(caps),
  effect: v.exactOptional(effect),
});
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
  /** Asked only of those it can be true of. Not knowing the number or the wider condition is no reason to leave it out. */
  askWhen: v.exactOptional(
    v.strictObject({
      /** Not asked of whoever said no to this one. */
      condition: v.exactOptional(id),
      sex: v.exactOptional(v.literal('female')),
      fromAge: v.exactOptional(amount),
      toAge: v.exactOptional(amount),
    }),
  ),
  /** Worked out from a fact, for example `age-years >= 65`. */
  derivedFrom: v.exactOptional(text),
  /** Techniques, or `tag:` and a tag, that are never offered with this condition. */
  excludes: v.array(applyTo),
  limits: v.array(limit),
  /** What every plan tells a person with this condition (say codes). */
  says: v.exactOptional(ids),
  sources: ids,
});
export type Condition = Known<typeof condition>;

/** Parts of the product that a limit may name instead of a technique. */
export const APPLY_TO_PARTS = ['check', 'planner', 'interface', 'other-areas'] as const;
