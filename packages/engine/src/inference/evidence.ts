// What a person has told so far, as the ranking takes it; and the door that refuses what it cannot be.

import type { MuscleId, PairedSide, Side } from '@unknot/atlas/frame';
import { type Findings, type KnotPlace, PAIN_QUALITIES, type PainPlace } from '../case/index.ts';
import { cellKey, type Model } from './model.ts';

export interface Evidence {
  readonly places: readonly PainPlace[];
  readonly knots?: readonly KnotPlace[];
  readonly findings?: Findings;
  /** Ids of perpetuating factors, or what makes it worse in the person's words. */
  readonly context?: readonly string[];
  /** Muscles that were treated before with relief. Once or often counts the same. */
  readonly earlier?: readonly Episode[];
}

/** A muscle whose care brought relief in an earlier episode. */
export interface Episode {
  readonly muscle: MuscleId;
  readonly side: PairedSide;
}

export type DecodedEvidence =
  | { readonly kind: 'ok'; readonly evidence: Evidence }
  | { readonly kind: 'bad'; readonly field: string; readonly problem: string };

/** More entries than this are no drawing of a person. */
const MOST_ENTRIES = 1000;
const LONGEST_WORDS = 500;

/**
 * Reads evidence from outside. Unknown regions, tests and fields, numbers out of range, a place painted twice and a
 * midline region with a side are refused with the name of the field; nothing is repaired.
 */
export function decodeEvidence(model: Model, input: unknown): DecodedEvidence {
  try {
    const source = record(input, 'evidence');
    known(source, ['places', 'knots', 'findings', 'context', 'earlier'], '');
    const places = list(source.places ?? [], 'places').map((value, i) => painPlace(model, value, `places[${i}]`));
    const knots = list(source.knots ?? [], 'knots').map((value, i) => knotPlace(model, value, `knots[${i}]`));
    once(places, 'places');
    once(knots, 'knots');
    const context = list(source.context ?? [], 'context').map((value, i) => {
      if (typeof value !== 'string' || value.trim() === '') throw new Bad(`context[${i}]`, 'must be text');
      if (value.length > LONGEST_WORDS) throw new Bad(`context[${i}]`, `is longer than ${LONGEST_WORDS} characters`);
      return value;
    });
    const findings = decodeFindings(model, source.findings ?? {});
    if (source.earlier === undefined) return { kind: 'ok', evidence: { places, knots, findings, context } };
    const earlier = list(source.earlier, 'earlier').map((value, i) => episode(model, value, `earlier[${i}]`));
    return { kind: 'ok', evidence: { places, knots, findings, context, earlier } };
  } catch (problem) {
    if (problem instanceof Bad) return { kind: 'bad', field: problem.field, problem: problem.message };
    throw problem;
  }
}

class Bad extends Error {
  readonly field: string;
  constructor(field: string, problem: string) {
    super(problem);
    this.field = field;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function record(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Bad(field, 'must be an object');
  return value as Fields;
}

function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Bad(field, 'must be a list');
  if (value.length > MOST_ENTRIES) throw new Bad(field, `has more than ${MOST_ENTRIES} entries`);
  return value;
}

function known(fields: Fields, names: readonly string[], at: string): void {
  for (const name of Object.keys(fields)) {
    if (!names.includes(name)) throw new Bad(at ? `${at}.${name}` : name, 'is not a field of the evidence');
  }
}

function within(value: unknown, most: number, field: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= most)) {
    throw new Bad(field, `must be a number from 0 to ${most}`);
  }
  return value;
}

function cellFields(model: Model, fields: Fields, at: string): KnotPlace {
  const { region, side } = fields;
  if (typeof region !== 'string') throw new Bad(`${at}.region`, 'must be the id of a region');
  const sides = (['left', 'right', 'midline'] as const).filter((s) => model.cellOf.has(cellKey(region, s)));
  if (sides.length === 0) throw new Bad(`${at}.region`, `names no known region: ${region.slice(0, 80)}`);
  if (!sides.includes(side as Side)) throw new Bad(`${at}.side`, `must be ${sides.join(' or ')} for ${region}`);
  return { region, side: side as Side, coverage: within(fields.coverage, 1, `${at}.coverage`) };
}

function painPlace(model: Model, value: unknown, at: string): PainPlace {
  const fields = record(value, at);
  known(fields, ['region', 'side', 'coverage', 'intensity', 'quality'], at);
  const { intensity, quality } = fields;
  const named = PAIN_QUALITIES.find((name) => name === quality);
  if (quality !== undefined && !named) throw new Bad(`${at}.quality`, `must be one of ${PAIN_QUALITIES.join(', ')}`);
  return {
    ...cellFields(model, fields, at),
    ...(intensity === undefined ? {} : { intensity: within(intensity, 10, `${at}.intensity`) }),
    ...(named ? { quality: named } : {}),
  };
}

function knotPlace(model: Model, value: unknown, at: string): KnotPlace {
  const fields = record(value, at);
  known(fields, ['region', 'side', 'coverage'], at);
  return cellFields(model, fields, at);
}

function episode(model: Model, value: unknown, at: string): Episode {
  const fields = record(value, at);
  known(fields, ['muscle', 'side'], at);
  const { muscle, side } = fields;
  if (typeof muscle !== 'string' || !model.muscles.has(muscle)) throw new Bad(`${at}.muscle`, 'names no known muscle');
  if (side !== 'left' && side !== 'right') throw new Bad(`${at}.side`, 'must be left or right');
  return { muscle, side };
}

function once(places: readonly KnotPlace[], field: string): void {
  const seen = new Set<string>();
  places.forEach(({ region, side }, i) => {
    const key = cellKey(region, side);
    if (seen.has(key)) throw new Bad(`${field}[${i}]`, `${region} on the ${side} is there twice`);
    seen.add(key);
  });
}

function decodeFindings(model: Model, value: unknown): Findings {
  const findings = record(value, 'findings');
  for (const [key, answer] of Object.entries(findings)) {
    const field = `findings.${key.slice(0, 80)}`;
    const { test, side } = findingKey(key);
    if (!model.tests.has(test)) throw new Bad(field, 'names no known self-test');
    if (side !== undefined && side !== 'left' && side !== 'right') throw new Bad(field, 'must end in @left or @right');
    if (answer !== 'yes' && answer !== 'no' && answer !== 'unsure') throw new Bad(field, 'must be yes, no or unsure');
    if (side !== undefined && Object.hasOwn(findings, test)) {
      throw new Bad(field, 'is answered both with and without a side');
    }
  }
  return findings as Findings;
}

/** `levator-scapulae-press@left` → the test and the side; without @ it was answered for the painful side. */
export function findingKey(key: string): { readonly test: string; readonly side: string | undefined } {
  const at = key.indexOf('@');
  return at === -1 ? { test: key, side: undefined } : { test: key.slice(0, at), side: key.slice(at + 1) };
}
