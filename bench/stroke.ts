// One finger movement, painted and ranked step by step, as the app does it: the work behind a frame.

import { addMark, emptyDrawing, extendStroke, fieldOf, paintField, placesOf } from '@unknot/atlas/drawing';
import type { ViewOutlines } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import { prepare, type RankingKnowledge, rank } from '@unknot/engine/inference';

export interface StrokeTimes {
  /** Milliseconds per step: paint what is new, measure the places, rank the muscles. */
  readonly steps: readonly number[];
  /** Milliseconds per step when the whole drawing is painted again each time, and ranked. */
  readonly plainSteps: readonly number[];
}

/** A zigzag from the neck across the left shoulder blade, a point every 8 units; some earlier paint beside it. */
export function timeStroke(outlines: ViewOutlines, knowledge: RankingKnowledge): StrokeTimes {
  const model = prepare(knowledge);
  const body = bodyMap(outlines);
  const brush = { kind: 'stroke', layer: 'pain', mode: 'paint', view: 'posterior', radius: 18, intensity: 6 } as const;
  const points = Array.from({ length: 60 }, (_, i) => [-60 - 100 * Math.abs(Math.sin(i / 4)), 280 + 4 * i]);
  const earlier = addMark(emptyDrawing(), { ...brush, points: [40, 600, 60, 760, 80, 780] });

  const timed = (measure: (drawing: typeof earlier) => ReturnType<typeof fieldOf>) => {
    const [first = [], ...rest] = points;
    let drawing = addMark(earlier, { ...brush, points: first });
    return rest.map((point) => {
      drawing = extendStroke(drawing, point);
      const begun = performance.now();
      rank(model, { places: placesOf(measure(drawing)) });
      return performance.now() - begun;
    });
  };
  const field = paintField(body);
  timed((drawing) => field.follow(drawing));
  return {
    steps: timed((drawing) => field.follow(drawing)),
    plainSteps: timed((drawing) => fieldOf(drawing, body)),
  };
}
