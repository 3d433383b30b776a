import type { Side } from '@unknot/atlas/frame';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PainPlace } from '../case/index.ts';
import { SMALL_MUSCLES, smallKnowledge } from '../testing/index.ts';
import { type Evidence, expectedGain, type NextQuestion, nextQuestion, prepare, rank } from './index.ts';

const SEED = 20261121;
const model = prepare(smallKnowledge());
const painted = (region: string, side: Side, coverage = 1): PainPlace => ({ region, side, coverage });
const drawn: Evidence = { places: [painted('neck', 'left'), painted('blade', 'left', 0.7)] };
const probability = (some: typeof model, evidence: Evidence, muscle: string) =>
  rank(some, evidence).candidates.find((candidate) => candidate.muscle === muscle && candidate.side === 'left')
    ?.probability ?? Number.NaN;
const odds = (p: number) => p / (1 - p);
const keyOf = (asked: NextQuestion) =>
  asked.kind === 'test' ? asked.test : asked.kind === 'place' ? `${asked.region}@${asked.side}` : asked.ref;

describe('places that were asked about', () => {
  test('INF-21: a place that is clear when asked speaks fully against, one that is only not painted speaks half', () => {
    const other = { id: 'splenius', points: { 'splenius-tp': { neck: 0.5 } } };
    const one = prepare({ ...smallKnowledge([...SMALL_MUSCLES.slice(0, 1), other]), competitors: [] });
    const places = [painted('neck', 'left')];
    const unasked = probability(one, { places }, 'levator');
    const clear = probability(one, { places: [...places, painted('blade', 'left', 0)] }, 'levator');
    // Blade: weight 0.5 damped by 0.5; blank counts half, so asking adds the other half.
    expect(odds(clear)).toBeCloseTo(odds(unasked) * (1 - 0.25) ** 0.5, 9);
  });

  test('INF-21: clear places alone are already more than the prior, and are told as reasons', () => {
    const posterior = rank(model, { places: [painted('neck', 'left', 0)] });
    expect(posterior.onlyPrior).toBe(false);
    const told = rank(model, { places: [painted('blade', 'left'), painted('neck', 'left', 0)] }).candidates;
    const levator = told.find(({ muscle, side }) => muscle === 'levator' && side === 'left');
    expect(levator?.because).toContainEqual(
      expect.objectContaining({ kind: 'blank', ref: 'neck', side: 'left', logOdds: Math.log(1 - 0.45) }),
    );
  });
});

describe('next question', () => {
  test('INF-22: a self-test is worth its information about the plans, less what pressing costs', () => {
    // Three points that share no place, about equally likely; two of them can be planned for.
    const apart = prepare({
      ...smallKnowledge(
        [
          { id: 'levator', points: { 'levator-tp': { neck: 0.9 } } },
          { id: 'hipper', points: { 'hipper-tp': { hip: 0.8 } } },
        ],
        { askCost: 1, testCost: 1, pressCost: 0.001 },
      ),
      competitors: [],
    });
    const evidence = { places: [painted('neck', 'left'), painted('hip', 'left'), painted('hip', 'right')] };
    const asked = nextQuestion(apart, evidence);
    if (asked?.kind !== 'test') throw new Error('a self-test must be asked');
    const p = rank(apart, evidence).candidates.find(
      ({ muscle, side }) => muscle === asked.muscle && side === asked.side,
    )?.probability;
    // Something made the pain, so what speaks for one speaks against the others: it tells a little more than on its own.
    const alone = expectedGain(p ?? Number.NaN, 2.2, 0.6);
    expect(asked.gain).toBeGreaterThan(alone);
    expect(asked.gain).toBeLessThan(1.3 * alone);
    expect(asked.worth).toBeCloseTo(asked.gain - 0.001, 12);
  });

  test('INF-22: nothing is asked when every answer leads to the same plan', () => {
    expect(nextQuestion(model, drawn)).not.toBeNull();
    expect(
      nextQuestion(prepare({ ...smallKnowledge(SMALL_MUSCLES, { likelyFrom: 0 }), competitors: [] }), drawn, {
        planOf: () => 'general',
      }),
    ).toBeNull();
  });

  test('INF-22: nothing is asked before anything is painted', () => {
    expect(nextQuestion(model, { places: [] })).toBeNull();
    expect(nextQuestion(model, { places: [painted('neck', 'left', 0)] })).toBeNull();
  });

  test('INF-22: nothing is asked when it would cost more than it tells', () => {
    const dear = prepare(smallKnowledge(SMALL_MUSCLES, { askCost: 9, testCost: 9, pressCost: 9 }));
    expect(nextQuestion(dear, drawn)).toBeNull();
  });

  test('INF-23: what was answered or is forbidden is never asked, and the questions come to an end', () => {
    const kinds = new Set<string>();
    const asked = new Set<string>();
    const forbidden = new Set(['scalene-press', 'levator-press', 'shoulder@left', 'turning the head']);
    let evidence = drawn;
    for (let i = 0; i < 60; i++) {
      const next = nextQuestion(model, evidence, { forbidden });
      if (!next) break;
      const key = next.kind === 'test' ? `${next.test}@${next.side}` : keyOf(next);
      expect(asked.has(key)).toBe(false);
      expect(forbidden.has(keyOf(next))).toBe(false);
      asked.add(key);
      kinds.add(next.kind);
      if (next.kind === 'test') evidence = { ...evidence, findings: { ...evidence.findings, [key]: 'unsure' } };
      else if (next.kind === 'place')
        evidence = { ...evidence, places: [...evidence.places, painted(next.region, next.side, 0)] };
      else evidence = { ...evidence, context: [...(evidence.context ?? []), next.ref] };
    }
    expect(nextQuestion(model, evidence, { forbidden })).toBeNull();
    expect([...kinds].sort()).toContain('test');
    expect(asked.size).toBeGreaterThan(2);
  });

  test('INF-16: asked for self-tests only, it is one of a leading muscle, pressing before stretching', () => {
    const next = nextQuestion(model, drawn, { kinds: ['test'] });
    expect(next).toMatchObject({ kind: 'test', side: 'left' });
    expect(['levator-press', 'rhomboid-press', 'scalene-press']).toContain(next?.kind === 'test' && next.test);
    expect(nextQuestion(model, drawn, { kinds: [] })).toBeNull();
  });

  test('INF-23: where pressing is closed no test presses', () => {
    const next = nextQuestion(model, drawn, { kinds: ['test'], noPressing: true });
    expect(next?.kind === 'test' && next.test.endsWith('-stretch')).toBe(true);
    const forbidden = new Set(['levator', 'rhomboid', 'deltoid', 'scalene', 'belly'].map((id) => `${id}-stretch`));
    expect(nextQuestion(model, drawn, { kinds: ['test'], noPressing: true, forbidden })).toBeNull();
  });

  test('INF-16: the shape of a test weighs by its positive sign: a sore spot tells more than a pull', () => {
    const named = smallKnowledge();
    const [levator, ...others] = named.muscles;
    const pull = { id: 'levator-pinch', instruction: 'turn the head', positiveSign: 'a pull' };
    const some = prepare({
      ...named,
      muscles: [{ ...levator, selfTests: [pull] } as typeof levator & object, ...others],
    });
    const p = (answer: 'yes' | 'unsure') =>
      probability(some, { ...drawn, findings: { 'levator-pinch@left': answer } }, 'levator');
    expect(odds(p('yes'))).toBeCloseTo(1.5 * odds(p('unsure')), 9);
  });

  test('INF-24: the mirrored drawing promises the same, and so does the same told in another order', () => {
    const cells = ['neck', 'shoulder', 'blade', 'arm', 'hand', 'hip'];
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            region: fc.constantFrom(...cells),
            side: fc.constantFrom('left' as const, 'right' as const),
            coverage: fc.double({ min: 0.2, max: 1, noNaN: true }),
          }),
          { selector: ({ region, side }) => `${region}@${side}`, maxLength: 5 },
        ),
        (places) => {
          const worth = (some: Evidence['places']) => nextQuestion(model, { places: some })?.worth ?? 0;
          const flipped = places.map((place) => ({
            ...place,
            side: place.side === 'left' ? ('right' as const) : ('left' as const),
          }));
          expect(worth(flipped)).toBeCloseTo(worth(places), 9);
          expect(worth(places.toReversed())).toBeCloseTo(worth(places), 12);
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });
});
