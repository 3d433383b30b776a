// The light of pain on the map: a small canvas that the browser stretches. Keeps up with the drawing stroke by stroke.

import { emptyDrawing, type PainDrawing, paintField } from '@unknot/atlas/drawing';
import type { ViewId } from '@unknot/atlas/frame';
import type { BodyMap } from '@unknot/atlas/region';
import {
  changedPatch,
  type Palette,
  paintedPatch,
  paintPatch,
  pictureSize,
  wholePicture,
} from '../../parts/painter.ts';

export interface HeatLayer {
  /** Shows the pain of a view; paints only what changed since the last call. */
  show(drawing: PainDrawing, view: ViewId, palette: Palette): void;
}

/** @param copies canvases that show the same picture, for example a smaller one beside the map */
export function heatLayer(body: BodyMap, canvases: readonly HTMLCanvasElement[]): HeatLayer {
  const field = paintField(body);
  let shown = { drawing: emptyDrawing(), view: null as ViewId | null, palette: null as Palette | null };

  return {
    show(drawing, view, palette) {
      const map = body[view];
      const cells = field.follow(drawing).cells.pain[view];
      const anew = shown.view !== view || shown.palette !== palette;
      if (anew) resize(canvases, pictureSize(map));
      const patch = anew ? paintedPatch(map, cells) : changedPatch(map, shown.drawing, drawing);
      shown = { drawing, view, palette };
      if (!patch || patch.right === patch.left || patch.bottom === patch.top) return;
      const whole = wholePicture(map);
      const all = !anew && patch.right - patch.left === whole.right && patch.bottom - patch.top === whole.bottom;
      const painted = all ? paintedPatch(map, cells) : patch;
      if (all) for (const canvas of canvases) canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
      if (!painted) return;
      const picture = new ImageData(paintPatch(map, cells, painted, palette), painted.right - painted.left);
      for (const canvas of canvases) canvas.getContext('2d')?.putImageData(picture, painted.left, painted.top);
    },
  };
}

/** Setting the size also empties a canvas. */
function resize(canvases: readonly HTMLCanvasElement[], { width, height }: { width: number; height: number }): void {
  for (const canvas of canvases) {
    canvas.width = width;
    canvas.height = height;
  }
}
