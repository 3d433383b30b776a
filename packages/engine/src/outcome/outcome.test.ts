import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, consequenceOf, HARM_KINDS, isClearlyWorse, nextDayFrom, nextDayQuestion } from './index.ts';

describe('did it help', () => {
  test.each([
    [6, 4, 'clearly-better', -2],
    [6, 5, 'a-little-better', -1],
    [9, 7, 'a-little-better', -2], // 2 points, but only 22 %
    [10, 7, 'clearly-better', -3],
    [1, 0, 'a-little-better', -1], // 100 %, but only 1 point
    [4, 4, 'same', 0],
    [0, 0, 'same', 0],
    [3, 4, 'worse', 1],
    [3, 8, 'worse', 5],
  ] as const)('OUT-01, OUT-02: a session from %i to %i is %s', (before, after, kind, points) => {
    expect(change(before, after)).toEqual({ kind, points });
  });

  test.each([
    [9, 7, 'clearly-better'],
    [1, 0, 'clearly-better'],
    [10, 9, 'a-little-better'],
    [0, 1, 'worse'],
  ] as const)('OUT-01: a week from %i to %i is %s', (before, after, kind) => {
    expect(change(before, after, 'week').kind).toBe(kind);
  });

  test('OUT-02: two points up are clearly worse, one is not', () => {
    expect(isClearlyWorse(change(3, 5))).toBe(true);
    expect(isClearlyWorse(change(3, 4))).toBe(false);
    expect(isClearlyWorse(change(5, 3))).toBe(false);
  });

  test('OUT-03: one number alone says nothing', () => {
    expect(change(null, 3)).toEqual({ kind: 'notYetKnown' });
    expect(change(3, null)).toEqual({ kind: 'notYetKnown' });
    expect(isClearlyWorse(change(3, null))).toBe(false);
  });

  test('a pain of 11 is a mistake of ours', () => {
    expect(() => change(3, 11)).toThrow('pain must be a whole number 0–10');
  });
});

describe('the next-day question', () => {
  const evening = Date.UTC(2026, 5, 1, 20, 30);
  const HOUR = 3_600_000;
  const session = { sessionId: 's', finishedAt: evening, itemsDone: 1, painNextDay: null };
  const asked = (now: number, offset = 0) => nextDayQuestion([session], now, offset)?.sessionId ?? null;

  test('OUT-04: comes from five in the morning on, for two days', () => {
    expect(asked(Date.UTC(2026, 5, 2, 4, 59))).toBeNull();
    expect(asked(Date.UTC(2026, 5, 2, 5))).toBe('s');
    expect(asked(Date.UTC(2026, 5, 4, 4, 59))).toBe('s');
    expect(asked(Date.UTC(2026, 5, 4, 5))).toBeNull();
  });

  test('OUT-04: goes by the calendar of the place, not of Greenwich', () => {
    // 20:30 in Greenwich is 06:30 of the next day in Sydney (UTC+10): the next day there begins later.
    expect(asked(Date.UTC(2026, 5, 2, 5), 600)).toBeNull();
    expect(asked(Date.UTC(2026, 5, 2, 19), 600)).toBe('s');
    expect(nextDayFrom(evening, -300)).toBe(Date.UTC(2026, 5, 2, 10));
  });

  test('OUT-04: is not asked again once it is answered, nor about an older session', () => {
    const now = Date.UTC(2026, 5, 2, 9);
    expect(nextDayQuestion([{ ...session, painNextDay: 4 }], now, 0)).toBeNull();
    const later = { sessionId: 't', finishedAt: evening + HOUR, itemsDone: 1, painNextDay: 2 };
    expect(nextDayQuestion([session, later], now, 0)).toBeNull();
    expect(nextDayQuestion([later, session], now, 0)).toBeNull();
    const unfinished = { sessionId: 'u', finishedAt: null, itemsDone: 0, painNextDay: null };
    expect(nextDayQuestion([session, unfinished], now, 0)?.sessionId).toBe('s');
  });

  test('OUT-04: is not asked again once it was passed over, and no older session is asked about in its place', () => {
    const now = Date.UTC(2026, 5, 2, 9);
    expect(nextDayQuestion([session], now, 0, ['s'])).toBeNull();
    const older = { ...session, sessionId: 'o', finishedAt: evening - HOUR };
    expect(nextDayQuestion([older, session], now, 0, ['s'])).toBeNull();
    expect(nextDayQuestion([older, session], now, 0, ['o'])?.sessionId).toBe('s');
  });

  test('OUT-04: never comes in the first hours after a session, wherever it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: -720, max: 840 }), (at, offset) => {
        const wait = nextDayFrom(at, offset) - at;
        expect(wait).toBeGreaterThan(5 * HOUR - 1);
        expect(wait).toBeLessThanOrEqual(29 * HOUR);
      }),
      { seed: 41 },
    );
  });
});

describe('harm', () => {
  test.each(['worse', 'bruise'] as const)('OUT-05: %s rests for 48 hours and leaves the check alone', (kind) => {
    expect(consequenceOf(kind)).toMatchObject({ restHours: 48, openCheck: false });
  });

  test.each(['tingling', 'numb', 'weak', 'dizzy', 'breathless', 'bad-headache'] as const)(
    'OUT-06: %s opens the check',
    (kind) => {
      expect(consequenceOf(kind).openCheck).toBe(true);
    },
  );

  test('OUT-07: no warmth after a bruise or a burn, and a burn opens the check', () => {
    expect(HARM_KINDS.filter((kind) => consequenceOf(kind).noHeat)).toEqual(['bruise', 'skin-burn']);
    expect(consequenceOf('skin-burn').openCheck).toBe(true);
  });

  test('OUT-08: what is not on the list opens the check, sore muscles do not', () => {
    expect(consequenceOf('other').openCheck).toBe(true);
    expect(consequenceOf('sore-muscles')).toEqual({ openCheck: false, restHours: null, noHeat: false });
  });
});
