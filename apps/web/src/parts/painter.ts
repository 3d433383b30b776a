// How painted cells look: pain as a soft light on the skin, by intensity on the heat scale.
//
// The picture is made from the cells of the drawing, not from the movement of the finger, so it shows exactly what is
// measured, and looks the same whichever way the paint got there. It is blurred on a fixed grid of two atlas units and
// stretched by the browser: one brush step costs a fraction of a millisecond on any screen.

import { type Mark, type PainDrawing, saidIn } from '@unknot/atlas/drawing';
import { CELL, type RegionMap } from '@unknot/atlas/region';

/** Edge of a pixel of the heat picture, in atlas units. */
export const PIXEL = 4;
const PER_CELL = CELL / PIXEL;

/** Three box blurs of this radius in pixels are a Gaussian of σ ≈ 2.4 pixels: 10 atlas units. */
const BOX = 2;
const REACH = 3 * BOX;

/** Paint is a little stronger than its blur, so that a single dab reaches full colour; and never hides the skin. */
const GAIN = 1.3;
const DENSEST = 0.86;

/** 256 colours from no pain to the worst, as red, green, blue. */
export type Palette = Uint8ClampedArray;

/** A rectangle in pixels of the picture; `right` and `bottom` are not included. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the five colours of the scale stand. */
const STOPS = [0, 0.3, 0.55, 0.78, 1] as const;

/** @param colours five colours as `#rrggbb`, least pain first */
export function paletteOf(colours: readonly string[]): Palette {
  const rgb = STOPS.map((_, i) =>
    [1, 3, 5].map((at) => Number.parseInt((colours[i] ?? '#000000').slice(at, at + 2), 16)),
  );
  const palette = new Uint8ClampedArray(256 * 3);
  for (let k = 0; k < 256; k++) {
    const t = k / 255;
    let i = 1;
    while (i < STOPS.length - 1 && (STOPS[i] as number) < t) i++;
    const share = (t - (STOPS[i - 1] as number)) / ((STOPS[i] as number) - (STOPS[i - 1] as number));
    for (let c = 0; c < 3; c++) {
      const from = rgb[i - 1]?.[c] ?? 0;
      palette[k * 3 + c] = from + ((rgb[i]?.[c] ?? 0) - from) * share;
    }
  }
  return palette;
}

export const pictureSize = (map: RegionMap) => ({ width: map.columns * PER_CELL, height: map.rows * PER_CELL });

/** The part of the picture that changes when cells within `radius` of these points (flat x, y list) change. */
export function patchAround(map: RegionMap, points: readonly number[], radius: number): Patch {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const edge = radius + CELL + REACH * PIXEL;
  return within(map, {
    left: Math.floor((left - edge - map.left) / PIXEL),
    top: Math.floor((top - edge - map.top) / PIXEL),
    right: Math.ceil((right + edge - map.left) / PIXEL),
    bottom: Math.ceil((bottom + edge - map.top) / PIXEL),
  });
}

/** The part of the picture that can hold colour at all; nothing when no cell is painted. */
export function paintedPatch(map: RegionMap, cells: Uint8Array): Patch | undefined {
  let [left, top, right, bottom] = [map.columns, map.rows, -1, -1];
  for (let i = 0; i < cells.length; i++) {
    if (cells[i] === 0) continue;
    const column = i % map.columns;
    const row = (i - column) / map.columns;
    if (column < left) left = column;
    if (column > right) right = column;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
  }
  if (right < 0) return undefined;
  return within(map, {
    left: left * PER_CELL - REACH,
    top: top * PER_CELL - REACH,
    right: (right + 1) * PER_CELL + REACH,
    bottom: (bottom + 1) * PER_CELL + REACH,
  });
}

/**
 * The part of the picture in which a drawing may differ from the one before; nothing when this view looks the same.
 * Strokes change what is near them, a stroke that goes on only near its end; anything else may change everything.
 */
export function changedPatch(map: RegionMap, before: PainDrawing, after: PainDrawing): Patch | undefined {
  let kept = 0;
  while (kept < before.marks.length && before.marks[kept] === after.marks[kept]) kept++;
  const gone = before.marks.slice(kept);
  const come = after.marks.slice(kept);
  const [old, now] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && old?.kind === 'stroke' && now?.kind === 'stroke') {
    const held = Math.min(old.points.length, now.points.length) - 2;
    const same = old.points.slice(0, held + 2).every((value, i) => value === now.points[i]);
    if (same && old.radius === now.radius && old.view === now.view) {
      return shows(map, now)
        ? patchAround(map, [...old.points.slice(held), ...now.points.slice(held)], now.radius)
        : undefined;
    }
  }
  let patch: Patch | undefined;
  for (const mark of [...gone, ...come]) {
    if (mark.kind !== 'stroke') return wholePicture(map);
    if (!shows(map, mark)) continue;
    const around = patchAround(map, mark.points, mark.radius);
    patch = patch
      ? {
          left: Math.min(patch.left, around.left),
          top: Math.min(patch.top, around.top),
          right: Math.max(patch.right, around.right),
          bottom: Math.max(patch.bottom, around.bottom),
        }
      : around;
  }
  return patch;
}

const shows = (map: RegionMap, mark: Mark): boolean =>
  mark.kind === 'stroke' && mark.layer === 'pain' && mark.view === map.view;

export const wholePicture = (map: RegionMap): Patch => {
  const { width, height } = pictureSize(map);
  return { left: 0, top: 0, right: width, bottom: height };
};

/**
 * Colours of one patch of the picture.
 *
 * Cover and pain are blurred with the body as the only ground there is: what lies outside the outline neither dims the
 * edge nor takes light. Between two intensities the colour runs through the scale, as a map of heights would.
 *
 * @param cells painted cells of the view, laid out like `map`
 * @returns red, green, blue, opacity, row by row; not multiplied
 */
export function paintPatch(
  map: RegionMap,
  cells: Uint8Array,
  patch: Patch,
  palette: Palette,
): Uint8ClampedArray<ArrayBuffer> {
  const ground = within(map, {
    left: patch.left - REACH,
    top: patch.top - REACH,
    right: patch.right + REACH,
    bottom: patch.bottom + REACH,
  });
  const width = ground.right - ground.left;
  const height = ground.bottom - ground.top;
  const body = new Float32Array(width * height);
  const cover = new Float32Array(width * height);
  const pain = new Float32Array(width * height);
  let isEdge = false;
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y + ground.top) / PER_CELL) * map.columns;
    for (let x = 0; x < width; x++) {
      const i = row + Math.floor((x + ground.left) / PER_CELL);
      if (!map.cells[i]) {
        isEdge = true;
        continue;
      }
      const at = y * width + x;
      body[at] = 1;
      const cell = cells[i] as number;
      if (cell === 0) continue;
      cover[at] = 1;
      pain[at] = PAIN_OF_CELL[cell] as number;
    }
  }
  // Away from the outline the ground is the same everywhere, and stays so.
  if (isEdge) blur(body, width, height);
  for (const channel of [cover, pain]) blur(channel, width, height);

  const wide = patch.right - patch.left;
  const colours = new Uint8ClampedArray(wide * (patch.bottom - patch.top) * 4);
  let out = 0;
  for (let y = patch.top; y < patch.bottom; y++) {
    let at = (y - ground.top) * width + patch.left - ground.left;
    for (let x = patch.left; x < patch.right; x++, at++, out += 4) {
      const covered = cover[at] as number;
      if (covered < 1e-4) continue;
      const k = Math.round(((pain[at] as number) / covered) * 255) * 3;
      colours[out] = palette[k] as number;
      colours[out + 1] = palette[k + 1] as number;
      colours[out + 2] = palette[k + 2] as number;
      colours[out + 3] = 255 * DENSEST * Math.min(1, (GAIN * covered) / Math.max(body[at] as number, 1e-4));
    }
  }
  return colours;
}

/** Pain without a number is shown in the middle of the scale. */
const PAIN_OF_CELL = Float32Array.from({ length: 256 }, (_, cell) =>
  cell === 0 ? 0 : (saidIn(cell).intensity ?? 5) / 10,
);

function within(map: RegionMap, patch: Patch): Patch {
  const { width, height } = pictureSize(map);
  const left = Math.min(Math.max(patch.left, 0), width);
  const top = Math.min(Math.max(patch.top, 0), height);
  return {
    left,
    top,
    right: Math.max(left, Math.min(patch.right, width)),
    bottom: Math.max(top, Math.min(patch.bottom, height)),
  };
}

/** Three box blurs along the rows and three along the columns; nothing comes in from beyond the edge. */
function blur(values: Float32Array, width: number, height: number): void {
  const line = new Float32Array(Math.max(width, height));
  for (let y = 0; y < height; y++) for (let pass = 0; pass < 3; pass++) boxBlur(values, y * width, 1, width, line);
  for (let x = 0; x < width; x++) for (let pass = 0; pass < 3; pass++) boxBlur(values, x, width, height, line);
}

function boxBlur(values: Float32Array, start: number, step: number, length: number, line: Float32Array): void {
  let sum = 0;
  for (let i = 0; i < length; i++) line[i] = values[start + i * step] as number;
  for (let i = 0; i < Math.min(BOX, length); i++) sum += line[i] as number;
  for (let i = 0; i < length; i++) {
    if (i + BOX < length) sum += line[i + BOX] as number;
    if (i > BOX) sum -= line[i - BOX - 1] as number;
    values[start + i * step] = sum / (2 * BOX + 1);
  }
}
