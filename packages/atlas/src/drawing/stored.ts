// How a drawing is kept as text. Version 1 is JSON with short rows: points as a first x, y and then steps, because
// steps are small. Stored drawings open for ever: a new version adds a reader here and leaves this one alone.
//
//   {"drawing":1,"atlas":"2026.1","marks":[
//     ["stroke","pain","paint","posterior",16,[120,300,4,2],{"intensity":6}],
//     ["region","pain","neck-angle","right",1,{}],
//     ["place","neck-angle","right",{"quality":"ache"}]]}

import { faultOf, type Mark, type PainDrawing, type PlaceMark, type Said } from './marks.ts';

export type Decoded =
  | { readonly kind: 'ok'; readonly drawing: PainDrawing }
  /** `why` names the field; `version` is there when the text is from a newer version. */
  | { readonly kind: 'unreadable'; readonly why: string; readonly version?: number };

export const encodeDrawing = (drawing: PainDrawing): string =>
  JSON.stringify({ drawing: drawing.version, atlas: drawing.atlas, marks: drawing.marks.map(rowOf) });

/** Reads what `encodeDrawing` wrote, now or years ago. Never throws, whatever the text. */
export function decodeDrawing(text: string): Decoded {
  if (typeof text !== 'string') return unreadable('a drawing must be text');
  if (text.length > LONGEST) return unreadable(`a drawing must have at most ${LONGEST} characters, got ${text.length}`);
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return unreadable('a drawing must be JSON');
  }
  if (!isRecord(stored)) return unreadable('a drawing must be an object');
  const { drawing: version, atlas, marks } = stored;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return unreadable('drawing must be a version number');
  if (version > 1) return { ...unreadable(`drawing version ${version} is newer than this app`), version };
  if (typeof atlas !== 'string' || !/^[\w.-]{1,32}$/.test(atlas)) return unreadable('atlas must be an edition');
  if (!Array.isArray(marks) || marks.length > MOST_MARKS)
    return unreadable(`marks must be a list of at most ${MOST_MARKS}`);
  const read: Mark[] = [];
  let work = 0;
  for (const [i, row] of marks.entries()) {
    const mark = markOf(row);
    if (mark === undefined) return unreadable(`marks[${i}] must be a stroke, region or place row`);
    const fault = faultOf(mark);
    if (fault) return unreadable(`marks[${i}]: ${fault}`);
    work += workOf(mark);
    if (work > MOST_WORK) return unreadable('a drawing must be small enough to be painted');
    read.push(mark);
  }
  return { kind: 'ok', drawing: { version: 1, atlas, marks: read } };
}

const LONGEST = 4_000_000;
const MOST_MARKS = 10_000;
/**
 * Square units that are looked at to paint a drawing: some thousand times the body, seconds at most. A text of two
 * million characters could ask for minutes, each time it is opened. Own setting.
 */
const MOST_WORK = 300_000_000;
/** A mark on a whole region looks at about so many. Own setting. */
const REGION_WORK = 150_000;

function workOf(mark: Mark): number {
  if (mark.kind !== 'stroke') return REGION_WORK;
  const { points } = mark;
  const wide = 2 * mark.radius;
  let work = wide * wide;
  for (let i = 2; i < points.length; i += 2) {
    const far = (at: number) => Math.abs((points[at] ?? 0) - (points[at - 2] ?? 0));
    work += (wide + far(i)) * (wide + far(i + 1));
  }
  return work;
}

const unreadable = (why: string) => ({ kind: 'unreadable', why }) as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rowOf(mark: Mark): unknown[] {
  const said = { intensity: mark.intensity, quality: mark.quality };
  if (mark.kind === 'stroke')
    return [mark.kind, mark.layer, mark.mode, mark.view, mark.radius, stepsOf(mark.points), said];
  if (mark.kind === 'region') return [mark.kind, mark.layer, mark.region, mark.side, mark.coverage, said];
  return [mark.kind, mark.region, mark.side, said];
}

/** The mark in a row, not yet checked for its values; nothing when the row has not the shape of a mark. */
function markOf(row: unknown): Mark | undefined {
  if (!Array.isArray(row)) return undefined;
  const said: unknown = row.at(-1);
  if (!isRecord(said)) return undefined;
  const own: Record<string, unknown> = {};
  for (const key of ['intensity', 'quality']) if (Object.hasOwn(said, key)) own[key] = said[key];
  const [kind, ...values] = row.slice(0, -1);
  if (kind === 'stroke' && values.length === 5 && Array.isArray(values[4])) {
    const [layer, mode, view, radius, steps] = values;
    return { kind, layer, mode, view, radius, points: pointsOf(steps), ...(own as Said) };
  }
  if (kind === 'region' && values.length === 4) {
    const [layer, region, side, coverage] = values;
    return { kind, layer, region, side, coverage, ...(own as Said) };
  }
  if (kind === 'place' && values.length === 2) {
    const [region, side] = values;
    return { kind, region, side, ...(own as Pick<PlaceMark, 'intensity' | 'quality'>) };
  }
  return undefined;
}

const stepsOf = (points: readonly number[]): number[] => points.map((value, i) => value - (points[i - 2] ?? 0));

function pointsOf(steps: readonly number[]): number[] {
  const points: number[] = [];
  for (const [i, step] of steps.entries())
    points.push(typeof step === 'number' ? step + (points[i - 2] ?? 0) : Number.NaN);
  return points;
}
