import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import anterior from '../../data/views/anterior.json' with { type: 'json' };
import lateralLeft from '../../data/views/lateral-left.json' with { type: 'json' };
import posterior from '../../data/views/posterior.json' with { type: 'json' };
import { mirrorOf, otherSide, type Side, VIEWS, type ViewId, type ViewOutlines } from '../frame/index.ts';
import { bodyMap } from '../region/index.ts';
import {
  addMark,
  clear,
  emptyDrawing,
  extendStroke,
  fieldOf,
  knotsOf,
  LAYERS,
  type Layer,
  type Mark,
  overlap,
  PAIN_QUALITIES,
  type PainDrawing,
  paintField,
  placesOf,
  type StrokeMark,
  saidIn,
  setPlace,
  undo,
} from './index.ts';

const body = bodyMap({ posterior, anterior, 'lateral-left': lateralLeft } as unknown as ViewOutlines);
const drawn = (...marks: Mark[]): PainDrawing => marks.reduce(addMark, emptyDrawing());
const places = (...marks: Mark[]) => placesOf(fieldOf(drawn(...marks), body));
const stroke = (points: number[], more: Partial<StrokeMark> = {}): StrokeMark => ({
  kind: 'stroke',
  layer: 'pain',
  mode: 'paint',
  view: 'posterior',
  radius: 16,
  points,
  ...more,
});
/** The angle between neck and shoulder on the right, from behind. */
const NECK_ANGLE = [84, 270];

const intensity = fc.option(fc.nat(10), { nil: undefined });
const quality = fc.option(fc.constantFrom(...PAIN_QUALITIES), { nil: undefined });
const said = fc
  .record({ intensity, quality })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const x = fc.integer({ min: -420, max: 420 });
const y = fc.integer({ min: 0, max: 1750 });
const path = fc.array(fc.tuple(x, y), { minLength: 1, maxLength: 5 }).map((points) => points.flat());
const strokeMark = fc
  .record({
    kind: fc.constant('stroke' as const),
    layer: fc.constantFrom(...LAYERS),
    mode: fc.constantFrom('paint' as const, 'paint' as const, 'erase' as const),
    view: fc.constantFrom<ViewId>(...VIEWS),
    radius: fc.integer({ min: 4, max: 90 }),
    points: path,
  })
  .chain((mark) => said.map((more) => ({ ...mark, ...more })));
const seen = fc.constantFrom(...VIEWS.flatMap((view) => body[view].regions));
const regionMark = fc
  .record({
    kind: fc.constant('region' as const),
    layer: fc.constantFrom(...LAYERS),
    coverage: fc.constantFrom(0, 0.01, 0.4, 1),
  })
  .chain((mark) =>
    fc.tuple(seen, said).map(([{ region, side }, more]) => ({ ...mark, region, side, ...more }) as Mark),
  );

type Step =
  | { do: 'add'; mark: Mark }
  | { do: 'extend'; points: number[] }
  | { do: 'say'; pick: number; intensity: number | null }
  | { do: 'undo' }
  | { do: 'clear'; layer: Layer | undefined };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: strokeMark.map((mark): Step => ({ do: 'add', mark: mark as Mark })) },
  { weight: 2, arbitrary: regionMark.map((mark): Step => ({ do: 'add', mark })) },
  { weight: 6, arbitrary: path.map((points): Step => ({ do: 'extend', points })) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('say' as const), pick: fc.nat(), intensity: fc.option(fc.nat(10)) }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'undo' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Layer | undefined>(undefined, ...LAYERS).map((layer): Step => ({ do: 'clear', layer })),
  },
);
function take(drawing: PainDrawing, next: Step): PainDrawing {
  if (next.do === 'add') return addMark(drawing, next.mark);
  if (next.do === 'undo') return undo(drawing);
  if (next.do === 'clear') return clear(drawing, next.layer);
  if (next.do === 'extend')
    return drawing.marks.at(-1)?.kind === 'stroke' ? extendStroke(drawing, next.points) : drawing;
  const all = placesOf(fieldOf(drawing, body));
  const place = all[next.pick % Math.max(1, all.length)];
  return place ? setPlace(drawing, place.region, place.side, { intensity: next.intensity }) : drawing;
}

const mirrored = (side: Side) => (side === 'midline' ? side : otherSide(side));
const mirrorMark = (mark: Mark): Mark =>
  mark.kind === 'stroke'
    ? { ...mark, view: mirrorOf(mark.view), points: mark.points.map((value, i) => (i % 2 ? value : 0 - value)) }
    : { ...mark, side: mirrored(mark.side) };

describe('what a drawing covers', () => {
  test('a dab on the angle of the neck is a place there, with what was said', () => {
    const all = places(stroke(NECK_ANGLE, { intensity: 6, quality: 'ache' }));
    const most = all.reduce((a, b) => (b.coverage > a.coverage ? b : a));
    expect(most).toMatchObject({ region: 'neck-angle', side: 'right', intensity: 6, quality: 'ache' });
  });

  test('the knot layer is kept apart from pain', () => {
    const field = fieldOf(drawn(stroke(NECK_ANGLE, { layer: 'knot' })), body);
    expect(placesOf(field)).toEqual([]);
    expect(knotsOf(field)).toContainEqual({ region: 'neck-angle', side: 'right', coverage: expect.any(Number) });
  });

  test('a region chosen by name is covered in full and nothing else is', () => {
    for (const { region, side } of body.posterior.regions) {
      expect(places({ kind: 'region', layer: 'pain', region, side, coverage: 1 })).toEqual([
        { region, side, coverage: 1 },
      ]);
    }
  });

  test('a share of a region is covered to within one cell, and 0 clears it', () => {
    const half: Mark = { kind: 'region', layer: 'pain', region: 'sacrum', side: 'midline', coverage: 0.5 };
    expect(places(half)[0]?.coverage).toBeCloseTo(0.5, 2);
    expect(places(half, { ...half, coverage: 0 })).toEqual([]);
  });

  test('a region chosen by name can be erased with the brush where it is seen best', () => {
    const named: Mark = { kind: 'region', layer: 'pain', region: 'sacrum', side: 'midline', coverage: 1 };
    expect(places(named, stroke([0, 740, 0, 850], { mode: 'erase', radius: 70 }))).toEqual([]);
  });

  test('later marks cover earlier ones, erasing removes', () => {
    const weak = stroke(NECK_ANGLE, { intensity: 2 });
    const strong = stroke(NECK_ANGLE, { intensity: 9 });
    expect(new Set(places(weak, strong).map((place) => place.intensity))).toEqual(new Set([9]));
    expect(places(weak, strong, stroke(NECK_ANGLE, { mode: 'erase', radius: 17 }))).toEqual([]);
  });

  test('intensity is the mean over painted cells, quality the most common', () => {
    const region = { kind: 'region', layer: 'pain', region: 'sacrum', side: 'midline' } as const;
    const [place] = places(
      { ...region, coverage: 1, intensity: 2, quality: 'stiff' },
      stroke([0, 700, 0, 780], { radius: 30, intensity: 7, quality: 'ache' }),
    ).filter(({ region: id }) => id === 'sacrum');
    const map = body.posterior;
    const own = [...map.cells.keys()].filter((i) => map.regions[(map.cells[i] ?? 0) - 1]?.region === 'sacrum');
    const near = own.filter((i) => {
      const cy = map.top + (Math.floor(i / map.columns) + 0.5) * 4;
      const cx = map.left + ((i % map.columns) + 0.5) * 4;
      return Math.hypot(cx, Math.max(0, cy - 780)) <= 30;
    });
    expect(near.length / own.length).toBeGreaterThan(0.5);
    expect(near.length / own.length).toBeLessThan(0.95);
    expect(place?.intensity).toBeCloseTo((7 * near.length + 2 * (own.length - near.length)) / own.length, 1);
    expect(place?.quality).toBe('ache');
  });

  test('what was not said stays unsaid', () => {
    for (const place of places(stroke(NECK_ANGLE))) expect(Object.keys(place)).toEqual(['region', 'side', 'coverage']);
    expect(saidIn(0)).toEqual({});
  });

  test('a slip over a border is left out, a lone dab of any size on the body is not', () => {
    const map = body.posterior;
    const large = places(
      { kind: 'region', layer: 'pain', region: 'sacrum', side: 'midline', coverage: 1 },
      stroke([120, 1000], { radius: 5 }),
    );
    expect(large.map(({ region }) => region)).toEqual(['sacrum']);
    fc.assert(
      fc.property(x, y, (px, py) => {
        const cell = Math.floor((py - map.top) / 4) * map.columns + Math.floor((px - map.left) / 4);
        return !map.cells[cell] || places(stroke([px, py], { radius: 4 })).length > 0;
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  test('full paint on a sliver seen from the side does not count as the whole region', () => {
    const sliver = body['lateral-left'].regions.find(({ region }) => region === 'interscapular-upper');
    expect(sliver?.shown).toBeLessThan(0.05);
    const painted = places(stroke([90, 250, 110, 420], { view: 'lateral-left', radius: 30 }));
    expect(painted.find(({ region }) => region === 'interscapular-upper')?.coverage ?? 0).toBeLessThan(0.2);
  });

  test('places come sorted by region and side', () => {
    const ids = places(stroke([-200, 300, 200, 300]), stroke([0, 100, 0, 800])).map(
      ({ region, side }) => `${region} ${side}`,
    );
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(10);
  });

  test('a mirrored drawing has the mirrored places', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(strokeMark, regionMark), { minLength: 1, maxLength: 4 }), (marks) => {
        const all = marks as Mark[];
        const here = places(...all).map((place) => ({ ...place, side: mirrored(place.side) }));
        const there = places(...all.map(mirrorMark));
        const key = (place: { region: string; side: Side }) => `${place.region} ${place.side}`;
        // Of a region on the midline only a share may differ by the one cell nearest to it.
        for (const place of here) {
          const twin = there.find((other) => key(other) === key(place));
          expect(twin?.coverage).toBeCloseTo(place.coverage, 2);
        }
        expect(here.map(key).sort()).toEqual(there.map(key).sort());
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('painting while the finger moves', () => {
  test('following step by step gives exactly the cells of painting from scratch', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const painter = paintField(body);
        let drawing = emptyDrawing();
        for (const next of steps) {
          drawing = take(drawing, next);
          const live = painter.follow(drawing);
          const fresh = fieldOf(drawing, body);
          for (const layer of LAYERS)
            for (const view of VIEWS)
              if (Buffer.compare(live.cells[layer][view], fresh.cells[layer][view]) !== 0) return false;
        }
        return true;
      }),
      { seed: 20_262, numRuns: 80 },
    );
  });

  test('the same straight strokes sampled more densely cover exactly the same cells', () => {
    fc.assert(
      fc.property(
        x,
        y,
        fc.integer({ min: -12, max: 12 }),
        fc.integer({ min: -12, max: 12 }),
        fc.integer({ min: 2, max: 15 }),
        (px, py, dx, dy, n) => {
          const dense = Array.from({ length: n + 1 }, (_, i) => [px + i * dx, py + i * dy]).flat();
          const sparse = [px, py, px + n * dx, py + n * dy];
          const [a, b] = [dense, sparse].map((points) => fieldOf(drawn(stroke(points)), body).cells.pain.posterior);
          return Buffer.compare(a as Uint8Array, b as Uint8Array) === 0;
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  test('a curve sampled by a slow and by a fast device overlaps to 97 % or better', () => {
    const curve = (samples: number) =>
      Array.from({ length: samples + 1 }, (_, i) => {
        const t = i / samples;
        return [60 + 110 * t + 20 * Math.sin(9 * t), 270 + 330 * t];
      }).flat();
    const fine = fieldOf(drawn(stroke(curve(600))), body);
    for (const samples of [30, 60, 120, 240]) {
      expect(overlap(fine, fieldOf(drawn(stroke(curve(samples))), body))).toBeGreaterThanOrEqual(0.97);
    }
  });

  test('points that do not move are not kept', () => {
    const drawing = extendStroke(drawn(stroke([10, 300])), [10.2, 300.3, 10.4, 299.8, 14, 301]);
    expect((drawing.marks[0] as StrokeMark).points).toEqual([10, 300, 14, 301]);
    expect(extendStroke(drawing, [14.1, 301])).toBe(drawing);
  });
});

describe('changing a drawing', () => {
  test('undo takes back exactly the last mark, clear one layer or all', () => {
    const pain = drawn(stroke(NECK_ANGLE));
    const both = addMark(pain, stroke(NECK_ANGLE, { layer: 'knot' }));
    expect(undo(both)).toEqual(pain);
    expect(clear(both, 'knot')).toEqual(pain);
    expect(clear(both)).toEqual(emptyDrawing());
    expect(undo(emptyDrawing())).toEqual(emptyDrawing());
  });

  test('a place can be described afterwards, taken back, and only that place changes', () => {
    const drawing = drawn(stroke([84, 270, 84, 560], { intensity: 3, quality: 'ache' }));
    const before = placesOf(fieldOf(drawing, body));
    const after = setPlace(drawing, 'neck-angle', 'right', { intensity: 8 });
    for (const place of placesOf(fieldOf(after, body))) {
      const old = before.find(({ region, side }) => region === place.region && side === place.side);
      expect(place).toEqual(place.region === 'neck-angle' ? { ...old, intensity: 8 } : old);
    }
    const unsaid = setPlace(after, 'neck-angle', 'right', { intensity: null, quality: null });
    const place = placesOf(fieldOf(unsaid, body)).find(({ region }) => region === 'neck-angle');
    expect(place).not.toHaveProperty('intensity');
    expect(place).not.toHaveProperty('quality');
  });

  test('moving a slider leaves one mark', () => {
    let drawing = drawn(stroke(NECK_ANGLE));
    for (const value of [1, 4, 7]) drawing = setPlace(drawing, 'neck-angle', 'right', { intensity: value });
    drawing = setPlace(drawing, 'neck-angle', 'right', { quality: 'burning' });
    expect(drawing.marks.slice(1)).toEqual([
      { kind: 'place', region: 'neck-angle', side: 'right', intensity: 7, quality: 'burning' },
    ]);
  });

  test('a value out of range is refused and the field is named', () => {
    expect(() => addMark(emptyDrawing(), stroke(NECK_ANGLE, { intensity: 11 }))).toThrow(/intensity/);
    expect(() => addMark(emptyDrawing(), stroke([Number.NaN, 3]))).toThrow(/points/);
    expect(() => extendStroke(emptyDrawing(), [1, 2])).toThrow(/stroke/);
  });

  test('overlap is 1 for the same paint, 0 for paint elsewhere or none', () => {
    const a = fieldOf(drawn(stroke(NECK_ANGLE)), body);
    expect(overlap(a, a)).toBe(1);
    expect(overlap(a, fieldOf(drawn(stroke([84, 700])), body))).toBe(0);
    expect(overlap(a, fieldOf(emptyDrawing(), body))).toBe(0);
  });
});
