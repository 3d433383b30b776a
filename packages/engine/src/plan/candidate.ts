// What could be an item: every open technique on every sore muscle, in every portion worth considering, with what it
// is expected to do and what it uses up.

import type { MuscleId, PairedSide, Side } from '@unknot/atlas/frame';
import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import { closedOn, has, isFamiliar } from './closed.ts';
import { type Ceiling, ceilingFor, confirmationsFor, doseOf, type Portion } from './dose.ts';
import { lessOf, stepsOf } from './felt.ts';
import { isOwn } from './own.ts';
import { isLastResort, isUnwanted, type Person } from './person.ts';
import type { LeftOutReason, Phase, PlanDose, PlanRequest } from './request.ts';
import type { Sore } from './sore.ts';
import { actionOn, isPreferred, portionWorth, reliefOf } from './worth.ts';

export interface Candidate {
  readonly technique: Technique;
  readonly muscle: MuscleId | null;
  readonly side: Side | 'both';
  readonly firstSide?: PairedSide;
  readonly dose: PlanDose;
  readonly seconds: number;
  readonly phase: Phase;
  /** Expected drop by itself, NRS points, before diminishing returns. */
  readonly relief: number;
  /** Sore muscles it acts on, as indexes. */
  readonly actsOn: readonly number[];
  /** Put into a session only where nothing else acts on the muscle. */
  readonly lastResort: boolean;
  /** Put into a session only when there is nothing else at all; may still be swapped in. */
  readonly unwanted: boolean;
  readonly uses: Uses;
}

/** What it takes from the amounts a session may not exceed. */
interface Uses {
  readonly spots: number;
  readonly pressing: number;
  readonly rolling: number;
  readonly percussing: number;
  /** Seconds of stretch by `muscle side`. */
  readonly stretching: ReadonlyMap<string, number>;
  /** A session has one of these at most: the ways of one technique, warmth or cold, calm, walking and its like. */
  readonly onlyOneOf: string;
  readonly heats: boolean;
  readonly cools: boolean;
  readonly calms: boolean;
  readonly isNew: boolean;
}

const PHASE_BY_CATEGORY: Readonly<Record<string, Phase>> = {
  heat: 'warm',
  'pressure-release': 'release',
  percussion: 'release',
  stretch: 'lengthen',
  mobility: 'move',
  aerobic: 'move',
  strength: 'strengthen',
  cold: 'cool',
  calm: 'calm',
};
/** Steps of five minutes between the least and the most of something that only lasts. Own setting. */
const MINUTES_STEP = 5;

/**
 * PLN-11. The part of a session a technique belongs to; undefined: nothing to do for a sore muscle now (medicines,
 * visits, habits, classes, jumping).
 */
export function phaseOf(technique: Technique): Phase | undefined {
  if (has(technique, 'outing') || has(technique, 'impact')) return undefined;
  if (has(technique, 'do-now')) return 'move';
  // An own device that only lasts goes with the rest at the end; the knowledge's devices are no items of a session.
  return technique.category === 'device' && isOwn(technique) ? 'calm' : PHASE_BY_CATEGORY[technique.category];
}

export interface Offer {
  readonly candidates: readonly Candidate[];
  /** Why none, when there are none. */
  readonly because: readonly LeftOutReason[];
}

/** Every way of doing one technique that nothing has closed. */
export function offersOf(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  technique: Technique,
  sores: readonly Sore[],
  budgetSeconds: number,
): Offer {
  const phase = phaseOf(technique);
  const isTooHard = request.preferences?.felt?.[technique.id] === 'too-hard';
  const easier = isTooHard ? stepsOf(k, person, request, technique, sores).easier : null;
  if (phase === undefined) return { candidates: [], because: [{ kind: 'not-in-a-session' }] };
  if (easier !== null) return { candidates: [], because: [{ kind: 'too-hard', easier }] };
  const most = ceilingFor(k, person, technique);
  const ceiling = most !== undefined && isTooHard ? lessOf(most) : most;
  if (ceiling === undefined) return { candidates: [], because: [{ kind: 'time' }] };
  const places = placesOf(technique, sores);
  if (places.length === 0) return { candidates: [], because: [{ kind: 'not-for-this-muscle' }] };

  const candidates: Candidate[] = [];
  const because: LeftOutReason[] = [];
  const confirm = confirmationsFor(k, person, technique);
  const preferred = isPreferred(request, technique);
  // What did not help this person comes in only where nothing else acts on the muscle.
  const failed = !preferred && request.history?.noHelp?.includes(technique.id) === true;
  const lastResort = failed || isLastResort(person, technique);
  const unwanted = isUnwanted(person, technique, preferred);
  const actsOn = sores.flatMap((sore, index) =>
    actionOn(technique, sore.muscle) > 0 && !isClosed(sore) ? [index] : [],
  );
  const portions = portionsOf(ceiling, technique);
  const isNew = (request.history?.sessionsDone ?? 0) > 0 && !isFamiliar(technique, request.history);
  for (const place of places) {
    const closed = closedOn(k, person, request, technique, place.muscle, place.side);
    if (closed.length > 0) {
      because.push(...closed);
      continue;
    }
    const sides = technique.dose.perSide && place.side === 'both' ? 2 : 1;
    const inFull = reliefOf(k, request, technique, sores, actsOn, place.side);
    for (const portion of portions) {
      const { dose, seconds } = doseOf(technique, ceiling, portion, sides, confirm);
      if (seconds > budgetSeconds) continue;
      const relief = inFull * portionWorth(ceiling, portion, technique, seconds);
      const uses = usesOf(technique, place, dose, seconds, sides, isNew);
      candidates.push({ technique, ...place, dose, seconds, phase, relief, actsOn, lastResort, unwanted, uses });
    }
    if (candidates.length === 0 && because.length === 0) because.push({ kind: 'time' });
  }
  return { candidates, because };

  /** A sore muscle this technique must keep off, though it may act on another one. */
  function isClosed(sore: Sore): boolean {
    return closedOn(k, person, request, technique, sore.muscle, sideOf(sore.sides)).length > 0;
  }
}

interface Place {
  readonly muscle: MuscleId | null;
  readonly side: Side | 'both';
  readonly firstSide?: PairedSide;
}

/**
 * Where a technique would be done: on each sore muscle it acts on, there on both sides when both are sore and also on
 * one alone; or once for the whole body. `two-sides`: the less sore side first.
 */
function placesOf(technique: Technique, sores: readonly Sore[]): readonly Place[] {
  const acting = sores.filter(({ muscle }) => actionOn(technique, muscle) > 0);
  if (acting.length === 0) return isGeneral(technique, sores) ? [{ muscle: null, side: 'both' }] : [];
  return acting.flatMap(({ muscle, sides, lessSore }): Place[] => {
    const local = technique.dose.perSide || has(technique, 'local-heat') || has(technique, 'cold');
    if (!local) return [{ muscle, side: 'both' }];
    if (sides.length < 2) return [{ muscle, side: sideOf(sides) }];
    const both: Place = technique.dose.perSide
      ? { muscle, side: 'both', firstSide: lessSore }
      : { muscle, side: 'both' };
    return [both, ...sides.map((side): Place => ({ muscle, side }))];
  });
}

const sideOf = (sides: readonly PairedSide[]): Side | 'both' => (sides.length === 1 ? (sides[0] as Side) : 'both');

/**
 * Good for anybody who is sore, wherever: walking, breathing, a shower; and easy movement when nothing in particular is
 * sore. Never anything that presses, warms or cools one place.
 */
function isGeneral(technique: Technique, sores: readonly Sore[]): boolean {
  if (['pressure', 'percussion', 'local-heat', 'cold', 'tens'].some((tag) => has(technique, tag))) return false;
  return technique.targets.includes('any') || (sores.length === 0 && has(technique, 'mobilise'));
}

/** From all of it down to one repetition, or from the least time to the most. */
function portionsOf(ceiling: Ceiling, technique: Technique): readonly Portion[] {
  const { repetitions, sets, minutes } = ceiling;
  if (minutes !== null) {
    const longest = Number.isFinite(minutes.max) ? minutes.max : minutes.min;
    const steps = [minutes.min, longest];
    const first = (Math.floor(minutes.min / MINUTES_STEP) + 1) * MINUTES_STEP;
    for (let m = first; m < longest; m += MINUTES_STEP) steps.push(m);
    const lengths = technique.dose.contrast === undefined ? [...new Set(steps)] : [minutes.min];
    return lengths.toSorted((a, b) => a - b).map((m) => ({ repetitions, sets, minutes: m }));
  }
  const held = repetitions !== null && (ceiling.holdSeconds ?? 0) >= 15;
  const counts = held ? Array.from({ length: repetitions }, (_, n) => repetitions - n) : [repetitions];
  const setCounts = sets > 1 ? [sets, 1] : [sets];
  return setCounts.flatMap((s) => counts.map((r) => ({ repetitions: r, sets: s, minutes: null })));
}

function usesOf(
  technique: Technique,
  place: Place,
  dose: PlanDose,
  seconds: number,
  sides: 1 | 2,
  isNew: boolean,
): Uses {
  const presses = has(technique, 'pressure');
  const held = (dose.holdSeconds ?? 0) * (dose.repetitions ?? 1) * dose.sets;
  const stretching = new Map<string, number>();
  if (has(technique, 'stretch'))
    for (const muscle of technique.targets)
      for (const side of sidesTouched(place.side)) stretching.set(`${muscle} ${side}`, held);
  return {
    spots: presses ? sides * (technique.dose.dynamic === true ? 1 : (dose.repetitions ?? 1) * dose.sets) : 0,
    pressing: presses ? seconds : 0,
    rolling: has(technique, 'roller') ? seconds : 0,
    percussing: has(technique, 'percussion') ? seconds : 0,
    stretching,
    onlyOneOf: onlyOneOf(technique),
    heats: has(technique, 'heat'),
    cools: has(technique, 'cold'),
    calms: has(technique, 'calm'),
    isNew,
  };
}

/** Warmth and cold count as one: nothing on the same skin twice, no cold after warmth. */
function onlyOneOf(technique: Technique): string {
  if (has(technique, 'heat') || has(technique, 'cold')) return 'warmth or cold';
  return has(technique, 'calm') ? 'calm' : has(technique, 'aerobic') ? 'aerobic' : technique.id;
}

const sidesTouched = (side: Side | 'both'): readonly Side[] => (side === 'both' ? ['left', 'right'] : [side]);
