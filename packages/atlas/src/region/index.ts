// Which region of the body a point belongs to. Every view is laid out once as a grid of square cells, four atlas
// units wide (about 4 mm); a cell belongs to the region its centre lies in. Everything that is measured about a pain
// drawing is counted on these cells, so it cannot depend on the screen.

import {
  drawnView,
  flipOf,
  type RegionId,
  type RegionOutline,
  type Side,
  turnPath,
  type ViewId,
  type ViewOutline,
  type ViewOutlines,
} from '../frame/index.ts';

/** Width and height of a cell in atlas units: a fingertip covers about ten, the smallest region six. */
export const CELL = 4;

/** A region on one side, as it is seen in one view. */
export interface RegionInView {
  readonly region: RegionId;
  readonly side: Side;
  /** Number of cells in this view. */
  readonly cells: number;
  /** Area seen here as a share of the largest area seen in any view, 0–1. */
  readonly shown: number;
}

/** The grid of one view. Row by row from the top left of the view box. */
export interface RegionMap {
  readonly view: ViewId;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Cell → number of the region in `regions`, counted from 1; 0 is outside the body. */
  readonly cells: Uint16Array;
  readonly regions: readonly RegionInView[];
}

/** The grids of all views. */
export type BodyMap = Readonly<Record<ViewId, RegionMap>>;

/** Lays out one view. Takes some milliseconds: keep the result. */
export function regionMap(view: ViewId, outline: ViewOutline): RegionMap {
  const [left, top, width, height] = outline.viewBox;
  const columns = width / CELL;
  const rows = Math.ceil(height / CELL);
  const mirrored = view !== outline.view;
  const cells = new Uint16Array(columns * rows);
  const regions: RegionInView[] = [];

  for (const region of outline.regions) {
    // Halves are filled once and copied cell by cell, so left and right are the same to the last cell.
    const spans = fill(region, { left, top, columns, rows, halfOnly: outline.half !== undefined });
    const place = (side: Side, flips: readonly boolean[]) => {
      const number = regions.length + 1;
      let count = 0;
      for (const [row, from, to] of spans) {
        for (const flip of flips) {
          const start = row * columns + (flip ? columns - to : from);
          cells.fill(number, start, start + to - from);
          count += to - from;
        }
      }
      regions.push({ region: region.id, side, cells: count, shown: region.shown });
    };
    if (region.side === 'midline') place('midline', outline.half ? [false, true] : [mirrored]);
    else if (outline.half) for (const side of ['left', 'right'] as const) place(side, [flipOf(view, side) === -1]);
    else place(mirrored ? 'right' : 'left', [mirrored]);
  }
  return { view, left: mirrored ? -left - width : left, top, columns, rows, cells, regions };
}

/** Lays out all four views. */
export function bodyMap(outlines: ViewOutlines): BodyMap {
  const map = (view: ViewId) => regionMap(view, outlines[drawnView(view)]);
  return {
    posterior: map('posterior'),
    anterior: map('anterior'),
    'lateral-left': map('lateral-left'),
    'lateral-right': map('lateral-right'),
  };
}

/** The region at a point in atlas units; nothing outside the body. */
export function regionAt(map: RegionMap, x: number, y: number): RegionInView | undefined {
  const column = Math.floor((x - map.left) / CELL);
  const row = Math.floor((y - map.top) / CELL);
  if (column < 0 || column >= map.columns || row < 0 || row >= map.rows) return undefined;
  return map.regions[(map.cells[row * map.columns + column] ?? 0) - 1];
}

/** Number of a region in `map.cells`; 0 where the view does not show it. */
export const regionNumber = (map: RegionMap, region: RegionId, side: Side): number =>
  map.regions.findIndex((seen) => seen.region === region && seen.side === side) + 1;

/** Outline of a region on one side as closed SVG paths, to be filled even-odd; empty where the view does not show it. */
export function regionPath(view: ViewId, outline: ViewOutline, region: RegionId, side: Side): string[] {
  const flip = flipOf(view, side);
  const drawn = outline.regions.find(({ id }) => id === region);
  if (!flip || !drawn || (drawn.side === 'midline') !== (side === 'midline')) return [];
  return drawn.rings.map((ring) => {
    let d = '';
    for (let i = 0; i < ring.length; i += 2) d += `${i ? 'L' : 'M'}${ring[i]} ${ring[i + 1]}`;
    return turnPath(`${d}Z`, flip);
  });
}

type Span = readonly [row: number, from: number, to: number];

/** Even-odd scanlines through the cell centres of a region as drawn; `to` is not included. */
function fill(
  region: RegionOutline,
  grid: { left: number; top: number; columns: number; rows: number; halfOnly: boolean },
): Span[] {
  const crossings: number[][] = Array.from({ length: grid.rows }, () => []);
  for (const ring of region.rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      let [x0, y0, x1, y1] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
      if (y0 > y1) [x0, y0, x1, y1] = [x1, y1, x0, y0];
      // Rows whose centre lies at or below the upper end and above the lower end.
      const first = Math.max(0, Math.ceil((y0 - grid.top) / CELL - 0.5));
      const end = Math.min(grid.rows, Math.ceil((y1 - grid.top) / CELL - 0.5));
      for (let row = first; row < end; row++) {
        const y = grid.top + (row + 0.5) * CELL;
        const x = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
        crossings[row]?.push((x - grid.left) / CELL - 0.5);
      }
    }
  }
  const firstColumn = grid.halfOnly ? grid.columns / 2 : 0;
  const spans: Span[] = [];
  crossings.forEach((xs, row) => {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const from = Math.max(firstColumn, Math.ceil(xs[i] as number));
      const to = Math.min(grid.columns, Math.ceil(xs[i + 1] as number));
      if (to > from) spans.push([row, from, to]);
    }
  });
  return spans;
}
