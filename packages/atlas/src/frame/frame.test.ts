import { describe, expect, test } from 'vitest';
import lateralLeft from '../../data/views/lateral-left.json' with { type: 'json' };
import posterior from '../../data/views/posterior.json' with { type: 'json' };
import { ATLAS_EDITION, flipOf, mirrorOf, mirrorPath, sideAt, standingView, VIEWS, type ViewOutline } from './index.ts';

const back = posterior as unknown as ViewOutline;
const leftSide = lateralLeft as unknown as ViewOutline;
const numbers = (d: string) => (d.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);

describe('frame', () => {
  test("left and right are the person's own in every view", () => {
    expect(sideAt('posterior', 50)).toBe('right');
    expect(sideAt('anterior', 50)).toBe('left');
    expect(sideAt('posterior', 0)).toBe('midline');
    expect(sideAt('lateral-left', 50)).toBe('left');
    expect(sideAt('lateral-right', -50)).toBe('right');
  });

  test('the other side of the body is out of sight in the lateral views', () => {
    expect(flipOf('lateral-left', 'right')).toBeUndefined();
    expect(flipOf('lateral-right', 'left')).toBeUndefined();
    expect(flipOf('lateral-right', 'right')).toBe(-1);
  });

  test('the mirror of the mirror is the view itself', () => {
    for (const view of VIEWS) expect(mirrorOf(mirrorOf(view))).toBe(view);
  });

  test('a mirrored path has every x negated and every y kept', () => {
    const d = 'M3-4.5c.5.25-1 2 0 3L-7 8Z';
    const mirrored = numbers(mirrorPath(d));
    expect(mirrored.map((n, i) => (i % 2 ? n : -n) + 0)).toEqual(numbers(d));
    expect(numbers(mirrorPath(mirrorPath(d)))).toEqual(numbers(d));
  });

  test('front and back are shown with both halves, the right side as the left mirrored', () => {
    const halves = back.contours.mirrored?.length ?? 0;
    expect(standingView('posterior', back).contours).toHaveLength(back.contours.single.length + 2 * halves);
    const right = standingView('lateral-right', leftSide);
    expect(right.viewBox).toEqual([-190, -10, 520, 1770]);
    expect(right.reliefMirrored).toBe(true);
    expect(right.silhouette.map(mirrorPath).map(numbers)).toEqual(leftSide.silhouette.map(numbers));
  });

  test('every data file is of the edition a drawing is stamped with', () => {
    expect([back.edition, leftSide.edition]).toEqual([ATLAS_EDITION, ATLAS_EDITION]);
  });
});
