import { expect, test } from 'vitest';
import { weeksWithoutGain } from './index.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 1, 9);
const sessions = (...pains: [day: number, pain: number][]) =>
  pains.map(([day, pain]) => ({ startedAt: START + day * DAY, painBefore: pain }));

test('OUT-09: two weeks of sessions that start with the same pain are two weeks without gain', () => {
  expect(weeksWithoutGain(sessions([0, 6], [4, 6], [9, 5], [14, 6]), START + 14 * DAY)).toBe(2);
  expect(weeksWithoutGain(sessions([0, 6], [4, 6], [9, 5], [13, 6]), START + 13 * DAY)).toBe(1);
});

test('OUT-09: a clear gain is no reason to be seen', () => {
  expect(weeksWithoutGain(sessions([0, 6], [4, 6], [9, 4], [16, 3]), START + 16 * DAY)).toBe(0);
});

test('OUT-09: too few sessions, and a story that ended, say nothing', () => {
  expect(weeksWithoutGain([], START)).toBe(0);
  expect(weeksWithoutGain(sessions([0, 6], [9, 6], [15, 6]), START + 20 * DAY)).toBe(0);
  expect(weeksWithoutGain(sessions([0, 6], [4, 6], [9, 6], [14, 6]), START + 60 * DAY)).toBe(0);
  expect(weeksWithoutGain(sessions([0, 6], [4, 6], [60, 6], [61, 6]), START + 62 * DAY)).toBe(0);
});

test('OUT-09: sessions whose pain nobody told, or from a clock that ran ahead, do not count', () => {
  const told = sessions([0, 6], [4, 6], [9, 6], [14, 6]);
  const more = [...told, { startedAt: null, painBefore: 2 }, { startedAt: START + 15 * DAY, painBefore: null }];
  expect(weeksWithoutGain([...more, { startedAt: START + 900 * DAY, painBefore: 0 }], START + 15 * DAY)).toBe(2);
});
