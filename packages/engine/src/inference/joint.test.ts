import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enumerate, type Puzzle } from '../testing/index.ts';
import { type Effort, jointPosterior, made } from './joint.ts';
import type { Problem } from './problem.ts';

const SEED = 20261121;
const EXACT: Effort = { exactSteps: 1e9, tolerance: 0, branches: 0 };
const SEARCH_ALL: Effort = { exactSteps: 0, tolerance: 0, branches: 1_000_000 };

/** The same puzzle in dense arrays, blanks folded into the odds. */
function problemOf(puzzle: Puzzle): Problem {
  const zones = puzzle.effect.map((row) => row.flatMap((effect, cell) => (effect > 0 ? [{ cell, effect }] : [])));
  const start = new Int32Array(zones.length + 1);
  zones.forEach((zone, c) => {
    start[c + 1] = (start[c] as number) + zone.length;
  });
  return {
    odds: Float64Array.from(puzzle.odds, (odds, c) =>
      puzzle.painted.reduce(
        (all, share, r) => (share === 0 ? all * (1 - (puzzle.effect[c]?.[r] as number)) ** puzzle.blankWeight : all),
        odds,
      ),
    ),
    unit: Int32Array.from(puzzle.unit),
    unitRatio: Float64Array.from(puzzle.unitRatio),
    start,
    cell: Int32Array.from(zones.flat(), ({ cell }) => cell),
    effect: Float64Array.from(zones.flat(), ({ effect }) => effect),
    painted: Float64Array.from(puzzle.painted),
    leak: Float64Array.from(puzzle.painted, () => puzzle.leak),
  };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const puzzles = fc
  .record({ causes: fc.integer({ min: 1, max: 9 }), cells: fc.integer({ min: 1, max: 7 }) })
  .chain(({ causes, cells }) =>
    fc.record({
      odds: fc.array(fc.double({ min: 0.001, max: 0.5, noNaN: true }), { minLength: causes, maxLength: causes }),
      unit: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: causes, maxLength: causes }),
      unitRatio: fc.array(fc.constantFrom(1, 1, 0.6, 2.2), { minLength: 4, maxLength: 4 }),
      effect: fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 0.9, noNaN: true })), {
          minLength: cells,
          maxLength: cells,
        }),
        { minLength: causes, maxLength: causes },
      ),
      painted: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.97, noNaN: true })), {
        minLength: cells,
        maxLength: cells,
      }),
      leak: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
      blankWeight: share,
    }),
  );

const PAIRS = [0, 1, 2, 3].flatMap((u) => [0, 1, 2, 3].flatMap((v) => (u === v ? [] : [[u, v] as const])));

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

describe('joint posterior', () => {
  test.each([
    ['elimination', EXACT],
    ['a search that is allowed to finish', SEARCH_ALL],
  ])('INF-01: %s gives the same numbers as adding up every set of causes', (_, effort) => {
    fc.assert(
      fc.property(puzzles, (puzzle) => {
        const fast = jointPosterior(problemOf(puzzle), effort);
        const plain = enumerate(puzzle);
        expect(fast.bound).toBeLessThan(1e-12);
        expect(furthest(fast.cause, plain.cause)).toBeLessThan(1e-9);
        expect(furthest(fast.unit, plain.unit)).toBeLessThan(1e-9);
        for (const [u, v] of PAIRS) {
          expect(Math.abs(fast.both(u, v) - (plain.both[u]?.[v] as number))).toBeLessThan(1e-9);
        }
        if (puzzle.painted.every((sure) => sure === 0)) return;
        expect(Math.abs(fast.explains.reduce((all, part) => all + part, plain.unexplained) - 1)).toBeLessThan(1e-9);
        if (fast.unmade === 1) return;
        const given = made(fast);
        expect(furthest(given.unit, plain.made.unit)).toBeLessThan(1e-9);
        for (const [u, v] of PAIRS) {
          expect(Math.abs(given.both(u, v) - (plain.made.both[u]?.[v] as number))).toBeLessThan(1e-9);
        }
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  test('INF-02: a search that was cut short is never further off than the bound it reports', () => {
    fc.assert(
      fc.property(
        puzzles,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(0, 0.01, 0.2),
        (puzzle, branches, tolerance) => {
          const cut = jointPosterior(problemOf(puzzle), { exactSteps: 0, tolerance, branches });
          const plain = enumerate(puzzle);
          expect(furthest(cut.cause, plain.cause)).toBeLessThanOrEqual(cut.bound + 1e-9);
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('INF-03: given that something made the paint, the causes explain more of it, and never more than all', () => {
    fc.assert(
      fc.property(puzzles, fc.constantFrom(EXACT, SEARCH_ALL), (puzzle, effort) => {
        fc.pre(puzzle.painted.some((sure) => sure > 0));
        const posterior = jointPosterior(problemOf(puzzle), effort);
        const sum = (shares: Float64Array) => shares.reduce((all, part) => all + part, 0);
        expect(sum(made(posterior).explains)).toBeGreaterThanOrEqual(sum(posterior.explains) - 1e-12);
        expect(sum(made(posterior).explains)).toBeLessThan(1 + 1e-9);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('one cause and one painted cell, worked out by hand', () => {
    // Odds 0.1, effect 0.5, leak 0.02: active 0.1 × (1 − 0.98 × 0.5) = 0.051, inactive 0.02.
    const { cause } = jointPosterior(
      problemOf({
        odds: [0.1],
        unit: [0],
        unitRatio: [1],
        effect: [[0.5]],
        painted: [1],
        leak: 0.02,
        blankWeight: 1,
      }),
      EXACT,
    );
    expect(cause[0]).toBeCloseTo(0.051 / 0.071, 12);
  });
});
