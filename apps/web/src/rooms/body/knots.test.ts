import anterior from '@unknot/atlas/data/views/anterior.json' with { type: 'json' };
import lateral from '@unknot/atlas/data/views/lateral-left.json' with { type: 'json' };
import posterior from '@unknot/atlas/data/views/posterior.json' with { type: 'json' };
import { addMark, emptyDrawing, fieldOf, knotsOf } from '@unknot/atlas/drawing';
import type { ViewOutlines } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import { expect, test } from 'vitest';
import { knotMark, knotsIn, withoutKnotsAt, withoutKnotsIn } from './knots.ts';

const map = bodyMap({ posterior, anterior, 'lateral-left': lateral } as unknown as ViewOutlines);
const one = addMark(emptyDrawing(), knotMark('posterior', 60, 300));
const two = addMark(one, knotMark('posterior', -60, 300));
const measured = (drawing: typeof one) => knotsOf(fieldOf(drawing, map)).map(({ side }) => side);

test('every tap is a knot, shown as a ring where it was', () => {
  expect(knotsIn(two).spots.map(({ x, y }) => [x, y])).toEqual([
    [60, 300],
    [-60, 300],
  ]);
});

test('rubbing takes away whole knots, on the map and in what is measured', () => {
  const left = withoutKnotsAt(two, 'posterior', 66, 310, 6);
  expect(knotsIn(left).spots.map(({ x }) => x)).toEqual([-60]);
  expect(new Set(measured(left))).toEqual(new Set(['left']));
});

test('rubbing beside a knot, or on another side of the body, changes nothing', () => {
  expect(withoutKnotsAt(two, 'posterior', 0, 500, 6)).toBe(two);
  expect(withoutKnotsAt(two, 'anterior', 60, 300, 6)).toBe(two);
});

test('a knot that was named is there until it is taken away by name', () => {
  const named = addMark(emptyDrawing(), {
    kind: 'region',
    layer: 'knot',
    region: 'neck-angle',
    side: 'right',
    coverage: 1,
  });
  expect(knotsIn(named).named).toEqual([{ region: 'neck-angle', side: 'right' }]);
  const gone = withoutKnotsIn(named, map, 'neck-angle', 'right');
  expect(knotsIn(gone)).toEqual({ spots: [], named: [] });
  expect(knotsOf(fieldOf(gone, map))).toEqual([]);
});

test('taking a place away by name also takes the knots that were tapped there', () => {
  const [place] = knotsOf(fieldOf(one, map)).sort((a, b) => b.coverage - a.coverage);
  if (!place) throw new Error('a knot must lie in a region');
  const tapped = addMark(emptyDrawing(), knotMark('posterior', 60, 300));
  const region = map.posterior.regions[(map.posterior.cells[cellAt(60, 300)] ?? 0) - 1];
  if (!region) throw new Error('the tap must lie on the body');
  expect(knotsIn(withoutKnotsIn(tapped, map, region.region, region.side)).spots).toEqual([]);
});

const cellAt = (x: number, y: number) => {
  const { left, top, columns } = map.posterior;
  return Math.floor((y - top) / 4) * columns + Math.floor((x - left) / 4);
};
