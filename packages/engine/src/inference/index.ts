// Door of the inference: from a pain drawing and answers to a ranking of muscles, with reasons and doubts.

export { type Band, bandOf } from './band.ts';
export { type DecodedEvidence, decodeEvidence, type Episode, type Evidence } from './evidence.ts';
export { expectedGain } from './information.ts';
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
export type { Parameters } from './parameters.ts';
export { type Candidate, type OtherExplanation, type Posterior, rank } from './rank.ts';
export type { Reason } from './reasons.ts';
export type { Range } from './redraw.ts';
export type { MuscleSide, Together } from './together.ts';
