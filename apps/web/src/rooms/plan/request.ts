// What the plan is asked for, from the diary and the choices on the screen.

import type { MuscleTarget, PlaceId, TechniqueId } from '@unknot/engine/case';
import type { PlanHistory, PlanPreferences, TechniqueUse, VersionId } from '@unknot/engine/plan';
import type { AppState } from '@unknot/journal/project';
import { isRanked } from '../../person.ts';

/** Where somebody is: places that are possible there, and the version of the plan that goes with it. */
export const SURROUNDINGS = {
  home: { places: ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'], version: null },
  work: { places: ['desk', 'wall', 'anywhere'], version: 'office' },
  bed: { places: ['bed', 'anywhere'], version: null },
  out: { places: ['desk', 'anywhere'], version: 'travel' },
} as const satisfies Record<string, { places: readonly PlaceId[]; version: VersionId | null }>;

export type Surrounding = keyof typeof SURROUNDINGS;

/** What can be said of today, in the order on the screen. Minutes and places have choices of their own. */
export const TODAY: readonly VersionId[] = [
  'flare-day',
  'low-energy',
  'nothing-at-hand',
  'no-floor',
  'first-72-hours',
  'with-a-helper',
  'more-time',
];

/** What is possible there and fits the person, who may have said in the profile where they can do it at all. */
export const placesOf = (where: Surrounding, possible: readonly PlaceId[] = []): PlaceId[] =>
  SURROUNDINGS[where].places.filter(
    (place) => place === 'anywhere' || possible.length === 0 || possible.includes(place),
  );

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

/** What the person has said about techniques. `swapped`: not this time. */
export function preferencesOf({ preferences, felt }: AppState, swapped: Iterable<TechniqueId>): PlanPreferences {
  const said = (wish: 'never' | 'prefer') =>
    Object.entries(preferences).flatMap(([id, each]) => (each === wish ? [id] : []));
  return { never: [...said('never'), ...swapped], prefer: said('prefer'), felt };
}
