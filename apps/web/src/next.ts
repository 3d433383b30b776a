// The one next sensible step from where the person stands now, for every screen that begins with it.

import { type NextStep, nextStep } from '@unknot/engine/guidance';
import { isUnrated, nextDayQuestion } from '@unknot/engine/outcome';
import { gate } from './gate.ts';
import { isRanked, person } from './person.ts';
import { minute, now } from './ports/clock.ts';

/** A session whose end was never told is not offered for ever: it may have been broken off elsewhere. Own setting. */
const RESUMED_WITHIN_MS = 24 * 3_600_000;

/** The step and the time it was worked out for; null while the gate is being read. Reads signals: follows every change. */
export function nextNow(): { readonly next: NextStep; readonly time: number } | null {
  const state = person.value;
  // Drawn anew every half minute; what has just happened is not in the future until then.
  minute.value;
  const time = now();
  const at = gate.value.kind;
  if (at === 'wait') return null;
  const last = state.sessions.findLast(({ finishedAt }) => finishedAt !== null);
  const next = nextStep(
    {
      gate: at,
      known: state.clock !== null,
      running: state.sessions.some(
        ({ startedAt, finishedAt }) =>
          startedAt !== null && finishedAt === null && time - startedAt < RESUMED_WITHIN_MS,
      ),
      unrated: last && isUnrated(last, time) ? last.sessionId : null,
      nextDay:
        nextDayQuestion(state.sessions, time, -new Date(time).getTimezoneOffset(), state.passed)?.sessionId ?? null,
      painted: isRanked(state),
      lastSessionAt: last?.finishedAt ?? null,
    },
    time,
  );
  return { next, time };
}

/** Where each step is done. */
export const WHERE: Readonly<Record<NextStep['kind'], string>> = {
  begin: '/check',
  'see-someone': '/check',
  resume: '/session',
  check: '/check',
  paint: '/body',
  plan: '/plan',
  rest: '/progress',
  rate: '/after',
  'next-day': '/after?next-day',
};
