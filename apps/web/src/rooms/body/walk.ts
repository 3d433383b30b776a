// Moving from region to region with the arrow keys.

import { drawnView, flipOf, type RegionId, type Side, type ViewId, type ViewOutline } from '@unknot/atlas/frame';
import type { RegionMap } from '@unknot/atlas/region';

export interface Stop {
  readonly region: RegionId;
  readonly side: Side;
  /** Middle of the region in atlas units. */
  readonly x: number;
  readonly y: number;
}

export const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;
export type Direction = keyof typeof DIRECTIONS;

/** A sliver that only another view shows properly is no place to stop at. */
const LEAST_SHOWN = 0.12;

/** The regions a view shows, each with its middle. */
export function stopsOf(view: ViewId, outline: ViewOutline, map: RegionMap): Stop[] {
  if (drawnView(view) !== outline.view)
    throw new Error(`${view} must be shown from its own outline, got ${outline.view}`);
  return map.regions
    .filter(({ shown, cells }) => shown >= LEAST_SHOWN && cells > 0)
    .flatMap(({ region, side }) => {
      const centre = outline.regions.find(({ id }) => id === region)?.centre;
      const flip = flipOf(view, side) ?? (view === outline.view ? 1 : -1);
      if (!centre) return [];
      const x = side === 'midline' && outline.half ? 0 : centre[0] * flip;
      return [{ region, side, x, y: centre[1] }];
    });
}

/**
 * The next stop in a direction: the nearest one within about 65°, where lying straight ahead counts double.
 *
 * @returns nothing when there is none; the first stop of a walk is the one nearest to `from`
 */
export function nextStop(stops: readonly Stop[], from: Pick<Stop, 'x' | 'y'>, direction: Direction): Stop | undefined {
  const [dx, dy] = DIRECTIONS[direction];
  let best: Stop | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    const along = (stop.x - from.x) * dx + (stop.y - from.y) * dy;
    const across = Math.abs((stop.x - from.x) * dy) + Math.abs((stop.y - from.y) * dx);
    const far = along + 2 * across;
    if (along > 0.5 && across <= 2.2 * along && far < least) {
      best = stop;
      least = far;
    }
  }
  return best;
}

export const nearestStop = (stops: readonly Stop[], x: number, y: number): Stop | undefined =>
  stops.reduce<Stop | undefined>(
    (best, stop) => (best && Math.hypot(best.x - x, best.y - y) <= Math.hypot(stop.x - x, stop.y - y) ? best : stop),
    undefined,
  );
