import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { languages, tagIn } from '../ports/languages.ts';
import {
  countriesByName,
  countryOf,
  EMERGENCY_NUMBERS,
  nameOfCountry,
  whereabouts,
  whereaboutsNow,
} from './emergency-numbers.ts';
import { countryOfZone } from './zone-countries.ts';

afterEach(() => vi.unstubAllGlobals());

const ODD = ['en-US@posix', 'C', 'POSIX', 'en_US.UTF-8', '', 'x', '-', 'en-', 'und', 'i-klingon', 'null', 'zh-Hans_CN'];
const anyWords = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...ODD),
  fc.tuple(fc.constantFrom('en', 'de', 'pt_BR'), fc.string({ maxLength: 6 })).map(([a, b]) => `${a}-${b}`),
);

describe('what a browser says of its language', () => {
  test('leads to a country that we hold, or to none, whatever it is', () => {
    fc.assert(
      fc.property(anyWords, (said) => {
        const country = countryOf(said);
        if (country !== null) expect(EMERGENCY_NUMBERS[country]?.ambulance).toMatch(/^\d/);
        const tag = tagIn(said);
        if (tag !== null) expect(() => new Intl.DateTimeFormat(tag)).not.toThrow();
        expect(countriesByName(said)).toHaveLength(Object.keys(EMERGENCY_NUMBERS).length);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test.each([
    ['en-US@posix', 'US'],
    ['en_GB.UTF-8', 'GB'],
    ['de-AT', 'AT'],
    ['zh-Hant-TW', 'TW'],
    ['C', null],
    ['en', null],
    ['en-NP', null],
    ['constructor', null],
  ])('%s: %s', (said, country) => expect(countryOf(said)).toBe(country));

  test('never throws, also where the browser keeps it back', () => {
    vi.stubGlobal('navigator', { language: undefined, languages: undefined });
    expect(() => whereaboutsNow()).not.toThrow();
    expect(languages()).toEqual([]);
    vi.stubGlobal('navigator', { language: 'en-US@posix', languages: ['en-US@posix', 'C', 'de'] });
    expect(languages()).toEqual(['en-US', 'de']);
  });
});

describe('where somebody is', () => {
  test.each([
    ['Europe/Berlin', 'en-US', { country: 'DE', other: 'US', sure: false }],
    ['Europe/Berlin', 'de-DE', { country: 'DE', other: null, sure: true }],
    ['Europe/London', 'en', { country: 'GB', other: null, sure: true }],
    ['Asia/Calcutta', 'en-GB', { country: 'IN', other: 'GB', sure: false }],
    ['America/Indiana/Knox', 'en-US', { country: 'US', other: null, sure: true }],
    // A place whose number we do not hold: the number of the language would be that of another country.
    ['Asia/Kathmandu', 'en-US', { country: null, other: 'US', sure: false }],
    ['Asia/Kathmandu', 'ne', { country: null, other: null, sure: false }],
    // Clocks that name no place.
    ['UTC', 'en-US', { country: 'US', other: null, sure: false }],
    ['Etc/GMT+3', 'pt-BR', { country: 'BR', other: null, sure: false }],
    ['', '', { country: null, other: null, sure: false }],
  ])('%s, %s', (zone, language, expected) => expect(whereabouts(zone, language)).toEqual(expected));

  test('every country whose number we hold is found by a zone of this machine, and no zone names another one', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const found = new Set(zones.flatMap((zone) => countryOfZone(zone) ?? []));
    expect([...found].toSorted()).toEqual(Object.keys(EMERGENCY_NUMBERS).toSorted());
    expect(countryOfZone('Australia/')).toBeNull();
    expect(countryOfZone('Europe/San_Marino')).toBeNull();
  });
});

test('a country that nobody knows keeps its code', () => {
  expect(nameOfCountry('nowhere at all', 'en')).toBe('nowhere at all');
  expect(nameOfCountry('DE', '')).toBe('Germany');
});
