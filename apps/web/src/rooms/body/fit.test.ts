import type { ViewOutline } from '@unknot/atlas/frame';
import { expect, test } from 'vitest';
import { toScreen } from './camera.ts';
import { boxOfPlaces, fitted } from './fit.ts';

const outline = {
  view: 'posterior',
  half: 'right',
  viewBox: [-400, 0, 800, 1700],
  regions: [
    { id: 'temple', side: 'right', rings: [[60, 40, 80, 40, 80, 60]] },
    { id: 'spine', side: 'midline', rings: [[0, 300, 10, 300, 10, 400]] },
  ],
} as unknown as ViewOutline;
const frame = { width: 390, height: 300 };

test('places on the left lie on the left of the back, and the midline lies on both sides', () => {
  expect(boxOfPlaces('posterior', outline, [{ region: 'temple', side: 'left' }])).toEqual([-120, 0, 100, 100]);
  expect(boxOfPlaces('posterior', outline, [{ region: 'spine', side: 'midline' }])).toEqual([-50, 260, 100, 180]);
});

test('a view that shows none of the places asks for nothing', () => {
  expect(boxOfPlaces('posterior', outline, [{ region: 'toe', side: 'left' }])).toBeUndefined();
});

test('the camera stays when the places are on the screen, and else goes just far enough', () => {
  const camera = { x: 0, y: 300, scale: 1.4 };
  expect(fitted(camera, frame, [-50, 260, 100, 80])).toBe(camera);
  const moved = fitted(camera, frame, [-120, 0, 240, 400]);
  expect(moved.scale).toBeLessThan(1.4);
  for (const corner of [
    [-120, 0],
    [120, 400],
  ] as const) {
    const [x, y] = toScreen(moved, frame, corner);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(390);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(300);
  }
  expect(fitted(camera, frame, [300, 300, 20, 20]).scale).toBe(1.4);
});
