import type { Posterior } from '@unknot/engine/inference';
import { expect, test } from 'vitest';
import { upshotOf } from './upshot.ts';

const posterior = (muscle: number, nerve: number, nothingFits = false) =>
  ({
    candidates: [{ probability: muscle, band: muscle >= 0.4 ? 'likely' : muscle >= 0.12 ? 'possible' : 'less-likely' }],
    other: [
      { hypothesis: 'no-clear-pattern', probability: 0.9 },
      { hypothesis: 'nerve-root', probability: nerve },
    ],
    nothingFits,
  }) as unknown as Posterior;

test('a muscle leads when nothing that is no muscle is likelier', () => {
  expect(upshotOf(posterior(0.5, 0.3))).toBe('muscle');
  expect(upshotOf(posterior(0.5, 0.5))).toBe('muscle');
});

test('a nerve that is likelier than any muscle is said first', () => {
  expect(upshotOf(posterior(0.3, 0.5))).toBe('imitation');
  expect(upshotOf(posterior(0.05, 0.1))).toBe('imitation');
});

test('when no muscle is even possible, none stands out', () => {
  expect(upshotOf(posterior(0.1, 0.05))).toBe('nothing-stands-out');
});

test('no clear pattern comes before everything else', () => {
  expect(upshotOf(posterior(0.5, 0.6, true))).toBe('nothing-fits');
});
