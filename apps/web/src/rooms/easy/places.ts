// Seven everyday places, and the regions of the map that each stands for. They come in pairs. Own setting: where a word
// covers several regions, those that the muscles usually named there have in common.

import { addMark, emptyDrawing, type PainDrawing } from '@unknot/atlas/drawing';
import type { PairedSide, RegionId } from '@unknot/atlas/frame';

export const EASY_PLACES = {
  neck: ['neck-posterior-upper', 'neck-posterior-lower', 'neck-angle'],
  'shoulder-top': ['shoulder-top', 'neck-angle'],
  'shoulder-blade': ['scapula-infraspinous', 'scapula-medial-border-mid', 'scapula-medial-border-lower'],
  'between-blades': ['scapula-medial-border-mid', 'interscapular-mid', 'interscapular-upper'],
  'middle-back': ['interscapular-lower', 'midback-paraspinal-upper', 'scapula-inferior-angle'],
  'low-back': ['lumbar-paraspinal-upper', 'lumbar-paraspinal-mid'],
  buttock: ['buttock-centre', 'buttock-upper-lateral', 'buttock-lower'],
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
