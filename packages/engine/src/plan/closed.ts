// Everything that closes a technique for this person, before anything is weighed. What is closed here stays closed:
// the rest of the plan only ever sees what came through.

import type { MuscleId, Side } from '@unknot/atlas/frame';
import type { DoseRule, PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { EpochMs, TechniqueId } from '../case/index.ts';
import type { Closable } from '../triage/index.ts';
import { limitsOn, names, type Person, spares } from './person.ts';
import type { LeftOutReason, PlanHistory, PlanRequest, TechniqueUse, Today } from './request.ts';
import { furnitureOf } from './surroundings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long nothing presses or warms a muscle where pressing left a bruise. Own setting. */
const BRUISE_DAYS = 7;

export const has = (technique: Technique, tag: string): boolean => technique.tags.includes(tag);

const rulesByTechnique = new WeakMap<readonly DoseRule[], WeakMap<Technique, readonly DoseRule[]>>();

/** Asked for many times in one plan, worked out once for each technique of an edition. */
export function rulesOn(k: PlanKnowledge, technique: Technique): readonly DoseRule[] {
  const known = rulesByTechnique.get(k.doseRules) ?? new WeakMap<Technique, readonly DoseRule[]>();
  rulesByTechnique.set(k.doseRules, known);
  const appliesTo = (rule: DoseRule) =>
    names(rule.appliesTo, technique) && rule.exempt?.includes(technique.id) !== true;
  const rules = known.get(technique) ?? k.doseRules.filter(appliesTo);
  known.set(technique, rules);
  return rules;
}

/** PLN-02 to PLN-08. What closes the technique wherever it is done. Empty: open. */
export function closedFor(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  technique: Technique,
): readonly LeftOutReason[] {
  const reasons: LeftOutReason[] = [];
  for (const { id, excludes } of person.conditions)
    if (technique.contraindications.includes(id) || excludes.some((applyTo) => names(applyTo, technique)))
      reasons.push({ kind: 'condition', condition: id });
  for (const { condition, limit } of limitsOn(person, technique)) {
    if (spares(limit, technique)) continue;
    const { exclude, needs } = limit.effect ?? {};
    if (exclude === true) reasons.push({ kind: 'condition', condition });
    if (needs !== undefined && !person.confirmed.has(needs))
      reasons.push({ kind: 'unconfirmed', condition, confirm: needs });
  }
  const { level, because } = request.clearance;
  if (closedByCheck(technique, request))
    for (const rule of because.length === 0 ? [level] : because) reasons.push({ kind: 'check', rule });
  if (request.preferences?.never?.includes(technique.id) === true) reasons.push({ kind: 'never' });
  const isThere = technique.place.some((place) => person.places.has(place));
  // Where there is no wall, nobody is told to bring one.
  for (const tool of technique.toolIds)
    if (!person.tools.has(tool) && (isThere || !furnitureOf(k).has(tool))) reasons.push({ kind: 'tool', tool });
  if (!isThere || (has(technique, 'standing') && staysInBed(person))) reasons.push({ kind: 'place' });
  if (request.today?.floor === false && has(technique, 'floor-only')) reasons.push({ kind: 'place' });
  if (!fitsPosture(person, technique)) reasons.push({ kind: 'posture' });
  if (!fitsEnergy(technique, request.today)) reasons.push({ kind: 'energy' });
  reasons.push(...closedByHistory(k, technique, request.history));
  if (isTooFirmYet(k, person, technique, request.history))
    reasons.push({ kind: 'sequence-rule', rule: 'light-before-firm' });
  return distinct(reasons);
}

/** PLN-05. One of the postures it can be done in is possible. */
const fitsPosture = ({ postures }: Person, technique: Technique): boolean =>
  technique.postures === undefined ? postures.size > 0 : technique.postures.some((posture) => postures.has(posture));

const EASY_WALKING = 'walking';

/** PLN-18. On a flare day warmth, breathing, easy walking and movement stay; on low energy all that neither loads nor takes breath. */
function fitsEnergy(technique: Technique, today: Today | undefined): boolean {
  if (today?.energy === undefined) return true;
  const takes = has(technique, 'strengthen') || has(technique, 'aerobic') || has(technique, 'body-weight');
  if (today.energy === 'low') return !takes;
  if (technique.id === EASY_WALKING || technique.id === 'relative-rest') return true;
  return !takes && ['heat', 'calm', 'mobility'].includes(technique.category);
}

/** The bed is the one place there is. `anywhere` says nothing about getting up. */
const staysInBed = ({ places }: Person): boolean =>
  places.has('bed') && [...places].every((place) => place === 'bed' || place === 'anywhere');

/** PLN-03, PLN-04, PLN-09. What closes the technique on one muscle. `muscle` null: it acts on none in particular. */
export function closedOn(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  technique: Technique,
  muscle: MuscleId | null,
  side: Side | 'both',
): readonly LeftOutReason[] {
  const reasons: LeftOutReason[] = [];
  const known = k.muscles.find(({ id }) => id === muscle);
  for (const { condition, limit } of limitsOn(person, technique)) {
    const groups = limit.effect?.onlyGroups;
    if (groups !== undefined && (known === undefined || !groups.includes(known.group)))
      reasons.push({ kind: 'condition', condition });
  }
  if (muscle === null) return distinct(reasons);
  for (const { id, forbiddenMuscles } of rulesOn(k, technique))
    if (forbiddenMuscles?.includes(muscle) === true) reasons.push({ kind: 'dose-rule', rule: id });
  if (known !== undefined && !reaches(k, technique, known.palpation.tools))
    reasons.push({ kind: 'not-for-this-muscle' });
  const { history } = request;
  if (history !== undefined) reasons.push(...closedByEarlierWork(k, technique, muscle, side, history));
  return distinct(reasons);
}

/**
 * What the check closes. SAFETY.md §4, a visit this week: warmth, easy walking, breathing and gentle movement stay,
 * pressing the area and anything new do not. A stretch that the person knows already may go on.
 */
function closedByCheck(technique: Technique, { clearance, history }: PlanRequest): boolean {
  const soon = clearance.level === 'see-doctor-soon';
  const closes = (part: Closable) => soon || clearance.restrictions.closed.includes(part);
  const presses = has(technique, 'pressure') || has(technique, 'percussion');
  if (presses && (closes('pressure') || closes('manual-tools'))) return true;
  if (has(technique, 'strengthen') && closes('strength-beyond-easy')) return true;
  if (!closes('new-techniques')) return false;
  const gentle =
    ['heat', 'calm'].includes(technique.category) || has(technique, 'mobilise') || has(technique, 'do-now');
  return !gentle && technique.id !== 'walking' && !(isFamiliar(technique, history) && technique.category === 'stretch');
}

/** PLN-27. Done before by this person; what only a file tells is nobody's experience here. */
export const isFamiliar = (technique: Technique, history: PlanHistory | undefined): boolean =>
  history?.uses.some((use) => use.technique === technique.id && use.fromFile !== true) ?? false;

/**
 * Muscle files say what may press on a muscle; the stricter side wins over the technique. Hands are different: where
 * `hand` is missing it is often only out of reach, and what hands must not press is in the forbidden spots.
 */
function reaches(k: PlanKnowledge, technique: Technique, allowed: readonly string[]): boolean {
  if (!has(technique, 'pressure')) return true;
  const onFloor = has(technique, 'floor') || !technique.toolIds.includes('wall');
  return technique.toolIds.every((tool) => {
    if (tool === 'ball' || tool === 'two-balls') return allowed.includes(onFloor ? 'ball-on-floor' : 'ball-on-wall');
    const pressers = tool === 'hand' || tool === 'wall' ? [] : (k.toolVocabulary[tool]?.palpationTool ?? []);
    return pressers.every((presser) => allowed.includes(presser));
  });
}

/** Pressing that may reach more than this, NRS, is firm; stroking with the open hand stays below. Own setting. */
const LIGHT_CAP = 3;

/** Skin, bones and blood of older people forgive less, and nobody has felt yet how this person takes to pressing. */
function isTooFirmYet(
  k: PlanKnowledge,
  person: Person,
  technique: Technique,
  history: PlanHistory | undefined,
): boolean {
  const isOlder = person.conditions.some(({ id }) => id === 'age-over-65');
  if (!isOlder || !has(technique, 'pressure') || technique.dose.intensityCap <= LIGHT_CAP) return false;
  const sore = history?.uses.some((use) => isPressing(k, use) && (use.sorerNextDay ?? 0) > 1) ?? false;
  return (history?.sessionsDone ?? 0) < 1 || sore;
}

/** Rest and frequency: how often a technique may come back, and when it has to rest (`stop-and-review`). */
function closedByHistory(
  k: PlanKnowledge,
  technique: Technique,
  history: PlanHistory | undefined,
): readonly LeftOutReason[] {
  const reasons: LeftOutReason[] = [];
  const pressing = (use: TechniqueUse) => isPressing(k, use);
  const uses = history?.uses ?? [];
  if (has(technique, 'body-weight')) {
    const sore = uses.some((use) => pressing(use) && (use.sorerNextDay ?? 0) > 1);
    if ((history?.sessionsDone ?? 0) < 3 || sore) reasons.push({ kind: 'sequence-rule', rule: 'wall-before-floor' });
  }
  if (history === undefined) return reasons;
  const age = (at: EpochMs) => ageOf(at, history);
  const own = uses.filter((use) => use.technique === technique.id).toSorted((a, b) => b.at - a.at);
  const within = (milliseconds: number) => own.filter((use) => age(use.at) < milliseconds).length;
  const { perDay, perWeek } = technique.dose;
  if (perDay !== null && within(DAY) >= perDay) reasons.push({ kind: 'recent' });
  if (perWeek !== null && within(7 * DAY) >= perWeek) reasons.push({ kind: 'recent' });
  const [last, before] = own;
  const flared = (use: TechniqueUse | undefined) => (use?.change ?? 0) >= 2 || (use?.sorerNextDay ?? 0) >= 2;
  if (flared(last) && (flared(before) || age(last?.at ?? 0) < 2 * DAY))
    reasons.push({ kind: 'dose-rule', rule: 'stop-and-review' });
  for (const rule of rulesOn(k, technique)) {
    const hot = rule.restMinutesSameSkin;
    const limitsUse = hot ?? rule.restDaysBetween ?? rule.perWeekStart ?? rule.notWithinHoursOfHardExercise;
    if (limitsUse === undefined) continue;
    const tag = rule.appliesTo.slice('tag:'.length);
    const kin = uses.filter((use) => usesTag(k, use, tag));
    if (hot !== undefined && kin.some((use) => age(use.at) < (hot * HOUR) / 60)) reasons.push({ kind: 'recent' });
    // A session with two rollers is one day of rolling.
    const sessions = new Set(kin.filter((use) => age(use.at) < 7 * DAY).map((use) => use.at)).size;
    const rests = rule.restDaysBetween !== undefined && kin.some((use) => age(use.at) < restMs(rule.restDaysBetween));
    if (rests || (rule.perWeekStart !== undefined && sessions >= rule.perWeekStart))
      reasons.push({ kind: 'dose-rule', rule: rule.id });
    const calm = rule.notWithinHoursOfHardExercise;
    const { lastHardExercise } = history;
    if (calm !== undefined && lastHardExercise !== undefined && age(lastHardExercise) < calm * HOUR)
      reasons.push({ kind: 'dose-rule', rule: rule.id });
  }
  return reasons;
}

/** What earlier sessions did to this very muscle (`pressure-volume`, `no-heat-after-bruise`). */
function closedByEarlierWork(
  k: PlanKnowledge,
  technique: Technique,
  muscle: MuscleId,
  side: Side | 'both',
  history: PlanHistory,
): readonly LeftOutReason[] {
  const reasons: LeftOutReason[] = [];
  const here = history.uses.filter((use) => use.muscle === muscle && meet(use.side, side) && isPressing(k, use));
  const bruised = here.some((use) => use.bruise === true && ageOf(use.at, history) < BRUISE_DAYS * DAY);
  if (bruised && has(technique, 'heat')) reasons.push({ kind: 'sequence-rule', rule: 'no-heat-after-bruise' });
  if (!has(technique, 'pressure') && !has(technique, 'percussion')) return reasons;
  const sore = here.some((use) => (use.sorerNextDay ?? 0) >= 2 && ageOf(use.at, history) < 2 * DAY);
  if (bruised || sore) reasons.push({ kind: 'dose-rule', rule: 'pressure-volume' });
  for (const { id, hoursBetweenSameSpot, maxTimesPerSpotPerDay } of k.doseRules) {
    if (hoursBetweenSameSpot === undefined || maxTimesPerSpotPerDay === undefined) continue;
    const lately = here.filter((use) => ageOf(use.at, history) < hoursBetweenSameSpot * HOUR).length;
    const today = here.filter((use) => ageOf(use.at, history) < DAY).length;
    if (lately > 0 || today >= maxTimesPerSpotPerDay) reasons.push({ kind: 'dose-rule', rule: id });
  }
  return reasons;
}

/**
 * A day of rest between two days: 36 hours for one, so that Monday evening leaves Wednesday morning open. Own setting.
 */
const restMs = (days: number | undefined): number => ((days ?? 0) + 0.5) * DAY;

/** A use that lies in the future (the clock was set back) counts as just now. */
const ageOf = (at: EpochMs, { now }: PlanHistory): number => Math.max(0, now - at);

const usesTag = (k: PlanKnowledge, use: TechniqueUse, tag: string): boolean =>
  techniqueById(k, use.technique)?.tags.includes(tag) ?? false;

const byIdOf = new WeakMap<PlanKnowledge, ReadonlyMap<TechniqueId, Technique>>();

/** Looked up for every use of a long diary: worked out once for one knowledge. */
export function techniqueById(k: PlanKnowledge, id: TechniqueId): Technique | undefined {
  const known = byIdOf.get(k) ?? new Map(k.techniques.map((technique) => [technique.id, technique]));
  byIdOf.set(k, known);
  return known.get(id);
}

const isPressing = (k: PlanKnowledge, use: TechniqueUse): boolean =>
  usesTag(k, use, 'pressure') || usesTag(k, use, 'percussion');

const meet = (a: Side | 'both', b: Side | 'both'): boolean => a === b || a === 'both' || b === 'both';

function distinct(reasons: readonly LeftOutReason[]): readonly LeftOutReason[] {
  if (reasons.length < 2) return reasons;
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify(reason);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
