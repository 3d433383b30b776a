import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './checker.test-support.ts';
import {
  makePlan,
  OWN_DEEDS,
  type OwnItem,
  type Plan,
  type PlanRequest,
  VERSIONS,
  versionOf,
  withOwn,
} from './index.ts';
import { k, people, planOf, somebody } from './people.test-support.ts';

const ask = (over: Partial<PlanRequest> = {}): PlanRequest =>
  somebody({
    minutes: 12,
    tools: ['ball', 'wall', 'chair', 'heat-pack', 'towel', 'lotion', 'foam-roller'],
    places: ['desk', 'wall', 'floor', 'bed', 'shower'],
    ...over,
  });

const techniqueOf = (id: string) => k.techniques.find((entry) => entry.id === id);
const tagsOf = (id: string) => techniqueOf(id)?.tags ?? [];

describe('versions of a plan', () => {
  test('PLN-18: every version is a plan of its own request and of the one it came from', () => {
    const wider = ['more-time', 'with-a-helper'];
    fc.assert(
      fc.property(people(), fc.constantFrom(...VERSIONS), (request, version) => {
        const narrowed = versionOf(k, request, version);
        const result = makePlan(k, narrowed);
        expect(violationsOf(k, narrowed, result)).toEqual([]);
        if (!wider.includes(version)) expect(violationsOf(k, request, result)).toEqual([]);
      }),
      { numRuns: 80, seed: 18 },
    );
  });

  test('PLN-18: two minutes are two minutes, and still act on the muscle', () => {
    const plan = planOf(versionOf(k, ask(), 'two-minutes'));
    expect(plan.seconds).toBeLessThanOrEqual(120);
    expect(plan.items.some(({ muscle }) => muscle === 'trapezius-upper')).toBe(true);
  });

  test('PLN-18: on a flare day there is warmth, breathing, easy movement and walking, and nothing that presses or loads', () => {
    const plan = planOf(versionOf(k, ask(), 'flare-day'));
    for (const { technique, category } of plan.items)
      expect(['heat', 'calm', 'mobility'].includes(category) || technique === 'walking').toBe(true);
    expect(plan.items.map(({ category }) => category)).toContain('heat');
  });

  test('PLN-18: nothing at hand needs no tool, travel and office need no floor and no lying down', () => {
    const toolsOf = (plan: Plan) => plan.items.flatMap(({ technique }) => techniqueOf(technique)?.toolIds ?? []);
    const bare = planOf(versionOf(k, ask(), 'nothing-at-hand'));
    const stands = ['hand', ...k.surroundings.home.furniture];
    expect(toolsOf(bare).filter((tool) => !stands.includes(tool))).toEqual([]);
    for (const version of ['travel', 'office'] as const)
      for (const { technique } of planOf(versionOf(k, ask(), version)).items) {
        expect(tagsOf(technique)).not.toContain('floor-only');
        expect(techniqueOf(technique)?.postures ?? ['sitting']).not.toEqual(['lying']);
      }
  });

  test('PLN-18: low energy lies down, sets nothing up and loads nothing', () => {
    for (const { technique } of planOf(versionOf(k, ask(), 'low-energy')).items) {
      expect(techniqueOf(technique)?.postures ?? ['lying']).toContain('lying');
      expect((techniqueOf(technique)?.toolIds ?? []).filter((tool) => tool !== 'hand')).toEqual([]);
      expect(tagsOf(technique)).not.toContain('strengthen');
    }
  });

  test('PLN-18: the first 72 hours have no warmth', () => {
    const plan = planOf(versionOf(k, ask({ minutes: 20 }), 'first-72-hours'));
    expect(plan.items.flatMap(({ technique }) => tagsOf(technique))).not.toContain('heat');
  });

  test('PLN-18: with a helper somebody presses; with more time there is more', () => {
    const targets = [{ muscle: 'rhomboids', side: 'right', share: 1 }] as const;
    const helped = planOf(versionOf(k, ask({ targets }), 'with-a-helper'));
    expect(helped.items.map(({ technique }) => technique)).toContain('partner-pressure-upper-back');
    const longer = planOf(versionOf(k, ask({ minutes: 20 }), 'more-time'));
    expect(longer.items.length).toBeGreaterThan(4);
    expect(longer.expectedDrop).toBeGreaterThan(planOf(ask({ minutes: 20 })).expectedDrop);
  });
});

describe('too hard, too easy', () => {
  const targets = [{ muscle: 'piriformis', side: 'left', share: 1 }] as const;
  const bed = ask({ targets, tools: [], places: ['bed', 'desk'], minutes: 5 });

  test('PLN-19: what felt too hard gives way to its easier version', () => {
    const felt = { 'piriformis-figure-four': 'too-hard' } as const;
    const plan = planOf({ ...bed, preferences: { felt } });
    const reason = plan.leftOut.find(({ technique }) => technique === 'piriformis-figure-four')?.because;
    expect(reason).toEqual([{ kind: 'too-hard', easier: 'seated-figure-four' }]);
    expect(plan.items.find(({ technique }) => technique === 'seated-figure-four')?.because).toContain('easier-version');
  });

  test('PLN-19: without an open easier version there is less of it, and milder', () => {
    const only = ask({ tools: ['ball', 'wall'], places: ['wall'], preferences: { prefer: ['ball-wall-upper-trap'] } });
    const press = (plan: Plan) => plan.items.find(({ technique }) => technique === 'ball-wall-upper-trap')?.dose;
    const before = press(planOf(only));
    const after = press(
      planOf({ ...only, preferences: { ...only.preferences, felt: { 'ball-wall-upper-trap': 'too-hard' } } }),
    );
    expect(after?.repetitions ?? 9).toBeLessThan(before?.repetitions ?? 0);
    expect(after?.intensityCap).toBe(3);
  });

  test('PLN-19: too easy brings the harder version, and never one that is closed', () => {
    const felt = { 'seated-figure-four': 'too-easy' } as const;
    const plan = planOf({ ...bed, preferences: { felt } });
    const harder = plan.items.find(({ technique }) => technique === 'piriformis-figure-four');
    expect(harder?.because).toContain('harder-version');
    const closed = planOf({ ...bed, preferences: { felt }, conditions: { 'hip-replacement': true } });
    expect(closed.items.map(({ technique }) => technique)).not.toContain('piriformis-figure-four');
  });
});

describe('own exercises and devices', () => {
  const stretch: OwnItem = {
    id: 'own-1',
    name: 'Book opener of my physiotherapist',
    deed: 'stretch',
    muscles: ['trapezius-upper'],
    traits: {},
    tools: [],
    places: ['anywhere'],
    postures: ['sitting'],
    dose: { holdSeconds: 20, repetitions: 2, perSide: true },
  };
  const idsOf = (plan: Plan) => plan.items.map(({ technique }) => technique);

  test('PLN-20: an own exercise is in the plan, says so, and its dose is cut by the rules', () => {
    const own = [{ ...stretch, muscles: ['rhomboids'], dose: { ...stretch.dose, holdSeconds: 300, intensityCap: 9 } }];
    const plan = planOf(ask({ targets: [{ muscle: 'rhomboids', side: 'right', share: 1 }], tools: [], own }));
    const item = plan.items.find(({ technique }) => technique === 'own-1');
    expect(item?.because).toContain('own');
    expect(item?.grade).toBe('expert-opinion');
    expect(item?.dose.holdSeconds).toBeLessThanOrEqual(60);
    expect((item?.dose.holdSeconds ?? 0) * (item?.dose.repetitions ?? 0)).toBeLessThanOrEqual(60);
    expect(item?.dose.intensityCap).toBeLessThanOrEqual(4);
  });

  test('PLN-20: what nobody said about it counts as yes: vertigo, head held by the hand', () => {
    const conditions = { 'neck-instability': true } as const;
    expect(idsOf(planOf(ask({ own: [stretch], conditions })))).not.toContain('own-1');
    const turns: OwnItem = { ...stretch, muscles: ['rhomboids'], postures: ['sitting'] };
    const targets = [{ muscle: 'rhomboids', side: 'right', share: 1 }] as const;
    const spinal = { 'spinal-hardware': true } as const;
    expect(idsOf(planOf(ask({ targets, own: [turns], conditions: spinal })))).not.toContain('own-1');
    const still: OwnItem = {
      ...turns,
      traits: {
        'turns-the-back': false,
        'rounds-the-back': false,
        'arches-the-back': false,
        'head-below-heart': false,
        'to-the-end-of-range': false,
      },
      knownTo: ['spinal-hardware'],
    };
    expect(idsOf(planOf(ask({ targets, own: [still], conditions: spinal })))).toContain('own-1');
  });

  test('PLN-20: an own ball does not press the front of the neck, and an own massage gun keeps off the neck', () => {
    const press: OwnItem = { ...stretch, deed: 'press', muscles: ['scalenes'], dose: { holdSeconds: 30 } };
    const targets = [{ muscle: 'scalenes', side: 'left', share: 1 }] as const;
    expect(idsOf(planOf(ask({ targets, own: [press] })))).not.toContain('own-1');
    const gun: OwnItem = { ...stretch, deed: 'drum', dose: { holdSeconds: 30 } };
    expect(idsOf(planOf(ask({ own: [gun] })))).not.toContain('own-1');
  });

  test('PLN-20: an own TENS device goes where evidence and conditions allow, never with a pacemaker', () => {
    const tens: OwnItem = {
      ...stretch,
      deed: 'tens',
      muscles: ['iliocostalis-lumborum'],
      tools: ['tens-unit'],
      dose: { minutes: 20, perDay: 2 },
    };
    const request = ask({
      targets: [{ muscle: 'iliocostalis-lumborum', side: 'left', share: 1 }],
      tools: ['tens-unit'],
      minutes: 30,
      own: [tens],
    });
    const item = planOf(request).items.find(({ technique }) => technique === 'own-1');
    expect(item?.grade).toBe('contested');
    expect(item?.seconds).toBeLessThanOrEqual(20 * 60);
    for (const condition of ['implanted-device', 'epilepsy', 'pregnancy'])
      expect(idsOf(planOf({ ...request, conditions: { [condition]: true } }))).not.toContain('own-1');
    expect(idsOf(planOf(ask({ targets: request.targets, tools: ['tens-unit'] })))).not.toContain('tens-pads-low-back');
  });

  test('PLN-20: own warmth told as a hold is taken off when any warmth is, sooner where a condition says so', () => {
    const warm: OwnItem = { ...stretch, deed: 'warm', muscles: ['rhomboids'], tools: [], dose: { holdSeconds: 1750 } };
    const request = ask({ targets: [{ muscle: 'rhomboids', side: 'right', share: 1 }], minutes: 30, own: [warm] });
    const never = k.techniques.map(({ id }) => id);
    const longest = (conditions: PlanRequest['conditions']) =>
      planOf({ ...request, conditions, preferences: { never } }).items.find(({ technique }) => technique === 'own-1')
        ?.seconds;
    expect(longest({})).toBeLessThanOrEqual(20 * 60);
    expect(longest({ diabetes: true })).toBeLessThanOrEqual(15 * 60);
  });

  test('PLN-20: own repetitions without a length get time to be done', () => {
    const move: OwnItem = { ...stretch, deed: 'move', muscles: ['rhomboids'], dose: { repetitions: 10 } };
    const targets = [{ muscle: 'rhomboids', side: 'right', share: 1 }] as const;
    const preferences = { never: k.techniques.map(({ id }) => id) };
    const item = planOf(ask({ targets, own: [move], preferences })).items.find(
      ({ technique }) => technique === 'own-1',
    );
    expect(item?.dose.repetitions).toBe(10);
    expect(item?.dose.seconds).toBeGreaterThanOrEqual(20);
  });

  test('PLN-20: random own items break no rule', () => {
    const own = fc.record({
      deed: fc.constantFrom(...OWN_DEEDS),
      muscles: fc.subarray(
        k.muscles.map(({ id }) => id),
        { maxLength: 4 },
      ),
      postures: fc.subarray(['sitting', 'standing', 'lying', 'kneeling'] as const, { minLength: 1 }),
      places: fc.subarray(['desk', 'floor', 'bed', 'anywhere'] as const, { minLength: 1 }),
      minutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      holdSeconds: fc.integer({ min: 1, max: 200 }),
      repetitions: fc.integer({ min: 1, max: 40 }),
      intensityCap: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(people(), own, (request, { minutes, holdSeconds, repetitions, intensityCap, ...of }) => {
        const lasts = ['warm', 'cool', 'tens', 'breathe'].includes(of.deed);
        const dose = lasts ? { minutes: minutes ?? 10 } : { holdSeconds, repetitions, intensityCap };
        const item: OwnItem = { id: 'own-1', name: 'mine', tools: [], ...of, dose };
        const asked = { ...request, own: [item] };
        expect(violationsOf(withOwn(k, [item]), asked, makePlan(k, asked))).toEqual([]);
      }),
      { numRuns: 200, seed: 20 },
    );
  });
});
