// What may be said in an event, one shape per type. Stored shapes: they change only by a new version and an upcast.
// Shapes are strict about what they understand and silent about the rest: fields of a newer app stay in the stored
// text (see log/entry.ts) and are left out of the value.

import { LEVELS, PAIN_QUALITIES } from '@unknot/engine/case';
import { HARM_KINDS } from '@unknot/engine/outcome';
import { OWN_DEEDS, OWN_TRAITS } from '@unknot/engine/plan';
import { FITS, SCHEDULE_KINDS } from '@unknot/engine/prevention';
import { FINISH_REASONS } from '@unknot/engine/session';
import * as v from 'valibot';
import { isStamp } from './stamp.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.maxLength(1000));
const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const nrs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Instants a Date can hold. */
const epochMs = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));

/** A day of the person's calendar. */
const calendarDay = v.pipe(v.string(), v.isoDate());
/** Against the person's own usual: less, as usual, more; sleep: worse, as usual, better. Null takes it back. */
const level = v.exactOptional(v.nullable(v.picklist([-1, 0, 1])));

const side = v.picklist(['left', 'right', 'midline']);
/** A plan item may be for both sides. */
const planSide = v.picklist(['left', 'right', 'both', 'midline']);
const yesNoUnsure = v.picklist(['yes', 'no', 'unsure']);
const facts = v.record(id, v.union([v.boolean(), v.picklist(['unsure', 'skipped']), v.pipe(v.number(), v.finite())]));
const conditions = v.record(id, v.union([v.boolean(), v.literal('unsure')]));
const painPlace = v.object({
  region: id,
  side,
  coverage: share,
  intensity: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  quality: v.exactOptional(v.picklist(PAIN_QUALITIES)),
});

/** Null takes an answer back: from then on it is unknown. */
const takenBack = <const T extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(schema: T) =>
  v.exactOptional(v.nullable(schema));

const profilePatch = v.object({
  ageYears: takenBack(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(130))),
  ageBand: takenBack(id),
  sex: takenBack(v.picklist(['female', 'male', 'other'])),
  /** Merged answer by answer; a condition set to null is unknown again. */
  conditions: v.exactOptional(v.record(id, v.nullable(v.union([v.boolean(), v.literal('unsure')])))),
  tools: takenBack(ids),
  places: takenBack(v.array(v.picklist(['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere']))),
  /** By where somebody is: what usually stands there and does not. */
  lacks: takenBack(v.record(id, ids)),
  minutes: takenBack(v.pipe(v.number(), v.minValue(1), v.maxValue(240))),
  /** Plans may give turns to what may turn out better. */
  explores: takenBack(v.boolean()),
  language: takenBack(words(35)),
  /** ISO 3166 country: chooses the emergency number. */
  region: takenBack(words(10)),
  theme: takenBack(v.picklist(['light', 'dark', 'system'])),
  /** One question at a time and one thing to do, everything else out of sight. */
  simple: takenBack(v.boolean()),
  voice: takenBack(
    v.object({
      spoken: v.boolean(),
      chimes: v.boolean(),
      vibration: v.boolean(),
      rate: v.exactOptional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2))),
      name: v.exactOptional(words(200)),
      /** Each exercise waits until the person says that they are in position. */
      waits: v.exactOptional(v.boolean()),
      /** Voice commands, understood on the device only. */
      hears: v.exactOptional(v.boolean()),
    }),
  ),
});

const rankedMuscle = v.object({
  muscle: id,
  side,
  probability: v.exactOptional(share),
  band: v.exactOptional(id),
});

/** The dose as it was clamped for this person. Null: does not apply. */
const plannedDose = v.looseObject({
  holdSeconds: v.exactOptional(v.nullable(seconds)),
  repetitions: v.exactOptional(v.nullable(v.number())),
  sets: v.exactOptional(v.nullable(v.number())),
  restSeconds: v.exactOptional(v.nullable(v.number())),
  intensityCap: v.exactOptional(v.nullable(v.number())),
  perSide: v.exactOptional(v.boolean()),
});

const planItem = v.object({
  technique: id,
  muscle: v.nullable(id),
  side: planSide,
  seconds,
  dose: v.exactOptional(plannedDose),
  phase: v.exactOptional(id),
  grade: v.exactOptional(id),
  because: v.exactOptional(ids),
  sources: v.exactOptional(ids),
});

const sessionItem = v.object({ technique: id, muscle: v.nullable(id), side: planSide, seconds });

/** A picture of an own exercise, made small before it is kept. */
const picture = v.pipe(
  v.string(),
  v.maxLength(200_000),
  v.regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/=]+$/),
);
const times = (most: number) => v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)));

/** An exercise that a professional gave, or a device of one's own; shape and meaning are `OwnItem` of engine/plan. */
const ownItem = v.object({
  id: v.pipe(id, v.startsWith('own-')),
  name: v.pipe(words(120), v.minLength(1)),
  deed: v.picklist(OWN_DEEDS),
  muscles: ids,
  traits: v.exactOptional(v.record(v.picklist(OWN_TRAITS), v.boolean())),
  tools: ids,
  places: v.array(v.picklist(['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'])),
  postures: v.array(v.picklist(['sitting', 'standing', 'lying', 'kneeling'])),
  dose: v.object({
    holdSeconds: times(3600),
    repetitions: times(200),
    sets: times(20),
    minutes: times(240),
    perSide: v.exactOptional(v.boolean()),
    perDay: times(24),
    perWeek: times(100),
    intensityCap: v.exactOptional(nrs),
  }),
  notWith: v.exactOptional(ids),
  knownTo: v.exactOptional(ids),
});

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7]);
const minutesLong = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240));
const hours = v.object({ from: minuteOfDay, to: minuteOfDay });

/** Weekdays are those of ISO 8601, 1 is Monday; one that is absent is a day off. */
const breakSettings = v.object({
  everyMinutes: minutesLong,
  breakSeconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(3600)),
  hours: v.object({
    1: v.exactOptional(hours),
    2: v.exactOptional(hours),
    3: v.exactOptional(hours),
    4: v.exactOptional(hours),
    5: v.exactOptional(hours),
    6: v.exactOptional(hours),
    7: v.exactOptional(hours),
  }),
  fixedTimes: v.pipe(v.array(minuteOfDay), v.maxLength(24)),
  sitStand: v.nullable(v.object({ standMinutes: minutesLong, startedOn: calendarDay })),
  water: v.boolean(),
});

/** `at` of a body is never needed: the envelope has it. */
export const bodies = {
  'profile.changed': v.object({ patch: profilePatch }),
  'check.finished': v.object({
    form: v.exactOptional(v.picklist(['full', 'short'])),
    facts,
    conditions,
    painted: v.pipe(v.array(painPlace), v.maxLength(1000)),
    level: v.picklist(LEVELS),
    because: ids,
    /** Rules that ask for kindness, not for closing (yellow flags). */
    support: ids,
    /** Edition of the rules that decided. */
    edition: words(100),
  }),
  /** Kept apart, and only if the person agreed (SAFETY.md §9). `checkId`: event id of the check; null: from the profile. */
  'check.sensitive': v.object({ checkId: v.nullable(id), facts, conditions }),
  'check.reopened': v.object({ because: id }),
  /** The person records that a clinician has looked at these rules. */
  'clearance.overridden': v.object({ rules: v.pipe(ids, v.minLength(1)), note: v.exactOptional(words(2000)) }),
  'drawing.saved': v.object({ drawingId: id, encoded: words(2_000_000) }),
  'finding.answered': v.object({
    test: id,
    muscle: v.exactOptional(v.nullable(id)),
    /** Null: the test was asked without a side. */
    side: v.nullable(v.picklist(['left', 'right'])),
    /** Null takes the answer back. */
    answer: v.nullable(yesNoUnsure),
  }),
  'ranking.shown': v.object({
    drawingId: v.exactOptional(v.nullable(id)),
    top: v.pipe(v.array(rankedMuscle), v.maxLength(100)),
    other: v.exactOptional(v.array(v.object({ hypothesis: id, probability: v.exactOptional(share) }))),
    nothingFits: v.exactOptional(v.boolean()),
  }),
  'plan.made': v.object({
    planId: id,
    request: v.object({
      minutes: v.exactOptional(v.number()),
      tools: v.exactOptional(ids),
      places: v.exactOptional(ids),
      targets: v.exactOptional(v.array(v.object({ muscle: id, side, share: v.exactOptional(share) }))),
    }),
    items: v.pipe(v.array(planItem), v.maxLength(100)),
    leftOut: v.exactOptional(v.array(v.object({ technique: id, because: v.array(v.looseObject({ kind: id })) }))),
    says: ids,
  }),
  'session.started': v.object({
    sessionId: id,
    planId: v.nullable(id),
    painBefore: nrs,
    items: v.pipe(v.array(sessionItem), v.maxLength(100)),
  }),
  'session.finished': v.object({
    sessionId: id,
    reason: v.picklist(FINISH_REASONS),
    itemsDone: whole,
    /** Which items these are: places in `items` of the start. Absent in older diaries: the first ones. */
    done: v.exactOptional(v.pipe(v.array(whole), v.maxLength(100))),
    secondsDone: seconds,
    painAfter: v.exactOptional(v.nullable(nrs)),
  }),
  'outcome.rated': v.object({ sessionId: id, when: v.picklist(['after', 'next-day']), pain: nrs }),
  'harm.reported': v.object({
    sessionId: v.exactOptional(v.nullable(id)),
    kind: v.picklist(HARM_KINDS),
    note: v.exactOptional(words(2000)),
  }),
  'technique.preferred': v.object({ technique: id, wish: v.picklist(['never', 'prefer', 'neutral']) }),
  /** The last word on each technique counts; `right` takes it back. */
  'technique.felt': v.object({ technique: id, felt: v.picklist(['too-hard', 'too-easy', 'right']) }),
  'own.kept': v.object({
    item: ownItem,
    /** How it is done, in the words of who gave it. */
    how: v.exactOptional(words(2000)),
    givenBy: v.exactOptional(words(120)),
    picture: v.exactOptional(picture),
  }),
  'own.dropped': v.object({ own: id }),
  /** A programme over weeks is worked out from what is told and what was done; this only says that one is followed. */
  'programme.begun': v.object({
    weeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(26)),
    minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(240)),
  }),
  'programme.ended': v.object({}),
  /** One small habit, tied to a moment of the day. Nothing counts its days. */
  'habit.begun': v.object({ habit: id, moment: words(200) }),
  'habit.ended': v.object({ habit: id, because: v.picklist(['kept', 'dropped']) }),
  /** One desk check; an item that was skipped is absent. `chosen`: the one change the person will try. */
  'desk.checked': v.object({
    answers: v.record(id, v.picklist(FITS)),
    chosen: v.nullable(id),
  }),
  /** The question how it went was seen and passed over: it is not asked again. */
  'outcome.passed': v.object({ sessionId: id, when: v.picklist(['next-day']) }),
  /** `before`: the night and the day before `day`. What is absent was not told. */
  'day.told': v.object({
    day: calendarDay,
    pain: v.exactOptional(v.nullable(nrs)),
    before: v.object({ sleep: level, sitting: level, stress: level, load: level, water: level }),
  }),
  /** Two techniques take turns; the order follows from `seed` (engine/learning). */
  'experiment.begun': v.object({ experimentId: id, a: id, b: id, seed: id }),
  'experiment.ended': v.object({ experimentId: id, because: v.picklist(['finished', 'stopped']) }),
  /** A short questionnaire of ours; answers in its own order, null: left open. `activities`: in the person's words. */
  'questionnaire.answered': v.object({
    questionnaire: id,
    answers: v.pipe(
      v.array(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-10), v.maxValue(10)))),
      v.maxLength(20),
    ),
    activities: v.exactOptional(v.pipe(v.array(words(200)), v.maxLength(3))),
  }),
  /** How breaks come, and how they make themselves known. The last word counts. */
  'breaks.set': v.object({
    settings: breakSettings,
    ways: v.object({ notify: v.boolean(), spoken: v.boolean(), fullScreen: v.boolean() }),
  }),
  /** What a day at this device added up to, told once it is over; a later telling of the same day replaces it. */
  'breaks.counted': v.object({
    day: calendarDay,
    offered: whole,
    taken: whole,
    skipped: whole,
    /** Offered, and nobody answered. */
    passed: whole,
    /** Times away that were breaks by themselves. */
    pauses: whole,
    seatedMs: whole,
    longestMs: whole,
    standMs: whole,
  }),
  'schedule.set': v.object({
    entries: v.pipe(
      v.array(
        v.object({
          id,
          kind: v.picklist(SCHEDULE_KINDS),
          days: v.pipe(v.array(weekday), v.minLength(1), v.maxLength(7)),
          at: v.pipe(minuteOfDay, v.maxValue(1439)),
          minutes: minutesLong,
          /** How long before the calendar reminds; null: it stays quiet. */
          remindMinutes: v.nullable(minuteOfDay),
        }),
      ),
      v.maxLength(50),
    ),
  }),
} as const;

export const envelope = v.object({
  id,
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  type: id,
  at: epochMs,
  hlc: v.pipe(v.string(), v.check(isStamp, 'is not a stamp')),
  device: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/)),
  editions: v.object({ atlas: words(100), knowledge: words(100) }),
  body: v.unknown(),
});
