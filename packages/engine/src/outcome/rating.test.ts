import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInTime, isUnrated, nextDayQuestion, type RateableSession, sessionChange } from './index.ts';

const HOUR = 3_600_000;
const END = Date.UTC(2026, 5, 1, 20);
const session: RateableSession = { finishedAt: END, itemsDone: 2, secondsDone: 200, painBefore: 6, painAfter: null };

test('OUT-17: the number after a session is asked for three hours long, and belongs to it no longer', () => {
  expect(isUnrated(session, END + 3 * HOUR)).toBe(true);
  expect(isUnrated(session, END + 3 * HOUR + 1)).toBe(false);
  expect(isInTime(END, END + 14 * 24 * HOUR)).toBe(false);
});

test('OUT-17: clocks that differ do not lose it, and a session whose end nobody knows keeps its number', () => {
  expect(isInTime(END, END - HOUR)).toBe(true);
  expect(isInTime(null, END)).toBe(true);
});

test('OUT-17: nothing is asked of a session that is told already, not over, or was only opened', () => {
  const one = (change: Partial<RateableSession>) => isUnrated({ ...session, ...change }, END);
  expect(one({})).toBe(true);
  for (const change of [{ painAfter: 3 }, { finishedAt: null }, { itemsDone: 0, secondsDone: 0 }])
    expect(one(change)).toBe(false);
});

test('OUT-18: with nothing done a session is never better, whatever is told, and worse only when something was begun', () => {
  const nrs = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(nrs, nrs, fc.constantFrom(0, 60), (painBefore, painAfter, secondsDone) => {
      const { kind } = sessionChange({ ...session, painBefore, painAfter, secondsDone, itemsDone: 0 });
      expect(kind).toBe(painAfter > painBefore && secondsDone > 0 ? 'worse' : 'notYetKnown');
    }),
    { seed: 3, numRuns: 200 },
  );
  expect(sessionChange({ ...session, painAfter: 2 }).kind).toBe('clearly-better');
});

test('OUT-18: the day after a session with nothing done is not asked about, the one before it is', () => {
  const morning = Date.UTC(2026, 5, 2, 9);
  const done = { sessionId: 'done', finishedAt: END, itemsDone: 1, painNextDay: null };
  const opened = { sessionId: 'opened', finishedAt: END + HOUR, itemsDone: 0, painNextDay: null };
  expect(nextDayQuestion([opened], morning, 0)).toBeNull();
  expect(nextDayQuestion([done, opened], morning, 0)?.sessionId).toBe('done');
});
