// What a player shows of a session at one moment. Asking changes nothing, so a screen may ask at every frame.

import type { PauseReason } from './cue.ts';
import { settle } from './machine.ts';
import type { ItemSide, StepKind } from './script.ts';
import type { Moment, SessionOutcome, SessionState } from './state.ts';

export interface SessionView {
  readonly itemIndex: number;
  readonly stepIndex: number;
  readonly kind: StepKind;
  readonly side: ItemSide;
  readonly set: number;
  readonly rep: number;
  readonly confirm: string | null;
  /** Null: the step waits for the person. */
  readonly remainingMs: number | null;
  /** Share of the step that is lived, 0–1. */
  readonly progress: number;
  readonly paused: PauseReason | null;
  /** The clock of the step runs; warmth runs on while the session is paused. */
  readonly running: boolean;
  readonly asking: boolean;
  readonly stopOffered: boolean;
  readonly next: { readonly kind: StepKind; readonly itemIndex: number; readonly side: ItemSide } | null;
  /** Index of the item after this one; null: this is the last. */
  readonly nextItem: number | null;
  readonly totalRemainingMs: number;
  /** Null while it goes on. */
  readonly outcome: SessionOutcome | null;
}

export function viewOf(state: SessionState, now: Moment): SessionView {
  const settled = settle(state, now).state;
  const { script, stepIndex, elapsedMs, paused, asking, stopOffered, outcome } = settled;
  const step = script.steps[stepIndex];
  if (!step) throw new Error(`step must be one of ${script.steps.length}, got ${stepIndex}`);
  const length = step.seconds === null ? null : step.seconds * 1000;
  const remainingMs = length === null ? null : length - elapsedMs;
  const later = script.steps.slice(stepIndex + 1).reduce((sum, one) => sum + (one.seconds ?? 0) * 1000, 0);
  const next = script.steps[stepIndex + 1];
  return {
    itemIndex: step.itemIndex,
    stepIndex,
    kind: step.kind,
    side: step.side,
    set: step.set,
    rep: step.rep,
    confirm: step.confirm ?? null,
    remainingMs,
    progress: length ? elapsedMs / length : 0,
    paused,
    running: !outcome && length !== null && (paused === null || step.kind === 'passive'),
    asking,
    stopOffered,
    next: next ? { kind: next.kind, itemIndex: next.itemIndex, side: next.side } : null,
    nextItem: step.itemIndex + 1 < script.items.length ? step.itemIndex + 1 : null,
    totalRemainingMs: outcome ? 0 : (remainingMs ?? 0) + later,
    outcome,
  };
}
