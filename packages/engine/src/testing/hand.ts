// A hand that draws the same pain twice on the body itself: every painful region is a spot with a place and a size, and
// each drawing of it lands a little beside it and comes out larger or smaller.
//
// The overlap of 0.42 between two drawings of one pain is an overlap of painted area. `painting` in people.ts reaches it by
// forgetting whole regions and adding others; this reaches it by moving the paint, as strokes do.

import { addMark, emptyDrawing, fieldOf, type PaintField } from '@unknot/atlas/drawing';
import { VIEWS, type ViewId } from '@unknot/atlas/frame';
import { type BodyMap, CELL } from '@unknot/atlas/region';
import type { Model } from '../inference/index.ts';
import { type Chance, normal } from './people.ts';

export interface Wandering {
  /** Standard deviation of where a spot is put, in atlas units (a fingertip covers about ten). */
  readonly beside: number;
  /** Standard deviation of the log of its size. */
  readonly size: number;
}

/** Two drawings of the same spots overlap by about 0.42 of the painted area. */
const USUAL_WANDERING: Wandering = { beside: 7, size: 0.25 };

/** Where the pain is, before any drawing. */
export interface Spot {
  readonly view: ViewId;
  /** A line inside the region, flat x, y list. */
  readonly line: readonly number[];
  readonly radius: number;
}

/** A spot in each painful region: a line between two of its points, two fifths as broad as the region. */
export function spotsOf(model: Model, body: BodyMap, painful: ReadonlySet<number>, chance: Chance): Spot[] {
  return [...painful].flatMap((cell): Spot[] => {
    const { region, side } = model.cells[cell] as Model['cells'][number];
    const seen = VIEWS.flatMap((view) => {
      const number = body[view].regions.findIndex((at) => at.region === region && at.side === side) + 1;
      return number === 0 ? [] : [{ view, number, shown: body[view].regions[number - 1]?.shown ?? 0 }];
    }).sort((a, b) => b.shown - a.shown)[0];
    if (!seen) return [];
    const { view, number } = seen;
    const { cells, columns, left, top } = body[view];
    const inside = [...cells.keys()].filter((i) => cells[i] === number);
    const point = () => {
      const i = inside[Math.floor(chance() * inside.length)] as number;
      return [left + CELL * ((i % columns) + 0.5), top + CELL * (Math.floor(i / columns) + 0.5)];
    };
    return [{ view, line: [...point(), ...point()], radius: Math.sqrt((inside.length * CELL * CELL) / Math.PI) / 2.5 }];
  });
}

/** One drawing of the spots. */
export function drawnByHand(
  body: BodyMap,
  spots: readonly Spot[],
  chance: Chance,
  { beside, size }: Wandering = USUAL_WANDERING,
): PaintField {
  let drawing = emptyDrawing();
  for (const { view, line, radius } of spots) {
    const [right, down] = [beside * normal(chance), beside * normal(chance)];
    const points = line.map((at, i) => Math.round(at + (i % 2 === 0 ? right : down)));
    const broad = Math.max(1, Math.min(200, Math.round(radius * Math.exp(size * normal(chance)))));
    drawing = addMark(drawing, { kind: 'stroke', layer: 'pain', mode: 'paint', view, points, radius: broad });
  }
  return fieldOf(drawing, body);
}
