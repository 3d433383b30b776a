// A pain drawing: the list of marks a person made, in the order they were made. Marks are only ever added or taken
// back; what they add up to is worked out in field.ts. Strokes are kept in atlas units, so a drawing made on a phone
// and one made on a wide screen are the same drawing.

import { ATLAS_EDITION, type RegionId, type Side, VIEWS, type ViewId } from '../frame/index.ts';

/** `pain`: where it hurts. `knot`: "I feel the knot here". */
export const LAYERS = ['pain', 'knot'] as const;
export type Layer = (typeof LAYERS)[number];

export const PAIN_QUALITIES = ['ache', 'sharp', 'burning', 'tingling', 'numb', 'stiff'] as const;
export type PainQuality = (typeof PAIN_QUALITIES)[number];

/** What a person says about a place; absent means not said. */
export interface Said {
  /** Pain now, NRS 0–10, whole numbers. */
  readonly intensity?: number;
  readonly quality?: PainQuality;
}

/** One movement of finger, pen or mouse. */
export interface StrokeMark extends Said {
  readonly kind: 'stroke';
  readonly layer: Layer;
  readonly mode: 'paint' | 'erase';
  readonly view: ViewId;
  /** Of the brush, in atlas units, whole, 1–200. */
  readonly radius: number;
  /** Flat x, y list in atlas units, whole numbers. */
  readonly points: readonly number[];
}

/** A region chosen by name, for keyboard and screen reader. Replaces what was painted in that region before. */
export interface RegionMark extends Said {
  readonly kind: 'region';
  readonly layer: Layer;
  readonly region: RegionId;
  readonly side: Side;
  /** Share of the region, 0–1; 0 clears it. */
  readonly coverage: number;
}

/** Something said afterwards about all that is painted in a region: absent leaves it as it was, `null` takes it back. */
export interface PlaceMark {
  readonly kind: 'place';
  readonly region: RegionId;
  readonly side: Side;
  readonly intensity?: number | null;
  readonly quality?: PainQuality | null;
}

export type Mark = StrokeMark | RegionMark | PlaceMark;

export interface PainDrawing {
  readonly version: 1;
  /** Edition of the atlas it was painted on. */
  readonly atlas: string;
  readonly marks: readonly Mark[];
}

export const emptyDrawing = (): PainDrawing => ({ version: 1, atlas: ATLAS_EDITION, marks: [] });

/**
 * The drawing with one more mark. Points and brush radius are rounded to whole units.
 *
 * @throws RangeError when a value is out of range; the message names the field
 */
export function addMark(drawing: PainDrawing, mark: Mark): PainDrawing {
  const whole: Mark =
    mark.kind === 'stroke' ? { ...mark, radius: Math.round(mark.radius), points: steps(mark.points) } : mark;
  const fault = faultOf(whole);
  if (fault) throw new RangeError(`a mark must be in range: ${fault}`);
  return { ...drawing, marks: [...drawing.marks, whole] };
}

/**
 * The drawing with its last stroke made longer.
 *
 * @param points flat x, y list in atlas units, rounded here
 * @throws RangeError when the last mark is not a stroke or a point is out of range
 */
export function extendStroke(drawing: PainDrawing, points: readonly number[]): PainDrawing {
  const last = drawing.marks.at(-1);
  if (last?.kind !== 'stroke') throw new RangeError(`only a stroke can be extended, got ${last?.kind ?? 'no mark'}`);
  const more = steps(points, last.points.at(-2), last.points.at(-1));
  if (more.length === 0) return drawing;
  return addMark(undo(drawing), { ...last, points: [...last.points, ...more] });
}

/** The drawing without its last mark. */
export const undo = (drawing: PainDrawing): PainDrawing => ({ ...drawing, marks: drawing.marks.slice(0, -1) });

/** Nothing painted any more, on one layer or on both. Whoever wants to take this back keeps the drawing from before. */
export const clear = (drawing: PainDrawing, layer?: Layer): PainDrawing => ({
  ...drawing,
  marks: layer ? drawing.marks.filter((mark) => layerOf(mark) !== layer) : [],
});

/**
 * Says how strong or of what kind the pain in a painted region is. Moving a slider leaves one mark, not one per step.
 *
 * @throws RangeError when the intensity is not a whole number 0–10
 */
export function setPlace(
  drawing: PainDrawing,
  region: RegionId,
  side: Side,
  said: Pick<PlaceMark, 'intensity' | 'quality'>,
): PainDrawing {
  const last = drawing.marks.at(-1);
  const same = last?.kind === 'place' && last.region === region && last.side === side;
  return same
    ? addMark(undo(drawing), { ...last, ...said })
    : addMark(drawing, { kind: 'place', region, side, ...said });
}

const layerOf = (mark: Mark): Layer => (mark.kind === 'place' ? 'pain' : mark.layer);

/** Points rounded to whole units, without repeats. */
function steps(points: readonly number[], fromX?: number, fromY?: number): number[] {
  const whole: number[] = [];
  let [x0, y0] = [fromX, fromY];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = Math.round(points[i] as number) + 0;
    const y = Math.round(points[i + 1] as number) + 0;
    if (x !== x0 || y !== y0) whole.push(x, y);
    [x0, y0] = [x, y];
  }
  return whole;
}

/** Further out than any view box reaches. */
const FARTHEST = 4000;
const SIDES: readonly unknown[] = ['left', 'right', 'midline'] satisfies Side[];

/** What is out of range in something that should be a mark, or nothing. Looks only at own, plain values. */
export function faultOf(mark: Mark): string | undefined {
  const whole = (value: unknown, low: number, high: number) =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
  const among = (list: readonly unknown[], value: unknown) => list.includes(value);
  const unsaid = (value: unknown) => value === undefined || (mark.kind === 'place' && value === null);

  if (mark.kind === 'stroke') {
    if (!among(['paint', 'erase'], mark.mode)) return 'mode must be paint or erase';
    if (!among(VIEWS, mark.view)) return `view must be one of ${VIEWS.join(', ')}`;
    if (!whole(mark.radius, 1, 200)) return 'radius must be a whole number 1–200';
    if (!Array.isArray(mark.points) || mark.points.length === 0 || mark.points.length % 2 === 1)
      return 'points must be a list of x, y pairs';
    if (!mark.points.every((value) => whole(value, -FARTHEST, FARTHEST)))
      return `points must be whole numbers −${FARTHEST} to ${FARTHEST}`;
  } else {
    if (typeof mark.region !== 'string' || !/^[a-z0-9-]{1,64}$/.test(mark.region)) return 'region must be a region id';
    if (!among(SIDES, mark.side)) return 'side must be left, right or midline';
  }
  if (mark.kind === 'region' && !(typeof mark.coverage === 'number' && mark.coverage >= 0 && mark.coverage <= 1))
    return 'coverage must be a number 0–1';
  if (mark.kind !== 'place' && !among(LAYERS, mark.layer)) return 'layer must be pain or knot';
  if (!unsaid(mark.intensity) && !whole(mark.intensity, 0, 10)) return 'intensity must be a whole number 0–10';
  if (!unsaid(mark.quality) && !among(PAIN_QUALITIES, mark.quality))
    return `quality must be one of ${PAIN_QUALITIES.join(', ')}`;
  return undefined;
}
