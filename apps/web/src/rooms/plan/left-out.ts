// What was left out of a plan, by what a person can make of it.

import type { LeftOut, LeftOutReason } from '@unknot/engine/plan';

/** Reasons of health, rest and care; nothing at hand changes them. */
const FOR_SAFETY: ReadonlySet<LeftOutReason['kind']> = new Set([
  'condition',
  'check',
  'unconfirmed',
  'dose-rule',
  'sequence-rule',
  'recent',
]);
/** Allowed, and only not needed. */
const NOT_NEEDED: ReadonlySet<LeftOutReason['kind']> = new Set(['weaker', 'enough', 'alike', 'by-wish', 'no-help']);
/** Made for other muscles, or no session item: tells nobody anything. */
const UNTOLD: ReadonlySet<LeftOutReason['kind']> = new Set(['not-for-this-muscle', 'not-in-a-session']);

export interface LeftOutParts {
  readonly forSafety: readonly LeftOut[];
  /** Another place, thing, time or day would open it. */
  readonly otherwise: readonly LeftOut[];
  readonly notNeeded: readonly LeftOut[];
}

/** Each in one part; of what has several reasons, those of safety come first. */
export function leftOutParts(leftOut: readonly LeftOut[]): LeftOutParts {
  const isSafety = ({ kind }: LeftOutReason) => FOR_SAFETY.has(kind);
  const told = leftOut.filter(({ because }) => !because.some(({ kind }) => UNTOLD.has(kind)));
  const safetyFirst = ({ technique, because }: LeftOut): LeftOut => ({
    technique,
    because: because.toSorted((a, b) => Number(isSafety(b)) - Number(isSafety(a))) as unknown as LeftOut['because'],
  });
  const forSafety = told.filter(({ because }) => because.some(isSafety)).map(safetyFirst);
  const others = told.filter(({ because }) => !because.some(isSafety));
  const isNotNeeded = ({ because }: LeftOut) => because.every(({ kind }) => NOT_NEEDED.has(kind));
  return {
    forSafety,
    otherwise: others.filter((each) => !isNotNeeded(each)),
    notNeeded: others.filter(isNotNeeded),
  };
}

/** Whether the yes it needs can be said below the plan: nothing else keeps it out. */
export const waitsForYes = ({ because }: LeftOut): boolean => because.every(({ kind }) => kind === 'unconfirmed');
