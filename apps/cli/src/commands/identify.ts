// Which muscles fit a drawing?

import { decodeEvidence, nextQuestion, prepare, rank } from '@unknot/engine/inference';
import { refuseAs } from '../input/index.ts';
import { identifyKnowledge } from '../knowledge.ts';

/** Whoever asks for muscles sees this many at most; the rest is noise. */
const MOST_CANDIDATES = 10;

/** @throws {BadInput} naming the field */
export function identify(input: unknown) {
  const knowledge = identifyKnowledge();
  const model = prepare(knowledge);
  const decoded = decodeEvidence(model, input);
  if (decoded.kind === 'bad') {
    const known = [...model.cellOf.keys()].map((key) => key.split('@')[0] ?? '').concat([...model.tests.keys()]);
    refuseAs(decoded, input, known);
  }
  const posterior = rank(model, decoded.evidence);
  const next = nextQuestion(model, decoded.evidence, { kinds: ['test'] });
  return {
    candidates: posterior.candidates.slice(0, MOST_CANDIDATES),
    other: posterior.other,
    ...(next?.kind === 'test'
      ? { nextTest: { test: next.test, muscle: next.muscle, side: next.side, gain: next.gain } }
      : {}),
    together: posterior.together,
    nothingFits: posterior.nothingFits,
  };
}
