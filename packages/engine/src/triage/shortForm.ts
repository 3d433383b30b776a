// The short forms: a few questions before a session, after it, and each week. Anything to report opens the check again.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { FactId, Facts } from '../case/index.ts';
import { verdictAssumingNo } from './check.ts';
import { leavesOf } from './logic.ts';
import type { QuestionView } from './questions.ts';

export const SHORT_FORMS = ['beforeEverySession', 'afterEverySession', 'weekly'] as const;
export type ShortForm = (typeof SHORT_FORMS)[number];

export type ShortFormOutcome =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'unanswered'; readonly facts: readonly FactId[] }
  /** The whole check is asked again, starting from these answers. */
  | { readonly kind: 'check-again'; readonly because: readonly FactId[] };

/** The one screen before every session. */
export const preSessionCheck = (k: CheckKnowledge): QuestionView => shortForm(k, 'beforeEverySession');

/** One screen of a short form. Conditions on it steer the plan; facts on it can open the check. */
export function shortForm(k: CheckKnowledge, form: ShortForm): QuestionView {
  const set = k.questionSets[form];
  if (set === undefined) throw new Error(`the knowledge has no question set ${form}`);
  // Worked out from the diary, not asked.
  const facts = set.facts.filter((fact) => k.facts[fact]?.kind !== 'derived');
  return { question: form, also: [], facts, conditions: set.alsoAskConditions ?? [] };
}

/**
 * What the answers to a short form lead to. A yes or "not sure" to anything a rule above support looks at opens the
 * check; so does a number that makes a rule hold by itself. What is not answered is not a no.
 */
export function shortFormOutcome(k: CheckKnowledge, form: ShortForm, facts: Facts): ShortFormOutcome {
  const asked = shortForm(k, form).facts;
  const weighing = new Set(
    k.rules
      .filter(({ level }) => level !== 'yellow-psychosocial')
      .flatMap(({ logic }) => leavesOf(logic).flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []))),
  );
  const isNews = (fact: FactId) => weighing.has(fact) && (facts[fact] === true || facts[fact] === 'unsure');
  const news = asked.filter((fact) => isNews(fact) && k.facts[fact]?.kind === 'yes-no');
  const byNumber = verdictAssumingNo(k, { facts, conditions: {}, painted: [] }).because.flatMap((rule) => rule.facts);
  const because = [...new Set([...news, ...byNumber])];
  if (because.length > 0) return { kind: 'check-again', because };
  const missing = asked.filter(
    (fact) => facts[fact] === undefined || (facts[fact] === 'skipped' && weighing.has(fact)),
  );
  return missing.length > 0 ? { kind: 'unanswered', facts: missing } : { kind: 'nothing-new' };
}
