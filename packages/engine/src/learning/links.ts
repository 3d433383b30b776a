// What goes together with more or less pain: sleep, sitting, stress, load and water of yesterday beside the pain of today.
// Never why. See RULES.md, LRN-17 to LRN-20.

import { claimedAmong } from './claim.ts';
import type { Estimate } from './effects.ts';
import { beliefIn, evidence, interval, priorBelief, regress } from './regression.ts';

export const FACTORS = ['sleep', 'sitting', 'stress', 'load', 'water'] as const;
export type Factor = (typeof FACTORS)[number];

/** Against the person's own usual: less, as usual, more; sleep: worse, as usual, better. */
export type Level = -1 | 0 | 1;

/** What was told about one day of the person's calendar (days since 1970). */
export interface ToldDay {
  readonly day: number;
  /** Pain of that day, NRS 0–10; null: not told. */
  readonly pain: number | null;
  /** About the night or the day before it; absent: not told. */
  readonly before: Readonly<Partial<Record<Factor, Level>>>;
}

export type Link =
  /** `more`: days still to tell; `unlike`: how many of them have to differ from what is there. */
  | { readonly kind: 'not-enough-days'; readonly days: number; readonly more: number; readonly unlike: number }
  | ({ readonly kind: 'could-be-chance'; readonly days: number } & Estimate)
  /** Pain was higher (`more-pain`) or lower after days with more of it. The estimate is per step. */
  | ({ readonly kind: 'more-pain' | 'less-pain'; readonly days: number } & Estimate);

/** Own settings: two weeks, four days on each of two levels, and the day before must not be long ago. */
const ENOUGH_DAYS = 14;
const ENOUGH_UNLIKE = 4;
const LONGEST_GAP = 3;

/** Own settings, wide for pain and careful for links; noise as for two ratings (see effects.ts). */
const SETTINGS = {
  noise: 1.39,
  noiseWorth: 8,
  levelMean: 2.5,
  levelSd: 2.5,
  lastMean: 0.5,
  lastSd: 0.3,
  linkSd: 0.7,
} as const;

/**
 * Each factor by itself: pain today = level + part of the pain last told + link × yesterday's factor. Shrunk towards nothing, and
 * the bar is raised for looking at several.
 *
 * @param days  oldest first, one per day
 */
export function linksOf(days: readonly ToldDay[]): Readonly<Record<Factor, Link>> {
  const looked = FACTORS.map((factor) => lookAt(factor, days));
  const judged = looked.flatMap((look) => (look.score === null ? [] : [look.score]));
  const claims = claimedAmong(judged);
  let at = 0;
  const links = looked.map(({ link, score }): Link => {
    if (score === null || link.kind === 'not-enough-days') return link;
    const isClaimed = claims[at++];
    return isClaimed ? { ...link, kind: link.mean > 0 ? 'more-pain' : 'less-pain' } : link;
  });
  return Object.fromEntries(FACTORS.map((factor, i) => [factor, links[i]])) as Record<Factor, Link>;
}

function lookAt(factor: Factor, days: readonly ToldDay[]): { link: Link; score: number | null } {
  const pairs = pairsOf(factor, days);
  const byLevel = [-1, 0, 1].map((level) => pairs.filter((pair) => pair.level === level).length);
  const second = byLevel.toSorted((a, b) => b - a)[1] as number;
  const unlike = Math.max(0, ENOUGH_UNLIKE - second);
  const more = Math.max(ENOUGH_DAYS - pairs.length, unlike);
  if (more > 0) return { link: { kind: 'not-enough-days', days: pairs.length, more, unlike }, score: null };
  const xx = new Float64Array(9);
  const xy = new Float64Array(3);
  let yy = 0;
  for (const { pain, last, level } of pairs) {
    const row = [1, last, level];
    row.forEach((x, i) => {
      xy[i] = (xy[i] as number) + x * pain;
      row.forEach((other, j) => {
        xx[i * 3 + j] = (xx[i * 3 + j] as number) + x * other;
      });
    });
    yy += pain * pain;
  }
  const precision = new Float64Array(9);
  [SETTINGS.levelSd, SETTINGS.lastSd, SETTINGS.linkSd].forEach((sd, i) => {
    precision[i * 4] = 1 / sd ** 2;
  });
  const { noise, noiseWorth } = SETTINGS;
  const prior = { mean: Float64Array.of(SETTINGS.levelMean, SETTINGS.lastMean, 0), precision, noise, noiseWorth };
  const is = beliefIn(regress({ columns: 3, count: pairs.length, xx, xy, yy }, prior), [[2, 1]]);
  const score = evidence(priorBelief(0, SETTINGS.linkSd, noiseWorth), is);
  return { link: { kind: 'could-be-chance', days: pairs.length, mean: is.mean, ...interval(is) }, score };
}

/** Days on which the factor of the day before, the pain, and an earlier pain not long ago were told. */
function pairsOf(factor: Factor, days: readonly ToldDay[]): { pain: number; last: number; level: Level }[] {
  const pairs: { pain: number; last: number; level: Level }[] = [];
  let last: { day: number; pain: number } | null = null;
  for (const { day, pain, before } of days) {
    const level = before[factor];
    if (pain === null) continue;
    if (level !== undefined && last !== null && day - last.day <= LONGEST_GAP)
      pairs.push({ pain, last: last.pain, level });
    last = { day, pain };
  }
  return pairs;
}
