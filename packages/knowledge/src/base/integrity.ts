// Does the knowledge hold together? Every id exists, every number says where it comes from, nothing contradicts itself.

import type { Knowledge } from '../schema/index.ts';
import { bodyHolds } from './bodyHolds.ts';
import { careHolds } from './careHolds.ts';
import { checkHolds } from './checkHolds.ts';
import { claimsHold } from './claimsHold.ts';
import { inspect } from './inspection.ts';
import type { Problem } from './problem.ts';
import { sourcesHold } from './sourcesHold.ts';
import { wordsHold } from './wordsHold.ts';

/** All faults of decoded knowledge, by file and field; none: it may be compiled. */
export function checkIntegrity(knowledge: Knowledge): readonly Problem[] {
  const problems: Problem[] = [];
  const inspection = inspect(knowledge, problems);
  for (const holds of [bodyHolds, checkHolds, careHolds, sourcesHold, claimsHold, wordsHold]) holds(inspection);
  return problems;
}
