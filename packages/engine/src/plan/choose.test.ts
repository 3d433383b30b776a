import type { Technique } from '@unknot/knowledge/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from './candidate.ts';
import { type Budget, choose, filled, goTogether, secondsOf, sessionLimits, worthOf } from './choose.ts';
import { k } from './people.test-support.ts';
import { PHASES } from './request.ts';
import type { Sore } from './sore.ts';

const limits = sessionLimits(k, 1);
const SORES: readonly Sore[] = [
  { muscle: 'infraspinatus', sides: ['left'], share: 0.6, lessSore: 'left' },
  { muscle: 'rhomboids', sides: ['right'], share: 0.4, lessSore: 'left' },
];

/** A candidate with just what choosing looks at. */
const candidate = fc
  .record({
    technique: fc.integer({ min: 0, max: 8 }),
    kind: fc.constantFrom('pressure', 'heat', 'stretch-neck-shoulder', 'movement', 'calm'),
    muscle: fc.constantFrom('infraspinatus', 'rhomboids', null),
    seconds: fc.integer({ min: 20, max: 400 }),
    relief: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 20),
    spots: fc.integer({ min: 0, max: 3 }),
    stretch: fc.integer({ min: 0, max: 60 }),
    heats: fc.boolean(),
    isNew: fc.boolean(),
    phase: fc.constantFrom('release' as const, 'release' as const, 'lengthen' as const, 'calm' as const),
  })
  .map(({ technique, kind, muscle, seconds, relief, spots, stretch, heats, isNew, phase }): Candidate => {
    const entry = { id: `t${technique}`, tags: kind === 'calm' ? ['calm'] : [], effectPriorClass: kind };
    return {
      technique: entry as unknown as Technique,
      muscle,
      side: 'left',
      dose: {
        holdSeconds: null,
        repetitions: null,
        sets: 1,
        restSeconds: null,
        perSide: false,
        seconds,
        intensityCap: 0,
        confirm: [],
      },
      seconds,
      phase,
      relief,
      actsOn: SORES.flatMap((sore, index) => (sore.muscle === muscle ? [index] : [])),
      lastResort: false,
      unwanted: false,
      uses: {
        spots,
        pressing: spots > 0 ? seconds : 0,
        rolling: 0,
        percussing: 0,
        stretching: new Map(stretch > 0 ? [['rhomboids left', stretch]] : []),
        onlyOneOf: heats ? 'warmth or cold' : kind === 'calm' ? 'calm' : `t${technique}`,
        heats,
        cools: false,
        calms: kind === 'calm',
        isNew,
      },
    };
  });

/** The plain way: every set of candidates there is, in every order the parts of a session allow. */
function bestByHand(candidates: readonly Candidate[], budget: Budget): number {
  let best = 0;
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const chosen = candidates.filter((_, n) => ((set >> n) & 1) === 1);
    if (!goTogether(chosen, budget, limits)) continue;
    for (const order of ordersOf(chosen)) best = Math.max(best, worthOf(order, SORES));
  }
  return best;
}

function ordersOf(items: readonly Candidate[]): readonly (readonly Candidate[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => {
    const rest = items.filter((item) => item !== first);
    const comesTooSoon = rest.some(({ phase }) => PHASES.indexOf(phase) < PHASES.indexOf(first.phase));
    return comesTooSoon ? [] : ordersOf(rest).map((order) => [first, ...order]);
  });
}

describe('choosing', () => {
  test('PLN-13: no set in no order would do more than the session chosen (against plain enumeration)', () => {
    fc.assert(
      fc.property(
        fc.array(candidate, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 60, max: 900 }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (candidates, seconds, items, calmBeside) => {
          const budget = { seconds, items, calmBeside };
          const felt = candidates.filter(({ relief, actsOn }) => relief >= 0.05 || actsOn.length > 0);
          const useful = felt.length > 0 ? felt : candidates;
          const chosen = choose(candidates, SORES, budget, limits);
          expect(goTogether(chosen, budget, limits)).toBe(true);
          expect(worthOf(chosen, SORES)).toBeCloseTo(bestByHand(useful, budget), 9);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });

  test('PLN-13: what is fixed is in the answer, and the rest is the best beside it', () => {
    fc.assert(
      fc.property(candidate, fc.array(candidate, { maxLength: 7 }), (fixed, candidates) => {
        const budget = { seconds: 900, items: 3 };
        fc.pre(goTogether([fixed], budget, limits));
        const chosen = choose(candidates, SORES, budget, limits, [fixed]);
        expect(chosen).toContain(fixed);
        expect(goTogether(chosen, budget, limits)).toBe(true);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test('PLN-28: filling keeps every limit, loses no minute, and no sore muscle loses what acts on it', () => {
    const lasting = candidate.map((each) => ({ ...each, muscle: null, actsOn: [], uses: { ...each.uses, spots: 0 } }));
    const acted = (items: readonly Candidate[]) => new Set(items.flatMap(({ actsOn }) => actsOn)).size;
    fc.assert(
      fc.property(
        fc.array(candidate, { minLength: 1, maxLength: 7 }),
        fc.array(lasting, { maxLength: 5 }),
        fc.boolean(),
        (candidates, more, calmBeside) => {
          const budget = { seconds: 900, items: 3, calmBeside };
          const chosen = choose(candidates, SORES, budget, limits);
          const full = filled(chosen, more, SORES, budget, limits);
          expect(goTogether(full, budget, limits)).toBe(true);
          expect(acted(full)).toBeGreaterThanOrEqual(acted(chosen));
          expect(full.filter(({ uses }) => !uses.calms).length).toBeLessThanOrEqual(3);
          // What it loses in relief it wins in minutes, at two hundredths of a point each.
          const [won, lost] = [secondsOf(full) - secondsOf(chosen), worthOf(chosen, SORES) - worthOf(full, SORES)];
          expect((0.02 * won) / 60 - lost).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  });

  test('nothing to choose from gives nothing', () => {
    expect(choose([], SORES, { seconds: 600, items: 4 }, limits)).toEqual([]);
  });
});
