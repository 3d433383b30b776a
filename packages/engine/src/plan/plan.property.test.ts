import planEdition from '@unknot/knowledge/edition/plan.json';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './checker.test-support.ts';
import { makePlan } from './index.ts';
import { people } from './people.test-support.ts';

const k = planEdition as unknown as PlanKnowledge;

describe('whoever asks', () => {
  test('PLN-01 to PLN-16: no plan for 2,500 random people breaks a rule the checker knows', () => {
    fc.assert(
      fc.property(people(k), (request) => {
        expect(violationsOf(k, request, makePlan(k, request))).toEqual([]);
      }),
      { numRuns: 2500, seed: 20_261 },
    );
  });
});
