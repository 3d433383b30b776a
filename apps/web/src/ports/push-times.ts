// When somebody wants to be reminded, as far as it is known today. Pure: week, sessions, time and zone in, times out.

import type { EpochMs } from '@unknot/engine/case';
import { nextDayFrom, type RatedSession } from '@unknot/engine/outcome';
import { type ScheduleEntry, type ScheduleKind, upcoming } from '@unknot/engine/prevention';

export interface Due {
  readonly at: EpochMs;
  readonly kind: ScheduleKind | 'next-day';
  /** Length of what is planned. */
  readonly minutes: number | null;
}

export interface Life {
  readonly schedule: readonly ScheduleEntry[];
  readonly sessions: readonly RatedSession[];
  /** Sessions whose question about the next day was passed over. */
  readonly passed: readonly string[];
}

/** How far ahead the server is told; the list is sent anew long before it ends. Own setting. */
const DAYS_AHEAD = 21;
/** The server takes 200; more than eight a day are nobody's wish. */
const MOST = 160;
/** The question about the next day makes sense from five in the morning; it may come at nine. Own setting. */
const NEXT_DAY_LATER_MS = 4 * 3_600_000;
const MINUTE = 60_000;

/** Soonest first. Entries without a reminder stay quiet. */
export function dueTimes({ schedule, sessions, passed }: Life, now: EpochMs, zone: string): Due[] {
  const due: Due[] = [];
  for (const { entry, at } of upcoming(schedule, now, zone, DAYS_AHEAD)) {
    if (entry.remindMinutes === null) continue;
    due.push({ at: at - entry.remindMinutes * MINUTE, kind: entry.kind, minutes: entry.minutes });
  }
  const last = sessions.reduce<RatedSession | null>(
    (latest, one) => (one.itemsDone > 0 && (one.finishedAt ?? 0) > (latest?.finishedAt ?? 0) ? one : latest),
    null,
  );
  if (last?.finishedAt && last.painNextDay === null && !passed.includes(last.sessionId)) {
    const offset = -new Date(last.finishedAt).getTimezoneOffset();
    due.push({ at: nextDayFrom(last.finishedAt, offset) + NEXT_DAY_LATER_MS, kind: 'next-day', minutes: null });
  }
  return due
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST);
}
