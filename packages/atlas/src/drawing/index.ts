// The door to pain drawings: marks → field → places, and how drawings are kept.

export { fieldOf, overlap, type PaintedCells, type PaintField, paintField, saidIn } from './field.ts';
export {
  addMark,
  clear,
  emptyDrawing,
  extendStroke,
  LAYERS,
  type Layer,
  type Mark,
  PAIN_QUALITIES,
  type PainDrawing,
  type PainQuality,
  type PlaceMark,
  type RegionMark,
  type Said,
  type StrokeMark,
  setPlace,
  undo,
} from './marks.ts';
export { knotsOf, type PaintedPlace, placesOf } from './places.ts';
export { type Decoded, decodeDrawing, encodeDrawing } from './stored.ts';
