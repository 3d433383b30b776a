// How well the ranking does on a casebook: cases from the literature with the muscles that the source names.

import { decodeEvidence, type Evidence } from './evidence.ts';
import type { Model } from './model.ts';
import { rank } from './rank.ts';

export interface IdentifyCase {
  readonly id: string;
  readonly evidence: Evidence;
  /** Sides that were painted; a midline case counts for both. */
  readonly sides: readonly string[];
  readonly primary: readonly string[];
  readonly acceptable: readonly string[];
}

export type DecodedCasebook =
  | { readonly kind: 'ok'; readonly cases: readonly IdentifyCase[] }
  | { readonly kind: 'bad'; readonly field: string; readonly problem: string };

export interface IdentifyMeasures {
  readonly cases: number;
  /** Share of cases with a primary muscle ranked first, and within the first three muscles. */
  readonly top1: number;
  readonly top3: number;
  /** Mean of 1 / rank of the best primary muscle. */
  readonly mrr: number;
  /** Mean probability of the best primary muscle. */
  readonly meanProbability: number;
}

export interface CaseLine {
  readonly id: string;
  /** Place of the best primary muscle, from 1; null when it is not ranked. */
  readonly rank: number | null;
  readonly probability: number;
  readonly primary: readonly string[];
  readonly first: readonly string[];
}

/**
 * Reads a casebook. Regions are painted on each of `sides`, midline regions once; what makes it worse or better is taken
 * as context. The free words and the remark of a case are not read: they may name the muscle.
 */
export function decodeIdentifyCasebook(model: Model, input: unknown): DecodedCasebook {
  const bad = (field: string, problem: string): DecodedCasebook => ({ kind: 'bad', field, problem });
  const book = fieldsOf(input);
  if (!book) return bad('casebook', 'must be an object');
  if (typeof book.schema !== 'string' || !book.schema.startsWith('unknot/casebook-identify/')) {
    return bad('schema', 'must be unknot/casebook-identify/1');
  }
  const { cases: list } = book;
  if (!Array.isArray(list)) return bad('cases', 'must be a list');
  const cases: IdentifyCase[] = [];
  for (const [i, value] of list.entries()) {
    const at = `cases[${i}]`;
    const entry = fieldsOf(value);
    if (!entry) return bad(at, 'must be an object');
    const { id, sides, places, expected, aggravatedBy = [], relievedBy = [] } = entry;
    if (typeof id !== 'string') return bad(`${at}.id`, 'must be text');
    if (!isTexts(sides) || sides.length === 0) return bad(`${at}.sides`, 'must be a list of sides');
    const odd = sides.find((side) => side !== 'left' && side !== 'right' && side !== 'midline');
    if (odd !== undefined) return bad(`${at}.sides`, `must be left, right or midline, got ${odd}`);
    if (!Array.isArray(places)) return bad(`${at}.places`, 'must be a list');
    if (!isTexts(aggravatedBy)) return bad(`${at}.aggravatedBy`, 'must be a list of texts');
    if (!isTexts(relievedBy)) return bad(`${at}.relievedBy`, 'must be a list of texts');
    if (!Array.isArray(expected)) return bad(`${at}.expected`, 'must be a list');
    const named = { primary: [] as string[], acceptable: [] as string[] };
    for (const [j, item] of expected.entries()) {
      const { role, muscles } = fieldsOf(item) ?? {};
      if (role !== 'primary' && role !== 'acceptable')
        return bad(`${at}.expected[${j}].role`, 'must be primary or acceptable');
      if (!isTexts(muscles)) return bad(`${at}.expected[${j}].muscles`, 'must be a list of muscles');
      const unknown = muscles.find((muscle) => !model.muscles.has(muscle));
      if (unknown !== undefined) return bad(`${at}.expected[${j}].muscles`, `names no known muscle: ${unknown}`);
      named[role].push(...muscles);
    }
    const decoded = decodeEvidence(model, {
      places: places.flatMap((place: unknown) => paintedOn(model, place, sides)),
      context: aggravatedBy,
    });
    if (decoded.kind === 'bad') return bad(`${at}.${decoded.field}`, decoded.problem);
    cases.push({ id, evidence: decoded.evidence, sides, ...named });
  }
  return { kind: 'ok', cases };
}

export function identifyMeasures(
  model: Model,
  cases: readonly IdentifyCase[],
): { readonly measures: IdentifyMeasures; readonly lines: readonly CaseLine[] } {
  const lines = cases.map((entry) => lineOf(model, entry));
  const mean = (value: (line: CaseLine) => number) =>
    lines.length === 0 ? 0 : lines.reduce((sum, line) => sum + value(line), 0) / lines.length;
  return {
    measures: {
      cases: lines.length,
      top1: mean(({ rank: place }) => (place === 1 ? 1 : 0)),
      top3: mean(({ rank: place }) => (place !== null && place <= 3 ? 1 : 0)),
      mrr: mean(({ rank: place }) => (place === null ? 0 : 1 / place)),
      meanProbability: mean(({ probability }) => probability),
    },
    lines,
  };
}

/** The same muscle on both sides is one answer to "which muscle", so places are counted in muscles. */
function lineOf(model: Model, { id, evidence, sides, primary }: IdentifyCase): CaseLine {
  const counts = (side: string) => sides.includes(side) || sides.includes('midline');
  const { candidates } = rank(model, evidence);
  const order = [...new Set(candidates.map(({ muscle }) => muscle))];
  const best = candidates.find(({ muscle, side }) => primary.includes(muscle) && counts(side));
  return {
    id,
    rank: best ? order.indexOf(best.muscle) + 1 : null,
    probability: best?.probability ?? 0,
    primary,
    first: order.slice(0, 3),
  };
}

function paintedOn(model: Model, place: unknown, sides: readonly string[]): unknown[] {
  const fields = fieldsOf(place);
  if (!fields) return [place];
  const isMidline = model.cellOf.has(`${fields.region}@midline`);
  return (isMidline ? ['midline'] : sides).map((side) => ({ ...fields, side }));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
