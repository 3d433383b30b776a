// The session machine: a state, something that happens, the next state and what to say. See RULES.md, SES-09 to SES-20.
//
// Every call first lets the time pass since the last one (`settle`), then hears the input. Ticks carry no time: two or two
// thousand of them end at the same second.

import type { EpochMs, NonEmpty } from '../case/index.ts';
import { type Cue, type CueSaid, capOf, cuesOf, isTakenOff, type PauseReason, signal, stepAt } from './cue.ts';
import { type FinishReason, opensCheck, type StopReason } from './reason.ts';
import { isWork, type SessionScript } from './script.ts';
import type { Moment, SessionState } from './state.ts';

export type SessionInput =
  | { readonly kind: 'tick' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** To the next step; from a confirmation past its item. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'skip-item' }
  /** To the beginning of the step, or to the step before when it has hardly begun. */
  | { readonly kind: 'back' }
  | { readonly kind: 'restart-step' }
  | { readonly kind: 'pain'; readonly answer: number | 'above' | 'fine' }
  | { readonly kind: 'confirm'; readonly code: string }
  /** Stop now, the reason comes later or never. SES-21. */
  | { readonly kind: 'halt' }
  | { readonly kind: 'stop'; readonly reason: StopReason }
  /** `hidden`: the page cannot be seen, which is how people lie on a ball; the session goes on. `call`: it waits. */
  | { readonly kind: 'interrupted'; readonly by: 'hidden' | 'call' }
  | { readonly kind: 'returned' };

/** Leave to begin: the check was answered, and stands until then. */
export interface Clearance {
  readonly until: EpochMs;
}

export type StartProblem = 'no-steps' | 'pain-not-said' | 'not-confirmed' | 'check-missing' | 'check-too-old';

export type Begun =
  | { readonly kind: 'begun'; readonly state: SessionState; readonly cues: readonly Cue[] }
  | { readonly kind: 'refused'; readonly because: NonEmpty<StartProblem> };

/** A gap between two calls longer than this means that nobody watched. Own setting. */
const AWAY_MS = 15_000;
/** A session is taken up again within this time. Own setting. */
const RETURN_WITHIN_MS = 30 * 60_000;
/** "Back" within this time of a step's beginning goes to the step before. Own setting. */
const BACK_WITHIN_MS = 3_000;
/** A ceiling answer this far above the pain at the start offers to stop (techniques.json, `stop-and-review`). */
const WORSE_POINTS = 2;

/**
 * SES-09. No session without pain now, the confirmations of its first item and a check that stands.
 *
 * @param given.painNow        NRS 0–10; null when it was not said
 * @param given.confirmations  codes confirmed for the first item; those of later items are asked when they come
 * @param given.clearance      null when the check does not allow a session
 */
export function begin(
  script: SessionScript,
  given: {
    readonly painNow: number | null;
    readonly confirmations: readonly string[];
    readonly clearance: Clearance | null;
  },
  now: Moment,
): Begun {
  const because: StartProblem[] = [];
  const { painNow, confirmations, clearance } = given;
  if (!script.steps.some(isWork)) because.push('no-steps');
  if (painNow === null || !isPain(painNow)) because.push('pain-not-said');
  if (!script.items[0]?.dose.confirm.every((code) => confirmations.includes(code))) because.push('not-confirmed');
  if (clearance === null) because.push('check-missing');
  else if (now.epoch >= clearance.until) because.push('check-too-old');
  const [first, ...others] = because;
  if (first) return { kind: 'refused', because: [first, ...others] };
  const empty: SessionState = {
    script,
    painNow: painNow as number,
    stepIndex: 0,
    enteredMs: 0,
    elapsedMs: 0,
    since: now,
    cuesGiven: 0,
    paused: null,
    asking: false,
    timesAbove: 0,
    stopOffered: false,
    confirmed: confirmations.map((code) => `0:${code}`),
    spentMs: {},
    itemsDone: [],
    workMs: 0,
    painAfter: null,
    outcome: null,
  };
  return { kind: 'begun', ...speak(enter(empty, 0)) };
}

export interface Advanced {
  readonly state: SessionState;
  readonly cues: readonly Cue[];
}

/** What the state becomes when something happens now. A finished session stays as it is. */
export function advance(state: SessionState, input: SessionInput, now: Moment): Advanced {
  if (state.outcome) return { state, cues: [] };
  const settled = settle(state, now);
  // SES-16. Nothing stands between the person and the stop, not even what was about to be said.
  if (input.kind === 'stop') return stopped(settled.state, input.reason);
  if (input.kind === 'halt') return halted(settled.state);
  if (settled.state.outcome) return settled;
  const heard = hear(settled.state, input);
  const before = settled.state.stepIndex;
  const isLeft = heard.state.stepIndex !== before && isTakenOff(state.script, before, heard.state.stepIndex);
  const left = isLeft ? [due({ code: 'take-off' })] : [];
  const spoken = speak(heard.state);
  return { state: spoken.state, cues: [...settled.cues, ...heard.cues, ...left, ...spoken.cues] };
}

function hear(state: SessionState, input: Exclude<SessionInput, { kind: 'stop' | 'halt' }>): Advanced {
  switch (input.kind) {
    case 'tick':
    case 'returned':
      return { state, cues: [] };
    case 'pause':
      return paused(state, 'person');
    case 'interrupted':
      return input.by === 'call' ? paused(state, 'call') : { state, cues: [] };
    case 'resume':
      if (state.paused === null) return { state: waitsForPerson(state) ? skipped(state) : state, cues: [] };
      return { state: { ...state, paused: null }, cues: [due({ code: 'resumed' })] };
    case 'skip':
      return { state: skipped(state), cues: [] };
    case 'skip-item':
      return { state: enter(state, itemAfter(state)), cues: [] };
    case 'back':
      return { state: backed(state), cues: [] };
    case 'restart-step':
      return { state: enter(state, state.stepIndex), cues: [] };
    case 'confirm':
      return { state: confirmed(state, input.code), cues: [] };
    case 'pain':
      return answered(state, input.answer);
  }
}

// — Time —

interface Passed {
  /** Milliseconds the step may count. */
  readonly ms: number;
  /** Milliseconds in which nobody watched, for the away rule; Infinity when nobody can know. */
  readonly gapMs: number;
  readonly reloaded: boolean;
}

/**
 * SES-10. Time between two moments. In one life of the page the monotonic clock decides, so a wall clock that jumps changes
 * nothing. After a reload only the wall clock is left; when it went back, the time away is unknown.
 */
function passed(from: Moment, to: Moment): Passed {
  if (from.lifeId === to.lifeId) {
    const ms = Math.max(0, to.mono - from.mono);
    return { ms, gapMs: ms, reloaded: false };
  }
  const wall = to.epoch - from.epoch;
  const ms = Math.max(0, wall);
  // Clocks are set right by seconds all the time; more than that and nobody can know.
  return { ms, gapMs: wall < -AWAY_MS ? Number.POSITIVE_INFINITY : ms, reloaded: true };
}

/**
 * SES-13. Warmth and cold are limited by whichever clock has gone further: a monotonic clock may stand still while a device
 * sleeps, and skin does not. Unknown time counts as too long.
 */
function passedOnSkin(from: Moment, to: Moment): number {
  const { ms, gapMs } = passed(from, to);
  return gapMs === Number.POSITIVE_INFINITY ? gapMs : Math.max(ms, to.epoch - from.epoch);
}

/**
 * Lets the time pass up to `now`. SES-11: watched time runs from step to step without a gap. SES-12: unwatched time fills the
 * step it began in at most; the next one waits and the person is told.
 */
export function settle(state: SessionState, now: Moment): Advanced {
  const { since } = state;
  const { ms, gapMs, reloaded } = passed(since, now);
  const moved: SessionState = { ...state, since: now };
  const step = stepAt(state.script, state.stepIndex);
  if (state.outcome || step.seconds === null) return { state: moved, cues: [] };
  const away = gapMs > AWAY_MS;
  if (step.kind === 'passive') return livedOnSkin(moved, passedOnSkin(since, now), ms, away);
  if (state.paused) return { state: moved, cues: [] };
  // SES-14. A page that was gone for long comes back at the second it was last seen, waiting.
  if (reloaded && away) return pausedAway(moved, 'reload', gapMs, false);
  return lived(moved, ms, away ? gapMs : null);
}

/** `awayMs`: unwatched time, null when somebody watched. */
function lived(state: SessionState, ms: number, awayMs: number | null): Advanced {
  let now = state;
  let left = ms;
  const cues: Cue[] = [];
  for (;;) {
    const { seconds } = stepAt(now.script, now.stepIndex);
    if (seconds === null || now.paused) return { state: now, cues };
    const remaining = seconds * 1000 - now.elapsedMs;
    if (left < remaining) {
      const spoken = speak(grownTo(now, now.elapsedMs + left));
      return { state: spoken.state, cues: [...cues, ...spoken.cues] };
    }
    left -= remaining;
    const spoken = speak(grownTo(now, seconds * 1000), left);
    now = enter(ended(spoken.state), now.stepIndex + 1);
    cues.push(...spoken.cues);
    if (awayMs !== null && stepAt(now.script, now.stepIndex).seconds !== null) {
      const waiting = pausedAway(now, 'away', awayMs, true);
      return { state: waiting.state, cues: [...cues, ...waiting.cues] };
    }
    const opened = speak(now, left);
    now = opened.state;
    cues.push(...opened.cues);
  }
}

/**
 * A step that works by itself runs on, also while the session is paused, and ends at its limit for good. `onSkinMs` is the
 * longer of the two clocks; what is left for the next step is counted by the steady one.
 */
function livedOnSkin(state: SessionState, onSkinMs: number, ms: number, away: boolean): Advanced {
  const limitMs = (stepAt(state.script, state.stepIndex).seconds ?? 0) * 1000;
  const remaining = limitMs - state.elapsedMs;
  if (onSkinMs < remaining) return speak(grownTo(state, state.elapsedMs + onSkinMs));
  const spoken = speak(grownTo(state, limitMs), Number.isFinite(onSkinMs) ? onSkinMs - remaining : 0);
  const next = enter(ended(spoken.state), state.stepIndex + 1);
  const nextWaits = stepAt(next.script, next.stepIndex).seconds === null;
  const unwatched = away || onSkinMs > ms + AWAY_MS;
  if (unwatched && !nextWaits && next.paused === null) {
    const waiting = pausedAway(next, 'away', onSkinMs, true);
    return { state: waiting.state, cues: [...spoken.cues, ...waiting.cues] };
  }
  const leftMs = Math.max(0, ms - remaining);
  const opened = speak(next, leftMs);
  const after = lived(opened.state, leftMs, null);
  return { state: after.state, cues: [...spoken.cues, ...opened.cues, ...after.cues] };
}

function grownTo(state: SessionState, elapsedMs: number): SessionState {
  const step = stepAt(state.script, state.stepIndex);
  return {
    ...state,
    elapsedMs,
    workMs: state.workMs + (isWork(step) ? elapsedMs - state.elapsedMs : 0),
    spentMs: step.kind === 'passive' ? { ...state.spentMs, [state.stepIndex]: elapsedMs } : state.spentMs,
  };
}

/** The step ran to its end; with the last work step of an item the item is done. */
function ended(state: SessionState): SessionState {
  const { steps } = state.script;
  const { itemIndex } = stepAt(state.script, state.stepIndex);
  const more = steps.some((step, index) => index > state.stepIndex && step.itemIndex === itemIndex && isWork(step));
  if (more || state.itemsDone.includes(itemIndex)) return state;
  return { ...state, itemsDone: [...state.itemsDone, itemIndex] };
}

/**
 * SES-14. Coming back to a session that was written down: it goes on, waits, or is over when the check no longer stands,
 * half an hour has passed or nobody can know how long it was: pain and skin are no longer what they were.
 */
export function returnTo(state: SessionState, clearance: Clearance | null, now: Moment): Advanced {
  if (state.outcome) return { state, cues: [] };
  const { gapMs } = passed(state.since, now);
  const isOver = gapMs > RETURN_WITHIN_MS || clearance === null || now.epoch >= clearance.until;
  if (!isOver) return advance(state, { kind: 'returned' }, now);
  const wasOnSkin = stepAt(state.script, state.stepIndex).kind === 'passive';
  const cues: CueSaid[] = [{ code: 'stopped', reason: 'left' }];
  if (wasOnSkin) cues.unshift({ code: 'take-off' });
  return { state: finished(settle(state, now).state, 'left'), cues: cues.map(due) };
}

// — Steps —

/** Enters a step at its beginning. Confirmations already given and warmth already had are passed over. */
function enter(state: SessionState, stepIndex: number): SessionState {
  const step = stepAt(state.script, stepIndex);
  const spent = state.spentMs[stepIndex] ?? 0;
  const isGiven = step.kind === 'confirm' && state.confirmed.includes(`${step.itemIndex}:${step.confirm}`);
  const isHad = step.kind === 'passive' && spent >= (step.seconds ?? 0) * 1000;
  if (isGiven || isHad) return enter(state, stepIndex + 1);
  const entered = { ...state, stepIndex, enteredMs: spent, elapsedMs: spent, cuesGiven: 0, asking: false };
  return step.kind === 'done' ? finished(entered, 'completed') : entered;
}

/** The cues of this step that are due and were not given yet; none while a hold is paused. */
function speak(state: SessionState, lateMs = 0): Advanced {
  const step = stepAt(state.script, state.stepIndex);
  if (state.paused && step.seconds !== null && step.kind !== 'passive') return { state, cues: [] };
  const placed = cuesOf(state.script, state.stepIndex, state.enteredMs);
  const cues: Cue[] = [];
  let { cuesGiven, asking } = state;
  for (let next = placed[cuesGiven]; next && next.atMs <= state.elapsedMs; next = placed[cuesGiven]) {
    cues.push({ ...next.cue, lateMs: lateMs + state.elapsedMs - next.atMs });
    if (next.cue.code === 'pain-check') asking = true;
    cuesGiven += 1;
  }
  return { state: { ...state, cuesGiven, asking }, cues };
}

const due = (cue: CueSaid): Cue => ({ ...cue, lateMs: 0 });

/** SES-22. Whether the step waits until the person is in position. */
const waitsForPerson = ({ script, stepIndex }: SessionState): boolean => {
  const { kind, seconds } = stepAt(script, stepIndex);
  return kind === 'get-ready' && seconds === null;
};

function skipped(state: SessionState): SessionState {
  const step = stepAt(state.script, state.stepIndex);
  return enter(state, step.kind === 'confirm' ? itemAfter(state) : state.stepIndex + 1);
}

/** First step of the next item, or the question at the end. */
function itemAfter({ script, stepIndex }: SessionState): number {
  const { itemIndex, kind } = stepAt(script, stepIndex);
  if (kind === 'ask-pain') return stepIndex + 1;
  return script.steps.findIndex(
    (step, index) => index > stepIndex && (step.itemIndex !== itemIndex || step.kind === 'ask-pain'),
  );
}

/** SES-15. A confirmation is never gone back over, and warmth never starts again. */
function backed(state: SessionState): SessionState {
  const { script, stepIndex, elapsedMs } = state;
  if (elapsedMs >= BACK_WITHIN_MS) return enter(state, stepIndex);
  const before = script.steps.findLastIndex((step, index) => index < stepIndex && isReturnable(state, step, index));
  return enter(state, before < 0 ? stepIndex : before);
}

const isReturnable = (state: SessionState, step: SessionScript['steps'][number], index: number): boolean =>
  step.kind === 'get-ready' ||
  (step.seconds !== null && (step.kind !== 'passive' || (state.spentMs[index] ?? 0) < step.seconds * 1000));

function confirmed(state: SessionState, code: string): SessionState {
  const step = stepAt(state.script, state.stepIndex);
  if (step.kind !== 'confirm' || step.confirm !== code) return state;
  return enter({ ...state, confirmed: [...state.confirmed, `${step.itemIndex}:${code}`] }, state.stepIndex + 1);
}

// — Pain —

const isPain = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 10;

/**
 * SES-17. Above the cap the clock stops and the person is told to ease off; the second time, or two points above the start,
 * stopping is offered. SES-18: warmth that is too much ends for good.
 */
function answered(state: SessionState, answer: number | 'above' | 'fine'): Advanced {
  if (typeof answer === 'number' && !isPain(answer)) throw new Error(`pain must be a whole number 0–10, got ${answer}`);
  const step = stepAt(state.script, state.stepIndex);
  if (step.kind === 'ask-pain')
    return typeof answer === 'number'
      ? { state: enter({ ...state, painAfter: answer }, state.stepIndex + 1), cues: [] }
      : { state, cues: [] };
  const cap = capOf(state.script, step);
  const isAbove = answer === 'above' || (typeof answer === 'number' && answer > cap);
  if (!isAbove) return { state: { ...state, asking: false }, cues: [] };
  const timesAbove = state.timesAbove + 1;
  const isWorse = typeof answer === 'number' && answer >= state.painNow + WORSE_POINTS;
  const stopOffered = state.stopOffered || timesAbove >= 2 || isWorse;
  const told: SessionState = { ...state, asking: false, timesAbove, stopOffered, paused: 'pain' };
  const cues: CueSaid[] = [{ code: 'ease-off', cap }, ...signal('stop')];
  if (stopOffered) cues.push({ code: 'offer-stop' });
  return { state: step.kind === 'passive' ? endedForGood(told) : told, cues: cues.map(due) };
}

function endedForGood(state: SessionState): SessionState {
  const limitMs = (stepAt(state.script, state.stepIndex).seconds ?? 0) * 1000;
  const spentMs = { ...state.spentMs, [state.stepIndex]: limitMs };
  return enter({ ...state, spentMs }, state.stepIndex + 1);
}

// — Standing still and ending —

function paused(state: SessionState, because: PauseReason): Advanced {
  if (state.paused) return { state, cues: [] };
  return { state: { ...state, paused: because }, cues: [due({ code: 'paused', because })] };
}

function pausedAway(state: SessionState, because: 'away' | 'reload', awayMs: number, ended: boolean): Advanced {
  // Unknown time away is said as none.
  const seconds = Number.isFinite(awayMs) ? Math.round(awayMs / 1000) : 0;
  return { state: { ...state, paused: because }, cues: [due({ code: 'you-were-away', seconds, ended })] };
}

/** SES-21. Everything stands, also where it was paused already; what lies on the skin comes off. */
function halted(state: SessionState): Advanced {
  if (state.outcome) return { state, cues: [] };
  const cues: CueSaid[] = [{ code: 'paused', because: 'stop' }, ...signal('stop')];
  if (stepAt(state.script, state.stepIndex).kind === 'passive') cues.unshift({ code: 'take-off' });
  return { state: { ...state, paused: 'stop', asking: false }, cues: cues.map(due) };
}

function stopped(state: SessionState, reason: StopReason): Advanced {
  if (state.outcome) return { state, cues: [] };
  const cues: CueSaid[] = [{ code: 'stopped', reason }, ...signal('stop')];
  if (stepAt(state.script, state.stepIndex).kind === 'passive') cues.push({ code: 'take-off' });
  return { state: finished(state, reason), cues: cues.map(due) };
}

function finished(state: SessionState, reason: FinishReason): SessionState {
  return {
    ...state,
    paused: null,
    asking: false,
    outcome: {
      reason,
      openCheck: opensCheck(reason),
      itemsDone: state.itemsDone.length,
      done: [...state.itemsDone].sort((a, b) => a - b),
      secondsDone: Math.round(state.workMs / 1000),
      painAfter: state.painAfter,
    },
  };
}
