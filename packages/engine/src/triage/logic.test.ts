import type { Logic } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import type { Conditions, Facts } from '../case/index.ts';
import { type Answers, evaluateLogic, holdingLeaves, nextLeaves, openLeaves } from './logic.ts';

const yes = (fact: string): Logic => ({ fact, op: '==', value: true });
const answers = (facts: Facts, conditions: Conditions = {}): Answers => ({
  fact: (id) => facts[id],
  condition: (id) => conditions[id],
});

describe('TRI-01: three values', () => {
  test.each([
    [{}, 'unknown'],
    [{ fever: true }, true],
    [{ fever: false }, false],
    [{ fever: 'skipped' }, 'unknown'],
  ] as const)('a fact said as %j', (facts, truth) => {
    expect(evaluateLogic(yes('fever'), answers(facts), 'plain')).toBe(truth);
    expect(evaluateLogic(yes('fever'), answers(facts), 'cautious')).toBe(truth);
  });

  test('one "no" settles all, one "yes" settles any, whatever is open beside it', () => {
    const both: Logic = { all: [yes('a'), yes('b')] };
    const either: Logic = { any: [yes('a'), yes('b')] };
    expect(evaluateLogic(both, answers({ a: false }), 'plain')).toBe(false);
    expect(evaluateLogic(both, answers({ a: true }), 'plain')).toBe('unknown');
    expect(evaluateLogic(either, answers({ a: true }), 'plain')).toBe(true);
    expect(evaluateLogic(either, answers({ a: false }), 'plain')).toBe('unknown');
    expect(evaluateLogic({ not: either }, answers({ a: false }), 'plain')).toBe('unknown');
  });

  test('at least two of three: settled as soon as two hold or two do not', () => {
    const two: Logic = { atLeast: 2, of: [yes('a'), yes('b'), yes('c')] };
    expect(evaluateLogic(two, answers({ a: true, b: true }), 'plain')).toBe(true);
    expect(evaluateLogic(two, answers({ a: false, b: false }), 'plain')).toBe(false);
    expect(evaluateLogic(two, answers({ a: true, b: false }), 'plain')).toBe('unknown');
  });

  test('numbers compare as written; a number never given is unknown, a plain "no" to it is a no', () => {
    const old: Logic = { fact: 'age-years', op: '>=', value: 65 };
    expect(evaluateLogic(old, answers({ 'age-years': 65 }), 'plain')).toBe(true);
    expect(evaluateLogic(old, answers({ 'age-years': 64 }), 'plain')).toBe(false);
    expect(evaluateLogic(old, answers({}), 'plain')).toBe('unknown');
    expect(evaluateLogic(old, answers({ 'age-years': false }), 'plain')).toBe(false);
    expect(evaluateLogic(old, answers({ 'age-years': true }), 'plain')).toBe('unknown');
  });

  test('conditions follow the same three values', () => {
    expect(evaluateLogic({ condition: 'diabetes' }, answers({}, { diabetes: true }), 'plain')).toBe(true);
    expect(evaluateLogic({ condition: 'diabetes' }, answers({}, { diabetes: false }), 'plain')).toBe(false);
    expect(evaluateLogic({ condition: 'diabetes' }, answers({}), 'plain')).toBe('unknown');
  });
});

describe('TRI-02: "not sure" counts as yes where it is dangerous', () => {
  test('as a yes in a cautious reading, as unknown in a plain one', () => {
    expect(evaluateLogic(yes('a'), answers({ a: 'unsure' }), 'cautious')).toBe(true);
    expect(evaluateLogic(yes('a'), answers({ a: 'unsure' }), 'plain')).toBe('unknown');
    expect(evaluateLogic({ condition: 'c' }, answers({}, { c: 'unsure' }), 'cautious')).toBe(true);
  });

  test('a number one is not sure of fulfils every comparison of a cautious reading', () => {
    for (const op of ['>=', '<=', '>', '<'] as const)
      expect(evaluateLogic({ fact: 'n', op, value: 8 }, answers({ n: 'unsure' }), 'cautious')).toBe(true);
  });
});

describe('TRI-03: "not sure" never switches a rule off', () => {
  const unless: Logic = { all: [yes('a'), { not: yes('b') }] };

  test.each(['cautious', 'plain'] as const)('below a not, read %s, it does not suppress', (reading) => {
    expect(evaluateLogic(unless, answers({ a: true, b: 'unsure' }), reading)).toBe(true);
    expect(evaluateLogic(unless, answers({ a: true, b: true }), reading)).toBe(false);
    expect(evaluateLogic(unless, answers({ a: true }), reading)).toBe('unknown');
  });

  test('below two nots it counts as yes again', () => {
    const twice: Logic = { not: { all: [yes('b'), { not: yes('c') }] } };
    expect(evaluateLogic(twice, answers({ b: true, c: 'unsure' }), 'cautious')).toBe(true);
  });
});

describe('what is still open', () => {
  const rule: Logic = { all: [yes('a'), { any: [yes('b'), yes('c')] }, { not: yes('d') }] };

  test('is every unanswered leaf that can change the rule, and nothing once it is settled', () => {
    expect(openLeaves(rule, answers({ b: false }), 'plain')).toEqual([yes('a'), yes('c'), yes('d')]);
    expect(openLeaves(rule, answers({ a: false }), 'plain')).toEqual([]);
    expect(openLeaves(yes('a'), answers({ a: 'unsure' }), 'plain')).toEqual([]);
  });

  test('of parts that must all hold, the one that is cheapest as a whole comes first', () => {
    const cost: Readonly<Record<string, number>> = { a: 30, b: 10, c: 40, d: 50 };
    const price = (leaf: { fact?: string; condition?: string }) => cost[leaf.fact ?? ''] ?? 0;
    expect(nextLeaves(rule, answers({}), 'plain', price)).toEqual([yes('a')]);
    expect(nextLeaves(rule, answers({ a: true }), 'plain', price)).toEqual([yes('b'), yes('c')]);
  });

  test('a rule rests on what holds, not on what is merely not there', () => {
    expect(holdingLeaves(rule, answers({ a: true, b: true, c: false, d: false }), 'plain')).toEqual([
      yes('a'),
      yes('b'),
    ]);
  });
});
