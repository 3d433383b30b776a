// The published structure definitions of FHIR R4 judge what goes out, read by a package that shares no code with us. What
// that package does not look at (instants, one value, references) is judged here.

import fc from 'fast-check';
import { Fhir } from 'fhir';
import { describe, expect, test } from 'vitest';
import { FACTORS } from '../learning/index.ts';
import { HARM_KINDS } from '../outcome/index.ts';
import { FINISH_REASONS } from '../session/index.ts';
import { type DiaryTold, diaryFhir, type FhirBundle, localTime } from './index.ts';

const judge = new Fhir();
const MORNING = localTime(Date.UTC(2026, 0, 5, 8), 60);
const NOON = localTime(Date.UTC(2026, 0, 5, 11), 60);

const NOTHING: DiaryTold = { days: [], sessions: [], drawings: [], reactions: [], questionnaires: [] };
const SESSION: DiaryTold['sessions'][number] = {
  sessionId: 's1',
  from: MORNING,
  to: NOON,
  minutes: 4.5,
  ended: 'completed',
  techniques: ['Ball on the wall'],
  muscles: ['Levator scapulae, left'],
  painBefore: 6,
  painAfter: 3,
  painNextDay: 4,
};
const DIARY: DiaryTold = {
  days: [
    {
      day: '2026-01-05',
      pain: 5,
      before: { sleep: 'worse', water: 'as usual' },
      sessions: 1,
      minutes: 4.5,
      desk: null,
    },
    { day: '2026-01-06', pain: null, before: {}, sessions: 0, minutes: 0, desk: null },
  ],
  sessions: [SESSION],
  drawings: [
    {
      at: MORNING,
      pain: [
        { place: 'Angle of the neck', side: 'left', percent: 40, intensity: 6.3, quality: 'ache' },
        { place: 'Nape', side: 'midline', percent: 1 },
      ],
      knots: [{ place: 'Angle of the neck', side: 'left', percent: 5 }],
    },
    { at: NOON, pain: null, knots: null },
  ],
  reactions: [{ at: NOON, kind: 'sore-muscles', note: 'a little', sessionId: 's1' }],
  questionnaires: [
    {
      at: NOON,
      name: 'Three questions',
      answers: [
        { question: 'How strong?', answer: 4 },
        { question: 'Sleep?', answer: null },
      ],
    },
  ],
};

/** Names counted up, so that every run gives the same. */
function counting(): (bytes: number) => Uint8Array {
  let next = 0;
  return (bytes) => {
    next += 1;
    return new Uint8Array(bytes).fill(next >> 8, 0, 8).fill(next, 8);
  };
}
const bundleOf = (diary: DiaryTold) => diaryFhir(diary, { madeAt: NOON, chance: counting() });
const resources = (diary: DiaryTold) => bundleOf(diary).entry.map(({ resource }) => resource);
// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, looked into freely
type Loose = any;
const observed = (diary: DiaryTold, text: string): Loose =>
  resources(diary).find(({ resourceType, code }) => resourceType === 'Observation' && (code as Loose).text === text);

const errorsIn = (bundle: unknown) =>
  judge
    .validate(bundle as object, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal');

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

function expectSound(bundle: FhirBundle): void {
  expect(errorsIn(JSON.parse(JSON.stringify(bundle)))).toEqual([]);
  expect(bundle.timestamp).toMatch(INSTANT);
  const names = bundle.entry.map(({ fullUrl }) => fullUrl);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names)
    expect(name).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const { resource } of bundle.entry) {
    expect(Object.keys(resource).filter((key) => /^(value|effective|performed)[A-Z]/.test(key)).length).toBeLessThan(3);
    expect(Object.keys(resource).filter((key) => /^value[A-Z]/.test(key)).length).toBeLessThan(2);
  }
  walk(bundle, (key, value) => {
    if (key === 'reference') expect(names).toContain(value);
    if (typeof value === 'string') expect(value).toMatch(/\S/);
    if (typeof value === 'string') expect(value).not.toMatch(/[^\P{Cc}\t\r\n]|\p{Surrogate}/u);
    if (Array.isArray(value)) expect(value.length, key).toBeGreaterThan(0);
    expect(value, key).not.toBeNull();
    expect(value, key).not.toEqual({});
  });
}

function walk(value: unknown, look: (key: string, value: unknown) => void, key = ''): void {
  look(key, value);
  if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) walk(each, look, name);
}

test('the judge refuses what FHIR R4 forbids', () => {
  const spoilt = (spoil: (bundle: Loose) => void) => {
    const bundle = JSON.parse(JSON.stringify(bundleOf(DIARY)));
    spoil(bundle);
    return errorsIn(bundle).length;
  };
  const first = (bundle: Loose, type: string) =>
    bundle.entry.find(({ resource }: Loose) => resource.resourceType === type).resource;
  expect(spoilt(() => {})).toBe(0);
  expect(spoilt((bundle) => delete first(bundle, 'Observation').code)).toBeGreaterThan(0);
  expect(spoilt((bundle) => Object.assign(first(bundle, 'Observation'), { status: 'done' }))).toBeGreaterThan(0);
  expect(spoilt((bundle) => Object.assign(first(bundle, 'Procedure'), { pain: 3 }))).toBeGreaterThan(0);
  expect(spoilt((bundle) => delete first(bundle, 'QuestionnaireResponse').item[0].linkId)).toBeGreaterThan(0);
});

describe('REP-10: a diary as FHIR R4', () => {
  test('holds by the published definitions, whole and empty', () => {
    expectSound(bundleOf(DIARY));
    expectSound(bundleOf(NOTHING));
    expect(resources(NOTHING).map(({ resourceType }) => resourceType)).toEqual(['Patient']);
  });

  test('pain that was said has the LOINC code, a number from 0 to 10, and belongs to its session', () => {
    const before = observed(DIARY, 'Pain before self-care');
    expect(before).toMatchObject({
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
      effectiveDateTime: '2026-01-05T09:00:00+01:00',
      valueQuantity: { value: 6, code: '{score}', system: 'http://unitsofmeasure.org' },
    });
    const session = bundleOf(DIARY).entry.find(({ resource }) => resource.resourceType === 'Procedure');
    expect(before.partOf).toEqual([{ reference: session?.fullUrl }]);
    expect(observed(DIARY, 'Pain on the day after self-care')).toMatchObject({ effectiveDateTime: '2026-01-06' });
  });

  test('a session is something the person did; one that was stopped says why', () => {
    const of = (more: Partial<typeof SESSION>): Loose =>
      resources({ ...NOTHING, sessions: [{ ...SESSION, ...more }] }).find(
        ({ resourceType }) => resourceType === 'Procedure',
      );
    expect(of({})).toMatchObject({ status: 'completed', performedPeriod: { start: MORNING, end: NOON } });
    expect(of({}).performer[0].actor).toEqual(of({}).subject);
    expect(of({ ended: 'dizzy' })).toMatchObject({ status: 'stopped', statusReason: { text: 'dizzy' } });
    expect(of({ ended: null })).toMatchObject({ status: 'unknown' });
    expect(of({ from: NOON, to: MORNING }).performedPeriod).toEqual({ start: NOON });
  });

  test('nought is a number, and what was not told is not there', () => {
    const quiet = { ...SESSION, painBefore: 0, painAfter: null, painNextDay: null };
    const diary = { ...NOTHING, sessions: [quiet] };
    expect(observed(diary, 'Pain before self-care').valueQuantity.value).toBe(0);
    expect(resources(diary)).toHaveLength(3);
  });

  test('a questionnaire with every answer left open is not there', () => {
    const open = { at: NOON, name: 'n', answers: [{ question: 'q', answer: null }] };
    expect(resources({ ...NOTHING, questionnaires: [open] })).toHaveLength(1);
  });
});

test('REP-11: nobody is named, nothing is concluded', () => {
  const all = resources(DIARY);
  const allowed = ['Patient', 'Observation', 'Procedure', 'QuestionnaireResponse'];
  for (const { resourceType } of all) expect(allowed).toContain(resourceType);
  expect(Object.keys(all[0] ?? {})).toEqual(['resourceType', 'text']);
});

test('REP-12: no code but the two we are sure of; places are text', () => {
  const codes = new Set<unknown>();
  walk(bundleOf(DIARY), (key, value) => {
    if (key === 'coding') for (const { system, code } of value as Loose[]) codes.add(`${system} ${code}`);
  });
  expect([...codes].sort()).toEqual([
    'http://loinc.org 72514-3',
    'http://terminology.hl7.org/CodeSystem/observation-category survey',
  ]);
  expect(observed(DIARY, 'Pain painted on a drawing of the body, 0-10').bodySite).toEqual({
    text: 'Angle of the neck, left',
  });
});

describe('REP-10: whatever a diary holds', () => {
  const name = fc.string({ unit: 'binary', maxLength: 12 });
  const time = fc
    .tuple(fc.integer({ min: 0, max: Date.UTC(9998, 0) }), fc.integer({ min: -720, max: 840 }))
    .map(([at, offset]) => localTime(at, offset));
  const nrs = fc.option(fc.integer({ min: 0, max: 10 }));
  const place = fc.record({
    place: name,
    side: fc.constantFrom('left' as const, 'right' as const, 'midline' as const),
    percent: fc.integer({ min: 1, max: 100 }),
  });
  const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 });
  const diary: fc.Arbitrary<DiaryTold> = fc.record({
    days: few(
      fc.record({
        day: time.map((at) => at.slice(0, 10)),
        pain: nrs,
        before: fc.dictionary(fc.constantFrom(...FACTORS), fc.constantFrom('less', 'more')),
        sessions: fc.nat(3),
        minutes: fc.nat(60),
        desk: fc.constant(null),
      }),
    ),
    sessions: few(
      fc.record({
        sessionId: name,
        from: time,
        to: fc.option(time),
        minutes: fc.nat(90),
        ended: fc.option(fc.constantFrom(...FINISH_REASONS)),
        techniques: few(name),
        muscles: few(name),
        painBefore: nrs,
        painAfter: nrs,
        painNextDay: nrs,
      }),
    ),
    drawings: few(fc.record({ at: time, pain: fc.option(few(place)), knots: fc.option(few(place)) })),
    reactions: few(
      fc.record({ at: time, kind: fc.constantFrom(...HARM_KINDS), note: name, sessionId: fc.option(name) }),
    ),
    questionnaires: few(
      fc.record({
        at: time,
        name,
        answers: few(fc.record({ question: name, answer: fc.option(fc.integer({ min: -10, max: 10 })) })),
      }),
    ),
  });

  test('it holds by the published definitions', () => {
    fc.assert(
      fc.property(diary, (each) => expectSound(bundleOf(each))),
      { seed: 79, numRuns: 25 },
    );
  });
});

test('REP-09: the clock of the person is told with its distance from UTC', () => {
  const at = Date.UTC(2026, 5, 30, 22, 30);
  expect(localTime(at, 0)).toBe('2026-06-30T22:30:00+00:00');
  expect(localTime(at, 120)).toBe('2026-07-01T00:30:00+02:00');
  expect(localTime(at, -210)).toBe('2026-06-30T19:00:00-03:30');
});
