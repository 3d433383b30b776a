// Which part of the body is on the screen: a point of the atlas in the middle and a scale. Pure geometry, so that
// pinching, wheel, keys and buttons can share it.

import { drawnView, type ViewBox, type ViewId } from '@unknot/atlas/frame';

export interface Camera {
  /** Point in the middle of the free part of the map, atlas units. */
  readonly x: number;
  readonly y: number;
  /** Pixels per atlas unit. */
  readonly scale: number;
}

/** The free part of the map in pixels, measured from its top left corner. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** Nearest view: about a hand's width across a phone. Own setting. */
export const NEAREST = 4.5;

/** Neck, shoulders and back, where most people begin: on a phone and on a wide screen, seen from the back. */
const HOME = {
  narrow: [-258, 145, 516, 334],
  wide: [-330, 30, 660, 560],
} as const satisfies Record<string, ViewBox>;
/** Pixels of map from which there is room for more than what most people paint. Own setting. */
const WIDE = 600;

/** Room left around the whole body, as a share of the frame. */
const MARGIN = 0.04;

/** The smallest scale that is offered: the whole body with a margin. */
export const farthest = ([, , width, height]: ViewBox, frame: Frame): number =>
  Math.min(frame.width / width, frame.height / height) * (1 - MARGIN);

/** Shows a box of the atlas, either all of it (`whole`) or so that it fills the frame from its top edge (`fill`). */
export function look([left, top, width, height]: ViewBox, frame: Frame, how: 'whole' | 'fill'): Camera {
  const across = frame.width / width;
  const down = frame.height / height;
  if (how === 'whole')
    return { x: left + width / 2, y: top + height / 2, scale: Math.min(across, down) * (1 - MARGIN) };
  const scale = Math.max(across, down);
  return { x: left + width / 2, y: top + frame.height / scale / 2, scale };
}

/** Where the map opens: on a phone neck, shoulders and upper back wholly. From the side they are narrower, and off the middle. */
export function home(seen: ViewId, frame: Frame): Camera {
  const isWide = frame.width >= WIDE;
  const [left, top, width, height] = isWide ? HOME.wide : HOME.narrow;
  const how = isWide ? 'fill' : 'whole';
  if (drawnView(seen) !== 'lateral-left') return look([left, top, width, height], frame, how);
  const middle = seen === 'lateral-left' ? -30 : 30;
  return look([middle - 0.46 * width, top, 0.92 * width, height], frame, how);
}

export const toAtlas = ({ x, y, scale }: Camera, frame: Frame, [px, py]: Point): Point => [
  x + (px - frame.width / 2) / scale,
  y + (py - frame.height / 2) / scale,
];

export const toScreen = ({ x, y, scale }: Camera, frame: Frame, [ax, ay]: Point): Point => [
  (ax - x) * scale + frame.width / 2,
  (ay - y) * scale + frame.height / 2,
];

/** The body follows the finger by so many pixels. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});

/** Nearer (factor above 1) or further away; what lies under `at` stays there. */
export function zoomed(camera: Camera, frame: Frame, factor: number, at: Point): Camera {
  const [ax, ay] = toAtlas(camera, frame, at);
  const scale = camera.scale * factor;
  return { x: ax - (at[0] - frame.width / 2) / scale, y: ay - (at[1] - frame.height / 2) / scale, scale };
}

/** Two fingers moved: what lies under each stays under it (without turning). */
export function pinched(
  camera: Camera,
  frame: Frame,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): Camera {
  const apart = ([a, b]: readonly [Point, Point]) => Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1]));
  const middle = ([a, b]: readonly [Point, Point]): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [from, to] = [middle(before), middle(after)];
  return panned(zoomed(camera, frame, apart(after) / apart(before), from), to[0] - from[0], to[1] - from[1]);
}

/** The camera brought back to where there is a body: not too near, not too far, never beside it. */
export function kept(camera: Camera, frame: Frame, box: ViewBox): Camera {
  const [left, top, width, height] = box;
  const low = farthest(box, frame);
  const scale = Math.min(Math.max(camera.scale, low), Math.max(NEAREST, low));
  const within = (value: number, from: number, length: number, seen: number) =>
    seen >= length ? from + length / 2 : Math.min(Math.max(value, from + seen / 2), from + length - seen / 2);
  return {
    x: within(camera.x, left, width, frame.width / scale),
    y: within(camera.y, top, height, frame.height / scale),
    scale,
  };
}

/** Radius of the brush in atlas units: about a thumb on the glass, but always between a fingertip and a fist's edge. */
export const brushRadius = (scale: number): number => Math.round(Math.min(26, Math.max(16, 28 / scale)));
