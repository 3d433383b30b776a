import { describe, expect, test } from 'vitest';
import { decodeCheckInput, decodeTriageCases, type TriageCase, triageMeasures } from './index.ts';
import { knowledge as k } from './knowledge.test-support.ts';

const one = (change: object = {}) => ({
  schema: 'unknot/casebook-triage/1',
  cases: [{ id: 'A', age: 40, sex: 'f', facts: { fever: true }, expectedLevel: 'see-doctor', ...change }],
});

describe('reading a casebook', () => {
  test('a case with everything', () => {
    expect(
      decodeTriageCases(
        k,
        one({
          facts: { fever: 'unsure', 'pain-score': 5, 'pain-region': ['neck-angle'] },
          conditions: ['diabetes'],
          acceptableLevels: ['see-doctor', 'urgent-24h'],
          mustNotGetSelfCare: true,
        }),
      ),
    ).toEqual({
      kind: 'ok',
      cases: [
        {
          id: 'A',
          input: {
            facts: { fever: 'unsure', 'pain-score': 5 },
            conditions: { diabetes: true },
            painted: [{ region: 'neck-angle' }],
            ageYears: 40,
            sex: 'female',
          },
          expectedLevel: 'see-doctor',
          acceptableLevels: ['see-doctor', 'urgent-24h'],
          mustNotGetSelfCare: true,
        },
      ],
    });
  });

  test.each([
    [[], '', 'is not an object'],
    [{ ...one(), schema: 'other' }, 'schema', 'is not unknot/casebook-triage/1'],
    [{ ...one(), cases: {} }, 'cases', 'is not a list'],
    [one({ id: '' }), 'cases.0.id', 'is not an id'],
    [one({ age: 200 }), 'cases.0.age', 'is not an age in years, 0 to 130'],
    [one({ facts: { nonsense: true } }), 'cases.0.facts.nonsense', 'is not a fact that is known here'],
    [one({ facts: { constructor: true } }), 'cases.0.facts.constructor', 'is not a fact that is known here'],
    [one({ facts: { fever: 'yes' } }), 'cases.0.facts.fever', 'is none of true, false, "unsure", "skipped"'],
    [one({ facts: { 'pain-score': 11 } }), 'cases.0.facts.pain-score', 'is not a number from 0 to 10'],
    [one({ facts: { 'weeks-since-start': -1 } }), 'cases.0.facts.weeks-since-start', 'is not a number from 0 to 5000'],
    [one({ facts: { 'pain-region': 'neck' } }), 'cases.0.facts.pain-region', 'is not a list of regions'],
    [
      one({ facts: { 'pain-region': ['tail'] } }),
      'cases.0.facts.pain-region',
      'names a region that is not known here: tail',
    ],
    [one({ conditions: ['dandruff'] }), 'cases.0.conditions', 'names a condition that is not known here: dandruff'],
    [one({ conditions: 'x' }), 'cases.0.conditions', 'is neither a list nor an object'],
    [
      one({ expectedLevel: 'later' }),
      'cases.0.expectedLevel',
      'is none of emergency, urgent-24h, see-doctor, self-care',
    ],
    [
      one({ acceptableLevels: ['never'] }),
      'cases.0.acceptableLevels',
      'holds something that is none of emergency, urgent-24h, see-doctor, self-care',
    ],
    [one({ mustNotGetSelfCare: 'no' }), 'cases.0.mustNotGetSelfCare', 'is neither true nor false'],
  ])('strange data is refused by name: %j', (json, field, problem) => {
    expect(decodeTriageCases(k, json)).toEqual({ kind: 'bad', field, problem });
  });

  test('painted places of a check may carry a side', () => {
    expect(decodeCheckInput(k, { facts: {}, painted: [{ region: 'sternum', side: 'midline' }] })).toMatchObject({
      input: { painted: [{ region: 'sternum', side: 'midline' }] },
    });
    expect(decodeCheckInput(k, { facts: {}, painted: [{ region: 'sternum', side: 'up' }] })).toMatchObject({
      kind: 'bad',
      field: 'painted.0.side',
    });
    expect(decodeCheckInput(k, { facts: {}, painted: [{}] })).toMatchObject({ kind: 'bad', field: 'painted.0.region' });
  });
});

describe('measuring', () => {
  const person = (id: string, facts: TriageCase['input']['facts'], rest: Partial<TriageCase>): TriageCase => ({
    id,
    input: { facts, conditions: {}, painted: [] },
    expectedLevel: 'self-care',
    acceptableLevels: [],
    mustNotGetSelfCare: false,
    ...rest,
  });

  test('exact, acceptable, under and over; a visit this week counts as a visit', () => {
    const { measures, lines } = triageMeasures(k, [
      person('care', {}, {}),
      person('soon', { 'weight-loss': true }, { expectedLevel: 'see-doctor' }),
      person('acceptable', { 'calf-swollen': true }, { expectedLevel: 'see-doctor', acceptableLevels: ['urgent-24h'] }),
      person('over', { 'calf-swollen': true }, { expectedLevel: 'self-care' }),
      person('under', {}, { expectedLevel: 'emergency', mustNotGetSelfCare: true }),
      person('worried', { 'low-mood': true }, {}),
    ]);
    expect(measures).toEqual({
      cases: 6,
      exact: 3,
      acceptable: 4,
      under: 1,
      over: 1,
      forbiddenSelfCare: 1,
      emergencyBelow24h: 1,
      selfCarePassed: 2,
    });
    expect(lines[1]).toEqual({
      id: 'soon',
      expected: 'see-doctor',
      got: 'see-doctor-soon',
      atOnce: 'see-doctor-soon',
      screens: lines[1]?.screens,
      verdict: 'exact',
      because: ['weight-loss'],
    });
  });
});
