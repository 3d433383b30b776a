import { describe, expect, test } from 'vitest';
import casebook from '../../../../tests/casebook/triage.json' with { type: 'json' };
import { LEVELS } from '../case/index.ts';
import { askedFromNothing, check, decodeTriageCases, triageMeasures, verdictAssumingNo } from './index.ts';
import { inputOf, knowledge as k, play, profileWith, vectors } from './knowledge.test-support.ts';
import { leavesOf } from './logic.ts';
import { EMERGENCIES } from './people.test-support.ts';
import { unaskable } from './questions.ts';
import { isSaidAtOnce } from './verdict.ts';
import { BENIGN, SERIOUS } from './vignettes.test-support.ts';

const NECK = [{ region: 'neck-angle', side: 'left' }] as const;

describe('the rules do what their vectors say', () => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const verdict = verdictAssumingNo(k, inputOf(vector));
    const level = vector.expectLevel ?? 'self-care';
    expect(verdict.kind).toBe(level === 'yellow-psychosocial' ? 'self-care' : level);
    expect([...verdict.because, ...verdict.support].map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([...vector.expectRules]),
    );
    if (vector.expectLevel === null) expect([...verdict.because, ...verdict.support]).toEqual([]);
  });

  test('every rule has a vector in which it fires', () => {
    const fired = new Set(vectors.flatMap(({ expectRules }) => expectRules));
    expect(k.rules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  });
});

describe('made-up people', () => {
  test.each([...BENIGN, ...SERIOUS].map((one) => [one.name, one] as const))(
    '%s: answered at once and screen by screen',
    (_, { input, levels }) => {
      expect(levels).toContain(verdictAssumingNo(k, input).kind);
      expect(levels).toContain(askedFromNothing(k, input).verdict.kind);
    },
  );

  test('nine in ten ordinary knots pass to self-care, and the others to a visit', () => {
    const kinds = BENIGN.map(({ input }) => verdictAssumingNo(k, input).kind);
    expect(kinds.filter((kind) => kind === 'self-care').length).toBeGreaterThanOrEqual(0.8 * kinds.length);
    expect(new Set(kinds)).toEqual(new Set(['self-care', 'see-doctor']));
  });

  test('an ordinary knot is asked six screens in the median and never more than nine', () => {
    const screens = BENIGN.map(({ input }) => {
      const { ageYears = 40, painted } = input;
      const start = { facts: {}, conditions: profileWith(input.conditions), painted, ageYears };
      return play(start, { facts: { 'weeks-since-start': 1, ...input.facts }, conditions: {} }).screens.length;
    }).sort((a, b) => a - b);
    expect(screens[Math.floor(screens.length / 2)]).toBeLessThanOrEqual(6);
    expect(screens.at(-1)).toBeLessThanOrEqual(9);
  });
});

describe('the casebook', () => {
  const decoded = decodeTriageCases(k, casebook);
  if (decoded.kind === 'bad') throw new Error(`${decoded.field} ${decoded.problem}`);
  const { measures, lines } = triageMeasures(k, decoded.cases);

  test('answered screen by screen nobody gets less than all answers at once give', () => {
    expect(lines.filter(({ got, atOnce }) => LEVELS.indexOf(got) > LEVELS.indexOf(atOnce))).toEqual([]);
  });

  test('nobody who must be seen gets self-care, and no emergency waits longer than a day', () => {
    expect(measures.forbiddenSelfCare).toBe(0);
    expect(measures.emergencyBelow24h).toBe(0);
    expect(measures.under).toBe(0);
  });

  test('nobody is sent further than the casebook accepts, and most get exactly its level', () => {
    expect(measures.over).toBe(0);
    expect(measures.exact).toBeGreaterThanOrEqual(0.85 * measures.cases);
  });
});

describe('TRI-04: exactly one verdict, with its reasons', () => {
  test('the most urgent rule gives the level, and every reason is listed', () => {
    const { kind, because } = verdictAssumingNo(k, {
      facts: { 'cannot-pee': true, 'calf-swollen': true, 'pain-worsening': true },
      conditions: {},
      painted: [],
    });
    expect(kind).toBe('emergency');
    expect(because.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['cauda-equina-recent', 'calf-clot', 'worsening']),
    );
  });

  test('a milder rule that rests on nothing new is not repeated beside a more urgent one', () => {
    const { because } = verdictAssumingNo(k, {
      facts: { fever: true, 'pain-back': true },
      conditions: {},
      painted: [],
    });
    expect(because.map(({ rule }) => rule)).toEqual(['spine-infection-fever']);
  });

  test('a reason names the answers it rests on, and which of them were "not sure"', () => {
    const { because } = verdictAssumingNo(k, {
      facts: { 'pain-back': true, 'cancer-ever': true, 'pain-night': 'unsure' },
      conditions: {},
      painted: [],
    });
    expect(because[0]).toEqual({
      rule: 'cancer-spine-pain',
      level: 'urgent-24h',
      facts: ['cancer-ever', 'pain-back', 'pain-night'],
      conditions: [],
      unsure: ['pain-night'],
      skipped: [],
    });
  });

  test('an emergency closes plan, session and prevention; see-doctor-soon closes pressing and new techniques', () => {
    const closes = (facts: object) => verdictAssumingNo(k, { facts: { ...facts }, conditions: {}, painted: [] }).closes;
    expect(closes({ 'alone-with-crisis': true })).toEqual(['plan', 'session', 'prevent']);
    expect(closes({ 'calf-swollen': true })).toEqual(['plan', 'session']);
    expect(closes({ 'walk-unsteady': true })).toEqual([
      'pressure',
      'manual-tools',
      'strength-beyond-easy',
      'new-techniques',
    ]);
    expect(closes({ 'pain-worsening': true })).toEqual([]);
  });

  test('every block of every rule and level is one the engine knows', () => {
    for (const rule of k.rules) {
      const only = { ...k, rules: [{ ...rule, logic: { fact: 'fever', op: '==', value: true } as const }] };
      expect(() => verdictAssumingNo(only, { facts: { fever: true }, conditions: {}, painted: [] })).not.toThrow();
    }
  });
});

describe('TRI-05: worries never change the level', () => {
  test('they are support, with and without other findings', () => {
    const low = { 'low-mood': true, 'sleep-bad': true } as const;
    const alone = verdictAssumingNo(k, { facts: low, conditions: {}, painted: [] });
    expect(alone.kind).toBe('self-care');
    expect(alone.support.map(({ rule }) => rule)).toEqual(['mood', 'sleep']);
    const besides = verdictAssumingNo(k, { facts: { ...low, 'pain-worsening': true }, conditions: {}, painted: [] });
    expect(besides.kind).toBe('see-doctor');
    expect(besides.because.map(({ rule }) => rule)).toEqual(['worsening']);
  });
});

describe('TRI-06: nothing is said before it is known', () => {
  test('without answers there is no verdict, only the first question', () => {
    const { verdict, next } = check(k, { facts: {}, conditions: {}, painted: [] });
    expect(verdict.kind).toBe('ask-first');
    expect(next?.question).toBe('about-you');
  });

  test('an emergency or urgent finding is said at once, with questions still open', () => {
    const urgent = check(k, { facts: { 'calf-swollen': true }, conditions: {}, painted: NECK });
    expect(urgent.verdict.kind).toBe('urgent-24h');
    expect(urgent.next).not.toBeNull();
    const now = check(k, { facts: { 'cannot-pee': true }, conditions: {}, painted: NECK });
    expect(now.verdict.kind).toBe('emergency');
    expect(now.next).toBeNull();
  });

  test('after an urgent finding exactly the questions go on that can still make it an emergency, the most telling first', () => {
    const facts = { 'dark-urine': true } as const;
    const { verdict, open } = check(k, { facts, conditions: {}, painted: NECK, ageYears: 40 });
    expect(verdict.kind).toBe('urgent-24h');
    // Hard training makes dark pee an emergency; without the finding the screens begin with the chest.
    expect(open[0]?.facts).toContain('calf-or-thigh-hard-exercise');
    expect(check(k, { facts: {}, conditions: {}, painted: NECK, ageYears: 40 }).open[0]?.question).not.toBe(
      'beginning',
    );
    const emergencies = new Set(
      k.rules
        .filter(({ level }) => level === 'emergency')
        .flatMap(({ logic }) => leavesOf(logic).map((leaf) => ('fact' in leaf ? leaf.fact : leaf.condition))),
    );
    const serves = (item: string) =>
      emergencies.has(item) ||
      (k.facts[item]?.covers ?? []).some((fact) => emergencies.has(fact)) ||
      k.factMapping.conditions.some(({ condition, fact }) => condition === item && emergencies.has(fact));
    const idle = open.filter(({ facts, conditions }) => ![...facts, ...conditions].some(serves));
    expect(idle).toEqual([]);
  });

  test('numbness between the legs, both legs, since last week: an emergency, also when it is asked screen by screen', () => {
    const facts = { 'age-years': 40, 'pain-back': true, 'saddle-numb': true, 'pain-both-legs': true } as const;
    const levelWith = (more: object) =>
      askedFromNothing(k, { facts: { ...facts, ...more }, conditions: {}, painted: [] }).verdict.kind;
    expect(levelWith({ 'symptom-under-14-days': true })).toBe('emergency');
    expect(levelWith({})).toBe('urgent-24h');
  });

  test('all emergencies, answered screen by screen, end as emergencies', () => {
    const milder = EMERGENCIES.filter((person) => askedFromNothing(k, person).verdict.kind !== 'emergency');
    expect(milder).toEqual([]);
  });

  test('what was not asked yet is said: signs of which each would make it an emergency, those of the finding first', () => {
    const found = {
      facts: { 'saddle-numb': true, 'pain-both-legs': true },
      conditions: {},
      painted: NECK,
      ageYears: 40,
    } as const;
    const { callNowFor } = check(k, found);
    expect(callNowFor.slice(0, 4)).toContain('cannot-pee');
    expect(callNowFor.slice(0, 4)).toContain('symptom-under-14-days');
    expect(callNowFor).toContain('speech-trouble');
    for (const sign of callNowFor)
      expect([sign, check(k, { ...found, facts: { ...found.facts, [sign]: true } }).verdict.kind]).toEqual([
        sign,
        'emergency',
      ]);
    expect(check(k, { ...found, facts: { 'weight-loss': true } }).callNowFor).toEqual([]);
  });

  test('anything milder waits for the questions that could make it more urgent', () => {
    const { verdict } = check(k, { facts: { 'weight-loss': true }, conditions: {}, painted: NECK, ageYears: 40 });
    expect(verdict).toMatchObject({ kind: 'ask-first', soFar: [{ rule: 'weight-loss' }] });
  });

  test('skipping what may not be skipped answers nothing: it is asked again', () => {
    const start = { conditions: profileWith({}), painted: NECK, ageYears: 40 };
    const { verdict, next } = check(k, { ...start, facts: { 'chest-pain-now': 'skipped', 'any-stroke': 'skipped' } });
    expect(verdict.kind).toBe('ask-first');
    expect(next?.facts).toContain('chest-pain-now');
  });
});

describe('TRI-07: a skip lowers nothing', () => {
  const allNo = (facts: object) => {
    const start = { facts: { ...facts }, conditions: profileWith({}), painted: NECK, ageYears: 30 };
    return play(start, { facts: { 'weeks-since-start': 1, 'pain-score': 3 }, conditions: {} }).verdict;
  };

  test('a private question may be skipped: the rule that hangs on it becomes a visit, never self-care', () => {
    const verdict = allNo({ 'alone-with-crisis': 'skipped' });
    expect(verdict).toMatchObject({
      kind: 'see-doctor',
      because: [{ rule: 'suicide', level: 'see-doctor', skipped: ['alone-with-crisis'] }],
      undecided: expect.arrayContaining([expect.objectContaining({ rule: 'suicide', skipped: ['alone-with-crisis'] })]),
    });
  });

  test('where other answers already settle the rule, the skip changes nothing', () => {
    expect(allNo({ 'sex-change': 'skipped' }).kind).toBe('self-care');
  });

  test('"not sure" in a milder rule stays visible as undecided', () => {
    expect(allNo({ 'pain-worsening': 'unsure' })).toMatchObject({
      kind: 'self-care',
      undecided: expect.arrayContaining([expect.objectContaining({ rule: 'worsening', unsure: ['pain-worsening'] })]),
    });
  });
});

describe('TRI-08: nothing that can be urgent goes unasked', () => {
  test('every fact and condition of every rule can be asked, but for the diary', () => {
    const missing = new Set(k.rules.flatMap(({ logic }) => unaskable(k, logic)));
    expect([...missing]).toEqual(['weeks-using-plan-without-gain']);
  });

  test('every part of a composite line is asked on exactly one screen of its own', () => {
    for (const { covers = [] } of Object.values(k.facts))
      for (const fact of covers)
        expect(k.checkQuestions.filter(({ items }) => items.includes(fact)).map(({ id }) => id)).toHaveLength(1);
  });

  test('every fact on a screen has a short line, and no screen shows an ordinary knot more than fourteen of them', () => {
    for (const { items } of k.checkQuestions) for (const fact of items) expect(k.facts[fact]?.short).toBeTruthy();
    for (const { input } of BENIGN) {
      let state = { facts: {}, conditions: profileWith({}), painted: input.painted, ageYears: input.ageYears ?? 40 };
      for (let next = check(k, state).next; next !== null; next = check(k, state).next) {
        expect(next.facts.length + next.conditions.length).toBeLessThanOrEqual(14);
        const numbers = { 'weeks-since-start': 1, 'pain-score': 3 };
        const facts = Object.fromEntries(next.facts.map((fact) => [fact, numbers[fact as 'pain-score'] ?? false]));
        state = { ...state, facts: { ...state.facts, ...facts } };
      }
    }
  });

  test('emergency signs come first: an emergency with a sign of the first screen needs three screens at most', () => {
    for (const { name, input, levels } of SERIOUS) {
      if (levels.length !== 1 || levels[0] !== 'emergency' || input.facts['chest-pain-now'] !== true) continue;
      const start = { facts: {}, conditions: profileWith(input.conditions), painted: input.painted };
      const { screens } = play({ ...start, ageYears: input.ageYears ?? 40 }, input);
      expect([name, screens.length <= 3]).toEqual([name, true]);
    }
  });
});

test('TRI-09: what a clinician has cleared does not fire, unless it now rests on more than was known then', () => {
  const input = { facts: { 'calf-swollen': true }, conditions: profileWith({}), painted: NECK, ageYears: 40 };
  const known = [{ rule: 'calf-clot', facts: ['calf-swollen'] }];
  expect(check(k, input, known).verdict.kind).toBe('ask-first');
  expect(check(k, input, [{ rule: 'calf-clot', facts: [] }]).verdict.kind).toBe('urgent-24h');
});

test('every rule above support looks at something a person can answer', () => {
  for (const { id, level, logic } of k.rules)
    expect([id, isSaidAtOnce(level), leavesOf(logic).length > 0]).toEqual([id, isSaidAtOnce(level), true]);
});
