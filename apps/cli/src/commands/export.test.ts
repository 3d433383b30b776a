import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { event } from '@unknot/journal/testing';
import { keysOf, newPhrase, readPhrase, writeBackup } from '@unknot/sync/crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { exportDiary } from './export.ts';

const folder = mkdtempSync(join(tmpdir(), 'unknot-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, contents: Uint8Array | string) => {
  writeFileSync(join(folder, name), contents);
  return join(folder, name);
};

const item = { technique: 'chin-tuck', muscle: 'levator-scapulae', side: 'left', seconds: 90 } as const;
const check = event(
  'check.finished',
  { facts: {}, conditions: {}, painted: [], level: 'self-care', because: [], support: [], edition: '1' },
  0,
);
const entries = [
  check,
  event('check.sensitive', { checkId: check.id, facts: { 'mood-low': true }, conditions: { pregnancy: true } }, 1),
  event('session.started', { sessionId: 's', planId: null, painBefore: 6, items: [item] }, 2),
  event('session.finished', { sessionId: 's', reason: 'completed', itemsDone: 1, secondsDone: 90, painAfter: 3 }, 4),
].map(entryOf);
const meta = { exportedAt: 0, editions: { atlas: '1', knowledge: '1' }, sensitive: true };
const copy = exportJournal(entries, meta);

const bytes = (count: number) => new Uint8Array(count).map((_, i) => i * 7 + count);
const phrase = newPhrase(bytes);
const entropy = (words: string) => {
  const read = readPhrase(words);
  if (read.kind === 'bad') throw new Error('a new phrase is a phrase');
  return read.entropy;
};
const backup = writeBackup(keysOf(entropy(phrase)), entries, 0, bytes);

const asked = { withPrivate: false, words: () => Promise.reject(new Error('no words are needed')), now: 0 };
const as = (format: 'json' | 'csv' | 'fhir', path: string, words?: string, withPrivate = false) =>
  exportDiary(path, { ...asked, format, withPrivate, ...(words === undefined ? {} : { words: async () => words }) });

describe.each([
  ['a copy', file('copy.json', copy), undefined],
  ['a backup and its words', file('unknot.backup', backup), phrase],
  [
    'a backup and the beginnings of its words',
    file('again.backup', backup),
    phrase.replace(/\b([a-z]{4})[a-z]*/g, '$1'),
  ],
])('%s', (_, path, words) => {
  test('becomes a table, with the names of muscles and exercises', async () => {
    const { text, unread } = await as('csv', path, words);
    expect(unread).toBe(0);
    expect(text).toMatch(/,session,,6,3,,1\.5,completed,.*"Levator scapulae, left",/);
    expect(text).not.toContain('chin-tuck');
  });

  test('becomes a bundle', async () => {
    const bundle = JSON.parse((await as('fhir', path, words)).text);
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    expect(bundle.entry.map(({ resource }: { resource: { resourceType: string } }) => resource.resourceType)).toEqual([
      ...['Patient', 'Procedure', 'Observation', 'Observation'],
    ]);
  });

  test('becomes a copy; private answers go along only if that was said', async () => {
    expect(JSON.parse((await as('json', path, words)).text)).toMatchObject({ leftOut: 1, sensitive: false });
    for (const format of ['json', 'csv', 'fhir'] as const)
      expect((await as(format, path, words)).text).not.toMatch(/mood-low|pregnancy/);
    expect(JSON.parse((await as('json', path, words, true)).text).events).toEqual(JSON.parse(copy).events);
  });
});

test('lines that cannot be read are counted', async () => {
  const path = file('newer.json', exportJournal([...entries, { id: 'x', text: '{"id":"x"}', imported: false }], meta));
  expect((await as('csv', path)).unread).toBe(1);
});

describe('what cannot be used is named', () => {
  const other = newPhrase((count) => bytes(count).reverse());
  test.each<[string, string | Uint8Array, string | undefined, string]>([
    ['no diary', '{"resourceType":"Bundle"}', undefined, 'is neither a diary of Unknot nor a backup'],
    ['a picture', '\u0089PNG', undefined, 'is neither a diary of Unknot nor a backup'],
    ['a copy without its end', copy.slice(0, -20), undefined, 'is a diary whose end is missing'],
    ['a newer copy', copy.replace('"version": 1', '"version": 2'), undefined, 'was written by a newer Unknot'],
    ['a spoilt copy', copy.replace('"events": [', '"events": [7,'), undefined, 'is damaged at events[0]'],
    ['a backup without its end', backup.subarray(0, -1), phrase, 'is damaged'],
    ['other words', backup, other, 'is whole, but sealed with other words'],
    ['eleven words', backup, phrase.split(' ').slice(1).join(' '), 'please give all twelve'],
    ['a word that is none', backup, `${phrase} unknott`, '"unknott" is not one of the words'],
    ['words that do not belong together', backup, 'abandon '.repeat(12), 'one is wrong, or two are swapped'],
  ])('%s', async (name, contents, words, says) => {
    await expect(as('csv', file(name, contents), words)).rejects.toThrow(says);
  });

  test('no file', async () => {
    await expect(as('csv', join(folder, 'nowhere'))).rejects.toThrow('cannot be read: there is no such file');
  });
});
