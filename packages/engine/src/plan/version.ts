// Shorter, gentler and other ways of asking: each is a few constraints on a request and nothing else, so that the plan
// that answers it is made like any other and obeys the same rules. See RULES.md, PLN-18.

import type { PlanKnowledge, Posture } from '@unknot/knowledge/schema';
import type { PlaceId, ToolId } from '../case/index.ts';
import type { PlanRequest, Today } from './request.ts';

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

/** What is usually there, and not out of place, at work. Own setting. */
const AT_WORK: readonly ToolId[] = [
  'hand',
  'wall',
  'chair',
  'ball',
  'two-balls',
  'cushion',
  'band',
  'heat-wrap',
  'hook-cane',
];
const TWO_MINUTES = 2;

/**
 * @returns the request with the version's constraints added. All of them only narrow it, but for `more-time` (seven
 *          items instead of four) and `with-a-helper` (somebody is there).
 */
export function versionOf(k: PlanKnowledge, request: PlanRequest, version: VersionId): PlanRequest {
  const { minutes, tools, places, conditions, preferences } = request;
  const among = (wanted: readonly PlaceId[]) => places.filter((place) => wanted.includes(place));
  switch (version) {
    case 'two-minutes':
      return { ...request, minutes: Math.min(minutes, TWO_MINUTES) };
    case 'nothing-at-hand':
      // A wall is no tool that somebody carries; own exercises without tools stay.
      return { ...request, tools: tools.filter((tool) => tool === 'wall' || tool === 'chair') };
    case 'flare-day':
      return today(request, { energy: 'flare' });
    case 'first-72-hours':
      return { ...request, conditions: { ...conditions, 'recent-injury-72h': true } };
    case 'more-time':
      return { ...request, preferences: { ...preferences, moreItems: true } };
    case 'travel':
      return today(
        { ...request, tools: [], places: among(['desk', 'anywhere']) },
        { floor: false, postures: ['sitting'] },
      );
    case 'office':
      return today(
        {
          ...request,
          tools: tools.filter((tool) => AT_WORK.includes(tool)),
          places: among(['desk', 'wall', 'anywhere']),
        },
        { floor: false, postures: ['sitting', 'standing'] },
      );
    case 'low-energy':
      return today({ ...request, tools: [] }, { energy: 'low', floor: false, postures: ['lying'] });
    case 'no-floor':
      return today(request, { floor: false });
    case 'with-a-helper': {
      const helped = k.techniques.filter(({ toolIds }) => toolIds.includes('partner')).map(({ id }) => id);
      const prefer = [...(preferences?.prefer ?? []), ...helped];
      return { ...request, tools: [...new Set([...tools, 'partner'])], preferences: { ...preferences, prefer } };
    }
  }
}

/** Both what today allowed already and what the version allows: the narrower of each. */
function today(request: PlanRequest, { floor, postures, energy }: Today): PlanRequest {
  const before = request.today ?? {};
  const both: readonly Posture[] | undefined =
    before.postures === undefined || postures === undefined
      ? (postures ?? before.postures)
      : postures.filter((posture) => before.postures?.includes(posture));
  const tighter = before.energy === 'flare' || energy === 'flare' ? 'flare' : (energy ?? before.energy);
  return {
    ...request,
    today: {
      ...(before.floor === false || floor === false ? { floor: false } : {}),
      ...(both === undefined ? {} : { postures: both }),
      ...(tighter === undefined ? {} : { energy: tighter }),
    },
  };
}
