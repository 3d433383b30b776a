// Where a session stands. Everything in it can be written down and read again; nothing in it ticks.

import type { EpochMs } from '../case/index.ts';
import type { PauseReason } from './cue.ts';
import type { FinishReason } from './reason.ts';
import type { SessionScript } from './script.ts';

/**
 * A reading of both clocks. Within one life of the page the monotonic one counts, since nobody can set it; across a reload
 * only the wall clock goes on.
 */
export interface Moment {
  /** Wall clock. */
  readonly epoch: EpochMs;
  /** Monotonic clock of this page, milliseconds from any beginning. */
  readonly mono: number;
  /** Names this life of the page; another one after every reload. */
  readonly lifeId: string;
}

export interface SessionOutcome {
  readonly reason: FinishReason;
  /** The check has to be answered again before anything else is offered. */
  readonly openCheck: boolean;
  /** Items whose last step was lived to its end. */
  readonly itemsDone: number;
  /** Which items these are: places in the plan, ascending. */
  readonly done: readonly number[];
  /** Seconds of work that were lived, pauses not counted. */
  readonly secondsDone: number;
  /** NRS 0–10 at the end; null: not said. */
  readonly painAfter: number | null;
}

export interface SessionState {
  readonly script: SessionScript;
  /** Pain at the start, NRS 0–10. */
  readonly painNow: number;
  readonly stepIndex: number;
  /** Where in this step the person came in; 0 but for warmth, cold or a device that was left and come back to. */
  readonly enteredMs: number;
  /** Time lived in this step up to `since`. */
  readonly elapsedMs: number;
  readonly since: Moment;
  /** How many cues of this step were given. */
  readonly cuesGiven: number;
  /** Null: the clock runs, or the step waits for the person. */
  readonly paused: PauseReason | null;
  /** The ceiling question was asked and not answered. */
  readonly asking: boolean;
  /** Answers above the cap so far. */
  readonly timesAbove: number;
  readonly stopOffered: boolean;
  /** Confirmations given, as `itemIndex:code`. */
  readonly confirmed: readonly string[];
  /** Time already lived in warmth, cold or device steps, by step: it is never given a second time. */
  readonly spentMs: Readonly<Record<number, number>>;
  readonly itemsDone: readonly number[];
  readonly workMs: number;
  readonly painAfter: number | null;
  readonly outcome: SessionOutcome | null;
}
