// From a person, a sore muscle and a few minutes to the best session that every limit allows. Limits first, weighing
// after: what `closedFor` and `closedOn` take away nothing later can bring back. See RULES.md, PLN-01 to PLN-16.

import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { ConditionId, NonEmpty } from '../case/index.ts';
import { type Candidate, offersOf, phaseOf } from './candidate.ts';
import {
  type Budget,
  besides,
  choose,
  filled,
  gainsOf,
  isWorthDoing,
  type SessionLimits,
  secondsOf,
  sessionLimits,
} from './choose.ts';
import { closedFor, has, rulesOn } from './closed.ts';
import { ceilingFor, confirmationsFor, doseOf } from './dose.ts';
import { stepsOf } from './felt.ts';
import { isOwn, withOwn } from './own.ts';
import { follows, limitsOn, names, numbersOf, type Person, personOf } from './person.ts';
import type {
  ItemReason,
  LeftOut,
  LeftOutReason,
  Plan,
  PlanItem,
  PlannedItem,
  PlanRequest,
  PlanResult,
  SayCode,
} from './request.ts';
import { type Sore, soresOf } from './sore.ts';
import { actionOn, isStepDown, isStepUp, lastsOnly } from './worth.ts';

/** Four items or fewer; seven when the person has more time. Own settings. */
const ITEMS = 4;
const MORE_ITEMS = 7;
/** Whoever asks for so much time has some for a calm part, too: from here on it is none of the four. Own setting. */
const CALM_BESIDE_FROM_MINUTES = 20;
/** `order-release`: settle the breath for a minute, when there is time for it. The threshold is our own setting. */
const SETTLE_SECONDS = 60;
const SETTLE_FROM_MINUTES = 10;
const MOST_ALTERNATIVES = 4;

/**
 * The best session within the limits.
 *
 * @param request  minutes above 0; shares of targets relative to each other
 * @returns        `see-someone` for people the self-care part is not for, `nothing-fits` when no item is open
 */
export function makePlan(knowledge: PlanKnowledge, request: PlanRequest): PlanResult {
  const k = withOwn(knowledge, request.own);
  const person = personOf(k, request);
  if (person.active.has('under-18')) return { kind: 'see-someone', level: 'see-doctor-soon', because: ['under-18'] };

  const seconds = 60 * Math.min(request.minutes, sessionMinutes(k));
  const sores = soresOf(request.targets);
  const { candidates, leftOut } = openFor(k, person, request, sores, seconds);

  const budget: Budget = {
    seconds,
    items: request.preferences?.moreItems === true ? MORE_ITEMS : ITEMS,
    calmBeside: seconds >= 60 * CALM_BESIDE_FROM_MINUTES && request.preferences?.moreItems !== true,
  };
  const limits = sessionLimits(k, newsAllowed(request, candidates));
  const settle = settling(k, person, request, candidates);
  const fixed = settle === undefined ? [] : [settle];
  const settled = chooseKindly(candidates, sores, budget, limits, fixed);
  const plain = settled.length > fixed.length ? settled : chooseKindly(candidates, sores, budget, limits, []);
  const chosen = plain.length > 0 ? plain : choose(candidates, sores, budget, limits);
  if (chosen.length === 0)
    return { kind: 'nothing-fits', leftOut: leftOutOf(k, sores, leftOut, []), says: saysFor(k, person, []) };

  const session = filled(chosen, candidates.filter(isForFilling), sores, budget, limits);
  const around: Surroundings = { k, person, sores, request, candidates, budget, limits, settle };
  const items = session.map((item) => itemOf(item, session, around));
  const unused = candidates.filter(
    ({ technique }) => !leftOut.has(technique) && !session.some((item) => item.technique === technique),
  );
  for (const [technique, reason] of whyUnused(unused, session, around)) leftOut.set(technique, [reason]);
  return {
    kind: 'plan',
    items: items as unknown as NonEmpty<PlannedItem>,
    seconds: items.reduce((sum, item) => sum + item.seconds, 0),
    shorter: shorterBecause(session, unused, around),
    expectedDrop: items.reduce((sum, { expected }) => sum + expected.drop, 0),
    leftOut: leftOutOf(k, sores, leftOut, session),
    says: saysFor(k, person, session),
    needsAsking: needsAsking(k, request, session),
  };
}

/** All of these that is open to a person now, and why the rest is not. Nothing later brings back what is not in it. */
export function openFor(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  sores: readonly Sore[],
  seconds: number,
  techniques: readonly Technique[] = k.techniques,
): { readonly candidates: readonly Candidate[]; readonly leftOut: Map<Technique, readonly LeftOutReason[]> } {
  const leftOut = new Map<Technique, readonly LeftOutReason[]>();
  const candidates: Candidate[] = [];
  for (const technique of techniques) {
    const closed = closedFor(k, person, request, technique);
    const offer = closed.length > 0 ? undefined : offersOf(k, person, request, technique, sores, seconds);
    candidates.push(...(offer?.candidates ?? []));
    const because = offer?.because ?? [...closed, ...(isSessionItem(technique) ? [] : [NOT_IN_A_SESSION])];
    if (because.length > 0) leftOut.set(technique, because);
  }
  return { candidates, leftOut };
}

/** The longest session any rule allows (`session-length`). */
export const sessionMinutes = (k: PlanKnowledge): number =>
  Math.min(
    ...k.doseRules.flatMap(({ field, max }) => (field === 'sessionMinutesMax' && max !== undefined ? [max] : [])),
  );

/** One quiet minute first, where there is time and nothing speaks against it. */
function settling(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  candidates: readonly Candidate[],
): Candidate | undefined {
  if (Math.min(request.minutes, sessionMinutes(k)) < SETTLE_FROM_MINUTES) return undefined;
  const breath = candidates.find(({ technique }) => has(technique, 'settle'));
  if (breath === undefined || breath.lastResort) return undefined;
  const ceiling = ceilingFor(k, person, breath.technique);
  if (ceiling === undefined) return undefined;
  const portion = { repetitions: null, sets: 1, minutes: SETTLE_SECONDS / 60 };
  const confirm = confirmationsFor(k, person, breath.technique);
  return { ...breath, ...doseOf(breath.technique, ceiling, portion, 1, confirm), phase: 'settle' };
}

/** PLN-28. What may be put in for the minutes that are left: it only lasts, and nobody has to be asked to want it. */
const isForFilling = ({ technique, unwanted, lastResort }: Candidate): boolean =>
  lastsOnly(technique) && !unwanted && !lastResort;

/** PLN-13. A last resort comes in only for a muscle that nothing else acts on; what nobody wanted does not. */
function chooseKindly(
  candidates: readonly Candidate[],
  sores: readonly Sore[],
  budget: Budget,
  limits: SessionLimits,
  fixed: readonly Candidate[],
): readonly Candidate[] {
  const wanted = candidates.filter(({ unwanted }) => !unwanted);
  const usual = wanted.filter(({ lastResort }) => !lastResort);
  const chosen = choose(usual, sores, budget, limits, fixed);
  const isAlone = (index: number) => !chosen.some(({ actsOn }) => actsOn.includes(index));
  const last = wanted.filter(({ lastResort, actsOn }) => lastResort && actsOn.some(isAlone));
  const withLast = choose(last, sores, { ...budget, items: fixed.length + 1 }, limits, fixed);
  return withLast.length > fixed.length ? choose(usual, sores, budget, limits, withLast) : chosen;
}

/** `one-new-thing`: after the first session one new technique at a time, as long as a known one acts on the pain. */
export function newsAllowed(request: PlanRequest, candidates: readonly Candidate[]): number {
  if ((request.history?.sessionsDone ?? 0) === 0) return Number.POSITIVE_INFINITY;
  const known = candidates.some(
    ({ uses, actsOn }) => !uses.isNew && (actsOn.length > 0 || request.targets.length === 0),
  );
  return known ? 1 : Number.POSITIVE_INFINITY;
}

interface Surroundings {
  readonly k: PlanKnowledge;
  readonly person: Person;
  readonly sores: readonly Sore[];
  readonly request: PlanRequest;
  readonly candidates: readonly Candidate[];
  readonly budget: Budget;
  readonly limits: SessionLimits;
  readonly settle: Candidate | undefined;
}

function itemOf(item: Candidate, session: readonly Candidate[], around: Surroundings): PlannedItem {
  const { technique } = item;
  const { k, person, request, sores } = around;
  const learned = request.history?.learned?.[technique.id] !== undefined;
  return {
    ...plainItem(item, reasonsFor(item, k, request, item === around.settle)),
    alternatives: item === around.settle ? [] : alternativesTo(item, session, around),
    expected: {
      drop: gainsOf(session).get(item) ?? 0,
      from: learned ? 'learned' : 'own-setting',
      class: technique.effectPriorClass,
    },
    ...stepsOf(k, person, request, technique, sores),
    conflicts: k.seedConflicts.flatMap(({ id, appliesTo = [] }) =>
      appliesTo.some((applyTo) => names(applyTo, technique)) ? [id] : [],
    ),
  };
}

/** What is done, without what else could be. */
export function plainItem(item: Candidate, because: NonEmpty<ItemReason>): PlanItem {
  const { technique, muscle, side, firstSide, dose, seconds, phase } = item;
  return {
    technique: technique.id,
    muscle,
    side,
    ...(firstSide === undefined ? {} : { firstSide }),
    seconds,
    category: technique.category,
    dose,
    phase,
    grade: technique.evidence.grade,
    because,
    sources: technique.evidence.sources,
    alternatives: [],
  };
}

export function reasonsFor(
  item: Candidate,
  k: PlanKnowledge,
  request: PlanRequest,
  settles: boolean,
): NonEmpty<ItemReason> {
  const { technique, muscle, lastResort } = item;
  const named = muscle !== null && technique.targets.includes(muscle);
  const first: ItemReason = settles
    ? 'settles'
    : named
      ? 'acts-on-muscle'
      : muscle !== null
        ? 'acts-where-it-hurts'
        : 'whole-body';
  const more: ItemReason[] = [];
  if (lastResort) more.push('only-one-left');
  if (isOwn(technique)) more.push('own');
  if (isStepDown(k, request, technique)) more.push('easier-version');
  if (isStepUp(request, technique)) more.push('harder-version');
  if (request.preferences?.prefer?.includes(technique.id) === true) more.push('preferred');
  if (request.history?.helped?.includes(technique.id) === true) more.push('helped-before');
  return [first, ...more];
}

/** PLN-15. What may take the item's place: same part of the session, same muscle, and everything still fits. */
function alternativesTo(item: Candidate, session: readonly Candidate[], around: Surroundings): readonly string[] {
  const others = session.filter((other) => other !== item);
  const fitsIn = besides(others, around.budget, around.limits);
  const fitting = around.candidates.filter(
    (candidate) =>
      candidate.phase === item.phase &&
      candidate.muscle === item.muscle &&
      candidate.technique !== item.technique &&
      fitsIn?.(candidate) === true,
  );
  const rank = (candidate: Candidate) => Number(candidate.lastResort) + Number(candidate.unwanted);
  const best = fitting.toSorted((a, b) => rank(a) - rank(b) || b.relief - a.relief);
  return [...new Set(best.map(({ technique }) => technique.id))].slice(0, MOST_ALTERNATIVES);
}

/** PLN-28. A session that uses less than this share of the minutes is called shorter than asked. Own setting. */
const NEARLY_ALL = 0.8;

/** PLN-28. Why minutes that were asked for stay free. */
function shorterBecause(
  session: readonly Candidate[],
  unused: readonly Candidate[],
  { budget, limits }: Surroundings,
): Plan['shorter'] {
  if (secondsOf(session) >= NEARLY_ALL * budget.seconds) return null;
  const oneMore = besides(session, { ...budget, items: MORE_ITEMS }, limits);
  return unused.some((item) => isWorthDoing(item) && oneMore?.(item) === true) ? 'items' : 'limits';
}

/** PLN-14. Why what is open is not in the session: the first of these that is true of any way of doing it. */
const UNUSED_BECAUSE = ['no-help', 'by-wish', 'enough', 'weaker', 'alike'] as const;

function whyUnused(
  unused: readonly Candidate[],
  session: readonly Candidate[],
  { request, budget, limits }: Surroundings,
): ReadonlyMap<Technique, LeftOutReason> {
  const places = session.length + 1;
  const withPlace = besides(session, { ...budget, items: places }, limits);
  const withTime = besides(session, { seconds: Number.POSITIVE_INFINITY, items: places }, limits);
  const kindOf = (item: Candidate): (typeof UNUSED_BECAUSE)[number] => {
    if (request.history?.noHelp?.includes(item.technique.id) === true) return 'no-help';
    if (item.unwanted) return 'by-wish';
    if (withPlace?.(item) === true) return 'enough';
    return withTime?.(item) === true ? 'weaker' : 'alike';
  };
  const kinds = new Map<Technique, (typeof UNUSED_BECAUSE)[number]>();
  for (const item of unused) {
    const before = kinds.get(item.technique);
    const kind = kindOf(item);
    if (before === undefined || UNUSED_BECAUSE.indexOf(kind) < UNUSED_BECAUSE.indexOf(before))
      kinds.set(item.technique, kind);
  }
  return new Map([...kinds].map(([technique, kind]) => [technique, { kind }]));
}

const NOT_IN_A_SESSION: LeftOutReason = { kind: 'not-in-a-session' };
const isSessionItem = (technique: Technique): boolean => phaseOf(technique) !== undefined;

/** PLN-14. Every technique that could have been meant and is not there, with all its reasons. */
function leftOutOf(
  k: PlanKnowledge,
  sores: readonly Sore[],
  reasons: ReadonlyMap<Technique, readonly LeftOutReason[]>,
  session: readonly Candidate[],
): readonly LeftOut[] {
  return k.techniques.flatMap((technique): LeftOut[] => {
    const because = reasons.get(technique) ?? [];
    const meant =
      sores.length === 0 ||
      technique.targets.includes('any') ||
      sores.some(({ muscle }) => actionOn(technique, muscle) > 0);
    if (!meant || because.length === 0 || session.some((item) => item.technique === technique)) return [];
    if (because.every(({ kind }) => kind === 'not-for-this-muscle')) return [];
    // A device of one's own is worth a word; medicines, visits and habits were never meant.
    const owned = technique.category === 'device' && !because.some(({ kind }) => kind === 'tool');
    if (!isSessionItem(technique) && !owned) return [];
    return [{ technique: technique.id, because: because as unknown as NonEmpty<LeftOutReason> }];
  });
}

/** PLN-16. What the plan has to tell: of every active condition, and of the rules and limits on what is in it. */
export function saysFor(k: PlanKnowledge, person: Person, session: readonly Candidate[]): readonly SayCode[] {
  const ofConditions = person.conditions.flatMap(({ says }) => says ?? []);
  const ofItems = session.flatMap(({ technique }) => [
    ...rulesOn(k, technique).flatMap(({ says }) => says ?? []),
    ...limitsOn(person, technique).flatMap(({ limit }) => limit.effect?.say ?? []),
  ]);
  return [...new Set([...ofConditions, ...ofItems])];
}

/** Conditions that were never asked about and that take away or limit something in the session. */
export function needsAsking(
  k: PlanKnowledge,
  request: PlanRequest,
  session: readonly Pick<Candidate, 'technique'>[],
): readonly ConditionId[] {
  const numbers = numbersOf(request);
  return k.conditions.flatMap((condition) => {
    const { id, excludes, limits, askWhen } = condition;
    if (request.conditions[id] !== undefined || follows(condition, numbers) !== undefined) return [];
    // Only asked of those it can be true of: whoever said no to the wider question, or is too young or too old, is not asked.
    if (askWhen?.condition !== undefined && request.conditions[askWhen.condition] === false) return [];
    if (askWhen?.sex === 'female' && request.sex === 'male') return [];
    const age = request.ageYears;
    if (age !== undefined && (age < (askWhen?.fromAge ?? 0) || age > (askWhen?.toAge ?? Number.POSITIVE_INFINITY)))
      return [];
    const touched = [...excludes, ...limits.flatMap((limit) => ((limit.caps ?? limit.effect) ? [limit.applyTo] : []))];
    return session.some(({ technique }) => touched.some((applyTo) => names(applyTo, technique))) ? [id] : [];
  });
}
