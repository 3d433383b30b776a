import { expect, test } from 'vitest';
import { clientOf, limit } from './index.ts';

test('a client may take its burst at once, then as much as flows in; others are not held back', () => {
  let at = 0;
  const bucket = limit({ burst: 3, perSecond: 2, now: () => at });
  expect([1, 2, 3].map(() => bucket.take('a'))).toEqual([true, true, true]);
  expect(bucket.take('a')).toBe(1);
  expect(bucket.take('b')).toBe(true);
  at += 500;
  expect([bucket.take('a'), bucket.take('a')]).toEqual([true, 1]);
  at += 60_000;
  expect([1, 2, 3, 4].map(() => bucket.take('a'))).toEqual([true, true, true, 1]);
});

test('of ten thousand logs that one client asks for in an hour it gets twenty', () => {
  let at = 0;
  const bucket = limit({ burst: 20, perSecond: 20 / 86_400, now: () => (at += 360) });
  expect(Array.from({ length: 10_000 }, () => bucket.take('a')).filter((taken) => taken === true)).toHaveLength(20);
});

test('a slow bucket says how long it takes', () => {
  const bucket = limit({ burst: 1, perSecond: 20 / 86_400, now: () => 0 });
  bucket.take('a');
  expect(bucket.take('a')).toBe(4320);
});

test('a flood of clients does not fill the memory', () => {
  const bucket = limit({ burst: 1, perSecond: 0.001, now: () => 0 });
  for (let n = 0; n < 60_000; n++) bucket.take(`client ${n}`);
  expect(bucket.take('client 59999')).not.toBe(true);
  expect(bucket.take('client 0')).toBe(true);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, client) => {
  expect(clientOf(address)).toBe(client);
});
