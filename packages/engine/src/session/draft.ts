// A running session as text, written at every change and read again after a crash or a reload.

import { type SessionItem, scriptOf } from './script.ts';
import type { Moment, SessionState } from './state.ts';

const VERSION = 1;

/** The items stand for the script: the same items always give the same steps. */
export function encode(state: SessionState): string {
  const { script, ...rest } = state;
  return JSON.stringify({ version: VERSION, items: script.items, readyBy: script.readyBy, ...rest });
}

/** Null when the text is not a session of this version: then there is nothing to come back to. */
export function decode(text: string): SessionState | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(raw) || raw.version !== VERSION || !Array.isArray(raw.items) || !raw.items.every(isItem)) return null;
  const { version: _, items, readyBy = 'clock', ...rest } = raw;
  if (readyBy !== 'clock' && readyBy !== 'person') return null;
  const script = scriptOf(items, readyBy);
  const state = { ...rest, script };
  return isState(state) && state.stepIndex < script.steps.length ? state : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A finite number from 0 on. */
const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNullOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === null || is(value);
const isListOf = (value: unknown, is: (value: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

function isItem(value: unknown): value is SessionItem {
  if (!isRecord(value) || !isRecord(value.dose)) return false;
  const { dose } = value;
  return (
    isText(value.technique) &&
    isNullOr(value.muscle, isText) &&
    isText(value.side) &&
    isAmount(value.seconds) &&
    isText(value.category) &&
    isNullOr(dose.holdSeconds, isAmount) &&
    isNullOr(dose.repetitions, isAmount) &&
    isAmount(dose.sets) &&
    isNullOr(dose.restSeconds, isAmount) &&
    typeof dose.perSide === 'boolean' &&
    isAmount(dose.intensityCap) &&
    isListOf(dose.confirm, isText) &&
    (dose.contrast === undefined || (isRecord(dose.contrast) && Object.values(dose.contrast).every(isAmount)))
  );
}

const isMoment = (value: unknown): value is Moment =>
  isRecord(value) && Number.isFinite(value.epoch) && Number.isFinite(value.mono) && isText(value.lifeId);

function isState(
  value: Record<string, unknown> & { script: unknown },
): value is Record<string, unknown> & SessionState {
  return (
    isAmount(value.painNow) &&
    isAmount(value.stepIndex) &&
    isAmount(value.enteredMs) &&
    isAmount(value.elapsedMs) &&
    isMoment(value.since) &&
    isAmount(value.cuesGiven) &&
    isNullOr(value.paused, isText) &&
    typeof value.asking === 'boolean' &&
    isAmount(value.timesAbove) &&
    typeof value.stopOffered === 'boolean' &&
    isListOf(value.confirmed, isText) &&
    isRecord(value.spentMs) &&
    Object.values(value.spentMs).every(isAmount) &&
    isListOf(value.itemsDone, isAmount) &&
    isAmount(value.workMs) &&
    isNullOr(value.painAfter, isAmount) &&
    isNullOr(value.outcome, isRecord)
  );
}
