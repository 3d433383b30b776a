import { describe, expect, test } from 'vitest';
import { LEVELS } from '../case/index.ts';
import type { CheckInput } from './answers.ts';
import { clearance } from './clearance.ts';
import { askedFromNothing, check } from './index.ts';
import { knowledge as k, play, profileWith } from './knowledge.test-support.ts';
import { askable, chanceFrom } from './people.test-support.ts';
import { type CheckRecord, clearedNow, paintedKey, placesTold, type Story, standing } from './standing.ts';
import { BENIGN } from './vignettes.test-support.ts';

const NECK = [{ region: 'neck-angle', side: 'left' }] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 21, 12);

const neck = paintedKey(k, [{ region: 'neck-angle', side: 'left' }]);
const record: CheckRecord = {
  finishedAt: NOON,
  level: 'self-care',
  facts: {},
  conditions: { diabetes: true },
  paintedKey: neck,
  edition: '1',
};
const story: Story = { paintedKey: neck, conditions: { diabetes: true }, edition: '1' };
const after = (ms: number, change: Partial<CheckRecord> = {}, told: Partial<Story> = {}, lastSeen = NOON) =>
  standing({ ...record, ...change }, NOON + ms, { ...story, ...told }, lastSeen);

describe('TRI-20: how long a check reaches', () => {
  test('without one there is none', () => {
    expect(standing(null, NOON, story, NOON)).toEqual({ kind: 'none' });
  });

  test('a day for sessions, then the short form, and each short form gives another day', () => {
    expect(after(0)).toEqual({ kind: 'current', until: NOON + DAY });
    expect(after(DAY - 1).kind).toBe('current');
    expect(after(DAY)).toEqual({ kind: 'short-form' });
    expect(after(3 * DAY, {}, { shortFormAt: NOON + 3 * DAY })).toEqual({ kind: 'current', until: NOON + 4 * DAY });
  });

  test('28 days make a new episode, whatever short forms were answered', () => {
    expect(after(28 * DAY - 1).kind).toBe('short-form');
    expect(after(28 * DAY)).toEqual({ kind: 'stale', because: 'episode-over' });
    const late = after(28 * DAY - HOUR, {}, { shortFormAt: NOON + 28 * DAY - HOUR });
    expect(late).toEqual({ kind: 'current', until: NOON + 28 * DAY });
  });

  test.each(['emergency', 'urgent-24h'] as const)(
    '%s answers are asked about again after a day, or at the next start once the sitting is over',
    (level) => {
      expect(after(DAY - 1, { level }).kind).toBe('current');
      expect(after(DAY, { level })).toEqual({ kind: 'stale', because: 'asked-again-daily' });
      const restarted = (ms: number) => after(3 * HOUR, { level }, { startedAt: NOON + ms });
      expect(restarted(2 * HOUR)).toEqual({ kind: 'stale', because: 'asked-again-daily' });
      expect(restarted(2 * HOUR - 1).kind).toBe('current');
      expect(restarted(-1).kind).toBe('current');
    },
  );
});

describe('TRI-21: a story that changes asks again', () => {
  test('a new place', () => {
    const both = paintedKey(k, [{ region: 'neck-angle' }, { region: 'chest-upper' }]);
    expect(after(HOUR, {}, { paintedKey: both })).toEqual({ kind: 'stale', because: 'new-place' });
    expect(after(HOUR, { paintedKey: both }, { paintedKey: neck }).kind).toBe('current');
    expect(after(HOUR, {}, { paintedKey: paintedKey(k, [{ region: 'neck-posterior-lower' }]) }).kind).toBe('current');
  });

  test('a place that was told in words is not new when it is painted; one that was denied is', () => {
    const told = { facts: { 'pain-neck': true, 'pain-back': false }, painted: [] } as const;
    const toldKey = placesTold(k, told);
    const painting = (region: string) =>
      after(HOUR, { paintedKey: toldKey }, { paintedKey: paintedKey(k, [{ region, side: 'left' }]) });
    expect(painting('neck-posterior-lower').kind).toBe('current');
    expect(painting('lumbar-paraspinal-lower')).toEqual({ kind: 'stale', because: 'new-place' });
  });

  test('a new condition, also one that is not sure; one that is gone does not', () => {
    expect(after(HOUR, {}, { conditions: { diabetes: true, pregnancy: 'unsure' } })).toEqual({
      kind: 'stale',
      because: 'new-condition',
    });
    expect(after(HOUR, {}, { conditions: { diabetes: false } }).kind).toBe('current');
  });

  test('a new symptom told since, and a new edition of the rules', () => {
    expect(after(HOUR, {}, { newSymptomAt: NOON + 1 })).toEqual({ kind: 'stale', because: 'new-symptom' });
    expect(after(HOUR, {}, { newSymptomAt: NOON - 1 }).kind).toBe('current');
    expect(after(HOUR, {}, { edition: '2' })).toEqual({ kind: 'stale', because: 'new-edition' });
  });
});

describe('TRI-26: what a check that found nothing has settled stands as long as it does', () => {
  const PRIVATE = new Set([
    ...Object.values(k.facts).flatMap(({ id, sensitive }) => (sensitive ? [id] : [])),
    ...k.factMapping.conditions.flatMap(({ condition, fact }) => (k.facts[fact]?.sensitive ? [condition] : [])),
    'postpartum-6-weeks',
  ]);
  const kept = <T extends object>(answers: T): T =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => !PRIVATE.has(id))) as T;
  const told = {
    facts: { 'age-years': 35, 'pain-neck': true, 'weeks-since-start': 1, 'pain-score': 4 },
    conditions: {},
    painted: [],
  } as const;
  const { verdict, input } = askedFromNothing(k, told);
  const diary = { ...input, facts: kept(input.facts), conditions: kept(input.conditions) };

  test('private answers that were not kept are not asked again while nothing has changed', () => {
    expect(verdict.kind).toBe('self-care');
    expect(check(k, diary).verdict.kind).toBe('ask-first');
    expect(check(k, diary, [], diary)).toMatchObject({ verdict: { kind: 'self-care' }, next: null });
    expect(check(k, { ...diary, painted: NECK }, [], diary).verdict.kind).toBe('self-care');
  });

  test('they are, where something new could matter with them', () => {
    const belly = { ...diary, facts: { ...diary.facts, 'belly-pain': true } };
    const { verdict: now, open } = check(k, belly, [], diary);
    expect(now.kind).toBe('ask-first');
    expect(open.flatMap(({ conditions }) => conditions)).toContain('pregnancy');
  });

  test('whatever changes, nobody is told less than all answers would say, pregnant or not', () => {
    const chance = chanceFrom(20261121);
    const signs = askable.filter((id) => k.facts[id]?.kind === 'yes-no');
    for (const { name, input: person } of BENIGN) {
      const mayBe = (person.ageYears ?? 40) < 56 && chance() < 0.5;
      const someone = !mayBe ? person : { ...person, conditions: { ...person.conditions, pregnancy: true } };
      const { verdict: before, input: said } = askedFromNothing(k, someone);
      if (before.kind !== 'self-care') continue;
      const stays = { ...said, facts: kept(said.facts), conditions: kept(said.conditions) };
      expect([name, check(k, stays, [], stays).verdict.kind]).toEqual([name, 'self-care']);
      for (let i = 0; i < 12; i++) {
        const fact = signs[Math.floor(chance() * signs.length)] as string;
        const levelOf = (input: CheckInput, settledBy: CheckInput | null) =>
          check(k, { ...input, facts: { ...input.facts, [fact]: true } }, [], settledBy).verdict.kind;
        const [full, now] = [levelOf(said, null), levelOf(stays, stays)];
        if (full === 'ask-first' || now === 'ask-first') continue;
        expect([name, fact, LEVELS.indexOf(now) <= LEVELS.indexOf(full)]).toEqual([name, fact, true]);
      }
    }
  });
});

describe('TRI-22: a clock set back makes nothing fresh', () => {
  test.each([
    ['behind the check', after(-1)],
    ['behind the latest time ever seen', after(HOUR, {}, {}, NOON + 2 * HOUR)],
    ['behind the short form', after(HOUR, {}, { shortFormAt: NOON + 2 * HOUR })],
  ])('%s', (_, where) => {
    expect(where).toEqual({ kind: 'stale', because: 'clock-set-back' });
  });
});

describe('TRI-23: what a clinician has cleared', () => {
  const told = { at: NOON, rules: ['cauda-equina-recent', 'calf-clot'], facts: ['bladder-change'] };
  const rulesAt = (ms: number, since = NOON - DAY) => clearedNow(k, [told], NOON + ms, since).map(({ rule }) => rule);

  test('an emergency for seven days, the rest for its episode', () => {
    expect(rulesAt(7 * DAY - 1)).toEqual(['cauda-equina-recent', 'calf-clot']);
    expect(rulesAt(7 * DAY)).toEqual(['calf-clot']);
  });

  test('not beyond the episode, and not on a clock that was set back', () => {
    expect(rulesAt(HOUR, NOON + 1)).toEqual([]);
    expect(rulesAt(-1)).toEqual([]);
  });

  test('only for what was known then', () => {
    const facts = { 'bladder-change': true, 'saddle-numb': true, 'symptom-under-14-days': true } as const;
    const painted = [{ region: 'lumbar-paraspinal-lower' }];
    const cleared = clearedNow(k, [{ ...told, facts: ['bladder-change', 'symptom-under-14-days'] }], NOON + HOUR, NOON);
    expect(check(k, { facts, conditions: {}, painted }, cleared).verdict.kind).toBe('emergency');
  });
});

describe('TRI-24: the only way into a plan', () => {
  const current = after(0);
  const verdictOf = (facts: object, conditions = profileWith({})) => {
    const truth = { facts: { 'weeks-since-start': 1, 'pain-score': 3, ...facts }, conditions: {} };
    const start = { facts: {}, conditions, painted: [{ region: 'neck-angle', side: 'left' as const }], ageYears: 35 };
    return play(start, truth).verdict;
  };

  test('a benign knot with a current check is cleared, until the check needs its short form', () => {
    expect(clearance(verdictOf({}), current)).toMatchObject({
      kind: 'cleared',
      level: 'self-care',
      because: [],
      restrictions: { closed: [] },
      until: NOON + DAY,
    });
  });

  test('see-doctor-soon is cleared for gentle things only', () => {
    expect(clearance(verdictOf({ 'weight-loss': true }), current)).toMatchObject({
      kind: 'cleared',
      level: 'see-doctor-soon',
      because: ['weight-loss'],
      restrictions: { closed: ['pressure', 'manual-tools', 'strength-beyond-easy', 'new-techniques'] },
    });
  });

  test.each([
    ['an emergency', { 'speech-trouble': true }, 'level'],
    ['an urgent sign', { 'calf-swollen': true }, 'level'],
  ] as const)('%s is refused', (_, facts, because) => {
    expect(clearance(verdictOf(facts), current)).toEqual({ kind: 'refused', because });
  });

  test('a rule that closes the plan closes it at any level: under 18', () => {
    const facts = { 'weeks-since-start': 1, 'pain-score': 3 };
    const start = { facts: {}, conditions: profileWith({}), painted: [{ region: 'neck-angle' }], ageYears: 17 };
    const { verdict } = play(start, { facts, conditions: {} });
    expect(verdict.kind).toBe('see-doctor-soon');
    expect(clearance(verdict, current)).toEqual({ kind: 'refused', because: 'closed-by-rule' });
  });

  test('open questions, no check, and a check that is not current are refused', () => {
    const open = check(k, { facts: {}, conditions: {}, painted: [] }).verdict;
    expect(clearance(open, current)).toEqual({ kind: 'refused', because: 'questions-open' });
    expect(clearance(verdictOf({}), { kind: 'none' })).toEqual({ kind: 'refused', because: 'not-checked' });
    expect(clearance(verdictOf({}), after(DAY))).toEqual({ kind: 'refused', because: 'not-current' });
    expect(clearance(verdictOf({}), after(-1))).toEqual({ kind: 'refused', because: 'not-current' });
  });

  test('every ordinary knot gets in', () => {
    for (const { name, input } of BENIGN) {
      const start = { ...input, facts: {}, conditions: profileWith(input.conditions) };
      const { verdict } = play(start, { facts: { 'weeks-since-start': 1, ...input.facts }, conditions: {} });
      expect([name, clearance(verdict, current).kind]).toEqual([name, 'cleared']);
    }
  });
});
