import anterior from '@unknot/atlas/data/views/anterior.json' with { type: 'json' };
import lateralLeft from '@unknot/atlas/data/views/lateral-left.json' with { type: 'json' };
import posterior from '@unknot/atlas/data/views/posterior.json' with { type: 'json' };
import { addMark, emptyDrawing, fieldOf } from '@unknot/atlas/drawing';
import type { ViewOutlines } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import { expect, test } from 'vitest';
import { redraw } from './index.ts';

const body = bodyMap({ posterior, anterior, 'lateral-left': lateralLeft } as unknown as ViewOutlines);
/** A stroke down the back of the right shoulder. */
const stroke = (from: number, to: number, x = 90) =>
  fieldOf(
    addMark(emptyDrawing(), {
      kind: 'stroke',
      layer: 'pain',
      mode: 'paint',
      view: 'posterior',
      radius: 16,
      points: [x, from, x, to],
      intensity: 5,
    }),
    body,
  );
const nothing = fieldOf(emptyDrawing(), body);

test.each([
  ['the same', 300, 400, 'same'],
  ['a little longer', 300, 430, 'same'],
  ['half as long', 300, 330, 'smaller'],
  ['a dab of it', 350, 350, 'much-smaller'],
  ['twice as long', 300, 520, 'larger'],
] as const)('OUT-15: %s, from %i to %i, is %s', (_, from, to, kind) => {
  expect(redraw(stroke(300, 400), stroke(from, to)).kind).toBe(kind);
});

test('OUT-15: the other shoulder is elsewhere, nothing is gone, and after nothing all is new', () => {
  expect(redraw(stroke(300, 400), stroke(300, 400, -90)).kind).toBe('elsewhere');
  expect(redraw(stroke(300, 400), nothing)).toEqual({ area: 0, kind: 'gone' });
  expect(redraw(nothing, stroke(300, 400))).toEqual({ area: null, kind: 'new' });
  expect(redraw(nothing, nothing).kind).toBe('same');
});
