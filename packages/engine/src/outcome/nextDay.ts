// "How is it today?" is asked once, on the day after a session, and never pressed for. See RULES.md, OUT-04.

import type { EpochMs } from '../case/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Morning of the person's next calendar day; before that a late session would be asked about at midnight. */
const MORNING_HOUR = 5;
/** After this an answer would be about another day. */
const ASKED_FOR = 2 * DAY;

/** What the question needs to know about a session. */
export interface RatedSession {
  readonly sessionId: string;
  readonly finishedAt: EpochMs | null;
  /** Items lived to their end; with none there is nothing to ask about. */
  readonly itemsDone: number;
  /** Pain on the next day, NRS; null until it is answered. */
  readonly painNextDay: number | null;
}

/** First instant at which the next-day question about a session finished at `finishedAt` makes sense. */
export function nextDayFrom(finishedAt: EpochMs, zoneOffsetMinutes: number): EpochMs {
  const offset = zoneOffsetMinutes * 60_000;
  const localDay = Math.floor((finishedAt + offset) / DAY);
  return (localDay + 1) * DAY + MORNING_HOUR * HOUR - offset;
}

/**
 * The session to ask about now, or null. It is asked kindly and once: whoever passes it over is not asked again. Only the latest session in which something was done is asked about: an older one has been
 * followed by another, and the answer would be about both.
 *
 * @param passed             sessions whose question was passed over
 * @param zoneOffsetMinutes  local time minus UTC, in minutes (the opposite sign of Date.getTimezoneOffset)
 */
export function nextDayQuestion(
  sessions: readonly RatedSession[],
  now: EpochMs,
  zoneOffsetMinutes: number,
  passed: readonly string[] = [],
): { sessionId: string; finishedAt: EpochMs } | null {
  let latest: { sessionId: string; finishedAt: EpochMs; painNextDay: number | null } | null = null;
  for (const { sessionId, finishedAt, itemsDone, painNextDay } of sessions)
    if (finishedAt !== null && itemsDone > 0 && (latest === null || finishedAt > latest.finishedAt))
      latest = { sessionId, finishedAt, painNextDay };
  if (latest === null || latest.painNextDay !== null || passed.includes(latest.sessionId)) return null;
  const from = nextDayFrom(latest.finishedAt, zoneOffsetMinutes);
  if (now < from || now >= from + ASKED_FOR) return null;
  return { sessionId: latest.sessionId, finishedAt: latest.finishedAt };
}
