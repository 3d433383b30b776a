// Answers that are stored apart, and only if the person agrees: mood and suicide, injury by another person, injected
// drugs, pregnancy (SAFETY.md §9). A "no" is as private as a "yes": both are left out, and unknown is never "no".

import type { Conditions, Facts } from '@unknot/engine/case';

/** Ids of facts, conditions and rules are words; one of these in an id makes it sensitive. */
const SENSITIVE_WORDS =
  /(^|-)(mood|bipolar|on-purpose|drugs|pregnant|pregnancy|eclampsia|vaginal|postpartum|breastfeeding|sex)(-|$)/;

/** Thoughts of suicide: nothing at all is stored of such a check unless asked for (SAFETY.md §5, 15). */
const CRISIS: ReadonlySet<string> = new Set(['alone-with-crisis', 'crisis-plan-now', 'suicide']);

export const isCrisis = (id: string): boolean => CRISIS.has(id);
export const isSensitive = (id: string): boolean => isCrisis(id) || SENSITIVE_WORDS.test(id);

type Answers = Facts | Conditions;

/** Two copies of the answers: what may lie in the open journal, and what may not. */
export function splitSensitive<T extends Answers>(answers: T): { open: T; sensitive: T } {
  const entries = Object.entries(answers);
  return {
    open: Object.fromEntries(entries.filter(([id]) => !isSensitive(id))) as T,
    sensitive: Object.fromEntries(entries.filter(([id]) => isSensitive(id))) as T,
  };
}
