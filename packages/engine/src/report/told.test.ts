import checkEdition from '@unknot/knowledge/edition/check.json';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { expect, test } from 'vitest';
import { rulesTold } from './index.ts';

const k = checkEdition as unknown as CheckKnowledge;
const told = (facts: Record<string, boolean>, fired: readonly string[]) =>
  rulesTold(k, { facts, conditions: {}, painted: [] }, fired);

test('REP-07: a sign is told when it holds by the answers that may be told, although others look at private ones', () => {
  expect(told({ 'saddle-numb': true, 'pain-both-legs': true }, ['cord-or-cauda-legs'])).toEqual(['cord-or-cauda-legs']);
  expect(told({ 'pain-both-legs': true }, ['cord-or-cauda-legs'])).toEqual([]);
});

test('REP-07: a milder sign is told beside a more urgent one that says it already', () => {
  const facts = { 'saddle-numb': true, 'pain-both-legs': true, 'began-last-14-days': true };
  expect(told(facts, ['cauda-equina-recent', 'cord-or-cauda-legs'])).toContain('cord-or-cauda-legs');
});

test('REP-07: a rule that this edition does not know is not told', () => {
  expect(told({ 'saddle-numb': true }, ['no-such-rule'])).toEqual([]);
});
