import type { Plan } from '@unknot/engine/plan';
import plan from '@unknot/knowledge/edition/plan.json';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { expect, test } from 'vitest';
import { workedOnInstead } from './worked-on.ts';

const knowledge = plan as unknown as PlanKnowledge;
const planOf = (...items: readonly (readonly [string, string | null, string, number])[]) =>
  ({
    items: items.map(([technique, muscle, phase, seconds]) => ({ technique, muscle, phase, seconds })),
  }) as unknown as Pick<Plan, 'items'>;

test('a press on the neighbour is named, one on the likely muscle is not', () => {
  const press = (technique: string, muscle: string, likely: string) =>
    workedOnInstead(
      knowledge,
      planOf([technique, muscle, 'release', 150], ['neck-rotation', likely, 'lengthen', 60]),
      likely,
    );
  expect(press('hand-press-levator', 'splenius-cervicis', 'splenius-cervicis')).toBe('levator-scapulae');
  expect(press('hand-press-levator', 'levator-scapulae', 'levator-scapulae')).toBeNull();
  // The second muscle of the ranking.
  expect(press('ball-wall-upper-trap', 'trapezius-upper', 'levator-scapulae')).toBe('trapezius-upper');
});

test('without pressing the longest work counts, never warmth or what is for the whole body', () => {
  const gentle = planOf(
    ['heat-pack-moist', 'levator-scapulae', 'warm', 900],
    ['neck-rotation', 'splenius-cervicis', 'lengthen', 60],
    ['diaphragmatic-breathing', null, 'calm', 300],
  );
  expect(workedOnInstead(knowledge, gentle, 'splenius-cervicis')).toBeNull();
  expect(workedOnInstead(knowledge, gentle, 'levator-scapulae')).toBe('splenius-cervicis');
  expect(workedOnInstead(knowledge, planOf(['walking', null, 'move', 600]), 'levator-scapulae')).toBeNull();
});
