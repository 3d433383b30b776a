import type { AppState } from '@unknot/journal/project';
import { project } from '@unknot/journal/project';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import { asking, contentOf, readContent } from './content.ts';

const NOW = 1_790_000_000_000;
const rules = {
  rules: [
    { id: 'cord', logic: { fact: 'hand-clumsy', op: '==', value: true } },
    { id: 'low', logic: { all: [{ fact: 'mood-low', op: '==', value: true }] } },
  ],
  conditions: [{ id: 'osteoporosis' }, { id: 'pregnancy' }],
} as unknown as CheckKnowledge;

const state: AppState = {
  ...project([]),
  profile: { ageYears: 50, conditions: { osteoporosis: true, pregnancy: true } },
  check: {
    id: 'c',
    at: NOW - 1000,
    form: 'full',
    facts: {},
    conditions: {},
    painted: [],
    level: 'see-doctor',
    because: ['cord'],
    support: ['low'],
    edition: '1',
    imported: false,
  },
};

const of = (part: Partial<Parameters<typeof contentOf>[3]> = {}) =>
  contentOf(
    state,
    rules,
    { now: NOW, places: [], ranked: false },
    { shows: () => true, withPrivate: false, within: null, ...part },
  );

describe('the page', () => {
  test('leaves out private answers, and rules that a private answer made fire, unless they are switched on', () => {
    expect(of().health).toEqual({ yes: ['osteoporosis'], unsure: [] });
    expect(of().check?.rules).toEqual(['cord']);
    expect(of({ withPrivate: true }).health?.yes).toEqual(['osteoporosis', 'pregnancy']);
    expect(of({ withPrivate: true }).check?.rules).toEqual(['cord', 'low']);
  });

  test('holds only what was chosen', () => {
    const { madeAt, ageYears, version, ...rest } = of({ shows: () => false });
    expect({ madeAt, ageYears, version }).toEqual({ madeAt: NOW, ageYears: 50, version: 1 });
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
  '{"version":2,"madeAt":1}',
  '{"version":1}',
  '{"version":1,"madeAt":1,"pain":{"weeks":[],"overall":{"kind":"better"}}}',
  '{"version":1,"madeAt":1,"harms":[{"kind":"<script>","times":1,"lastAt":1}]}',
])('what is no page of this version is refused: %s', (text) => {
  expect(readContent(text)).toBeNull();
});
