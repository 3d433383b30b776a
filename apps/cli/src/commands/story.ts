// A person's answers as they come from outside: facts and conditions, both optional, both by id.

import type { FactAnswer } from '@unknot/engine/case';
import type { CheckInput } from '@unknot/engine/triage';
import type { CheckKnowledge, Fact } from '@unknot/knowledge/schema';
import { type Fields, fieldsOf, listOf, meant, numberIn, oneOf, refuse, shown } from '../input/index.ts';

const OLDEST = 120;
const MOST: Readonly<Record<string, number>> = { years: OLDEST, months: 12 * OLDEST, weeks: 52 * OLDEST };

/**
 * What is named is answered; what is not named stays unknown. `pain-region` is a list of painted regions.
 *
 * @param names  how the fields are called where they come from
 * @throws {BadInput} naming the field
 */
export function storyIn(k: CheckKnowledge, fields: Fields, names: { readonly facts: string }): CheckInput {
  const { age, sex, conditions = [] } = fields;
  const facts: Record<string, FactAnswer> = {};
  let painted: CheckInput['painted'] = [];
  for (const [id, answer] of Object.entries(fieldsOf(fields[names.facts] ?? {}, names.facts))) {
    const at = `${names.facts}.${id}`;
    const fact = Object.hasOwn(k.facts, id) ? k.facts[id] : undefined;
    if (!fact) refuse(at, `is not a fact we know${meant(id, Object.keys(k.facts))}`);
    if (fact.kind === 'body-map') painted = regionsIn(k, answer, at);
    else facts[id] = answerIn(fact, answer, at);
  }
  const ids = k.conditions.map(({ id }) => id);
  const named = listOf(conditions, 'conditions').map((id, i) => oneOf(id, `conditions[${i}]`, 'a condition', ids));
  return {
    facts,
    conditions: Object.fromEntries(named.map((id) => [id, true])),
    painted,
    ...(age === undefined ? {} : { ageYears: numberIn(age, 'age', 0, OLDEST) }),
    ...(sex === undefined ? {} : { sex: SEXES[oneOf(sex, 'sex', 'a sex', Object.keys(SEXES))] ?? 'female' }),
  };
}

const SEXES: Readonly<Record<string, 'female' | 'male'>> = { f: 'female', m: 'male', female: 'female', male: 'male' };

function answerIn(fact: Fact, answer: unknown, at: string): FactAnswer {
  if (answer === 'unsure' || (answer === 'skipped' && fact.sensitive === true)) return answer;
  if (fact.kind === 'scale-0-10') return numberIn(answer, at, 0, 10);
  if (fact.unit !== undefined) return numberIn(answer, at, 0, MOST[fact.unit] ?? OLDEST);
  if (typeof answer === 'boolean') return answer;
  refuse(at, `must be true, false${fact.sensitive ? ', "skipped"' : ''} or "unsure", got ${shown(answer)}`);
}

function regionsIn(k: CheckKnowledge, answer: unknown, at: string): CheckInput['painted'] {
  const known = k.factMapping.regions.map(({ region }) => region);
  return listOf(answer, at).map((region, i) => ({ region: oneOf(region, `${at}[${i}]`, 'a region', known) }));
}
