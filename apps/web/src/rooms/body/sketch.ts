// The drawing while somebody works on it: every change can be taken back, step by step.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { addMark, extendStroke, type Mark, type PainDrawing } from '@unknot/atlas/drawing';

export interface Sketch {
  readonly drawing: ReadonlySignal<PainDrawing>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** One step: painted, erased, said or cleared. */
  change(step: (drawing: PainDrawing) => PainDrawing): void;
  /** The same step goes on, for a slider that is still moving. */
  goOn(step: (drawing: PainDrawing) => PainDrawing): void;
  begin(mark: Mark): void;
  extend(points: readonly number[]): void;
  undo(): void;
  /** Another drawing altogether; nothing before it can be brought back. */
  replace(drawing: PainDrawing): void;
}

/** Steps that are remembered. Drawings share their marks, so this costs little. */
const MOST_STEPS = 200;

export function createSketch(start: PainDrawing): Sketch {
  const drawing = signal(start);
  const past = signal<readonly PainDrawing[]>([]);
  const change: Sketch['change'] = (step) => {
    const next = step(drawing.value);
    if (next === drawing.value) return;
    past.value = [...past.value.slice(1 - MOST_STEPS), drawing.value];
    drawing.value = next;
  };
  return {
    drawing,
    canUndo: computed(() => past.value.length > 0),
    change,
    goOn: (step) => {
      drawing.value = step(drawing.value);
    },
    begin: (mark) => change((before) => addMark(before, mark)),
    extend: (points) => {
      drawing.value = extendStroke(drawing.value, points);
    },
    undo: () => {
      const before = past.value.at(-1);
      if (!before) return;
      past.value = past.value.slice(0, -1);
      drawing.value = before;
    },
    replace: (next) => {
      past.value = [];
      drawing.value = next;
    },
  };
}
