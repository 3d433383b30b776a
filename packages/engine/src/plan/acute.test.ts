import { describe, expect, test } from 'vitest';
import { acuteBecause, versionOf } from './index.ts';
import { k, planOf, somebody } from './people.test-support.ts';

const HOUR = 3_600_000;
const AT = 1_790_000_000_000;
const told = (facts: Readonly<Record<string, number>>, hoursLater = 1, since?: { pain: number; hours: number }) =>
  acuteBecause(
    { facts, at: AT, ...(since ? { since: { pain: since.pain, at: AT + since.hours * HOUR } } : {}) },
    AT + hoursLater * HOUR,
  );

describe('pain that is new or strong', () => {
  test('PLN-29: less than a week old counts as new, until three days after it was told', () => {
    expect(told({ 'weeks-since-start': 0, 'pain-score': 3 })).toBe('new');
    expect(told({ 'weeks-since-start': 0, 'pain-score': 3 }, 71)).toBe('new');
    expect(told({ 'weeks-since-start': 0, 'pain-score': 3 }, 72)).toBeNull();
    expect(told({ 'weeks-since-start': 1, 'pain-score': 3 })).toBeNull();
  });

  test('PLN-29: a second check in the same week does not make it new again', () => {
    const again = { facts: { 'weeks-since-start': 0 }, at: AT, newSince: AT - 80 * HOUR };
    expect(acuteBecause(again, AT + HOUR)).toBeNull();
    expect(acuteBecause({ ...again, newSince: AT - 20 * HOUR }, AT + HOUR)).toBe('new');
  });

  test('PLN-29: seven out of ten is strong for a day, and the last number counts', () => {
    expect(told({ 'weeks-since-start': 30, 'pain-score': 7 })).toBe('strong');
    expect(told({ 'weeks-since-start': 30, 'pain-score': 6 })).toBeNull();
    expect(told({ 'weeks-since-start': 30, 'pain-score': 7 }, 25)).toBeNull();
    expect(told({ 'pain-score': 8 }, 6, { pain: 4, hours: 5 })).toBeNull();
    expect(told({ 'pain-score': 3 }, 6, { pain: 8, hours: 5 })).toBe('strong');
    expect(told({})).toBeNull();
  });

  test('PLN-29: the version it begins with presses, stretches and loads nothing, and is no empty plan', () => {
    for (const muscle of k.muscles) {
      const request = somebody({ minutes: 10, targets: [{ muscle: muscle.id, side: 'right', share: 1 }] });
      const plan = planOf(versionOf(k, request, 'flare-day'));
      for (const { technique, category } of plan.items)
        expect(['heat', 'calm', 'mobility'].includes(category) || technique === 'walking').toBe(true);
      expect(plan.seconds).toBeGreaterThanOrEqual(300);
    }
  });

  test('PLN-29: after an injury in these days there is no warmth either', () => {
    const conditions = { 'recent-injury-72h': true } as const;
    const plan = planOf(versionOf(k, somebody({ minutes: 20, conditions }), 'flare-day'));
    expect(plan.items.map(({ category }) => category)).not.toContain('heat');
  });
});
