import posterior from '@unknot/atlas/data/views/posterior.json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  brushRadius,
  type Frame,
  farthest,
  home,
  kept,
  look,
  NEAREST,
  panned,
  pinched,
  toAtlas,
  toScreen,
  zoomed,
} from './camera.ts';

const box = [-420, -10, 840, 1770] as const;
const phone: Frame = { width: 390, height: 300 };
const camera = { x: 20, y: 300, scale: 1.2 };
const coordinate = fc.double({ min: -400, max: 400, noNaN: true });
const pixel = fc.double({ min: 0, max: 390, noNaN: true });

test('a point of the body is drawn where a tap finds it again', () => {
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const [ax, ay] = toAtlas(camera, phone, toScreen(camera, phone, [x, y]));
      expect(ax).toBeCloseTo(x, 6);
      expect(ay).toBeCloseTo(y, 6);
    }),
    { seed: 11 },
  );
});

test('the middle of the map is the middle of the camera', () => {
  expect(toScreen(camera, phone, [20, 300])).toEqual([195, 150]);
});

test('what lies under the finger stays under it while zooming', () => {
  fc.assert(
    fc.property(pixel, pixel, fc.double({ min: 0.3, max: 3, noNaN: true }), (px, py, factor) => {
      const [ax, ay] = toAtlas(camera, phone, [px, py]);
      const [x, y] = toScreen(zoomed(camera, phone, factor, [px, py]), phone, [ax, ay]);
      expect(x).toBeCloseTo(px, 6);
      expect(y).toBeCloseTo(py, 6);
    }),
    { seed: 12 },
  );
});

test('two fingers keep hold of what they touched', () => {
  const before = [
    [100, 100],
    [200, 100],
  ] as const;
  const after = [
    [90, 140],
    [290, 140],
  ] as const;
  const next = pinched(camera, phone, before, after);
  expect(next.scale).toBeCloseTo(2.4);
  for (const i of [0, 1] as const) {
    const [x, y] = toScreen(next, phone, toAtlas(camera, phone, before[i]));
    expect(x).toBeCloseTo(after[i][0], 6);
    expect(y).toBeCloseTo(after[i][1], 6);
  }
});

test('two fingers on one spot do not throw the body away', () => {
  const spot = [50, 50] as const;
  expect(Number.isFinite(pinched(camera, phone, [spot, spot], [spot, [60, 50]]).scale)).toBe(true);
});

test('panning moves the body with the finger', () => {
  const [x, y] = toScreen(panned(camera, 30, -12), phone, [0, 0]);
  const [x0, y0] = toScreen(camera, phone, [0, 0]);
  expect([x - x0, y - y0].map(Math.round)).toEqual([30, -12]);
});

test('wherever somebody zooms and pans, there is a body in the middle of the map', () => {
  fc.assert(
    fc.property(coordinate, coordinate, fc.double({ min: 0.01, max: 50, noNaN: true }), (x, y, scale) => {
      const now = kept({ x: 8 * x, y: 8 * y, scale }, phone, box);
      expect(now.scale).toBeGreaterThanOrEqual(farthest(box, phone));
      expect(now.scale).toBeLessThanOrEqual(NEAREST);
      expect(now.x).toBeGreaterThanOrEqual(box[0]);
      expect(now.x).toBeLessThanOrEqual(box[0] + box[2]);
      expect(now.y).toBeGreaterThanOrEqual(box[1]);
      expect(now.y).toBeLessThanOrEqual(box[1] + box[3]);
      expect(kept(now, phone, box)).toEqual(now);
    }),
    { seed: 13 },
  );
});

test('the whole body fits into the map', () => {
  const whole = look(box, phone, 'whole');
  const [left, top] = toScreen(whole, phone, [-420, -10]);
  const [right, bottom] = toScreen(whole, phone, [420, 1760]);
  expect(Math.min(left, top)).toBeGreaterThan(0);
  expect(right).toBeLessThan(390);
  expect(bottom).toBeLessThan(300);
});

test('the close view fills the width and begins at its upper edge', () => {
  const close = look([-214, 44, 428, 420], phone, 'fill');
  expect(toScreen(close, phone, [-214, 44])[0]).toBeCloseTo(0);
  expect(toScreen(close, phone, [214, 44])[0]).toBeCloseTo(390);
  expect(toScreen(close, phone, [0, 44])[1]).toBeCloseTo(0);
});

test('the brush is a thumb on the glass, within a fingertip and a palm on the body', () => {
  expect(brushRadius(1.4)).toBe(20);
  expect(brushRadius(0.2)).toBe(26);
  expect(brushRadius(4)).toBe(16);
});

test('on a phone the map opens with neck, shoulders and upper back wholly on the screen', () => {
  const painted = posterior.regions.filter(({ id }) =>
    /^(neck|shoulder|suprascapular|scapula|interscapular|spine-cervicothoracic|head-suboccipital)/.test(id),
  );
  expect(painted.length).toBeGreaterThan(15);
  for (const frame of [phone, { width: 360, height: 270 }, { width: 320, height: 240 }]) {
    const camera = home('posterior', frame);
    for (const { rings } of painted)
      for (const ring of rings)
        for (let i = 0; i + 1 < ring.length; i += 2) {
          const [x, y] = toScreen(camera, frame, [ring[i] ?? 0, ring[i + 1] ?? 0]);
          expect(x).toBeLessThanOrEqual(frame.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(frame.height);
        }
  }
});
