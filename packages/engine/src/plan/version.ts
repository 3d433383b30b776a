// Shorter, gentler and other ways of asking: each is a few constraints on a request and nothing else, so that the plan
// that answers it is made like any other and obeys the same rules. See RULES.md, PLN-18.

import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { PlanRequest } from './request.ts';
import { furnitureOf, narrowed, within } from './surroundings.ts';

export const VERSIONS = [
  'two-minutes',
  'nothing-at-hand',
  'flare-day',
  'first-72-hours',
  'more-time',
  'travel',
  'office',
  'low-energy',
  'no-floor',
  'with-a-helper',
] as const;
export type VersionId = (typeof VERSIONS)[number];

const TWO_MINUTES = 2;

/**
 * @returns the request with the version's constraints added. All of them only narrow it, but for `more-time` (seven
 *          items instead of four) and `with-a-helper` (somebody is there).
 */
export function versionOf(k: PlanKnowledge, request: PlanRequest, version: VersionId): PlanRequest {
  const { minutes, tools, conditions, preferences } = request;
  switch (version) {
    case 'two-minutes':
      return { ...request, minutes: Math.min(minutes, TWO_MINUTES) };
    case 'nothing-at-hand':
      // What stands there is there anyway; own exercises without tools stay.
      return { ...request, tools: tools.filter((tool) => furnitureOf(k).has(tool)) };
    case 'flare-day':
      return narrowed(request, { energy: 'flare' });
    case 'first-72-hours':
      return { ...request, conditions: { ...conditions, 'recent-injury-72h': true } };
    case 'more-time':
      return { ...request, preferences: { ...preferences, moreItems: true } };
    case 'travel':
      return within(k.surroundings.travel, request);
    case 'office':
      return within(k.surroundings.work, request);
    case 'low-energy':
      return narrowed({ ...request, tools: [] }, { energy: 'low', floor: false, postures: ['lying'] });
    case 'no-floor':
      return narrowed(request, { floor: false });
    case 'with-a-helper': {
      const helped = k.techniques.filter(({ toolIds }) => toolIds.includes('partner')).map(({ id }) => id);
      const prefer = [...(preferences?.prefer ?? []), ...helped];
      return { ...request, tools: [...new Set([...tools, 'partner'])], preferences: { ...preferences, prefer } };
    }
  }
}
