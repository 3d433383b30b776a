import { expect, test } from 'vitest';
import { idSet } from './idSet.ts';
import { freshOf, knownEnvelopes, learn } from './known.ts';
import { chance, letters } from './suite.test-support.ts';

test('a set of ids says what a plain set says, also when ids begin alike', () => {
  const ids = Array.from({ length: 3000 }, (_, n) => {
    const id = chance(16);
    if (n % 3 === 0) id.fill(7, 0, 12);
    return id;
  });
  for (const expected of [0, 1, 16, 5000]) {
    const set = idSet(expected);
    const plain = new Set<string>();
    for (const id of ids.slice(0, 2000)) {
      expect(set.has(id, 0)).toBe(plain.has(id.join()));
      set.add(id, 0);
      set.add(id, 0);
      plain.add(id.join());
    }
    expect(set.size).toBe(plain.size);
    for (const id of ids.slice(2000)) expect(set.has(id, 0)).toBe(plain.has(id.join()));
  }
});

test('what was not used for longest is forgotten when there is too much to remember', () => {
  const known = knownEnvelopes(25);
  const { ids } = freshOf(known.of('a'), letters(0, 10));
  for (const log of ['a', 'b', 'c']) learn(known.of(log), ids, 10);
  known.of('a');
  for (let n = 0; n < 200; n++) known.tidy();
  expect([known.of('a').position, known.of('b').position, known.of('c').position]).toEqual([10, 0, 10]);
});
