// What the marks of a drawing add up to, cell by cell. Later marks cover earlier ones; erasing removes.
// Distances are compared in whole numbers, so a path gives the same cells however densely it was sampled.

import { type RegionId, type Side, VIEWS, type ViewId } from '../frame/index.ts';
import { type BodyMap, CELL, type RegionMap, regionNumber } from '../region/index.ts';
import {
  LAYERS,
  type Layer,
  type Mark,
  PAIN_QUALITIES,
  type PainDrawing,
  type PlaceMark,
  type RegionMark,
  type Said,
  type StrokeMark,
} from './marks.ts';

/** Cells of a view, laid out like its region map; 0 is unpainted, `saidIn` reads the rest. */
export type PaintedCells = Readonly<Record<ViewId, Uint8Array>>;

export interface PaintField {
  readonly body: BodyMap;
  readonly cells: Readonly<Record<Layer, PaintedCells>>;
}

/** A region counts as touched from this share on; a smaller share may be a slip over its border. Own setting. */
export const LEAST_COVERAGE = 0.03;

/** The field of a drawing, worked out from the first mark to the last. */
export const fieldOf = (drawing: PainDrawing, body: BodyMap): PaintField => paintField(body).follow(drawing);

/**
 * A field that keeps up with a drawing while a finger moves.
 *
 * `follow` returns the same cells as `fieldOf`, but only paints what is new since its last call: added marks, or the
 * added end of the last stroke. Anything else (undo, clear, another drawing) is painted from scratch. The field it
 * returns is the one it keeps: the next call changes it.
 */
export function paintField(body: BodyMap): { follow(drawing: PainDrawing): PaintField } {
  const blank = () => Object.fromEntries(VIEWS.map((view) => [view, new Uint8Array(body[view].cells.length)]));
  const field: PaintField = { body, cells: { pain: blank() as PaintedCells, knot: blank() as PaintedCells } };
  let painted: readonly Mark[] = [];

  function follow({ marks }: PainDrawing): PaintField {
    const last = painted.length - 1;
    let kept = 0;
    while (kept < painted.length && marks[kept] === painted[kept]) kept++;
    const before = painted[last];
    const now = marks[last];
    if (kept === last && before?.kind === 'stroke' && now?.kind === 'stroke' && continues(now, before)) {
      paintStroke(field, now, before.points.length - 2);
      kept++;
    } else if (kept < painted.length) {
      for (const view of VIEWS) for (const layer of LAYERS) field.cells[layer][view].fill(0);
      kept = 0;
    }
    for (const mark of marks.slice(kept)) apply(field, mark);
    painted = marks;
    return field;
  }
  return { follow };
}

/** What was said about a painted cell. */
export function saidIn(cell: number): Said {
  const intensity = Math.floor((cell - 1) / STEP) - 1;
  const quality = PAIN_QUALITIES[((cell - 1) % STEP) - 1];
  return { ...(intensity >= 0 && { intensity }), ...(quality && { quality }) };
}

/** Share of cells painted in both of two fields among those painted in either, 0–1; 0 when one of them is empty. */
export function overlap(a: PaintField, b: PaintField, layer: Layer = 'pain'): number {
  let both = 0;
  let either = 0;
  for (const view of VIEWS) {
    const other = b.cells[layer][view];
    a.cells[layer][view].forEach((cell, i) => {
      if (cell && other[i]) both++;
      if (cell || other[i]) either++;
    });
  }
  return either === 0 ? 0 : both / either;
}

/** A cell holds 1 + STEP × (intensity + 1) + (quality + 1), with 0 for what was not said. */
const STEP = PAIN_QUALITIES.length + 1;
export const CELL_VALUES = 1 + 12 * STEP;
const cellOf = (intensity: Said['intensity'], quality: Said['quality']): number =>
  1 + STEP * (intensity === undefined ? 0 : intensity + 1) + (quality ? PAIN_QUALITIES.indexOf(quality) + 1 : 0);

/** Is this the same stroke, perhaps longer? */
function continues(now: StrokeMark, before: StrokeMark): boolean {
  return (
    now.points.length >= before.points.length &&
    now.layer === before.layer &&
    now.mode === before.mode &&
    now.view === before.view &&
    now.radius === before.radius &&
    now.intensity === before.intensity &&
    now.quality === before.quality &&
    before.points.every((value, i) => value === now.points[i])
  );
}

function apply(field: PaintField, mark: Mark): void {
  if (mark.kind === 'stroke') {
    paintStroke(field, mark, 0);
    return;
  }
  const best = mark.kind === 'region' ? bestView(field.body, mark.region, mark.side) : undefined;
  for (const view of VIEWS) {
    const map = field.body[view];
    const number = regionNumber(map, mark.region, mark.side);
    if (number === 0) continue;
    if (mark.kind === 'place') sayInRegion(field.cells.pain[view], map, number, mark);
    else fillRegion(field.cells[mark.layer][view], map, number, view === best ? mark : { ...mark, coverage: 0 });
  }
}

/** The view that shows most of a region. Only there a region chosen by name is painted, so one eraser is enough. */
function bestView(body: BodyMap, region: RegionId, side: Side): ViewId | undefined {
  const shown = (view: ViewId) => body[view].regions[regionNumber(body[view], region, side) - 1]?.shown ?? 0;
  return VIEWS.toSorted((a, b) => shown(b) - shown(a))[0];
}

/** Paints the segments of a stroke that begin at `from` (an index into its points) or later. */
function paintStroke(field: PaintField, mark: StrokeMark, from: number): void {
  const { points } = mark;
  const map = field.body[mark.view];
  const cells = field.cells[mark.layer][mark.view];
  const value = mark.mode === 'erase' ? 0 : cellOf(mark.intensity, mark.quality);
  for (let i = from; i === from || i + 2 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number];
    paintCapsule(cells, map, [x0, y0, x1 ?? x0, y1 ?? y0], mark.radius, value);
  }
}

/** Sets every cell of the body whose centre is within `radius` of a segment. All values are whole: no rounding. */
function paintCapsule(
  cells: Uint8Array,
  map: RegionMap,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  radius: number,
  value: number,
): void {
  const { left, top, columns, rows } = map;
  const cellAt = (units: number) => units / CELL - 0.5;
  const firstColumn = Math.max(0, Math.ceil(cellAt(Math.min(x0, x1) - radius - left)));
  const lastColumn = Math.min(columns - 1, Math.floor(cellAt(Math.max(x0, x1) + radius - left)));
  const firstRow = Math.max(0, Math.ceil(cellAt(Math.min(y0, y1) - radius - top)));
  const lastRow = Math.min(rows - 1, Math.floor(cellAt(Math.max(y0, y1) + radius - top)));
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length2 = dx * dx + dy * dy;
  const radius2 = radius * radius;
  for (let row = firstRow; row <= lastRow; row++) {
    const y = top + (row + 0.5) * CELL - y0;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const x = left + (column + 0.5) * CELL - x0;
      const along = x * dx + y * dy;
      const near =
        along <= 0
          ? x * x + y * y <= radius2
          : along >= length2
            ? (x - dx) ** 2 + (y - dy) ** 2 <= radius2
            : (x * dy - y * dx) ** 2 <= radius2 * length2;
      const i = row * columns + column;
      if (near && map.cells[i]) cells[i] = value;
    }
  }
}

/** Paints the asked share of a region, from its middle outwards. */
function fillRegion(cells: Uint8Array, map: RegionMap, number: number, mark: RegionMark): void {
  const own: { i: number; x: number; y: number }[] = [];
  map.cells.forEach((value, i) => {
    if (value === number) own.push({ i, x: 2 * (i % map.columns) + 1 - map.columns, y: Math.floor(i / map.columns) });
  });
  for (const { i } of own) cells[i] = 0;
  if (mark.coverage === 0) return;
  const count = Math.ceil(Math.max(mark.coverage, LEAST_COVERAGE) * own.length);
  const middleX = own.reduce((sum, { x }) => sum + x, 0) / own.length;
  const middleY = own.reduce((sum, { y }) => sum + y, 0) / own.length;
  const distance = ({ x, y }: { x: number; y: number }) => (x - middleX) ** 2 + (2 * (y - middleY)) ** 2;
  // Equally far cells: nearer to the midline first, so that left and right fill alike.
  own.sort((a, b) => distance(a) - distance(b) || a.y - b.y || Math.abs(a.x) - Math.abs(b.x) || a.i - b.i);
  const value = cellOf(mark.intensity, mark.quality);
  for (const { i } of own.slice(0, count)) cells[i] = value;
}

/** Changes what is said about the painted cells of a region. */
function sayInRegion(cells: Uint8Array, map: RegionMap, number: number, mark: PlaceMark): void {
  map.cells.forEach((value, i) => {
    const cell = cells[i];
    if (value !== number || !cell) return;
    const before = saidIn(cell);
    const { intensity = before.intensity, quality = before.quality } = mark;
    cells[i] = cellOf(intensity ?? undefined, quality ?? undefined);
  });
}
