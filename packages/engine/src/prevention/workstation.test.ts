import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DeskAnswers,
  type DeskItem,
  deskChanges,
  deskDue,
  deskScore,
  eyeDistance,
  firstChange,
  fitOf,
} from './workstation.ts';

const item = (id: string, addresses: readonly string[] = []): DeskItem => ({
  id,
  label: id,
  measure: id,
  target: [50, 100],
  unit: 'cm',
  tolerance: '',
  howToMeasure: '',
  why: '',
  evidenceGrade: 'limited',
  addresses: [...addresses],
  techniques: [],
  sources: [],
});
const items = [item('screen'), item('seat', ['sitting']), item('light')];

describe('PRV-19: the score of a desk', () => {
  test('counts what was answered, and nothing else', () => {
    expect(deskScore(items, {})).toEqual({ right: 0, asked: 0, off: [] });
    expect(deskScore(items, { screen: 'right', seat: 'low', light: 'not-here' })).toEqual({
      right: 1,
      asked: 2,
      off: [{ id: 'seat', fit: 'low' }],
    });
  });

  test('a measurement fits from the lower to the upper end, both included', () => {
    expect([49.9, 50, 100, 100.1].map((cm) => fitOf(item('screen'), cm))).toEqual(['low', 'right', 'right', 'high']);
    expect(() => fitOf(item('screen'), Number.NaN)).toThrow('must be a number');
  });

  test('never falls when an item is put right', () => {
    const fits = fc.constantFrom('right', 'low', 'high', 'not-here', undefined);
    fc.assert(
      fc.property(fits, fits, fits, (screen, seat, light) => {
        const told = Object.fromEntries(
          Object.entries({ screen, seat, light }).filter(([, fit]) => fit !== undefined),
        ) as DeskAnswers;
        const { off, right, asked } = deskScore(items, told);
        expect(right + off.length).toBe(asked);
        for (const { id } of off) {
          const mended = deskScore(items, { ...told, [id]: 'right' });
          expect(mended).toMatchObject({ right: right + 1, asked });
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

test('PRV-20: before and after compare only what both asked', () => {
  const before = { screen: 'low', seat: 'right', light: 'high' } as const;
  const now = { screen: 'right', seat: 'high', light: 'not-here' } as const;
  expect(deskChanges(items, before, now)).toEqual([
    { id: 'screen', kind: 'better' },
    { id: 'seat', kind: 'worse' },
  ]);
  expect(deskChanges(items, {}, now)).toEqual([]);
});

test('PRV-21: one change at a time: first what loads the muscles that hurt', () => {
  const answers = { screen: 'low', seat: 'high' } as const;
  expect(firstChange(items, answers, new Set(['sitting']))?.id).toBe('seat');
  expect(firstChange(items, answers, new Set())?.id).toBe('screen');
  expect(firstChange(items, { screen: 'right' }, new Set())).toBeNull();
});

test('PRV-21: after two weeks it is time to look again, unless everything fitted', () => {
  const day = 86_400_000;
  const off = deskScore(items, { seat: 'low' });
  expect(deskDue(0, off, 13 * day)).toBe(false);
  expect(deskDue(0, off, 14 * day)).toBe(true);
  expect(deskDue(0, deskScore(items, { seat: 'right' }), 99 * day)).toBe(false);
});

describe('PRV-22: eye to screen by the dot that vanishes', () => {
  // A card of 324 CSS pixels is what a screen of 96 pixels an inch shows.
  test('60 cm away the dot vanishes 14.4 cm from the cross', () => {
    const pixels = (144 * 324) / 85.6;
    expect(eyeDistance(324, [pixels])).toBeCloseTo(60, 0);
  });

  test('takes the middle of several tries, so that one slip changes little', () => {
    const one = eyeDistance(324, [500, 510, 520]);
    expect(eyeDistance(324, [500, 510, 4000])).toBe(one);
  });

  test('says nothing without a usable try', () => {
    expect(eyeDistance(324, [])).toBeNull();
    expect(eyeDistance(0, [500])).toBeNull();
    expect(eyeDistance(324, [Number.NaN, -3])).toBeNull();
  });
});
