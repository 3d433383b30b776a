// The door of learning: what helps this person, how sure that is, and how to find out.

export {
  type Chance,
  type Changes,
  chanceOf,
  drawnChanges,
  helpedBefore,
  learnedChanges,
  noHelp,
} from './choice.ts';
export {
  type Comparison,
  compare,
  type Estimate,
  type Learned,
  learn,
  type Response,
  type TechniqueEffect,
} from './effects.ts';
export {
  type Arm,
  armOf,
  armsInOrder,
  type Experiment,
  type ExperimentSession,
  type ExperimentState,
  experimentState,
  MOST_SESSIONS,
} from './experiment.ts';
export { FACTORS, type Factor, type Level, type Link, linksOf, type ToldDay } from './links.ts';
export {
  type DoneSession,
  type EffectKnowledge,
  type Expectations,
  expectations,
  type Practice,
  practiceOf,
} from './practice.ts';
