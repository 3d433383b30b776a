import { describe, expect, test } from 'vitest';
import { answersOf, type CheckInput, factsOfDrawing, withoutNo } from './answers.ts';
import { knowledge as k } from './knowledge.test-support.ts';

const from = (input: Partial<CheckInput>) => answersOf(k, { facts: {}, conditions: {}, painted: [], ...input });

describe('TRI-10: painting can only add', () => {
  test('a painted region is a yes to its facts, also against a "no" in words', () => {
    const { fact } = from({
      painted: [{ region: 'interscapular-mid', side: 'left' }],
      facts: { 'pain-thoracic': false },
    });
    expect(fact('pain-thoracic')).toBe(true);
    expect(fact('pain-back')).toBe(true);
  });

  test('a place that is not painted is a no only when something is painted and nothing was said', () => {
    const painted = [{ region: 'neck-angle', side: 'left' }] as const;
    expect(from({}).fact('pain-back')).toBeUndefined();
    expect(from({ painted }).fact('pain-back')).toBe(false);
    expect(from({ painted, facts: { 'pain-back': true } }).fact('pain-back')).toBe(true);
  });

  test('what is asked in words stays open however much is painted', () => {
    expect(from({ painted: [{ region: 'neck-angle' }] }).fact('belly-pain')).toBeUndefined();
    expect(from({ painted: [{ region: 'abdomen-umbilical' }] }).fact('belly-pain')).toBe(true);
  });

  test('both shoulders or both hips, not one of each, make a girdle', () => {
    const girdle = (...painted: { region: string; side: 'left' | 'right' }[]) =>
      factsOfDrawing(k, painted).has('pain-shoulder-girdle-both');
    expect(girdle({ region: 'shoulder-top', side: 'left' }, { region: 'shoulder-lateral', side: 'right' })).toBe(true);
    expect(girdle({ region: 'shoulder-top', side: 'left' }, { region: 'greater-trochanter', side: 'right' })).toBe(
      false,
    );
    expect(girdle({ region: 'shoulder-top', side: 'left' })).toBe(false);
  });

  test('every region of the body has a place in the mapping', () => {
    expect(k.factMapping.regions).toHaveLength(111);
    expect(new Set(k.factMapping.regions.map(({ region }) => region)).size).toBe(111);
  });
});

describe('TRI-11: a condition and its fact are one answer, the stricter one', () => {
  test.each([
    [{}, true, true],
    [{}, 'unsure', 'unsure'],
    [{}, false, false],
    [{ pregnant: true }, false, true],
    [{ pregnant: false }, true, true],
    [{ pregnant: 'unsure' }, false, 'unsure'],
    [{ pregnant: 'skipped' }, false, false],
  ] as const)('pregnant said as %j, condition %s: %s', (facts, pregnancy, expected) => {
    expect(from({ facts, conditions: { pregnancy } }).fact('pregnant')).toBe(expected);
  });

  test('a fact that was said answers the condition too', () => {
    expect(from({ facts: { 'immune-weak': true } }).condition('immunosuppressed')).toBe(true);
  });

  test('cancer now is cancer ever; no cancer now says nothing about before', () => {
    expect(from({ conditions: { 'active-cancer': true } }).fact('cancer-ever')).toBe(true);
    expect(from({ conditions: { 'active-cancer': false } }).fact('cancer-ever')).toBeUndefined();
    expect(from({ conditions: { 'active-cancer': false } }).fact('cancer-treatment-now')).toBe(false);
  });
});

describe('TRI-12: a "no" to a composite line is a "no" to each of its signs, anything else asks them', () => {
  test.each([
    [false, false],
    [true, undefined],
    ['unsure', undefined],
    ['skipped', undefined],
  ] as const)('said %s', (said, expected) => {
    expect(from({ facts: { 'any-stroke': said } }).fact('speech-trouble')).toBe(expected);
  });

  test('a sign that was said before stays as it was said', () => {
    expect(from({ facts: { 'any-stroke': false, 'speech-trouble': true } }).fact('speech-trouble')).toBe(true);
  });
});

test('TRI-13: a yes carries over to what it means, "not sure" as "not sure"', () => {
  expect(from({ facts: { 'leg-weak-both': true, 'weak-limb': false } }).fact('weak-limb')).toBe(true);
  expect(from({ facts: { 'confused-new': 'unsure' } }).fact('light-hurts')).toBe('unsure');
  expect(from({ facts: { 'leg-weak-both': false } }).fact('weak-limb')).toBeUndefined();
});

describe('TRI-14: age', () => {
  test('an answer goes before the profile, the profile before an age band', () => {
    expect(from({ facts: { 'age-years': 50 }, ageYears: 30 }).fact('age-years')).toBe(50);
    expect(from({ ageYears: 30, conditions: { 'age-over-65': true } }).fact('age-years')).toBe(30);
    expect(from({ conditions: { 'age-over-65': true } }).fact('age-years')).toBe(65);
    expect(from({ conditions: { 'under-18': true } }).fact('age-years')).toBe(17);
    expect(from({}).fact('age-years')).toBeUndefined();
  });

  test('pregnancy is not asked of men and from 56 on, but never taken back', () => {
    expect(from({ sex: 'male' }).fact('pregnant')).toBe(false);
    expect(from({ ageYears: 56 }).fact('pregnant')).toBe(false);
    expect(from({ ageYears: 55 }).fact('pregnant')).toBeUndefined();
    expect(from({ sex: 'male', conditions: { pregnancy: true } }).fact('pregnant')).toBe(true);
  });
});

describe('TRI-15: how long, and since what age', () => {
  test('months follow from weeks and weeks from months', () => {
    expect(from({ facts: { 'weeks-since-start': 26 } }).fact('pain-persistent-months')).toBeCloseTo(5.98, 2);
    expect(from({ facts: { 'pain-persistent-months': 3 } }).fact('weeks-since-start')).toBeCloseTo(13.05, 2);
  });

  test('whoever is under 45 now was under 45 then; older people by the months', () => {
    expect(from({ ageYears: 44 }).fact('onset-under-45')).toBe(true);
    expect(from({ ageYears: 46 }).fact('onset-under-45')).toBeUndefined();
    expect(from({ facts: { 'age-years': 'unsure' } }).fact('onset-under-45')).toBe('unsure');
    expect(from({ ageYears: 46, facts: { 'pain-persistent-months': 24 } }).fact('onset-under-45')).toBe(true);
    expect(from({ ageYears: 46, facts: { 'pain-persistent-months': 3 } }).fact('onset-under-45')).toBe(false);
  });
});

test('of answers of another time a no and a skip are asked again; a yes, a "not sure" and a number count on', () => {
  expect(
    withoutNo({ fever: false, 'sex-change': 'skipped', 'saddle-numb': true, 'numb-limb': 'unsure', 'pain-score': 0 }),
  ).toEqual({ 'saddle-numb': true, 'numb-limb': 'unsure', 'pain-score': 0 });
});
