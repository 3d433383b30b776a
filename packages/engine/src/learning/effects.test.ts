import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betterOfTwo,
  chanceFrom,
  falseClaims,
  plainEffects,
  reliefByChoice,
  SIX_TECHNIQUES,
} from '../testing/index.ts';
import {
  chanceOf,
  compare,
  drawnChanges,
  expectations,
  helpedBefore,
  learn,
  learnedChanges,
  noHelp,
  type Practice,
  practiceOf,
} from './index.ts';

const EXPECTED = expectations(SIX_TECHNIQUES);
const session = (techniques: readonly string[], painBefore: number, painAfter: number | null, hour = 12): Practice => ({
  at: 0,
  hour,
  techniques,
  painBefore,
  painAfter,
  painNextDay: painAfter,
});
/** `count` sessions with each list of techniques in turn. */
const inTurn = (count: number, ...kinds: readonly (readonly [readonly string[], number, number])[]) =>
  Array.from({ length: count }, () => kinds.map(([techniques, from, to]) => session(techniques, from, to))).flat();
const effectOf = (practice: readonly Practice[], technique: string) => {
  const effect = learn(practice, EXPECTED).effects.find((each) => each.technique === technique);
  if (!effect) throw new Error(`${technique} was not done`);
  return effect;
};

const somePractice = fc.array(
  fc
    .record({
      hour: fc.double({ min: 0, max: 24, noNaN: true }),
      techniques: fc.subarray(
        SIX_TECHNIQUES.techniques.map(({ id }) => id),
        { minLength: 1 },
      ),
      painBefore: fc.integer({ min: 0, max: 10 }),
      painAfter: fc.option(fc.integer({ min: 0, max: 10 })),
      painNextDay: fc.option(fc.integer({ min: 0, max: 10 })),
    })
    .map((one): Practice => ({ at: 0, ...one })),
  { minLength: 1, maxLength: 25 },
);

describe('effects of techniques', () => {
  test('LRN-01 to LRN-04: the fast sums say what one big covariance over all sessions says', () => {
    fc.assert(
      fc.property(somePractice, fc.constantFrom('after' as const, 'next-day' as const), (practice, response) => {
        const plain = plainEffects(practice, EXPECTED, response);
        const { effects } = learn(practice, EXPECTED, response);
        expect(effects).toHaveLength(plain.size);
        for (const { technique, mean, low, high, evidence } of effects) {
          const slow = plain.get(technique);
          expect(mean).toBeCloseTo(slow?.mean ?? Number.NaN, 8);
          // Nine in ten of a t distribution: between 1.64 (normal) and 1.86 (8 degrees of freedom) scales.
          const half = (high - low) / 2 / (slow?.scale ?? Number.NaN);
          expect(half).toBeGreaterThan(1.64);
          expect(half).toBeLessThan(1.861);
          if (evidence !== null) expect(Math.log(evidence / (slow?.evidence ?? Number.NaN))).toBeCloseTo(0, 6);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('LRN-06: a claim needs twenty to one, and the score is a ratio of two likelihoods of everything told', () => {
    const practice = inTurn(9, [['press-a', 'warm'], 6, 3], [['warm'], 6, 6]);
    const scores = [8, 10, 18].map((count) => {
      const slow = plainEffects(practice.slice(0, count), EXPECTED).get('press-a')?.evidence ?? Number.NaN;
      const { evidence, standing } = effectOf(practice.slice(0, count), 'press-a');
      if (evidence !== null) expect(evidence / slow).toBeCloseTo(1, 6);
      return standing;
    });
    expect(scores).toEqual(['too-early', 'less-pain', 'less-pain']);
    const unsure = [6, 5, 6, 4, 6].flatMap((after) => inTurn(1, [['press-a'], 6, after], [['warm'], 6, 5]));
    expect(effectOf(unsure, 'press-a')).toMatchObject({ standing: 'could-be-chance' });
    expect(effectOf(unsure, 'press-a').evidence).toBeLessThan(20);
  });

  test('LRN-01: a bad day that gets better by itself is not the doing of what was done on it', () => {
    // Warmth is only used on bad days, and bad days come back to the usual in part whatever is done.
    const practice = inTurn(12, [['move', 'warm'], 8, 6], [['move'], 4, 4]);
    const naive = -2;
    expect(effectOf(practice, 'warm').mean).toBeGreaterThan(naive + 0.5);
  });

  test('LRN-03: what pain does by itself until the next day is not counted', () => {
    const still = { ...SIX_TECHNIQUES, naturalCourse: [] };
    const practice = inTurn(8, [['press-a'], 6, 5], [['move'], 6, 6]);
    const [there, not] = [EXPECTED, expectations(still)].map((each) => learn(practice, each, 'next-day'));
    expect(EXPECTED.naturalDropPerDay).toBeCloseTo(Math.log(64 / 35) / 45.5, 10);
    const sum = (learned: typeof there) => learned?.effects.reduce((all, { mean }) => all + mean, 0) ?? Number.NaN;
    expect(sum(there)).toBeGreaterThan(sum(not));
    expect(learn(practice, EXPECTED).effects).toEqual(learn(practice, expectations(still)).effects);
  });

  test('LRN-05: four sessions with it, or without it, are too early', () => {
    expect(effectOf(inTurn(4, [['press-a'], 9, 1], [['warm'], 6, 6]), 'press-a').standing).toBe('too-early');
    expect(effectOf(inTurn(20, [['press-a'], 9, 1]), 'press-a').standing).toBe('too-early');
  });

  test('LRN-07: what is expected beforehand is not said when the diary shows nothing', () => {
    const practice = inTurn(10, [['press-a'], 5, 5], [['move'], 5, 5]);
    expect(effectOf(practice, 'press-a').standing).toBe('could-be-chance');
  });

  test('LRN-08: strength is not judged by the pain after a session', () => {
    const strong = {
      ...SIX_TECHNIQUES,
      techniques: [...SIX_TECHNIQUES.techniques, { id: 'row', effectPriorClass: 'strength-back' }],
    };
    const learned = learn(inTurn(10, [['row'], 6, 9], [['move'], 6, 4]), expectations(strong));
    expect(learned.effects.find(({ technique }) => technique === 'row')?.standing).toBe('over-weeks');
    expect(learnedChanges(learned)).not.toHaveProperty('row');
  });

  test('the empty diary knows nothing, an unrated session counts nothing, an own exercise is learned too', () => {
    expect(learn([], EXPECTED)).toMatchObject({ sessions: 0, effects: [] });
    expect(learn([session(['warm'], 5, null)], EXPECTED)).toMatchObject({ sessions: 0, effects: [{ with: 0 }] });
    expect(effectOf(inTurn(10, [['mine'], 7, 3], [['move'], 7, 7]), 'mine').standing).toBe('less-pain');
  });

  test('techniques that were skipped, and sessions that were not finished, are no practice', () => {
    const done = {
      sessionId: 's',
      startedAt: 3_600_000,
      finishedAt: 2,
      painBefore: 5,
      painAfter: 3,
      painNextDay: null,
    };
    const items = [{ technique: 'warm' }, { technique: 'warm' }, { technique: 'move' }];
    expect(practiceOf([{ ...done, items, itemsDone: 2 }], 60)).toMatchObject([{ techniques: ['warm'], hour: 2 }]);
    expect(practiceOf([{ ...done, finishedAt: null, items, itemsDone: 2 }], 0)).toEqual([]);
    expect(practiceOf([{ ...done, items, itemsDone: 0 }], 0)).toEqual([]);
  });
});

describe('two techniques side by side', () => {
  const practice = inTurn(10, [['press-a'], 6, 3], [['press-b'], 6, 6]);
  test('LRN-06: the better one is named when it is more than chance, and the same the other way round', () => {
    const learned = learn(practice, EXPECTED);
    const there = compare(learned, 'press-a', 'press-b');
    const back = compare(learned, 'press-b', 'press-a');
    expect(there).toMatchObject({ better: 'press-a', standing: 'differs' });
    expect(back).toMatchObject({ better: 'press-a', standing: 'differs' });
    expect(there?.mean).toBeCloseTo(-(back?.mean ?? 0), 10);
    expect(compare(learned, 'press-a', 'warm')).toBeNull();
  });
});

describe('made-up people (docs/walks/learning.md has 10,000 of them)', () => {
  test('the better of two that differ by a point is chosen after 12 sessions in four of five people', () => {
    const { right, covered } = betterOfTwo(600, 12, 1, chanceFrom(11));
    expect(right).toBeGreaterThan(0.83);
    expect(covered).toBeGreaterThan(0.87);
  });

  test('LRN-06: looking after every session of sixty, one person in twenty at most hears of a difference that is none', () => {
    const { pairEver, anyEver } = falseClaims(120, 60, chanceFrom(12));
    expect(pairEver).toBeLessThanOrEqual(0.05);
    expect(anyEver).toBeLessThanOrEqual(0.05);
  });

  test('LRN-09: choosing by what was learned brings more relief than choosing by lot', () => {
    const byLot = reliefByChoice(40, 40, 'lot', chanceFrom(13));
    const byMean = reliefByChoice(40, 40, 'mean', chanceFrom(13));
    expect(byMean.mean).toBeLessThan(byLot.mean - 0.3);
  });
});

describe('what the plan takes', () => {
  const practice = [
    ...inTurn(12, [['press-a', 'warm'], 6, 3], [['breathe', 'press-b'], 6, 6]),
    ...inTurn(2, [['stretch'], 6, 6]),
  ];
  const learned = learn(practice, EXPECTED);

  test('LRN-09: two sessions are not yet a mean of one’s own', () => {
    expect(Object.keys(learnedChanges(learned)).sort()).toEqual(['breathe', 'press-a', 'press-b', 'warm']);
    expect(learnedChanges(learned)['press-a']).toBeLessThan(-0.5);
  });

  test('LRN-10: exploring draws around the same numbers, for the same techniques and no others, and repeats with its seed', () => {
    const draws = Array.from({ length: 400 }, (_, i) => drawnChanges(learned, chanceOf(`day ${i}`)));
    const known = new Set(learned.effects.map(({ technique }) => technique));
    for (const draw of draws) expect(new Set(Object.keys(draw))).toEqual(known);
    const { mean, low, high } = effectOf(practice, 'press-a');
    const drawn = draws.map((draw) => draw['press-a'] as number);
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(mean, 0);
    const inside = drawn.filter((value) => value > low && value < high).length / drawn.length;
    expect(inside).toBeGreaterThan(0.84);
    expect(inside).toBeLessThan(0.96);
    expect(drawnChanges(learned, chanceOf('day 1'))).toEqual(draws[1]);
  });

  test('LRN-10: of techniques never tried at most three are drawn, and one of a class that helps draws better', () => {
    const helped = learn(inTurn(12, [['press-a'], 7, 3], [['move'], 6, 6]), EXPECTED);
    const harmed = learn(inTurn(12, [['press-a'], 4, 6], [['move'], 6, 6]), EXPECTED);
    const mean = (from: typeof helped) => {
      const draws = Array.from(
        { length: 300 },
        (_, i) => drawnChanges(from, chanceOf(`new ${i}`), ['press-b'])['press-b'],
      );
      return draws.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0) / draws.length;
    };
    // Half of the variance is shared, so half of the surprise of the one is expected of the other.
    const surprise = (from: typeof helped) =>
      ((from.effects.find(({ technique }) => technique === 'press-a')?.mean ?? 0) + 1) / 2;
    expect(mean(helped)).toBeCloseTo(-1 + surprise(helped), 0);
    expect(mean(helped)).toBeLessThan(mean(harmed) - 1);
    const many = drawnChanges(helped, chanceOf('many'), ['press-a', 'n1', 'n2', 'n3', 'n4', 'n5']);
    expect(Object.keys(many)).toHaveLength(2 + 3);
  });

  test('LRN-11: what makes it worse or does next to nothing need not be offered; what helps may be said', () => {
    const worse = learn(inTurn(10, [['press-b'], 4, 7], [['move'], 4, 3]), EXPECTED);
    expect(noHelp(worse)).toEqual(['press-b']);
    expect(helpedBefore(worse)).not.toContain('press-b');
    expect(noHelp(learn(inTurn(4, [['press-b'], 4, 7], [['move'], 4, 3]), EXPECTED))).toEqual([]);
    expect(helpedBefore(learn(inTurn(10, [['press-a'], 7, 3], [['move'], 7, 7]), EXPECTED))).toEqual(['press-a']);
  });
});
