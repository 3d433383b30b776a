// The pace of a breath: which part of it a second belongs to.

import type { TechniqueId } from '@unknot/engine/case';

type BreathWay = 'in' | 'hold' | 'out';

/** Parts of one breath, whole seconds. */
export type Rhythm = readonly (readonly [way: BreathWay, seconds: number])[];

/** In for four, out for six: steps of `diaphragmatic-breathing`. */
const SLOW: Rhythm = [
  ['in', 4],
  ['out', 6],
];
/** Four by four: steps of `box-breathing`. */
const BOX: Rhythm = [
  ['in', 4],
  ['hold', 4],
  ['out', 4],
  ['hold', 4],
];

const RHYTHM: Readonly<Record<TechniqueId, Rhythm>> = {
  'diaphragmatic-breathing': SLOW,
  'side-rib-breathing': SLOW,
  'pelvic-floor-drop': SLOW,
  'box-breathing': BOX,
};

/** Null where the breath is left alone. */
export const rhythmOf = (technique: TechniqueId): Rhythm | null => RHYTHM[technique] ?? null;

export interface BreathNow {
  readonly way: BreathWay;
  /** Which part of the breath, from 0; changes whenever the way changes, also from hold to hold. */
  readonly part: number;
  /** Whole length of the part. */
  readonly seconds: number;
  /** Seconds left of it, 1 and up. */
  readonly left: number;
  /** How full the lungs are when the part ends, 0 or 1. */
  readonly full: 0 | 1;
}

/** @param second  whole seconds since the first breath began */
export function breathAt(rhythm: Rhythm, second: number): BreathNow {
  const whole = rhythm.reduce((sum, [, seconds]) => sum + seconds, 0);
  let rest = ((second % whole) + whole) % whole;
  let full: 0 | 1 = 0;
  for (const [part, [way, seconds]] of rhythm.entries()) {
    if (way === 'in') full = 1;
    if (way === 'out') full = 0;
    if (rest < seconds) return { way, part, seconds, left: seconds - rest, full };
    rest -= seconds;
  }
  throw new Error(`a breath must have a part at second ${second}`);
}
