// A programme over weeks: stretching every day, rolling with days of rest between, strengthening and walking that grow
// slowly. Nothing is kept from one call to the next: each day looks at what was done before it, in the diary and on the
// planned days, so that a new diary makes a new programme. See RULES.md, PLN-21 to PLN-25.

import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { ConditionId, EpochMs, RuleId } from '../case/index.ts';
import type { Candidate } from './candidate.ts';
import { besides, choose, sessionLimits } from './choose.ts';
import { has, isFamiliar, techniqueById } from './closed.ts';
import { type Ceiling, ceilingFor, confirmationsFor, doseOf } from './dose.ts';
import { withOwn } from './own.ts';
import { type Person, personOf } from './person.ts';
import { needsAsking, newsAllowed, openFor, plainItem, reasonsFor, saysFor, sessionMinutes } from './plan.ts';
import type { PlanHistory, PlanItem, PlanRequest, PlanResult, SayCode, TechniqueUse } from './request.ts';
import { type Sore, soresOf } from './sore.ts';

const PROGRAMME_PARTS = ['roll', 'stretch', 'strengthen', 'aerobic'] as const;
export type ProgrammePartKind = (typeof PROGRAMME_PARTS)[number];

export interface ProgrammePart {
  readonly kind: ProgrammePartKind;
  readonly item: PlanItem;
  /** Of the full dose this person may do, 0–1. */
  readonly share: number;
  /** Against the last time: `down` after a flare. */
  readonly change: 'start' | 'same' | 'up' | 'down';
}

export interface ProgrammeDay {
  /** 0: the day of `history.now`. */
  readonly day: number;
  readonly week: number;
  readonly at: EpochMs;
  /** Nothing but stretching and easy things. */
  readonly rest: boolean;
  readonly parts: readonly ProgrammePart[];
  readonly seconds: number;
}

export interface ProgrammeReview {
  readonly day: number;
  readonly kind: 'professional-card' | 'visit';
  readonly rule: RuleId;
}

export interface Programme {
  readonly kind: 'programme';
  readonly days: readonly ProgrammeDay[];
  /** When it is time to ask whether this helps (`time-to-see-someone`). */
  readonly reviews: readonly ProgrammeReview[];
  readonly says: readonly SayCode[];
  readonly needsAsking: readonly ConditionId[];
}

const DAY = 24 * 3_600_000;
const MOST_WEEKS = 12;
/** Own settings: two stretches in at most six minutes; half the dose and ten minutes of walking to begin with. */
const STRETCHES = 2;
const STRETCH_MINUTES = 6;
const FIRST_SHARE = 0.5;
const FIRST_WALK_MINUTES = 10;
const FIRST_WALKS_A_WEEK = 3;
/** exercise.json, lowBack: "30 minutes, 5 days a week … add about 10–20 % a week" (pocovi2024). */
const WALK_MINUTES = 30;
const WALKS_A_WEEK = 5;
/** The upper end of what the source says. */
const WALK_GROWTH = 0.2;
/** exercise.json, adults: strength on two days a week or more (bull2020); a third once the dose is full is our own setting. */
const STRENGTH_DAYS = 2;
const STRENGTH_DAYS_AT_FULL = 3;
/** exercise.json, `flareRule`: half the load for two days. */
const FLARE_DAYS = 2;
const AFTER_FLARE = 0.5;
const REVIEW_WEEKS = { 'professional-card': 2, visit: 6 } as const;

/**
 * @param weeks    1–12; more are cut
 * @param history  what was done; `done` of a use is its amount, absent: unknown, which counts as the first dose
 * @returns        `see-someone` as a plan does
 */
export function programme(
  knowledge: PlanKnowledge,
  request: Omit<PlanRequest, 'history'>,
  weeks: number,
  history: PlanHistory,
): Programme | Extract<PlanResult, { kind: 'see-someone' }> {
  const k = withOwn(knowledge, request.own);
  const person = personOf(k, request);
  if (person.active.has('under-18')) return { kind: 'see-someone', level: 'see-doctor-soon', because: ['under-18'] };
  const sores = soresOf(request.targets);
  const days: ProgrammeDay[] = [];
  const done: TechniqueUse[] = [...history.uses];
  const used = new Map<string, Candidate>();
  for (let day = 0; day < 7 * Math.min(MOST_WEEKS, Math.max(1, Math.floor(weeks))); day++) {
    const at = history.now + day * DAY;
    const upToNow: PlanHistory = { ...history, now: at, sessionsDone: history.sessionsDone + day, uses: done };
    const planned = dayOf(k, person, { ...request, history: upToNow }, upToNow, sores);
    for (const { candidate } of planned) used.set(candidate.technique.id, candidate);
    done.push(...planned.map(({ candidate }) => useOf(candidate, at)));
    const parts = planned.map(({ part }) => part);
    days.push({
      day,
      week: Math.floor(day / 7),
      at,
      rest: !parts.some(({ kind }) => kind === 'roll' || kind === 'strengthen'),
      parts,
      seconds: parts.reduce((sum, { item }) => sum + item.seconds, 0),
    });
  }
  const session = [...used.values()];
  return {
    kind: 'programme',
    days,
    reviews: reviewsOf(history, days.length),
    says: saysFor(k, person, session),
    needsAsking: needsAsking(k, request, session),
  };
}

interface Planned {
  readonly candidate: Candidate;
  readonly part: ProgrammePart;
}

/** PLN-21. One day: what is open on it, part by part, everything together still one session within the limits. */
function dayOf(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  history: PlanHistory,
  sores: readonly Sore[],
): readonly Planned[] {
  const minutes = Math.min(request.minutes, sessionMinutes(k));
  const openOf = (techniques: readonly Technique[]) =>
    openFor(k, person, request, sores, 60 * sessionMinutes(k), techniques).candidates.filter(
      ({ unwanted }) => !unwanted,
    );
  const open = openOf(k.techniques.filter(isPart));
  // One new thing at a time as soon as anything is known; what is no part is looked at only while no part is.
  const news = newsAllowed(request, open);
  const limits = sessionLimits(k, Number.isFinite(news) ? news : newsAllowed(request, openOf(k.techniques)));
  const budget = { seconds: 60 * sessionMinutes(k), items: Number.POSITIVE_INFINITY };
  const planned: Planned[] = [];
  const chosen = () => planned.map(({ candidate }) => candidate);
  const fitting = (isMeant: (technique: Technique) => boolean) => {
    const fits = besides(chosen(), budget, limits);
    const some = open.filter((candidate) => isMeant(candidate.technique) && fits?.(candidate) === true);
    const usual = some.filter(({ lastResort }) => !lastResort);
    return usual.length > 0 ? usual : some;
  };
  const add = (kind: ProgrammePartKind, candidate: Candidate | undefined, load?: Load) => {
    if (candidate === undefined) return;
    const { share, change } = load ?? { share: 1, change: 'same' as const };
    const item = plainItem(candidate, reasonsFor(candidate, k, request, false));
    planned.push({ candidate, part: { kind, item, share, change } });
  };
  const best = (some: readonly Candidate[], seconds: number, items: number) =>
    choose(some, sores, { seconds, items }, limits, []);

  add(
    'roll',
    best(
      fitting((technique) => has(technique, 'roller')),
      60 * minutes,
      1,
    )[0],
  );
  const left = 60 * Math.min(STRETCH_MINUTES, minutes) - chosen().reduce((sum, { seconds }) => sum + seconds, 0);
  for (const stretch of best(fitting(isStretch), Math.max(left, 60 * Math.min(2, minutes)), STRETCHES)) {
    const fits = besides(chosen(), budget, limits);
    if (fits?.(stretch) === true) add('stretch', stretch);
  }
  const strong = strongest(
    fitting((technique) => has(technique, 'strengthen')),
    history,
    sores,
  );
  const ceiling = strong === undefined ? undefined : ceilingFor(k, person, strong.technique);
  if (strong !== undefined && ceiling !== undefined) {
    const load = strengthLoad(k, strong, (ceiling.repetitions ?? 1) * ceiling.sets, history);
    if (load !== undefined) add('strengthen', withAmount(k, person, strong, ceiling, load.amount, 60 * minutes), load);
  }
  const [walk] = fitting(({ id }) => id === 'walking');
  const walked = walk === undefined ? undefined : walkLoad(history);
  if (walk !== undefined && walked !== undefined) {
    const candidate = lasting(k, person, walk, walked.minutes);
    const fits = besides(chosen(), budget, limits);
    if (candidate !== undefined && fits?.(candidate) === true) add('aerobic', candidate, walked);
  }
  return planned;
}

const isPart = (technique: Technique): boolean =>
  has(technique, 'roller') || isStretch(technique) || has(technique, 'strengthen') || technique.id === 'walking';

const isStretch = ({ category }: Technique): boolean => category === 'stretch' || category === 'mobility';

/** The one to strengthen with: what is known already, then what acts most, then what is best supported and simplest. */
function strongest(some: readonly Candidate[], history: PlanHistory, sores: readonly Sore[]): Candidate | undefined {
  const grades = ['strong', 'moderate', 'limited', 'expert-opinion', 'contested', 'none'];
  const acts = ({ actsOn }: Candidate) => actsOn.reduce((sum, n) => sum + (sores[n]?.share ?? 0), 0);
  const known = ({ technique }: Candidate) => Number(isFamiliar(technique, history));
  const grade = ({ technique }: Candidate) => grades.indexOf(technique.evidence.grade);
  const steps = ({ technique }: Candidate) => Number(technique.easierVersion !== undefined);
  const acting = some.filter((candidate) => sores.length === 0 || acts(candidate) > 0);
  return acting.toSorted(
    (a, b) =>
      known(b) - known(a) || acts(b) - acts(a) || steps(a) - steps(b) || grade(a) - grade(b) || b.seconds - a.seconds,
  )[0];
}

interface Load {
  readonly share: number;
  readonly change: ProgrammePart['change'];
}

const flared = ({ change, sorerNextDay }: TechniqueUse, during = 2, nextMorning = 2): boolean =>
  (change ?? 0) >= during || (sorerNextDay ?? 0) >= nextMorning;

/** A use that lies in the future counts as now. */
const daysAgo = ({ at }: TechniqueUse, { now }: PlanHistory): number => Math.max(0, now - at) / DAY;

/**
 * PLN-23. How many repetitions today, sets counted: a fifth more than the most of the week before (one at least), the same
 * while there is no such week, half for two days after a flare. `undefined`: a day of rest.
 */
function strengthLoad(
  k: PlanKnowledge,
  { technique }: Candidate,
  full: number,
  history: PlanHistory,
): (Load & { readonly amount: number }) | undefined {
  const first = Math.max(1, Math.floor(full * FIRST_SHARE));
  const all = history.uses.filter((use) => {
    const other = techniqueById(k, use.technique);
    return other !== undefined && has(other, 'strengthen');
  });
  const rule = k.doseRules.find(({ id }) => id === 'exercise-progress');
  const own = all
    .filter((use) => use.technique === technique.id && use.fromFile !== true)
    .map((use) => ({ amount: Math.min(full, use.done ?? first), ago: daysAgo(use, history) }))
    .toSorted((a, b) => a.ago - b.ago);
  const most = (from: number, to: number): number =>
    Math.max(0, ...own.filter(({ ago }) => ago >= from && ago < to).map(({ amount }) => amount));
  const last = own[0]?.amount;
  const weekBefore = most(6.5, 14);
  const grown = weekBefore + Math.max(1, Math.floor((weekBefore * (rule?.max ?? 0)) / 100));
  const allowed = weekBefore > 0 ? grown : most(0, 6.5) || first;
  const isSore = all.some(
    (use) => daysAgo(use, history) <= FLARE_DAYS && flared(use, rule?.painRuleDuring, rule?.painRuleNextMorning),
  );
  const amount = isSore ? Math.max(1, Math.floor((last ?? first) * AFTER_FLARE)) : Math.min(full, allowed);
  const days = new Set(all.filter((use) => daysAgo(use, history) < 6.5).map(({ at }) => at)).size;
  const rests = all.some((use) => daysAgo(use, history) < 1.5);
  if (rests || days >= (amount >= full ? STRENGTH_DAYS_AT_FULL : STRENGTH_DAYS)) return undefined;
  return { amount, share: amount / full, change: changeFrom(last, amount) };
}

const changeFrom = (last: number | undefined, now: number): Load['change'] => {
  if (last === undefined) return 'start';
  return now === last ? 'same' : now > last ? 'up' : 'down';
};

/**
 * PLN-24. Minutes to walk today, whole ones: the week grows by a fifth at most, from three times ten minutes to five
 * times thirty. Walks of the diary whose length nobody told count as ten minutes. `undefined`: not today.
 */
function walkLoad(history: PlanHistory): (Load & { readonly minutes: number }) | undefined {
  const walks = history.uses
    .filter(({ technique }) => technique === 'walking')
    .map((use) => ({
      use,
      minutes: use.done ?? FIRST_WALK_MINUTES,
      ago: daysAgo(use, history),
    }))
    .toSorted((a, b) => a.ago - b.ago);
  const within = (from: number, to: number) => walks.filter(({ ago }) => ago >= from && ago < to);
  const sum = (some: typeof walks) => some.reduce((total, { minutes }) => total + minutes, 0);
  const walked = (from: number, to: number) => within(from, to).filter(({ use }) => use.fromFile !== true);
  // The fullest seven days that were over a week ago.
  const weekBefore = Math.max(...[7, 8, 9, 10, 11, 12, 13].map((end) => sum(walked(end - 0.5, end + 6.5))));
  const lately = within(0, 6.5);
  const volume = Math.max(FIRST_WALK_MINUTES * FIRST_WALKS_A_WEEK, Math.floor(weekBefore * (1 + WALK_GROWTH)));
  const perWeek = Math.min(WALKS_A_WEEK, Math.max(FIRST_WALKS_A_WEEK, Math.floor(volume / FIRST_WALK_MINUTES)));
  // While there are few walks they keep a day between them.
  const between = perWeek < WALKS_A_WEEK ? 1.5 : 0.5;
  if (lately.length >= perWeek || within(0, between).length > 0) return undefined;
  const even = Math.max(FIRST_WALK_MINUTES, Math.floor(volume / perWeek));
  const isSore = within(0, FLARE_DAYS + 0.5).some(({ use }) => flared(use));
  const minutes = isSore ? FIRST_WALK_MINUTES : Math.min(WALK_MINUTES, even, volume - sum(lately));
  if (minutes < FIRST_WALK_MINUTES) return undefined;
  return { minutes, share: minutes / WALK_MINUTES, change: changeFrom(walks[0]?.minutes, minutes) };
}

/** The candidate with so many repetitions in as few sets as can be; `undefined` where the minutes are too few. */
function withAmount(
  k: PlanKnowledge,
  person: Person,
  candidate: Candidate,
  ceiling: Ceiling,
  amount: number,
  seconds: number,
): Candidate | undefined {
  const { technique, side } = candidate;
  const repetitions = ceiling.repetitions ?? 1;
  const sets = Math.min(ceiling.sets, Math.ceil(amount / repetitions));
  const sides = technique.dose.perSide && side === 'both' ? 2 : 1;
  const portion = {
    repetitions: ceiling.repetitions === null ? null : Math.max(1, Math.floor(amount / sets)),
    sets,
    minutes: null,
  };
  const made = { ...candidate, ...doseOf(technique, ceiling, portion, sides, confirmationsFor(k, person, technique)) };
  return made.seconds <= seconds ? made : undefined;
}

function lasting(k: PlanKnowledge, person: Person, candidate: Candidate, minutes: number): Candidate | undefined {
  const ceiling = ceilingFor(k, person, candidate.technique);
  if (ceiling === undefined || minutes > ceiling.minutesMax) return undefined;
  const confirm = confirmationsFor(k, person, candidate.technique);
  const portion = { repetitions: ceiling.repetitions, sets: ceiling.sets, minutes };
  return { ...candidate, ...doseOf(candidate.technique, ceiling, portion, 1, confirm) };
}

/** As if it had been done as planned, on that day. */
const useOf = ({ technique, muscle, side, dose, seconds }: Candidate, at: EpochMs): TechniqueUse => ({
  technique: technique.id,
  muscle,
  side,
  at,
  done: dose.holdSeconds === null ? Math.round(seconds / 60) : (dose.repetitions ?? 1) * dose.sets,
});

/** PLN-25. Two and six weeks after the first use of the present story, as far as they lie ahead. */
function reviewsOf({ uses, now }: PlanHistory, days: number): readonly ProgrammeReview[] {
  const first = uses.length === 0 ? now : Math.min(now, ...uses.map(({ at }) => at));
  return (Object.keys(REVIEW_WEEKS) as (keyof typeof REVIEW_WEEKS)[]).flatMap((kind) => {
    const day = Math.ceil((first + REVIEW_WEEKS[kind] * 7 * DAY - now) / DAY);
    return day >= 0 && day < days ? [{ day, kind, rule: 'time-to-see-someone' }] : [];
  });
}
