// Door of the inference: from a pain drawing and answers to a ranking of muscles, with reasons and doubts.

export { type DecodedEvidence, decodeEvidence, type Episode, type Evidence } from './evidence.ts';
export {
  type CaseLine,
  type DecodedCasebook,
  decodeIdentifyCasebook,
  type IdentifyCase,
  type IdentifyMeasures,
  identifyMeasures,
} from './measures.ts';
export { type Competitor, type Imitation, type Model, prepare, type RankingKnowledge } from './model.ts';
export { type Asked, type AskOptions, type NextQuestion, nextQuestion } from './next-question.ts';
export { expectedGain, type NextTest, nextTest } from './next-test.ts';
export { type Parameters, readParameters } from './parameters.ts';
export { type Band, bandOf, type Candidate, type OtherExplanation, type Posterior, type Reason, rank } from './rank.ts';
export type { Range } from './redraw.ts';
export type { MuscleSide, Together } from './together.ts';
