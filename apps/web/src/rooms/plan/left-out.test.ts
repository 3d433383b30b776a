import type { LeftOut, LeftOutReason } from '@unknot/engine/plan';
import { expect, test } from 'vitest';
import { leftOutParts, waitsForYes } from './left-out.ts';

const out = (technique: string, ...because: [LeftOutReason, ...LeftOutReason[]]): LeftOut => ({ technique, because });
const tool: LeftOutReason = { kind: 'tool', tool: 'ball' };
const yes: LeftOutReason = { kind: 'unconfirmed', condition: 'anticoagulant', confirm: 'soft-ball' };

test('PLN-14: reasons of health stand first, what is only not needed last, and what was never meant is not told', () => {
  const condition: LeftOutReason = { kind: 'condition', condition: 'anticoagulant' };
  const parts = leftOutParts([
    out('weak', { kind: 'weaker' }),
    out('cane', tool, condition),
    out('ball', tool),
    out('tablet', { kind: 'not-in-a-session' }),
    out('soft', yes),
  ]);
  const names = (list: readonly LeftOut[]) => list.map(({ technique }) => technique);
  expect(names(parts.forSafety)).toEqual(['cane', 'soft']);
  expect(parts.forSafety[0]?.because[0]).toEqual(condition);
  expect([names(parts.otherwise), names(parts.notNeeded)]).toEqual([['ball'], ['weak']]);
});

test('PLN-14: a yes is asked for only where it opens something', () => {
  expect(waitsForYes(out('soft', yes))).toBe(true);
  expect(waitsForYes(out('soft', yes, tool))).toBe(false);
});
