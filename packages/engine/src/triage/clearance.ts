// The only way into a plan. A clearance is made here, from a verdict that allows self-care and a check that is current.

import type { EpochMs, RuleId } from '../case/index.ts';
import type { Standing } from './standing.ts';
import type { Closable, LevelVerdict, Verdict } from './verdict.ts';

declare const madeHere: unique symbol;

/** Proof that the check was answered and allows self-care. Nobody else can make one. */
export interface SelfCareClearance {
  readonly [madeHere]: true;
  readonly kind: 'cleared';
  readonly level: 'see-doctor-soon' | 'see-doctor' | 'self-care';
  /** Rules to tell the person about, and the reason for what is closed. */
  readonly because: readonly RuleId[];
  readonly restrictions: { readonly closed: readonly Closable[] };
  /** From then on a session needs the short form or the check again. */
  readonly until: EpochMs;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly because: 'not-checked' | 'questions-open' | 'not-current' | 'level' | 'closed-by-rule';
}

/**
 * @param verdict   of the present answers
 * @param standing  of the check these answers were given in
 */
export function clearance(verdict: Verdict, standing: Standing): SelfCareClearance | Refusal {
  if (standing.kind === 'none') return { kind: 'refused', because: 'not-checked' };
  if (verdict.kind === 'ask-first') return { kind: 'refused', because: 'questions-open' };
  if (verdict.kind === 'emergency' || verdict.kind === 'urgent-24h') return { kind: 'refused', because: 'level' };
  if (verdict.closes.includes('plan') || verdict.closes.includes('session'))
    return { kind: 'refused', because: 'closed-by-rule' };
  if (standing.kind !== 'current') return { kind: 'refused', because: 'not-current' };
  return cleared(verdict, verdict.kind, standing.until);
}

const cleared = (
  { because, closes }: LevelVerdict,
  level: SelfCareClearance['level'],
  until: EpochMs,
): SelfCareClearance =>
  ({
    kind: 'cleared',
    level,
    because: because.map(({ rule }) => rule),
    restrictions: { closed: closes },
    until,
  }) as unknown as SelfCareClearance;
