// A person's answers as they come from outside: what is named is answered, what is not named stays unknown.

import type { PlaceId } from '@unknot/engine/case';
import { type CheckInput, decodeCheckInput } from '@unknot/engine/triage';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { type Fields, oneOf, refuseAs } from '../input/index.ts';

/** Where a plan can be carried out. */
export const PLACES: readonly PlaceId[] = ['desk', 'wall', 'floor', 'bed', 'shower', 'anywhere'];

/**
 * @param given   `facts` and `conditions`, and perhaps `age` and `sex`
 * @param called  how facts and conditions are called where they come from
 * @throws {BadInput} naming the field
 */
export function storyIn(
  k: CheckKnowledge,
  given: Fields,
  called = { facts: 'facts', conditions: 'conditions' },
): CheckInput {
  if (given.sex !== undefined) oneOf(given.sex, 'sex', 'a sex', ['f', 'm', 'female', 'male']);
  const decoded = decodeCheckInput(k, given);
  if (decoded.kind === 'ok') return decoded.input;
  const regions = k.factMapping.regions.map(({ region }) => region);
  const known = [...Object.keys(k.facts), ...k.conditions.map(({ id }) => id), ...regions];
  const field = decoded.field.replace(/^(facts|conditions)\b/, (name) => called[name as keyof typeof called]);
  refuseAs({ ...decoded, field }, given, known);
}
