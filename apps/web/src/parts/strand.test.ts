import { expect, test } from 'vitest';
import { shortened } from './strand.ts';

test('a straight fibre loses a tenth at each end', () => {
  expect(shortened('M0 0c10 0 20 0 30 0', 0.1)).toBe('M3.0 0.0C11.0 0.0 19.0 0.0 27.0 0.0');
});

test('of a fibre of two curves, only the outer ends are cut', () => {
  expect(shortened('M0 0c1 0 2 0 3 0c1 0 2 0 3 0', 0.25)).toBe(
    'M1.5 0.0C2.0 0.0 2.5 0.0 3.0 0.0C3.5 0.0 4.0 0.0 4.5 0.0',
  );
});

test('what is no fibre is refused', () => {
  expect(() => shortened('M0 0L5 5', 0.1)).toThrow(/cubics/);
});
