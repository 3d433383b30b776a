import { describe, expect, test } from 'vitest';
import { type BreakDay, breakHistory, nextMove, observances, type ScheduleEntry, upcoming } from './index.ts';

const walk: ScheduleEntry = { id: 'w', kind: 'walk', days: [1, 3], at: 12 * 60 + 30, minutes: 20, remindMinutes: null };
const roll: ScheduleEntry = { id: 'r', kind: 'roller', days: [7], at: 90, minutes: 10, remindMinutes: 10 };
/** Monday 2 February 2026, 13:00 in Berlin. */
const MONDAY = Date.UTC(2026, 1, 2, 12);

describe('the week', () => {
  test('PRV-17: shows what comes, soonest first, and nothing of what is over', () => {
    const coming = upcoming([roll, walk], MONDAY, 'Europe/Berlin', 8);
    expect(coming.map(({ entry, at }) => [entry.id, new Date(at).toISOString()])).toEqual([
      ['w', '2026-02-04T11:30:00.000Z'],
      ['r', '2026-02-08T00:30:00.000Z'],
      ['w', '2026-02-09T11:30:00.000Z'],
    ]);
    expect(upcoming([], MONDAY, 'Europe/Berlin')).toEqual([]);
  });

  test('PRV-17: keeps its hour on the wall when the clocks change', () => {
    const [, before, after] = upcoming([walk], Date.UTC(2026, 2, 24), 'Europe/Berlin', 14);
    expect([before, after].map((one) => new Date(one?.at ?? 0).toISOString())).toEqual([
      '2026-03-30T10:30:00.000Z',
      '2026-04-01T10:30:00.000Z',
    ]);
  });

  test('PRV-18: a zone tells each of its changes; one that never changes tells its state', () => {
    const [now, next] = observances('Europe/Berlin', MONDAY);
    expect(now).toEqual({ start: '20251026T030000', fromMinutes: 120, toMinutes: 60 });
    expect(next).toEqual({ start: '20260329T020000', fromMinutes: 60, toMinutes: 120 });
    expect(observances('Asia/Kolkata', MONDAY)).toHaveLength(1);
    expect(observances('UTC', MONDAY)).toEqual([{ start: '19700101T000000', fromMinutes: 0, toMinutes: 0 }]);
  });
});

describe('the history', () => {
  const day = (date: string, more: Partial<BreakDay> = {}): BreakDay => ({
    ...{ day: date, offered: 0, taken: 0, skipped: 0, passed: 0, pauses: 0, seatedMs: 0, longestMs: 0, standMs: 0 },
    ...more,
  });

  test('PRV-14: nothing counted is nothing known', () => {
    expect(breakHistory([])).toMatchObject({ days: [], usualLongestMs: null, seatedPerRestMs: null });
    expect(breakHistory([day('2026-02-01')]).days).toEqual([]);
  });

  test('PRV-14: sums and middles over the latest days', () => {
    const days = [
      day('2026-02-03', { seatedMs: 100, longestMs: 50, taken: 2 }),
      day('2026-02-01', { seatedMs: 300, longestMs: 90, pauses: 2 }),
      day('2026-02-02', { seatedMs: 200, longestMs: 60, taken: 1, offered: 4 }),
    ];
    expect(breakHistory(days)).toMatchObject({
      taken: 3,
      pauses: 2,
      offered: 4,
      usualLongestMs: 60,
      seatedPerRestMs: 120,
    });
    expect(breakHistory(days, 1).days.map(({ day: date }) => date)).toEqual(['2026-02-03']);
  });
});

describe('small movements', () => {
  test('PRV-13: take turns, three times a day each, and never one that is closed', () => {
    const menu = ['a', 'b', 'c'];
    const done: Record<string, number> = {};
    const seen: (string | null)[] = [];
    for (let n = 0; n < 7; n++) {
      const move = nextMove(menu, done, new Set(['b']));
      seen.push(move);
      if (move) done[move] = (done[move] ?? 0) + 1;
    }
    expect(seen).toEqual(['a', 'c', 'a', 'c', 'a', 'c', null]);
  });
});
