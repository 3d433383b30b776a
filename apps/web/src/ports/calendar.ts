// Calendars of the person: read from a file on this device, or fetched by the person's own server. Nothing goes through
// anybody else.

import type { CalendarQuestion } from './calendar.worker.ts';
import type { CalendarReading } from './calendar-reading.ts';

export type { BusySpan, CalendarReading } from './calendar-reading.ts';

/** Reading a large calendar takes about two seconds on a slow phone. Own setting. */
const PATIENCE_MS = 15_000;

export type CalendarAnswer = CalendarReading | { readonly kind: 'took-too-long' };

export function readCalendar(question: CalendarQuestion): Promise<CalendarAnswer> {
  const worker = new Worker(new URL('./calendar.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<CalendarAnswer>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'took-too-long' }), PATIENCE_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<CalendarReading>) => {
      clearTimeout(timer);
      resolve(data);
    });
    worker.addEventListener('error', () => {
      clearTimeout(timer);
      resolve({ kind: 'not-a-calendar' });
    });
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

/** Whether the server this app came from can fetch calendars. False also without a network. */
export async function serverFetchesCalendars(): Promise<boolean> {
  try {
    const answer = await fetch('/api/capabilities', { headers: { Accept: 'application/json' } });
    const told: unknown = await answer.json();
    return answer.ok && (told as { calendar?: unknown } | null)?.calendar === true;
  } catch {
    return false;
  }
}

export const FETCH_PROBLEMS = ['bad-address', 'private-address', 'not-reached', 'not-a-calendar', 'too-large'] as const;
export type FetchProblem = (typeof FETCH_PROBLEMS)[number];

export type FetchedCalendar =
  | { readonly kind: 'fetched'; readonly text: string }
  | { readonly kind: 'refused'; readonly because: FetchProblem };

/** Asks the own server for the calendar at an address. */
export async function fetchCalendar(address: string): Promise<FetchedCalendar> {
  try {
    const answer = await fetch(`/api/calendar?url=${encodeURIComponent(address)}`, {
      headers: { Accept: 'text/calendar' },
    });
    if (answer.ok) return { kind: 'fetched', text: await answer.text() };
    const told = (await answer.json().catch(() => null)) as { because?: FetchProblem } | null;
    const because = told?.because;
    return { kind: 'refused', because: because && FETCH_PROBLEMS.includes(because) ? because : 'not-reached' };
  } catch {
    return { kind: 'refused', because: 'not-reached' };
  }
}
