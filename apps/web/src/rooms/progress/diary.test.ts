import type { SessionRecord } from '@unknot/journal/project';
import { expect, test } from 'vitest';
import { dayOf, isoOf, painPoints, practiceWeeks, toldDays } from './diary.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Two hours east of Greenwich. */
const zone = () => 120;
const MONDAY = Date.UTC(2026, 10, 16, 8);
const session = (at: number, painBefore: number | null, painNextDay: number | null, minutes = 10): SessionRecord => ({
  sessionId: String(at),
  planId: null,
  startedAt: at,
  finishedAt: at + HOUR / 4,
  reason: 'completed',
  items: [],
  itemsDone: 0,
  secondsDone: minutes * 60,
  painBefore,
  painAfter: 0,
  painNextDay,
  imported: false,
});

test('pain over time is what was lived with, never the number after a session', () => {
  const days = [{ day: '2026-11-18', pain: 3, before: {} }];
  const points = painPoints({ sessions: [session(MONDAY, 6, 5)], days }, zone);
  expect(points.map(({ pain, told }) => [pain, told])).toEqual([
    [6, 'before'],
    [5, 'next-day'],
    [3, 'day'],
  ]);
  expect(points.map(({ at }) => isoOf(dayOf(at, zone)))).toEqual(['2026-11-16', '2026-11-17', '2026-11-18']);
});

test('a session late in the evening belongs to the day of the person, not of Greenwich', () => {
  const late = Date.UTC(2026, 10, 16, 22, 30);
  expect(isoOf(dayOf(late, zone))).toBe('2026-11-17');
});

test('each day once: its own number first, then the first session, then what was said about it the day after', () => {
  const sessions = [session(MONDAY, 6, 5), session(MONDAY + DAY, 4, 2), session(MONDAY + DAY + 3 * HOUR, 1, null)];
  const days = [{ day: '2026-11-16', pain: null, before: { sleep: -1 as const } }];
  const first = dayOf(MONDAY, zone);
  expect(toldDays({ sessions, days }, zone)).toEqual([
    { day: first, pain: 6, before: { sleep: -1 } },
    { day: first + 1, pain: 4, before: {} },
    { day: first + 2, pain: 2, before: {} },
  ]);
  const own = [{ day: '2026-11-17', pain: 9, before: {} }];
  expect(toldDays({ sessions, days: own }, zone)[1]).toMatchObject({ pain: 9 });
});

test('weeks begin on Monday, go on to the present one, and a week without practice is an empty week', () => {
  const sessions = [
    session(MONDAY - 8 * DAY, 6, null, 4),
    session(MONDAY, 6, null, 7),
    session(MONDAY + DAY, 5, null, 8),
  ];
  const weeks = practiceWeeks(sessions, MONDAY + 6 * DAY, zone, 12);
  expect(weeks.map(({ sessions: count, minutes }) => [count, minutes])).toEqual([
    [1, 4],
    [0, 0],
    [2, 15],
  ]);
  expect(isoOf(dayOf(weeks[2]?.from ?? 0, zone))).toBe('2026-11-16');
  expect(practiceWeeks(sessions, MONDAY + 6 * DAY, zone, 2)).toHaveLength(2);
  expect(practiceWeeks([], MONDAY, zone, 12)).toEqual([]);
});
