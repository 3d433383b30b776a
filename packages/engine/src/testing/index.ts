// Door of what tests compare with: the plain way to compute, and small knowledge.

export { type DeskDaysResult, deskDays, USUAL_BREAK_LIMITS } from './deskDays.ts';
export { enumerate, type Puzzle, type PuzzleAnswer } from './enumeration.ts';
export { SMALL_MUSCLES, SMALL_REGIONS, type SmallMuscle, smallKnowledge } from './knowledge.ts';
export {
  type BetterOfTwo,
  betterOfTwo,
  type ExperimentFigures,
  experiments,
  type FalseClaims,
  falseClaims,
  type LinkFigures,
  linkFigures,
  reliefByChoice,
  SIX_TECHNIQUES,
  type Unrest,
  USUAL_UNREST,
} from './learning-people.ts';
export { type PlainEffect, plainEffects } from './learning-plainly.ts';
export {
  areaOverlap,
  type Chance,
  chanceFrom,
  type Person,
  painting,
  personWith,
} from './people.ts';
export {
  type Bin,
  type RedrawResult,
  type Reliability,
  type TrialResult,
  trial,
  trialOfHands,
  trialOfIdeal,
  trialOfRedraws,
  trialWithTests,
} from './trial.ts';
