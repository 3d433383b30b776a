// When something may be said. A difference is named only when betting against chance has paid twenty to one, and looking at
// many things at once raises the bar for each. See RULES.md, LRN-05 and LRN-06.

/** One false claim in twenty at most. */
const FALSE_CLAIMS = 0.05;

/** Looking at one thing alone. */
export const isClaimed = (evidence: number): boolean => evidence >= 1 / FALSE_CLAIMS;

/**
 * Which of several things may be claimed together (the e-BH procedure of Wang and Ramdas 2022): of all that is claimed, at
 * most one in twenty is false on average, however the things depend on each other, and whenever one looks.
 *
 * @param evidence  betting score of each thing; those that nobody may judge yet are left out beforehand
 */
export function claimedAmong(evidence: readonly number[]): boolean[] {
  const sorted = evidence.toSorted((a, b) => b - a);
  const bar = (rank: number) => evidence.length / (FALSE_CLAIMS * rank);
  const claimed = sorted.findLastIndex((score, i) => score >= bar(i + 1)) + 1;
  return evidence.map((score) => claimed > 0 && score >= bar(claimed));
}
