// Learning done the plain way: one big covariance over all sessions, solved by elimination, and evidence as the ratio of two
// likelihoods of everything that was told. Slow and easy to believe; the fast sums are checked against it.

import type { TechniqueId } from '../case/index.ts';
import type { Expectations, Practice, Response } from '../learning/index.ts';

type Matrix = readonly (readonly number[])[];

export interface PlainEffect {
  readonly mean: number;
  readonly scale: number;
  readonly freedom: number;
  /** How many times likelier everything told is than if the technique did nothing. */
  readonly evidence: number;
}

/** By technique; `undefined` in place of a technique: never done. Numbers of the settings as in RULES.md, LRN-02. */
export function plainEffects(
  practice: readonly Practice[],
  expectations: Expectations,
  response: Response = 'after',
): ReadonlyMap<TechniqueId, PlainEffect> {
  const rated = practice.filter((session) => (response === 'after' ? session.painAfter : session.painNextDay) !== null);
  const techniques = [...new Set(practice.flatMap((session) => session.techniques))];
  const usual = rated.reduce((sum, { painBefore }) => sum + painBefore, 0) / Math.max(1, rated.length);
  const decay = response === 'after' ? 1 : Math.exp(-expectations.naturalDropPerDay);
  const y = rated.map(
    ({ painBefore, painAfter, painNextDay }) =>
      ((response === 'after' ? painAfter : painNextDay) as number) - painBefore * decay,
  );
  const x = rated.map(({ painBefore, hour, techniques: done }) => [
    1,
    painBefore - usual,
    Math.cos((hour / 24) * 2 * Math.PI),
    Math.sin((hour / 24) * 2 * Math.PI),
    ...techniques.map((technique) => (done.includes(technique) ? 1 : 0)),
  ]);
  const noise = 1.39;
  const expected = techniques.map((technique) => expectations.of(technique));
  const mean = [0, -0.24, 0, 0, ...expected.map((each) => each.mean)];
  const fixed = [1, 0.15, 0.3, 0.3];
  const covariance = mean.map((_, i) =>
    mean.map((__, j) => {
      if (i < 4 || j < 4) return i === j ? ((fixed[i] as number) / noise) ** 2 : 0;
      const [one, other] = [expected[i - 4], expected[j - 4]];
      if (one?.family !== other?.family) return 0;
      return ((i === j ? 1 : 0.5) * (one?.sd as number) ** 2) / noise ** 2;
    }),
  );
  const whole: Belief = { mean, covariance, shape: 4, rate: 3 * noise ** 2 };
  const { gain, left } = solved(whole, x, y);
  const freedom = 2 * (4 + y.length / 2);
  const rate = whole.rate + left / 2;
  return new Map(
    techniques.map((technique, k) => {
      const column = 4 + k;
      const shared = x.map((row) => dot(row, covariance[column] as number[]));
      const { by, solve } = gain;
      const variance = (covariance[column]?.[column] as number) - dot(shared, solve(shared));
      const effect = (mean[column] as number) + dot(shared, by);
      const evidence = Math.exp(logLikelihood(whole, x, y) - logLikelihood(without(whole, column), x, y));
      return [technique, { mean: effect, scale: Math.sqrt((rate / (freedom / 2)) * variance), freedom, evidence }];
    }),
  );
}

interface Belief {
  readonly mean: readonly number[];
  /** In units of the noise. */
  readonly covariance: Matrix;
  readonly shape: number;
  readonly rate: number;
}

/** The same opinion for somebody who knows that number `k` is zero. */
function without({ mean, covariance, shape, rate }: Belief, k: number): Belief {
  const column = covariance.map((row) => row[k] as number);
  const [middle, variance] = [mean[k] as number, column[k] as number];
  return {
    mean: mean.map((value, i) => value - ((column[i] as number) * middle) / variance),
    covariance: covariance.map((row, i) =>
      row.map((value, j) => value - ((column[i] as number) * (column[j] as number)) / variance),
    ),
    shape: shape + 0.5,
    rate: rate + middle ** 2 / variance / 2,
  };
}

/** Covariance of what is told, and how far what was told lies from what was expected. */
function solved({ mean, covariance }: Belief, x: Matrix, y: readonly number[]) {
  const surprise = y.map((value, i) => value - dot(x[i] as number[], mean));
  const half = x.map((row) => covariance.map((line) => dot(row, line)));
  const all = x.map((_, i) => x.map((other, j) => dot(half[i] as number[], other) + (i === j ? 1 : 0)));
  const solve = (right: readonly number[]) => eliminated(all, right).solution;
  const { solution: by, logDeterminant } = eliminated(all, surprise);
  return { gain: { by, solve }, left: dot(surprise, by), logDeterminant };
}

function logLikelihood(belief: Belief, x: Matrix, y: readonly number[]): number {
  const { left, logDeterminant } = solved(belief, x, y);
  const { shape, rate } = belief;
  const n = y.length;
  return (
    logGammaPlainly(shape + n / 2) -
    logGammaPlainly(shape) -
    (n / 2) * Math.log(2 * Math.PI) -
    logDeterminant / 2 +
    shape * Math.log(rate) -
    (shape + n / 2) * Math.log(rate + left / 2)
  );
}

/** Halves and wholes only: down to Γ(½) or Γ(1) step by step. */
function logGammaPlainly(x: number): number {
  let sum = 0;
  let at = x;
  for (; at > 1; at--) sum += Math.log(at - 1);
  return sum + (at === 1 ? 0 : 0.5 * Math.log(Math.PI));
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

/** Gauss, with the largest pivot. */
function eliminated(a: Matrix, right: readonly number[]): { solution: number[]; logDeterminant: number } {
  const n = right.length;
  const rows = a.map((row, i) => [...row, right[i] as number]);
  let logDeterminant = 0;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(rows[i]?.[k] as number) > Math.abs(rows[best]?.[k] as number)) best = i;
    [rows[k], rows[best]] = [rows[best] as number[], rows[k] as number[]];
    const pivot = rows[k] as number[];
    logDeterminant += Math.log(Math.abs(pivot[k] as number));
    for (let i = k + 1; i < n; i++) {
      const row = rows[i] as number[];
      const factor = (row[k] as number) / (pivot[k] as number);
      for (let j = k; j <= n; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let sum = row[n] as number;
    for (let j = i + 1; j < n; j++) sum -= (row[j] as number) * (solution[j] as number);
    solution[i] = sum / (row[i] as number);
  }
  return { solution, logDeterminant };
}
