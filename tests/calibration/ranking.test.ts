// What the ranking reached when docs/knowledge/calibration.md was written, held on fewer people. Everything is drawn from a
// seed, so these numbers do not wobble; the bounds leave room for a change of knowledge, not for a loss.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyMap } from '@unknot/atlas/region';
import { decodeIdentifyCasebook, identifyMeasures, prepare, rank } from '@unknot/engine/inference';
import {
  areaOverlap,
  chanceFrom,
  painting,
  personWith,
  trial,
  trialOfHands,
  trialOfIdeal,
  trialOfRedraws,
  trialWithTests,
} from '@unknot/engine/testing';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const model = prepare(json('packages/knowledge/edition/identify.json'));
const SEED = 20261121;
const view = (name: string) => json(`packages/atlas/data/views/${name}.json`);
const body = bodyMap({
  posterior: view('posterior'),
  anterior: view('anterior'),
  'lateral-left': view('lateral-left'),
});

describe('casebook', () => {
  const decoded = decodeIdentifyCasebook(model, json('tests/casebook/identify.json'));
  if (decoded.kind === 'bad') throw new Error(`${decoded.field} ${decoded.problem}`);

  test('CAL-01: a muscle the source names comes first in 70 %, within three in 90 %, mean reciprocal rank 0.80', () => {
    const { top1, top3, mrr } = identifyMeasures(model, decoded.cases).measures;
    expect(top1).toBeGreaterThanOrEqual(0.7);
    expect(top3).toBeGreaterThanOrEqual(0.9);
    expect(mrr).toBeGreaterThanOrEqual(0.8);
  });

  test('CAL-01: "no clear pattern" is told in at most one of its cases', () => {
    const unfit = decoded.cases.filter(({ evidence }) => rank(model, evidence).nothingFits);
    expect(unfit.length).toBeLessThanOrEqual(1);
  });
});

describe('simulated people', () => {
  const { every, first, shares } = trial(model, { people: 1000, seed: SEED });
  const share = (name: string) => shares[name]?.share ?? Number.NaN;

  test('CAL-02: what is said is true as often: expected calibration error at most 0.05', () => {
    expect(every.error).toBeLessThanOrEqual(0.05);
  });

  test('CAL-02: so is the first candidate, within 0.06', () => {
    expect(first.error).toBeLessThanOrEqual(0.06);
  });

  test('CAL-03: "no clear pattern" is told to at most 5 % with points and to 80 % without', () => {
    expect(share('nothing fits, with points')).toBeLessThanOrEqual(0.05);
    expect(share('nothing fits, no point')).toBeGreaterThanOrEqual(0.8);
  });

  test('CAL-04: from the drawing alone the muscle at work is first in half, within three in 84 %', () => {
    expect(share('1 at work, first is one of them')).toBeGreaterThanOrEqual(0.52);
    expect(share('1 at work, within three')).toBeGreaterThanOrEqual(0.84);
    expect(share('2 at work, both within four')).toBeGreaterThanOrEqual(0.37);
  });

  test('CAL-05: after three self-tests answered as it is, it is first in 85 %', () => {
    const after = trialWithTests(model, { people: 240, seed: SEED, tests: 3, answers: 'as-it-is' });
    expect(after['1 at work, first']?.share).toBeGreaterThanOrEqual(0.85);
    expect(after['2 at work, both within four']?.share).toBeGreaterThanOrEqual(0.48);
  });

  test('CAL-05: answers as unreliable as their ratios still help', () => {
    const of = (tests: number) =>
      trialWithTests(model, { people: 120, seed: SEED, tests, answers: 'as-ratios-say' })['1 at work, first']?.share;
    expect(of(3)).toBeGreaterThan(of(0) ?? Number.NaN);
  });

  test('CAL-06: of the first three, two survive a redraw that overlaps by 0.42, and the range holds what becomes of them', () => {
    const redrawn = trialOfRedraws(model, { people: 200, seed: SEED });
    expect(redrawn.areaOverlap).toBeCloseTo(0.42, 1);
    expect(redrawn.firstThree).toBeGreaterThanOrEqual(0.64);
    expect(redrawn.withinRange).toBeGreaterThanOrEqual(0.78);
  });

  test('CAL-06: drawn in strokes that land beside, more survive, and few are told that there is no clear pattern', () => {
    const hands = trialOfHands(model, body, { people: 50, seed: SEED });
    expect(hands.areaOverlap).toBeCloseTo(0.42, 1);
    expect(hands.firstThree).toBeGreaterThanOrEqual(0.68);
    expect(hands.withinRange).toBeGreaterThanOrEqual(0.78);
    expect(hands.nothingFits).toBeLessThanOrEqual(0.08);
  });

  test('CAL-08: even somebody who knows how the people were drawn cannot name both of two in four fifths', () => {
    const ideal = trialOfIdeal(model, { people: 80, seed: SEED });
    // Three answers clear three muscles away at most, so both would have to be within seven before.
    expect(ideal.bothWithinSeven).toBeLessThan(0.8);
    expect(ideal.first).toBeGreaterThan(0.45);
    expect(share('1 at work, first is one of them')).toBeGreaterThan(ideal.first - 0.15);
  });
});

describe('people', () => {
  test('CAL-07: the same seed gives the same people, another seed others', () => {
    const someone = (seed: number) => personWith(model, 2, chanceFrom(seed));
    expect(someone(1)).toEqual(someone(1));
    expect(someone(1)).not.toEqual(someone(2));
  });

  test('CAL-07: every point at work hurts somewhere in its zone', () => {
    const chance = chanceFrom(SEED);
    for (let i = 0; i < 100; i++) {
      const { units, painful } = personWith(model, 1, chance);
      const zone = (model.units[units[0] as number]?.causes ?? []).flatMap((c) => [
        ...model.zoneCell.subarray(model.zoneStart[c], model.zoneStart[c + 1]),
      ]);
      expect([...painful].every((cell) => zone.includes(cell))).toBe(true);
      expect(painful.size).toBeGreaterThan(0);
    }
  });

  test('CAL-07: overlap counts painted area: half of one region inside the whole of it is a half', () => {
    const neck = (coverage: number) => [{ region: 'neck-angle', side: 'left' as const, coverage }];
    expect(areaOverlap(neck(0.5), neck(1))).toBe(0.5);
    expect(areaOverlap(neck(1), [])).toBe(0);
    expect(areaOverlap(neck(1), neck(1))).toBe(1);
    expect(painting(model, new Set([0]), () => 0.99)).toHaveLength(1);
  });
});
