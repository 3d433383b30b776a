import checkEdition from '@unknot/knowledge/edition/check.json';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import type { Conditions } from '../case/index.ts';
import { verdictAssumingNo } from '../triage/index.ts';
import { makePlan, type Plan, type PlanRequest } from './index.ts';
import { clearedAt, k, planOf, somebody } from './people.test-support.ts';

const check = checkEdition as unknown as CheckKnowledge;

const ask = (over: Partial<PlanRequest> = {}): PlanRequest =>
  somebody({
    targets: [{ muscle: 'quadratus-lumborum-superficial', side: 'right', share: 1 }],
    minutes: 20,
    tools: Object.keys(k.toolVocabulary),
    places: ['desk', 'wall', 'floor', 'bed', 'shower'],
    ageYears: 50,
    ...over,
  });
const planFor = (over: Partial<PlanRequest> = {}): Plan => planOf(ask(over));

/** Why something open is not in a plan. */
const NOT_NEEDED: readonly string[] = ['weaker', 'enough', 'alike', 'by-wish', 'no-help'];

/** What is not closed for somebody with these conditions: items, and what is only not needed. */
function openWith(conditions: Conditions, muscle: string, over: Partial<PlanRequest> = {}): ReadonlySet<string> {
  const plan = planFor({ conditions, targets: [{ muscle, side: 'right', share: 1 }], ...over });
  const notNeeded = plan.leftOut.filter(({ because }) => because.some(({ kind }) => NOT_NEEDED.includes(kind)));
  return new Set([...plan.items, ...notNeeded].map(({ technique }) => technique));
}

describe('every bannable thing has its allowed neighbour', () => {
  const QL = 'quadratus-lumborum-superficial';
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['pregnancy-from-16-weeks', 'latissimus-dorsi', 'child-pose', 'ql-side-bend'],
    ['pelvic-girdle-pain', 'gluteus-medius', 'seated-figure-four', 'ball-wall-glute'],
    ['vertebral-fracture-old', QL, 'child-pose-side-reach', 'ql-side-bend'],
    ['fragile-skin', 'infraspinatus', 'percussion-upper-back', 'slow-strokes'],
    ['polymyalgia', 'infraspinatus', 'percussion-upper-back', 'cross-body-stretch'],
    ['spinal-infection-treated', 'rhomboids', 'peanut-ball-wall', 'rhomboid-hug-stretch'],
    ['spinal-cord-injury', 'trapezius-upper', 'percussion-upper-back', 'shoulder-rolls'],
    ['overactive-thyroid', QL, 'warm-bath', 'ql-side-bend'],
    ['gout', 'latissimus-dorsi', 'child-pose', 'desk-lat-stretch'],
    ['uncontrolled-blood-pressure', 'latissimus-dorsi', 'desk-lat-stretch', 'ql-side-bend'],
    ['knee-arthritis', 'latissimus-dorsi', 'child-pose', 'desk-lat-stretch'],
    ['operation-elsewhere', 'gluteus-medius', 'ball-wall-glute', 'seated-figure-four'],
    ['recent-surgery', 'trapezius-upper', 'ball-wall-upper-trap', 'shoulder-rolls'],
    ['fever-or-infection', 'trapezius-upper', 'ball-wall-upper-trap', 'shoulder-rolls'],
  ];

  test.each(rows.map(([condition, muscle, closed, open]) => ({ condition, muscle, closed, open })))(
    'PLN-02: with $condition $closed is closed and $open stays open',
    ({ condition, muscle, closed, open }) => {
      const asked = openWith({ [condition]: true }, muscle);
      expect(asked.has(closed)).toBe(false);
      expect(asked.has(open)).toBe(true);
      expect(openWith({ [condition]: 'unsure' }, muscle).has(closed)).toBe(false);
    },
  );

  test('PLN-03: lupus keeps pressing light; medicines and potassium touch no movement', () => {
    const caps = planFor({
      conditions: { lupus: true },
      targets: [{ muscle: 'infraspinatus', side: 'left', share: 1 }],
    })
      .items.filter(({ category }) => category === 'pressure-release')
      .map(({ dose }) => dose.intensityCap);
    expect(Math.max(...caps)).toBeLessThanOrEqual(3);
    for (const [condition, says] of [
      ['potassium-sparing-medicine', 'ask-pharmacist'],
      ['bipolar-disorder', 'lithium-warning'],
    ] as const) {
      const plan = planFor({ conditions: { [condition]: true } });
      expect(plan.items.map(({ technique }) => technique)).toEqual(planFor().items.map(({ technique }) => technique));
      expect(plan.says).toContain(says);
      expect(k.techniques.find(({ id }) => id === 'ibuprofen-otc')?.contraindications).toContain(condition);
    }
  });

  test('PLN-01: weeks of pregnancy are a number: from sixteen on nobody lies flat, whatever was confirmed', () => {
    const lying = (weeks: number) =>
      openWith({ pregnancy: true }, 'piriformis', {
        facts: { 'pregnancy-weeks': weeks },
        confirmed: ['under-16-weeks'],
        ageYears: 30,
      }).has('piriformis-figure-four');
    expect([lying(8), lying(16), lying(30)]).toEqual([true, false, false]);
  });

  test('PLN-03: a cold without fever opens stretching and walking, and never pressing or local warmth', () => {
    const conditions = { 'fever-or-infection': true } as const;
    const ill = openWith(conditions, 'rhomboids');
    expect([ill.has('rhomboid-hug-stretch'), ill.has('shoulder-rolls')]).toEqual([false, true]);
    const cold = openWith(conditions, 'rhomboids', { confirmed: ['mild-no-fever'] });
    for (const open of ['rhomboid-hug-stretch', 'walking', 'slow-strokes']) expect(cold.has(open), open).toBe(true);
    for (const closed of ['ball-wall-upper-back', 'heat-pack-moist', 'band-row']) expect(cold.has(closed)).toBe(false);
  });

  test('PLN-03: after an operation on the trunk the team opens stretching, but not in the first six weeks', () => {
    const conditions = { 'recent-surgery': true } as const;
    const stretch = (more: Conditions, confirmed: readonly string[]) =>
      openWith({ ...conditions, ...more }, 'rhomboids', { confirmed }).has('rhomboid-hug-stretch');
    expect(stretch({}, [])).toBe(false);
    expect(stretch({}, ['team-agreed'])).toBe(true);
    expect(stretch({ 'operation-under-6-weeks': true }, ['team-agreed'])).toBe(false);
  });
});

describe('what nobody asked', () => {
  test('PLN-01: a condition that would take an item away is asked, if it can be true of this person', () => {
    const asked = (over: Partial<PlanRequest>) => planFor({ minutes: 15, ...over }).needsAsking;
    const yes = { sex: 'female', ageYears: 32 } as const;
    expect(asked(yes)).toContain('pregnancy');
    expect(asked({ ...yes, ageYears: 60 })).not.toContain('pregnancy');
    expect(asked({ ...yes, sex: 'male' })).not.toContain('pregnancy');
    const flat = { ...yes, targets: [{ muscle: 'lumbar-multifidi', side: 'left', share: 1 }], tools: [] } as const;
    const onlyFloor = {
      ...flat,
      places: ['floor'],
      conditions: { pregnancy: 'unsure' },
      confirmed: ['under-16-weeks'],
    } as const;
    expect(asked(onlyFloor)).toContain('pregnancy-from-16-weeks');
    expect(asked({ ...onlyFloor, conditions: { pregnancy: false } })).not.toContain('pregnancy-from-16-weeks');
  });

  test('PLN-01: not knowing the age or the sex is no reason not to ask', () => {
    const { ageYears: _, ...unknown } = ask({ minutes: 15 });
    const result = makePlan(k, unknown);
    expect(result.kind === 'plan' && result.needsAsking).toContain('pregnancy');
  });
});

describe('what the check leaves open', () => {
  const muscles = ['trapezius-upper', 'rhomboids', 'quadratus-lumborum-superficial', 'gluteus-medius'];

  test.each(['see-doctor', 'see-doctor-soon'] as const)(
    'PLN-06: at %s there is warmth, breathing, walking and gentle movement for every muscle',
    (level) => {
      for (const muscle of muscles) {
        const open = openWith({}, muscle, { clearance: clearedAt(level), minutes: 25 });
        for (const gentle of ['heat-pack-moist', 'diaphragmatic-breathing', 'walking'])
          expect(open.has(gentle)).toBe(true);
        const moves = k.techniques.filter(({ id, tags }) => open.has(id) && tags.includes('mobilise'));
        expect(moves.length, muscle).toBeGreaterThan(0);
      }
    },
  );

  test('TRI-08: with sickle cell disease a fever is an emergency; with a bleeding disorder a blow is seen today', () => {
    const level = (facts: Record<string, boolean | number>, condition: string) =>
      verdictAssumingNo(check, { facts, conditions: { [condition]: true }, painted: [], ageYears: 30 }).kind;
    expect(level({ 'pain-back': true, fever: true }, 'sickle-cell')).toBe('emergency');
    expect(level({ 'pain-back': true, 'recent-trauma': true }, 'bleeding-disorder')).toBe('urgent-24h');
    expect(level({ 'pain-neck': true, 'pain-score': 4 }, 'sickle-cell')).toBe('self-care');
    expect(level({ 'pain-neck': true, 'pain-score': 4 }, 'bleeding-disorder')).toBe('self-care');
  });

  test('TRI-16: bleeding disorder, sickle cell disease and an aneurysm have a screen to be told on', () => {
    const asked = check.checkQuestions.flatMap(({ conditionItems = [] }) => conditionItems);
    for (const condition of ['bleeding-disorder', 'sickle-cell', 'known-aneurysm']) expect(asked).toContain(condition);
  });
});

describe('needless timidity in the data', () => {
  const technique = (id: string) => k.techniques.find((entry) => entry.id === id);

  test('a standing hip stretch exists, the roller needs its roller, a mat is no must, a shower is not a bath', () => {
    expect(technique('hip-flexor-stretch-standing')?.targets).toContain('iliopsoas');
    expect(technique('thoracic-extension-roller')?.toolIds).toContain('foam-roller');
    for (const { id, toolIds } of k.techniques) expect(toolIds, id).not.toContain('mat');
    expect(technique('warm-shower')?.dose.totalMinutesMax).toBeLessThan(
      technique('warm-bath')?.dose.totalMinutesMax ?? 0,
    );
    const shower = openWith({ 'heart-disease': true }, 'trapezius-upper', { preferences: { prefer: ['warm-shower'] } });
    expect([shower.has('warm-shower'), shower.has('warm-bath')]).toEqual([true, false]);
  });
});
