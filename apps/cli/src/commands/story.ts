// A person's answers as they come from outside: what is named is answered, what is not named stays unknown.

import { type CheckInput, decodeCheckInput } from '@unknot/engine/triage';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { type Fields, oneOf, refuseAs } from '../input/index.ts';

/**
 * @param given   `facts` and `conditions`, and perhaps `age` and `sex`
 * @param called  how the facts are called where they come from
 * @throws {BadInput} naming the field
 */
export function storyIn(k: CheckKnowledge, given: Fields, called = 'facts'): CheckInput {
  if (given.sex !== undefined) oneOf(given.sex, 'sex', 'a sex', ['f', 'm', 'female', 'male']);
  const decoded = decodeCheckInput(k, given);
  if (decoded.kind === 'ok') return decoded.input;
  const regions = k.factMapping.regions.map(({ region }) => region);
  const known = [...Object.keys(k.facts), ...k.conditions.map(({ id }) => id), ...regions];
  refuseAs({ ...decoded, field: decoded.field.replace(/^facts\b/, called) }, given, known);
}
