// Seven everyday places, and the regions of the map that each stands for. They come in pairs.

import { addMark, emptyDrawing, type PainDrawing } from '@unknot/atlas/drawing';
import type { PairedSide, RegionId } from '@unknot/atlas/frame';

export const EASY_PLACES = {
  neck: ['neck-posterior-upper', 'neck-posterior-lower', 'neck-angle'],
  'shoulder-top': ['shoulder-top', 'suprascapular-fossa'],
  'shoulder-blade': ['scapula-infraspinous', 'shoulder-posterior'],
  'between-blades': ['scapula-medial-border-mid', 'interscapular-mid', 'interscapular-upper'],
  'middle-back': ['midback-paraspinal-upper', 'midback-paraspinal-lower'],
  'low-back': ['lumbar-paraspinal-mid', 'lumbar-paraspinal-lower'],
  buttock: ['buttock-centre', 'buttock-upper-lateral'],
} as const satisfies Record<string, readonly RegionId[]>;

export type EasyPlace = keyof typeof EASY_PLACES;

/** The drawing that says the same as a place and its sides. How much it hurts is asked before the session. */
export function drawingOf(place: EasyPlace, sides: readonly PairedSide[]): PainDrawing {
  let drawing = emptyDrawing();
  for (const side of sides)
    for (const region of EASY_PLACES[place])
      drawing = addMark(drawing, { kind: 'region', layer: 'pain', region, side, coverage: 1 });
  return drawing;
}
