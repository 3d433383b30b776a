// Which items together do most. Exact: a depth-first search over all sets of candidates with a bound, so that nothing
// better is left out (checked against plain enumeration in the tests).

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { Candidate } from './candidate.ts';
import { has } from './closed.ts';
import type { Sore } from './sore.ts';

export interface Budget {
  readonly seconds: number;
  readonly items: number;
}

/** The most a session may hold, from the dose rules. */
export interface SessionLimits {
  readonly spots: number;
  readonly pressing: number;
  readonly rolling: number;
  readonly percussing: number;
  readonly stretchPerMuscle: number;
  /** One new technique at a time, while there is a known one for the pain. */
  readonly news: number;
}

/** Each sore muscle that something acts on counts this much, times its share: no plan for a knot without touching it. Own setting. */
const COVERED = 1;
/** A second item of the same kind on the same muscle is worth half, on another muscle 0.7 (√½). Own setting. */
const AGAIN = 0.5;
const AGAIN_ELSEWHERE = Math.SQRT1_2;
/** Below this nobody would notice it, NRS points; taken only when there is nothing else. Own setting. */
const WORTH_DOING = 0.05;

export function sessionLimits(k: PlanKnowledge, news: number): SessionLimits {
  const rule = (id: string) => k.doseRules.find((entry) => entry.id === id);
  const orFree = (value: number | undefined) => value ?? Number.POSITIVE_INFINITY;
  const volume = rule('pressure-volume');
  return {
    spots: orFree(volume?.max),
    pressing: 60 * orFree(volume?.minutesPerSessionMax),
    rolling: 60 * orFree(rule('roller-volume')?.max),
    percussing: 60 * orFree(rule('percussion-volume')?.minutesPerSessionMax),
    stretchPerMuscle: orFree(rule('stretch-hold')?.secondsPerMuscleTotal),
    news,
  };
}

/** PLN-12. Whether these may stand in one session. */
export function goTogether(items: readonly Candidate[], budget: Budget, limits: SessionLimits): boolean {
  const sum = (amount: (item: Candidate) => number) => items.reduce((total, item) => total + amount(item), 0);
  const count = (test: (item: Candidate) => boolean) => items.filter(test).length;
  return (
    items.length <= budget.items &&
    sum(({ seconds }) => seconds) <= budget.seconds &&
    new Set(items.map(({ technique }) => technique.id)).size === items.length &&
    sum(({ uses }) => uses.spots) <= limits.spots &&
    sum(({ uses }) => uses.pressing) <= limits.pressing &&
    sum(({ uses }) => uses.rolling) <= limits.rolling &&
    sum(({ uses }) => uses.percussing) <= limits.percussing &&
    count(({ uses }) => uses.isNew) <= limits.news &&
    // One application of warmth or cold: nothing on the same skin twice, no cold after warmth.
    count(({ uses }) => uses.heats || uses.cools) <= 1 &&
    count(({ technique }) => has(technique, 'calm')) <= 1 &&
    count(({ technique }) => has(technique, 'aerobic')) <= 1 &&
    // `no-cold-before-effort`, `no-heat-after-bruise`: what cools comes last, and never after percussion with warmth.
    !(items.some(({ uses }) => uses.percussing > 0) && items.some(({ uses }) => uses.heats && uses.cools)) &&
    longestStretch(items) <= limits.stretchPerMuscle
  );
}

/** Seconds of stretch on the muscle and side that gets most of it. */
function longestStretch(items: readonly Candidate[]): number {
  const sums = new Map<string, number>();
  let longest = 0;
  for (const { uses } of items)
    for (const [place, seconds] of uses.stretching) {
      const sum = (sums.get(place) ?? 0) + seconds;
      sums.set(place, sum);
      longest = Math.max(longest, sum);
    }
  return longest;
}

/** Value of a set: reliefs with diminishing returns, and each sore muscle that is acted on. */
export function worthOf(items: readonly Candidate[], sores: readonly Sore[]): number {
  const sorted = items.toSorted((a, b) => b.relief - a.relief);
  let value = 0;
  sorted.forEach((item, index) => {
    value += gainOf(item, sorted.slice(0, index), sores);
  });
  return value;
}

function gainOf(item: Candidate, before: readonly Candidate[], sores: readonly Sore[]): number {
  const kin = before.filter(({ technique }) => technique.effectPriorClass === item.technique.effectPriorClass);
  const here = kin.filter(({ muscle }) => muscle === item.muscle).length;
  const fading = AGAIN ** here * AGAIN_ELSEWHERE ** (kin.length - here);
  return item.relief * fading + COVERED * freshShare(item, before, sores);
}

/** Share of the pain that this item is the first to act on. */
function freshShare({ actsOn }: Candidate, before: readonly Candidate[], sores: readonly Sore[]): number {
  const fresh = actsOn.filter((index) => !before.some((other) => other.actsOn.includes(index)));
  return fresh.reduce((sum, index) => sum + (sores[index]?.share ?? 0), 0);
}

/**
 * PLN-13. The set with the greatest value; ties go to the one found first, in the order of the candidates.
 *
 * Candidates are taken in order of relief, so the discount of each is known when it is added. The bound adds, for the
 * open places, the best reliefs still ahead and every muscle not yet covered.
 */
export function choose(
  candidates: readonly Candidate[],
  sores: readonly Sore[],
  budget: Budget,
  limits: SessionLimits,
  fixed: readonly Candidate[] = [],
): readonly Candidate[] {
  const felt = candidates.filter((item) => item.relief >= WORTH_DOING || item.actsOn.length > 0);
  const useful = felt.length > 0 ? felt : candidates.filter(({ relief }) => relief > 0);
  const sorted = useful.map((item, n) => ({ item, n })).toSorted((a, b) => b.item.relief - a.item.relief || a.n - b.n);
  const order = sorted.map(({ item }) => item);
  const bestAhead = bestReliefsAhead(order, budget.items);
  const shares = sores.reduce((sum, { share }) => sum + share, 0);
  let best = fixed;
  let bestValue = 0;

  const extend = (chosen: readonly Candidate[], value: number, covered: number, from: number) => {
    if (value > bestValue + 1e-9) {
      best = chosen;
      bestValue = value;
    }
    const places = budget.items - chosen.length;
    if (places === 0) return;
    for (let n = from; n < order.length; n++) {
      const bound = value + (bestAhead[n]?.[places] ?? 0) + COVERED * (shares - covered);
      if (bound <= bestValue + 1e-9) return;
      const item = order[n] as Candidate;
      const next = [...chosen, item];
      if (!goTogether(next, budget, limits)) continue;
      extend(next, value + gainOf(item, chosen, sores), covered + freshShare(item, chosen, sores), n + 1);
    }
  };
  const ofFixed = sores.reduce((sum, { share }, i) => sum + (fixed.some((f) => f.actsOn.includes(i)) ? share : 0), 0);
  extend(fixed, 0, ofFixed, 0);
  return best;
}

/**
 * `[n][places]`: the most that so many different techniques from position n on can bring. The second and third of a
 * kind count with the mildest discount there can be, so this is never too low.
 */
function bestReliefsAhead(order: readonly Candidate[], most: number): readonly (readonly number[])[] {
  const musclesByKind = new Map<string, Set<string | null>>();
  for (const { technique, muscle } of order) {
    const muscles = musclesByKind.get(technique.effectPriorClass) ?? new Set();
    musclesByKind.set(technique.effectPriorClass, muscles.add(muscle));
  }
  const mildest = (kind: string) => ((musclesByKind.get(kind)?.size ?? 0) > 1 ? AGAIN_ELSEWHERE : AGAIN);
  return order.map((_, n) => {
    const seen = new Set<string>();
    const countByKind = new Map<string, number>();
    const reliefs: number[] = [];
    for (const { technique, relief } of order.slice(n)) {
      if (seen.has(technique.id)) continue;
      seen.add(technique.id);
      const kind = technique.effectPriorClass;
      const before = countByKind.get(kind) ?? 0;
      countByKind.set(kind, before + 1);
      reliefs.push(relief * mildest(kind) ** before);
    }
    reliefs.sort((a, b) => b - a);
    const sums = [0];
    for (let places = 1; places <= most; places++) sums.push((sums.at(-1) ?? 0) + (reliefs[places - 1] ?? 0));
    return sums;
  });
}
