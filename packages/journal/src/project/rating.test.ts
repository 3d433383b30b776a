import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEvent } from '../event/index.ts';
import { event } from '../testing/index.ts';
import { project } from './index.ts';

const DAYS = 24 * 60;
const item = (technique: string) => ({ technique, muscle: null, side: 'both', seconds: 60 }) as const;
const begun = event(
  'session.started',
  { sessionId: 's', planId: null, painBefore: 6, items: [item('a'), item('b')] },
  0,
);
const over = event('session.finished', { sessionId: 's', reason: 'completed', itemsDone: 1, secondsDone: 60 }, 10);
const rated = (pain: number, minutes: number) =>
  event('outcome.rated', { sessionId: 's', when: 'after', pain }, minutes);
const sessionOf = (...events: JournalEvent[]) =>
  project(events.map((one) => ({ event: one, imported: false }))).sessions[0];

test('OUT-17: a pain told two weeks later is not the outcome of the old session, in old diaries too', () => {
  expect(sessionOf(begun, over, rated(2, 14 * DAYS))).toMatchObject({ painBefore: 6, painAfter: null });
  expect(sessionOf(begun, over, rated(2, 20))).toMatchObject({ painAfter: 2 });
  expect(sessionOf(begun, over, rated(4, 20), rated(2, 14 * DAYS))).toMatchObject({ painAfter: 4 });
});

test('OUT-17: whenever it is told, a number counts within three hours and at no other time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 30 * DAYS }), (minutes) => {
      expect(sessionOf(begun, over, rated(2, minutes))?.painAfter ?? null).toBe(minutes - 10 <= 180 ? 2 : null);
    }),
    { seed: 9, numRuns: 60 },
  );
});

test('what was done to its end stands first, also when what came before it was left out', () => {
  const second = event(
    'session.finished',
    { sessionId: 's', reason: 'completed', itemsDone: 1, done: [1], secondsDone: 60 },
    10,
  );
  expect(sessionOf(begun, second)?.items.map(({ technique }) => technique)).toEqual(['b', 'a']);
  expect(sessionOf(begun, over)?.items.map(({ technique }) => technique)).toEqual(['a', 'b']);
});
