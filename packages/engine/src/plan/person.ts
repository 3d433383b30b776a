// Who the plan is for, as far as limits go: which conditions are active, which of their limits touch a technique.

import type { Condition, Limit, PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { ConditionId, PlaceId, ToolId } from '../case/index.ts';
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
  readonly confirmed: ReadonlySet<ConfirmCode>;
}

/** PLN-01. Yes and unsure make a condition active; so does an age that it is derived from, whatever was ticked. */
export function personOf(k: PlanKnowledge, request: PlanRequest): Person {
  const conditions = k.conditions.filter((condition) => {
    const answer = request.conditions[condition.id];
    return answer === true || answer === 'unsure' || followsFromAge(condition, request.ageYears);
  });
  const limits = conditions.flatMap(({ id, limits }) => limits.map((limit) => ({ condition: id, limit })));
  const planner = limits.flatMap(({ limit }) => (limit.applyTo === 'planner' ? (limit.effect ?? []) : []));
  const tools = new Set(['hand', ...request.tools]);
  const places = new Set<PlaceId>(['anywhere', ...request.places]);
  for (const { onlyTools, notPlaces } of planner) {
    for (const tool of onlyTools === undefined ? [] : tools) if (!onlyTools?.includes(tool)) tools.delete(tool);
    for (const place of notPlaces ?? []) places.delete(place);
  }
  const active = new Set(conditions.map(({ id }) => id));
  return { conditions, active, limits, tools, places, confirmed: new Set(request.confirmed) };
}

/** `derivedFrom` of a condition is "age-years >= 65" or alike; the plan knows no other fact. */
function followsFromAge({ derivedFrom }: Condition, ageYears: number | undefined): boolean {
  const [, operator, years] = /^age-years (<|<=|>=|>) (\d+)$/.exec(derivedFrom ?? '') ?? [];
  if (ageYears === undefined || operator === undefined) return false;
  const limit = Number(years);
  if (operator === '<') return ageYears < limit;
  if (operator === '<=') return ageYears <= limit;
  return operator === '>' ? ageYears > limit : ageYears >= limit;
}

/** Whether an entry such as `tag:heat` or `cold-pack` names the technique. */
export const names = (applyTo: string, technique: Technique): boolean =>
  applyTo === technique.id ||
  applyTo === 'tag:all' ||
  (applyTo.startsWith('tag:') && technique.tags.includes(applyTo.slice('tag:'.length)));

export const limitsOn = (person: Person, technique: Technique): readonly ActiveLimit[] =>
  person.limits.filter(({ limit }) => names(limit.applyTo, technique));

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
