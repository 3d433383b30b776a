// The part of the body that is worth showing: what was painted, near enough to see it, with room around it.

import type { PaintField } from '@unknot/atlas/drawing';
import { VIEWS, type ViewBox, type ViewId } from '@unknot/atlas/frame';
import { PIXEL, paintedPatch } from './painter.ts';

/** Around what is painted, and at least as much as a shoulder girdle is wide; atlas units. */
const MARGIN = 70;
const LEAST_EDGE = 420;

/** A square part of a view. */
export interface Frame {
  readonly view: ViewId;
  readonly box: ViewBox;
}

/** One square for each view with pain in any of the drawings, with room for all of them; most painted view first. */
export function framesOf(fields: readonly PaintField[]): Frame[] {
  const frames = VIEWS.flatMap((view) => {
    let painted = 0;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { body, cells } of fields) {
      const map = body[view];
      const patch = paintedPatch(map, cells.pain[view]);
      if (!patch) continue;
      left = Math.min(left, map.left + patch.left * PIXEL);
      top = Math.min(top, map.top + patch.top * PIXEL);
      right = Math.max(right, map.left + patch.right * PIXEL);
      bottom = Math.max(bottom, map.top + patch.bottom * PIXEL);
      for (const cell of cells.pain[view]) if (cell) painted++;
    }
    if (painted === 0) return [];
    const edge = Math.max(LEAST_EDGE, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN);
    const box: ViewBox = [(left + right - edge) / 2, (top + bottom - edge) / 2, edge, edge];
    return [{ view, box, painted }];
  });
  return frames.sort((a, b) => b.painted - a.painted).map(({ view, box }) => ({ view, box }));
}
