// Made-up people for measuring what is learned: pain that goes up and down by itself, falls as pain does, differs over the day,
// and is told as a whole number from 0 to 10; techniques that do a little each. They are not made by the model that learns.

import type { TechniqueId } from '../case/index.ts';
import {
  armOf,
  compare,
  type DoneSession,
  drawnChanges,
  type EffectKnowledge,
  type Experiment,
  expectations,
  experimentState,
  FACTORS,
  type Factor,
  type Level,
  learn,
  learnedChanges,
  linksOf,
  type Practice,
  type ToldDay,
} from '../learning/index.ts';
import type { Chance } from './people.ts';

/** Six techniques of four classes, with the expectations of the real knowledge (effect-priors.json). */
export const SIX_TECHNIQUES: EffectKnowledge = {
  techniques: [
    { id: 'press-a', effectPriorClass: 'pressure' },
    { id: 'press-b', effectPriorClass: 'pressure' },
    { id: 'warm', effectPriorClass: 'heat' },
    { id: 'stretch', effectPriorClass: 'stretch-neck-shoulder' },
    { id: 'breathe', effectPriorClass: 'calm' },
    { id: 'move', effectPriorClass: 'movement' },
  ],
  effectPriors: [
    { id: 'pressure', suggestedSessionPrior: { mean: -1, sd: 1.5, source: 'own setting' } },
    { id: 'heat', suggestedSessionPrior: { mean: -0.9, sd: 1.5, source: 'own setting' } },
    { id: 'stretch-neck-shoulder', suggestedSessionPrior: { mean: -0.5, sd: 1.3, source: 'own setting' } },
    { id: 'calm', suggestedSessionPrior: { mean: -0.5, sd: 1.2, source: 'own setting' } },
    { id: 'movement', suggestedSessionPrior: { mean: -0.3, sd: 1.2, source: 'own setting' } },
  ],
  naturalCourse: [{ condition: 'neck', points: { '0 weeks': 64, '6.5 weeks': 35 }, source: 'hush2011' }],
};

const EXPECTED = expectations(SIX_TECHNIQUES);
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How unruly a life is. Own settings: together a standard deviation of about 1.4 from before to after. */
export interface Unrest {
  /** Of one rating. */
  readonly rating: number;
  /** Of what a session does from one time to the next. */
  readonly response: number;
  /** Of pain from day to day. */
  readonly days: number;
}
export const USUAL_UNREST: Unrest = { rating: 0.8, response: 0.6, days: 1 };

interface Truth {
  readonly effects: Readonly<Record<TechniqueId, number>>;
  readonly unrest: Unrest;
}

/** Effects as they may be, between nothing and a clear relief; never made worse than half a point. */
function someEffects(chance: Chance): Record<TechniqueId, number> {
  return Object.fromEntries(
    SIX_TECHNIQUES.techniques.map(({ id }) => [id, Math.min(0.5, -0.6 + 0.7 * normal(chance))]),
  );
}

/** A session, and what would have been told after it with `b` in place of `a`, or the other way round. */
interface TwinSession extends DoneSession {
  readonly otherwise: number;
}

/** One after the other, with an order that `choose` decides knowing what was told so far. */
function sessionsOf(
  truth: Truth,
  count: number,
  chance: Chance,
  choose: (before: readonly DoneSession[], chance: Chance) => readonly TechniqueId[],
  [a, b]: readonly TechniqueId[] = [],
): TwinSession[] {
  const { effects, unrest } = truth;
  const sessions: TwinSession[] = [];
  const usual = 3.5 + 4 * chance();
  const swing = 0.4 * normal(chance);
  const peak = 24 * chance();
  let day = 0;
  let wave = unrest.days * normal(chance);
  while (sessions.length < count) {
    const gap = 1 + Math.floor(3 * chance());
    day += gap;
    wave = 0.6 ** gap * wave + unrest.days * Math.sqrt(1 - 0.36 ** gap) * normal(chance);
    const hour = 7 + 15 * chance();
    // Half of the pain goes by itself within about two months, the rest stays.
    const level =
      usual * (0.5 + 0.5 * Math.exp(-day / 60)) + wave + swing * Math.cos(((hour - peak) / 24) * 2 * Math.PI);
    const techniques = choose(sessions, chance);
    const relief = techniques.reduce((sum, id) => sum + (effects[id] ?? 0), 0) + unrest.response * normal(chance);
    const apart = (effects[b ?? ''] ?? 0) - (effects[a ?? ''] ?? 0);
    const swapped = techniques.includes(a ?? '') ? apart : techniques.includes(b ?? '') ? -apart : 0;
    const noise = unrest.rating * normal(chance);
    const at = Date.UTC(2026, 0, 1) + day * DAY + hour * HOUR;
    sessions.push({
      sessionId: `s${sessions.length}`,
      startedAt: at,
      finishedAt: at + HOUR / 5,
      items: techniques.map((technique) => ({ technique })),
      itemsDone: techniques.length,
      painBefore: told(level + unrest.rating * normal(chance)),
      painAfter: told(level + relief + noise),
      painNextDay: null,
      otherwise: told(level + relief + swapped + noise),
    });
  }
  return sessions;
}

/** A or B by lot, and two or so of the others. */
function oneOfTwo(a: TechniqueId, b: TechniqueId) {
  return (_: readonly DoneSession[], chance: Chance): TechniqueId[] => {
    const others = SIX_TECHNIQUES.techniques.map(({ id }) => id).filter((id) => id !== a && id !== b);
    return [chance() < 0.5 ? a : b, ...others.filter(() => chance() < 0.4)];
  };
}

export interface BetterOfTwo {
  /** Share of people for whom the better of two was chosen. */
  readonly right: number;
  /** Share for whom the difference was also named, and named the right way round. */
  readonly named: number;
  readonly namedWrong: number;
  /**
   * Share of intervals that hold the difference between the two as it was in these sessions. Who has little pain cannot tell
   * of much relief, so it is smaller than the difference the techniques could make.
   */
  readonly covered: number;
}

/** Two techniques that differ by `difference` points, among others; the better one decided by lot. */
export function betterOfTwo(
  people: number,
  sessions: number,
  difference: number,
  chance: Chance,
  unrest = USUAL_UNREST,
): BetterOfTwo {
  let [right, named, namedWrong, covered] = [0, 0, 0, 0];
  for (let person = 0; person < people; person++) {
    const effects = someEffects(chance);
    const [a, b] = twoOf(chance);
    effects[b] = (effects[a] as number) - difference;
    const done = sessionsOf({ effects, unrest }, sessions, chance, oneOfTwo(a, b), [a, b]);
    const answer = compare(learn(practiceIn(done), EXPECTED), a, b);
    if (!answer) continue;
    if (answer.better === b) right++;
    if (answer.standing === 'differs') answer.better === b ? named++ : namedWrong++;
    const real = differenceIn(done, a);
    if (answer.low <= real && real <= answer.high) covered++;
  }
  const share = (count: number) => count / people;
  return { right: share(right), named: share(named), namedWrong: share(namedWrong), covered: share(covered) };
}

/** `a` minus `b`, over all sessions, had every one of them been done both ways. */
function differenceIn(done: readonly TwinSession[], a: TechniqueId): number {
  const each = done.map(({ items, painAfter, otherwise }) => {
    const apart = (painAfter as number) - otherwise;
    return items.some(({ technique }) => technique === a) ? apart : -apart;
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

export interface FalseClaims {
  /** Share of people to whom a difference between two equal techniques was named, at any look or at the last. */
  readonly pairEver: number;
  readonly pairAtEnd: number;
  /** Share of people to whom anything was named although no technique does anything. */
  readonly anyEver: number;
  readonly anyAtEnd: number;
}

/** Looks after every session from the first on, as a curious person would. */
export function falseClaims(people: number, sessions: number, chance: Chance, unrest = USUAL_UNREST): FalseClaims {
  let [pairEver, pairAtEnd, anyEver, anyAtEnd] = [0, 0, 0, 0];
  for (let person = 0; person < people; person++) {
    const [a, b] = twoOf(chance);
    const some = someEffects(chance);
    const equal = { ...some, [b]: some[a] as number };
    const none = Object.fromEntries(Object.keys(some).map((id) => [id, 0]));
    const pair = looks(sessionsOf({ effects: equal, unrest }, sessions, chance, oneOfTwo(a, b)), (practice) => {
      return compare(learn(practice, EXPECTED), a, b)?.standing === 'differs';
    });
    const any = looks(sessionsOf({ effects: none, unrest }, sessions, chance, oneOfTwo(a, b)), (practice) =>
      learn(practice, EXPECTED).effects.some(({ standing }) => standing === 'less-pain' || standing === 'more-pain'),
    );
    if (pair.ever) pairEver++;
    if (pair.last) pairAtEnd++;
    if (any.ever) anyEver++;
    if (any.last) anyAtEnd++;
  }
  const share = (count: number) => count / people;
  return {
    pairEver: share(pairEver),
    pairAtEnd: share(pairAtEnd),
    anyEver: share(anyEver),
    anyAtEnd: share(anyAtEnd),
  };
}

export interface ExperimentFigures {
  /** Share of experiments that named a difference, and that named the wrong one. */
  readonly named: number;
  readonly wrong: number;
  readonly meanSessions: number;
}

/** Guided experiments to their end; a session in ten is not done as asked, or not rated. */
export function experiments(
  people: number,
  difference: number,
  chance: Chance,
  unrest = USUAL_UNREST,
): ExperimentFigures {
  let [named, wrong, sessions] = [0, 0, 0];
  for (let person = 0; person < people; person++) {
    const effects = someEffects(chance);
    const [a, b] = twoOf(chance);
    effects[b] = (effects[a] as number) - difference;
    const experiment: Experiment = { experimentId: 'e', a, b, seed: `seed-${chance()}`, begunAt: 0, endedAt: null };
    const others = SIX_TECHNIQUES.techniques.map(({ id }) => id).filter((id) => id !== a && id !== b);
    const done = sessionsOf({ effects, unrest }, 30, chance, (before) => {
      const arm = armOf(experiment, before);
      const own = arm === null ? [] : chance() < 0.1 ? [arm === a ? b : a] : [arm];
      return [...own, ...others.filter(() => chance() < 0.4)];
    });
    const { result, sessions: counted } = experimentState({ ...experiment, endedAt: Number.MAX_SAFE_INTEGER }, done);
    sessions += counted.length;
    if (result.kind === 'differs') {
      named++;
      if (result.better === (difference > 0 ? 'a' : 'b') || difference === 0) wrong++;
    }
  }
  return { named: named / people, wrong: wrong / people, meanSessions: sessions / people };
}

/** Mean change of a session when a plan of two techniques is chosen by what was learned; and what knowing all would give. */
export function reliefByChoice(
  people: number,
  sessions: number,
  way: 'mean' | 'draw' | 'lot',
  chance: Chance,
): { readonly mean: number; readonly best: number } {
  let [sum, best] = [0, 0];
  for (let person = 0; person < people; person++) {
    const effects = someEffects(chance);
    const ids = Object.keys(effects);
    best += ids
      .map((id) => effects[id] as number)
      .toSorted((x, y) => x - y)
      .slice(0, 2)
      .reduce((x, y) => x + y, 0);
    sessionsOf({ effects, unrest: USUAL_UNREST }, sessions, chance, (before) => {
      const learned = learn(practiceIn(before), EXPECTED);
      const changes = way === 'draw' ? drawnChanges(learned, chance) : learnedChanges(learned);
      const worth = (id: TechniqueId) => (way === 'lot' ? chance() : (changes[id] ?? EXPECTED.of(id).mean));
      const chosen = ids
        .map((id) => [worth(id), id] as const)
        .toSorted(([x], [y]) => x - y)
        .slice(0, 2);
      sum += chosen.reduce((all, [, id]) => all + (effects[id] as number), 0) / sessions;
      return chosen.map(([, id]) => id);
    });
  }
  return { mean: sum / people, best: best / people };
}

export interface LinkFigures {
  /** Share of people for whom the link that is there was named. */
  readonly found: number;
  /** Share for whom a link that is not there was named. */
  readonly false: number;
}

/** Check-ins over `days` days. Sleep goes with pain by `link` points a step, or nothing does; habits run in spells. */
export function linkFigures(people: number, days: number, link: number, chance: Chance): LinkFigures {
  let [found, wrong] = [0, 0];
  for (let person = 0; person < people; person++) {
    const usual = 2 + 4 * chance();
    let wave = normal(chance);
    const spells = FACTORS.map(() => normal(chance));
    const toldDays: ToldDay[] = [];
    for (let day = 0; day < days; day++) {
      wave = 0.6 * wave + 0.8 * normal(chance);
      const before: Partial<Record<Factor, Level>> = {};
      FACTORS.forEach((factor, i) => {
        spells[i] = 0.5 * (spells[i] as number) + Math.sqrt(0.75) * normal(chance);
        const spell = spells[i] as number;
        if (chance() < 0.9) before[factor] = spell > 0.7 ? 1 : spell < -0.7 ? -1 : 0;
      });
      const level = usual + wave + link * ((spells[0] as number) > 0.7 ? 1 : (spells[0] as number) < -0.7 ? -1 : 0);
      if (chance() < 0.8) toldDays.push({ day, pain: told(level + USUAL_UNREST.rating * normal(chance)), before });
    }
    const links = linksOf(toldDays);
    const isNamed = (factor: Factor) => links[factor].kind === 'more-pain' || links[factor].kind === 'less-pain';
    if (link !== 0 && isNamed('sleep')) found++;
    if (FACTORS.some((factor) => isNamed(factor) && (factor !== 'sleep' || link === 0))) wrong++;
  }
  return { found: found / people, false: wrong / people };
}

function looks(done: readonly DoneSession[], says: (practice: readonly Practice[]) => boolean) {
  const practice = practiceIn(done);
  let ever = false;
  let last = false;
  for (let count = 10; count <= practice.length; count++) {
    last = says(practice.slice(0, count));
    ever ||= last;
  }
  return { ever, last };
}

const practiceIn = (done: readonly DoneSession[]): Practice[] =>
  done.map(({ startedAt, items, painBefore, painAfter, painNextDay }) => ({
    at: startedAt as number,
    hour: ((startedAt as number) / HOUR) % 24,
    techniques: items.map(({ technique }) => technique),
    painBefore: painBefore as number,
    painAfter,
    painNextDay,
  }));

/** Two techniques, of one class or of two, in either order. */
function twoOf(chance: Chance): [TechniqueId, TechniqueId] {
  const ids = SIX_TECHNIQUES.techniques.map(({ id }) => id);
  const one = Math.floor(chance() * ids.length);
  const other = (one + 1 + Math.floor(chance() * (ids.length - 1))) % ids.length;
  return [ids[one] as TechniqueId, ids[other] as TechniqueId];
}

const told = (pain: number): number => Math.max(0, Math.min(10, Math.round(pain)));

/** Box and Muller. */
const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
