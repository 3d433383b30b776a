// Student's t distribution, as far as intervals and evidence need it.

/**
 * Half-width of a central interval, in units of the scale.
 *
 * Cornish–Fisher expansion around the normal; off by less than 0.0005 for 8 degrees of freedom or more, which is what
 * the priors bring along.
 *
 * @param z        the same quantile of the normal: 1.6449 for nine in ten
 * @param freedom  degrees of freedom, at least 8
 */
export function studentQuantile(z: number, freedom: number): number {
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** Natural logarithm of the density at `x` of a t distribution moved to `middle` and stretched by `scale`. */
export function studentLogDensity(x: number, middle: number, scale: number, freedom: number): number {
  const t = (x - middle) / scale;
  return (
    logGamma((freedom + 1) / 2) -
    logGamma(freedom / 2) -
    0.5 * Math.log(freedom * Math.PI) -
    Math.log(scale) -
    ((freedom + 1) / 2) * Math.log1p((t * t) / freedom)
  );
}

/** ln Γ by Stirling's series, moved up to where four terms are exact to twelve digits. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 12; at++) shift += Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
