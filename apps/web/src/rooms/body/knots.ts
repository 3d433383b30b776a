// "I feel the knot here": every knot is one spot, shown as a ring.

import { addMark, type Mark, type PainDrawing, type StrokeMark } from '@unknot/atlas/drawing';
import type { RegionId, Side, ViewId } from '@unknot/atlas/frame';
import { type BodyMap, regionAt } from '@unknot/atlas/region';

/** Radius of a knot mark in atlas units: a fingertip. Own setting. */
export const KNOT_RADIUS = 14;

interface Spot {
  readonly view: ViewId;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A knot named in the list instead of shown on the map. */
interface NamedKnot {
  readonly region: RegionId;
  readonly side: Side;
}

export interface Knots {
  readonly spots: readonly Spot[];
  readonly named: readonly NamedKnot[];
}

/** The knots that are there, oldest first: those whose middle was not rubbed out later. */
export function knotsIn(drawing: PainDrawing): Knots {
  let spots: Spot[] = [];
  let named: NamedKnot[] = [];
  for (const mark of drawing.marks) {
    if (mark.kind === 'place' || mark.layer !== 'knot') continue;
    if (mark.kind === 'region') {
      named = named.filter(({ region, side }) => region !== mark.region || side !== mark.side);
      if (mark.coverage > 0) named.push({ region: mark.region, side: mark.side });
    } else if (mark.mode === 'erase') {
      spots = spots.filter((spot) => spot.view !== mark.view || !touches(mark, spot));
    } else {
      const [x = 0, y = 0] = mark.points;
      spots.push({ view: mark.view, x, y, radius: mark.radius });
    }
  }
  return { spots, named };
}

function touches({ points, radius }: StrokeMark, { x, y }: Spot): boolean {
  for (let i = 0; i + 1 < points.length; i += 2) {
    if (Math.hypot((points[i] as number) - x, (points[i + 1] as number) - y) <= radius) return true;
  }
  return false;
}

export const knotMark = (view: ViewId, x: number, y: number): Mark => ({
  kind: 'stroke',
  layer: 'knot',
  mode: 'paint',
  view,
  radius: KNOT_RADIUS,
  points: [x, y],
});

/** Takes away every knot within reach of a point, whole; the same drawing when there is none. */
export const withoutKnotsAt = (drawing: PainDrawing, view: ViewId, x: number, y: number, reach: number): PainDrawing =>
  without(drawing, (spot) => spot.view === view && Math.hypot(spot.x - x, spot.y - y) <= spot.radius + reach);

/** Takes away the knots of a region, those shown on the map and those named in the list. */
export function withoutKnotsIn(drawing: PainDrawing, body: BodyMap, region: RegionId, side: Side): PainDrawing {
  const rubbed = without(drawing, ({ view, x, y }) => {
    const seen = regionAt(body[view], x, y);
    return seen?.region === region && seen.side === side;
  });
  return addMark(rubbed, { kind: 'region', layer: 'knot', region, side, coverage: 0 });
}

const without = (drawing: PainDrawing, isGone: (spot: Spot) => boolean): PainDrawing =>
  knotsIn(drawing)
    .spots.filter(isGone)
    .reduce(
      (left, { view, x, y, radius }) =>
        addMark(left, {
          kind: 'stroke',
          layer: 'knot',
          mode: 'erase',
          view,
          radius: Math.ceil(radius) + 2,
          points: [x, y],
        }),
      drawing,
    );
