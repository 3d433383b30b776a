// The compiled knowledge, read where the repository keeps it; one slice per command, so that a check loads no techniques.

import { readFileSync } from 'node:fs';
import type { CheckKnowledge, IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';

export const checkKnowledge = (): CheckKnowledge => slice('check');
export const identifyKnowledge = (): IdentifyKnowledge => slice('identify');
export const planKnowledge = (): PlanKnowledge => slice('plan');

/** This file and the bundle made of it lie equally deep, so one relative path serves both. */
function slice<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../packages/knowledge/edition/${name}.json`, import.meta.url), 'utf8'));
}
