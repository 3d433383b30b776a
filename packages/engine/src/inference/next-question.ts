// Which question would tell most next: a self-test, "is there also pain here?", or "does this make it worse?".
//
// What counts is which plan is right, not which muscle is behind it. A question is worth the information that its answers
// are expected to give about the plan, less what it costs the person in effort and discomfort. When no single answer
// would change what a plan would be made for, there is nothing to ask.

import type { MuscleId, PairedSide, RegionId, Side } from '@unknot/atlas/frame';
import type { SelfTestId } from '../case/index.ts';
import { bandOf } from './band.ts';
import type { Evidence } from './evidence.ts';
import { divergence, expectedGain, falseYesOf } from './information.ts';
import { cellKey, type Model, type RankedTest } from './model.ts';
import { type Numbers, numbersAfter } from './posterior.ts';
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
  /** Never asked: ids of self-tests, `region@side`, or refs of context. What a condition forbids, or "not now". */
  readonly forbidden?: ReadonlySet<string>;
  /** The check or a condition keeps pressing closed: then no self-test that presses is asked. */
  readonly noPressing?: boolean;
  /** Only such questions; all kinds without it. */
  readonly kinds?: readonly Asked['kind'][];
  /**
   * Muscles with the same answer lead to the same plan on the same side; without it every muscle has its own.
   * `planClassOf` of the plan gives such a function.
   */
  readonly planOf?: (muscle: MuscleId) => string;
}

const KINDS = ['test', 'place', 'context'] as const;
/** Questions are thought up around this many leading units. */
const LEADING = 6;
/** Questions that take a ranking of their own for each answer: so many of a kind are worked out, the most promising first. */
const WORKED_OUT = 2;
/** A tangled drawing is worked out half a dozen times, so each time with this share of the work. */
const EFFORT = 0.1;
/** A plan is made for so many muscles. */
const TARGETS = 2;
/** Bits below which a guess is nothing. */
const LEAST_GUESS = 1e-4;
/** How an answer about one unit moves others is worked out for so many leading ones. */
const MOVED = 10;

/** Unit → probability that it is at work. */
type Beliefs = Float64Array;

/** Something that can be asked, with a quick guess at what it tells, and where each answer would lead. */
interface Draft {
  readonly asked: Asked;
  readonly guess: number;
  readonly cost: number;
  readonly answers: () => readonly { readonly chance: number; readonly beliefs: Beliefs }[];
}

/** The question with the highest worth; null when nothing is painted yet, or nothing that may be asked would change the plan. */
export function nextQuestion(model: Model, evidence: Evidence, options: AskOptions = {}): NextQuestion | null {
  if (evidence.places.every(({ coverage }) => coverage === 0)) return null;
  const now = numbersAfter(model, evidence, EFFORT);
  const muscles = model.units.flatMap((unit, u) => (unit.kind === 'muscle' ? [u] : []));
  const leading = best(muscles, LEADING, (u) => now.unit[u] as number);
  const plans = planOdds(model, now.unit, options);
  const running = best([...plans.keys()], LEADING, (plan) => plans.get(plan) as number);
  const drafts = {
    test: () => testDrafts(model, evidence, now, leading, options),
    place: () => best(placeDrafts(model, evidence, now, leading, options).filter(tells), WORKED_OUT, promise),
    context: () => best(contextDrafts(model, evidence, now, leading, options).filter(tells), WORKED_OUT, promise),
  };
  const { kinds = KINDS } = options;
  let found: NextQuestion | null = null;
  for (const { asked, cost, answers } of KINDS.flatMap((kind) => (kinds.includes(kind) ? drafts[kind]() : []))) {
    let gain = 0;
    let changes = false;
    for (const { chance, beliefs } of answers()) {
      const after = planOdds(model, beliefs, options);
      for (const plan of running) gain += chance * divergence(after.get(plan) as number, plans.get(plan) as number);
      if (targets(model, after) !== targets(model, plans)) changes = true;
    }
    const worth = gain - cost;
    if (changes && worth > (found?.worth ?? 0)) found = { ...asked, gain, worth };
  }
  return found;
}

/** About muscles that are as good as certain, no answer tells anything. */
const tells = ({ guess }: Draft): boolean => guess > LEAST_GUESS;

const promise = ({ guess, cost }: Draft): number => guess - cost;

/** The `count` with the highest score; a tie is never cut in two, so that left and right stay alike. */
function best<T>(items: readonly T[], count: number, score: (item: T) => number): T[] {
  const scored = items.map((item) => ({ item, score: score(item) })).sort((a, b) => b.score - a.score);
  const last = scored[count - 1]?.score ?? Number.NEGATIVE_INFINITY;
  return scored.filter(({ score: reached }) => reached >= last).map(({ item }) => item);
}

/** Plan → probability that something it is made for is at work; several can be right at once. */
function planOdds(model: Model, beliefs: Beliefs, { planOf = (id) => id }: AskOptions): Map<string, number> {
  const missing = new Map<string, number>();
  model.units.forEach((unit, u) => {
    const plan = unit.kind === 'muscle' ? cellKey(planOf(unit.muscle), unit.side) : unit.hypothesis;
    missing.set(plan, (missing.get(plan) ?? 1) * (1 - (beliefs[u] as number)));
  });
  return new Map([...missing].map(([plan, miss]) => [plan, 1 - miss]));
}

/** What a plan would be made for, first things first, and how surely; equal ones by name. */
const targets = ({ parameters }: Model, plans: ReadonlyMap<string, number>): string =>
  [...plans]
    .sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1))
    .slice(0, TARGETS)
    .map(([plan, p]) => `${plan} ${bandOf(parameters, p)}`)
    .join();

/** Self-tests of a muscle on a side that may still be asked, with the likelihood ratios of their answers. */
function openTests(
  { parameters, muscles, tests }: Model,
  { findings = {} }: Evidence,
  muscle: MuscleId,
  side: PairedSide,
  { forbidden, noPressing = false }: AskOptions,
) {
  const { pressYes, pressNo, testYes, testNo, pressCost, testCost } = parameters;
  return (muscles.get(muscle)?.selfTests ?? []).flatMap(({ id }) => {
    const { presses, findsSpot } = tests.get(id) as RankedTest;
    if (Object.hasOwn(findings, id) || Object.hasOwn(findings, `${id}@${side}`)) return [];
    if (forbidden?.has(id) || (noPressing && presses)) return [];
    const ratios = findsSpot ? { ifYes: pressYes, ifNo: pressNo } : { ifYes: testYes, ifNo: testNo };
    return [{ id, ...ratios, cost: presses ? pressCost : testCost }];
  });
}

/** A test depends on its muscle alone: what its answer says about another muscle goes by how the two hang together. */
function testDrafts(
  model: Model,
  evidence: Evidence,
  now: Numbers,
  leading: readonly number[],
  options: AskOptions,
): Draft[] {
  const moved = best([...model.units.keys()], MOVED, (u) => now.unit[u] as number);
  return leading.flatMap((u) => {
    const unit = model.units[u];
    if (unit?.kind !== 'muscle') return [];
    const { muscle, side } = unit;
    const p = now.unit[u] as number;
    const withIt = new Map<number, number>();
    const after = (ratio: number): Beliefs => {
      const beliefs = now.unit.slice();
      const all = 1 - p + ratio * p;
      beliefs[u] = (ratio * p) / all;
      for (const v of moved) {
        if (v === u) continue;
        const both = withIt.get(v) ?? now.both(u, v);
        withIt.set(v, both);
        beliefs[v] = ((now.unit[v] as number) + (ratio - 1) * both) / all;
      }
      return beliefs;
    };
    return openTests(model, evidence, muscle, side, options).map(({ id, ifYes, ifNo, cost }): Draft => {
      const falseYes = falseYesOf(ifYes, ifNo);
      const yes = falseYes * (1 - p + p * ifYes);
      return {
        asked: { kind: 'test', test: id, muscle, side },
        guess: expectedGain(p, ifYes, ifNo),
        cost,
        answers: () => [
          { chance: yes, beliefs: after(ifYes) },
          { chance: 1 - yes, beliefs: after(ifNo) },
        ],
      };
    });
  });
}

function placeDrafts(
  model: Model,
  evidence: Evidence,
  now: Numbers,
  leading: readonly number[],
  { forbidden }: AskOptions,
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
    if (told.has(cellKey(region, side)) || forbidden?.has(cellKey(region, side))) return [];
    let no = 1 - parameters.leak;
    for (const [u, show] of byUnit) no *= 1 - (now.unit[u] as number) * show;
    let guess = 0;
    for (const [u, show] of byUnit) {
      const p = now.unit[u] as number;
      const others = no / (1 - p * show);
      guess = Math.max(guess, expectedGain(p, (1 - others * (1 - show)) / (1 - others), 1 - show));
    }
    const after = (coverage: 0 | 1): Beliefs =>
      numbersAfter(model, { ...evidence, places: [...evidence.places, { region, side, coverage }] }, EFFORT).unit;
    return [
      {
        asked: { kind: 'place', region, side },
        guess,
        cost: parameters.askCost,
        answers: () => [
          { chance: 1 - no, beliefs: after(1) },
          { chance: no, beliefs: after(0) },
        ],
      },
    ];
  });
}

/** A no is kept as not said, because people do not always notice; so only a yes tells something. */
function contextDrafts(
  model: Model,
  evidence: Evidence,
  now: Numbers,
  leading: readonly number[],
  { forbidden }: AskOptions,
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
      if (told.has(ref) || forbidden?.has(ref) || p <= (ratios.get(ref)?.p ?? 0)) return;
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
      answers: () => {
        const told = { ...evidence, context: [...(evidence.context ?? []), ref] };
        return [{ chance: yes, beliefs: numbersAfter(model, told, EFFORT).unit }];
      },
    };
  });
}
