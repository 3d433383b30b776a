// What the events add up to: the state of the app, as values. Lists are oldest first.

import type {
  ConditionAnswer,
  ConditionId,
  Conditions,
  EpochMs,
  Facts,
  Findings,
  Level,
  PainPlace,
  PlaceId,
  RuleId,
  TechniqueId,
} from '@unknot/engine/case';
import type { Experiment, Factor, Level as FactorLevel } from '@unknot/engine/learning';
import type { HarmKind } from '@unknot/engine/outcome';
import type { FinishReason } from '@unknot/engine/session';
import type { BodyOf, ProfilePatch, Stamp } from '../event/index.ts';

type Said<K extends keyof ProfilePatch> = NonNullable<ProfilePatch[K]>;

/** Absent: never said, or taken back. */
export interface Profile {
  readonly ageYears?: number;
  readonly ageBand?: string;
  readonly sex?: Said<'sex'>;
  readonly conditions: Conditions;
  readonly tools?: readonly string[];
  readonly places?: readonly PlaceId[];
  /** By where somebody is: what usually stands there and does not. */
  readonly lacks?: Said<'lacks'>;
  readonly minutes?: number;
  /** Plans may give turns to what may turn out better. */
  readonly explores?: boolean;
  readonly language?: string;
  /** ISO 3166 country, for the emergency number. */
  readonly region?: string;
  readonly theme?: Said<'theme'>;
  readonly simple?: Said<'simple'>;
  readonly voice?: Said<'voice'>;
}

/** A finished check. `imported`: it came from a file and must be asked again before it counts. */
export interface CheckRecord {
  readonly id: string;
  readonly at: EpochMs;
  readonly form: 'full' | 'short';
  readonly facts: Facts;
  readonly conditions: Conditions;
  readonly painted: readonly PainPlace[];
  readonly level: Level;
  readonly because: readonly RuleId[];
  readonly support: readonly RuleId[];
  readonly edition: string;
  readonly imported: boolean;
}

export interface Reopening {
  readonly at: EpochMs;
  /** Code: what was told to `check.reopened`, or `stopped-<reason>`, `harm-<kind>`. */
  readonly because: string;
}

export interface Override {
  readonly at: EpochMs;
  readonly rules: readonly RuleId[];
  readonly note?: string;
  /** A clearance from a file is shown, never counted. */
  readonly imported: boolean;
}

/** One drawing with its latest save. */
export interface DrawingRecord {
  readonly drawingId: string;
  readonly startedAt: EpochMs;
  readonly savedAt: EpochMs;
  readonly encoded: string;
}

/** What the person saw of a drawing. `imported`: it came from a file, and the drawing has not been read here. */
export interface RankingRecord extends BodyOf<'ranking.shown'> {
  readonly at: EpochMs;
  readonly imported: boolean;
}

export interface PlanRecord extends BodyOf<'plan.made'> {
  readonly at: EpochMs;
}

export interface SessionRecord {
  readonly sessionId: string;
  readonly planId: string | null;
  /** Null: the start was told elsewhere or cannot be read. */
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  readonly reason: FinishReason | null;
  /** What was done to its end comes first. */
  readonly items: BodyOf<'session.started'>['items'];
  readonly itemsDone: number;
  readonly secondsDone: number;
  /** NRS 0–10; null: not said. */
  readonly painBefore: number | null;
  /** Told at its end or soon after (OUT-17). */
  readonly painAfter: number | null;
  readonly painNextDay: number | null;
  /** Only a file tells that it was done, and a file may be somebody else's: no experience of this person. */
  readonly imported: boolean;
}

export interface HarmRecord {
  readonly id: string;
  readonly at: EpochMs;
  readonly kind: HarmKind;
  readonly sessionId: string | null;
  readonly note?: string;
}

/** An own exercise or device. `imported`: from a file. */
export interface OwnRecord extends BodyOf<'own.kept'> {
  readonly imported: boolean;
}

/** What was told about a day of the calendar, `YYYY-MM-DD`, and the night and day before it. Absent: not told. */
export interface DayRecord {
  readonly day: string;
  /** NRS 0–10; null: not told. */
  readonly pain: number | null;
  readonly before: Readonly<Partial<Record<Factor, FactorLevel>>>;
}

export interface ExperimentRecord extends Experiment {
  /** Null while it runs. */
  readonly because: 'finished' | 'stopped' | null;
}

export interface QuestionnaireRecord extends BodyOf<'questionnaire.answered'> {
  readonly at: EpochMs;
}

/** What one day at one device added up to. */
export interface BreakDayRecord extends BodyOf<'breaks.counted'> {
  readonly device: string;
}

export interface DeskCheckRecord extends BodyOf<'desk.checked'> {
  readonly at: EpochMs;
}

/** One line of the history screen. `ref`: id of the check, drawing, plan, session or harm. */
export interface TimelineEntry {
  readonly at: EpochMs;
  readonly kind: 'check' | 'reopened' | 'cleared' | 'drawing' | 'plan' | 'session' | 'harm';
  readonly ref: string;
}

export interface AppState {
  readonly profile: Profile;
  /** When each condition was last answered on this device. Absent: never, or the answer was taken back. */
  readonly conditionsAt: Readonly<Record<ConditionId, EpochMs>>;
  /** The latest check; null: none. It stands only if it is not imported and `reopened` is null. */
  readonly check: CheckRecord | null;
  readonly checks: readonly CheckRecord[];
  /** What closed the latest check again; null: nothing did. */
  readonly reopened: Reopening | null;
  readonly overrides: readonly Override[];
  readonly drawings: readonly DrawingRecord[];
  /** The drawing saved last. */
  readonly drawing: DrawingRecord | null;
  /** Answers to self-tests since the current drawing was begun. */
  readonly findings: Findings;
  readonly ranking: RankingRecord | null;
  readonly plans: readonly PlanRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly harms: readonly HarmRecord[];
  readonly preferences: Readonly<Record<TechniqueId, 'never' | 'prefer'>>;
  readonly felt: Readonly<Record<TechniqueId, 'too-hard' | 'too-easy'>>;
  /** Own exercises and devices that are still kept, oldest first. */
  readonly own: readonly OwnRecord[];
  /** The small habit being tried; null: none. */
  readonly habit: { readonly habit: string; readonly moment: string; readonly begunAt: EpochMs } | null;
  /** Habits the person keeps without the app asking. */
  readonly keptHabits: readonly string[];
  /** Oldest first. */
  readonly deskChecks: readonly DeskCheckRecord[];
  /** The programme that is followed; null: none. */
  readonly programme: { readonly begunAt: EpochMs; readonly weeks: number; readonly minutes: number } | null;
  /** Sessions whose question about the next day was passed over. */
  readonly passed: readonly string[];
  /** Earliest day first. */
  readonly days: readonly DayRecord[];
  /** Oldest first; at most one runs. */
  readonly experiments: readonly ExperimentRecord[];
  readonly questionnaires: readonly QuestionnaireRecord[];
  /** How breaks come; null: never set. */
  readonly breaks: BodyOf<'breaks.set'> | null;
  /** Oldest telling first; one for each day and device. */
  readonly breakDays: readonly BreakDayRecord[];
  readonly schedule: BodyOf<'schedule.set'>['entries'];
  readonly timeline: readonly TimelineEntry[];
  /** Latest stamp heard, from any device: the `hlc` of the next event builds on it. Null: empty journal. */
  readonly clock: Stamp | null;
  /**
   * Latest time told on this device since its last check. Whoever asks how old the check is asks at the later of this
   * and the wall clock, so a clock set back makes no check young again. A new check starts it afresh, so a clock that
   * once ran ahead does not make every later check look old.
   */
  readonly seenUntil: EpochMs;
}

/** What one side (this device, or a file) said about the person; null: taken back. */
export interface Layer {
  fields: Readonly<Record<string, unknown>>;
  readonly conditions: Map<ConditionId, ConditionAnswer | null>;
}
