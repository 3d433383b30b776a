// What the plan is asked for, from the diary and the choices on the screen.

import type { MuscleTarget, PlaceId, TechniqueId } from '@unknot/engine/case';
import {
  armOf,
  type Changes,
  chanceOf,
  drawnChanges,
  expectations,
  helpedBefore,
  type Learned,
  learn,
  learnedChanges,
  noHelp,
  practiceOf,
} from '@unknot/engine/learning';
import {
  type Acute,
  acuteBecause,
  inSurrounding,
  type PlanHistory,
  type PlanPreferences,
  type PlanRequest,
  type SurroundingId,
  type TechniqueUse,
  type VersionId,
  versionOf,
} from '@unknot/engine/plan';
import type { AppState } from '@unknot/journal/project';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { conditionsHeld, factsHeld, type OpenGate } from './gate.ts';
import { ownItems } from './own.ts';
import { isRanked } from './person.ts';

/** Where somebody may be, in the order on the screen. */
export const SURROUNDINGS: readonly SurroundingId[] = ['home', 'work', 'bed', 'travel', 'public'];

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

const PLACES: readonly PlaceId[] = ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'];

/** The person may have said in the profile where they can do it at all. */
const placesOf = (possible: readonly PlaceId[] = []): PlaceId[] =>
  PLACES.filter((place) => place === 'anywhere' || possible.length === 0 || possible.includes(place));

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

/** What a plan has to fit, for this once. */
export interface Fit {
  readonly minutes: number;
  readonly where: SurroundingId;
  readonly today: readonly VersionId[];
  /** The person wants the usual plan, though the pain is new or strong. */
  readonly usual?: boolean;
}

/** What was said on the screen about this one plan. */
export interface SaidNow {
  /** Not this time. */
  readonly swapped?: Iterable<TechniqueId>;
  readonly confirmed?: readonly string[];
}

const WEEK = 7 * 86_400_000;

/** Why a plan now begins gently, from what was told in the checks and after them; null: nothing speaks for it. */
export function acuteNow({ checks, sessions }: AppState, now: number): Acute | null {
  const whole = checks.filter(({ form, imported }) => form === 'full' && !imported);
  const last = whole.at(-1);
  if (!last) return null;
  let newSince = last.at;
  for (const { at, facts } of whole.toReversed()) {
    if (facts['weeks-since-start'] !== 0 || newSince - at > WEEK) break;
    newSince = at;
  }
  const rated = sessions.findLast(
    ({ imported, painAfter, finishedAt }) => !imported && painAfter !== null && (finishedAt ?? 0) > last.at,
  );
  const since = rated && { pain: rated.painAfter ?? 0, at: rated.finishedAt ?? 0 };
  return acuteBecause({ facts: last.facts, at: last.at, newSince, ...(since ? { since } : {}) }, now);
}

/** What was said of today, and the flare day that new or strong pain begins with. */
export const versionsOf = (state: AppState, now: number, { today, usual }: Fit): readonly VersionId[] =>
  usual === true || today.includes('flare-day') || acuteNow(state, now) === null ? today : ['flare-day', ...today];

/** The request for a plan now: diary, gate, and what it has to fit. `knowledge` holds the person's own items already. */
export function requestOf(
  knowledge: PlanKnowledge,
  state: AppState,
  { clearance }: OpenGate,
  now: number,
  fit: Fit,
  { swapped = [], confirmed = [] }: SaidNow = {},
): PlanRequest {
  const { profile } = state;
  const whole: PlanRequest = {
    targets: targetsOf(state),
    minutes: fit.minutes,
    tools: profile.tools ?? [],
    places: placesOf(profile.places),
    conditions: conditionsHeld.value,
    facts: factsHeld.value,
    clearance,
    history: historyOf(knowledge, state, now),
    confirmed,
    preferences: preferencesOf(state, swapped),
    own: ownItems(),
    ...(profile.ageYears === undefined ? {} : { ageYears: profile.ageYears }),
    ...(profile.sex === 'female' || profile.sex === 'male' ? { sex: profile.sex } : {}),
  };
  const there = inSurrounding(knowledge, whole, fit.where, profile.lacks?.[fit.where]);
  return versionsOf(state, now, fit).reduce((asked, version) => versionOf(knowledge, asked, version), there);
}

/** What earlier sessions did and taught, as far as the next plan has to know it. */
function historyOf(knowledge: PlanKnowledge, state: AppState, now: number): PlanHistory {
  const finished = state.sessions.filter(({ finishedAt }) => finishedAt !== null);
  const bruised = new Set(state.harms.filter(({ kind }) => kind === 'bruise').map(({ sessionId }) => sessionId));
  const worse = new Set(state.harms.filter(({ kind }) => kind === 'worse').map(({ sessionId }) => sessionId));
  const uses = finished.flatMap((session): TechniqueUse[] => {
    const { finishedAt, painBefore, painAfter, painNextDay, sessionId, imported, items, itemsDone } = session;
    const change = painBefore !== null && painAfter !== null ? painAfter - painBefore : undefined;
    const sorer = painBefore !== null && painNextDay !== null ? painNextDay - painBefore : undefined;
    // "It got worse" without a number counts as the two points that make a technique rest.
    const felt = worse.has(sessionId) ? Math.max(change ?? 0, 2) : change;
    const use = ({ technique, muscle, side }: (typeof items)[number], after: number | undefined): TechniqueUse => ({
      technique,
      muscle,
      side,
      at: finishedAt ?? now,
      ...(after !== undefined ? { change: after } : {}),
      ...(sorer !== undefined ? { sorerNextDay: sorer } : {}),
      ...(bruised.has(sessionId) ? { bruise: true } : {}),
      ...(imported ? { fromFile: true } : {}),
    });
    const done = items.slice(0, itemsDone).map((item) => use(item, felt));
    // What was broken off rests, and is credited with nothing: like what only a file tells, it is no experience.
    const isBrokenOff = session.secondsDone > 0 && session.reason !== 'completed';
    const begun = isBrokenOff ? items.slice(itemsDone, itemsDone + 1) : [];
    const worsened = felt !== undefined && felt > 0 ? felt : undefined;
    return [...done, ...begun.map((item) => ({ ...use(item, worsened), fromFile: true as const }))];
  });
  const learned = learn(practiceOf(finished, -new Date(now).getTimezoneOffset()), expectations(knowledge));
  return {
    now,
    sessionsDone: finished.filter(({ imported, itemsDone }) => !imported && itemsDone > 0).length,
    uses,
    learned: state.profile.explores ? exploring(knowledge, state, learned, now) : learnedChanges(learned),
    helped: helpedBefore(learned),
    noHelp: noHelp(learned),
  };
}

/** For who likes to try things: what may turn out better gets its turn, the same all day until a session is done. */
function exploring({ techniques }: PlanKnowledge, state: AppState, learned: Learned, now: number): Changes {
  const day = Math.floor((now - new Date(now).getTimezoneOffset() * 60_000) / 86_400_000);
  const muscles = targetsOf(state).map(({ muscle }) => muscle);
  const others = techniques.filter(({ targets }) => targets.some((target) => muscles.includes(target)));
  return drawnChanges(
    learned,
    chanceOf(`${day} ${learned.sessions}`),
    others.map(({ id }) => id),
  );
}

/** What the person has said about techniques, and whose turn it is in an experiment of theirs. */
function preferencesOf(
  { preferences, felt, experiments, sessions }: AppState,
  swapped: Iterable<TechniqueId>,
): PlanPreferences {
  const said = (wish: 'never' | 'prefer') =>
    Object.entries(preferences).flatMap(([id, each]) => (each === wish ? [id] : []));
  const running = experiments.find(({ endedAt }) => endedAt === null);
  const arm = running ? armOf(running, sessions) : null;
  const turn = running && arm ? { on: [arm], off: [arm === running.a ? running.b : running.a] } : { on: [], off: [] };
  return { never: [...said('never'), ...swapped, ...turn.off], prefer: [...said('prefer'), ...turn.on], felt };
}

/** The same request for one technique and nothing else: the plan then says whether it is open now, and why not. */
export const onlyThis = (knowledge: PlanKnowledge, request: PlanRequest, technique: TechniqueId): PlanRequest => ({
  ...request,
  own: request.own?.filter(({ id }) => id === technique) ?? [],
  preferences: {
    ...request.preferences,
    prefer: [technique],
    never: knowledge.techniques.flatMap(({ id }) => (id === technique ? [] : [id])),
  },
});
