import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sourcesUnder } from './sources.ts';

const sources = sourcesUnder('packages', 'apps', 'tests');

/** Rows of the tables of a page whose last cell says what holds the promise. */
const rows = (page: string): { promise: string; heldBy: string }[] =>
  readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({ promise: cells[1] ?? '', heldBy: cells.at(-2) ?? '' }));

/** Files that a cell names, by path or by name alone; a folder stands for all in it. */
function named(heldBy: string): { name: string; texts: string[] }[] {
  return [...heldBy.matchAll(/`([\w./-]+(?:\.tsx?|\/[\w-]+))`/g)].map(([, name = '']) => ({
    name,
    texts: sources
      .filter(({ path }) => path === name || path.startsWith(`${name}/`) || basename(path) === name)
      .map(({ text }) => text),
  }));
}

const quoted = (heldBy: string): string[] => [...heldBy.matchAll(/"([^"]+)"/g)].map(([, words = '']) => words);

test.each(rows('PRIVACY.md'))('a test holds: $promise', ({ heldBy }) => {
  const files = named(heldBy);
  expect(files.length, 'no file is named').toBeGreaterThan(0);
  for (const { name, texts } of files) expect(texts, `${name} is not there`).not.toEqual([]);
  const all = files
    .flatMap(({ texts }) => texts)
    .join('\n')
    .replaceAll("\\'", "'");
  // a part left out is written as …
  for (const words of quoted(heldBy))
    for (const part of words.split('…')) expect(all.includes(part.trim()), `no test says "${part.trim()}"`).toBe(true);
});

test('every file that the threat model names is there', () => {
  const missing = rows('docs/threat-model.md').flatMap(({ heldBy }) =>
    named(heldBy)
      .filter(({ texts }) => texts.length === 0)
      .map(({ name }) => name),
  );
  expect(missing).toEqual([]);
});
