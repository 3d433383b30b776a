// Marking a region by its name: what the list and the keys do.

import { addMark } from '@unknot/atlas/drawing';
import type { RegionId, Side } from '@unknot/atlas/frame';
import { announce } from '../../parts/announce.ts';
import type { Body } from '../../ports/atlas.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import { withoutKnotsIn } from './knots.ts';
import { brush, layer, markedAt, rubbing, sketch } from './work.ts';

/** Paints a region with the brush as it is set, or takes away what is there. Says which. */
export function toggleRegion(body: Body, region: RegionId, side: Side, name: string): void {
  const isKnot = layer.value === 'knot';
  if (markedAt(region, side) || rubbing.value) {
    if (isKnot) removeKnot(body, region, side, name);
    else removePlace(region, side, name);
    return;
  }
  const { intensity, quality } = brush.value;
  const said = isKnot ? {} : { intensity, ...(quality && { quality }) };
  sketch.change((drawing) =>
    addMark(drawing, { kind: 'region', layer: layer.value, region, side, coverage: 1, ...said }),
  );
  announce(isKnot ? t.knotSet(name) : t.painted(name, intensity));
}

export function removePlace(region: RegionId, side: Side, name: string): void {
  sketch.change((drawing) => addMark(drawing, { kind: 'region', layer: 'pain', region, side, coverage: 0 }));
  announce(t.unpainted(name));
}

export function removeKnot(body: Body, region: RegionId, side: Side, name: string): void {
  sketch.change((drawing) => withoutKnotsIn(drawing, body.map, region, side));
  announce(t.knotGone(name));
}
