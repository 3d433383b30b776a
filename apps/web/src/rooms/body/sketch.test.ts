import { clear, emptyDrawing, type StrokeMark, setPlace } from '@unknot/atlas/drawing';
import { expect, test } from 'vitest';
import { createSketch } from './sketch.ts';

const dab = (x: number): StrokeMark => ({
  kind: 'stroke',
  layer: 'pain',
  mode: 'paint',
  view: 'posterior',
  radius: 20,
  points: [x, 300],
  intensity: 5,
});

test('a whole stroke is taken back at once, however long it was', () => {
  const sketch = createSketch(emptyDrawing());
  sketch.begin(dab(0));
  for (let x = 5; x < 100; x += 5) sketch.extend([x, 300]);
  expect(sketch.drawing.value.marks).toHaveLength(1);
  sketch.undo();
  expect(sketch.drawing.value.marks).toEqual([]);
  expect(sketch.canUndo.value).toBe(false);
});

test('clearing everything can be taken back', () => {
  const sketch = createSketch(emptyDrawing());
  sketch.begin(dab(0));
  sketch.begin(dab(50));
  const before = sketch.drawing.value;
  sketch.change((drawing) => clear(drawing));
  expect(sketch.drawing.value.marks).toEqual([]);
  sketch.undo();
  expect(sketch.drawing.value).toBe(before);
});

test('a stepper that goes on is one step', () => {
  const sketch = createSketch(emptyDrawing());
  sketch.begin(dab(0));
  sketch.change((drawing) => setPlace(drawing, 'neck-angle', 'right', { intensity: 6 }));
  sketch.goOn((drawing) => setPlace(drawing, 'neck-angle', 'right', { intensity: 7 }));
  expect(sketch.drawing.value.marks).toHaveLength(2);
  sketch.undo();
  expect(sketch.drawing.value.marks).toEqual([dab(0)]);
});

test('undoing with nothing to undo changes nothing; a change that changes nothing is no step', () => {
  const sketch = createSketch(emptyDrawing());
  sketch.undo();
  sketch.change((drawing) => drawing);
  expect(sketch.drawing.value).toEqual(emptyDrawing());
  expect(sketch.canUndo.value).toBe(false);
});

test('another drawing begins without a past', () => {
  const sketch = createSketch(emptyDrawing());
  sketch.begin(dab(0));
  sketch.replace(emptyDrawing());
  expect(sketch.canUndo.value).toBe(false);
});
