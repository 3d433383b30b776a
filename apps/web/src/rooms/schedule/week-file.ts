// The week as a calendar file that every calendar program reads. Pure: entries, time and zone in, text out.

import { firstStart, type Observance, observances, type ScheduleEntry, type Weekday } from '@unknot/engine/prevention';
import { generateIcsCalendar, type IcsEvent, type IcsTimezone, type IcsTimezoneProp, type IcsWeekDay } from 'ts-ics';

const DAY: Readonly<Record<Weekday, IcsWeekDay>> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };

export interface WeekWords {
  readonly name: string;
  readonly summary: (entry: ScheduleEntry) => string;
  readonly description: string;
}

/**
 * RFC 5545. Each entry keeps its name from one file to the next, so that a new file takes the place of the old entries.
 *
 * @param now   when the file is written, epoch milliseconds
 * @param zone  IANA name: the hours are meant there
 */
export function weekFile(entries: readonly ScheduleEntry[], now: number, zone: string, words: WeekWords): string {
  const zones = observances(zone, now);
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Unknot//Week//EN',
    method: 'PUBLISH',
    name: words.name,
    timezones: [timezone(zone, zones)],
    events: entries.map((entry) => eventOf(entry, now, zone, words)),
  });
}

function eventOf(entry: ScheduleEntry, now: number, zone: string, words: WeekWords): IcsEvent {
  const start = firstStart(entry, now, zone);
  const local = new Date(start.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds);
  const summary = words.summary(entry);
  return {
    uid: `${entry.id}@week.unknot`,
    stamp: { date: new Date(now) },
    start: {
      date: new Date(start.epochMilliseconds),
      local: { date: local, timezone: zone, tzoffset: start.offset.replace(':', '') },
    },
    duration: { minutes: entry.minutes },
    summary,
    description: words.description,
    // Nobody is told that the person is busy.
    timeTransparent: 'TRANSPARENT',
    class: 'PRIVATE',
    recurrenceRule: {
      frequency: 'WEEKLY',
      byDay: entry.days.toSorted((a, b) => a - b).map((day) => ({ day: DAY[day] })),
    },
    ...(entry.remindMinutes === null
      ? {}
      : {
          alarms: [
            {
              action: 'DISPLAY' as const,
              description: summary,
              trigger: { type: 'relative' as const, value: { before: true, minutes: entry.remindMinutes } },
            },
          ],
        }),
  };
}

function timezone(zone: string, lines: readonly Observance[]): IcsTimezone {
  const least = Math.min(...lines.map(({ toMinutes }) => toMinutes));
  return {
    id: zone,
    props: lines.map(
      ({ start, fromMinutes, toMinutes }): IcsTimezoneProp => ({
        type: toMinutes > least ? 'DAYLIGHT' : 'STANDARD',
        start: dateOf(start),
        offsetFrom: offset(fromMinutes),
        offsetTo: offset(toMinutes),
      }),
    ),
  };
}

/** 20260329T020000 as the instant at which a clock in UTC shows it. */
const dateOf = (local: string): Date =>
  new Date(local.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));

function offset(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
