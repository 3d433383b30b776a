// Everything that follows from what a person said and painted, so that nothing is asked twice and no path misses a rule.
//
// Answers are merged to the stricter side: a yes from anywhere stays a yes. See RULES.md, TRI-10 to TRI-15.

import type { RegionId, Side } from '@unknot/atlas/frame';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { ConditionAnswer, ConditionId, Conditions, FactAnswer, FactId, Facts } from '../case/index.ts';
import type { Answers } from './logic.ts';

/** A painted region. Without a side it is not known which one. */
export interface PaintedRegion {
  readonly region: RegionId;
  readonly side?: Side;
}

/** What a check starts from. Conditions must be answers of the last 28 days: older ones are left out by the caller. */
export interface CheckInput {
  readonly facts: Facts;
  readonly conditions: Conditions;
  readonly painted: readonly PaintedRegion[];
  /** From the profile; an answer to `age-years` goes before it. */
  readonly ageYears?: number;
  readonly sex?: 'female' | 'male';
}

const WEEKS_PER_MONTH = 52.18 / 12;
const MONTHS_PER_YEAR = 12;

/** From this age on pregnancy is not asked about. Own setting. */
const PREGNANCY_ASKED_BELOW_YEARS = 56;

/** Facts that are worked out from other facts, and from which. */
export const COMPUTED_FROM: Readonly<Record<FactId, readonly FactId[]>> = {
  'pain-persistent-months': ['weeks-since-start'],
  'onset-under-45': ['age-years', 'weeks-since-start'],
  'onset-under-35': ['age-years', 'weeks-since-start'],
};

/** All that is known, derived facts included. What does not follow stays unknown. */
export function answersOf(k: CheckKnowledge, input: CheckInput): Answers {
  const facts = new Map<FactId, FactAnswer>(Object.entries(input.facts));
  const conditions = new Map<ConditionId, ConditionAnswer>(Object.entries(input.conditions));
  addAge(input, facts, conditions);
  addDrawing(k, input.painted, facts);
  addConditions(k, facts, conditions);
  addScreens(k, facts);
  addImplied(k, facts);
  addOnset(facts);
  return { fact: (id) => facts.get(id), condition: (id) => conditions.get(id) };
}

/**
 * What counts on of answers of another time: everything but a plain no and a skip. A yes, a "not sure" and a number are not
 * forgotten; a no may have changed and is asked again.
 */
export const withoutNo = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, answer]) => answer !== false && answer !== 'skipped'));

/** All that is known of somebody in a casebook, where whatever is not named is a no. */
export function answersAssumingNo(k: CheckKnowledge, input: CheckInput): Answers {
  const { fact, condition } = answersOf(k, input);
  return { fact: (id) => fact(id) ?? false, condition: (id) => condition(id) ?? false };
}

/** The facts a drawing says yes to. */
export function factsOfDrawing(k: CheckKnowledge, painted: readonly PaintedRegion[]): ReadonlySet<FactId> {
  const { factsByRegion } = placesOf(k);
  const found = new Set(painted.flatMap(({ region }) => factsByRegion.get(region) ?? []));
  for (const { fact, regions } of k.factMapping.bothSides) {
    const on = (side: Side) => painted.some((place) => place.side === side && regions.includes(place.region));
    if (on('left') && on('right')) found.add(fact);
  }
  return found;
}

function addAge(
  { ageYears, sex }: CheckInput,
  facts: Map<FactId, FactAnswer>,
  conditions: Map<ConditionId, ConditionAnswer>,
): void {
  if (typeof facts.get('age-years') !== 'number') {
    if (ageYears !== undefined) facts.set('age-years', ageYears);
    else if (conditions.get('age-over-65') === true) facts.set('age-years', 65);
    else if (conditions.get('under-18') === true) facts.set('age-years', 17);
  }
  const age = facts.get('age-years');
  if (typeof age === 'number') {
    conditions.set('age-over-65', age >= 65);
    conditions.set('under-18', age < 18);
  }
  if (sex !== 'male' && !(typeof age === 'number' && age >= PREGNANCY_ASKED_BELOW_YEARS)) return;
  for (const id of ['pregnancy', 'postpartum-6-weeks']) if (!conditions.has(id)) conditions.set(id, false);
}

function addDrawing(k: CheckKnowledge, painted: readonly PaintedRegion[], facts: Map<FactId, FactAnswer>): void {
  if (painted.length === 0) return;
  const shown = factsOfDrawing(k, painted);
  for (const fact of shown) facts.set(fact, true);
  for (const fact of placesOf(k).derivedFromDrawing) if (!facts.has(fact)) facts.set(fact, false);
}

function addConditions(
  k: CheckKnowledge,
  facts: Map<FactId, FactAnswer>,
  conditions: Map<ConditionId, ConditionAnswer>,
): void {
  for (const { condition, fact, answers } of k.factMapping.conditions) {
    const said = conditions.get(condition);
    const stated = facts.get(fact);
    if (said !== undefined && (said !== false || answers === 'both')) facts.set(fact, stricter(stated, said));
    if (said === undefined && answers === 'both' && (typeof stated === 'boolean' || stated === 'unsure'))
      conditions.set(condition, stated);
  }
}

function addScreens(k: CheckKnowledge, facts: Map<FactId, FactAnswer>): void {
  for (const { id, covers } of placesOf(k).screens) {
    if (facts.get(id) === false) for (const fact of covers) if (!facts.has(fact)) facts.set(fact, false);
    if (!facts.has(id) && covers.some((fact) => isYesOrUnsure(facts.get(fact)))) facts.set(id, true);
  }
}

function addImplied(k: CheckKnowledge, facts: Map<FactId, FactAnswer>): void {
  for (const { fact, alsoYes } of k.factMapping.implied) {
    const said = facts.get(fact);
    if (said !== true && said !== 'unsure') continue;
    for (const also of alsoYes) facts.set(also, stricter(facts.get(also), said));
  }
}

/** Months from weeks, and the age at which it began from age and months. */
function addOnset(facts: Map<FactId, FactAnswer>): void {
  const weeks = facts.get('weeks-since-start');
  const months = facts.get('pain-persistent-months');
  if (months === undefined && typeof weeks === 'number') facts.set('pain-persistent-months', weeks / WEEKS_PER_MONTH);
  if (months === undefined && weeks === 'unsure') facts.set('pain-persistent-months', 'unsure');
  if (weeks === undefined && typeof months === 'number') facts.set('weeks-since-start', months * WEEKS_PER_MONTH);
  const age = facts.get('age-years');
  const since = facts.get('pain-persistent-months');
  for (const years of [35, 45]) {
    const fact = `onset-under-${years}`;
    if (facts.has(fact)) continue;
    if (age === 'unsure') facts.set(fact, 'unsure');
    if (typeof age !== 'number') continue;
    if (age < years) facts.set(fact, true);
    else if (typeof since === 'number') facts.set(fact, age - since / MONTHS_PER_YEAR < years);
    else if (since === 'unsure') facts.set(fact, 'unsure');
  }
}

/** A yes from either side stays, then "not sure", then the stated answer. */
function stricter(stated: FactAnswer | undefined, said: ConditionAnswer): FactAnswer {
  if (stated === true || said === true) return true;
  if (stated === 'unsure' || said === 'unsure') return 'unsure';
  return said;
}

const isYesOrUnsure = (answer: FactAnswer | undefined): boolean => answer === true || answer === 'unsure';

interface Places {
  readonly factsByRegion: ReadonlyMap<RegionId, readonly FactId[]>;
  /** Facts that an un-empty drawing settles both ways. */
  readonly derivedFromDrawing: readonly FactId[];
  readonly screens: readonly { readonly id: FactId; readonly covers: readonly FactId[] }[];
}

const placesByKnowledge = new WeakMap<CheckKnowledge, Places>();

/** Look-ups over one edition of the knowledge, worked out once. */
function placesOf(k: CheckKnowledge): Places {
  const kept = placesByKnowledge.get(k);
  if (kept !== undefined) return kept;
  const { regions, bothSides } = k.factMapping;
  const mapped = new Set([...regions.flatMap(({ facts }) => facts), ...bothSides.map(({ fact }) => fact)]);
  const places: Places = {
    factsByRegion: new Map(regions.map(({ region, facts }) => [region, facts])),
    derivedFromDrawing: [...mapped].filter((fact) => k.facts[fact]?.kind === 'derived'),
    screens: Object.values(k.facts).flatMap(({ id, covers }) => (covers === undefined ? [] : [{ id, covers }])),
  };
  placesByKnowledge.set(k, places);
  return places;
}
