// Keeping the pain from coming back: breaks, desk, schedules, exercise, sleep, stress, food and drink. One schema per section.

import * as v from 'valibot';
import { seedReading } from './claim.ts';
import { amount, evidence, finite, grade, id, ids, type Known, text, texts } from './shape.ts';

const seedClaims = v.array(seedReading);
const span = v.tuple([finite, finite]);

export const preventionSections = {
  breaks: v.strictObject({
    default: v.strictObject({
      promptEveryMinutes: amount,
      allowedRangeMinutes: span,
      breakSeconds: amount,
      activeBreakSecondsOptions: v.array(amount),
      longBreak: v.strictObject({ afterMinutes: amount, lengthMinutesMin: amount, lengthMinutesMax: amount }),
    }),
    logic: v.array(v.strictObject({ id, rule: text })),
    microBreakMenu: ids,
    eyeRest: text,
    evidence,
    seedClaims,
  }),
  sitStand: v.strictObject({
    rule: text,
    standMinutesPerHour: v.strictObject({ min: amount, max: amount }),
    maxContinuousStandMinutes: amount,
    progress: text,
    stopIf: texts,
    evidence,
    techniques: ids,
    addresses: ids,
    seedClaims,
  }),
  workstationChecklist: v.array(
    v.strictObject({
      id,
      label: text,
      measure: text,
      target: span,
      unit: text,
      tolerance: text,
      howToMeasure: text,
      why: text,
      evidenceGrade: grade,
      addresses: ids,
      techniques: ids,
      sources: ids,
    }),
  ),
  stretchingSchedules: v.strictObject({
    rules: texts,
    evidence,
    routines: v.array(
      v.strictObject({
        id,
        title: text,
        when: text,
        minutes: amount,
        techniques: ids,
        for: texts,
        alternatives: v.exactOptional(text),
        basis: v.exactOptional(text),
      }),
    ),
    seedClaims,
  }),
  exercise: v.strictObject({
    adults: v.strictObject({
      aerobicMinutesPerWeek: v.strictObject({ moderate: span, vigorous: span }),
      strengthDaysPerWeekMin: amount,
      limitSitting: text,
      evidence,
    }),
    older: v.strictObject({ balanceDaysPerWeekMin: amount, evidence }),
    neckShoulder: v.strictObject({
      protocol: v.strictObject({
        exercise: id,
        minutesPerDay: v.array(amount),
        daysPerWeek: amount,
        weeks: amount,
        intensity: text,
      }),
      evidence,
    }),
    lowBack: v.strictObject({
      protocol: v.strictObject({ technique: id, goal: text, start: text, education: text }),
      evidence,
    }),
    knotsDirect: evidence,
    flareRule: text,
    seedClaims,
  }),
  sleep: v.strictObject({
    routine: ids,
    positions: v.array(v.strictObject({ id, setup: text, evidence, for: texts })),
    mattress: v.strictObject({ text, evidence }),
    hours: text,
    evidence,
    seedClaims,
  }),
  stress: v.strictObject({
    items: ids,
    doses: v.strictObject({
      breathing: v.strictObject({ minutes: span, perDay: amount }),
      relaxation: v.strictObject({ minutes: span, perWeek: amount }),
      mindfulness: v.strictObject({ minutes: span, perWeek: amount, note: text }),
    }),
    evidence,
    stressCheck: v.strictObject({ question: text, note: text }),
    seedClaims,
  }),
  hydration: v.strictObject({
    reference: v.array(
      v.strictObject({
        group: id,
        totalLitresPerDay: v.exactOptional(amount),
        extraLitres: v.exactOptional(amount),
        source: id,
      }),
    ),
    note: text,
    /** By condition. */
    limits: v.record(id, text),
    evidence,
    seedClaims,
  }),
  nutrition: v.strictObject({
    items: v.array(
      v.strictObject({
        id,
        /** Reference intakes by group of people, as amounts in words. */
        rda: v.exactOptional(v.record(text, text)),
        adequateIntake: v.exactOptional(v.record(text, text)),
        upperLimit: v.exactOptional(text),
        foods: texts,
        evidence,
      }),
    ),
    caution: v.strictObject({ 'kidney-disease': text, supplements: text, interactions: text }),
    seedClaims,
  }),
  habitDesign: v.strictObject({ design: texts, evidence }),
  messages: v.strictObject({
    note: text,
    wordingLimits: texts,
    postureMessage: v.strictObject({ text, evidence }),
    liftingMessage: v.strictObject({ text, evidence }),
  }),
} as const;

export type PreventionSection = keyof typeof preventionSections;
export const PREVENTION_SECTIONS = Object.keys(preventionSections) as readonly PreventionSection[];

export type Prevention = { readonly [K in PreventionSection]: Known<(typeof preventionSections)[K]> };
