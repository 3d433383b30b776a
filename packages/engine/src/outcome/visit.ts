// When it is time that somebody else looks, because weeks of plans have brought no clear gain. See RULES.md, OUT-10 and OUT-11.

import type { EpochMs, SourceId } from '../case/index.ts';
import { type DatedPain, weeksWithoutGain } from './gain.ts';

/**
 * `offer`: a professional could help, here is what that is. `advise`: a visit, with the summary ready.
 * `whom`: in the order in which they are named.
 */
export interface Visit {
  readonly kind: 'offer' | 'advise';
  readonly weeks: number;
  readonly whom: readonly ('physiotherapist' | 'doctor')[];
  readonly sources: readonly SourceId[];
}

/** dose-rules.json, `time-to-see-someone`: two weeks of use for the offer, six for the advice. */
const OFFER_WEEKS = 2;
const ADVISE_WEEKS = 6;
const SOURCES = ['costa2012', 'nhs-neck', 'mpft-neck'] as const;

/**
 * @param sessions  oldest first
 * @param seenAt    when the person last said that a professional has looked; the weeks begin anew. Null: never
 * @returns         null while there is a gain, or not enough to say
 */
export function visitDue(sessions: readonly DatedPain[], now: EpochMs, seenAt: EpochMs | null): Visit | null {
  const since = seenAt ?? Number.NEGATIVE_INFINITY;
  const weeks = weeksWithoutGain(
    sessions.filter(({ startedAt }) => startedAt !== null && startedAt > since),
    now,
  );
  if (weeks < OFFER_WEEKS) return null;
  // red-flags/no-improvement.json: "Book a physiotherapist or doctor and take the report."
  if (weeks < ADVISE_WEEKS) return { kind: 'offer', weeks, whom: ['physiotherapist'], sources: SOURCES };
  return { kind: 'advise', weeks, whom: ['doctor', 'physiotherapist'], sources: SOURCES };
}
