// CHECK: is self-care safe? Answers in, verdict and next question out. Everything else in this folder serves this.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { answersAssumingNo, answersOf, type CheckInput } from './answers.ts';
import { askedQuestions, openQuestions, type QuestionView } from './questions.ts';
import { type ClearedRule, findingsOf, isSaidAtOnce, type LevelVerdict, levelOf, type Verdict } from './verdict.ts';

export interface CheckResult {
  readonly verdict: Verdict;
  /** Nothing more can change the level when there is none. After an urgent verdict it may still become an emergency. */
  readonly next: QuestionView | null;
  /** Questions of which something is answered. */
  readonly asked: readonly string[];
  /** Screens that are needed as far as can be seen now; a yes can add some. */
  readonly remaining: number;
}

/**
 * Where a person stands and what to ask next.
 *
 * Emergency and urgent findings are said at once. Anything milder waits until no open question can make it more
 * urgent; until then the verdict is `ask-first`.
 *
 * @param cleared  warning signs a clinician has looked at, as `clearedNow` gives them
 */
export function check(k: CheckKnowledge, input: CheckInput, cleared: readonly ClearedRule[] = []): CheckResult {
  const answers = answersOf(k, input);
  const findings = findingsOf(k, answers);
  const reached = levelOf(k, findings, answers, cleared);
  const open = openQuestions(k, findings, answers, reached.kind);
  const [first, ...rest] = open.map(({ question }) => question);
  const verdict: Verdict =
    first === undefined || isSaidAtOnce(reached.kind)
      ? reached
      : { kind: 'ask-first', unanswered: [first, ...rest], soFar: reached.because };
  return { verdict, next: open[0] ?? null, asked: askedQuestions(k, input), remaining: open.length };
}

/** The verdict of a casebook case, where every fact that is not named is a no. Never for a person. */
export function verdictAssumingNo(k: CheckKnowledge, input: CheckInput): LevelVerdict {
  const answers = answersAssumingNo(k, input);
  return levelOf(k, findingsOf(k, answers), answers);
}
