// Casebooks: vignettes with the level that clinicians would give, and how far the check agrees with them, answered screen
// by screen as the app asks.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { ConditionAnswer, FactAnswer, FactId, Level } from '../case/index.ts';
import type { CheckInput, PaintedRegion } from './answers.ts';
import { askedFromNothing } from './asked.ts';
import { verdictAssumingNo } from './check.ts';

/** The levels a casebook tells apart; a visit this week and a visit this month are one. */
const CASE_LEVELS = ['emergency', 'urgent-24h', 'see-doctor', 'self-care'] as const;
export type CaseLevel = (typeof CASE_LEVELS)[number];

export interface TriageCase {
  readonly id: string;
  readonly input: CheckInput;
  readonly expectedLevel: CaseLevel;
  readonly acceptableLevels: readonly CaseLevel[];
  readonly mustNotGetSelfCare: boolean;
}

export interface TriageMeasures {
  readonly cases: number;
  readonly exact: number;
  readonly acceptable: number;
  /** Less urgent than acceptable. */
  readonly under: number;
  /** More urgent than acceptable. */
  readonly over: number;
  readonly forbiddenSelfCare: number;
  readonly emergencyBelow24h: number;
  /** Cases that should get self-care and do. */
  readonly selfCarePassed: number;
}

export interface CaseLine {
  readonly id: string;
  readonly expected: CaseLevel;
  /** What comes out at the end of the asked path. */
  readonly got: Level;
  /** What all answers at once give, where whatever is not named is a no. */
  readonly atOnce: Level;
  /** Screens a person sees who opens the app for the first time. */
  readonly screens: number;
  readonly verdict: 'exact' | 'acceptable' | 'under' | 'over';
  readonly because: readonly string[];
}

/** A value from outside that does not fit; `field` is its path, for example `cases.3.facts.fever`. */
export interface BadInput {
  readonly kind: 'bad';
  readonly field: string;
  readonly problem: string;
}

/** What an emergency may get at the least, and the others by their own list. */
export function triageMeasures(
  k: CheckKnowledge,
  cases: readonly TriageCase[],
): { readonly measures: TriageMeasures; readonly lines: readonly CaseLine[] } {
  const lines = cases.map((each) => lineOf(k, each));
  const count = (isCounted: (line: CaseLine, each: TriageCase) => boolean) =>
    lines.filter((line, index) => isCounted(line, cases[index] as TriageCase)).length;
  const measures: TriageMeasures = {
    cases: cases.length,
    exact: count(({ verdict }) => verdict === 'exact'),
    acceptable: count(({ verdict }) => verdict === 'exact' || verdict === 'acceptable'),
    under: count(({ verdict }) => verdict === 'under'),
    over: count(({ verdict }) => verdict === 'over'),
    forbiddenSelfCare: count(({ got }, each) => got === 'self-care' && each.mustNotGetSelfCare),
    emergencyBelow24h: count(
      ({ got, expected }) => expected === 'emergency' && got !== 'emergency' && got !== 'urgent-24h',
    ),
    selfCarePassed: count(({ got, expected }) => expected === 'self-care' && got === 'self-care'),
  };
  return { measures, lines };
}

function lineOf(k: CheckKnowledge, each: TriageCase): CaseLine {
  const { verdict: asked, screens } = askedFromNothing(k, each.input);
  const { kind, because } = asked;
  const got = caseLevel(kind);
  const { id, expectedLevel: expected, acceptableLevels } = each;
  const isUnder = CASE_LEVELS.indexOf(got) > CASE_LEVELS.indexOf(expected);
  const verdict =
    got === expected ? 'exact' : acceptableLevels.includes(got) ? 'acceptable' : isUnder ? 'under' : 'over';
  return {
    id,
    expected,
    got: kind,
    atOnce: verdictAssumingNo(k, each.input).kind,
    screens: screens.length,
    verdict,
    because: because.map(({ rule }) => rule),
  };
}

const caseLevel = (level: Level): CaseLevel => (level === 'see-doctor-soon' ? 'see-doctor' : level);

/** Reads `casebook/triage.json`. */
export function decodeTriageCases(
  k: CheckKnowledge,
  json: unknown,
): { readonly kind: 'ok'; readonly cases: readonly TriageCase[] } | BadInput {
  if (!isObject(json)) return bad('', 'is not an object');
  if (json.schema !== 'unknot/casebook-triage/1') return bad('schema', 'is not unknot/casebook-triage/1');
  if (!Array.isArray(json.cases)) return bad('cases', 'is not a list');
  const cases: TriageCase[] = [];
  for (const [index, each] of json.cases.entries()) {
    const decoded = decodeCase(k, each, `cases.${index}`);
    if (decoded.kind === 'bad') return decoded;
    cases.push(decoded.case);
  }
  return { kind: 'ok', cases };
}

function decodeCase(
  k: CheckKnowledge,
  json: unknown,
  path: string,
): { readonly kind: 'ok'; readonly case: TriageCase } | BadInput {
  if (!isObject(json)) return bad(path, 'is not an object');
  if (typeof json.id !== 'string' || json.id === '') return bad(`${path}.id`, 'is not an id');
  const input = decodeCheckInput(k, json);
  if (input.kind === 'bad') return bad(`${path}.${input.field}`, input.problem);
  const { expectedLevel, acceptableLevels = [expectedLevel], mustNotGetSelfCare = false } = json;
  if (!isCaseLevel(expectedLevel)) return bad(`${path}.expectedLevel`, `is none of ${CASE_LEVELS.join(', ')}`);
  if (!Array.isArray(acceptableLevels) || !acceptableLevels.every(isCaseLevel))
    return bad(`${path}.acceptableLevels`, `holds something that is none of ${CASE_LEVELS.join(', ')}`);
  if (typeof mustNotGetSelfCare !== 'boolean') return bad(`${path}.mustNotGetSelfCare`, 'is neither true nor false');
  return { kind: 'ok', case: { id: json.id, input: input.input, expectedLevel, acceptableLevels, mustNotGetSelfCare } };
}

/**
 * Reads `{age?, sex?, facts, conditions?, painted?}` from outside, as the command line and casebooks give it. The fact
 * `pain-region` is a list of regions and counts as painted, without a side. Conditions are a list of those that hold, or
 * answers by id.
 */
export function decodeCheckInput(
  k: CheckKnowledge,
  json: unknown,
): { readonly kind: 'ok'; readonly input: CheckInput } | BadInput {
  if (!isObject(json)) return bad('', 'is not an object');
  const { age, sex, facts: said = {}, conditions: listed = [], painted: places = [] } = json;
  if (age !== undefined && !(typeof age === 'number' && age >= 0 && age <= 130))
    return bad('age', 'is not an age in years, 0 to 130');
  if (!isObject(said)) return bad('facts', 'is not an object');
  const regions = new Set(k.factMapping.regions.map(({ region }) => region));
  const painted: PaintedRegion[] = [];
  const facts: Record<FactId, FactAnswer> = {};
  for (const [id, answer] of Object.entries(said)) {
    const field = `facts.${id}`;
    const fact = Object.hasOwn(k.facts, id) ? k.facts[id] : undefined;
    if (fact === undefined) return bad(field, 'is not a fact that is known here');
    if (fact.kind === 'body-map') {
      if (!Array.isArray(answer)) return bad(field, 'is not a list of regions');
      for (const region of answer) {
        if (!regions.has(region)) return bad(field, `names a region that is not known here: ${String(region)}`);
        painted.push({ region });
      }
    } else {
      const problem = problemWith(fact.kind, answer);
      if (problem !== null) return bad(field, problem);
      facts[id] = answer as FactAnswer;
    }
  }
  if (!Array.isArray(places)) return bad('painted', 'is not a list');
  for (const [index, place] of places.entries()) {
    const field = `painted.${index}`;
    if (!isObject(place) || !regions.has(place.region as string))
      return bad(`${field}.region`, 'is not a known region');
    const { region, side } = place as { region: string; side: unknown };
    if (side !== undefined && side !== 'left' && side !== 'right' && side !== 'midline')
      return bad(`${field}.side`, 'is none of left, right, midline');
    painted.push(side === undefined ? { region } : { region, side });
  }
  const conditions = decodeConditions(k, listed);
  if (conditions.kind === 'bad') return conditions;
  const known = sex === 'f' || sex === 'female' ? 'female' : sex === 'm' || sex === 'male' ? 'male' : undefined;
  const input: CheckInput = { facts, conditions: conditions.answers, painted };
  return {
    kind: 'ok',
    input: {
      ...input,
      ...(typeof age === 'number' ? { ageYears: age } : {}),
      ...(known === undefined ? {} : { sex: known }),
    },
  };
}

function decodeConditions(
  k: CheckKnowledge,
  json: unknown,
): { readonly kind: 'ok'; readonly answers: Readonly<Record<string, ConditionAnswer>> } | BadInput {
  const known = new Set(k.conditions.map(({ id }) => id));
  if (!Array.isArray(json) && !isObject(json)) return bad('conditions', 'is neither a list nor an object');
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(json)
    ? json.map((id) => [id, true])
    : Object.entries(json);
  const answers: Record<string, ConditionAnswer> = {};
  for (const [id, answer] of pairs) {
    if (typeof id !== 'string' || !known.has(id))
      return bad('conditions', `names a condition that is not known here: ${String(id)}`);
    if (answer !== true && answer !== false && answer !== 'unsure')
      return bad(`conditions.${id}`, 'is none of true, false, "unsure"');
    answers[id] = answer;
  }
  return { kind: 'ok', answers };
}

function problemWith(kind: string, answer: unknown): string | null {
  if (answer === 'unsure' || answer === 'skipped') return null;
  if (kind === 'number' || kind === 'scale-0-10') {
    const most = kind === 'number' ? 5000 : 10;
    return typeof answer === 'number' && answer >= 0 && answer <= most ? null : `is not a number from 0 to ${most}`;
  }
  if (typeof answer === 'boolean') return null;
  if (kind === 'derived' && typeof answer === 'number' && answer >= 0) return null;
  return 'is none of true, false, "unsure", "skipped"';
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isCaseLevel = (level: unknown): level is CaseLevel => CASE_LEVELS.includes(level as CaseLevel);

const bad = (field: string, problem: string): BadInput => ({ kind: 'bad', field, problem });
