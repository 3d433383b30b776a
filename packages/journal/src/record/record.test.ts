import checkKnowledge from '@unknot/knowledge/edition/check.json';
import { describe, expect, test } from 'vitest';
import { decodeText, isCrisis, isSensitive, type JournalEvent } from '../event/index.ts';
import { seeded } from '../testing/index.ts';
import { type FinishedCheck, record, recordCheck, recordProfile, type Teller } from './index.ts';

const teller: Teller = {
  now: Date.UTC(2026, 5, 1, 12),
  random: seeded(3),
  device: 'phone',
  hlc: null,
  editions: { atlas: '1', knowledge: '2' },
};

const check: FinishedCheck = {
  facts: { fever: false, pregnant: true, 'injects-drugs': false, 'low-mood': true },
  conditions: { diabetes: false, pregnancy: true },
  painted: [{ region: 'low-back', side: 'left', coverage: 0.4 }],
  level: 'urgent-24h',
  because: ['pregnancy-fever-pain', 'spine-infection-risk'],
  support: ['mood'],
  edition: '7',
};

const textOf = (events: readonly JournalEvent[]) => events.map((event) => JSON.stringify(event)).join('\n');

test('what is recorded can be read again, word for word', () => {
  const { event, hlc } = record(teller, 'outcome.rated', { sessionId: 's', when: 'after', pain: 3 });
  expect(decodeText(JSON.stringify(event))).toEqual({ kind: 'event', event });
  expect(event.hlc).toBe(hlc);
  expect(event.editions).toEqual({ atlas: '1', knowledge: '2' });
});

test('a body that does not fit is a broken promise, and the message holds no health data', () => {
  expect(() => record(teller, 'outcome.rated', { sessionId: 's', when: 'after', pain: 12 })).toThrow(
    'outcome.rated must fit its shape, does not at pain',
  );
});

describe('private answers', () => {
  test('are all that the knowledge calls sensitive, and no warning of another kind', () => {
    const { facts, rules } = checkKnowledge;
    const called = Object.entries(facts).filter(([, fact]) => 'sensitive' in fact && fact.sensitive);
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter(([id]) => !isSensitive(id)).map(([id]) => id)).toEqual([]);
    expect([...Object.keys(facts), ...rules.map(({ id }) => id)].filter(isCrisis).sort()).toEqual([
      'alone-with-crisis',
      'crisis-plan-now',
      'suicide',
    ]);
  });

  test('do not include a dangerously high blood sugar, whose rule only sounds like one', () => {
    const { events } = recordCheck(teller, { ...check, level: 'emergency', because: ['sugar-crisis'] }, false);
    expect(events[0]?.body).toMatchObject({ level: 'emergency', because: ['sugar-crisis'] });
  });

  test('are not stored unless the person agreed, neither as yes nor as no', () => {
    const { events } = recordCheck(teller, check, false);
    expect(events.map(({ type }) => type)).toEqual(['check.finished']);
    expect(textOf(events)).not.toMatch(/pregn|drugs|mood/);
    expect(events[0]?.body).toMatchObject({ facts: { fever: false }, conditions: { diabetes: false } });
  });

  test('the level stays although the reason is left out', () => {
    const { events } = recordCheck(teller, { ...check, because: ['pregnancy-fever-pain'] }, false);
    expect(events[0]?.body).toMatchObject({ level: 'urgent-24h', because: [] });
  });

  test('are stored apart, tied to the check, when the person agreed', () => {
    const { events } = recordCheck(teller, check, true);
    expect(events.map(({ type }) => type)).toEqual(['check.finished', 'check.sensitive']);
    expect(textOf([events[0] as JournalEvent])).not.toMatch(/"pregnant"|"pregnancy"|injects-drugs|low-mood/);
    expect(events[1]?.body).toEqual({
      checkId: events[0]?.id,
      facts: { pregnant: true, 'injects-drugs': false, 'low-mood': true },
      conditions: { pregnancy: true },
    });
  });

  test.each([true, 'unsure'] as const)(
    'of a check with thoughts of suicide (%s) nothing is stored unless asked',
    (answer) => {
      const crisis: FinishedCheck = {
        ...check,
        facts: { ...check.facts, 'alone-with-crisis': answer },
        level: 'emergency',
        because: ['suicide', 'spine-infection-risk'],
      };
      const { events } = recordCheck(teller, crisis, false);
      expect(events.map(({ type, body }) => [type, body])).toEqual([['check.reopened', { because: 'asked-again' }]]);
      const noRuleFired = recordCheck(teller, { ...crisis, level: 'self-care', because: [], support: [] }, false);
      expect(noRuleFired.events.map(({ type }) => type)).toEqual(['check.reopened']);
      const kept = recordCheck(teller, crisis, true);
      expect(textOf(kept.events)).toContain('alone-with-crisis');
    },
  );

  test('a no to thoughts of suicide is left out, and the check is stored', () => {
    const { events } = recordCheck(teller, { ...check, facts: { 'alone-with-crisis': false, fever: true } }, false);
    expect(events[0]?.body).toMatchObject({ facts: { fever: true } });
    expect(textOf(events)).not.toContain('crisis');
  });

  test('in the profile go apart, or nowhere', () => {
    const patch = { minutes: 5, conditions: { pregnancy: true, diabetes: false } };
    const without = recordProfile(teller, patch, false);
    expect(without.events.map(({ body }) => body)).toEqual([
      { patch: { minutes: 5, conditions: { diabetes: false } } },
    ]);
    const withThem = recordProfile(teller, patch, true);
    expect(withThem.events.map(({ type }) => type)).toEqual(['profile.changed', 'check.sensitive']);
    expect(recordProfile(teller, { conditions: { pregnancy: true } }, false)).toEqual({ events: [], hlc: null });
  });
});
