// For how many weeks somebody has used plans without a clear gain. After two the check says to see someone. See RULES.md, OUT-09.

import type { EpochMs } from '../case/index.ts';
import { change, type Nrs } from './change.ts';

const WEEK = 7 * 86_400_000;
/** A longer pause begins a new story. Own setting. */
const STORY_ENDS_AFTER = 3 * WEEK;
/** Fewer starting pains than this on either end say nothing. Own setting. */
const ENOUGH = 2;

/** What is needed of a session. */
export interface DatedPain {
  readonly startedAt: EpochMs | null;
  /** Pain before the session, NRS: what the person lives with, not what the session did. */
  readonly painBefore: Nrs | null;
}

/**
 * Compares the pain before the first sessions of the present story with the pain before the latest ones.
 *
 * @param sessions  oldest first
 * @returns         whole weeks since the first session; 0 when there is a clear gain, or not enough to say
 */
export function weeksWithoutGain(sessions: readonly DatedPain[], now: EpochMs): number {
  const story: { at: EpochMs; pain: Nrs }[] = [];
  for (const { startedAt, painBefore } of sessions) {
    if (startedAt === null || painBefore === null || startedAt > now) continue;
    const last = story.at(-1);
    if (last && startedAt - last.at > STORY_ENDS_AFTER) story.length = 0;
    story.push({ at: startedAt, pain: painBefore });
  }
  const [first] = story;
  const last = story.at(-1);
  if (!first || !last || story.length < 2 * ENOUGH || now - last.at > STORY_ENDS_AFTER) return 0;
  const mean = (some: typeof story) => Math.round(some.reduce((sum, { pain }) => sum + pain, 0) / some.length);
  const gained = change(mean(story.slice(0, ENOUGH)), mean(story.slice(-ENOUGH)), 'week');
  return gained.kind === 'clearly-better' ? 0 : Math.floor((now - first.at) / WEEK);
}
