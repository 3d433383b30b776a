import { describe, expect, test } from 'vitest';
import type { Facts } from '../case/index.ts';
import { preSessionCheck, SHORT_FORMS, shortForm, shortFormOutcome } from './index.ts';
import { knowledge as k } from './knowledge.test-support.ts';

const nothing = (form: (typeof SHORT_FORMS)[number]): Facts =>
  Object.fromEntries(shortForm(k, form).facts.map((id) => [id, k.facts[id]?.kind === 'scale-0-10' ? 3 : false]));

describe('TRI-25: the short forms', () => {
  test('before a session: eleven facts and three conditions on one screen', () => {
    const { facts, conditions } = preSessionCheck(k);
    expect(facts).toEqual(k.questionSets.beforeEverySession?.facts);
    expect(conditions).toEqual(['topical-on-skin-now', 'drowsy-or-intoxicated', 'broken-or-inflamed-skin']);
  });

  test.each(SHORT_FORMS)('%s: nothing to report leaves the check as it is', (form) => {
    expect(shortFormOutcome(k, form, nothing(form))).toEqual({ kind: 'nothing-new' });
  });

  test('before a session, a yes or "not sure" to any sign opens the whole check', () => {
    for (const fact of preSessionCheck(k).facts) {
      if (k.facts[fact]?.kind !== 'yes-no') continue;
      for (const answer of [true, 'unsure'] as const) {
        const said = { ...nothing('beforeEverySession'), [fact]: answer };
        expect(shortFormOutcome(k, 'beforeEverySession', said)).toEqual({ kind: 'check-again', because: [fact] });
      }
    }
  });

  test('what is not answered, or skipped, is not a no', () => {
    const { fever: _, ...rest } = nothing('beforeEverySession');
    expect(shortFormOutcome(k, 'beforeEverySession', rest)).toEqual({ kind: 'unanswered', facts: ['fever'] });
    expect(shortFormOutcome(k, 'beforeEverySession', { ...rest, fever: 'skipped' })).toEqual({
      kind: 'unanswered',
      facts: ['fever'],
    });
  });

  test('after a session new numbness opens the check, pain alone does not', () => {
    expect(shortFormOutcome(k, 'afterEverySession', { ...nothing('afterEverySession'), 'pain-score': 9 }).kind).toBe(
      'nothing-new',
    );
    expect(
      shortFormOutcome(k, 'afterEverySession', { ...nothing('afterEverySession'), 'new-numb-after-session': true }),
    ).toEqual({ kind: 'check-again', because: ['new-numb-after-session'] });
  });

  test('each week two weeks without gain open it, low mood and bad sleep do not', () => {
    const weekly = (facts: Facts) => shortFormOutcome(k, 'weekly', { ...nothing('weekly'), ...facts });
    expect(weekly({ 'weeks-using-plan-without-gain': 2 }).kind).toBe('check-again');
    expect(weekly({ 'weeks-using-plan-without-gain': 1 }).kind).toBe('nothing-new');
    expect(weekly({ 'low-mood': true, 'sleep-bad': 'unsure' }).kind).toBe('nothing-new');
    expect(weekly({ 'weight-loss': 'unsure' }).kind).toBe('check-again');
  });
});
