// The person's calendar, as far as breaks need it: when somebody is busy in the days to come. The calendar itself stays
// in the drafts of this device; the diary never hears of it.

import { signal } from '@preact/signals';
import { drafts } from '../../person.ts';
import {
  type BusySpan,
  type CalendarAnswer,
  type FetchProblem,
  fetchCalendar,
  readCalendar,
} from '../../ports/calendar.ts';
import { now } from '../../ports/clock.ts';

const DRAFT = 'desk-calendar';
const DAY_MS = 24 * 3_600_000;
/** Read this far ahead, and again every day. */
const AHEAD_MS = 14 * DAY_MS;
/** An address is asked again so often. Own setting. */
const FRESH_MS = 3_600_000;

interface CalendarKept {
  /** Name of the file, or the address. */
  readonly name: string;
  readonly from: 'file' | 'address';
  readonly readAt: number;
  readonly text: string;
}

/** What is known of the calendar in use; null: none. */
export interface CalendarNow {
  readonly name: string;
  readonly from: 'file' | 'address';
  readonly readAt: number;
  readonly entries: number;
  readonly unread: number;
  /** The address could not be read again; what was read before still counts. */
  readonly stale: boolean;
}

export const busyTimes = signal<readonly BusySpan[]>([]);
export const calendarNow = signal<CalendarNow | null>(null);

export type CalendarProblem = Exclude<CalendarAnswer['kind'], 'read'> | FetchProblem;

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

async function use(kept: CalendarKept, stale: boolean): Promise<CalendarProblem | null> {
  const from = now() - DAY_MS;
  const answer = await readCalendar({ text: kept.text, zone: zone(), from, to: from + AHEAD_MS });
  if (answer.kind !== 'read') return answer.kind;
  const { entries, unread, busy } = answer;
  busyTimes.value = busy;
  calendarNow.value = { name: kept.name, from: kept.from, readAt: kept.readAt, entries, unread, stale };
  return null;
}

/** Reads a calendar file. With a problem, the calendar used before stays. */
export async function takeCalendarFile(name: string, text: string): Promise<CalendarProblem | null> {
  return keepIfRead({ name, from: 'file', readAt: now(), text });
}

/** Has the own server fetch a calendar. With a problem, the calendar used before stays. */
export async function takeCalendarAddress(address: string): Promise<CalendarProblem | null> {
  const fetched = await fetchCalendar(address);
  if (fetched.kind === 'refused') return fetched.because;
  return keepIfRead({ name: address, from: 'address', readAt: now(), text: fetched.text });
}

async function keepIfRead(kept: CalendarKept): Promise<CalendarProblem | null> {
  const problem = await use(kept, false);
  if (problem === null) await drafts.put(DRAFT, JSON.stringify(kept));
  return problem;
}

export async function forgetCalendar(): Promise<void> {
  await drafts.delete(DRAFT);
  busyTimes.value = [];
  calendarNow.value = null;
}

async function kept(): Promise<CalendarKept | null> {
  const text = await drafts.get(DRAFT);
  if (!text) return null;
  try {
    const read = JSON.parse(text) as CalendarKept;
    return typeof read.text === 'string' ? read : null;
  } catch {
    return null;
  }
}

/** Reads the kept calendar again: after a reload, on a new day, and an address that has grown old. */
export async function refreshCalendar(): Promise<void> {
  const known = await kept();
  if (!known) return;
  const old = known.from === 'address' && now() - known.readAt > FRESH_MS;
  const problem = old ? await takeCalendarAddress(known.name) : null;
  if (!old || problem) await use(known, problem !== null);
}
