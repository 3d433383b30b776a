// The long form of TRI-04, too slow for every run: 100,000 emergencies buried among unrelated answers.
//
//     npx tsx packages/engine/src/triage/hundredThousand.test-support.ts
//
// Prints how many fell to each level as one line of JSON, with the seed.

import type { Level } from '../case/index.ts';
import { verdictAssumingNo } from './index.ts';
import { knowledge } from './knowledge.test-support.ts';
import { buried, chanceFrom, EMERGENCIES } from './people.test-support.ts';

const SEED = 20261121;
const VARIANTS = 100_000;

const chance = chanceFrom(SEED);
const levels: Partial<Record<Level, number>> = {};
for (let i = 0; i < VARIANTS; i++) {
  const emergency = EMERGENCIES[i % EMERGENCIES.length];
  if (emergency === undefined) throw new Error('there are no emergencies to bury');
  const { kind } = verdictAssumingNo(knowledge, buried(emergency, chance, new Set()));
  levels[kind] = (levels[kind] ?? 0) + 1;
}
console.log(JSON.stringify({ name: 'emergencies among unrelated answers', variants: VARIANTS, seed: SEED, levels }));
