// Probabilities in words: what a screen says, and what counts as a change of mind.

import type { Parameters } from './parameters.ts';

export type Band = 'likely' | 'possible' | 'less-likely';

/** How a probability is said; numbers are shown only on request. */
export function bandOf(parameters: Pick<Parameters, 'likelyFrom' | 'possibleFrom'>, probability: number): Band {
  if (probability >= parameters.likelyFrom) return 'likely';
  return probability >= parameters.possibleFrom ? 'possible' : 'less-likely';
}
