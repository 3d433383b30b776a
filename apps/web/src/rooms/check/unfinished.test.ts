import { expect, test } from 'vitest';
import { draftOf, screensOf } from './unfinished.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12);
const screens = [
  { facts: { fever: true, 'chest-pain-now': false, pregnant: true, 'age-years': 40 }, conditions: { diabetes: false } },
] as const;

test('within a sitting an unfinished check goes on where it was left', () => {
  const { facts, conditions } = screensOf(draftOf(screens, NOON, true), NOON + HOUR)[0] ?? {};
  expect([facts, conditions]).toEqual([screens[0].facts, screens[0].conditions]);
});

test('later a no is asked again, and a yes or a number is not forgotten; on a clock set back the same', () => {
  for (const later of [NOON + 2 * HOUR, NOON - 1])
    expect(screensOf(draftOf(screens, NOON, true), later)).toEqual([
      { facts: { fever: true, pregnant: true, 'age-years': 40 }, conditions: {} },
    ]);
});

test('private answers are not left behind unless the person agreed', () => {
  expect(draftOf(screens, NOON, false)).not.toContain('pregnan');
  expect(draftOf(screens, NOON, true)).toContain('pregnan');
});

test('nothing is made of what cannot be read', () => {
  for (const text of [null, '', 'x', '[]', '{}']) expect(screensOf(text, NOON)).toEqual([]);
});
