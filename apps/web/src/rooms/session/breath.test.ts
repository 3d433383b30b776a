import { expect, test } from 'vitest';
import { breathAt, rhythmOf } from './breath.ts';

const ways = (technique: string, seconds: number) => {
  const rhythm = rhythmOf(technique);
  if (!rhythm) throw new Error(`${technique} must have a rhythm`);
  return Array.from({ length: seconds }, (_, second) => breathAt(rhythm, second));
};

test('a slow breath goes in for four and out for six, again and again', () => {
  const told = ways('diaphragmatic-breathing', 20).map(({ way, left }) => `${way} ${left}`);
  const once = ['in 4', 'in 3', 'in 2', 'in 1', 'out 6', 'out 5', 'out 4', 'out 3', 'out 2', 'out 1'];
  expect(told).toEqual([...once, ...once]);
});

test('a box holds full after breathing in and empty after breathing out', () => {
  const box = ways('box-breathing', 16);
  expect(box.filter((_, n) => n % 4 === 0).map(({ way, full }) => [way, full])).toEqual([
    ['in', 1],
    ['hold', 1],
    ['out', 0],
    ['hold', 0],
  ]);
  expect(new Set(box.map(({ part }) => part)).size).toBe(4);
});

test('a body scan leaves the breath alone', () => expect(rhythmOf('body-scan-meditation')).toBeNull());
