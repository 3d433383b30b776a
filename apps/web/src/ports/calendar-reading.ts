// When a calendar says that somebody is busy. Pure: a text, a time zone and two instants in, spans out.
//
// Reads what office programs really write: folded lines, times without a zone, Windows names of zones, meetings that
// repeat, moved and cancelled ones among them. What cannot be read is counted and left out, the rest still counts.

import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { convertIcsEvent, type IcsDateObject, type IcsEvent } from 'ts-ics';
import { WINDOWS_ZONES } from './windows-zones.ts';

export interface BusySpan {
  readonly from: number;
  readonly to: number;
}

export type CalendarReading =
  /** Spans in order, those that touch joined. `unread`: entries that could not be read. */
  | { readonly kind: 'read'; readonly busy: readonly BusySpan[]; readonly entries: number; readonly unread: number }
  | { readonly kind: 'not-a-calendar' }
  | { readonly kind: 'too-large' };

/** A large office calendar of many years has about this many letters. Own setting. */
export const LARGEST_CALENDAR = 10_000_000;
/** What is longer is a holiday or a trip: people at their desk then still need breaks. Own setting. */
const LONGEST_MEETING_MS = 24 * 3_600_000;
/** Nobody meets more often in two weeks; a calendar that says so is left out. Own setting. */
const MOST_OCCURRENCES = 2000;
const DAY_MS = 24 * 3_600_000;

/** @param zone  IANA name: the zone of times that name none */
export function readBusy(text: string, zone: string, from: number, to: number): CalendarReading {
  if (text.length > LARGEST_CALENDAR) return { kind: 'too-large' };
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r?\n[ \t]/g, '');
  if (!/^BEGIN:VCALENDAR/im.test(lines)) return { kind: 'not-a-calendar' };

  const entries: Entry[] = [];
  const zoneOf = zonesOf(lines, zone);
  let unread = 0;
  const blocks = blocksOf(lines);
  for (const block of blocks) {
    if (isFarAway(block, from, to)) continue;
    try {
      const entry = entryOf(block, zoneOf, zone);
      if (entry) entries.push(entry);
    } catch {
      unread += 1;
    }
  }
  const moved = new Set(entries.flatMap(({ uid, instead }) => (instead === null ? [] : [`${uid} ${instead}`])));
  const busy: BusySpan[] = [];
  for (const entry of entries) {
    if (entry.free) continue;
    try {
      for (const at of startsOf(entry, from, to))
        if (entry.instead !== null || !moved.has(`${entry.uid} ${at}`)) busy.push({ from: at, to: at + entry.ms });
    } catch {
      unread += 1;
    }
  }
  const near = busy.filter((span) => span.to > from && span.from < to);
  return { kind: 'read', busy: joined(near), entries: blocks.length, unread };
}

interface Entry {
  readonly uid: string;
  /** Local time, in its zone. */
  readonly start: Temporal.ZonedDateTime;
  readonly ms: number;
  readonly rule: string | null;
  readonly except: readonly number[];
  /** Instant of the occurrence this one stands for; null: it stands for itself. */
  readonly instead: number | null;
  /** Cancelled, or shown as free: it only takes the place of another. */
  readonly free: boolean;
}

function blocksOf(lines: string): string[] {
  return [...lines.matchAll(/^BEGIN:VEVENT\r?\n([\s\S]*?)^END:VEVENT/gim)].map(([block]) =>
    // Reminders have durations and descriptions of their own.
    block.replaceAll(/^BEGIN:VALARM[\s\S]*?^END:VALARM\r?\n/gim, ''),
  );
}

/** Most of an old calendar is over and does not repeat: not worth reading. */
function isFarAway(block: string, from: number, to: number): boolean {
  if (/^RRULE[;:]/im.test(block)) return false;
  const day = /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)/im.exec(block);
  if (!day) return false;
  const at = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
  const moves = /^RECURRENCE-ID[;:]/im.test(block);
  return !moves && (at < from - 3 * DAY_MS || at > to + 3 * DAY_MS);
}

function entryOf(block: string, zoneOf: (name: string) => string, zone: string): Entry | null {
  // Times that name no zone mean the one the person is in.
  const zoned = block.replaceAll(
    /^(DTSTART|DTEND|EXDATE|RECURRENCE-ID):(\d{8}T\d{6}(?:,\d{8}T\d{6})*)\r?$/gim,
    `$1;TZID=${zone}:$2`,
  );
  const event: IcsEvent = convertIcsEvent(undefined, zoned);
  const { start, end, duration, recurrenceId, exceptionDates = [], status, timeTransparent } = event;
  if (start.type === 'DATE') return null;
  const begin = zonedOf(start, zoneOf);
  const ms = end
    ? zonedOf(end, zoneOf).epochMilliseconds - begin.epochMilliseconds
    : Temporal.Duration.from({
        weeks: duration?.weeks ?? 0,
        days: duration?.days ?? 0,
        hours: duration?.hours ?? 0,
        minutes: duration?.minutes ?? 0,
        seconds: duration?.seconds ?? 0,
      }).total({ unit: 'milliseconds', relativeTo: begin });
  const busy = /^X-MICROSOFT-CDO-BUSYSTATUS:(FREE|WORKINGELSEWHERE)/im.test(block);
  return {
    uid: event.uid ?? '',
    start: begin,
    ms,
    rule: /^RRULE[^:\n]*:(.+?)\r?$/im.exec(block)?.[1] ?? null,
    except: exceptionDates.map((each) => zonedOf(each, zoneOf).epochMilliseconds),
    instead: recurrenceId ? zonedOf(recurrenceId.value, zoneOf).epochMilliseconds : null,
    free: status === 'CANCELLED' || timeTransparent === 'TRANSPARENT' || busy || !(ms > 0) || ms > LONGEST_MEETING_MS,
  };
}

function zonedOf({ date, local }: IcsDateObject, zoneOf: (name: string) => string): Temporal.ZonedDateTime {
  const shown = (local ?? { date }).date.getTime();
  if (!Number.isFinite(shown)) throw new Error('a time must be a date of the calendar');
  const plain = Temporal.Instant.fromEpochMilliseconds(shown).toZonedDateTimeISO('UTC').toPlainDateTime();
  return plain.toZonedDateTime(local ? zoneOf(local.timezone) : 'UTC');
}

function startsOf({ start, ms, rule, except }: Entry, from: number, to: number): readonly number[] {
  if (rule === null) return [start.epochMilliseconds];
  if (/FREQ=(SECONDLY|MINUTELY)/i.test(rule)) throw new Error('nobody meets every minute');
  const local = start.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  const repeated = new RRuleTemporal({ rruleString: `DTSTART;TZID=${start.timeZoneId}:${local}\nRRULE:${rule}` });
  const found = repeated.between(new Date(from - ms), new Date(to), true);
  if (found.length > MOST_OCCURRENCES) throw new Error('nobody meets that often');
  return found.map(({ epochMilliseconds }) => epochMilliseconds).filter((at) => !except.includes(at));
}

/** What the calendar calls a zone, as the runtime knows it; the person's own zone when nobody can tell. */
function zonesOf(lines: string, home: string): (name: string) => string {
  const known = new Map<string, string>();
  const told = new Map<string, string>();
  for (const [block] of lines.matchAll(/^BEGIN:VTIMEZONE[\s\S]*?^END:VTIMEZONE/gim)) {
    const name = /^TZID[^:]*:(.+?)\r?$/im.exec(block)?.[1];
    const place = /^X-LIC-LOCATION[^:]*:(.+?)\r?$/im.exec(block)?.[1];
    if (name && place) told.set(name, place);
  }
  return (name) => {
    const kept = known.get(name);
    if (kept) return kept;
    const plain = name.replaceAll('"', '').trim();
    const guesses = [plain, WINDOWS_ZONES[plain], told.get(name), plain.split('/').slice(-2).join('/')];
    const zone = guesses.find((guess) => guess !== undefined && isZone(guess)) ?? home;
    known.set(name, zone);
    return zone;
  };
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function joined(spans: readonly BusySpan[]): BusySpan[] {
  const out: BusySpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}
