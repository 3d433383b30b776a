// A diary as it is told to somebody else: everything in words, with the days and hours of the person's own clock. What
// is written for a spreadsheet and for a clinic's system is written from this value alone, so that what is not in it
// cannot leave. Answers to the safety questions and about health are not in it. See RULES.md, REP-08 to REP-12.

import type { MuscleId, RegionId, Side } from '@unknot/atlas/frame';
import type { IdentifyKnowledge, LibraryKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import type { EpochMs, PainQuality, TechniqueId } from '../case/index.ts';
import type { Factor, Level } from '../learning/index.ts';
import type { HarmKind, Nrs } from '../outcome/index.ts';
import type { FinishReason } from '../session/index.ts';

/** `2026-01-05T09:00:00+01:00`: the person's own clock, and how far it was from UTC. */
export type LocalTime = string;
/** `2026-01-05` */
export type LocalDay = string;

/** At least one of `from` and `to` is known. */
export interface ToldSession {
  readonly sessionId: string;
  readonly from: LocalTime | null;
  readonly to: LocalTime | null;
  /** Lived, not planned; one decimal. */
  readonly minutes: number;
  /** Null: the end was never told. */
  readonly ended: FinishReason | null;
  /** Done to their end (REP-02). */
  readonly techniques: readonly string[];
  /** With their side. */
  readonly muscles: readonly string[];
  readonly painBefore: Nrs | null;
  readonly painAfter: Nrs | null;
  readonly painNextDay: Nrs | null;
}

export interface ToldPlace {
  readonly place: string;
  readonly side: Side;
  /** Share of the region that is painted, whole percent, at least 1. */
  readonly percent: number;
}

export interface ToldPain extends ToldPlace {
  /** Mean over the painted cells, NRS with one decimal. */
  readonly intensity?: number;
  readonly quality?: PainQuality;
}

/** Null: it cannot be read here. */
export interface ToldDrawing {
  readonly at: LocalTime;
  readonly pain: readonly ToldPain[] | null;
  readonly knots: readonly ToldPlace[] | null;
}

/** A day of the calendar with anything told: its check-in, and what sessions and desk added up to. */
export interface ToldDay {
  readonly day: LocalDay;
  /** Told at the check-in. */
  readonly pain: Nrs | null;
  /** The night and the day before, against the person's own usual. Absent: not told. */
  readonly before: Readonly<Partial<Record<Factor, string>>>;
  readonly sessions: number;
  readonly minutes: number;
  /** All devices together; null: none was counted. */
  readonly desk: {
    readonly breaksTaken: number;
    readonly breaksOffered: number;
    readonly minutesSeated: number;
    readonly minutesStanding: number;
  } | null;
}

export interface ToldReaction {
  readonly at: LocalTime;
  readonly kind: HarmKind;
  readonly note: string;
  readonly sessionId: string | null;
}

export interface ToldQuestionnaire {
  readonly at: LocalTime;
  readonly name: string;
  /** Null: left open. */
  readonly answers: readonly { readonly question: string; readonly answer: number | null }[];
}

/** Each list oldest first. */
export interface DiaryTold {
  readonly days: readonly ToldDay[];
  readonly sessions: readonly ToldSession[];
  readonly drawings: readonly ToldDrawing[];
  readonly reactions: readonly ToldReaction[];
  readonly questionnaires: readonly ToldQuestionnaire[];
}

/** What things are called; what the knowledge does not know keeps its id. */
export interface DiaryWords {
  readonly muscle: (id: MuscleId) => string;
  readonly region: (id: RegionId) => string;
  readonly technique: (id: TechniqueId) => string;
  readonly questionnaire: (id: string) => { readonly name: string; readonly questions: readonly string[] };
}

export function diaryWords(
  { muscles, regions }: Pick<IdentifyKnowledge, 'muscles' | 'regions'>,
  { techniques }: Pick<PlanKnowledge, 'techniques'>,
  { outcomes }: Pick<LibraryKnowledge, 'outcomes'>,
): DiaryWords {
  return {
    muscle: (id) => muscles.find((muscle) => muscle.id === id)?.name ?? id,
    region: (id) => regions.find((region) => region.id === id)?.name ?? id,
    technique: (id) => techniques.find((technique) => technique.id === id)?.plainName ?? id,
    questionnaire: (id) => {
      const measure = outcomes.measures.find((each) => each.id === id);
      const { question, questions = question ? [question] : [] } = measure?.ownWording ?? {};
      return { name: measure?.name ?? id, questions };
    },
  };
}

/** How a level of the check-in is said. */
export const levelWord = (factor: Factor, level: Level): string =>
  level === 0 ? 'as usual' : factor === 'sleep' ? (level < 0 ? 'worse' : 'better') : level < 0 ? 'less' : 'more';

/**
 * @param at             within the years 1 to 9999
 * @param offsetMinutes  local time minus UTC at that instant
 */
export function localTime(at: EpochMs, offsetMinutes: number): LocalTime {
  const offset = Math.abs(offsetMinutes);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const zone = `${offsetMinutes < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
  return new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 19) + zone;
}
