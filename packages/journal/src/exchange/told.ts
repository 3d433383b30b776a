// The diary in words, for a spreadsheet or a clinic's system: what of the state is told to somebody else at all. The
// safety questions, answers about health and the muscles that may be behind it are left out; the JSON file has them.

import { decodeDrawing, fieldOf, knotsOf, placesOf } from '@unknot/atlas/drawing';
import type { BodyMap } from '@unknot/atlas/region';
import type { EpochMs } from '@unknot/engine/case';
import {
  type DiaryTold,
  type DiaryWords,
  type LocalTime,
  levelWord,
  localTime,
  type ToldDay,
  type ToldDrawing,
  type ToldPlace,
  type ToldSession,
} from '@unknot/engine/report';
import type { AppState, DrawingRecord, SessionRecord } from '../project/index.ts';

export interface Telling {
  readonly words: DiaryWords;
  readonly body: BodyMap;
  /** Local time minus UTC at an instant, minutes. */
  readonly offsetAt: (at: EpochMs) => number;
}

/** What has no time of this era, or a day that is in no calendar, is left out: no clock of a person told it. */
export function diaryTold(state: AppState, telling: Telling): DiaryTold {
  const steps = tellingDiary(state, telling);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `diaryTold`, drawing by drawing: measuring years of them takes seconds, and who must not be held up may rest. */
export function* tellingDiary(state: AppState, { words, body, offsetAt }: Telling): Generator<void, DiaryTold> {
  const local = (at: EpochMs) => localTime(at, offsetAt(at));
  const own = new Map(state.own.map(({ item }) => [item.id, item.name]));
  const technique = (id: string) => own.get(id) ?? words.technique(id);
  const sessions = inTime(state.sessions, startOf).map((session) =>
    sessionTold(session, local, { ...words, technique }),
  );
  const drawings: ToldDrawing[] = [];
  for (const drawing of inTime(state.drawings, ({ savedAt }) => savedAt)) {
    yield;
    drawings.push(drawingTold(drawing, local, words, body));
  }
  return {
    days: daysTold(state, sessions),
    sessions,
    drawings,
    reactions: inTime(state.harms, ({ at }) => at).map(({ at, kind, note = '', sessionId }) => ({
      at: local(at),
      kind,
      note,
      sessionId,
    })),
    questionnaires: inTime(state.questionnaires, ({ at }) => at).map(
      ({ at, questionnaire, answers, activities = [] }) => {
        const { name, questions } = words.questionnaire(questionnaire);
        const asked = (i: number) => activities[i] || questions[i] || String(i + 1);
        return { at: local(at), name, answers: answers.map((answer, i) => ({ question: asked(i), answer })) };
      },
    ),
  };
}

/** 1970 to 9998, so that the day after is a year of four digits everywhere. */
const isThisEra = (at: EpochMs): boolean => at >= 0 && at < Date.UTC(9999, 0);

function inTime<T>(all: readonly T[], at: (one: T) => EpochMs | null): T[] {
  const dated = all.flatMap((one) => {
    const when = at(one);
    return when !== null && isThisEra(when) ? [{ one, when }] : [];
  });
  return dated.sort((a, b) => a.when - b.when).map(({ one }) => one);
}

const startOf = ({ startedAt, finishedAt }: SessionRecord): EpochMs | null => startedAt ?? finishedAt;

function sessionTold(session: SessionRecord, local: (at: EpochMs) => LocalTime, words: DiaryWords): ToldSession {
  const { sessionId, startedAt, finishedAt, secondsDone, reason, painBefore, painAfter, painNextDay } = session;
  const done = session.items.slice(0, session.itemsDone);
  const muscles = done.flatMap(({ muscle, side }) => (muscle === null ? [] : [sided(words.muscle(muscle), side)]));
  return {
    sessionId,
    from: startedAt === null ? null : local(startedAt),
    to: finishedAt === null || !isThisEra(finishedAt) ? null : local(finishedAt),
    minutes: tenths(secondsDone / 60),
    ended: reason,
    techniques: [...new Set(done.map(({ technique }) => words.technique(technique)))],
    muscles: [...new Set(muscles)],
    painBefore,
    painAfter,
    painNextDay,
  };
}

const sided = (name: string, side: 'left' | 'right' | 'both' | 'midline'): string =>
  side === 'midline' ? name : side === 'both' ? `${name}, both sides` : `${name}, ${side}`;

function drawingTold(
  { savedAt, encoded }: DrawingRecord,
  local: (at: EpochMs) => LocalTime,
  { region: name }: DiaryWords,
  body: BodyMap,
): ToldDrawing {
  const at = local(savedAt);
  const decoded = decodeDrawing(encoded);
  if (decoded.kind !== 'ok') return { at, pain: null, knots: null };
  const field = fieldOf(decoded.drawing, body);
  const placed = ({ region, side, coverage }: { region: string; side: ToldPlace['side']; coverage: number }) => ({
    place: name(region),
    side,
    percent: Math.max(1, Math.round(coverage * 100)),
  });
  return {
    at,
    pain: placesOf(field).map((place) => ({
      ...placed(place),
      ...(place.intensity === undefined ? {} : { intensity: place.intensity }),
      ...(place.quality === undefined ? {} : { quality: place.quality }),
    })),
    knots: knotsOf(field).map(placed),
  };
}

function daysTold({ days, breakDays }: AppState, sessions: readonly ToldSession[]): ToldDay[] {
  const told = new Map<string, ToldDay>();
  const add = (day: string, more: (known: ToldDay) => Partial<ToldDay>): void => {
    if (!isDay(day)) return;
    const known = told.get(day) ?? { day, pain: null, before: {}, sessions: 0, minutes: 0, desk: null };
    told.set(day, { ...known, ...more(known) });
  };
  for (const { day, pain, before } of days) {
    const levels = (Object.keys(before) as (keyof typeof before)[]).map((factor) => {
      const level = before[factor];
      return level === undefined ? [] : [factor, levelWord(factor, level)];
    });
    const said = Object.fromEntries(levels.filter(({ length }) => length > 0));
    if (pain !== null || levels.length > 0) add(day, () => ({ pain, before: said }));
  }
  for (const { from, to, minutes } of sessions)
    add((from ?? to ?? '').slice(0, 10), (known) => ({
      sessions: known.sessions + 1,
      minutes: tenths(known.minutes + minutes),
    }));
  for (const { day, taken, offered, seatedMs, standMs } of breakDays)
    add(day, ({ desk }) => ({
      desk: {
        breaksTaken: (desk?.breaksTaken ?? 0) + taken,
        breaksOffered: (desk?.breaksOffered ?? 0) + offered,
        minutesSeated: (desk?.minutesSeated ?? 0) + Math.round(seatedMs / 60_000),
        minutesStanding: (desk?.minutesStanding ?? 0) + Math.round(standMs / 60_000),
      },
    }));
  return [...told.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The journal checks the shape of a day; this one is in the calendar, too. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(at) && isThisEra(at) && new Date(at).toISOString().startsWith(day);
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
