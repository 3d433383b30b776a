// The diary as the Progress room and the check-in read it: pain over time, days beside pain, weeks of practice. Values only;
// dates are those of the person's calendar.

import type { EpochMs } from '@unknot/engine/case';
import type { ToldDay } from '@unknot/engine/learning';
import type { AppState, SessionRecord } from '@unknot/journal/project';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A session whose start and first number are known. */
export type MeasuredSession = SessionRecord & { startedAt: number; finishedAt: number; painBefore: number };

export const isMeasured = (session: SessionRecord): session is MeasuredSession =>
  session.startedAt !== null && session.finishedAt !== null && session.painBefore !== null;

/** Local time minus UTC at that instant, in minutes. */
export type ZoneOf = (at: EpochMs) => number;
export const zoneHere: ZoneOf = (at) => -new Date(at).getTimezoneOffset();

/** Day of the person's calendar, counted from 1970. */
export const dayOf = (at: EpochMs, zone: ZoneOf): number => Math.floor((at + zone(at) * MINUTE) / DAY);

/** `2026-11-21`, as the journal keeps a day. */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const numberOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;

/** Noon of a day of the calendar. */
const noonOf = (day: number, zone: ZoneOf): EpochMs => {
  const noon = day * DAY + DAY / 2;
  return noon - zone(noon) * MINUTE;
};

/** Pain as it is lived with, not what a session did to it. */
export interface PainPoint {
  readonly at: EpochMs;
  readonly pain: number;
  readonly told: 'before' | 'next-day' | 'day';
}

/** Oldest first: before sessions, on the day after, and from check-ins. */
export function painPoints({ sessions, days }: Pick<AppState, 'sessions' | 'days'>, zone: ZoneOf): PainPoint[] {
  const points: PainPoint[] = [];
  for (const { startedAt, finishedAt, painBefore, painNextDay } of sessions) {
    if (startedAt !== null && painBefore !== null) points.push({ at: startedAt, pain: painBefore, told: 'before' });
    if (finishedAt !== null && painNextDay !== null)
      points.push({ at: noonOf(dayOf(finishedAt, zone) + 1, zone), pain: painNextDay, told: 'next-day' });
  }
  for (const { day, pain } of days)
    if (pain !== null) points.push({ at: noonOf(numberOf(day), zone), pain, told: 'day' });
  return points.sort((a, b) => a.at - b.at);
}

/** One entry per day with anything told: the check-in, and the first pain of that day from wherever it was told. */
export function toldDays(state: Pick<AppState, 'sessions' | 'days'>, zone: ZoneOf): ToldDay[] {
  const pains = new Map<number, number>();
  // A number given on the day itself says more than the one of a session, and that more than a look back the next day.
  const trust = ['next-day', 'before', 'day'] as const;
  for (const source of trust)
    for (const { at, pain, told } of painPoints(state, zone).reverse())
      if (told === source) pains.set(dayOf(at, zone), pain);
  const checkIns = new Map(state.days.map((told) => [numberOf(told.day), told.before]));
  const all = [...new Set([...pains.keys(), ...checkIns.keys()])].sort((a, b) => a - b);
  return all.map((day) => ({ day, pain: pains.get(day) ?? null, before: checkIns.get(day) ?? {} }));
}

export interface PracticeWeek {
  /** First day of the week, noon. */
  readonly from: EpochMs;
  readonly sessions: number;
  readonly minutes: number;
}

/** Weeks from Monday, oldest first, up to the present one; at most `most`. None before the first session. */
export function practiceWeeks(
  sessions: readonly SessionRecord[],
  now: EpochMs,
  zone: ZoneOf,
  most: number,
): PracticeWeek[] {
  // 1970 began on a Thursday.
  const weekOf = (at: EpochMs) => Math.floor((dayOf(at, zone) + 3) / 7);
  const done = sessions.filter((session) => session.finishedAt !== null && session.finishedAt <= now);
  const first = done[0]?.finishedAt;
  if (first === null || first === undefined) return [];
  const last = weekOf(now);
  const count = Math.min(most, last - weekOf(first) + 1);
  return Array.from({ length: count }, (_, i) => {
    const week = last - count + 1 + i;
    const own = done.filter(({ finishedAt }) => finishedAt !== null && weekOf(finishedAt) === week);
    const seconds = own.reduce((sum, { secondsDone }) => sum + secondsDone, 0);
    return { from: noonOf(7 * week - 3, zone), sessions: own.length, minutes: Math.round(seconds / 60) };
  });
}
