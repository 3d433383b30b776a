// A linear model with a conjugate prior (normal–inverse-gamma): what was believed before, what the numbers say, and how
// far the two together reach. Everything is exact; the numbers enter as sums only, so it does not matter how many they are.

import { studentLogDensity, studentQuantile } from './student.ts';

/** Sums over observations of y = x·β + noise. Only the upper triangle of `xx` is read. */
export interface Sums {
  readonly columns: number;
  readonly count: number;
  /** columns × columns, row by row. */
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  readonly yy: number;
}

export interface Prior {
  readonly mean: Float64Array;
  /** Inverse of the covariance in the unit of the outcome squared; columns × columns, row by row, symmetric. */
  readonly precision: Float64Array;
  /** Standard deviation of one observation around the line. */
  readonly noise: number;
  /** How many observations the opinion about `noise` is worth; 8 or more. */
  readonly noiseWorth: number;
}

/** What is believed of one number: a t distribution. */
export interface Belief {
  readonly mean: number;
  readonly scale: number;
  readonly freedom: number;
}

export interface Posterior {
  readonly mean: Float64Array;
  /** Inverse of the precision, in units of the noise; columns × columns. */
  readonly spread: Float64Array;
  /** Estimate of the noise, standard deviation. */
  readonly noise: number;
  readonly freedom: number;
}

/** Nine in ten, as a quantile of the normal. Own setting. */
const NINE_IN_TEN = 1.6448536269514722;

export function interval({ mean, scale, freedom }: Belief): { readonly low: number; readonly high: number } {
  const half = studentQuantile(NINE_IN_TEN, freedom) * scale;
  return { low: mean - half, high: mean + half };
}

/** @throws when the precision of the prior is not positive */
export function regress(sums: Sums, prior: Prior): Posterior {
  const { columns: n, count, xx, xy, yy } = sums;
  const { noise, noiseWorth } = prior;
  // Inverse gamma with mean noise².
  const shape = noiseWorth / 2;
  const rate = (shape - 1) * noise * noise;
  const precision = new Float64Array(n * n);
  const pull = new Float64Array(n);
  let before = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const own = (prior.precision[i * n + j] as number) * noise * noise;
      precision[i * n + j] = own + (xx[i <= j ? i * n + j : j * n + i] as number);
      pull[i] = (pull[i] as number) + own * (prior.mean[j] as number);
      before += (prior.mean[i] as number) * own * (prior.mean[j] as number);
    }
    pull[i] = (pull[i] as number) + (xy[i] as number);
  }
  const spread = inverse(precision, n);
  const mean = times(spread, pull, n);
  const explained = mean.reduce((sum, value, i) => sum + value * (pull[i] as number), 0);
  const left = rate + 0.5 * Math.max(0, yy + before - explained);
  const freedom = noiseWorth + count;
  return { mean, spread, noise: Math.sqrt(left / (freedom / 2)), freedom };
}

/** What a posterior says about a weighted sum of its numbers. `weights`: column → weight. */
export function beliefIn(
  posterior: Posterior,
  weights: readonly (readonly [column: number, weight: number])[],
): Belief {
  const n = posterior.mean.length;
  let mean = 0;
  let variance = 0;
  for (const [i, wi] of weights) {
    mean += wi * (posterior.mean[i] as number);
    for (const [j, wj] of weights) variance += wi * wj * (posterior.spread[i * n + j] as number);
  }
  return { mean, scale: posterior.noise * Math.sqrt(variance), freedom: posterior.freedom };
}

/** What the prior alone says of a number with this mean and standard deviation. */
export function priorBelief(mean: number, sd: number, noiseWorth: number): Belief {
  return { mean, scale: sd * Math.sqrt((noiseWorth - 2) / noiseWorth), freedom: noiseWorth };
}

/**
 * How strongly the observations speak against "this is nothing", as a betting score (e-value): a Bayes factor by the ratio
 * of Savage and Dickey. Whoever stops whenever they like reaches 20 by chance in at most one of 20 cases [Ville 1939].
 */
export function evidence(was: Belief, is: Belief): number {
  const logRatio =
    studentLogDensity(0, was.mean, was.scale, was.freedom) - studentLogDensity(0, is.mean, is.scale, is.freedom);
  return Math.exp(Math.min(700, logRatio));
}

/** @returns lower triangle L with L·Lᵀ = a, row by row */
export function cholesky(a: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      if (i !== j) lower[i * n + j] = sum / (lower[j * n + j] as number);
      else if (sum > 0) lower[i * n + i] = Math.sqrt(sum);
      else throw new Error(`a precision must be positive, got ${sum} in row ${i}`);
    }
  return lower;
}

/** Inverse of a symmetric positive matrix by its Cholesky factor. */
function inverse(a: Float64Array, n: number): Float64Array {
  const lower = cholesky(a, n);
  // Inverse of the triangle first: row i of it only needs the rows above.
  const turned = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    turned[i * n + i] = 1 / (lower[i * n + i] as number);
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= (lower[i * n + k] as number) * (turned[k * n + j] as number);
      turned[i * n + j] = sum / (lower[i * n + i] as number);
    }
  }
  const all = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += (turned[k * n + i] as number) * (turned[k * n + j] as number);
      all[i * n + j] = sum;
      all[j * n + i] = sum;
    }
  return all;
}

function times(a: Float64Array, x: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (a[i * n + j] as number) * (x[j] as number);
    return sum;
  });
}
