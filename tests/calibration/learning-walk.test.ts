// The numbers of docs/walks/learning.md, worked out by learning and by plain arithmetic.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectations, learn, type Practice } from '@unknot/engine/learning';
import { SIX_TECHNIQUES } from '@unknot/engine/testing';
import { expect, test } from 'vitest';

const walk = readFileSync(join(import.meta.dirname, '../../docs/walks/learning.md'), 'utf8');
/** The walk writes this number. */
const written = (value: number, digits: number) => expect(walk).toContain(value.toFixed(digits).replace('-', '−'));

const session = (technique: string, painAfter: number): Practice => ({
  at: 0,
  hour: 12,
  techniques: [technique],
  painBefore: 6,
  painAfter,
  painNextDay: null,
});
const press = (each: number) => {
  const practice = Array.from({ length: each }, () => [session('press-a', 4), session('move', 6)]).flat();
  const { effects } = learn(practice, expectations(SIX_TECHNIQUES));
  const effect = effects.find(({ technique }) => technique === 'press-a');
  if (!effect) throw new Error('press must be learned');
  return effect;
};

test('the walk writes what plain arithmetic gives', () => {
  const told = 1.39 ** 2 * (1 / 6 + 1 / 6);
  const weight = 1.5 ** 2 / (1.5 ** 2 + told);
  const mean = -1 - weight;
  const sd = Math.sqrt((1.5 ** 2 * told) / (1.5 ** 2 + told));
  const height = (middle: number, wide: number) =>
    Math.exp(-((middle / wide) ** 2) / 2) / (wide * Math.sqrt(2 * Math.PI));
  written(Math.sqrt(2 * 2 ** 2 * (1 - 0.76)), 2);
  written(told, 3);
  written(weight, 3);
  written(mean, 3);
  written(sd, 3);
  written(height(-1, 1.5), 3);
  written(height(mean, sd), 3);
  written(height(-1, 1.5) / height(mean, sd), 1);
});

test('the walk writes what learning gives', () => {
  const six = press(6);
  written(six.mean, 3);
  written(six.low, 2);
  written(six.high, 2);
  expect(walk).toContain(`${Math.round(six.evidence ?? 0)} to 1`);
  expect(six.standing).toBe('less-pain');
  written(press(3).mean, 3);
  expect(press(3).standing).toBe('too-early');
});
