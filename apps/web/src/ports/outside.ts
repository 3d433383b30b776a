// What of this device goes on with a server, and what was settled about it. Nothing does until the person says so.

import { signal } from '@preact/signals';
import { drafts } from '../person.ts';
import { OUTSIDE, type Outside, readOutside } from './outside-settings.ts';

/** Null until it was read. */
export const outside = signal<Outside | null>(null);

export async function openOutside(): Promise<Outside> {
  return outside.value ?? readAgain();
}

/** Another window has settled something. */
export async function readAgain(): Promise<Outside> {
  outside.value = readOutside(await drafts.get(OUTSIDE));
  return outside.value;
}

export async function settle(change: Partial<Outside>): Promise<void> {
  // Read anew: another window may have settled something.
  const settled = { ...readOutside(await drafts.get(OUTSIDE)), ...change };
  outside.value = settled;
  await drafts.put(OUTSIDE, JSON.stringify(settled));
}
