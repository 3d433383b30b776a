import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './checker.test-support.ts';
import { makePlan, type Plan, type PlanRequest } from './index.ts';
import { clearedAt, k, people, planOf, somebody } from './people.test-support.ts';

describe('the checker has teeth', () => {
  const request = somebody({
    targets: [{ muscle: 'rhomboids', side: 'right', share: 1 }],
    minutes: 20,
    tools: ['ball', 'wall', 'heat-pack', 'towel', 'lotion'],
    places: ['desk', 'wall', 'floor'],
  });
  const plan = planOf(request);
  const press = plan.items.findIndex(({ category }) => category === 'pressure-release');
  const heat = plan.items.findIndex(({ category }) => category === 'heat');

  type Tampered = readonly [string, Plan, Partial<PlanRequest>?];
  const item = (index: number, change: object, dose: object = {}): Plan => ({
    ...plan,
    items: plan.items.map((entry, n) =>
      n === index ? { ...entry, ...change, dose: { ...entry.dose, ...dose } } : entry,
    ) as unknown as Plan['items'],
  });
  const tampered: readonly Tampered[] = [
    ['a hold of two minutes', item(press, {}, { holdSeconds: 120 })],
    ['pressure of six out of ten', item(press, {}, { intensityCap: 6 })],
    ['five spots', item(press, {}, { repetitions: 5 })],
    ['heat for half an hour', item(heat, { seconds: 1800 })],
    ['heat without a cloth', item(heat, {}, { confirm: ['awake', 'nothing-on-skin'] })],
    ['pressing the front of the neck', item(press, { muscle: 'scm-sternal' })],
    ['a tablet', item(press, { technique: 'ibuprofen-otc' })],
    ['a technique that does not exist', item(press, { technique: 'made-up' })],
    ['warmth after pressing', { ...plan, items: [...plan.items].reverse() as unknown as Plan['items'] }],
    ['no word on when to get help', { ...plan, says: plan.says.filter((code) => code !== 'when-to-get-help') }],
    ['more minutes than asked', plan, { minutes: 10 }],
    ['a ball that is not there', plan, { tools: ['heat-pack', 'towel', 'lotion', 'wall'] }],
    ['heat on numb skin', plan, { conditions: { 'reduced-sensation': 'unsure' } }],
    ['a ball on thin bones', plan, { conditions: { osteoporosis: true } }],
    ['pressing before a doctor was seen', plan, { clearance: clearedAt('see-doctor-soon') }],
    ['a plan for a child', plan, { ageYears: 12 }],
    ['what was never wanted', plan, { preferences: { never: [plan.items[press]?.technique ?? ''] } }],
  ];

  test('a plan as it was made passes', () => {
    expect(violationsOf(k, request, plan)).toEqual([]);
    expect([press, heat].every((index) => index >= 0)).toBe(true);
  });

  test.each(tampered.map(([fault, wrong, over]) => ({ fault, wrong, over })))('it sees $fault', ({ wrong, over }) => {
    expect(violationsOf(k, { ...request, ...over }, wrong)).not.toEqual([]);
  });
});

describe('whoever asks', () => {
  // Two thousand people take a while on a busy machine.
  test('PLN-01 to PLN-28: no plan for 2,000 random people breaks a rule the checker knows', {
    timeout: 180_000,
  }, () => {
    fc.assert(
      fc.property(people(), (request) => {
        const result = makePlan(k, request);
        expect(violationsOf(k, request, result)).toEqual([]);
        if (result.kind !== 'plan') return;
        // PLN-28: whoever gets clearly less time than asked is told so, and nobody else.
        const asked = 60 * Math.min(request.minutes, 30);
        expect(result.shorter !== null).toBe(result.seconds < 0.8 * asked);
      }),
      { numRuns: 2000, seed: 20_261 },
    );
  });
});
