// Which self-tests are closed for a person: a test provokes pain on purpose, so what may not be pressed or stretched in a
// plan may not be tried out either. Conditions say what they exclude with tags of techniques; here these tags are read for
// tests. A condition that is answered "not sure" counts as there.

import type { ConditionId, SelfTestId } from '@unknot/engine/case';
import type { Condition } from '@unknot/knowledge/schema';

/** What the check leaves: everything, no pressing, or no test at all. */
export type TestsLeft = 'all' | 'no-pressing' | 'none';

interface Test {
  readonly id: SelfTestId;
  readonly presses: boolean;
  /** Group of its muscle. */
  readonly group: string;
}

const NECK = ['head-neck', 'neck-shoulder'];
const RIBS = ['chest', 'mid-back', 'upper-back'];
const LEGS = ['thigh-leg', 'hip-buttock'];

/** Tag that a condition excludes → whether it closes a test. Own setting, on the side of caution. */
const CLOSED_BY: Readonly<Record<string, (test: Test) => boolean>> = {
  'tag:all': () => true,
  'tag:pressure': ({ presses }) => presses,
  'tag:firm-pressure': ({ presses }) => presses,
  'tag:leg-pressure': ({ presses, group }) => presses && LEGS.includes(group),
  'tag:over-ribs': ({ presses, group }) => presses && RIBS.includes(group),
  'tag:neck-pressure': ({ group }) => NECK.includes(group),
  'tag:neck-hand-force': ({ group }) => NECK.includes(group),
  'tag:stretch': ({ presses }) => !presses,
  'tag:strengthen': ({ presses }) => !presses,
  'tag:mobilise': ({ presses }) => !presses,
  'tag:end-range': ({ presses }) => !presses,
};

/**
 * @param told        conditions that were answered "yes" or "not sure"
 * @param conditions  what each of them excludes; null: not known yet, then any condition closes every test
 */
export function closedTests(
  tests: readonly Test[],
  left: TestsLeft,
  told: readonly ConditionId[],
  conditions: readonly Pick<Condition, 'id' | 'excludes'>[] | null,
): SelfTestId[] {
  if (left === 'none' || (told.length > 0 && conditions === null)) return tests.map(({ id }) => id);
  const excluded = (conditions ?? []).filter(({ id }) => told.includes(id)).flatMap(({ excludes }) => excludes);
  return tests
    .filter(
      (test) => (left === 'no-pressing' && test.presses) || excluded.some((tag) => CLOSED_BY[tag]?.(test) === true),
    )
    .map(({ id }) => id);
}
