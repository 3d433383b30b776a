// Calendars of the person: read from a file on this device, or fetched by the person's own server. Nothing goes through
// anybody else.

import type { CalendarQuestion } from './calendar.worker.ts';
import type { CalendarReading } from './calendar-reading.ts';

export type { BusySpan } from './calendar-reading.ts';

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

export type FetchProblem = 'bad-address' | 'private-address' | 'not-reached' | 'not-a-calendar' | 'too-large';

/** What the server calls it (apps/server, POST /api/calendar). Anything else was not reached. */
const PROBLEMS: Readonly<Record<string, FetchProblem>> = {
  malformed: 'bad-address',
  refused: 'private-address',
  'no-calendar': 'not-a-calendar',
  'too-large': 'too-large',
};

export type FetchedCalendar =
  | { readonly kind: 'fetched'; readonly text: string }
  | { readonly kind: 'refused'; readonly because: FetchProblem };

/** Asks the own server for the calendar at an address. The address goes in the body: no log of a proxy keeps it. */
export async function fetchCalendar(address: string): Promise<FetchedCalendar> {
  try {
    const answer = await fetch('/api/calendar', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ address }),
    });
    const told = (await answer.json()) as { text?: string; error?: string };
    if (answer.ok && typeof told.text === 'string') return { kind: 'fetched', text: told.text };
    return { kind: 'refused', because: PROBLEMS[told.error ?? ''] ?? 'not-reached' };
  } catch {
    return { kind: 'refused', because: 'not-reached' };
  }
}
