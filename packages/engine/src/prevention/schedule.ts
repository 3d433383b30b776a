// The week: what the person wants to do on which days, and when it comes next. Nothing here knows what was missed.
// See RULES.md, PRV-17, PRV-18.

import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../case/index.ts';
import type { ScheduleKind } from './kind.ts';
import type { MinuteOfDay, Weekday } from './settings.ts';

export interface ScheduleEntry {
  readonly id: string;
  readonly kind: ScheduleKind;
  /** At least one. */
  readonly days: readonly Weekday[];
  readonly at: MinuteOfDay;
  readonly minutes: number;
  /** How long before the calendar reminds; null: it stays quiet. */
  readonly remindMinutes: number | null;
}

export interface Occurrence {
  readonly entry: ScheduleEntry;
  readonly at: EpochMs;
}

/**
 * PRV-17. What comes from `from` on, soonest first, in the time zone the person is in.
 *
 * @param days  how many local days to look ahead, today included
 */
export function upcoming(
  entries: readonly ScheduleEntry[],
  from: EpochMs,
  zone: string,
  days = 7,
): readonly Occurrence[] {
  const today = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  const found: Occurrence[] = [];
  for (let ahead = 0; ahead < days; ahead++) {
    const date = today.add({ days: ahead });
    for (const entry of entries) {
      if (!entry.days.includes(date.dayOfWeek as Weekday)) continue;
      const at = startOn(entry, date, zone).epochMilliseconds;
      if (at >= from) found.push({ entry, at });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** The first day of an entry on or after the day of `from`: where its calendar line begins. */
export function firstStart(entry: ScheduleEntry, from: EpochMs, zone: string): Temporal.ZonedDateTime {
  const today = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  const ahead = Math.min(...entry.days.map((day) => (day - today.dayOfWeek + 7) % 7));
  if (!Number.isFinite(ahead)) throw new Error(`an entry must have a day, got none for ${entry.kind}`);
  return startOn(entry, today.add({ days: ahead }), zone);
}

const startOn = ({ at }: ScheduleEntry, date: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime =>
  date.toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: Math.floor(at / 60), minute: at % 60 }),
  });

export interface Observance {
  /** Local time before the change, as YYYYMMDDTHHMMSS. */
  readonly start: string;
  /** Minutes ahead of UTC before and after. */
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/**
 * PRV-18. How a zone keeps time over the next years, one line for each change, so that a calendar that does not know
 * the zone's name still shows the right hour. The first line is the state now.
 */
export function observances(zone: string, from: EpochMs, years = 5): readonly Observance[] {
  const begin = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const minutes = (at: Temporal.ZonedDateTime) => Math.round(at.offsetNanoseconds / 60e9);
  const local = (at: Temporal.ZonedDateTime, offset: number) =>
    at
      .toInstant()
      .add({ minutes: offset })
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' })
      .replaceAll(/[-:]/g, '');
  const found: Observance[] = [];
  const last = begin.getTimeZoneTransition('previous');
  const now = minutes(begin);
  const before = last ? minutes(last.subtract({ nanoseconds: 1 })) : now;
  found.push({ start: last ? local(last, before) : '19700101T000000', fromMinutes: before, toMinutes: now });
  let at = begin.getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < from + years * 366 * 86_400_000) {
    const was = minutes(at.subtract({ nanoseconds: 1 }));
    found.push({ start: local(at, was), fromMinutes: was, toMinutes: minutes(at) });
    at = at.getTimeZoneTransition('next');
  }
  return found;
}
