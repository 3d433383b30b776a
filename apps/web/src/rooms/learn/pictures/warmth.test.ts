import { describe, expect, test } from 'vitest';
import { warmthAt } from './warmth.ts';

describe('the picture of warmth follows its own sum', () => {
  test('the skin is warm from the beginning, the depth is not', () => {
    expect(warmthAt(0, 0)).toBe(1);
    expect(warmthAt(10, 0)).toBe(0);
    expect(warmthAt(0, 5)).toBeCloseTo(1, 6);
  });

  test('at the depth of 2√(αt) the known share erfc(1) has come', () => {
    expect(warmthAt(2 * Math.sqrt(0.14 * 600), 10)).toBeCloseTo(0.157299, 5);
  });

  test('it grows with time and falls with depth', () => {
    for (let minutes = 1; minutes < 20; minutes++)
      for (let depth = 2; depth <= 40; depth += 2) {
        expect(warmthAt(depth, minutes + 1)).toBeGreaterThan(warmthAt(depth, minutes));
        expect(warmthAt(depth, minutes)).toBeLessThan(warmthAt(depth - 2, minutes));
      }
  });
});
