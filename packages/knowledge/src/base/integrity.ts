import type { Knowledge } from '../schema/index.ts';
import type { Problem } from './problem.ts';
export function checkIntegrity(_knowledge: Knowledge): readonly Problem[] {
  return [];
}
