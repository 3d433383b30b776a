import { describe, expect, test } from 'vitest';
import { isOpenAlone, makePlan, type PlanRequest } from './index.ts';
import { clearedAt, k, somebody } from './people.test-support.ts';

const nothing = Object.fromEntries(k.conditions.map(({ id }) => [id, false]));

const ask = (conditions: PlanRequest['conditions'], over: Partial<PlanRequest> = {}): PlanRequest =>
  somebody({ minutes: 2, tools: [], places: ['desk'], conditions, ...over });

describe('a movement by itself', () => {
  test('PLN-26: a twist is closed by a fragile back also when the shoulder hurts and no plan would have meant it', () => {
    for (const condition of ['osteoporosis', 'spinal-hardware', 'vertebral-fracture-old', 'recent-fracture'] as const) {
      const request = ask({ ...nothing, [condition]: true });
      const plan = makePlan(k, request);
      expect(plan.kind !== 'see-someone' && plan.leftOut.map(({ technique }) => technique)).not.toContain(
        'seated-twist',
      );
      expect(isOpenAlone(k, request, 'seated-twist')).toBe(false);
    }
    expect(isOpenAlone(k, ask(nothing), 'seated-twist')).toBe(true);
  });

  test('PLN-26: what nobody was asked about closes it', () => {
    const { osteoporosis: _, ...others } = nothing;
    expect(isOpenAlone(k, ask(others), 'seated-twist')).toBe(false);
    expect(isOpenAlone(k, ask(nothing, { ageYears: 16 }), 'shrug-drop')).toBe(false);
  });

  test('PLN-26: a word of the check and "never again" close it, a plan of two minutes without its tools does not', () => {
    const soon = ask(nothing, { clearance: clearedAt('see-doctor-soon') });
    expect(isOpenAlone(k, soon, 'scapular-squeeze')).toBe(false);
    expect(isOpenAlone(k, ask(nothing, { preferences: { never: ['shrug-drop'] } }), 'shrug-drop')).toBe(false);
    expect(isOpenAlone(k, ask(nothing, { places: [] }), 'shrug-drop')).toBe(true);
  });
});
