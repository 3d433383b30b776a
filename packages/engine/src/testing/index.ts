// Door of what tests compare with: the plain way to compute, and small knowledge.

export { enumerate, type Puzzle, type PuzzleAnswer } from './enumeration.ts';
export { SMALL_MUSCLES, SMALL_PARAMETERS, SMALL_REGIONS, type SmallMuscle, smallKnowledge } from './knowledge.ts';
export {
  type Chance,
  chanceFrom,
  type Person,
  painting,
  personWith,
  personWithout,
  USUAL_WRONGNESS,
} from './people.ts';
