// The numbers of docs/walks/inference.md, worked out by the ranking and by plain arithmetic.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Evidence, nextQuestion, prepare, rank } from '@unknot/engine/inference';
import { SMALL_MUSCLES, smallKnowledge } from '@unknot/engine/testing';
import { expect, test } from 'vitest';

const walk = readFileSync(join(import.meta.dirname, '../../docs/walks/inference.md'), 'utf8');
const muscles = SMALL_MUSCLES.filter(({ id }) => id === 'levator' || id === 'rhomboid');
const modelWith = (temper: number, anywhereOdds = 0) =>
  prepare({ ...smallKnowledge(muscles, { temper, anywhereOdds }), competitors: [] });
const drawing: Evidence = { places: [{ region: 'blade', side: 'left', coverage: 1 }] };
const left = (model: ReturnType<typeof modelWith>, muscle: string, evidence: Evidence = drawing) => {
  const found = rank(model, evidence).candidates.find((c) => c.muscle === muscle && c.side === 'left');
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
const made = total - weights.none;
const levator = (weights.levator + weights.both) / made;
const rhomboid = (weights.rhomboid + weights.both) / made;
const TEMPER = 1.55;
const tempered = (p: number) => {
  const odds = 0.05 * (p / (1 - p) / 0.05) ** TEMPER;
  return odds / (1 + odds);
};

// The two accounts of step 5: four causes of odds 0.25, two of them on the right with nothing painted.
const few = 1 / 4;
const meant = 0.998;
const unmade = 0.001 * meant + 0.999 * (1 - meant);
const felt = (spared: number) => (1 - spared) * meant + spared * unmade;
const [fewLevator, fewRhomboid] = [few * 0.55 ** 0.5, few * 0.8 ** 0.5];
const onTheRight = (1 + few * (0.55 * 0.75) ** 0.5) * (1 + few * (0.55 * 0.8) ** 0.5);
const map =
  ((felt(1) + fewLevator * felt(0.75) + fewRhomboid * felt(0.55) + fewLevator * fewRhomboid * felt(0.75 * 0.55)) *
    onTheRight -
    felt(1)) /
  ((1 + few) ** 4 - 1);
const places = (0.1 * meant + 0.9 * (1 - meant)) * 0.9 ** (12 / 2);
const anywhere = (0.82 * places) / (0.82 * places + map);

test('the walk writes what plain arithmetic gives', () => {
  for (const value of [oddsLevator, oddsRhomboid, quiet, ...Object.values(weights), total, map, places])
    written(value, 5);
  written(map / places, 4);
  for (const value of [levator, rhomboid, weights.both / made, tempered(levator), tempered(rhomboid), anywhere]) {
    written(value, 3);
  }
  for (const value of [levator, rhomboid]) written((1 - anywhere) * tempered(value), 3);
});

test('the ranking gives what the walk writes', () => {
  expect(left(modelWith(1), 'levator').probability).toBeCloseTo(levator, 12);
  expect(left(modelWith(1), 'rhomboid').probability).toBeCloseTo(rhomboid, 12);
  expect(left(modelWith(TEMPER), 'rhomboid').probability).toBeCloseTo(tempered(rhomboid), 12);
  expect(left(modelWith(TEMPER), 'levator').probability).toBeCloseTo(tempered(levator), 12);
  const doubting = modelWith(TEMPER, 0.82);
  expect(left(doubting, 'rhomboid').probability).toBeCloseTo((1 - anywhere) * tempered(rhomboid), 9);
  const other = rank(doubting, drawing).other.find(({ hypothesis }) => hypothesis === 'no-clear-pattern');
  expect(other?.probability).toBeCloseTo(anywhere, 9);
});

test('the walk writes the question that is asked, what it is worth, and where the answers lead', () => {
  const doubting = modelWith(TEMPER, 0.82);
  const asked = nextQuestion(doubting, drawing);
  expect(asked).toMatchObject({ kind: 'place', region: 'neck', side: 'left' });
  written(asked?.gain ?? Number.NaN, 3);
  for (const coverage of [0, 1]) {
    const answered = { places: [...drawing.places, { region: 'neck', side: 'left' as const, coverage }] };
    written(left(doubting, 'levator', answered).probability, 3);
  }
  const yes: Evidence = { ...drawing, findings: { 'rhomboid-press@left': 'yes' } };
  written(left(doubting, 'rhomboid', yes).probability, 3);
  expect(nextQuestion(doubting, drawing, { kinds: ['test'] })).toBeNull();
});

test('the walk writes the reasons of the first candidates', () => {
  for (const muscle of ['rhomboid', 'levator']) {
    for (const { logOdds } of left(modelWith(TEMPER), muscle).because) written(Math.abs(logOdds), 2);
  }
});
