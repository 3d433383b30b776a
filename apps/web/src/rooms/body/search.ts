// Finding a region by its name as people say it: beginnings of words, other words for the same place, a slip of a
// letter, and "left" or "right" to choose the side.

import type { PairedSide } from '@unknot/atlas/frame';

export interface Searchable {
  readonly id: string;
  readonly plainName: string;
}

export interface Found<T> {
  readonly regions: readonly T[];
  /** The side that was asked for, if any. */
  readonly side?: PairedSide;
}

/**
 * @param synonyms words of a region's name → other words for them; a phrase counts when the name contains it
 * @returns all regions, in their own order, for an empty query; best first otherwise
 */
export function searchRegions<T extends Searchable>(
  regions: readonly T[],
  query: string,
  synonyms: Readonly<Record<string, string>>,
): Found<T> {
  const asked = wordsOf(query);
  const side = asked.find((word): word is PairedSide => word === 'left' || word === 'right');
  const words = asked.filter((word) => word !== side && !FILLERS.has(word));
  const chosen = side ? { side } : {};
  if (words.length === 0) return { regions, ...chosen };
  const indexed = regions.map((region) => ({
    region,
    own: wordsOf(region.plainName),
    other: othersOf(region, synonyms),
  }));
  const best = (fits: typeof begins) =>
    indexed
      .map(({ region, own, other }, order) => ({ region, order, score: scoreOf(words, own, other, fits) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ region }) => region);
  const exact = best(begins);
  return { regions: exact.length > 0 ? exact : best(almostBegins), ...chosen };
}

const FILLERS = new Set(['the', 'my', 'of', 'in', 'on', 'at', 'a', 'and', 'side']);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

const othersOf = ({ id, plainName }: Searchable, synonyms: Readonly<Record<string, string>>): string[] => [
  ...wordsOf(id),
  ...Object.entries(synonyms).flatMap(([phrase, others]) => (plainName.includes(phrase) ? wordsOf(others) : [])),
];

/** Every word must fit; words of the name count more than others, whole words more than beginnings. */
function scoreOf(
  words: readonly string[],
  own: readonly string[],
  other: readonly string[],
  fits: typeof begins,
): number {
  let score = 0;
  for (const word of words) {
    const inOwn = own.some((candidate) => fits(candidate, word));
    if (!inOwn && !other.some((candidate) => fits(candidate, word))) return 0;
    score += (inOwn ? 2 : 1) + (own.includes(word) ? 1 : 0) + (own[0] === word ? 0.5 : 0);
  }
  return score - own.length * 0.05;
}

const begins = (candidate: string, word: string): boolean => candidate.startsWith(word);

/** One letter wrong, missing, doubled or swapped, in words long enough to bear it. */
function almostBegins(candidate: string, word: string): boolean {
  if (word.length < 4) return begins(candidate, word);
  return [-1, 0, 1].some((more) => oneSlip(candidate.slice(0, word.length + more), word));
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
