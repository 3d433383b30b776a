// The light of pain on the map: a small canvas that the browser stretches. Keeps up with the drawing stroke by stroke.

import { addMark, emptyDrawing, type PainDrawing, paintField } from '@unknot/atlas/drawing';
import type { ViewId } from '@unknot/atlas/frame';
import { type BodyMap, CELL } from '@unknot/atlas/region';
import {
  changedPatch,
  type Palette,
  type Patch,
  paintedPatch,
  paintPatch,
  patchAround,
  pictureSize,
  wholePicture,
} from '../../parts/painter.ts';

export interface HeatLayer {
  /** Shows the pain of a view; paints only what changed since the last call. */
  show(drawing: PainDrawing, view: ViewId, palette: Palette): void;
  /** Does once, unseen, what every brush step does: the first stroke must not pay for the machine's learning. */
  warmUp(view: ViewId, palette: Palette): void;
}

/** The small copy follows when the finger rests; own setting. */
const COPY_AFTER_MS = 200;
/** The small copy has this many pixels fewer across. */
const SMALLER = 3;

/** Patches up to this size are painted as they are; a fast stroke moves over about half of it in a frame. */
const STEP_PIXELS = 6000;

/** @param small shows the same picture, a moment later */
export function heatLayer(body: BodyMap, canvas: HTMLCanvasElement, small: HTMLCanvasElement): HeatLayer {
  const field = paintField(body);
  const light = canvas.getContext('2d');
  let shown = { drawing: emptyDrawing(), view: null as ViewId | null, palette: null as Palette | null };
  let copying: ReturnType<typeof setTimeout> | undefined;

  const copy = () => {
    small.width = Math.ceil(canvas.width / SMALLER);
    small.height = Math.ceil(canvas.height / SMALLER);
    if (small.width > 0) small.getContext('2d')?.drawImage(canvas, 0, 0, small.width, small.height);
  };
  const copySoon = () => {
    clearTimeout(copying);
    copying = setTimeout(copy, COPY_AFTER_MS);
  };

  return {
    show(drawing, view, palette) {
      const map = body[view];
      const cells = field.follow(drawing).cells.pain[view];
      const isAnew = shown.view !== view || shown.palette !== palette;
      const patch = isAnew ? wholePicture(map) : changedPatch(map, shown.drawing, drawing);
      shown = { drawing, view, palette };
      if (!patch || patch.right === patch.left || patch.bottom === patch.top) return;
      copySoon();
      if (isAnew) {
        // Setting the size also empties a canvas.
        const { width, height } = pictureSize(map);
        canvas.width = width;
        canvas.height = height;
      } else light?.clearRect(patch.left, patch.top, patch.right - patch.left, patch.bottom - patch.top);
      // Around a brush step, looking for what is blank would cost more than painting it.
      const painted = area(patch) <= STEP_PIXELS ? patch : common(patch, paintedPatch(map, cells));
      if (painted) put(light, painted, paintPatch(map, cells, painted, palette));
    },
    warmUp(view, palette) {
      const map = body[view];
      const [x, y] = [map.left + (map.columns * CELL) / 2, map.top + (map.rows * CELL) / 5];
      const points = Array.from({ length: 24 }, (_, i) => (i % 2 ? y : x) + 4 * i);
      const dab: PainDrawing = addMark(emptyDrawing(), {
        kind: 'stroke',
        layer: 'pain',
        mode: 'paint',
        view,
        radius: 20,
        points,
        intensity: 5,
      });
      const { cells } = paintField(body).follow(dab);
      const patch = patchAround(map, points, 20);
      for (let i = 0; i < 4; i++) paintPatch(map, cells.pain[view], patch, palette);
      light?.putImageData(new ImageData(1, 1), 0, 0);
    },
  };
}

function put(light: CanvasRenderingContext2D | null, patch: Patch, colours: Uint8ClampedArray<ArrayBuffer>): void {
  light?.putImageData(new ImageData(colours, patch.right - patch.left), patch.left, patch.top);
}

const area = ({ left, top, right, bottom }: Patch): number => (right - left) * (bottom - top);

/** What lies in both patches. */
function common(a: Patch, b: Patch | undefined): Patch | undefined {
  if (!b) return undefined;
  const both = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return both.right > both.left && both.bottom > both.top ? both : undefined;
}
