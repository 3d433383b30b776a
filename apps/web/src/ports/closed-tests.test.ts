import { expect, test } from 'vitest';
import { closedTests } from './closed-tests.ts';

const neckPress = { id: 'neck-press', presses: true, group: 'head-neck' };
const neckTurn = { id: 'neck-turn', presses: false, group: 'head-neck' };
const hipPress = { id: 'hip-press', presses: true, group: 'hip-buttock' };
const hipTurn = { id: 'hip-turn', presses: false, group: 'hip-buttock' };
const TESTS = [neckPress, neckTurn, hipPress, hipTurn];
const CONDITIONS = [
  { id: 'blood-thinner', excludes: ['tag:firm-pressure', 'a-technique'] },
  { id: 'neck-artery', excludes: ['tag:neck-pressure'] },
  { id: 'fracture', excludes: ['tag:pressure', 'tag:stretch'] },
];

test('somebody without a condition may try everything', () => {
  expect(closedTests(TESTS, 'all', [], CONDITIONS)).toEqual([]);
  expect(closedTests(TESTS, 'all', [], null)).toEqual([]);
});

test('when the check keeps pressing closed, no test presses; before a visit this week, none is left', () => {
  expect(closedTests(TESTS, 'no-pressing', [], CONDITIONS)).toEqual(['neck-press', 'hip-press']);
  expect(closedTests(TESTS, 'none', [], CONDITIONS)).toEqual(TESTS.map(({ id }) => id));
});

test('a condition closes what its plan would leave out: pressing, the neck, or every test', () => {
  expect(closedTests(TESTS, 'all', ['blood-thinner'], CONDITIONS)).toEqual(['neck-press', 'hip-press']);
  expect(closedTests(TESTS, 'all', ['neck-artery'], CONDITIONS)).toEqual(['neck-press', 'neck-turn']);
  expect(closedTests(TESTS, 'all', ['fracture'], CONDITIONS)).toEqual(TESTS.map(({ id }) => id));
});

test('as long as it is not known what a condition excludes, it closes every test', () => {
  expect(closedTests(TESTS, 'all', ['blood-thinner'], null)).toEqual(TESTS.map(({ id }) => id));
});
