import { describe, expect, test } from 'vitest';
import book from '../../data/poses.json' with { type: 'json' };
import techniques from '../../data/technique-poses.json' with { type: 'json' };
import { ATLAS_EDITION } from '../frame/index.ts';
import { drawFigure, type FigureDrawing, type PoseBook, poseAt, stillsOf } from './index.ts';
import { JOINTS, SKELETON } from './pose.ts';
import { slerp, subtract, turned } from './turn.ts';

const { edition, poses } = book as unknown as PoseBook;
const moments = [0, 0.25, 0.5, 0.8, 1];
const named = poses.map((pose) => [pose.id, pose] as const);
const numbers = (d: string) => (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
const length = (v: readonly number[]) => Math.hypot(...v);

/** Every point of a drawing, shape by shape. */
const points = ({ shapes }: FigureDrawing) =>
  shapes.map(({ d }) => {
    const flat = numbers(d);
    return flat.flatMap((x, i) => (i % 2 ? [] : [[x, flat[i + 1] as number] as const]));
  });

describe('the little guide', () => {
  test('poses are of the edition of the atlas', () => expect(edition).toBe(ATLAS_EDITION));

  test.each(named)('%s: bones keep their length in every moment', (_, pose) => {
    for (const t of moments) {
      const { at } = poseAt(pose, t);
      for (const joint of JOINTS) {
        const [parent, offset] = SKELETON[joint];
        if (!parent || joint.startsWith('shoulder')) continue;
        expect(length(subtract(at[joint], at[parent]))).toBeCloseTo(length(offset), 6);
      }
    }
  });

  test.each(named)('%s: the picture for the other side is the mirror image', (_, pose) => {
    for (const t of moments) {
      const [left, right] = [drawFigure(pose, t, 'left'), drawFigure(pose, t, 'right')];
      if (pose.side === 'both') {
        expect(left).toEqual(right);
        continue;
      }
      expect(left.shapes.map(({ tone, width }) => [tone, width])).toEqual(
        right.shapes.map(({ tone, width }) => [tone, width]),
      );
      expect(left.viewBox).toEqual([-right.viewBox[0] - right.viewBox[2], ...right.viewBox.slice(1)]);
      const [a, b] = [left, right].map((drawing) =>
        ['near', 'middle', 'far'].map((tone) => extent(points(pick(drawing, tone)).flat())),
      );
      // One unit: corners are rounded to half units, and a half rounds upwards on both sides of nought.
      for (const [i, [x0, y0, x1, y1]] of (a ?? []).entries())
        for (const [k, value] of [-x1, y0, -x0, y1].entries())
          expect(Math.abs(value - (b?.[i]?.[k] ?? Number.NaN))).toBeLessThanOrEqual(1);
    }
  });

  test.each(named)('%s: the body stays in the picture, above the floor and without broken numbers', (_, pose) => {
    for (const t of moments) {
      const drawing = drawFigure(pose, t, 'right');
      const [left, top, width] = drawing.viewBox;
      const body = ['near', 'middle', 'far'].flatMap((tone) => points(pick(drawing, tone)).flat());
      const [x0, y0, x1] = extent(body);
      expect(x0).toBeGreaterThanOrEqual(left);
      expect(y0).toBeGreaterThanOrEqual(top);
      expect(x1).toBeLessThanOrEqual(left + width);
      for (const { d } of drawing.shapes) expect(d).toMatch(/^[MLQZ\d .-]+$/);
    }
  });

  test('before the first and after the last keyframe the figure holds still', () => {
    for (const [, pose] of named) {
      expect(poseAt(pose, -3)).toEqual(poseAt(pose, 0));
      expect(poseAt(pose, 7)).toEqual(poseAt(pose, 1));
      expect(stillsOf(pose).map(({ label }) => label)).toEqual([pose.keyframes[0].label, pose.keyframes.at(-1)?.label]);
    }
  });

  test('every picture of a technique exists', () => {
    const ids = new Set(poses.map(({ id }) => id));
    expect(techniques.edition).toBe(ATLAS_EDITION);
    expect(Object.values(techniques.poseByTechnique).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('half of a half turn is a quarter turn', () => {
    const half = [0, 1, 0, 0] as const;
    const [x, y, z] = turned(slerp([0, 0, 0, 1], half, 0.5), [0, 0, 1]);
    expect([Math.abs(x), y, z].map((v) => Math.round(v * 1e9) / 1e9 + 0)).toEqual([1, 0, 0]);
  });
});

const pick = (drawing: FigureDrawing, tone: string): FigureDrawing => ({
  ...drawing,
  shapes: drawing.shapes.filter((shape) => shape.tone === tone),
});

function extent(all: readonly (readonly [number, number])[]): [number, number, number, number] {
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  return all.length ? [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] : [0, 0, 0, 0];
}
