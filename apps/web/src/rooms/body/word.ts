// The word for a probability.

import { type Band, bandOf } from '@unknot/engine/inference';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';

/** By the same thresholds as the ranking's. */
export function wordOf({ parameters: { parameters } }: IdentifyKnowledge, probability: number): Band {
  const from = (name: 'likelyFrom' | 'possibleFrom') => parameters[name]?.value ?? Number.POSITIVE_INFINITY;
  return bandOf({ likelyFrom: from('likelyFrom'), possibleFrom: from('possibleFrom') }, probability);
}
