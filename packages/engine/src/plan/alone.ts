// One technique shown by itself, without a plan around it: the small movement of a break.

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { TechniqueId } from '../case/index.ts';
import { closedFor, closedOn, techniqueById } from './closed.ts';
import { personOf } from './person.ts';
import { needsAsking } from './plan.ts';
import type { LeftOutReason, PlanRequest } from './request.ts';

/** What only speaks against its place in a plan. */
const OF_A_PLAN: ReadonlySet<LeftOutReason['kind']> = new Set(['tool', 'place', 'posture', 'energy']);

/**
 * PLN-26. One technique, whatever hurts: a plan names only what it could have meant, and this is for what it
 * did not mean. What nobody was asked about closes it too.
 */
export function isOpenAlone(k: PlanKnowledge, request: PlanRequest, id: TechniqueId): boolean {
  const technique = techniqueById(k, id);
  if (technique === undefined) return false;
  const person = personOf(k, request);
  if (person.active.has('under-18')) return false;
  if (closedFor(k, person, request, technique).some(({ kind }) => !OF_A_PLAN.has(kind))) return false;
  const muscles = technique.targets.map((target) => (target === 'any' ? null : target));
  if (muscles.some((muscle) => closedOn(k, person, request, technique, muscle, 'both').length > 0)) return false;
  return needsAsking(k, request, [{ technique }]).length === 0;
}
