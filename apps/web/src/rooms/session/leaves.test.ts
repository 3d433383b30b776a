import { expect, test } from 'vitest';
import type { Gate } from '../../gate.ts';
import { leaves } from './leaves.ts';

const ask = (because: Extract<Gate, { kind: 'ask' }>['because']): Gate => ({ kind: 'ask', because, facts: {} });

test('a session that runs goes on when the check grows old, and ends for a symptom told elsewhere', () => {
  expect(leaves(ask('short-form'), 'yes')).toBe(false);
  expect(leaves(ask('episode-over'), 'yes')).toBe(false);
  expect(leaves(ask('reopened'), 'yes')).toBe(true);
});

test('a session that was stopped for a symptom of its own says itself what comes next', () => {
  expect(leaves(ask('reopened'), 'over')).toBe(false);
});

test('no session begins before the check', () => {
  expect(leaves(ask('never'), 'no')).toBe(true);
  expect(leaves(ask('short-form'), 'no')).toBe(true);
});
