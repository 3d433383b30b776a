// What the camera must show so that a muscle and the places it can send pain to are on the screen.

import type { RegionId, Side, ViewBox, ViewId, ViewOutline } from '@unknot/atlas/frame';
import { flipOf } from '@unknot/atlas/frame';
import type { Camera, Frame } from './camera.ts';
import { look, toScreen } from './camera.ts';

/** Skin around what is shown, in atlas units. */
const AROUND = 40;

/** The box around places of a view, in atlas units; nothing when the view shows none of them. */
export function boxOfPlaces(
  view: ViewId,
  outline: ViewOutline,
  places: readonly { readonly region: RegionId; readonly side: Side }[],
): ViewBox | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const reach = (x: number, y: number) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const { region, side } of places) {
    const drawn = outline.regions.find(({ id }) => id === region);
    const flip = flipOf(view, side);
    if (!drawn || !flip) continue;
    for (const ring of drawn.rings)
      for (let i = 0; i + 1 < ring.length; i += 2) {
        reach(flip * (ring[i] as number), ring[i + 1] as number);
        if (side === 'midline' && outline.half) reach(-flip * (ring[i] as number), ring[i + 1] as number);
      }
  }
  if (right < left) return undefined;
  return [left - AROUND, top - AROUND, right - left + 2 * AROUND, bottom - top + 2 * AROUND];
}

/** The camera as it is when it shows the box, else one that does, no nearer than before. */
export function fitted(camera: Camera, frame: Frame, box: ViewBox): Camera {
  const [left, top, width, height] = box;
  const [x0, y0] = toScreen(camera, frame, [left, top]);
  const [x1, y1] = toScreen(camera, frame, [left + width, top + height]);
  if (x0 >= 0 && y0 >= 0 && x1 <= frame.width && y1 <= frame.height) return camera;
  const whole = look(box, frame, 'whole');
  return { ...whole, scale: Math.min(whole.scale, camera.scale) };
}
