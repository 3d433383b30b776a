// The styles of every room that was visited stay on the page, so a class may begin selectors in one sheet only.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = new URL('../../apps/web/src/', import.meta.url).pathname;

/** The classes with which the selectors of a sheet begin. */
function openingClasses(css: string): Set<string> {
  const selectors = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[{};]/)
    .filter((part) => !/^\s*@|:\s/.test(part))
    .flatMap((part) => part.split(','));
  return new Set(selectors.flatMap((selector) => selector.trim().match(/^\.([a-z][\w-]*)/)?.[1] ?? []));
}

/** Class → sheets that begin a selector with it, where there are several. */
function sharedClasses(sheets: ReadonlyMap<string, string>): Record<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const [sheet, css] of sheets)
    for (const name of openingClasses(css)) owners.set(name, [...(owners.get(name) ?? []), sheet]);
  return Object.fromEntries([...owners].filter(([, list]) => list.length > 1));
}

const rooms = new Map(
  readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(SOURCE, path), readFileSync(path, 'utf8')] as const),
);

test('no two sheets of the app style the same class', () => {
  expect(rooms.size).toBeGreaterThan(10);
  expect(sharedClasses(rooms)).toEqual({});
});

test('two sheets that do are named', () => {
  const sheets = new Map([
    ['a.css', '.stage { color: red; }\n@media (x) { .ring, .a .b { top: 1px } }'],
    ['b.css', '/* .ring */ .stage .b > i { width: 1px; height: 2px }'],
  ]);
  expect(sharedClasses(sheets)).toEqual({ stage: ['a.css', 'b.css'] });
});
