// How far warmth gets into tissue, in the plainest model there is. A picture, not a measurement.
//
// One kind of tissue, infinitely deep, at one temperature; its surface is held warm from minute 0; warmth spreads by
// conduction only. Then the share of the surface's warming felt at depth x after time t is erfc(x / 2√(αt)). Blood
// carries warmth away in a real body, so the true share is smaller the deeper one looks.

/** Thermal diffusivity, mm² per second: that of water, rounded. Own setting for a picture. */
const SPREAD = 0.14;

/**
 * @param depth   mm below the skin, ≥ 0
 * @param minutes since the warmth was put on, ≥ 0
 * @returns share of the surface's warming, 0–1
 */
export function warmthAt(depth: number, minutes: number): number {
  if (minutes <= 0) return depth === 0 ? 1 : 0;
  return erfc(depth / (2 * Math.sqrt(SPREAD * minutes * 60)));
}

/** Complementary error function for x ≥ 0; Abramowitz and Stegun 7.1.26, wrong by at most 1.5e-7. */
function erfc(x: number): number {
  const u = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * u - 1.453152027) * u + 1.421413741) * u - 0.284496736) * u + 0.254829592) * u;
  return series * Math.exp(-x * x);
}
