import type { RuleId } from '../case/index.ts';

/** Stands in for the clearance of triage. */
export interface SelfCareClearance {
  readonly level: 'see-doctor-soon' | 'see-doctor' | 'self-care';
  readonly because: readonly RuleId[];
}
