// What stands on the tab of the browser: people who listen know by it where they are.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shellTexts } from './shell.ts';

/** Addresses of the shell, without the names of inner pages. */
const addresses = [...readFileSync(new URL('../App.tsx', import.meta.url), 'utf8').matchAll(/<Route path="([^":]+)/g)]
  .map(([, path = '']) => (path === '/' ? path : path.replace(/\/$/, '')))
  .filter((path, at, all) => all.indexOf(path) === at);

test('every room has a name of its own for the tab, so that it changes with every way taken', () => {
  expect(addresses.length).toBeGreaterThan(20);
  const names = addresses.map((path) => shellTexts.rooms[path]);
  expect(names.filter((name) => name === undefined)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
