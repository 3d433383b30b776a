import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import anterior from '../../data/views/anterior.json' with { type: 'json' };
import lateralLeft from '../../data/views/lateral-left.json' with { type: 'json' };
import posterior from '../../data/views/posterior.json' with { type: 'json' };
import { drawnView, mirrorOf, otherSide, standingView, VIEWS, type ViewId, type ViewOutlines } from '../frame/index.ts';
import { bodyMap, CELL, type RegionMap, regionAt, regionMap, regionPath } from './index.ts';

const outlines = { posterior, anterior, 'lateral-left': lateralLeft } as unknown as ViewOutlines;
const body = bodyMap(outlines);

/** Closed polygons of SVG path data with M, L, c and Z, curves in six steps. The plain slow way, for tests. */
function flatten(d: string): number[][] {
  const tokens = d.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? [];
  const rings: number[][] = [];
  let ring: number[] = [];
  let command = '';
  let [x, y] = [0, 0];
  for (let i = 0; i < tokens.length; ) {
    if (/[a-z]/i.test(tokens[i] as string)) command = tokens[i++] as string;
    if (command === 'Z') {
      rings.push(ring);
      ring = [];
    } else if (command === 'c') {
      const [a, b, c, e, f, g] = tokens.slice(i, i + 6).map(Number) as [number, number, number, number, number, number];
      i += 6;
      for (let k = 1; k <= 6; k++) {
        const [t, u] = [k / 6, 1 - k / 6];
        ring.push(
          x + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * f,
          y + 3 * u * u * t * b + 3 * u * t * t * e + t ** 3 * g,
        );
      }
      [x, y] = [x + f, y + g];
    } else {
      [x, y] = [Number(tokens[i++]), Number(tokens[i++])];
      ring.push(x, y);
    }
  }
  return rings;
}

/** Where a horizontal line crosses the rings. */
function crossings(rings: readonly (readonly number[])[], y: number): number[] {
  const xs: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const [x0, y0, x1, y1] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
      if (y0 <= y !== y1 <= y) xs.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
    }
  }
  return xs;
}
const odd = (xs: readonly number[], x: number) => xs.filter((crossing) => x < crossing).length % 2 === 1;
const inside = (rings: readonly (readonly number[])[], x: number, y: number) => odd(crossings(rings, y), x);

function* rows(map: RegionMap): Generator<[y: number, xs: readonly number[]]> {
  const xs = Array.from({ length: map.columns }, (_, column) => map.left + (column + 0.5) * CELL);
  for (let row = 0; row < map.rows; row++) yield [map.top + (row + 0.5) * CELL, xs];
}

function* centres(map: RegionMap): Generator<[x: number, y: number]> {
  for (const [y, xs] of rows(map)) for (const x of xs) yield [x, y];
}

describe('region map', () => {
  test.each(VIEWS)('%s: at least 99.8 % of the cells inside the silhouette belong to a region', (view) => {
    const parts = standingView(view, outlines[drawnView(view)]).silhouette.map(flatten);
    let within = 0;
    let mapped = 0;
    for (const [y, xs] of rows(body[view])) {
      const edges = parts.map((rings) => crossings(rings, y));
      for (const x of xs) {
        if (!edges.some((edge) => odd(edge, x))) continue;
        within++;
        if (regionAt(body[view], x, y)) mapped++;
      }
    }
    expect(within).toBeGreaterThan(15_000);
    expect(mapped / within).toBeGreaterThanOrEqual(0.998);
  });

  test.each(['posterior', 'anterior', 'lateral-left'] as const)('%s: no cell lies in two regions', (view) => {
    let twice = 0;
    for (const [y, xs] of rows(body[view])) {
      const edges = outlines[view].regions.map(({ rings }) => crossings(rings, y)).filter(({ length }) => length > 0);
      const drawnHalf = xs.filter((x) => view === 'lateral-left' || x > 0);
      for (const x of drawnHalf) if (edges.filter((edge) => odd(edge, x)).length > 1) twice++;
    }
    expect(twice / body[view].cells.length).toBeLessThan(0.0001);
  });

  test.each(VIEWS)('%s mirrored is exactly the map of the mirrored view', (view) => {
    const map = body[view];
    const other = body[mirrorOf(view)];
    const wrong: string[] = [];
    for (const [x, y] of centres(map)) {
      const here = regionAt(map, x, y);
      const there = regionAt(other, -x, y);
      const expected = here && (here.side === 'midline' ? 'midline' : otherSide(here.side));
      if (here?.region !== there?.region || expected !== there?.side) wrong.push(`${x} ${y}`);
    }
    expect(wrong).toEqual([]);
  });

  test('the counted cells are the cells of the map, and their area is the area of the drawn rings', () => {
    for (const view of VIEWS) {
      const map = body[view];
      const counts = new Map<number, number>();
      for (const number of map.cells) counts.set(number, (counts.get(number) ?? 0) + 1);
      map.regions.forEach(({ cells }, i) => {
        expect(counts.get(i + 1)).toBe(cells);
      });
    }
    const levatorCorner = body.posterior.regions.find(({ region }) => region === 'neck-angle');
    expect((levatorCorner?.cells ?? 0) * CELL ** 2).toBeCloseTo(2307, -2);
  });

  test('every region is seen in full in at least one view', () => {
    const most = new Map<string, number>();
    for (const view of VIEWS)
      for (const { region, shown } of body[view].regions) most.set(region, Math.max(most.get(region) ?? 0, shown));
    expect(most.size).toBe(111);
    expect([...most].filter(([, shown]) => shown !== 1)).toEqual([]);
  });

  test('the path of a region holds exactly the points the map gives to it', () => {
    fc.assert(
      fc.property(fc.constantFrom<ViewId>(...VIEWS), fc.nat(), (view, pick) => {
        const map = body[view];
        const filled = [...map.cells.keys()].filter((i) => map.cells[i]);
        const i = filled[pick % filled.length] as number;
        const [x, y] = [
          map.left + ((i % map.columns) + 0.5) * CELL,
          map.top + (Math.floor(i / map.columns) + 0.5) * CELL,
        ];
        const seen = regionAt(map, x, y);
        const rings = regionPath(view, outlines[drawnView(view)], seen?.region ?? '', seen?.side ?? 'midline');
        // A hair to the side: centres that lie exactly on a border belong to one of the two neighbours.
        return [x - 0.01, x + 0.01].some((near) => inside(rings.flatMap(flatten), near, y));
      }),
      { seed: 20_261, numRuns: 150 },
    );
  });

  test('outside the body there is no region, nor outside the view', () => {
    expect(regionAt(body.posterior, -400, 20)).toBeUndefined();
    expect(regionAt(body.posterior, 9999, -9999)).toBeUndefined();
    expect(regionPath('lateral-left', outlines['lateral-left'], 'neck-angle', 'right')).toEqual([]);
    expect(regionPath('posterior', outlines.posterior, 'sternum', 'midline')).toEqual([]);
  });

  test('one view alone gives the same map as the whole body', () => {
    expect(regionMap('anterior', outlines.anterior)).toEqual(body.anterior);
  });
});
