// The summary for a clinician, as numbers: what was done, how often, at what dose, and how the pain went. It measures; it
// does not judge and does not diagnose. See RULES.md, REP-01 to REP-07.

import type { MuscleId, Side } from '@unknot/atlas/frame';
import type { EpochMs, TechniqueId } from '../case/index.ts';
import { type Change, change, type HarmKind, type Nrs } from '../outcome/index.ts';

export {
  type DiaryTold,
  type DiaryWords,
  diaryWords,
  type LocalDay,
  type LocalTime,
  levelWord,
  localTime,
  type ToldDay,
  type ToldDrawing,
  type ToldPlace,
  type ToldQuestionnaire,
  type ToldReaction,
  type ToldSession,
} from './diary.ts';
export { type BundleMaking, diaryFhir, type FhirBundle, type FhirResource } from './fhir.ts';
export { rulesTold } from './told.ts';

/** A dose as it was planned. Null or absent: does not apply. */
export interface PracticeDose {
  readonly holdSeconds?: number | null | undefined;
  readonly repetitions?: number | null | undefined;
  readonly sets?: number | null | undefined;
  readonly intensityCap?: number | null | undefined;
}

/** One item of a session as it was planned. */
export interface ReportItem {
  readonly technique: TechniqueId;
  readonly muscle: MuscleId | null;
  readonly side: Side | 'both';
  readonly seconds: number;
  /** The dose as planned; absent when the diary does not know it. */
  readonly dose?: PracticeDose;
}

export interface ReportSession {
  readonly startedAt: EpochMs;
  readonly items: readonly ReportItem[];
  /** Items lived to their end, from the first. */
  readonly itemsDone: number;
  readonly secondsDone: number;
  readonly painBefore: Nrs | null;
  readonly painAfter: Nrs | null;
  readonly painNextDay: Nrs | null;
}

export interface ReportInput {
  readonly now: EpochMs;
  /** Only what began at or after this counts; null: everything. */
  readonly since: EpochMs | null;
  /** Oldest first. */
  readonly sessions: readonly ReportSession[];
  readonly harms: readonly { readonly at: EpochMs; readonly kind: HarmKind }[];
}

/** One technique on one muscle and side. */
export interface Practice {
  readonly technique: TechniqueId;
  readonly muscle: MuscleId | null;
  readonly side: Side | 'both';
  /** Sessions in which it was done to its end. */
  readonly times: number;
  readonly lastAt: EpochMs;
  /** As planned the last time. */
  readonly dose: PracticeDose | null;
  /** Pain after minus before of those sessions, one number a session, oldest first. Other items were done in them too. */
  readonly changes: readonly number[];
}

export interface ReportWeek {
  /** Whole weeks since the first session, from 0. */
  readonly week: number;
  readonly sessions: number;
  readonly seconds: number;
  /** Lower median of the pain before sessions, NRS; null when nothing was told. */
  readonly before: Nrs | null;
  readonly after: Nrs | null;
}

export interface Report {
  /** First and last session; null when there is none. */
  readonly span: { readonly from: EpochMs; readonly to: EpochMs } | null;
  readonly sessions: number;
  /** Seconds lived, not planned. */
  readonly seconds: number;
  /** Most often done first. */
  readonly practice: readonly Practice[];
  /** Weeks without a session are there, with nothing in them. */
  readonly weeks: readonly ReportWeek[];
  /** Pain before sessions, latest told week against the first; needs two weeks with two told sessions each. */
  readonly overall: Change;
  /** Share of sessions whose next day was told; null without a session. */
  readonly nextDayTold: number | null;
  readonly harms: readonly { readonly kind: HarmKind; readonly times: number; readonly lastAt: EpochMs }[];
}

const WEEK = 7 * 86_400_000;
/** Fewer told sessions in a week say nothing about it. Own setting, as in OUT-09. */
const ENOUGH_IN_WEEK = 2;

/** Adds up a diary. Sessions and harms after `now` are left out: a clock that ran ahead is no future. */
export function report({ now, since, sessions, harms }: ReportInput): Report {
  const counts = (at: EpochMs) => at <= now && (since === null || at >= since);
  const told = sessions.filter(({ startedAt }) => counts(startedAt));
  const first = told[0];
  const last = told.at(-1);
  const weeks = first && last ? weeksOf(told, first.startedAt, last.startedAt) : [];
  return {
    span: first && last ? { from: first.startedAt, to: last.startedAt } : null,
    sessions: told.length,
    seconds: told.reduce((sum, { secondsDone }) => sum + secondsDone, 0),
    practice: practiceOf(told),
    weeks,
    overall: overallOf(told, weeks),
    nextDayTold: told.length === 0 ? null : told.filter(({ painNextDay }) => painNextDay !== null).length / told.length,
    harms: harmsOf(harms.filter(({ at }) => counts(at))),
  };
}

const weekOf = (at: EpochMs, from: EpochMs) => Math.floor((at - from) / WEEK);

function weeksOf(told: readonly ReportSession[], from: EpochMs, to: EpochMs): ReportWeek[] {
  return Array.from({ length: weekOf(to, from) + 1 }, (_, week) => {
    const own = told.filter(({ startedAt }) => weekOf(startedAt, from) === week);
    return {
      week,
      sessions: own.length,
      seconds: own.reduce((sum, { secondsDone }) => sum + secondsDone, 0),
      before: lowerMedian(own.map(({ painBefore }) => painBefore)),
      after: lowerMedian(own.filter(({ itemsDone }) => itemsDone > 0).map(({ painAfter }) => painAfter)),
    };
  });
}

function lowerMedian(values: readonly (Nrs | null)[]): Nrs | null {
  const told = values.filter((value) => value !== null).sort((a, b) => a - b);
  return told[Math.floor((told.length - 1) / 2)] ?? null;
}

function overallOf(told: readonly ReportSession[], weeks: readonly ReportWeek[]): Change {
  const [from] = told;
  if (!from) return change(null, null, 'week');
  const enough = weeks.filter(
    ({ week }) =>
      told.filter((each) => weekOf(each.startedAt, from.startedAt) === week && each.painBefore !== null).length >=
      ENOUGH_IN_WEEK,
  );
  const first = enough[0];
  const last = enough.at(-1);
  return first && last && first !== last ? change(first.before, last.before, 'week') : change(null, null, 'week');
}

function practiceOf(told: readonly ReportSession[]): Practice[] {
  const found = new Map<string, Practice>();
  for (const session of told) {
    const { painBefore, painAfter } = session;
    const changed = painBefore !== null && painAfter !== null ? [painAfter - painBefore] : [];
    const done = new Map(session.items.slice(0, session.itemsDone).map((item) => [keyOf(item), item]));
    for (const [key, item] of done) {
      const before = found.get(key);
      found.set(key, {
        technique: item.technique,
        muscle: item.muscle,
        side: item.side,
        times: (before?.times ?? 0) + 1,
        lastAt: session.startedAt,
        dose: item.dose ?? before?.dose ?? null,
        changes: [...(before?.changes ?? []), ...changed],
      });
    }
  }
  return [...found.entries()]
    .sort(([a, one], [b, other]) => other.times - one.times || (a < b ? -1 : 1))
    .map(([, practice]) => practice);
}

const keyOf = ({ technique, muscle, side }: ReportItem) => `${technique} ${muscle ?? ''} ${side}`;

function harmsOf(harms: ReportInput['harms']): Report['harms'] {
  const found = new Map<HarmKind, { kind: HarmKind; times: number; lastAt: EpochMs }>();
  for (const { kind, at } of harms) {
    const before = found.get(kind);
    found.set(kind, { kind, times: (before?.times ?? 0) + 1, lastAt: Math.max(before?.lastAt ?? at, at) });
  }
  return [...found.values()].sort((a, b) => b.times - a.times || (a.kind < b.kind ? -1 : 1));
}
