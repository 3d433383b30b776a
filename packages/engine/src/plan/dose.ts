// How much of a technique: its own dose, cut by every dose rule and by the caps of every active condition. The lowest wins.

import type { DoseRule, PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import { has, rulesOn } from './closed.ts';
import { limitsOn, type Person } from './person.ts';
import type { PlanDose } from './request.ts';

/** Time to get into position before an item, and the least it takes to change sides. Own settings. */
const READY_SECONDS = 10;
const CHANGE_SIDE_SECONDS = 5;
/** A rest inside a session; longer ones in the data lie between sessions. Own setting. */
const LONGEST_REST_SECONDS = 60;
/** A shorter hold is a movement: its repetitions follow each other, and each takes a moment to go there and back. Own settings. */
const HELD_FROM_SECONDS = 8;
const MOVE_SECONDS = 2;

/** The most a person may do of a technique. `minutes`: of something that only lasts; `null` where holds are counted. */
export interface Ceiling {
  readonly holdSeconds: number | null;
  readonly repetitions: number | null;
  readonly sets: number;
  readonly minutes: { readonly min: number; readonly max: number } | null;
  readonly minutesMax: number;
  readonly intensityCap: number;
}

const ceilingsByPerson = new WeakMap<Person, Map<Technique, Ceiling | undefined>>();

/**
 * PLN-10. Every cap applied; `undefined` when what is left is less than the technique needs. Asked for on every day of a
 * programme, worked out once for each technique.
 */
export function ceilingFor(k: PlanKnowledge, person: Person, technique: Technique): Ceiling | undefined {
  const known = ceilingsByPerson.get(person) ?? new Map<Technique, Ceiling | undefined>();
  ceilingsByPerson.set(person, known);
  if (!known.has(technique)) known.set(technique, workedOutCeiling(k, person, technique));
  return known.get(technique);
}

function workedOutCeiling(k: PlanKnowledge, person: Person, technique: Technique): Ceiling | undefined {
  const { dose } = technique;
  const rules = rulesOn(k, technique);
  const caps = limitsOn(person, technique).map(({ limit }) => limit.caps ?? {});
  const most = (rule: DoseRule): number[] => [
    ...(rule.max === undefined ? [] : [rule.max]),
    ...Object.entries(rule.maxFor ?? {}).flatMap(([who, max]) =>
      person.active.has(who) || who === technique.id ? [max] : [],
    ),
  ];
  const lowest = (...values: readonly (number | null | undefined)[]): number =>
    Math.min(...values.filter((value): value is number => value !== null && value !== undefined));
  const ofField = (field: DoseRule['field']) => rules.flatMap((rule) => (rule.field === field ? most(rule) : []));

  const intensityCap = lowest(
    dose.intensityCap,
    ...ofField('intensityCap'),
    ...rules.map((rule) => rule.intensityCap),
    ...caps.map((cap) => cap.intensityCap),
  );
  const wished = longerFor(person, rules, technique);
  const holdSeconds =
    wished === null
      ? null
      : lowest(
          wished,
          ...ofField('holdSeconds'),
          ...rules.map((rule) => rule.secondsPerSpotMax),
          ...caps.map((cap) => cap.holdSeconds),
        );
  const sets = lowest(dose.sets, ...caps.map((cap) => cap.sets));
  const onMuscle = lowest(
    Number.POSITIVE_INFINITY,
    ...ofField('secondsPerMuscle'),
    ...rules.map((rule) => rule.secondsPerMuscleTotal),
  );
  const byTime = holdSeconds === null ? Number.POSITIVE_INFINITY : Math.floor(onMuscle / (holdSeconds * sets));
  const repetitions =
    dose.repetitions === null ? null : lowest(dose.repetitions, byTime, ...caps.map((cap) => cap.repetitions));
  const minutesMax = lowest(
    Number.POSITIVE_INFINITY,
    dose.totalMinutesMax,
    ...ofField('totalMinutesMax'),
    ...caps.map((cap) => cap.totalMinutesMax),
  );
  const min = dose.totalMinutesMin ?? 0;
  const lasts = holdSeconds === null || dose.contrast !== undefined;
  if ((repetitions !== null && repetitions < 1) || (lasts && min > minutesMax)) return undefined;
  return { holdSeconds, repetitions, sets, minutes: lasts ? { min, max: minutesMax } : null, minutesMax, intensityCap };
}

/** A default that a rule lengthens for some (stretches from 65 on); movements stay what they are. */
function longerFor(person: Person, rules: readonly DoseRule[], { dose }: Technique): number | null {
  if (dose.holdSeconds === null || dose.dynamic === true) return dose.holdSeconds;
  const defaults = rules.flatMap((rule) =>
    Object.entries(rule.defaultFor ?? {}).flatMap(([who, seconds]) => (person.active.has(who) ? [seconds] : [])),
  );
  return Math.max(dose.holdSeconds, ...defaults);
}

/** How much of the ceiling is used. */
export interface Portion {
  readonly repetitions: number | null;
  readonly sets: number;
  /** Of something that only lasts. */
  readonly minutes: number | null;
}

/** The dose of a portion, and how long it takes with `sides` done one after the other. */
export function doseOf(
  technique: Technique,
  ceiling: Ceiling,
  portion: Portion,
  sides: 1 | 2,
  confirm: readonly string[],
): { readonly dose: PlanDose; readonly seconds: number } {
  const { dose } = technique;
  const { holdSeconds } = ceiling;
  const { repetitions, sets } = portion;
  const rest = Math.min(dose.restSeconds ?? 0, LONGEST_REST_SECONDS);
  const work = secondsOfWork(technique, ceiling, portion, rest);
  const seconds = READY_SECONDS + sides * work + (sides - 1) * Math.max(rest, CHANGE_SIDE_SECONDS);
  return {
    seconds,
    dose: {
      holdSeconds,
      repetitions,
      sets,
      restSeconds: dose.restSeconds === null ? null : rest,
      perSide: dose.perSide,
      seconds: work,
      intensityCap: ceiling.intensityCap,
      confirm,
      ...(dose.contrast === undefined ? {} : { contrast: dose.contrast }),
    },
  };
}

/** One side, rests included. Held repetitions are exact; movements are given at least the time the technique asks for. */
function secondsOfWork(technique: Technique, ceiling: Ceiling, portion: Portion, rest: number): number {
  const { dose } = technique;
  const { repetitions, sets, minutes } = portion;
  if (minutes !== null) return Math.max(0, minutes * 60 - READY_SECONDS);
  const hold = ceiling.holdSeconds ?? 0;
  const count = (repetitions ?? 1) * sets;
  if (hold >= HELD_FROM_SECONDS) return count * hold + (count - 1) * rest;
  const move = has(technique, 'pressure') ? 0 : MOVE_SECONDS;
  const paced = count * (hold + move) + (sets - 1) * rest;
  const share = count / ((dose.repetitions ?? 1) * dose.sets);
  const asked = ((dose.totalMinutesMin ?? 0) * 60 * share) / (dose.perSide ? 2 : 1);
  return Math.round(Math.min(Math.max(paced, asked), ceiling.minutesMax * 60));
}

/** What the person confirms before the technique: of the rules, of the limits, and of what they said to open it. */
export function confirmationsFor(k: PlanKnowledge, person: Person, technique: Technique): readonly string[] {
  const ofLimits = limitsOn(person, technique).flatMap(({ limit }) => [
    ...(limit.effect?.needs === undefined || !person.confirmed.has(limit.effect.needs) ? [] : [limit.effect.needs]),
    ...(limit.effect?.confirm ?? []),
  ]);
  const ofHelper = technique.toolIds.includes('partner') ? ['stop-word-agreed'] : [];
  return [...new Set([...rulesOn(k, technique).flatMap((rule) => rule.confirm ?? []), ...ofLimits, ...ofHelper])];
}
