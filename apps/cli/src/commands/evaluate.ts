// How well the engine does on a casebook. The casebook says itself which kind it is.

import { decodeIdentifyCasebook, identifyMeasures, prepare } from '@unknot/engine/inference';
import { decodeTriageCases, triageMeasures } from '@unknot/engine/triage';
import { fieldsOf, refuse, refuseAs, shown } from '../input/index.ts';
import { checkKnowledge, identifyKnowledge } from '../knowledge.ts';

export interface Evaluation {
  readonly measures: object;
  /** One per case. */
  readonly lines: readonly object[];
}

const KINDS: Readonly<Record<string, (casebook: unknown) => Evaluation>> = {
  'unknot/casebook-identify/1': identify,
  'unknot/casebook-triage/1': triage,
};

/** @throws {BadInput} naming the field */
export function evaluate(casebook: unknown): Evaluation {
  const { schema } = fieldsOf(casebook, 'the casebook');
  const measure = typeof schema === 'string' ? KINDS[schema] : undefined;
  if (!measure) refuse('schema', `must be one of ${Object.keys(KINDS).join(', ')}, got ${shown(schema)}`);
  return measure(casebook);
}

function identify(casebook: unknown): Evaluation {
  const model = prepare(identifyKnowledge());
  const decoded = decodeIdentifyCasebook(model, casebook);
  if (decoded.kind === 'bad') refuseAs(decoded, casebook, [...model.muscles.keys()]);
  return identifyMeasures(model, decoded.cases);
}

function triage(casebook: unknown): Evaluation {
  const knowledge = checkKnowledge();
  const decoded = decodeTriageCases(knowledge, casebook);
  if (decoded.kind === 'bad') {
    const conditions = knowledge.conditions.map(({ id }) => id);
    refuseAs(decoded, casebook, [...Object.keys(knowledge.facts), ...conditions]);
  }
  return triageMeasures(knowledge, decoded.cases);
}
