// What the tests of this folder share: the compiled knowledge, its test vectors, and a person who answers screen by screen.

import { readdirSync, readFileSync } from 'node:fs';
import edition from '@unknot/knowledge/edition/check.json' with { type: 'json' };
import type { CheckKnowledge, TestVector } from '@unknot/knowledge/schema';
import type { ConditionId, Conditions, Facts } from '../case/index.ts';
import type { CheckInput } from './answers.ts';
import { type Asked, askedPath } from './asked.ts';

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

/** Answers one screen after the other until nothing is left to ask. */
export const play = (start: CheckInput, { facts, conditions }: Truth): Asked =>
  askedPath(knowledge, start, { fact: (id) => facts[id], condition: (id) => conditions[id] });

/** A profile in which every condition is answered. */
export const profileWith = (present: Conditions): Conditions =>
  Object.fromEntries(
    knowledge.conditions.map(({ id }): [ConditionId, boolean | 'unsure'] => [id, present[id] ?? false]),
  );
