import lateral from '@unknot/atlas/data/views/lateral-left.json' with { type: 'json' };
import posterior from '@unknot/atlas/data/views/posterior.json' with { type: 'json' };
import type { ViewOutline } from '@unknot/atlas/frame';
import { regionMap } from '@unknot/atlas/region';
import { expect, test } from 'vitest';
import { DIRECTIONS, type Direction, nearestStop, nextStop, stopsOf } from './walk.ts';

const back = posterior as unknown as ViewOutline;
const side = lateral as unknown as ViewOutline;
const stops = stopsOf('posterior', back, regionMap('posterior', back));

test('an arrow goes to the nearest place that way', () => {
  const places = [
    { region: 'here', side: 'right', x: 0, y: 0 },
    { region: 'near', side: 'right', x: 20, y: 8 },
    { region: 'far', side: 'right', x: 60, y: 0 },
    { region: 'below', side: 'right', x: 0, y: 30 },
  ] as const;
  expect(nextStop(places, { x: 0, y: 0 }, 'ArrowRight')?.region).toBe('near');
  expect(nextStop(places, { x: 0, y: 0 }, 'ArrowDown')?.region).toBe('below');
  expect(nextStop(places, { x: 0, y: 0 }, 'ArrowLeft')).toBeUndefined();
});

test('left and right are the person’s own: on the back, right lies to the right', () => {
  const right = stops.find(({ region, side }) => region === 'neck-angle' && side === 'right');
  const left = stops.find(({ region, side }) => region === 'neck-angle' && side === 'left');
  expect(right?.x).toBeGreaterThan(0);
  expect(left?.x).toBe(-(right?.x ?? 0));
});

test('seen from the right, the body is the mirror image of the left', () => {
  const left = stopsOf('lateral-left', side, regionMap('lateral-left', side));
  const right = stopsOf('lateral-right', side, regionMap('lateral-right', side));
  expect(right.length).toBe(left.length);
  for (const stop of left) {
    const twin = right.find(({ region }) => region === stop.region);
    expect(twin?.x).toBeCloseTo(-stop.x);
    expect(twin?.y).toBe(stop.y);
  }
});

test('with the arrows alone every place of the back can be reached', () => {
  const start = nearestStop(stops, 0, 300);
  const reached = new Set(start ? [start] : []);
  for (const stop of reached)
    for (const direction of Object.keys(DIRECTIONS) as Direction[]) {
      const next = nextStop(stops, stop, direction);
      if (next) reached.add(next);
    }
  expect(stops.filter((stop) => !reached.has(stop))).toEqual([]);
});
