// The next sensible step: one thing to do now, from where the person stands. Safety first, then what is unfinished,
// then the loop in its order. See RULES.md, GUI-01 to GUI-06.

import type { EpochMs } from '../case/index.ts';
import type { Visit } from '../outcome/index.ts';

/** Where a person stands. */
export interface Standpoint {
  /** `closed`: a warning sign keeps self-care shut; `ask`: the check is missing or must be answered again. */
  readonly gate: 'open' | 'closed' | 'ask';
  /** Whether anything was ever told; false on the first visit. */
  readonly known: boolean;
  /** A session that was begun and not finished. */
  readonly running: boolean;
  /** A finished session whose pain afterwards was not told. */
  readonly unrated: string | null;
  /** A session of yesterday that may be asked about now. */
  readonly nextDay: string | null;
  readonly painted: boolean;
  /** When the latest session ended; null: never. */
  readonly lastSessionAt: EpochMs | null;
}

export type NextStep =
  | { readonly kind: 'begin' | 'see-someone' | 'resume' | 'check' | 'paint' | 'plan' | 'rest' }
  | { readonly kind: 'rate' | 'next-day'; readonly sessionId: string };

/** techniques.json, dose rule `pressure-volume`: three hours between the same spots. */
const HOURS_BETWEEN_SESSIONS = 3;

const HOUR = 3_600_000;

export function nextStep(at: Standpoint, now: EpochMs): NextStep {
  if (at.gate === 'closed') return { kind: 'see-someone' };
  if (!at.known) return { kind: 'begin' };
  if (at.unrated) return { kind: 'rate', sessionId: at.unrated };
  if (at.nextDay) return { kind: 'next-day', sessionId: at.nextDay };
  if (at.gate === 'ask') return { kind: 'check' };
  if (at.running) return { kind: 'resume' };
  if (!at.painted) return { kind: 'paint' };
  const since = at.lastSessionAt === null ? Number.POSITIVE_INFINITY : now - at.lastSessionAt;
  // A clock set back makes `since` negative: that is no reason to send anyone away.
  if (since >= 0 && since < HOURS_BETWEEN_SESSIONS * HOUR) return { kind: 'rest' };
  return { kind: 'plan' };
}

/**
 * The visit that stands beside the next step, or null. It closes nothing: weeks without a gain are a reason to ask somebody, not
 * to stop moving. An open warning sign says more, and says it alone.
 */
export const visitBeside = ({ gate }: Pick<Standpoint, 'gate'>, due: Visit | null): Visit | null =>
  gate === 'closed' ? null : due;
