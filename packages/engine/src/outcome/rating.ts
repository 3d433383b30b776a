// Which number belongs to a session, and what it says. See RULES.md, OUT-17 and OUT-18.

import type { EpochMs } from '../case/index.ts';
import { type Change, change, type Nrs } from './change.ts';

/** Later than this a number is about something else. Own setting; the pause between sessions lasts as long. */
const COUNTS_WITHIN = 3 * 3_600_000;

/** What has to be known of a session to judge it. */
export interface RateableSession {
  /** Null: not finished, or its end was never told. */
  readonly finishedAt: EpochMs | null;
  /** Items lived to their end. */
  readonly itemsDone: number;
  /** Seconds of work that were lived. */
  readonly secondsDone: number;
  readonly painBefore: Nrs | null;
  readonly painAfter: Nrs | null;
}

/** Whether a number told at `at` is the pain after that session. Clocks of two devices may differ by as much. */
export const isInTime = (finishedAt: EpochMs | null, at: EpochMs): boolean =>
  finishedAt === null || Math.abs(at - finishedAt) <= COUNTS_WITHIN;

/** Whether there is a number to ask for now: something was begun, and it is not long ago. */
export const isUnrated = ({ finishedAt, secondsDone, painAfter }: RateableSession, now: EpochMs): boolean =>
  finishedAt !== null && painAfter === null && secondsDone > 0 && isInTime(finishedAt, now);

/** What a session was followed by. Better and the same are nobody's doing when nothing was done; worse is taken seriously. */
export function sessionChange({ itemsDone, secondsDone, painBefore, painAfter }: RateableSession): Change {
  const measured = change(painBefore, painAfter);
  const counts = itemsDone > 0 || (secondsDone > 0 && measured.kind === 'worse');
  return counts ? measured : { kind: 'notYetKnown' };
}
