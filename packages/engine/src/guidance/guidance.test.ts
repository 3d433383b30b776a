import { expect, test } from 'vitest';
import { nextStep, type Standpoint, visitBeside } from './index.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12);

const person: Standpoint = {
  gate: 'open',
  known: true,
  running: false,
  unrated: null,
  nextDay: null,
  painted: true,
  lastSessionAt: null,
};
const step = (change: Partial<Standpoint>, now = NOON) => nextStep({ ...person, ...change }, now).kind;

test('GUI-01: a warning sign comes before a running session, an unrated one and everything else', () => {
  expect(step({ gate: 'closed', running: true, unrated: 's1', nextDay: 's0' })).toBe('see-someone');
  expect(step({ gate: 'closed', known: false })).toBe('see-someone');
});

test('GUI-02: a running session waits for the check', () => {
  expect(step({ gate: 'ask', running: true })).toBe('check');
  expect(step({ gate: 'open', running: true })).toBe('resume');
});

test('GUI-03: how it went is asked before a new plan, today before yesterday', () => {
  expect(step({ unrated: 's1', nextDay: 's0' })).toBe('rate');
  expect(step({ nextDay: 's0' })).toBe('next-day');
});

test('GUI-04: enough for now lasts three hours, then a plan is offered again', () => {
  expect(step({ lastSessionAt: NOON - 2.9 * HOUR })).toBe('rest');
  expect(step({ lastSessionAt: NOON - 3 * HOUR })).toBe('plan');
});

test('GUI-05: a clock set back never sends anyone away', () => {
  expect(step({ lastSessionAt: NOON + 5 * HOUR })).toBe('plan');
});

test('a first visit begins; a checked person paints; a painted person plans', () => {
  expect(step({ known: false, gate: 'ask' })).toBe('begin');
  expect(step({ painted: false })).toBe('paint');
  expect(step({})).toBe('plan');
});

test('GUI-06: a visit stands beside the next step, and not beside a warning sign', () => {
  const due = { kind: 'offer', weeks: 3, whom: ['physiotherapist'], sources: ['costa2012'] } as const;
  expect(visitBeside({ gate: 'open' }, due)).toBe(due);
  expect(visitBeside({ gate: 'ask' }, due)).toBe(due);
  expect(visitBeside({ gate: 'closed' }, due)).toBeNull();
  expect(visitBeside({ gate: 'open' }, null)).toBeNull();
});
