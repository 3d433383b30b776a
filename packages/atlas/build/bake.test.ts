import { expect, test } from 'vitest';
import stored from '../data/poses.json' with { type: 'json' };
import { baked } from './bake.ts';

test('the stored poses are what the authored movements give', () => {
  expect(JSON.parse(JSON.stringify(baked()))).toEqual(stored);
});
