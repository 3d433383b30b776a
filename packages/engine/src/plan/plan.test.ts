import checkEdition from '@unknot/knowledge/edition/check.json';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import casebook from '../../../../tests/casebook/plan.json';
import ownCasebook from '../../../../tests/casebook/plan-own.json';
import { violationsOf } from './checker.test-support.ts';
import {
  makePlan,
  type Plan,
  type PlanCasebook,
  type PlanHistory,
  type PlanRequest,
  partnerCard,
  planMeasures,
  type TechniqueUse,
} from './index.ts';
import { clearedAt, k, planOf, somebody } from './people.test-support.ts';

const check = checkEdition as unknown as CheckKnowledge;
const HOUR = 3_600_000;
const NOW = 1_790_000_000_000;
const planFor = (over: Partial<PlanRequest> = {}): Plan => planOf(somebody(over));

const techniques = (plan: Plan) => plan.items.map(({ technique }) => technique);
const tagsOf = (id: string) => k.techniques.find((entry) => entry.id === id)?.tags ?? [];
const withTag = (plan: Plan, tag: string) => plan.items.filter(({ technique }) => tagsOf(technique).includes(tag));
const reasonsFor = (plan: Plan, id: string) => plan.leftOut.find(({ technique }) => technique === id)?.because ?? [];

const use = (technique: string, hoursAgo: number, over: Partial<TechniqueUse> = {}): TechniqueUse => ({
  technique,
  muscle: 'trapezius-upper',
  side: 'right',
  at: NOW - hoursAgo * HOUR,
  ...over,
});
const history = (uses: readonly TechniqueUse[], sessionsDone = 5): PlanHistory => ({ now: NOW, sessionsDone, uses });

describe('who the plan is for', () => {
  test('PLN-01: under 18 there is somebody to see, by age and by word', () => {
    for (const over of [
      { ageYears: 17 },
      { conditions: { 'under-18': true } },
      { conditions: { 'under-18': 'unsure' } },
    ])
      expect(makePlan(k, somebody(over as Partial<PlanRequest>)).kind).toBe('see-someone');
  });

  test('PLN-01: unsure takes away what yes takes away, and no takes nothing', () => {
    const heat = (answer: boolean | 'unsure') =>
      withTag(planFor({ minutes: 20, conditions: { 'drowsy-or-intoxicated': answer } as never }), 'heat').length;
    expect([heat(true), heat('unsure'), heat(false)]).toEqual([0, 0, 1]);
  });

  test('PLN-01: 65 counts by age alone, even when the condition was denied', () => {
    const plan = planFor({ minutes: 25, ageYears: 70, conditions: { 'age-over-65': false } });
    expect(withTag(plan, 'local-heat')[0]?.seconds).toBeLessThanOrEqual(15 * 60);
    const hold = (ageYears: number) =>
      planFor({ ageYears, targets: [{ muscle: 'rhomboids', side: 'left', share: 1 }] }).items.find(
        ({ technique }) => technique === 'cross-body-stretch',
      )?.dose.holdSeconds;
    expect([hold(64), hold(65)]).toEqual([25, 30]);
  });

  test('PLN-01: what nobody asked is listed to be asked, what was answered is not', () => {
    const plan = planFor({ minutes: 20 });
    expect(plan.needsAsking).toContain('reduced-sensation');
    expect(plan.needsAsking).not.toContain('age-over-65');
    const answered = planFor({ minutes: 20, conditions: { 'reduced-sensation': false } });
    expect(answered.needsAsking).not.toContain('reduced-sensation');
  });
});

describe('what is closed', () => {
  test('PLN-02: preferring and confirming everything does not bring back what a condition excludes', () => {
    const all = k.techniques.map(({ id }) => id);
    for (const condition of k.conditions) {
      const request = somebody({
        minutes: 30,
        tools: Object.keys(k.toolVocabulary),
        conditions: { [condition.id]: true },
        preferences: { prefer: all, moreItems: true },
        confirmed: Object.keys(k.confirmVocabulary),
      });
      const result = makePlan(k, request);
      if (result.kind !== 'plan') continue;
      const offered = result.items.flatMap(({ technique, alternatives }) => [technique, ...alternatives]);
      const excluded = k.techniques.filter(({ contraindications }) => contraindications.includes(condition.id));
      expect(excluded.filter(({ id }) => offered.includes(id)).map(({ id }) => `${condition.id}: ${id}`)).toEqual([]);
    }
  });

  test('PLN-03: with a blood thinner an open hand stays, a ball only when it is said to be soft', () => {
    const conditions = { anticoagulant: true } as const;
    const plan = planFor({ conditions, targets: [{ muscle: 'infraspinatus', side: 'left', share: 1 }] });
    expect(withTag(plan, 'pressure').map(({ technique }) => technique)).toEqual(['slow-strokes']);
    expect(withTag(plan, 'pressure')[0]?.dose.intensityCap).toBe(2);
    expect(reasonsFor(plan, 'ball-wall-infraspinatus')).toContainEqual({
      kind: 'unconfirmed',
      condition: 'anticoagulant',
      confirm: 'soft-ball',
    });
    const soft = planFor({
      conditions,
      confirmed: ['soft-ball'],
      targets: [{ muscle: 'infraspinatus', side: 'left', share: 1 }],
    });
    const ball = soft.items.find(({ technique }) => technique === 'ball-wall-infraspinatus');
    expect(ball?.dose).toMatchObject({ intensityCap: 2, holdSeconds: 20 });
    expect(ball?.dose.confirm).toContain('soft-ball');
  });

  test('PLN-03: warmth in pregnancy is for the upper back, not for the low back', () => {
    const conditions = { pregnancy: true } as const;
    const low = planFor({ minutes: 20, conditions, targets: [{ muscle: 'lumbar-multifidi', side: 'left', share: 1 }] });
    expect(withTag(low, 'heat')).toEqual([]);
    expect(withTag(planFor({ minutes: 20, conditions }), 'local-heat')[0]?.seconds).toBeLessThanOrEqual(15 * 60);
  });

  test('PLN-03: with a medicine patch there is no heat until it is said not to be a strong painkiller', () => {
    const conditions = { 'medicine-patch-worn': true } as const;
    expect(withTag(planFor({ minutes: 20, conditions }), 'heat')).toEqual([]);
    expect(withTag(planFor({ minutes: 20, conditions, confirmed: ['no-opioid-patch'] }), 'heat')).toHaveLength(1);
  });

  test('PLN-04: the front and sides of the neck, the belly and the armpit are never pressed', () => {
    for (const muscle of ['scm-sternal', 'scalenes', 'iliopsoas', 'rectus-abdominis', 'subscapularis']) {
      const result = makePlan(
        k,
        somebody({ minutes: 30, tools: Object.keys(k.toolVocabulary), targets: [{ muscle, side: 'left', share: 1 }] }),
      );
      if (result.kind === 'plan') expect(withTag(result, 'pressure')).toEqual([]);
    }
  });

  test('PLN-05: no tool, no place, no item: five minutes at a desk with nothing', () => {
    const plan = planFor({
      minutes: 5,
      tools: [],
      places: ['desk'],
      targets: [{ muscle: 'levator-scapulae', side: 'right', share: 1 }],
    });
    expect(violationsOf(k, somebody({ minutes: 5, tools: [], places: ['desk'] }), plan)).toEqual([]);
    expect(plan.items.some(({ muscle }) => muscle === 'levator-scapulae')).toBe(true);
    expect(reasonsFor(plan, 'hook-cane-release')).toContainEqual({ kind: 'tool', tool: 'hook-cane' });
  });

  test('PLN-06: with a visit this week nothing presses, loads or is new; gentle movement and breathing stay', () => {
    const plan = planFor({ clearance: clearedAt('see-doctor-soon', ['nerve-root']) });
    for (const tag of ['pressure', 'strengthen', 'stretch', 'cold']) expect(withTag(plan, tag)).toEqual([]);
    expect(plan.items.some(({ muscle }) => muscle === 'trapezius-upper')).toBe(true);
    expect(reasonsFor(plan, 'ball-wall-upper-trap')).toContainEqual({ kind: 'check', rule: 'nerve-root' });
  });

  test('PLN-06: what a rule closes stays closed at a milder level too', () => {
    const plan = planFor({ clearance: clearedAt('see-doctor', ['no-improvement'], ['pressure', 'manual-tools']) });
    expect(withTag(plan, 'pressure')).toEqual([]);
    expect(withTag(plan, 'stretch').length + withTag(plan, 'mobilise').length).toBeGreaterThan(0);
  });

  test('PLN-07: never again is never again, also as an alternative', () => {
    const [first] = techniques(planFor()).slice(1);
    const again = planFor({ preferences: { never: [first as string] } });
    const offered = again.items.flatMap(({ technique, alternatives }) => [technique, ...alternatives]);
    expect(offered).not.toContain(first);
    expect(reasonsFor(again, first as string)).toContainEqual({ kind: 'never' });
  });
});

describe('rest', () => {
  test('PLN-08: body weight presses only after three sessions without a sore next day', () => {
    const targets = [{ muscle: 'piriformis', side: 'left', share: 1 }] as const;
    const reasons = (given?: PlanHistory) =>
      reasonsFor(planFor({ targets, ...(given === undefined ? {} : { history: given }) }), 'ball-floor-glute');
    const wait = { kind: 'sequence-rule', rule: 'wall-before-floor' };
    expect(reasons()).toContainEqual(wait);
    expect(reasons(history([], 2))).toContainEqual(wait);
    expect(reasons(history([use('ball-wall-glute', 200, { sorerNextDay: 2 })]))).toContainEqual(wait);
    expect(reasons(history([use('ball-wall-glute', 200, { sorerNextDay: 1 })]))).not.toContainEqual(wait);
  });

  test('PLN-08: from 65 on the first session strokes; firm pressing opens after one that left no sore day', () => {
    const reasons = (ageYears: number, given?: PlanHistory) =>
      reasonsFor(planFor({ ageYears, ...(given === undefined ? {} : { history: given }) }), 'ball-wall-upper-trap');
    const wait = { kind: 'sequence-rule', rule: 'light-before-firm' };
    expect(reasons(65)).toContainEqual(wait);
    expect(reasons(64)).not.toContainEqual(wait);
    expect(reasons(65, history([use('slow-strokes', 48)], 1))).not.toContainEqual(wait);
    expect(reasons(65, history([use('slow-strokes', 48, { sorerNextDay: 2 })], 1))).toContainEqual(wait);
    expect(techniques(planFor({ ageYears: 65 }))).toContain('slow-strokes');
  });

  test('PLN-27: what only a file tells makes nothing familiar, and yet makes it rest', () => {
    const told = (fromFile: boolean, hoursAgo: number) =>
      history([use('upper-trap-tilt', hoursAgo, fromFile ? { fromFile: true } : {})], fromFile ? 0 : 1);
    const visit = clearedAt('see-doctor-soon', ['nerve-root']);
    const atVisit = (given: PlanHistory) =>
      reasonsFor(planFor({ clearance: visit, history: given }), 'upper-trap-tilt').map(({ kind }) => kind);
    expect(atVisit(told(false, 48))).not.toContain('check');
    expect(atVisit(told(true, 48))).toContain('check');
    const pressed = use('ball-wall-upper-trap', 1, {
      muscle: 'trapezius-upper',
      side: 'right',
      change: 3,
      fromFile: true,
    });
    const flared = { kind: 'dose-rule', rule: 'stop-and-review' };
    expect(reasonsFor(planFor({ history: history([pressed], 0) }), 'ball-wall-upper-trap')).toContainEqual(flared);
  });

  test('PLN-08: a flare rests a technique for 48 hours, a second one takes it out', () => {
    const reasons = (...uses: TechniqueUse[]) =>
      reasonsFor(planFor({ history: history(uses) }), 'ball-wall-upper-trap');
    const flared = { kind: 'dose-rule', rule: 'stop-and-review' };
    expect(reasons(use('ball-wall-upper-trap', 40, { change: 2 }))).toContainEqual(flared);
    expect(reasons(use('ball-wall-upper-trap', 60, { change: 2 }))).not.toContainEqual(flared);
    const twice = [use('ball-wall-upper-trap', 400, { change: 3 }), use('ball-wall-upper-trap', 300, { change: 2 })];
    expect(reasons(...twice)).toContainEqual(flared);
  });

  test('PLN-09: a spot rests three hours and is left alone while bruised; the other side is free', () => {
    const pressed = (given: TechniqueUse) =>
      withTag(planFor({ minutes: 20, history: history([given, use('slow-strokes', 100)]) }), 'pressure').length;
    expect(pressed(use('hand-pinch-upper-trap', 2))).toBe(0);
    expect(pressed(use('hand-pinch-upper-trap', 2, { side: 'left' }))).toBeGreaterThan(0);
    expect(pressed(use('hand-pinch-upper-trap', 40, { bruise: true }))).toBe(0);
    expect(
      withTag(planFor({ minutes: 20, history: history([use('slow-strokes', 40, { bruise: true })]) }), 'heat'),
    ).toEqual([]);
  });

  test('PLN-08: a clock set back opens nothing', () => {
    const ahead = { ...history([use('hand-pinch-upper-trap', -500)]) };
    expect(withTag(planFor({ minutes: 20, history: ahead }), 'pressure')).toEqual([]);
  });

  test('PLN-12: one new thing at a time, while something known helps the same muscle', () => {
    const known = [use('upper-trap-tilt', 100), use('shoulder-rolls', 100)];
    const news = techniques(planFor({ minutes: 20, history: history(known) })).filter(
      (id) => !known.some(({ technique }) => technique === id),
    );
    expect(news).toHaveLength(1);
    const elsewhere = [{ muscle: 'piriformis', side: 'left', share: 1 }] as const;
    expect(planFor({ minutes: 20, targets: elsewhere, history: history(known) }).items.length).toBeGreaterThan(2);
  });
});

describe('doses', () => {
  test('PLN-10: the lowest cap wins, whichever order conditions come in', () => {
    const cap = (...ids: string[]) =>
      withTag(
        planFor({
          conditions: Object.fromEntries(ids.map((id) => [id, true])),
          targets: [{ muscle: 'infraspinatus', side: 'left', share: 1 }],
        }),
        'pressure',
      ).map(({ dose }) => dose.intensityCap);
    expect(Math.max(...cap('hypermobility'))).toBe(3);
    expect(Math.max(...cap('hypermobility', 'widespread-pain'))).toBe(2);
    expect(Math.max(...cap('widespread-pain', 'hypermobility'))).toBe(2);
  });

  test('PLN-12: minutes are kept from one to sixty, and never more than thirty', () => {
    for (const minutes of [1, 2, 3, 5, 8, 15, 30, 60]) {
      const result = makePlan(k, somebody({ minutes, preferences: { moreItems: true } }));
      if (result.kind === 'plan') expect(result.seconds).toBeLessThanOrEqual(60 * Math.min(30, minutes));
      else expect(minutes).toBeLessThan(1);
    }
  });

  test('PLN-12: both sides take both times, and begin with the less sore one', () => {
    const plan = planFor({
      tools: [],
      minutes: 5,
      targets: [
        { muscle: 'trapezius-upper', side: 'right', share: 0.7 },
        { muscle: 'trapezius-upper', side: 'left', share: 0.3 },
      ],
    });
    const both = plan.items.find(({ side, dose }) => side === 'both' && dose.perSide);
    expect(both?.firstSide).toBe('left');
    expect(both?.seconds).toBeGreaterThanOrEqual(2 * (both?.dose.seconds ?? Number.POSITIVE_INFINITY));
  });
});

describe('the choice', () => {
  test('PLN-11: medicines, visits, devices and classes are no items, whatever is at hand', () => {
    const plan = planFor({ minutes: 30, tools: Object.keys(k.toolVocabulary), preferences: { moreItems: true } });
    const categories = plan.items.map(({ category }) => category);
    for (const category of ['medicine', 'professional', 'device']) expect(categories).not.toContain(category);
  });

  test('PLN-13: every muscle has something done for it at home', () => {
    const untouched = k.muscles.filter(({ id }) => {
      const plan = planFor({ minutes: 15, targets: [{ muscle: id, side: 'right', share: 1 }] });
      return !plan.items.some(({ muscle }) => muscle === id);
    });
    expect(untouched.map(({ id }) => id)).toEqual([]);
  });

  test('PLN-13: what is preferred and allowed is taken', () => {
    expect(techniques(planFor({ minutes: 5 }))).not.toContain('slow-strokes');
    expect(techniques(planFor({ minutes: 5, preferences: { prefer: ['slow-strokes'] } }))).toContain('slow-strokes');
  });

  test('PLN-13: what helped this person is chosen over what did not', () => {
    const learned = { 'upper-trap-tilt': -3, 'ball-wall-upper-trap': 0.5, 'hold-relax-upper-trap': 0.5 };
    const uses = Object.keys(learned).map((id) => use(id, 200));
    const plan = planFor({ minutes: 4, history: { ...history(uses), learned, helped: ['upper-trap-tilt'] } });
    expect(techniques(plan)).toContain('upper-trap-tilt');
    expect(techniques(plan)).not.toContain('ball-wall-upper-trap');
    expect(plan.items.find(({ technique }) => technique === 'upper-trap-tilt')?.because).toContain('helped-before');
  });

  test('PLN-13: nothing in particular sore: movement and breathing, no pressing, no heat', () => {
    const plan = planFor({ targets: [] });
    expect(plan.items.every(({ muscle }) => muscle === null)).toBe(true);
    for (const tag of ['pressure', 'heat', 'cold']) expect(withTag(plan, tag)).toEqual([]);
  });

  test('PLN-13: a fresh injury gets cold where there is some, and no warmth', () => {
    const plan = planFor({
      minutes: 20,
      tools: [...somebody().tools, 'cold-pack'],
      conditions: { 'recent-injury-72h': true },
    });
    expect(techniques(plan)).toContain('cold-pack');
    expect(withTag(plan, 'heat')).toEqual([]);
  });

  test('PLN-13: left and right are treated alike', () => {
    const on = (side: 'left' | 'right') => planFor({ targets: [{ muscle: 'rhomboids', side, share: 1 }] });
    const mirrored = on('left').items.map((item) => ({ ...item, side: item.side === 'left' ? 'right' : item.side }));
    expect(mirrored).toEqual(on('right').items);
  });

  test('the same question gets the same plan', () => {
    expect(planFor({ minutes: 20 })).toEqual(planFor({ minutes: 20 }));
  });

  test('PLN-14: what is left out says why, and nothing is both in and out', () => {
    const plan = planFor();
    for (const { technique, because } of plan.leftOut) {
      expect(because.length).toBeGreaterThan(0);
      expect(techniques(plan)).not.toContain(technique);
    }
    expect(plan.leftOut.some(({ because }) => because.some(({ kind }) => kind === 'alike'))).toBe(true);
  });

  test('PLN-14: what the number of items keeps out is not said to do less in the same time', () => {
    const request = somebody({ minutes: 20, tools: ['wall', 'chair'] });
    const plan = planOf(request);
    const enough = plan.leftOut.filter(({ because }) => because.some(({ kind }) => kind === 'enough'));
    expect(enough.length).toBeGreaterThan(0);
    for (const { technique } of enough) {
      // With one more place it may be had, and everything still fits the minutes.
      const more = planOf({ ...request, preferences: { moreItems: true, prefer: [technique] } });
      expect(more.seconds).toBeLessThanOrEqual(20 * 60);
    }
    const short = planFor({ minutes: 3, tools: ['wall', 'chair'] });
    expect(short.leftOut.some(({ because }) => because.some(({ kind }) => kind === 'weaker'))).toBe(true);
  });

  test('PLN-15: any alternative can take its place and every limit still holds', () => {
    const request = somebody({ minutes: 10 });
    const plan = planFor({ minutes: 10 });
    const swaps = plan.items.flatMap((item) => item.alternatives.map((to) => [item.technique, to] as const));
    expect(swaps.length).toBeGreaterThan(0);
    for (const [from, to] of swaps) {
      const swapped = { ...request, preferences: { never: [from], prefer: [to] } };
      expect(violationsOf(k, swapped, makePlan(k, swapped))).toEqual([]);
    }
  });

  test('PLN-16: warmth tells about time and cloth; pressing tells about the scale and the spine', () => {
    const says = planFor({ minutes: 20, targets: [{ muscle: 'infraspinatus', side: 'left', share: 1 }] }).says;
    for (const code of ['heat-20-max', 'barrier', 'pressure-scale', 'not-on-spine', 'when-to-get-help'])
      expect(says).toContain(code);
    expect(planFor({ minutes: 3, tools: [] }).says).not.toContain('barrier');
  });

  test('PLN-17: warmth, press, lengthen; from ten minutes on it begins with a breath or ends calm', () => {
    const phases = (minutes: number) => planFor({ minutes }).items.map(({ phase }) => phase);
    expect(phases(15)).toEqual(['warm', 'release', 'lengthen', 'calm']);
    for (let minutes = 10; minutes <= 30; minutes++)
      expect([minutes, phases(minutes)[0] === 'settle']).toEqual([minutes, phases(minutes).at(-1) !== 'calm']);
    expect(phases(5)[0]).not.toBe('settle');
  });

  test('PLN-28: the minutes asked for are used, with what lasts, and the pain keeps what acts on it', () => {
    for (const muscle of ['trapezius-upper', 'rhomboids', 'quadratus-lumborum-superficial', 'gluteus-medius'])
      for (const minutes of [5, 10, 20]) {
        const plan = planFor({ minutes, targets: [{ muscle, side: 'right', share: 1 }] });
        expect({ muscle, minutes, used: plan.seconds >= 0.8 * 60 * minutes }).toEqual({ muscle, minutes, used: true });
        expect(plan.shorter).toBeNull();
        expect(plan.items.some((item) => item.muscle === muscle)).toBe(true);
      }
  });

  test('PLN-28: four items act; from 20 minutes on a calm part may stand beside them', () => {
    const calms = (plan: Plan) => withTag(plan, 'calm').length;
    for (const minutes of [2, 5, 10, 15]) expect(planFor({ minutes, tools: [] }).items.length).toBeLessThanOrEqual(4);
    const long = planFor({ minutes: 20, tools: [] });
    expect([long.items.length, calms(long)]).toEqual([5, 1]);
  });

  test('PLN-28: minutes that stay free are told with the true reason', () => {
    // Breath and nothing else is possible: more would not fit.
    const bed = planFor({ minutes: 20, tools: [], today: { energy: 'flare', postures: ['lying'] } });
    expect([bed.seconds < 0.8 * 20 * 60, bed.shorter]).toEqual([true, 'limits']);
    // No breath, no walking: four things to do, and a fifth would fit.
    const never = k.techniques.flatMap(({ id, tags }) =>
      tags.includes('calm') || tags.includes('aerobic') ? [id] : [],
    );
    const four = planFor({ minutes: 20, tools: [], preferences: { never } });
    expect([four.items.length, four.shorter]).toEqual([4, 'items']);
    const more = planFor({ minutes: 20, tools: [], preferences: { never, moreItems: true } });
    expect(more.seconds).toBeGreaterThan(four.seconds);
  });
});

describe('needless timidity', () => {
  const muscles = ['trapezius-upper', 'rhomboids', 'quadratus-lumborum-superficial', 'gluteus-medius', 'soleus'];

  test('with any one condition an adult at home gets a plan that acts on the muscle; only a leg with a clot is left alone', () => {
    const timid = k.conditions.flatMap(({ id }) => {
      if (id === 'under-18') return [];
      const untouched = muscles.filter((muscle) => {
        const plan = planFor({
          minutes: 15,
          conditions: { [id]: true },
          targets: [{ muscle, side: 'right', share: 1 }],
        });
        return !plan.items.some((item) => item.muscle === muscle);
      });
      return untouched.length > 0 ? [`${id}: ${untouched.join(', ')}`] : [];
    });
    expect(timid).toEqual(['dvt-or-clot: soleus']);
  });
});

describe('a helper', () => {
  const targets = [{ muscle: 'rhomboids', side: 'right', share: 1 }] as const;

  test('gets a card with place, strength, time and the word that ends it', () => {
    const plan = planFor({ tools: ['partner'], targets });
    const item = plan.items.find(({ technique }) => technique === 'partner-pressure-upper-back');
    const card = item && partnerCard(k, item, targets[0]);
    expect(card).toMatchObject({ muscle: 'rhomboids', side: 'right', intensityCap: 4, stopWord: 'stop' });
    expect(card?.keepOff).toContain('forbidden-spots');
    expect(card?.confirm).toContain('stop-word-agreed');
  });

  test('gets none for a stretch', () => {
    const stretch = planFor({ tools: [], targets }).items.find(({ category }) => category === 'stretch');
    expect(stretch && partnerCard(k, stretch, targets[0])).toBeUndefined();
  });
});

describe('the data', () => {
  test('PLN-03: every limit on something a session can hold has an effect, a cap or says that it is allowed', () => {
    const session = (applyTo: string) =>
      k.techniques.some(
        ({ id, tags, category }) =>
          !['medicine', 'professional', 'device', 'prevention'].includes(category) &&
          (applyTo === id || tags.some((tag) => applyTo === `tag:${tag}`)),
      );
    const untyped = k.conditions.flatMap(({ id, limits }) =>
      limits.flatMap(({ applyTo, rule, caps, effect }) =>
        session(applyTo) && caps === undefined && effect === undefined ? [`${id}, ${applyTo}: ${rule}`] : [],
      ),
    );
    expect(untyped).toEqual([
      'active-cancer, tag:calm: Allowed.',
      'age-over-65, tag:stretch: Hold 30-60 seconds, no bouncing.',
      'clot-risk, tag:pressure: No deep pressure or rolling on the legs.',
      'osteoporosis, tag:strengthen: Encouraged: strength at least twice a week and balance work daily, within a safe technique.',
      'osteoporosis, tag:aerobic: Encouraged: strength at least twice a week and balance work daily, within a safe technique.',
      'recent-fracture, tag:calm: Allowed.',
      'recent-surgery, tag:calm: Allowed.',
    ]);
  });

  test('every technique belongs to a part of a session or to none on purpose', () => {
    const categories = new Set(k.techniques.map(({ category }) => category));
    expect([...categories].toSorted()).toEqual([
      'aerobic',
      'calm',
      'cold',
      'device',
      'heat',
      'medicine',
      'mobility',
      'percussion',
      'pressure-release',
      'prevention',
      'professional',
      'strength',
      'stretch',
    ]);
  });
});

describe('the casebook', () => {
  const { measures, lines } = planMeasures(k, check, casebook as unknown as PlanCasebook);

  test('nothing missing, nothing too long, a suitable and a useful step nearly always', () => {
    expect(measures).toMatchObject({ cases: 16, missingTool: 0, overTime: 0, nothingSuitable: 0 });
    expect(measures.useful).toBeGreaterThanOrEqual(0.9);
  });

  test('nothing is forbidden, and what goes unsaid hangs on a condition that the case does not name: sickle cell', () => {
    expect(lines.filter(({ forbidden }) => forbidden.length > 0).map(({ id }) => id)).toEqual([]);
    expect(lines.filter(({ unsaid }) => unsaid.length > 0).map(({ id }) => id)).toEqual(['PL-19']);
  });
});

describe('our own casebook', () => {
  const { measures, lines } = planMeasures(k, check, ownCasebook as unknown as PlanCasebook);

  test('has every condition there is', () => {
    const met = new Set(ownCasebook.cases.flatMap(({ conditions }) => conditions));
    expect(k.conditions.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('nothing forbidden, missing, too long or without a suitable step, and a useful step nearly always', () => {
    expect(
      lines.filter(({ forbidden }) => forbidden.length > 0).map(({ id, forbidden }) => ({ id, forbidden })),
    ).toEqual([]);
    expect(measures).toMatchObject({ missingTool: 0, overTime: 0, nothingSuitable: 0 });
    expect(measures.useful).toBeGreaterThanOrEqual(0.9);
  });

  test('everything that should be said is said', () => {
    expect(lines.filter(({ unsaid }) => unsaid.length > 0).map(({ id, unsaid }) => ({ id, unsaid }))).toEqual([]);
  });
});

describe('in bed', () => {
  test('PLN-05: nothing is done on the feet where the bed is the only place', () => {
    const target = [{ muscle: 'gluteus-medius', side: 'right', share: 1 }] as const;
    const steps = (places: PlanRequest['places']) =>
      planFor({ targets: target, tools: [], places, minutes: 10 }).items.flatMap((item) => [
        item.technique,
        ...item.alternatives,
      ]);
    expect(steps(['bed'])).not.toContain('tfl-standing-stretch');
    expect(steps(['bed', 'desk'])).toContain('tfl-standing-stretch');
  });
});
