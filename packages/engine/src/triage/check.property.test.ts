import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../case/index.ts';
import { answersOf, type CheckInput } from './answers.ts';
import { askedFromNothing, askedPath, check, verdictAssumingNo } from './index.ts';
import { knowledge as k, play } from './knowledge.test-support.ts';
import { leavesOf } from './logic.ts';
import { askable, buried, chanceFrom, completePerson, EMERGENCIES } from './people.test-support.ts';
import { isSaidAtOnce } from './verdict.ts';

const SEED = 20261121;

/**
 * The only answers that can make an emergency or urgent finding milder, each named in a rule with its reason:
 * RULES.md, TRI-03. "Not sure" to any of them changes nothing.
 */
const REASONS_TO_WAIT = [
  'calf-or-thigh-hard-exercise',
  'chest-press-reproduces',
  'lift-stopped-by-pain',
  'migraine',
  'rash-blisters',
  'recent-trauma',
  'spinal-stenosis',
  'symptom-under-14-days',
  'weeks-since-start',
  'pain-shoulder',
  'age-years',
] as const;

describe('TRI-08: no path around a rule', () => {
  test('answering screen by screen gives the level that all answers at once give', () => {
    fc.assert(
      fc.property(completePerson, ({ facts, conditions, painted, ageYears }) => {
        const atOnce = check(k, { facts, conditions, painted, ageYears }).verdict.kind;
        const start = { facts: { 'weeks-using-plan-without-gain': 0 }, painted, conditions: {} };
        expect(play(start, { facts, conditions }).verdict.kind).toBe(atOnce);
      }),
      { seed: SEED, numRuns: 250 },
    );
  });

  test('with the conditions known beforehand it is the same', () => {
    fc.assert(
      fc.property(completePerson, ({ facts, conditions, painted, ageYears }) => {
        const atOnce = check(k, { facts, conditions, painted, ageYears }).verdict.kind;
        const start = { facts: { 'weeks-using-plan-without-gain': 0 }, painted, conditions, ageYears };
        expect(play(start, { facts, conditions }).verdict.kind).toBe(atOnce);
      }),
      { seed: SEED + 1, numRuns: 250 },
    );
  });

  test('the order in which the screens come does not matter', () => {
    fc.assert(
      fc.property(completePerson, fc.integer(), ({ facts, conditions, painted, ageYears }, seed) => {
        const start = { facts: { 'weeks-using-plan-without-gain': 0 }, painted, conditions: {} };
        const told = answersOf(k, { facts, conditions, painted, ageYears });
        const chance = chanceFrom(seed);
        const mixed = askedPath(k, start, told, ({ open }) => open[Math.floor(chance() * open.length)] ?? null);
        expect(mixed.verdict.kind).toBe(askedPath(k, start, told).verdict.kind);
      }),
      { seed: SEED + 6, numRuns: 40 },
    );
  });

  test('painting afterwards never makes the verdict milder', () => {
    fc.assert(
      fc.property(completePerson, ({ facts, conditions, painted, ageYears }) => {
        const before = verdictAssumingNo(k, { facts, conditions, painted: [], ageYears }).kind;
        const after = verdictAssumingNo(k, { facts, conditions, painted, ageYears }).kind;
        // A drawn shoulder is one of the named reasons to wait, and only from "now" to "today".
        const limit = before === 'emergency' ? 'urgent-24h' : before;
        expect(LEVELS.indexOf(after)).toBeLessThanOrEqual(LEVELS.indexOf(limit));
      }),
      { seed: SEED + 2, numRuns: 250 },
    );
  });
});

describe('TRI-02 and TRI-03: a yes or "not sure" more never means less', () => {
  const person = fc.record({
    someone: completePerson,
    fact: fc.constantFrom(...askable.filter((id) => k.facts[id]?.kind === 'yes-no')),
    answer: fc.constantFrom<true | 'unsure'>(true, 'unsure'),
  });

  test('no emergency or urgent verdict falls below urgent, but for the named reasons', () => {
    fc.assert(
      fc.property(person, ({ someone, fact, answer }) => {
        fc.pre(answer === 'unsure' || !REASONS_TO_WAIT.includes(fact as never));
        const before = verdictAssumingNo(k, { ...someone, facts: { ...someone.facts, [fact]: false } });
        fc.pre(isSaidAtOnce(before.kind));
        const after = verdictAssumingNo(k, { ...someone, facts: { ...someone.facts, [fact]: answer } });
        expect([fact, answer, isSaidAtOnce(after.kind)]).toEqual([fact, answer, true]);
      }),
      { seed: SEED + 3, numRuns: 1500 },
    );
  });

  test('a no that turns into a yes never makes the end of the asked path milder, but for the named reasons', () => {
    fc.assert(
      fc.property(person, ({ someone, fact, answer }) => {
        fc.pre(answer === 'unsure' || !REASONS_TO_WAIT.includes(fact as never));
        const endWith = (said: boolean | 'unsure') =>
          LEVELS.indexOf(askedFromNothing(k, { ...someone, facts: { ...someone.facts, [fact]: said } }).verdict.kind);
        const before = endWith(false);
        const after = endWith(answer);
        expect([fact, answer, after <= before]).toEqual([fact, answer, true]);
      }),
      { seed: SEED + 7, numRuns: 120 },
    );
  });

  test('below a not, emergency and urgent rules name nothing but these reasons', () => {
    const below = (logic: (typeof k.rules)[number]['logic'], inside: boolean): readonly string[] => {
      if ('not' in logic) return below(logic.not, true);
      if ('fact' in logic) return inside ? [logic.fact] : [];
      if ('condition' in logic) return inside ? [logic.condition] : [];
      const parts = 'all' in logic ? logic.all : 'any' in logic ? logic.any : logic.of;
      return parts.flatMap((part) => below(part, inside));
    };
    const named = new Set(
      k.rules.filter(({ level }) => isSaidAtOnce(level)).flatMap(({ logic }) => below(logic, false)),
    );
    // Reasons against a reason: they are below two nots and only make it stricter.
    const STRICTER = ['numb-limb', 'pain-neck', 'pain-with-breath', 'dark-urine', 'weak-limb', 'pain-worsening'];
    expect([...named].sort()).toEqual([...REASONS_TO_WAIT, ...STRICTER].sort());
  });

  test('"not sure" to any one sign an emergency or urgent rule rests on keeps it firing', () => {
    for (const emergency of EMERGENCIES) {
      const { because } = verdictAssumingNo(k, emergency);
      for (const fact of because[0]?.facts ?? []) {
        if (typeof emergency.facts[fact] !== 'boolean') continue;
        const unsure = verdictAssumingNo(k, { ...emergency, facts: { ...emergency.facts, [fact]: 'unsure' } });
        expect([fact, unsure.kind]).toEqual([fact, 'emergency']);
      }
    }
  });
});

describe('TRI-04: an emergency cannot be buried', () => {
  const apart = new Set<string>(REASONS_TO_WAIT);

  test(`20,000 emergencies among unrelated answers (seed ${SEED}): none below today, none to self-care`, () => {
    const chance = chanceFrom(SEED);
    const missed: string[] = [];
    for (let i = 0; i < 20_000; i++) {
      const emergency = EMERGENCIES[i % EMERGENCIES.length];
      if (emergency === undefined) throw new Error('there are no emergencies to bury');
      const { kind } = verdictAssumingNo(k, buried(emergency, chance, apart));
      if (!isSaidAtOnce(kind)) missed.push(`${i}: ${kind}`);
    }
    expect(missed).toEqual([]);
  });

  test('answered screen by screen they get what all answers at once give, or more', () => {
    const chance = chanceFrom(SEED + 8);
    for (let i = 0; i < 2 * EMERGENCIES.length; i++) {
      const person = buried(EMERGENCIES[i % EMERGENCIES.length] as CheckInput, chance, new Set());
      const asked = askedFromNothing(k, person).verdict.kind;
      expect([i, LEVELS.indexOf(asked) <= LEVELS.indexOf(verdictAssumingNo(k, person).kind)]).toEqual([i, true]);
    }
  });

  test('nor among all answers, the reasons to wait included: none gets self-care', () => {
    const chance = chanceFrom(SEED + 4);
    for (let i = 0; i < 5_000; i++) {
      const emergency = EMERGENCIES[i % EMERGENCIES.length];
      if (emergency === undefined) throw new Error('there are no emergencies to bury');
      expect(verdictAssumingNo(k, buried(emergency, chance, new Set())).kind).not.toBe('self-care');
    }
  });
});

test('a verdict rests only on facts and conditions its rules name', () => {
  fc.assert(
    fc.property(completePerson, (someone) => {
      for (const fired of verdictAssumingNo(k, someone).because) {
        const leaves = leavesOf(k.rules.find(({ id }) => id === fired.rule)?.logic ?? { all: [] });
        const names = leaves.map((leaf) => ('fact' in leaf ? leaf.fact : leaf.condition));
        expect(names).toEqual(expect.arrayContaining([...fired.facts, ...fired.conditions]));
      }
    }),
    { seed: SEED + 5, numRuns: 200 },
  );
});
