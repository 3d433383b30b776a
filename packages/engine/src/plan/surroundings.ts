// Where somebody is. A wall, a chair or a shower is furniture of a place and nothing that has to be brought. See
// RULES.md, PLN-05.

import type { PlanKnowledge, Posture, Surrounding } from '@unknot/knowledge/schema';
import type { ToolId } from '../case/index.ts';
import type { PlanRequest, Today } from './request.ts';

export type SurroundingId = keyof PlanKnowledge['surroundings'];

/**
 * The same request in a surrounding: what stands there joins what the person has, and what is not in reach there goes.
 *
 * @param lacks  furniture that the person says is not there; a wall or a shower goes as a place, too
 */
export function inSurrounding(
  k: PlanKnowledge,
  request: PlanRequest,
  where: SurroundingId,
  lacks: readonly ToolId[] = [],
): PlanRequest {
  const there = k.surroundings[where];
  const isMissing = (thing: string) => lacks.includes(thing);
  return within(there, {
    ...request,
    tools: [...new Set([...request.tools, ...there.furniture])].filter((tool) => !isMissing(tool)),
    places: request.places.filter((place) => !isMissing(place)),
  });
}

/** Narrowed to what is possible in a surrounding; nothing joins. */
export function within({ furniture, inReach, places, postures }: Surrounding, request: PlanRequest): PlanRequest {
  const isThere = (tool: ToolId) => inReach === undefined || furniture.includes(tool) || inReach.includes(tool);
  return narrowed(
    {
      ...request,
      tools: request.tools.filter(isThere),
      places: request.places.filter((place) => places.includes(place)),
    },
    {
      ...(places.includes('floor') ? {} : { floor: false }),
      ...(postures === undefined ? {} : { postures }),
    },
  );
}

/** Both what today allowed already and what else it has to fit: the narrower of each. */
export function narrowed(request: PlanRequest, { floor, postures, energy }: Today): PlanRequest {
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

const furnitureByKnowledge = new WeakMap<PlanKnowledge['surroundings'], ReadonlySet<ToolId>>();

/** All that stands somewhere anyway. */
export function furnitureOf({ surroundings }: PlanKnowledge): ReadonlySet<ToolId> {
  const known =
    furnitureByKnowledge.get(surroundings) ??
    new Set(Object.values(surroundings).flatMap(({ furniture }) => furniture));
  furnitureByKnowledge.set(surroundings, known);
  return known;
}
