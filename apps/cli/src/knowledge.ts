// The compiled knowledge and the atlas, read where the repository keeps them; one slice per command, so that a check loads
// no techniques.

import { readFileSync } from 'node:fs';
import type { ViewOutline, ViewOutlines } from '@unknot/atlas/frame';
import type { CheckKnowledge, IdentifyKnowledge, LibraryKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';

export const checkKnowledge = (): CheckKnowledge => slice('check');
export const identifyKnowledge = (): IdentifyKnowledge => slice('identify');
export const planKnowledge = (): PlanKnowledge => slice('plan');
export const libraryKnowledge = (): LibraryKnowledge => slice('library');

/** What every view of the body needs to be painted on. */
export const outlines = (): ViewOutlines => ({
  posterior: outline('posterior'),
  anterior: outline('anterior'),
  'lateral-left': outline('lateral-left'),
});

const slice = <T>(name: string): T => json(`knowledge/edition/${name}.json`);
const outline = (view: string): ViewOutline => json(`atlas/data/views/${view}.json`);

/** This file and the bundle made of it lie equally deep, so one relative path serves both. */
function json<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../../packages/${path}`, import.meta.url), 'utf8'));
}
