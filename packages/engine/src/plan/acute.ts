// Pain that is only days old, or strong now: the plan then begins gently. See RULES.md, PLN-29.

import type { EpochMs, Facts } from '../case/index.ts';

/** `new`: it may have begun within the last three days. `strong`: it is strong now. */
export type Acute = 'new' | 'strong';

const HOUR = 3_600_000;
/** The window of the condition `recent-injury-72h`. That pain without an injury counts alike is our own setting. */
const NEW_HOURS = 72;
/** From seven out of ten on, as told within a day. Own settings. */
const STRONG_FROM = 7;
const STRONG_HOURS = 24;

/** What was told in the check, and how strong the pain was when it was told last, NRS 0–10. */
export interface ToldPain {
  readonly facts: Facts;
  readonly at: EpochMs;
  /** When it was first told to be less than a week old, where that was before this check. */
  readonly newSince?: EpochMs;
  readonly since?: { readonly pain: number; readonly at: EpochMs };
}

/**
 * Why a plan now begins with the version for a flare day; null: nothing told speaks for it. The check asks for weeks, and
 * "less than one" may be today: only three days later it certainly is not.
 */
export function acuteBecause({ facts, at, newSince, since }: ToldPain, now: EpochMs): Acute | null {
  const score = facts['pain-score'];
  const told = since ?? (typeof score === 'number' ? { pain: score, at } : undefined);
  if (facts['weeks-since-start'] === 0 && now - (newSince ?? at) < NEW_HOURS * HOUR) return 'new';
  return told !== undefined && told.pain >= STRONG_FROM && now - told.at < STRONG_HOURS * HOUR ? 'strong' : null;
}
