import anterior from '@unknot/atlas/data/views/anterior.json';
import lateralLeft from '@unknot/atlas/data/views/lateral-left.json';
import posterior from '@unknot/atlas/data/views/posterior.json';
import { addMark, emptyDrawing, fieldOf } from '@unknot/atlas/drawing';
import type { ViewId, ViewOutlines } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import { expect, test } from 'vitest';
import { framesOf } from './painted-frames.ts';

const body = bodyMap({ posterior, anterior, 'lateral-left': lateralLeft } as unknown as ViewOutlines);
const field = (view: ViewId, points: number[]) =>
  fieldOf(
    addMark(emptyDrawing(), { kind: 'stroke', layer: 'pain', mode: 'paint', view, radius: 16, points, intensity: 5 }),
    body,
  );

test('a small place is shown near by, in the middle of its square', () => {
  const [frame, ...others] = framesOf([field('posterior', [90, 300, 90, 320])]);
  expect(others).toEqual([]);
  expect(frame?.view).toBe('posterior');
  const [left, top, width, height] = frame?.box ?? [0, 0, 0, 0];
  expect([width, height]).toEqual([420, 420]);
  expect(Math.abs(left + width / 2 - 90)).toBeLessThan(12);
  expect(Math.abs(top + height / 2 - 310)).toBeLessThan(12);
});

test('all drawings of a view share one frame, and the most painted view comes first', () => {
  const frames = framesOf([
    field('posterior', [90, 260, 90, 700]),
    field('posterior', [90, 300, 90, 320]),
    field('anterior', [80, 300, 80, 310]),
  ]);
  expect(frames.map(({ view }) => view)).toEqual(['posterior', 'anterior']);
  const [, top, , height] = frames[0]?.box ?? [0, 0, 0, 0];
  expect(top).toBeLessThan(260);
  expect(top + height).toBeGreaterThan(700);
});

test('without paint there is nothing to show', () => {
  expect(framesOf([])).toEqual([]);
  expect(framesOf([fieldOf(emptyDrawing(), body)])).toEqual([]);
});
