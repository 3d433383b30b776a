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
