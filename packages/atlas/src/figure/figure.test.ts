import { describe, expect, test } from 'vitest';
import book from '../../data/poses.json' with { type: 'json' };
import techniques from '../../data/technique-poses.json' with { type: 'json' };
import { ATLAS_EDITION, type PairedSide } from '../frame/index.ts';
import {
  drawFigure,
  type FigureDrawing,
  type Pose,
  type PoseBook,
  type PosePairs,
  poseAt,
  poseIdFor,
  stillsOf,
} from './index.ts';
import { JOINTS, SKELETON, type Stance, stanceOf } from './pose.ts';
import { dot, slerp, subtract, turned } from './turn.ts';

const { edition, poses } = book as unknown as PoseBook;
const pairs: PosePairs = techniques;
const moments = [0, 0.25, 0.5, 0.8, 1];
const drawn = [0, 0.6];
const named = poses.map((pose) => [pose.id, pose] as const);
/** Drawing costs more than bones: each picture is drawn once for all tests. */
const drawings = new Map<string, FigureDrawing>();
const drawnOnce = (pose: Pose, t: number, side: PairedSide): FigureDrawing => {
  const key = `${pose.id} ${t} ${side}`;
  const drawing = drawings.get(key) ?? drawFigure(pose, t, side);
  drawings.set(key, drawing);
  return drawing;
};
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
    for (const t of drawn) {
      const [left, right] = [drawnOnce(pose, t, 'left'), drawnOnce(pose, t, 'right')];
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
    for (const t of [...drawn, 1]) {
      const drawing = drawnOnce(pose, t, 'right');
      const [left, top, width] = drawing.viewBox;
      const body = ['near', 'middle', 'far'].flatMap((tone) => points(pick(drawing, tone)).flat());
      const [x0, y0, x1] = extent(body);
      expect(x0).toBeGreaterThanOrEqual(left);
      expect(y0).toBeGreaterThanOrEqual(top);
      expect(x1).toBeLessThanOrEqual(left + width);
      expect(drawing.shapes.map(({ d }) => d).join('')).toMatch(/^[MLQZ\d .-]+$/);
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
    expect(pairs.edition).toBe(ATLAS_EDITION);
    const named = Object.values(pairs.poseByTechnique).filter((id) => !(id in pairs.families));
    const inFamilies = Object.values(pairs.families).flatMap((family) => [
      family.else,
      ...family.by.map((one) => one.pose),
    ]);
    expect([...named, ...inFamilies].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('a pack lies where the muscle is, and on the shoulder when no muscle is named', () => {
    expect(poseIdFor(pairs, 'heat-pack-moist', 'lumbar-multifidi')).toBe('warm-low-back');
    expect(poseIdFor(pairs, 'cold-pack', 'hamstrings')).toBe('cold-leg');
    expect(poseIdFor(pairs, 'heat-pack-moist', null)).toBe('warm-shoulder');
    expect(poseIdFor(pairs, 'naproxen-otc', null)).toBeNull();
  });

  /** The drawing in a square of 200 pixels, as beside a plan. */
  const perUnit = ({ viewBox: [, , width, height] }: FigureDrawing) => 200 / Math.max(width, height);

  test.each(named)('%s: reads at 200 pixels: a head of 10, a muscle line of 1.5, a ring of 4 across', (_, pose) => {
    for (const t of [0, 1]) {
      const drawing = drawnOnce(pose, t, 'right');
      const scale = perUnit(drawing);
      expect(150 * scale).toBeGreaterThanOrEqual(10);
      for (const { tone, width = 0 } of drawing.shapes)
        if (tone === 'focus') expect(width * scale).toBeGreaterThanOrEqual(1.5);
      for (const ring of points(pick(drawing, 'touch'))) {
        const [x0, , x1] = extent(ring);
        expect((x1 - x0) * scale).toBeGreaterThanOrEqual(4);
      }
    }
  });

  test.each(named)('%s: joints bend only as far as joints do', (_, pose) => {
    for (const t of moments) {
      const { at, rot } = poseAt(pose, t);
      /** Angle at the middle joint between the two bones, degrees; 180 is straight. */
      const angle = (a: keyof typeof at, b: keyof typeof at, c: keyof typeof at) => {
        const [u, v] = [subtract(at[a], at[b]), subtract(at[c], at[b])];
        return (Math.acos(Math.min(1, Math.max(-1, dot(u, v) / (length(u) * length(v))))) * 180) / Math.PI;
      };
      for (const X of ['L', 'R'] as const) {
        expect(angle(`shoulder${X}`, `elbow${X}`, `wrist${X}`), `elbow ${X} at ${t}`).toBeGreaterThanOrEqual(25);
        expect(angle(`hip${X}`, `knee${X}`, `ankle${X}`), `knee ${X} at ${t}`).toBeGreaterThanOrEqual(20);
        // A knee bends backwards only: the shin is never in front of the line of the thigh by more than a little.
        const forward = dot(subtract(at[`ankle${X}`], at[`knee${X}`]), turned(rot[`hip${X}`], [0, 0, 1]));
        expect(forward, `knee ${X} the wrong way at ${t}`).toBeLessThanOrEqual(40);
      }
      const lean = dot(turned(rot.head, [0, 1, 0]), turned(rot.chest, [0, 1, 0]));
      expect(lean, `head on the chest at ${t}`).toBeGreaterThanOrEqual(Math.cos((75 * Math.PI) / 180));
      const facing = dot(turned(rot.head, [0, 0, 1]), turned(rot.chest, [0, 0, 1]));
      expect(facing, `head turned at ${t}`).toBeGreaterThanOrEqual(Math.cos((80 * Math.PI) / 180));
    }
  });

  test.each(named)('%s: nobody sinks into the floor', (_, pose) => {
    for (const t of moments) expect(lowest(poseAt(pose, t))).toBeGreaterThanOrEqual(-0.001);
    // As authored; only the swing between two keyframes is lifted.
    for (const keyframe of pose.keyframes)
      expect(lowest(stanceOf(keyframe)), keyframe.label).toBeGreaterThanOrEqual(-16);
  });

  test('half of a half turn is a quarter turn', () => {
    const half = [0, 1, 0, 0] as const;
    const [x, y, z] = turned(slerp([0, 0, 0, 1], half, 0.5), [0, 0, 1]);
    expect([Math.abs(x), y, z].map((v) => Math.round(v * 1e9) / 1e9 + 0)).toEqual([1, 0, 0]);
  });
});

const lowest = ({ at }: Stance) => Math.min(...JOINTS.map((joint) => at[joint][1]));

const pick = (drawing: FigureDrawing, tone: string): FigureDrawing => ({
  ...drawing,
  shapes: drawing.shapes.filter((shape) => shape.tone === tone),
});

function extent(all: readonly (readonly [number, number])[]): [number, number, number, number] {
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  return all.length ? [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] : [0, 0, 0, 0];
}
