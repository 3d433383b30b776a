// What the plan is asked for, from the diary and the choices on the screen.

import type { MuscleTarget, PlaceId } from '@unknot/engine/case';
import type { PlanHistory, TechniqueUse } from '@unknot/engine/plan';
import type { AppState } from '@unknot/journal/project';
import { isRanked } from '../../person.ts';

/** Places that are possible in a surrounding, by the name people use for it. */
export const SURROUNDINGS = {
  desk: ['desk', 'wall', 'anywhere'],
  home: ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'],
  bed: ['bed', 'anywhere'],
  out: ['anywhere', 'wall'],
} as const satisfies Record<string, readonly PlaceId[]>;

export type Surrounding = keyof typeof SURROUNDINGS;

/** What is possible there and fits the person, who may have said in the profile where they can do it at all. */
export const placesOf = (where: Surrounding, possible: readonly PlaceId[] = []): PlaceId[] =>
  SURROUNDINGS[where].filter((place) => place === 'anywhere' || possible.length === 0 || possible.includes(place));

/** Muscles beyond the second are too unsure to plan for. Own setting. */
const MOST_TARGETS = 2;

/**
 * The muscles the plan is for, from the ranking of the present drawing: the check has asked about what is painted there, and
 * about nothing else. Empty: no drawing, or no clear pattern.
 */
export function targetsOf(state: AppState): MuscleTarget[] {
  const { ranking } = state;
  if (!ranking || !isRanked(state) || ranking.nothingFits) return [];
  return ranking.top
    .filter(({ side }) => side !== 'midline')
    .slice(0, MOST_TARGETS)
    .map(({ muscle, side, probability }) => ({
      muscle,
      side: side === 'right' ? 'right' : 'left',
      share: probability ?? 0.5,
    }));
}

/** What earlier sessions did, as far as the next plan has to know it. */
export function historyOf(state: AppState, now: number): PlanHistory {
  const finished = state.sessions.filter(({ finishedAt }) => finishedAt !== null);
  const bruised = new Set(state.harms.filter(({ kind }) => kind === 'bruise').map(({ sessionId }) => sessionId));
  const worse = new Set(state.harms.filter(({ kind }) => kind === 'worse').map(({ sessionId }) => sessionId));
  const uses = finished.flatMap((session): TechniqueUse[] => {
    const { finishedAt, painBefore, painAfter, painNextDay, sessionId } = session;
    const change = painBefore !== null && painAfter !== null ? painAfter - painBefore : undefined;
    const sorer = painBefore !== null && painNextDay !== null ? painNextDay - painBefore : undefined;
    // "It got worse" without a number counts as the two points that make a technique rest.
    const felt = worse.has(sessionId) ? Math.max(change ?? 0, 2) : change;
    return session.items.slice(0, Math.max(session.itemsDone, 1)).map(({ technique, muscle, side }) => ({
      technique,
      muscle,
      side,
      at: finishedAt ?? now,
      ...(felt !== undefined ? { change: felt } : {}),
      ...(sorer !== undefined ? { sorerNextDay: sorer } : {}),
      ...(bruised.has(sessionId) ? { bruise: true } : {}),
    }));
  });
  return { now, sessionsDone: finished.length, uses };
}
