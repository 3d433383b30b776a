// The long form of TRI-04, too slow for every run: 100,000 emergencies buried among unrelated answers, each answered screen
// by screen as the app asks, from nothing known to the last question.
//
//     npx tsx packages/engine/src/triage/hundredThousand.test-support.ts [how many]
//
// Prints, as one line of JSON with the seed, how many ended at each level, and how many of them milder than all answers
// at once give.

import { LEVELS, type Level } from '../case/index.ts';
import { askedFromNothing, verdictAssumingNo } from './index.ts';
import { knowledge } from './knowledge.test-support.ts';
import { buried, chanceFrom, EMERGENCIES } from './people.test-support.ts';

const SEED = 20261121;
const variants = Number(process.argv[2] ?? 100_000);

const chance = chanceFrom(SEED);
const levels: Partial<Record<Level, number>> = {};
let milderWhenAsked = 0;
for (let i = 0; i < variants; i++) {
  const emergency = EMERGENCIES[i % EMERGENCIES.length];
  if (emergency === undefined) throw new Error('there are no emergencies to bury');
  const person = buried(emergency, chance, new Set());
  const { kind } = askedFromNothing(knowledge, person).verdict;
  levels[kind] = (levels[kind] ?? 0) + 1;
  if (LEVELS.indexOf(kind) > LEVELS.indexOf(verdictAssumingNo(knowledge, person).kind)) milderWhenAsked += 1;
}
console.log(
  JSON.stringify({
    name: 'emergencies among unrelated answers, screen by screen',
    variants,
    seed: SEED,
    levels,
    milderWhenAsked,
  }),
);
