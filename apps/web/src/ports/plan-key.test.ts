import { type AppState, project } from '@unknot/journal/project';
import { describe, expect, test } from 'vitest';
import { type Limits, planKeyOf } from './plan-key.ts';

const session: AppState['sessions'][number] = {
  sessionId: 's',
  planId: null,
  startedAt: 1,
  finishedAt: 2,
  reason: 'completed',
  items: [],
  itemsDone: 1,
  secondsDone: 60,
  painBefore: 4,
  painAfter: null,
  painNextDay: null,
  imported: false,
};
const state: AppState = { ...project([]), sessions: [session] };
const limits: Limits = {
  clearance: {
    kind: 'cleared',
    level: 'self-care',
    because: [],
    restrictions: { closed: [] },
    until: 9,
  } as unknown as Limits['clearance'],
  conditions: { osteoporosis: false },
  facts: { 'pregnancy-weeks': 12, fever: false },
  edition: '1',
};
const key = planKeyOf(state, limits);

describe('a plan that was agreed to is not started', () => {
  test('after a session was told to have made it worse, right after or the next day', () => {
    for (const told of [{ painAfter: 8 }, { painNextDay: 8 }])
      expect(planKeyOf({ ...state, sessions: [{ ...session, ...told }] }, limits)).not.toBe(key);
  });

  test('after an answer about a condition changed, was taken back or grew old', () => {
    for (const conditions of [{ osteoporosis: true }, {}] as const)
      expect(planKeyOf(state, { ...limits, conditions })).not.toBe(key);
  });

  test('after a number that limits follow from, or the knowledge, changed', () => {
    expect(planKeyOf(state, { ...limits, facts: { 'pregnancy-weeks': 20, fever: false } })).not.toBe(key);
    expect(planKeyOf(state, { ...limits, edition: '2' })).not.toBe(key);
  });

  test('after "never again" was said; what limits nothing leaves it as it is', () => {
    expect(planKeyOf({ ...state, preferences: { bridge: 'never' } }, limits)).not.toBe(key);
    expect(planKeyOf({ ...state, schedule: [], habit: null }, limits)).toBe(key);
    expect(planKeyOf({ ...state, profile: { ...state.profile, theme: 'dark' } }, limits)).toBe(key);
  });
});
