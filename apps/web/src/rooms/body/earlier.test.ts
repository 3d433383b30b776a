import type { AppState } from '@unknot/journal/project';
import { expect, test } from 'vitest';
import { earlierRelief } from './earlier.ts';

const NOW = 1_000_000;
const plan = (targets: readonly object[]) => ({ planId: 'p', at: 0, request: { targets }, items: [], says: [] });
const session = (more: object) => ({
  sessionId: 's',
  planId: 'p',
  startedAt: 10,
  finishedAt: 20,
  reason: 'finished',
  items: [{ technique: 'press', muscle: 'rhomboids', side: 'left', seconds: 60 }],
  itemsDone: 1,
  secondsDone: 60,
  painBefore: 6,
  painAfter: 3,
  painNextDay: null,
  ...more,
});
const state = (more: object, targets: readonly object[] = [{ muscle: 'rhomboids', side: 'left' }]) =>
  ({ plans: [plan(targets)], sessions: [session(more)] }) as unknown as AppState;

test('a muscle that was planned for, treated and followed by clear relief counts, on its side', () => {
  expect(earlierRelief(state({}), NOW)).toEqual([{ muscle: 'rhomboids', side: 'left' }]);
});

test('twice the same relief counts once', () => {
  const { plans, sessions } = state({});
  expect(earlierRelief({ plans, sessions: [...sessions, ...sessions] }, NOW)).toHaveLength(1);
});

test.each([
  ['little relief', { painAfter: 5 }],
  ['pain that nobody told', { painAfter: null }],
  ['relief that was gone the next day', { painNextDay: 6 }],
  ['a session of the present drawing', { startedAt: NOW }],
  ['a session that never reached the muscle', { itemsDone: 0 }],
  ['a session without a plan', { planId: null }],
  ['another side', { items: [{ technique: 'press', muscle: 'rhomboids', side: 'right', seconds: 60 }] }],
])('%s confirms nothing', (_, more) => {
  expect(earlierRelief(state(more), NOW)).toEqual([]);
});
