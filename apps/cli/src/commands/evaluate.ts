// How well the engine does on a casebook. The casebook says itself which kind it is.

import { decodeIdentifyCasebook, identifyMeasures, prepare } from '@unknot/engine/inference';
import { type PlanCase, planMeasures } from '@unknot/engine/plan';
import { decodeTriageCases, triageMeasures } from '@unknot/engine/triage';
import { type Fields, fieldsOf, listOf, numberIn, oneOf, refuse, refuseAs, shown, textOf } from '../input/index.ts';
import { checkKnowledge, identifyKnowledge, planKnowledge } from '../knowledge.ts';
import { PLACES, storyIn } from './story.ts';

export interface Evaluation {
  readonly measures: object;
  /** One per case. */
  readonly lines: readonly object[];
}

const KINDS: Readonly<Record<string, (casebook: Fields) => Evaluation>> = {
  'unknot/casebook-identify/1': identify,
  'unknot/casebook-triage/1': triage,
  'unknot/casebook-plan/1': plan,
};

/** @throws {BadInput} naming the field */
export function evaluate(input: unknown): Evaluation {
  const casebook = fieldsOf(input, 'the casebook');
  const { schema } = casebook;
  const measure = typeof schema === 'string' && Object.hasOwn(KINDS, schema) ? KINDS[schema] : undefined;
  if (!measure) refuse('schema', `must be one of ${Object.keys(KINDS).join(', ')}, got ${shown(schema)}`);
  return measure(casebook);
}

function identify(casebook: Fields): Evaluation {
  const model = prepare(identifyKnowledge());
  const decoded = decodeIdentifyCasebook(model, casebook);
  if (decoded.kind === 'bad') refuseAs(decoded, casebook, [...model.muscles.keys()]);
  return identifyMeasures(model, decoded.cases);
}

function triage(casebook: Fields): Evaluation {
  const knowledge = checkKnowledge();
  const decoded = decodeTriageCases(knowledge, casebook);
  if (decoded.kind === 'bad') {
    const conditions = knowledge.conditions.map(({ id }) => id);
    refuseAs(decoded, casebook, [...Object.keys(knowledge.facts), ...conditions]);
  }
  return triageMeasures(knowledge, decoded.cases);
}

function plan(casebook: Fields): Evaluation {
  const [knowledge, check] = [planKnowledge(), checkKnowledge()];
  const muscles = knowledge.muscles.map(({ id }) => id);
  const tools = Object.keys(knowledge.toolVocabulary);
  const texts = (value: unknown, field: string) =>
    listOf(value, field).map((text, i) => textOf(text, `${field}[${i}]`));
  const ids = <T extends string>(value: unknown, field: string, what: string, known: readonly T[]) =>
    listOf(value, field).map((id, i) => oneOf(id, `${field}[${i}]`, what, known));

  const cases = listOf(casebook.cases, 'cases').map((value, i): PlanCase => {
    const at = `cases[${i}]`;
    const entry = fieldsOf(value, at);
    const called = { facts: `${at}.answers`, conditions: `${at}.conditions` };
    const { facts } = storyIn(check, { facts: entry.answers, conditions: entry.conditions }, called);
    return {
      id: textOf(entry.id, `${at}.id`),
      age: numberIn(entry.age, `${at}.age`, 0, 130),
      muscles: ids(entry.muscles, `${at}.muscles`, 'a muscle', muscles),
      side: oneOf(entry.side, `${at}.side`, 'a side', ['left', 'right', 'both', 'midline'] as const),
      maxMinutes: numberIn(entry.maxMinutes, `${at}.maxMinutes`, 1, 24 * 60),
      tools: ids(entry.tools, `${at}.tools`, 'a tool', tools),
      places: ids(entry.places, `${at}.places`, 'a place', PLACES),
      conditions: texts(entry.conditions, `${at}.conditions`),
      answers: facts,
      mustNotContain: texts(entry.mustNotContain, `${at}.mustNotContain`),
      mustContainOneOf: texts(entry.mustContainOneOf, `${at}.mustContainOneOf`),
      usefulOneOf: texts(entry.usefulOneOf, `${at}.usefulOneOf`),
      mustSay: texts(entry.mustSay, `${at}.mustSay`),
    };
  });
  const kinds = Object.entries(fieldsOf(casebook.kindsByTechnique, 'kindsByTechnique'));
  const kindsByTechnique = Object.fromEntries(kinds.map(([id, list]) => [id, texts(list, `kindsByTechnique.${id}`)]));
  return planMeasures(knowledge, check, { schema: 'unknot/casebook-plan/1', kindsByTechnique, cases });
}
