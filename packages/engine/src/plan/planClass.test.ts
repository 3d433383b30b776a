import { readFileSync } from 'node:fs';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import { planClassOf } from './index.ts';

type Small = Pick<PlanKnowledge, 'muscles' | 'techniques'>;
const knowing = (techniques: Readonly<Record<string, readonly string[]>>, muscles: readonly string[]): Small =>
  ({
    muscles: muscles.map((id) => ({ id })),
    techniques: Object.entries(techniques).map(([id, targets]) => ({ id, targets })),
  }) as unknown as Small;

describe('muscles that lead to the same plan', () => {
  test('share two thirds of their techniques, and are named by the first of them', () => {
    const classOf = planClassOf(
      knowing({ ball: ['b', 'a', 'c'], cane: ['a', 'b', 'c'], stretch: ['a', 'b'], walk: ['c'] }, ['c', 'b', 'a']),
    );
    expect(['a', 'b', 'c'].map(classOf)).toEqual(['a', 'a', 'c']);
  });

  test('a chain of neighbours is not one class', () => {
    const chain = { one: ['a', 'b', 'c'], two: ['a', 'b', 'c'], three: ['a', 'b'], four: ['b', 'c'], five: ['c'] };
    const classOf = planClassOf(knowing(chain, ['a', 'b', 'c']));
    expect(classOf('a')).not.toBe(classOf('c'));
  });

  test('what has no technique of its own, or is not known, stands alone', () => {
    const classOf = planClassOf(knowing({ rest: ['any'] }, ['a', 'b']));
    expect(['a', 'b', 'unheard-of'].map(classOf)).toEqual(['a', 'b', 'unheard-of']);
  });

  test('in the knowledge the two layers of the quadratus lumborum are one, neck and hip are not', () => {
    const known: PlanKnowledge = JSON.parse(
      readFileSync(new URL('../../../knowledge/edition/plan.json', import.meta.url), 'utf8'),
    );
    const classOf = planClassOf(known);
    expect(classOf('quadratus-lumborum-superficial')).toBe(classOf('quadratus-lumborum-deep'));
    expect(classOf('piriformis')).not.toBe(classOf('levator-scapulae'));
  });
});
