// What the tests of this folder share: the compiled knowledge, its test vectors, and a person who answers screen by screen.

import { readdirSync, readFileSync } from 'node:fs';
import edition from '@unknot/knowledge/edition/check.json' with { type: 'json' };
import type { CheckKnowledge, TestVector } from '@unknot/knowledge/schema';
import type { ConditionId, Conditions, FactAnswer, FactId, Facts } from '../case/index.ts';
import type { CheckInput } from './answers.ts';
import { type CheckResult, check } from './check.ts';
import { answerQuestion, type Marks } from './questions.ts';

export const knowledge = edition as unknown as CheckKnowledge;

const data = new URL('../../../knowledge/data/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, data), 'utf8'));

/** Every test vector: those that live with their rules, and those that nearly fire. */
export const vectors: readonly TestVector[] = [
  ...read('red-flag-vectors.json'),
  ...readdirSync(new URL('red-flags/', data)).flatMap((file) => read(`red-flags/${file}`).testVectors),
];

export const inputOf = ({ facts, conditions }: TestVector): CheckInput => ({
  facts,
  conditions: Object.fromEntries(conditions.map((id) => [id, true])),
  painted: [],
});

/** Somebody who knows every answer. What is not named is a no, a number not named "not sure". */
export interface Truth {
  readonly facts: Facts;
  readonly conditions: Conditions;
}

export interface Played {
  readonly result: CheckResult;
  /** Questions in the order in which they were shown. */
  readonly screens: readonly string[];
}

/** Answers one screen after the other until nothing is left to ask. */
export function play(start: CheckInput, truth: Truth): Played {
  let input = start;
  const screens: string[] = [];
  for (;;) {
    const result = check(knowledge, input);
    if (result.next === null) return { result, screens };
    if (screens.length > 60) throw new Error(`the check does not end: ${screens.join(' ')}`);
    screens.push(result.next.question);
    const marks: Record<string, FactAnswer> = {};
    for (const fact of result.next.facts) {
      const answer = answerTo(fact, truth.facts);
      if (answer !== undefined && answer !== false) marks[fact] = answer;
    }
    for (const condition of result.next.conditions) {
      const answer = truth.conditions[condition];
      if (answer !== undefined && answer !== false) marks[condition] = answer;
    }
    const { facts, conditions } = answerQuestion(knowledge, result.next, marks as Marks);
    input = {
      ...input,
      facts: { ...input.facts, ...facts },
      conditions: { ...input.conditions, ...conditions },
    };
  }
}

/** A composite line is a yes when one of its signs is, and "not sure" when one of them is that. */
function answerTo(fact: FactId, facts: Facts): FactAnswer | undefined {
  const covers = knowledge.facts[fact]?.covers;
  if (covers === undefined) return facts[fact];
  if (covers.some((each) => facts[each] === true)) return true;
  return covers.some((each) => facts[each] === 'unsure') ? 'unsure' : false;
}

/** A profile in which every condition is answered. */
export const profileWith = (present: Conditions): Conditions =>
  Object.fromEntries(
    knowledge.conditions.map(({ id }): [ConditionId, boolean | 'unsure'] => [id, present[id] ?? false]),
  );
