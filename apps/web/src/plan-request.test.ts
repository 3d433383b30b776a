import { project } from '@unknot/journal/project';
import { event } from '@unknot/journal/testing';
import plan from '@unknot/knowledge/edition/plan.json';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { expect, test, vi } from 'vitest';
import type { OpenGate } from './gate.ts';
import { requestOf } from './plan-request.ts';

// A clock without a window.
vi.mock('./ports/clock.ts', () => ({ now: () => 10, mono: () => 10, minute: { value: 10 } }));

const knowledge = plan as unknown as PlanKnowledge;
const open = { clearance: { kind: 'cleared', level: 'self-care' } } as unknown as OpenGate;
const fit = { minutes: 10, where: 'home', today: [] } as const;

test('PLN-27: a session that only a file tells is among what was done, and is no experience', () => {
  const item = { technique: 'walking', muscle: null, side: 'both', seconds: 60 } as const;
  const told = [
    event('session.started', { sessionId: 's', planId: 'p', painBefore: 4, items: [item] }, 3),
    event('session.finished', { sessionId: 's', reason: 'completed', itemsDone: 1, secondsDone: 60 }, 4),
  ];
  const historyOf = (imported: boolean) =>
    requestOf(knowledge, project(told.map((one) => ({ event: one, imported }))), open, 10, fit).history;
  expect(historyOf(false)).toMatchObject({ sessionsDone: 1, uses: [{ technique: 'walking' }] });
  expect(historyOf(true)).toMatchObject({ sessionsDone: 0, uses: [{ technique: 'walking', fromFile: true }] });
});

test('PLN-05: at home a ball is enough for a ball on the wall, until the person says that there is no wall', () => {
  const requestWith = (patch: object) =>
    requestOf(knowledge, project([{ event: event('profile.changed', { patch }, 1), imported: false }]), open, 10, fit);
  expect(requestWith({ tools: ['ball'] }).tools).toEqual(expect.arrayContaining(['ball', 'wall', 'chair', 'shower']));
  const without = requestWith({ tools: ['ball'], lacks: { home: ['wall'] } });
  expect(without.tools).not.toContain('wall');
  expect(without.places).not.toContain('wall');
  // What is missing at home is said of home.
  expect(requestWith({ lacks: { work: ['wall'] } }).tools).toContain('wall');
});

test('a session with nothing done is no experience and credits nothing; what it broke off rests when the pain rose', () => {
  const item = { technique: 'walking', muscle: null, side: 'both', seconds: 60 } as const;
  const historyOf = (secondsDone: number, painAfter: number) => {
    const told = [
      event('session.started', { sessionId: 's', planId: 'p', painBefore: 4, items: [item] }, 3),
      event('session.finished', { sessionId: 's', reason: 'done-early', itemsDone: 0, secondsDone, painAfter }, 4),
    ];
    const state = project(told.map((one) => ({ event: one, imported: false })));
    return requestOf(knowledge, state, open, 10, fit).history;
  };
  expect(historyOf(0, 1)).toMatchObject({ sessionsDone: 0, uses: [] });
  const [better] = historyOf(40, 1)?.uses ?? [];
  expect(better).toMatchObject({ technique: 'walking', fromFile: true });
  expect(better).not.toHaveProperty('change');
  expect(historyOf(40, 7)?.uses).toMatchObject([{ technique: 'walking', change: 3 }]);
});

test('PLN-29: new or strong pain begins gently, until the person wants the usual plan', () => {
  const check = (facts: object) =>
    event(
      'check.finished',
      {
        form: 'full',
        facts,
        conditions: {},
        painted: [],
        level: 'self-care',
        because: [],
        support: [],
        edition: '2',
      } as never,
      1,
    );
  const energyOf = (facts: object, usual?: boolean) =>
    requestOf(knowledge, project([{ event: check(facts), imported: false }]), open, check(facts).at + 3_600_000, {
      ...fit,
      ...(usual === undefined ? {} : { usual }),
    }).today?.energy;
  expect(energyOf({ 'weeks-since-start': 0, 'pain-score': 4 })).toBe('flare');
  expect(energyOf({ 'weeks-since-start': 20, 'pain-score': 7 })).toBe('flare');
  expect(energyOf({ 'weeks-since-start': 20, 'pain-score': 4 })).toBeUndefined();
  expect(energyOf({ 'weeks-since-start': 0, 'pain-score': 9 }, true)).toBeUndefined();
});
