import type { Facts } from '@unknot/engine/case';
import { verdictAssumingNo } from '@unknot/engine/triage';
import { isSensitive, splitSensitive } from '@unknot/journal/event';
import type { AppState } from '@unknot/journal/project';
import { project } from '@unknot/journal/project';
import checkEdition from '@unknot/knowledge/edition/check.json';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTexts } from '../../texts/check.ts';
import { reportTexts as t } from '../../texts/report.ts';
import { asking, contentOf, readContent } from './content.ts';
import { checkSaid, healthSaid } from './said.ts';

const NOW = 1_790_000_000_000;
const k = checkEdition as unknown as CheckKnowledge;
const state: AppState = {
  ...project([]),
  profile: { ageYears: 50, conditions: { osteoporosis: true, pregnancy: true } },
  check: {
    id: 'c',
    at: NOW - 1000,
    form: 'full',
    facts: { 'bladder-change': true, 'sex-change': true, 'pain-both-legs': true, pregnant: true, 'low-mood': true },
    conditions: {},
    painted: [],
    level: 'urgent-24h',
    because: ['cord-or-cauda-legs', 'pregnancy-fever-pain'],
    support: ['mood'],
    edition: '1',
    imported: false,
  },
};

const MOMENT = { now: NOW, places: [], ranked: false, wordOf: () => 'possible' as const };
const CHOSEN = { shows: () => true, withPrivate: false, numbers: false, within: null };

const of = (part: Partial<Parameters<typeof contentOf>[3]> = {}) => contentOf(state, k, MOMENT, { ...CHOSEN, ...part });

describe('the page', () => {
  test('leaves out private answers, and rules that a private answer made fire, unless they are switched on', () => {
    expect(of().health).toEqual({ yes: ['osteoporosis'], unsure: [], withheld: true });
    expect(of().check).toMatchObject({ level: 'urgent-24h', rules: ['cord-or-cauda-legs'], withheld: true });
    expect(of({ withPrivate: true }).health?.yes.toSorted()).toEqual(['osteoporosis', 'pregnancy']);
    expect(of({ withPrivate: true }).check?.rules).toEqual(['cord-or-cauda-legs', 'pregnancy-fever-pain', 'mood']);
  });

  test('names a sign that holds without the private answers too, and says when it does not', () => {
    const told = (facts: Facts) => {
      const check = { ...(state.check as NonNullable<AppState['check']>), facts, because: ['cord-or-cauda-legs'] };
      return contentOf({ ...state, check }, k, MOMENT, { ...CHOSEN, shows: (part) => part === 'check' }).check;
    };
    expect(told({ 'saddle-numb': true, 'pain-both-legs': true })).toMatchObject({
      rules: ['cord-or-cauda-legs'],
      withheld: false,
    });
    expect(told({ 'sex-change': true, 'pain-both-legs': true })).toMatchObject({ rules: [], withheld: true });
  });

  test('tells that the questions were opened again', () => {
    const reopened = { at: NOW, because: 'stopped-dizzy' };
    const { check } = contentOf({ ...state, reopened }, k, MOMENT, CHOSEN);
    expect(checkSaid(check as NonNullable<typeof check>, String).join(' ')).toContain(t.reopened(String(NOW)));
  });

  test('tells how likely in words, and in numbers only when the person asked for them', () => {
    const ranking: AppState['ranking'] = {
      drawingId: 'd',
      top: [{ muscle: 'levator-scapulae', side: 'left', probability: 0.54, band: 'likely' }],
      other: [{ hypothesis: 'nerve-root', probability: 0.2 }],
      at: NOW,
      imported: false,
    };
    const pattern = (numbers: boolean) =>
      contentOf({ ...state, ranking }, k, { ...MOMENT, ranked: true }, { ...CHOSEN, numbers }).pattern;
    expect(pattern(false)).toMatchObject({ top: [{ band: 'likely' }], other: [{ band: 'possible' }] });
    expect(JSON.stringify(pattern(false))).not.toMatch(/probability|0\.54|0\.2/);
    expect(pattern(true)).toMatchObject({ top: [{ probability: 0.54 }], other: [{ probability: 0.2 }] });
  });

  test('holds only what was chosen', () => {
    const { madeAt, ageYears, version, ...rest } = of({ shows: () => false });
    expect({ madeAt, ageYears, version }).toEqual({ madeAt: NOW, ageYears: 50, version: 2 });
    expect(rest).toEqual({});
    expect(asking(of(), ' ')).toEqual(of());
  });

  test('comes through a link as it went in', () => {
    const page = asking(of(), ' Rowing? ');
    expect(page.question).toBe('Rowing?');
    expect(readContent(JSON.stringify(page))).toEqual(page);
  });
});

test.each([
  '',
  'null',
  '[]',
  '{"version":3,"madeAt":1}',
  '{"version":1}',
  '{"version":1,"madeAt":1,"pain":{"weeks":[],"overall":{"kind":"better"}}}',
  '{"version":1,"madeAt":1,"harms":[{"kind":"<script>","times":1,"lastAt":1}]}',
])('what is no page of this version is refused: %s', (text) => {
  expect(readContent(text)).toBeNull();
});

test('a page of an older version says neither that there is no sign nor that nothing was answered', () => {
  const page = readContent(
    '{"version":1,"madeAt":1,"check":{"at":1,"rules":[],"clearedAt":[]},"health":{"yes":[],"unsure":[]}}',
  );
  const said = [...checkSaid(page?.check as never, String), ...healthSaid(page?.health as never)];
  expect(said).toContain(t.levelUnknown);
  expect(said).not.toContain(t.noSign);
  expect(said).not.toContain(t.noneSaid);
});

const yesNoFacts = Object.values(k.facts).flatMap(({ id, kind }) => (kind === 'yes-no' ? [id] : []));
const anyAnswer = fc.constantFrom(true, true, false, 'unsure' as const);
const anyFacts = fc.dictionary(fc.constantFrom(...yesNoFacts), anyAnswer, { minKeys: 1, maxKeys: 30 });
const anyConditions = fc.dictionary(fc.constantFrom(...k.conditions.map(({ id }) => id)), anyAnswer, { maxKeys: 12 });

test('no sentence reads as a no that nobody gave, for any answers, kept or not, let along or not', () => {
  fc.assert(
    fc.property(anyFacts, anyConditions, fc.boolean(), fc.boolean(), (facts, conditions, isKept, withPrivate) => {
      const verdict = verdictAssumingNo(k, { facts, conditions, painted: [] });
      const kept = (ids: readonly { rule: string }[]) =>
        ids.flatMap(({ rule }) => (isKept || !isSensitive(rule) ? [rule] : []));
      const because = kept(verdict.because);
      const diary: AppState = {
        ...state,
        profile: { conditions: isKept ? conditions : splitSensitive(conditions).open },
        check: {
          ...(state.check as NonNullable<AppState['check']>),
          facts: isKept ? facts : splitSensitive(facts).open,
          conditions: isKept ? conditions : splitSensitive(conditions).open,
          level: verdict.kind,
          because,
          support: kept(verdict.support),
        },
      };
      const { check, health } = contentOf(diary, k, MOMENT, { ...CHOSEN, withPrivate });
      if (!check || !health) throw new Error('both were chosen');
      const said = checkSaid(check, String);
      if (verdict.kind === 'self-care') expect(said).toContain(t.noSign);
      else {
        expect(said).not.toContain(t.noSign);
        expect(said.join(' ')).toContain(checkTexts.result[verdict.kind]);
        // Every open warning sign is named, that of the level too, or it is said that something is missing.
        const levelOf = (rule: string) => k.rules.find(({ id }) => id === rule)?.level;
        if (because.some((rule) => !check.rules.includes(rule))) expect(said).toContain(t.signsWithheld);
        if (!check.rules.some((rule) => levelOf(rule) === verdict.kind)) expect(said).toContain(t.signsWithheld);
      }
      const isWithheld = Object.keys(conditions).some((id) => isSensitive(id) && !(isKept && withPrivate));
      if (isWithheld) expect(healthSaid(health)).not.toContain(t.noneSaid);
      // What is named needs no private answer.
      if (!withPrivate) {
        const open = { facts: splitSensitive(facts).open, conditions: splitSensitive(conditions).open, painted: [] };
        const apart = verdictAssumingNo(k, open);
        const levels = [...apart.because, ...apart.support].map(({ level }) => level);
        if (levels.length === 0) expect(check.rules).toEqual([]);
      }
    }),
    { seed: 77, numRuns: 300 },
  );
});
