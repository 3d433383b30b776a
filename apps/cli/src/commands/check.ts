// Is self-care safe, and what would have to be asked next?

import { check as checkEngine, type Verdict } from '@unknot/engine/triage';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { fieldsOf, onlyFields, refuse } from '../input/index.ts';
import { checkKnowledge } from '../knowledge.ts';
import { storyIn } from './story.ts';

/** @throws {BadInput} naming the field */
export function check(input: unknown) {
  const knowledge = checkKnowledge();
  const fields = fieldsOf(input, 'the input');
  onlyFields(fields, ['age', 'sex', 'facts', 'conditions']);
  if (!('facts' in fields)) refuse('facts', 'is missing');
  const { verdict, next } = checkEngine(knowledge, storyIn(knowledge, fields));
  return {
    verdict: { level: verdict.kind, because: rulesOf(verdict) },
    ...(next ? { next: { question: worded(knowledge, next) } } : {}),
  };
}

const rulesOf = (verdict: Verdict): string[] =>
  (verdict.kind === 'ask-first' ? verdict.soFar : verdict.because).map(({ rule }) => rule);

/** A question with its words, as a person would see it, and for each item the field its answer belongs in. */
function worded(
  k: CheckKnowledge,
  view: { question: string; facts: readonly string[]; conditions: readonly string[] },
) {
  const question = k.checkQuestions.find(({ id }) => id === view.question);
  return {
    id: view.question,
    text: question?.ask ?? '',
    items: [
      ...view.facts.map((id) => ({ field: 'facts', id, text: k.facts[id]?.short ?? k.facts[id]?.question ?? id })),
      ...view.conditions.map((id) => ({
        field: 'conditions',
        id,
        text: k.conditions.find((one) => one.id === id)?.name ?? id,
      })),
    ],
  };
}
