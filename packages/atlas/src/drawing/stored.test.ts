import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMark, decodeDrawing, emptyDrawing, encodeDrawing, type PainDrawing } from './index.ts';
import sample from './stored-v1.sample.json' with { type: 'json' };

const drawing: PainDrawing = [
  {
    kind: 'stroke',
    layer: 'pain',
    mode: 'paint',
    view: 'posterior',
    radius: 16,
    points: [84, 270, 90, 282, 88, 301],
    intensity: 6,
    quality: 'ache',
  },
  { kind: 'stroke', layer: 'knot', mode: 'paint', view: 'lateral-right', radius: 12, points: [-40, 320] },
  { kind: 'stroke', layer: 'pain', mode: 'erase', view: 'posterior', radius: 8, points: [90, 282] },
  { kind: 'region', layer: 'pain', region: 'sacrum', side: 'midline', coverage: 0.5, intensity: 0 },
  { kind: 'place', region: 'neck-angle', side: 'right', intensity: null, quality: 'burning' },
].reduce((all, mark) => addMark(all, mark as never), emptyDrawing());

/** The stored rows of `drawing` with one of them changed. */
function spoilt(change: (rows: unknown[][]) => void): string {
  const stored = JSON.parse(encodeDrawing(drawing));
  change(stored.marks);
  return JSON.stringify(stored);
}

describe('stored drawings', () => {
  test('a drawing stored in version 1 opens for ever', () => {
    const opened = decodeDrawing(sample.stored);
    expect(opened).toEqual({ kind: 'ok', drawing: { ...drawing, atlas: '2026.1' } });
  });

  test('what is stored comes back unchanged', () => {
    expect(decodeDrawing(encodeDrawing(drawing))).toEqual({ kind: 'ok', drawing });
    expect(decodeDrawing(encodeDrawing(emptyDrawing()))).toEqual({ kind: 'ok', drawing: emptyDrawing() });
  });

  test.each([
    ['intensity', (rows: unknown[][]) => rows[0]?.splice(6, 1, { intensity: 11 })],
    ['quality', (rows: unknown[][]) => rows[0]?.splice(6, 1, { quality: '<script>' })],
    ['radius', (rows: unknown[][]) => rows[0]?.splice(4, 1, 0)],
    ['view', (rows: unknown[][]) => rows[0]?.splice(3, 1, '__proto__')],
    ['points', (rows: unknown[][]) => rows[0]?.splice(5, 1, [1, 2, 1e9, 0])],
    ['points', (rows: unknown[][]) => rows[0]?.splice(5, 1, [1, { valueOf: 3 }])],
    ['coverage', (rows: unknown[][]) => rows[3]?.splice(4, 1, 1.01)],
    ['side', (rows: unknown[][]) => rows[4]?.splice(2, 1, 'both')],
    ['region', (rows: unknown[][]) => rows[4]?.splice(1, 1, '../../etc')],
  ])('a value out of range is refused and %s is named', (field, change) => {
    const opened = decodeDrawing(spoilt(change));
    expect(opened).toMatchObject({
      kind: 'unreadable',
      why: expect.stringMatching(new RegExp(`marks\\[\\d\\].*${field}`)),
    });
  });

  test('a newer version is kept apart from a broken one', () => {
    expect(decodeDrawing('{"drawing":2,"marks":"?"}')).toMatchObject({ kind: 'unreadable', version: 2 });
    expect(decodeDrawing('{"drawing":0}')).not.toHaveProperty('version');
  });

  test('a small text that would take minutes to paint is not opened; a whole hour of painting is', () => {
    const zigzag = Array.from({ length: 4_000 }, (_, n) => (n % 4 < 2 ? 390 : -390));
    const row = (radius: number, steps: number[]) => ['stroke', 'pain', 'paint', 'posterior', radius, steps, {}];
    const stored = (marks: unknown[][]) => decodeDrawing(JSON.stringify({ drawing: 1, atlas: '2026.1', marks })).kind;
    expect(stored([row(200, zigzag)])).toBe('unreadable');
    expect(stored(Array.from({ length: 9_000 }, () => ['region', 'pain', 'sacrum', 'midline', 1, {}]))).toBe(
      'unreadable',
    );
    const finger = Array.from({ length: 400 }, (_, n) => (n % 20 < 10 ? 3 : -3));
    expect(stored(Array.from({ length: 500 }, () => row(16, finger)))).toBe('ok');
  });

  test('no text makes it throw', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const near = fc.array(fc.oneof(value, fc.array(value)), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          value.map((any) => JSON.stringify(any)),
          near.map((marks) => JSON.stringify({ drawing: 1, atlas: '2026.1', marks })),
          fc.nat(400).map((cut) => encodeDrawing(drawing).slice(0, cut)),
          fc
            .tuple(fc.nat(5), fc.nat(7), value)
            .map(([row, column, any]) => spoilt((rows) => void rows[row]?.splice(column, 1, any))),
        ),
        (text) => ['ok', 'unreadable'].includes(decodeDrawing(text).kind),
      ),
      { seed: 7, numRuns: 1500 },
    );
    expect(decodeDrawing(`[${'['.repeat(100_000)}`).kind).toBe('unreadable');
    expect(decodeDrawing(' '.repeat(5_000_000)).kind).toBe('unreadable');
    expect(decodeDrawing(undefined as never).kind).toBe('unreadable');
  });
});
