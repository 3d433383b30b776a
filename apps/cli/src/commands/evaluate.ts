// How well the engine does on a casebook. The casebook says itself which kind it is.

import { decodeIdentifyCasebook, identifyMeasures, prepare } from '@unknot/engine/inference';
import { decodePlanCasebook, planMeasures } from '@unknot/engine/plan';
import { decodeTriageCases, triageMeasures } from '@unknot/engine/triage';
import { type Fields, fieldsOf, refuse, refuseAs, shown } from '../input/index.ts';
import { checkKnowledge, identifyKnowledge, planKnowledge } from '../knowledge.ts';

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
  const decoded = decodePlanCasebook(knowledge, check, casebook);
  if (decoded.kind === 'bad') {
    const lists = [knowledge.muscles, knowledge.conditions, Object.values(check.facts)];
    const ids = lists.flatMap((list) => list.map(({ id }) => id));
    refuseAs(decoded, casebook, [...ids, ...Object.keys(knowledge.toolVocabulary)]);
  }
  return planMeasures(knowledge, check, decoded.casebook);
}
