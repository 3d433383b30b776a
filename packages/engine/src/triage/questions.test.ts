import { describe, expect, test } from 'vitest';
import { answerQuestion, check } from './index.ts';
import { knowledge as k, play, profileWith } from './knowledge.test-support.ts';

const NECK = [{ region: 'neck-angle', side: 'left' }] as const;
const known = { facts: {}, conditions: profileWith({}), painted: NECK, ageYears: 35 };

describe('TRI-16: one screen at a time, and none that cannot change the verdict', () => {
  test('an ordinary knot at the desk, age and health known, sees six', () => {
    const { screens, verdict } = play(known, { facts: { 'weeks-since-start': 1, 'pain-score': 4 }, conditions: {} });
    expect(screens).toEqual(['right-now', 'nerves', 'body-signs', 'beginning', 'pain', 'private']);
    expect(verdict.kind).toBe('self-care');
  });

  test('with nothing known it begins with age, pregnancy and where it hurts, on one screen', () => {
    const { screens } = play(
      { facts: {}, conditions: {}, painted: [] },
      { facts: { 'age-years': 35, 'pain-neck': true, 'weeks-since-start': 1, 'pain-score': 4 }, conditions: {} },
    );
    expect(screens.slice(0, 2)).toEqual(['about-you', 'right-now']);
  });

  test('short screens in the same words are one, of fourteen lines at most, a composite line counted twice', () => {
    const { open } = check(k, { facts: {}, conditions: {}, painted: NECK, ageYears: 35 });
    const joined = open.find(({ also }) => also.length > 0);
    expect([joined?.question, joined?.also]).toEqual(['beginning', ['health']]);
    for (const { also, facts, conditions } of open) {
      const composites = facts.filter((fact) => k.facts[fact]?.kind === 'screen');
      if (also.length > 0) expect(facts.length + conditions.length + composites.length).toBeLessThanOrEqual(14);
    }
    expect(open.filter(({ facts }) => facts.includes('any-fever')).flatMap(({ also }) => also)).toEqual([]);
  });

  test('a composite line that is ticked is asked sign by sign, on the very next screen', () => {
    const first = check(k, known).next;
    if (first === null) throw new Error('the check asks nothing');
    const { facts } = answerQuestion(k, first, { 'any-stroke': true });
    const { next } = check(k, { ...known, facts });
    expect(next).toEqual({ question: 'stroke', also: [], facts: k.facts['any-stroke']?.covers, conditions: [] });
  });

  test('questions for the neck, the chest and old age are not asked where they cannot matter', () => {
    const { screens } = play(
      { ...known, painted: [{ region: 'lumbar-paraspinal-lower', side: 'left' }] },
      { facts: { 'weeks-since-start': 1, 'pain-score': 4 }, conditions: {} },
    );
    expect(screens).not.toContain('chest');
    expect(screens).not.toContain('over-fifty');
    expect(screens).not.toContain('injury');
    expect(screens).not.toContain('pregnancy');
  });
});

describe('marking a screen', () => {
  const view = { question: 'x', also: [], facts: ['fever', 'pain-score'], conditions: ['pregnancy', 'diabetes'] };

  test('what is not marked is a no, a number not given is "not sure"', () => {
    expect(answerQuestion(k, view, {})).toEqual({
      facts: { fever: false, 'pain-score': 'unsure' },
      conditions: { pregnancy: false, diabetes: false },
    });
  });

  test('a private condition that is skipped is kept as the skip of its fact; one that has none as "not sure"', () => {
    expect(
      answerQuestion(k, view, { fever: 'unsure', pregnancy: 'skipped', diabetes: 'skipped', 'pain-score': 7 }),
    ).toEqual({
      facts: { fever: 'unsure', 'pain-score': 7, pregnant: 'skipped' },
      conditions: { diabetes: 'unsure' },
    });
  });
});
