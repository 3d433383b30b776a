import anterior from '@unknot/atlas/data/views/anterior.json' with { type: 'json' };
import lateral from '@unknot/atlas/data/views/lateral-left.json' with { type: 'json' };
import posterior from '@unknot/atlas/data/views/posterior.json' with { type: 'json' };
import { addMark, emptyDrawing, fieldOf, type PainDrawing, type StrokeMark } from '@unknot/atlas/drawing';
import type { ViewOutlines } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPatch, type Patch, paintedPatch, paintPatch, paletteOf, pictureSize, wholePicture } from './painter.ts';

const body = bodyMap({ posterior, anterior, 'lateral-left': lateral } as unknown as ViewOutlines);
const map = body.posterior;
const GREY = ['#000000', '#4d4d4d', '#8c8c8c', '#c7c7c7', '#ffffff'];
const palette = paletteOf(GREY);
const { width } = pictureSize(map);

const stroke = (points: number[], intensity = 5, mode: StrokeMark['mode'] = 'paint'): StrokeMark => ({
  kind: 'stroke',
  layer: 'pain',
  mode,
  view: 'posterior',
  radius: 20,
  points,
  ...(mode === 'paint' && { intensity }),
});
const drawn = (...strokes: StrokeMark[]) => strokes.reduce(addMark, emptyDrawing());
const cellsOf = (drawing: PainDrawing) => fieldOf(drawing, body).cells.pain.posterior;
const whole = (drawing: PainDrawing) => paintPatch(map, cellsOf(drawing), wholePicture(map), palette);

/** Pixel at a point in atlas units: red and opacity. */
function pixel(colours: Uint8ClampedArray, x: number, y: number) {
  const i = (Math.floor((y - map.top) / 4) * width + Math.floor((x - map.left) / 4)) * 4;
  return { red: colours[i] ?? 0, opacity: colours[i + 3] ?? 0 };
}

test('nothing painted is nothing to see', () => {
  expect(whole(emptyDrawing()).every((value) => value === 0)).toBe(true);
  expect(paintedPatch(map, cellsOf(emptyDrawing()))).toBeUndefined();
});

test('light is brightest in the middle of a dab and gone two hands away', () => {
  const colours = whole(drawn(stroke([0, 400])));
  expect(pixel(colours, 0, 400).opacity).toBeGreaterThan(170);
  expect(pixel(colours, 30, 400).opacity).toBeLessThan(pixel(colours, 10, 400).opacity);
  expect(pixel(colours, 120, 400).opacity).toBe(0);
});

test('more pain is further along the scale', () => {
  const red = (intensity: number) => pixel(whole(drawn(stroke([0, 400], intensity))), 0, 400).red;
  const scale = [1, 3, 5, 7, 10].map(red);
  expect(scale).toEqual([...scale].sort((a, b) => a - b));
  expect(new Set(scale).size).toBe(5);
  expect(red(10)).toBe(255);
});

test('the edge of the body does not dim the light, and gives none to the air', () => {
  // The outer edge of the left thigh seen from the back.
  const row = Math.floor((1000 - map.top) / 4);
  const first = [...map.cells.subarray(row * map.columns, (row + 1) * map.columns)].findIndex((cell) => cell > 0);
  const x = map.left + first * 4 + 2;
  const colours = whole(drawn(stroke([x, 960, x, 1040])));
  const inside = drawn(stroke([-60, 400, -60, 480]));
  expect(pixel(colours, x, 1000).opacity).toBeGreaterThan(0.8 * pixel(whole(inside), -60, 440).opacity);
});

test('left and right look the same', () => {
  const right = whole(drawn(stroke([60, 300, 120, 350])));
  const left = whole(drawn(stroke([-60, 300, -120, 350])));
  for (let y = 0; y < map.rows; y++)
    for (let x = 0; x < width; x++) {
      const a = right[(y * width + x) * 4 + 3] ?? 0;
      const b = left[(y * width + width - 1 - x) * 4 + 3] ?? 0;
      if (Math.abs(a - b) > 1) throw new Error(`opacity must mirror at ${x}, ${y}: ${a} and ${b}`);
    }
});

/** A picture kept up with patch by patch, as the map does. */
function follow(drawings: readonly PainDrawing[]): Uint8ClampedArray {
  const { height } = pictureSize(map);
  const picture = new Uint8ClampedArray(width * height * 4);
  let before = emptyDrawing();
  for (const drawing of drawings) {
    const patch = changedPatch(map, before, drawing);
    if (patch) put(picture, patch, paintPatch(map, cellsOf(drawing), patch, palette));
    before = drawing;
  }
  return picture;
}

function put(picture: Uint8ClampedArray, { left, top, right, bottom }: Patch, colours: Uint8ClampedArray): void {
  const wide = (right - left) * 4;
  for (let y = top; y < bottom; y++)
    picture.set(colours.subarray((y - top) * wide, (y - top + 1) * wide), (y * width + left) * 4);
}

const point = fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: 200, max: 600 }));
const strokes = fc.array(
  fc.record({
    points: fc.array(point, { minLength: 1, maxLength: 4 }),
    intensity: fc.integer({ min: 1, max: 10 }),
    erase: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

test('a picture that only repaints what changed is the picture painted from scratch', () => {
  fc.assert(
    fc.property(strokes, fc.boolean(), (list, undoes) => {
      const steps: PainDrawing[] = [];
      let drawing = emptyDrawing();
      for (const { points, intensity, erase } of list) {
        // The stroke grows point by point, as under a finger.
        const begun = drawing;
        points.forEach((_, i) => {
          drawing = addMark(begun, stroke(points.slice(0, i + 1).flat(), intensity, erase ? 'erase' : 'paint'));
          steps.push(drawing);
        });
        if (undoes) steps.push(begun, drawing);
      }
      expect(differences(follow(steps), whole(drawing))).toBe(0);
    }),
    { seed: 21, numRuns: 12 },
  );
});

test('marks on another side of the body, and knots, change nothing here', () => {
  const elsewhere: StrokeMark = { ...stroke([0, 400]), view: 'anterior' };
  const knot: StrokeMark = { ...stroke([0, 400]), layer: 'knot' };
  expect(changedPatch(map, emptyDrawing(), drawn(elsewhere))).toBeUndefined();
  expect(changedPatch(map, emptyDrawing(), drawn(knot))).toBeUndefined();
});

test('a region chosen from the list may change everything', () => {
  const named = addMark(emptyDrawing(), {
    kind: 'region',
    layer: 'pain',
    region: 'sacrum',
    side: 'midline',
    coverage: 1,
  });
  expect(changedPatch(map, emptyDrawing(), named)).toEqual(wholePicture(map));
});

/** Pixels whose colours differ by more than rounding. Colour does not count where nothing can be seen. */
function differences(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    const seen = Math.max(a[i + 3] ?? 0, b[i + 3] ?? 0) > 4;
    const parts = seen ? [0, 1, 2, 3] : [3];
    if (parts.some((k) => Math.abs((a[i + k] ?? 0) - (b[i + k] ?? 0)) > 2)) count++;
  }
  return count;
}
