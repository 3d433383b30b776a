// Whether the gate leads out of the session room, to the check.

import type { Gate } from '../../gate.ts';

/** `over`: the session that is shown was finished, and says itself what comes next. */
export type Playing = 'no' | 'yes' | 'over';

/**
 * No address leads around the check. A session that runs goes on when the check only grows old, but never past a warning
 * sign or a new symptom, also one that was told in another window or on another device.
 */
export function leaves(at: Gate, playing: Playing): boolean {
  if (at.kind === 'closed') return true;
  if (at.kind !== 'ask' || playing === 'over') return false;
  return playing === 'no' || at.because === 'reopened';
}
