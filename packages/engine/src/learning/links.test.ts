import { describe, expect, test } from 'vitest';
import { chanceFrom, linkFigures } from '../testing/index.ts';
import { FACTORS, type Level, linksOf, type ToldDay } from './index.ts';

/** Sleep in turns of bad, usual, good; pain as `painOf` says. */
const days = (count: number, painOf: (sleep: Level, day: number) => number | null): ToldDay[] =>
  Array.from({ length: count }, (_, day) => {
    const sleep = ((day % 3) - 1) as Level;
    return { day, pain: painOf(sleep, day), before: { sleep } };
  });

describe('what goes together with pain', () => {
  test('LRN-17: pain that is lower after each good night, night by night', () => {
    const { sleep } = linksOf(days(60, (level) => 5 - 2 * level));
    expect(sleep.kind).toBe('less-pain');
    if (sleep.kind !== 'less-pain') return;
    expect(sleep.high).toBeLessThan(-1);
    expect(sleep.low).toBeGreaterThan(-2.5);
  });

  test('LRN-17: a slow fall of pain is no link', () => {
    const { sleep } = linksOf(days(60, (_, day) => Math.round(8 - day / 10)));
    expect(sleep.kind).toBe('could-be-chance');
  });

  test('LRN-18: says how many days are missing, and how many of them have to differ', () => {
    expect(linksOf([]).sleep).toEqual({ kind: 'not-enough-days', days: 0, more: 14, unlike: 4 });
    // The first day has no pain before it.
    expect(linksOf(days(9, () => 4)).sleep).toEqual({ kind: 'not-enough-days', days: 8, more: 6, unlike: 1 });
    const same = days(40, () => 4).map((day) => ({ ...day, before: { sleep: 0 as const } }));
    expect(linksOf(same).sleep).toEqual({ kind: 'not-enough-days', days: 39, more: 4, unlike: 4 });
  });

  test('LRN-20: a day without an answer, without pain, or after a long gap does not count', () => {
    const told = days(30, () => 4);
    const left = (changed: readonly ToldDay[]) => {
      const { sleep } = linksOf(changed);
      return sleep.days;
    };
    expect(left(told)).toBe(29);
    expect(left(told.map((day, i) => (i === 9 ? { ...day, before: {} } : day)))).toBe(28);
    expect(left(told.map((day, i) => (i === 9 ? { ...day, pain: null } : day)))).toBe(28);
    expect(left(told.map((day, i) => (i < 9 ? day : { ...day, day: day.day + 9 })))).toBe(28);
    expect(linksOf(told).water.kind).toBe('not-enough-days');
  });

  test('LRN-19: where nothing goes together, one person in twenty at most hears of a link among five', () => {
    const none = linkFigures(300, 90, 0, chanceFrom(31));
    expect(none.false).toBeLessThanOrEqual(0.05);
    const some = linkFigures(60, 180, -1, chanceFrom(32));
    expect(some.found).toBeGreaterThan(0.7);
    expect(FACTORS).toHaveLength(5);
  });
});
