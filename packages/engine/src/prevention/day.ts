// One local day as instants: when it begins and ends, when its hours are, when its fixed breaks come. The only place
// where breaks meet the calendar, so that a change of clocks or of the time zone is thought about once.

import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../case/index.ts';
import type { BreakSettings, Hours, MinuteOfDay, Weekday } from './settings.ts';

/** From inclusive, to exclusive. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export interface LocalDay extends Span {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly zone: string;
  /** The hours that touch this day, in order, also those of last night. */
  readonly hours: readonly Span[];
  readonly fixed: readonly FixedBreak[];
}

export interface FixedBreak {
  readonly at: EpochMs;
  /** Date and minute: the same break, however often the clock shows this time. */
  readonly key: string;
}

/**
 * PRV-05. The local day that holds an instant.
 *
 * A time that the clocks jump over comes as much later as they jumped; one that comes twice counts the first time.
 *
 * @param zone  IANA name, for example `Europe/London`
 */
export function localDay(settings: Pick<BreakSettings, 'hours' | 'fixedTimes'>, at: EpochMs, zone: string): LocalDay {
  const date = dateAt(at, zone);
  const [from, to] = [instantOf(date, 0, zone), instantOf(date.add({ days: 1 }), 0, zone)];
  const shifts = [date.subtract({ days: 1 }), date].flatMap((each) => shiftOf(settings, each, zone));
  const hours = shifts.filter((shift) => shift.to > from && shift.from < to);
  const isWorkday = settings.hours[date.dayOfWeek as Weekday] !== undefined;
  const fixed = isWorkday
    ? settings.fixedTimes
        .toSorted((a, b) => a - b)
        .map((minute) => ({ at: instantOf(date, minute, zone), key: `${date} ${minute}` }))
    : [];
  return { date: date.toString(), zone, from, to, hours: joined(hours), fixed };
}

/** When the hours begin next, within a week; null: there are none. */
export function nextHours(settings: BreakSettings, at: EpochMs, zone: string): EpochMs | null {
  const today = dateAt(at, zone);
  for (let days = 0; days <= 7; days++)
    for (const { from } of shiftOf(settings, today.add({ days }), zone)) if (from > at) return from;
  return null;
}

/** Whole weeks between two local dates; 0 for a date to come. */
export function weeksSince(date: string, today: string): number {
  const days = Temporal.PlainDate.from(date).until(today, { largestUnit: 'days' }).days;
  return Math.max(0, Math.floor(days / 7));
}

/** Instants a calendar can hold with room for a week on both sides. */
const CALENDAR_END = 8.6e15;

const dateAt = (at: EpochMs, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(Math.min(CALENDAR_END, Math.max(-CALENDAR_END, Math.round(at))))
    .toZonedDateTimeISO(zone)
    .toPlainDate();

export const localDate = (at: EpochMs, zone: string): string => dateAt(at, zone).toString();

function instantOf(date: Temporal.PlainDate, minute: MinuteOfDay, zone: string): EpochMs {
  const [whole, rest] = [Math.floor(minute / 1440), minute % 1440];
  return date.add({ days: whole }).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from({ hour: Math.floor(rest / 60), minute: rest % 60 }),
  }).epochMilliseconds;
}

function shiftOf({ hours }: Pick<BreakSettings, 'hours'>, date: Temporal.PlainDate, zone: string): Span[] {
  const own: Hours | undefined = hours[date.dayOfWeek as Weekday];
  if (own === undefined) return [];
  const to = own.to > own.from ? own.to : own.to + 1440;
  return [{ from: instantOf(date, own.from, zone), to: instantOf(date, to, zone) }];
}

/** Shifts that meet are one. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}

export const isIn = (spans: readonly Span[], at: EpochMs): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

/** How much of the time from `from` to `to` lies in the spans, milliseconds. */
export const overlap = (spans: readonly Span[], from: EpochMs, to: EpochMs): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0);
