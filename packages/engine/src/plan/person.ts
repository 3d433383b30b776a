// Who the plan is for, as far as limits go: which conditions are active, which of their limits touch a technique.

import type { Condition, Limit, PlanKnowledge, Posture, Technique } from '@unknot/knowledge/schema';
import type { ConditionId, Facts, PlaceId, ToolId } from '../case/index.ts';
import type { ConfirmCode, PlanRequest } from './request.ts';

export interface ActiveLimit {
  readonly condition: ConditionId;
  readonly limit: Limit;
}

export interface Person {
  /** In the order of the knowledge. */
  readonly conditions: readonly Condition[];
  readonly active: ReadonlySet<ConditionId>;
  readonly limits: readonly ActiveLimit[];
  readonly tools: ReadonlySet<ToolId>;
  readonly places: ReadonlySet<PlaceId>;
  readonly postures: ReadonlySet<Posture>;
  readonly confirmed: ReadonlySet<ConfirmCode>;
}

const POSTURES: readonly Posture[] = ['sitting', 'standing', 'lying', 'kneeling'];

/** PLN-01. Yes and unsure make a condition active; so does a number that it follows from, whatever was ticked. */
export function personOf(k: PlanKnowledge, request: PlanRequest): Person {
  const numbers = numbersOf(request);
  const conditions = k.conditions.filter((condition) => {
    const answer = request.conditions[condition.id];
    return answer === true || answer === 'unsure' || follows(condition, numbers) === true;
  });
  const limits = conditions.flatMap(({ id, limits }) => limits.map((limit) => ({ condition: id, limit })));
  const planner = limits.flatMap(({ limit }) => (limit.applyTo === 'planner' ? (limit.effect ?? []) : []));
  const tools = new Set(['hand', ...request.tools]);
  const places = new Set<PlaceId>(['anywhere', ...request.places]);
  const postures = new Set<Posture>(request.today?.postures ?? POSTURES);
  for (const { onlyTools, notPlaces, notPostures } of planner) {
    for (const tool of onlyTools === undefined ? [] : tools) if (!onlyTools?.includes(tool)) tools.delete(tool);
    for (const place of notPlaces ?? []) places.delete(place);
    for (const posture of notPostures ?? []) postures.delete(posture);
  }
  if (request.today?.floor === false) places.delete('floor');
  const active = new Set(conditions.map(({ id }) => id));
  return { conditions, active, limits, tools, places, postures, confirmed: new Set(request.confirmed) };
}

/** The numbers conditions may follow from. */
export const numbersOf = ({ ageYears, facts }: PlanRequest): Facts => ({
  ...facts,
  ...(ageYears === undefined ? {} : { 'age-years': ageYears }),
});

/** Whether a condition follows from a number (`derivedFrom`, "age-years >= 65" or alike); undefined: the number is not known. */
export function follows({ derivedFrom }: Condition, numbers: Facts): boolean | undefined {
  const [, fact, operator, value] = /^([a-z-]+) (<|<=|>=|>) (\d+)$/.exec(derivedFrom ?? '') ?? [];
  const known = numbers[fact ?? ''];
  if (typeof known !== 'number') return undefined;
  const limit = Number(value);
  if (operator === '<') return known < limit;
  if (operator === '<=') return known <= limit;
  return operator === '>' ? known > limit : known >= limit;
}

/** Whether an entry such as `tag:heat` or `cold-pack` names the technique. */
export const names = (applyTo: string, technique: Technique): boolean =>
  applyTo === technique.id ||
  applyTo === 'tag:all' ||
  (applyTo.startsWith('tag:') && technique.tags.includes(applyTo.slice('tag:'.length)));

const limitsByPerson = new WeakMap<Person, Map<Technique, readonly ActiveLimit[]>>();

/** Asked for many times in one plan, worked out once for each technique. */
export function limitsOn(person: Person, technique: Technique): readonly ActiveLimit[] {
  const known = limitsByPerson.get(person) ?? new Map<Technique, readonly ActiveLimit[]>();
  limitsByPerson.set(person, known);
  const limits = known.get(technique) ?? person.limits.filter(({ limit }) => names(limit.applyTo, technique));
  known.set(technique, limits);
  return limits;
}

/** `except` spares a technique from being taken away or put last; caps and confirmations still hold. */
export const spares = ({ effect }: Limit, technique: Technique): boolean =>
  effect?.except?.some((applyTo) => names(applyTo, technique)) ?? false;

/** By a limit offered only where nothing else acts on the muscle. */
export const isLastResort = (person: Person, technique: Technique): boolean =>
  limitsOn(person, technique).some(({ limit }) => limit.effect?.lastResort === true && !spares(limit, technique));

/** There for those who want it, and nobody here does: no wish, and no condition that favours it. */
export const isUnwanted = (person: Person, technique: Technique, preferred: boolean): boolean =>
  technique.tags.includes('by-preference') &&
  !preferred &&
  !limitsOn(person, technique).some(({ limit }) => limit.effect?.favour === true);
