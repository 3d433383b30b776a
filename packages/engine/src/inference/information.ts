// How much an answer tells, in bits.

/**
 * Mutual information between a yes/no answer and the fact it depends on, in bits.
 *
 * @param probability  of the fact now, 0–1
 * @param ifYes        likelihood ratio of yes, above 1
 * @param ifNo         likelihood ratio of no, below 1
 */
export function expectedGain(probability: number, ifYes: number, ifNo: number): number {
  const falseYes = falseYesOf(ifYes, ifNo);
  const trueYes = ifYes * falseYes;
  const yes = probability * trueYes + (1 - probability) * falseYes;
  return entropy(yes) - probability * entropy(trueYes) - (1 - probability) * entropy(falseYes);
}

/** Chance of a yes without the fact, from the likelihood ratios of both answers. */
export const falseYesOf = (ifYes: number, ifNo: number): number => (1 - ifNo) / (ifYes - ifNo);

/** Of a coin that falls on one side with chance `p`, in bits. */
function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}

/** Kullback–Leibler divergence of two coins in bits: what learning `after` tells somebody who believed `before`. */
export function divergence(after: number, before: number): number {
  const part = (p: number, q: number) => (p <= 0 ? 0 : p * Math.log2(p / q));
  return part(after, before) + part(1 - after, 1 - before);
}
