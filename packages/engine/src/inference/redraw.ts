// How far a probability would move if the same person drew the same pain again.
//
// People leave out places and add others: two drawings of one pain overlap by about 0.42. Each painted place of a
// candidate's zone may be missing next time, each blank one may be painted. Taken as independent, these are small coins
// that add up to a spread of the log-odds; no second ranking is needed.

import type { Model } from './model.ts';
import type { Weighed } from './weigh.ts';

/** Where a probability would lie in about four of five redraws, 0–1. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** 80 % of a normal spread lie within so many standard deviations. */
const FOUR_OF_FIVE = 1.2816;

/**
 * @param shares  of the causes of the unit, adding up to 1
 */
export function rangeOf(
  model: Model,
  { painted, blank }: Weighed,
  causes: readonly number[],
  shares: readonly number[],
  probability: number,
): Range {
  const { leak, surest, temper, redrawLeavesOut, redrawAdds, redrawElse } = model.parameters;
  if (probability <= 0 || probability >= 1) return { low: probability, high: probability };
  const speaks = (sure: number, quiet: number) =>
    Math.log((sure + (1 - 2 * sure) * (1 - leak) * quiet) / (sure + (1 - 2 * sure) * (1 - leak)));
  let down = 0;
  let up = 0;
  const isPainted = painted.some((sure) => sure > 0);
  causes.forEach((c, i) => {
    const share = shares[i] as number;
    for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
      const cell = model.zoneCell[k] as number;
      const quiet = 1 - (model.zoneEffect[k] as number);
      const sure = painted[cell] as number;
      const asBlank = Math.log(quiet) * (sure > 0 ? model.parameters.blankWeight : (blank[cell] as number));
      const move = share * temper ** 2 * (speaks(sure > 0 ? sure : surest, quiet) - asBlank) ** 2;
      if (sure > 0) down += move * redrawLeavesOut * (1 - redrawLeavesOut);
      else up += move * redrawAdds * (1 - redrawAdds);
    }
  });
  const other = isPainted ? redrawElse ** 2 : 0;
  const at = (spread: number) => {
    const odds = (probability / (1 - probability)) * Math.exp(spread);
    return odds / (1 + odds);
  };
  return {
    low: Math.min(probability, at(-FOUR_OF_FIVE * Math.sqrt(down + other))),
    high: Math.max(probability, at(FOUR_OF_FIVE * Math.sqrt(up + other))),
  };
}
