import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { synonyms } from '../../texts/body.ts';
import { searchRegions } from './search.ts';

const regions = JSON.parse(
  readFileSync(new URL('../../../../../packages/knowledge/data/regions.json', import.meta.url), 'utf8'),
) as { id: string; plainName: string }[];

const find = (query: string) => searchRegions(regions, query, synonyms);
const names = (query: string) => find(query).regions.map(({ plainName }) => plainName);

test('an empty search shows every place', () => {
  expect(names('')).toHaveLength(regions.length);
  expect(names('  ')).toHaveLength(regions.length);
});

test('beginnings of words are enough, in any order', () => {
  expect(names('nec up')).toContain('upper back of the neck');
  expect(names('upp nec')).toContain('upper back of the neck');
});

test.each([
  ['scapula', 'flat of the shoulder blade'],
  ['shoulderblade', 'inner edge of the shoulder blade, middle'],
  ['lower back', 'low back beside the spine'],
  ['bum', 'middle of the buttock'],
  ['tummy', 'around the navel'],
  ['triceps', 'back of the upper arm'],
  ['collar bone', 'just below the collarbone'],
  ['upper back', 'between spine and shoulder blade, upper'],
  ['tail bone', 'tailbone'],
])('“%s” finds “%s”', (query, name) => {
  expect(names(query)).toContain(name);
});

test('a slip of one letter still finds the place, but only when nothing fits exactly', () => {
  expect(names('shuolder')).toEqual(names('shoulder'));
  expect(names('butock')).toContain('middle of the buttock');
  expect(names('calf')).not.toContain('palm');
});

test('left and right choose the side and are no part of the name', () => {
  expect(find('left calf')).toMatchObject({ side: 'left' });
  expect(names('left calf')).toEqual(names('calf'));
  expect(find('calf').side).toBeUndefined();
});

test('the place that is called so comes first', () => {
  expect(names('temple')[0]).toBe('temple');
  expect(names('jaw')[0]).toBe('jaw');
});

test('nonsense finds nothing', () => {
  expect(names('zzzz')).toEqual([]);
  expect(names('neck xylophone')).toEqual([]);
});
