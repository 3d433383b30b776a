// The numbers of docs/walks/inference.md, worked out by the ranking and by plain arithmetic.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, nextTest, prepare, rank } from '@unknot/engine/inference';
import { SMALL_MUSCLES, smallKnowledge } from '@unknot/engine/testing';
import { expect, test } from 'vitest';

const walk = readFileSync(join(import.meta.dirname, '../../docs/walks/inference.md'), 'utf8');
const muscles = SMALL_MUSCLES.filter(({ id }) => id === 'levator' || id === 'rhomboid');
const modelWith = (temper: number) => prepare({ ...smallKnowledge(muscles, { temper }), competitors: [] });
const drawing: Evidence = { places: [{ region: 'blade', side: 'left', coverage: 1 }] };
const left = (temper: number, muscle: string, evidence: Evidence = drawing) => {
  const found = rank(modelWith(temper), evidence).candidates.find((c) => c.muscle === muscle && c.side === 'left');
  if (!found) throw new Error(`${muscle} must be ranked`);
  return found;
};
/** The walk writes this number. */
const written = (value: number, digits: number) => expect(walk).toContain(value.toFixed(digits));

const oddsLevator = 0.05 * 0.55 ** 0.5;
const oddsRhomboid = 0.05 * 0.8 ** 0.5;
const hit = 0.97;
const quiet = 0.02 * 0.97 + 0.98 * 0.03;
const likelihood = (spared: number) => (1 - spared) * hit + spared * quiet;
const weights = {
  none: likelihood(1),
  levator: oddsLevator * likelihood(0.75),
  rhomboid: oddsRhomboid * likelihood(0.55),
  both: oddsLevator * oddsRhomboid * likelihood(0.75 * 0.55),
};
const total = weights.none + weights.levator + weights.rhomboid + weights.both;
const levator = (weights.levator + weights.both) / total;
const rhomboid = (weights.rhomboid + weights.both) / total;
const tempered = (p: number, temper: number) => {
  const odds = 0.05 * (p / (1 - p) / 0.05) ** temper;
  return odds / (1 + odds);
};

test('the walk writes what plain arithmetic gives', () => {
  for (const value of [oddsLevator, oddsRhomboid, quiet, ...Object.values(weights), total]) written(value, 5);
  for (const value of [levator, rhomboid, tempered(levator, 1.75), tempered(rhomboid, 1.75)]) written(value, 3);
});

test('the ranking gives what the walk writes', () => {
  expect(left(1, 'levator').probability).toBeCloseTo(levator, 12);
  expect(left(1, 'rhomboid').probability).toBeCloseTo(rhomboid, 12);
  expect(left(1.75, 'rhomboid').probability).toBeCloseTo(tempered(rhomboid, 1.75), 12);
  expect(left(1.75, 'levator').probability).toBeCloseTo(tempered(levator, 1.75), 12);
});

test('the walk writes the self-test that is asked, what it is worth, and where a yes leads', () => {
  const asked = nextTest(modelWith(1.75), drawing);
  expect(asked).toMatchObject({ test: 'rhomboid-press', side: 'left' });
  written(asked?.gain ?? Number.NaN, 3);
  const yes: Evidence = { ...drawing, findings: { 'rhomboid-press@left': 'yes' } };
  written(left(1.75, 'rhomboid', yes).probability, 3);
  written(left(1.75, 'levator', yes).probability, 3);
});

test('the walk writes the reasons of the first candidate', () => {
  for (const { logOdds } of left(1.75, 'rhomboid').because) written(Math.abs(logOdds), 2);
});
