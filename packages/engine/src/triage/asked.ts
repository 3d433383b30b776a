// The check as a person meets it: one screen after the other, until nothing is left to ask. For casebooks and proofs,
// where every answer is known beforehand.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { ConditionAnswer, ConditionId, FactAnswer, FactId } from '../case/index.ts';
import { answersOf, type CheckInput } from './answers.ts';
import { type CheckResult, check } from './check.ts';
import type { Answers } from './logic.ts';
import { answerQuestion, type Marks, type QuestionView } from './questions.ts';
import type { LevelVerdict } from './verdict.ts';

export interface Asked {
  readonly verdict: LevelVerdict;
  /** What was known at the end. */
  readonly input: CheckInput;
  /** Questions in the order in which they were shown. */
  readonly screens: readonly string[];
  /** How many of them came after an urgent finding already stood. */
  readonly afterUrgent: number;
}

/** More screens than there are: a check that goes on for longer does not end. */
const TOO_MANY = 60;

/**
 * Answers screen by screen, as the app asks. What is not told is a no, a number that is not told "not sure".
 *
 * @param start   what is known before the first screen
 * @param told    what the person would answer; a composite line is a yes when one of its signs is
 * @param choose  which of the open screens is shown; the first unless a test mixes them
 */
export function askedPath(
  k: CheckKnowledge,
  start: CheckInput,
  told: Answers,
  choose: (result: CheckResult) => QuestionView | null = ({ next }) => next,
): Asked {
  const screens: string[] = [];
  let afterUrgent = 0;
  let input = start;
  for (;;) {
    const result = check(k, input);
    const view = choose(result);
    if (view === null) return { verdict: settled(result), input, screens, afterUrgent };
    if (screens.length >= TOO_MANY) throw new Error(`the check must end, asked ${screens.join(' ')}`);
    screens.push(view.question);
    if (result.verdict.kind === 'urgent-24h') afterUrgent += 1;
    const { facts, conditions } = answerQuestion(k, view, marksFor(k, view, told));
    input = { ...input, facts: { ...input.facts, ...facts }, conditions: { ...input.conditions, ...conditions } };
  }
}

/** Somebody of a casebook who opens the app for the first time: nothing is known, and all is asked in words. */
export function askedFromNothing(k: CheckKnowledge, person: CheckInput): Asked {
  const facts = 'weeks-using-plan-without-gain' in person.facts ? ofDiary(person) : {};
  const { sex } = person;
  return askedPath(
    k,
    { facts, conditions: {}, painted: [], ...(sex === undefined ? {} : { sex }) },
    answersOf(k, person),
  );
}

const ofDiary = ({ facts }: CheckInput): Readonly<Record<FactId, FactAnswer>> => {
  const weeks = facts['weeks-using-plan-without-gain'];
  return weeks === undefined ? {} : { 'weeks-using-plan-without-gain': weeks };
};

function settled({ verdict }: CheckResult): LevelVerdict {
  if (verdict.kind === 'ask-first') throw new Error('a check without a question left must have a verdict');
  return verdict;
}

function marksFor(k: CheckKnowledge, view: QuestionView, told: Answers): Marks {
  const answers: [FactId | ConditionId, FactAnswer | ConditionAnswer | undefined][] = [
    ...view.facts.map((id) => [id, factTold(k, id, told)] as [FactId, FactAnswer | undefined]),
    ...view.conditions.map((id) => [id, told.condition(id)] as [ConditionId, ConditionAnswer | undefined]),
  ];
  return Object.fromEntries(
    answers.flatMap(([id, answer]) => (answer === undefined || answer === false ? [] : [[id, answer]])),
  );
}

function factTold(k: CheckKnowledge, id: FactId, told: Answers): FactAnswer | undefined {
  const signs = (k.facts[id]?.covers ?? []).map(told.fact);
  if (signs.includes(true)) return true;
  if (signs.includes('unsure')) return 'unsure';
  return told.fact(id);
}
