import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './sources.ts';

/** Addresses that are names of something, not places to load from. */
const NAMES_ONLY = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/1999/xlink'];

/** Absolute or protocol-relative addresses in a text; a comment may cite one. */
function addressesIn(text: string): string[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found =
    withoutComments.match(/\bhttps?:\/\/[\w.-]+\.[a-z]{2,}[^\s'"`<>)]*|["'`(=]\/\/[\w-]+\.[\w.-]+[^\s'"`<>)]*/gi) ?? [];
  return found.filter((address) => !NAMES_ONLY.includes(address));
}

const files = ['apps/web/src', 'apps/web/public']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|js|css|html|svg|webmanifest|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  .concat(join(ROOT, 'apps/web/index.html'))
  .filter((path) => !/\.test\.tsx?$/.test(path));

test('the app names no other origin: links to sources are data of the knowledge', () => {
  expect(files.length).toBeGreaterThan(20);
  const named = files.flatMap((path) =>
    addressesIn(readFileSync(path, 'utf8')).map((address) => `${path.slice(ROOT.length + 1)}: ${address}`),
  );
  expect(named).toEqual([]);
});

test.each([
  '<script src="https://cdn.example.com/a.js"></script>',
  "const beacon = 'http://stats.example.org/hit'",
  '<img src="//pixel.example.net/1.gif">',
  '@import url(//fonts.example.com/css);',
])('a planted address is found: %s', (text) => {
  expect(addressesIn(text)).toHaveLength(1);
});

test.each([
  '// see https://www.w3.org/TR/wai-aria',
  'const ns = "http://www.w3.org/2000/svg"',
  "const a = '/assets//x'",
])('this is no address to load from: %s', (text) => {
  expect(addressesIn(text)).toEqual([]);
});
