import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFrom } from './settings.ts';

test('at home nothing needs to be set', () => {
  expect(settingsFrom({}, [])).toMatchObject({
    port: 4747,
    host: undefined,
    https: false,
    folder: join(homedir(), '.unknot'),
    storeIsChosen: false,
    databaseUrl: undefined,
    invites: [],
    calendar: true,
    trustProxy: false,
    openMetrics: false,
  });
});

test('a server for others fetches no calendars and must have its store, unless its owner says so', () => {
  const settings = settingsFrom({ HOST: '0.0.0.0', INVITES: 'walnut, hazelnut', QUOTA_MB: '5' }, ['--https']);
  expect(settings).toMatchObject({ calendar: false, storeIsChosen: true, https: true, quotaBytes: 5 * 1024 * 1024 });
  expect(settings.invites).toEqual(['walnut', 'hazelnut']);
  expect(settingsFrom({ HOST: '0.0.0.0', CALENDAR: 'on' }, []).calendar).toBe(true);
});

test.each([
  [{ PORT: '80a' }, 'PORT must be a whole number from 0 to 65535, got "80a".'],
  [{ QUOTA_MB: '-1' }, 'QUOTA_MB must be a whole number'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be on or off, got "yes".'],
])('%j is named', (env, says) => {
  expect(() => settingsFrom(env, [])).toThrow(says);
});

test('a word it does not know is named', () => {
  expect(() => settingsFrom({}, ['--http'])).toThrow('serve knows --https, and not "--http".');
});
