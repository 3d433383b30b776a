import type { ScheduleEntry } from '@unknot/engine/prevention';
import { expect, test } from 'vitest';
import { dueTimes, type Life } from './push-times.ts';

const ZONE = 'Europe/London';
const HOUR = 3_600_000;
/** Monday 2 March 2026, 10:00 in London. */
const NOW = Date.UTC(2026, 2, 2, 10);
const walk: ScheduleEntry = { id: 'w', kind: 'walk', days: [1, 3], at: 18 * 60, minutes: 20, remindMinutes: 10 };
const nobody: Life = { schedule: [], sessions: [], passed: [] };
const session = (hoursAgo: number, painNextDay: number | null = null) => ({
  sessionId: `s${hoursAgo}`,
  itemsDone: 1,
  finishedAt: NOW - hoursAgo * HOUR,
  painNextDay,
});
const questions = (life: Partial<Life>) => dueTimes({ ...nobody, ...life }, NOW, ZONE);

test('who planned nothing and did nothing is not reminded', () => {
  expect(dueTimes(nobody, NOW, ZONE)).toEqual([]);
});

test('an entry reminds as long before as it says, for three weeks, soonest first', () => {
  const due = dueTimes({ ...nobody, schedule: [walk] }, NOW, ZONE);
  expect(due).toHaveLength(6);
  expect(due[0]).toEqual({ at: Date.UTC(2026, 2, 2, 17, 50), kind: 'walk', minutes: 20 });
  expect(due.map(({ at }) => at)).toEqual(due.map(({ at }) => at).toSorted((a, b) => a - b));
});

test('an entry without a reminder stays quiet', () => {
  expect(dueTimes({ ...nobody, schedule: [{ ...walk, remindMinutes: null }] }, NOW, ZONE)).toEqual([]);
});

test('the hour is meant where the person is, also after the clocks have changed', () => {
  const night = Date.UTC(2026, 2, 28, 12);
  const [, monday] = dueTimes({ ...nobody, schedule: [{ ...walk, days: [6, 1] }] }, night, ZONE);
  expect(monday?.at).toBe(Date.UTC(2026, 2, 30, 16, 50));
});

test('the day after a session asks once about the latest, and not about one that was answered or passed over', () => {
  const due = questions({ sessions: [session(60), session(2)] });
  expect(due.map(({ kind }) => kind)).toEqual(['next-day']);
  expect(due[0]?.at).toBeGreaterThan(NOW + 12 * HOUR);
  expect(questions({ sessions: [session(2, 3)] })).toEqual([]);
  expect(questions({ sessions: [session(2)], passed: ['s2'] })).toEqual([]);
  expect(questions({ sessions: [session(60)] })).toEqual([]);
});

test('the server never gets more times than it takes', () => {
  const schedule = Array.from({ length: 20 }, (_, n) => ({
    ...walk,
    id: `${n}`,
    days: [1, 2, 3, 4, 5, 6, 7] as const,
    at: 600 + n,
  }));
  expect(dueTimes({ ...nobody, schedule }, NOW, ZONE).length).toBeLessThanOrEqual(200);
});
