// One drawing against an earlier one: has the sore place grown, shrunk or moved? See RULES.md, OUT-15.

import { overlap, type PaintField } from '@unknot/atlas/drawing';
import { VIEWS } from '@unknot/atlas/frame';

export interface Redraw {
  /** Painted cells now, as a share of those before; null when nothing was painted before. */
  readonly area: number | null;
  readonly kind: 'gone' | 'much-smaller' | 'smaller' | 'same' | 'larger' | 'elsewhere' | 'new';
}

/** Less than a tenth of it where it was: elsewhere. Own setting. */
const ELSEWHERE = 0.1;
/** Own settings: hands differ by a third and more when they paint the same. */
const MUCH_SMALLER = 0.4;
const SMALLER = 0.75;
const LARGER = 4 / 3;

export function redraw(before: PaintField, after: PaintField): Redraw {
  const [old, now] = [painted(before), painted(after)];
  if (old === 0) return { area: null, kind: now === 0 ? 'same' : 'new' };
  const area = now / old;
  if (area === 0) return { area, kind: 'gone' };
  // A small rest inside the old place overlaps little too, but has not moved: what counts is how much of it lies within.
  const shared = overlap(before, after);
  const inside = (shared * (old + now)) / (1 + shared) / now;
  if (inside < ELSEWHERE) return { area, kind: 'elsewhere' };
  if (area < MUCH_SMALLER) return { area, kind: 'much-smaller' };
  if (area < SMALLER) return { area, kind: 'smaller' };
  return { area, kind: area > LARGER ? 'larger' : 'same' };
}

/** Cells with pain, over all views. */
const painted = ({ cells }: PaintField): number =>
  VIEWS.reduce((sum, view) => sum + cells.pain[view].reduce((own, cell) => own + (cell ? 1 : 0), 0), 0);
