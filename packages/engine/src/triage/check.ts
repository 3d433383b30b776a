// CHECK: is self-care safe? Answers in, verdict and next question out. Everything else in this folder serves this.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { FactId } from '../case/index.ts';
import { answersAssumingNo, answersOf, type CheckInput } from './answers.ts';
import { askedQuestions, openQuestions, openSigns, type QuestionView } from './questions.ts';
import {
  asSettled,
  type ClearedRule,
  findingsOf,
  isSaidAtOnce,
  type LevelVerdict,
  levelOf,
  type Verdict,
} from './verdict.ts';

export interface CheckResult {
  readonly verdict: Verdict;
  /**
   * Nothing more can change the level when there is none, and only then the check is finished: after an urgent verdict
   * the questions go on that can still make it an emergency.
   */
  readonly next: QuestionView | null;
  /**
   * After an urgent verdict with questions left: signs not asked about yet that would each make it an emergency, those
   * that belong to what was found first. Empty otherwise.
   */
  readonly callNowFor: readonly FactId[];
  /** Questions of which something is answered. */
  readonly asked: readonly string[];
  /** Screens that are needed as far as can be seen now, `next` first; a yes can add some. */
  readonly open: readonly QuestionView[];
}

/**
 * Where a person stands and what to ask next.
 *
 * Emergency and urgent findings are said at once, and after an urgent one the check goes on with what can still make it
 * an emergency. Anything milder waits until no open question can make it more urgent; until then the verdict is
 * `ask-first`.
 *
 * @param cleared    warning signs a clinician has looked at, as `clearedNow` gives them
 * @param settledBy  what is still known of a finished check that found nothing and still stands: a rule that private
 *                   answers settled then, and of which nothing is different now, is not opened again because they were
 *                   not kept
 */
export function check(
  k: CheckKnowledge,
  input: CheckInput,
  cleared: readonly ClearedRule[] = [],
  settledBy: CheckInput | null = null,
): CheckResult {
  const answers = answersOf(k, input);
  const all = findingsOf(k, answers);
  const findings = settledBy === null ? all : asSettled(all, answers, answersOf(k, settledBy));
  const reached = levelOf(k, findings, answers, cleared);
  const open = openQuestions(k, findings, answers, reached);
  const [first, ...rest] = open.map(({ question }) => question);
  const verdict: Verdict =
    first === undefined || isSaidAtOnce(reached.kind)
      ? reached
      : { kind: 'ask-first', unanswered: [first, ...rest], soFar: reached.because };
  return {
    verdict,
    next: open[0] ?? null,
    callNowFor: verdict.kind === 'urgent-24h' ? openSigns(k, findings, answers, reached) : [],
    asked: askedQuestions(k, input),
    open,
  };
}

/** The verdict of a casebook case, where every fact that is not named is a no. Never for a person. */
export function verdictAssumingNo(k: CheckKnowledge, input: CheckInput): LevelVerdict {
  const answers = answersAssumingNo(k, input);
  return levelOf(k, findingsOf(k, answers), answers);
}
