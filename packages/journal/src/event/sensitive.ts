// Answers that are stored apart, and only if the person agrees: mood and suicide, injury by another person, injected
// drugs, pregnancy (SAFETY.md §9). A "no" is as private as a "yes": both are left out, and unknown is never "no".

import type { Conditions, Facts } from '@unknot/engine/case';

/** Knowledge ids of facts, conditions and rules are words; these words in an id make it sensitive. */
const SENSITIVE_WORDS =
  /(^|-)(mood|crisis|suicide|suicidal|self-harm|on-purpose|violence|drugs|pregnant|pregnancy|eclampsia|vaginal|postpartum|breastfeeding)(-|$)/;

/** Thoughts of suicide: nothing at all is stored of such a check unless asked for (SAFETY.md §5, 15). */
const CRISIS_WORDS = /(^|-)(crisis|suicide|suicidal|self-harm)(-|$)/;

export const isSensitive = (id: string): boolean => SENSITIVE_WORDS.test(id);
export const isCrisis = (id: string): boolean => CRISIS_WORDS.test(id);

type Answers = Facts | Conditions;

/** Two copies of the answers: what may lie in the open journal, and what may not. */
export function splitSensitive<T extends Answers>(answers: T): { open: T; sensitive: T } {
  const entries = Object.entries(answers);
  return {
    open: Object.fromEntries(entries.filter(([id]) => !isSensitive(id))) as T,
    sensitive: Object.fromEntries(entries.filter(([id]) => isSensitive(id))) as T,
  };
}
