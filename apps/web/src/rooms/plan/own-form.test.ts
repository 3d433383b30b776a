import { OWN_TRAITS } from '@unknot/engine/plan';
import { describe, expect, test } from 'vitest';
import { emptyForm, formOf, type OwnForm, readForm } from './own-form.ts';

const doorway: OwnForm = {
  ...emptyForm('own-1'),
  name: ' Doorway stretch ',
  deed: 'stretch',
  dose: { holdSeconds: '20', repetitions: '3', sets: '', minutes: '', perDay: '2' },
  givenBy: 'Physio',
  knownTo: ['osteoporosis'],
};

const bodyOf = (form: OwnForm) => {
  const read = readForm(form);
  if (read.kind !== 'item') throw new Error(`missing: ${read.kind}`);
  return read.body;
};

describe('an own exercise', () => {
  test('is kept as it was typed', () => {
    expect(bodyOf(doorway)).toMatchObject({
      item: {
        name: 'Doorway stretch',
        dose: { holdSeconds: 20, repetitions: 3, perDay: 2 },
        knownTo: ['osteoporosis'],
      },
      givenBy: 'Physio',
    });
  });

  test('comes back into the form as it was kept', () => {
    const whole = { ...doorway, name: 'Doorway stretch', traits: ['on-the-knees'], traitsAll: true } as const;
    expect(formOf(bodyOf(whole))).toEqual(whole);
  });

  test('claims nothing about what nobody spoke of: a trait that was left open stays open', () => {
    expect(bodyOf({ ...doorway, traits: ['on-the-knees'] }).item.traits).toEqual({ 'on-the-knees': true });
    const all = bodyOf({ ...doorway, traits: ['on-the-knees'], traitsAll: true }).item.traits ?? {};
    expect(Object.keys(all).sort()).toEqual([...OWN_TRAITS].sort());
    expect(Object.values(all).filter(Boolean)).toHaveLength(1);
  });

  test('lifts nothing for a condition that nobody in particular knew about', () => {
    expect(bodyOf({ ...doorway, givenBy: ' ' }).item.knownTo).toBeUndefined();
  });

  test.each([
    ['name', { name: '  ' }],
    ['deed', { deed: null }],
    ['muscle', { deed: 'press', muscles: [] }],
    ['dose', { dose: { holdSeconds: '', repetitions: '', sets: '3', minutes: '', perDay: '' } }],
    ['number', { dose: { holdSeconds: '1.5', repetitions: '', sets: '', minutes: '', perDay: '' } }],
    ['number', { dose: { holdSeconds: '', repetitions: '-3', sets: '', minutes: '', perDay: '' } }],
    ['number', { dose: { holdSeconds: '', repetitions: '', sets: '', minutes: '9999', perDay: '' } }],
  ] as const)('says what is missing: %s', (kind, change) => {
    expect(readForm({ ...doorway, ...change })).toEqual({ kind });
  });
});
