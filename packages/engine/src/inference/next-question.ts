// Which question would tell most next: a self-test, "is there also pain here?", or "does this make it worse?".
//
// What counts is which plan is right, not which muscle is behind it. A question is worth the information that its answers
// are expected to give about the plan, less what it costs the person in effort and discomfort. When no single answer
// would change what a plan would be made for, there is nothing to ask.

import type { MuscleId, PairedSide, RegionId, Side } from '@unknot/atlas/frame';
import type { SelfTestId } from '../case/index.ts';
import type { Evidence } from './evidence.ts';
import { cellKey, type Model } from './model.ts';
import { expectedGain, openTests } from './next-test.ts';
import { type Odds, oddsAfter } from './rank.ts';
import { movementMatch } from './words.ts';

/** What to ask. Answers go into the evidence: a finding, a word of context, or a place (coverage 0 when it is clear). */
export type Asked =
  | { readonly kind: 'test'; readonly test: SelfTestId; readonly muscle: MuscleId; readonly side: PairedSide }
  | { readonly kind: 'place'; readonly region: RegionId; readonly side: Side }
  /** Id of a perpetuating factor, or a movement in the words of the knowledge. */
  | { readonly kind: 'context'; readonly ref: string };

export type NextQuestion = Asked & {
  /** Expected information about which of the leading plans are right, in bits. */
  readonly gain: number;
  /** The same, less effort and discomfort; above 0. */
  readonly worth: number;
};

export interface AskOptions {
  /** Never asked: ids of self-tests, `region@side`, or refs of context. What the check or a condition forbids, or "not now". */
  readonly forbidden?: ReadonlySet<string>;
  /** Muscles with the same answer lead to the same plan on the same side; without it every muscle has its own. */
  readonly planOf?: (muscle: MuscleId) => string;
}

/** Questions are thought up around this many leading units, and so many of each kind are worked out in full. */
const LEADING = 6;
const WORKED_OUT = { test: 3, place: 2, context: 2 } as const;
/** A tangled drawing is worked out a dozen times, so each time with this share of the work. */
const EFFORT = 0.2;
/** A plan is made for so many muscles. */
const TARGETS = 2;

/** Something that can be asked, with a quick guess at what it tells, and what each answer would add to the evidence. */
interface Draft {
  readonly asked: Asked;
  readonly guess: number;
  readonly cost: number;
  readonly answers: readonly { readonly chance: number; readonly evidence: Evidence }[];
}

/** The question with the highest worth; null when nothing is painted yet, or nothing that may be asked would change the plan. */
export function nextQuestion(model: Model, evidence: Evidence, options: AskOptions = {}): NextQuestion | null {
  if (evidence.places.every(({ coverage }) => coverage === 0)) return null;
  const now = oddsAfter(model, evidence, EFFORT);
  const muscles = model.units.flatMap((unit, u) => (unit.kind === 'muscle' ? [u] : []));
  const leading = best(muscles, LEADING, (u) => now.unit[u] as number);
  const plans = planOdds(model, now, options);
  const running = best([...plans.keys()], LEADING, (plan) => plans.get(plan) as number);
  const forbidden = options.forbidden ?? new Set();
  let found: NextQuestion | null = null;
  const drafts = {
    test: testDrafts(model, evidence, now, leading, forbidden),
    place: placeDrafts(model, evidence, now, leading, forbidden),
    context: contextDrafts(model, evidence, now, leading, forbidden),
  };
  for (const kind of ['test', 'place', 'context'] as const) {
    for (const { asked, cost, answers } of best(drafts[kind], WORKED_OUT[kind], ({ guess, cost }) => guess - cost)) {
      let gain = 0;
      let changes = false;
      for (const answer of answers) {
        const after = planOdds(model, oddsAfter(model, answer.evidence, EFFORT), options);
        for (const plan of running) {
          gain += answer.chance * divergence(after.get(plan) as number, plans.get(plan) as number);
        }
        if (targets(after) !== targets(plans)) changes = true;
      }
      const worth = gain - cost;
      if (changes && worth > (found?.worth ?? 0)) found = { ...asked, gain, worth };
    }
  }
  return found;
}

/** The `count` with the highest score; a tie is never cut in two, so that left and right stay alike. */
function best<T>(items: readonly T[], count: number, score: (item: T) => number): T[] {
  const scored = items.map((item) => ({ item, score: score(item) })).sort((a, b) => b.score - a.score);
  const last = scored[count - 1]?.score ?? Number.NEGATIVE_INFINITY;
  return scored.filter(({ score: reached }) => reached >= last - 1e-9).map(({ item }) => item);
}

/** Plan → probability that something it is made for is at work; several can be right at once. */
function planOdds(model: Model, { unit: probability }: Odds, { planOf = (id) => id }: AskOptions): Map<string, number> {
  const missing = new Map<string, number>();
  model.units.forEach((unit, u) => {
    const plan = unit.kind === 'muscle' ? cellKey(planOf(unit.muscle), unit.side) : unit.hypothesis;
    missing.set(plan, (missing.get(plan) ?? 1) * (1 - (probability[u] as number)));
  });
  return new Map([...missing].map(([plan, miss]) => [plan, 1 - miss]));
}

/** What a plan would be made for, whatever the order; equal ones by name. */
const targets = (plans: ReadonlyMap<string, number>): string =>
  [...plans]
    .sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1))
    .slice(0, TARGETS)
    .map(([plan]) => plan)
    .sort()
    .join();

/** Kullback–Leibler divergence of two coins in bits: what learning `after` tells somebody who believed `before`. */
function divergence(after: number, before: number): number {
  const part = (p: number, q: number) => (p <= 0 ? 0 : p * Math.log2(p / q));
  return part(after, before) + part(1 - after, 1 - before);
}

function testDrafts(
  model: Model,
  evidence: Evidence,
  now: Odds,
  leading: readonly number[],
  forbidden: ReadonlySet<string>,
): Draft[] {
  const { parameters } = model;
  return leading.flatMap((u) => {
    const unit = model.units[u];
    if (unit?.kind !== 'muscle') return [];
    const { muscle, side } = unit;
    return openTests(model, evidence, muscle, side, forbidden).map(({ id, presses, ifYes, ifNo }): Draft => {
      const p = now.unit[u] as number;
      const falseYes = (1 - ifNo) / (ifYes - ifNo);
      const yes = falseYes * (1 - p + p * ifYes);
      const after = (answer: 'yes' | 'no'): Evidence => ({
        ...evidence,
        findings: { ...evidence.findings, [`${id}@${side}`]: answer },
      });
      return {
        asked: { kind: 'test', test: id, muscle, side },
        guess: expectedGain(p, ifYes, ifNo),
        cost: presses ? parameters.pressCost : parameters.testCost,
        answers: [
          { chance: yes, evidence: after('yes') },
          { chance: 1 - yes, evidence: after('no') },
        ],
      };
    });
  });
}

function placeDrafts(
  model: Model,
  evidence: Evidence,
  now: Odds,
  leading: readonly number[],
  forbidden: ReadonlySet<string>,
): Draft[] {
  const { parameters, zoneStart, zoneCell, zoneEffect, cells } = model;
  const told = new Set(evidence.places.map(({ region, side }) => cellKey(region, side)));
  // Cell → leading unit → chance that the unit, if active, still shows there. Part of the blank has been counted already.
  const shows = new Map<number, Map<number, number>>();
  for (const u of leading) {
    for (const c of model.units[u]?.causes ?? []) {
      const share = (now.cause[c] as number) / (now.unit[u] as number);
      for (let k = zoneStart[c] as number; k < (zoneStart[c + 1] as number); k++) {
        const r = zoneCell[k] as number;
        const at = shows.get(r) ?? new Map<number, number>();
        const still = 1 - (1 - (zoneEffect[k] as number)) ** (1 - parameters.blankWeight);
        at.set(u, Math.min(1, (at.get(u) ?? 0) + share * still));
        shows.set(r, at);
      }
    }
  }
  return [...shows].flatMap(([r, byUnit]): Draft[] => {
    const { region, side } = cells[r] as Model['cells'][number];
    if (told.has(cellKey(region, side)) || forbidden.has(cellKey(region, side))) return [];
    let no = 1 - parameters.leak;
    for (const [u, show] of byUnit) no *= 1 - (now.unit[u] as number) * show;
    let guess = 0;
    for (const [u, show] of byUnit) {
      const p = now.unit[u] as number;
      const others = no / (1 - p * show);
      guess = Math.max(guess, expectedGain(p, (1 - others * (1 - show)) / (1 - others), 1 - show));
    }
    const after = (coverage: 0 | 1): Evidence => ({
      ...evidence,
      places: [...evidence.places, { region, side, coverage }],
    });
    return [
      {
        asked: { kind: 'place', region, side },
        guess,
        cost: parameters.askCost,
        answers: [
          { chance: 1 - no, evidence: after(1) },
          { chance: no, evidence: after(0) },
        ],
      },
    ];
  });
}

/** A no is kept as not said, because people do not always notice; so only a yes tells something. */
function contextDrafts(
  model: Model,
  evidence: Evidence,
  now: Odds,
  leading: readonly number[],
  forbidden: ReadonlySet<string>,
): Draft[] {
  const { parameters, muscles, units, words } = model;
  const told = new Set(evidence.context ?? []);
  const ratios = new Map<string, { ratio: number; p: number }>();
  for (const u of leading) {
    const unit = units[u];
    const muscle = unit?.kind === 'muscle' ? muscles.get(unit.muscle) : undefined;
    if (!muscle) continue;
    const p = now.unit[u] as number;
    const offer = (ref: string, ratio: number) => {
      if (told.has(ref) || forbidden.has(ref) || p <= (ratios.get(ref)?.p ?? 0)) return;
      ratios.set(ref, { ratio, p });
    };
    for (const ref of muscle.perpetuatingFactors) offer(ref, parameters.contextFactor);
    for (const ref of muscle.aggravatingMovements ?? []) {
      offer(ref, parameters.contextWords ** movementMatch(words, muscle.id, ref));
    }
  }
  return [...ratios].map(([ref, { ratio, p }]): Draft => {
    const yes = Math.min(1, parameters.contextUsual * (1 - p + p * ratio));
    return {
      asked: { kind: 'context', ref },
      guess: yes * p * (1 - p) * Math.log2(ratio),
      cost: parameters.askCost,
      answers: [{ chance: yes, evidence: { ...evidence, context: [...(evidence.context ?? []), ref] } }],
    };
  });
}
