// The person's own place on a server: the phrase on this device, the keys that grow out of it, and the server the app came
// from. All of it is fetched only when somebody wants it.

import type { Server } from '@unknot/sync/client';
import type { Keys } from '@unknot/sync/crypto';
import { drafts } from '../person.ts';
import { PHRASE } from './outside-settings.ts';

export const chance = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** Twelve words, as secret as the diary they lie beside; null: none yet. */
export const keptPhrase = (): Promise<string | null> => drafts.get(PHRASE);
export const keepPhrase = (phrase: string): Promise<void> => drafts.put(PHRASE, phrase);
export const forgetPhrase = (): Promise<void> => drafts.delete(PHRASE);

/** @throws when the words are no phrase: they must have been read with `readPhrase` */
export async function keysOfPhrase(phrase: string): Promise<Keys> {
  const { keysOf, readPhrase } = await import('@unknot/sync/crypto');
  const read = readPhrase(phrase);
  if (read.kind !== 'phrase') throw new Error('keys grow out of a whole phrase only');
  return keysOf(read.entropy);
}

/** The keys of the kept phrase; without one, of a new phrase that is kept from now on. */
export const ownKeys = async (): Promise<Keys> => keysOfPhrase(await ownPhrase());

/** The kept phrase, or a new one that is kept from now on. */
export async function ownPhrase(): Promise<string> {
  const kept = await keptPhrase();
  if (kept) return kept;
  const { newPhrase } = await import('@unknot/sync/crypto');
  const fresh = newPhrase(chance);
  await keepPhrase(fresh);
  return fresh;
}

/** The server this app came from, for whoever holds these keys. */
export async function ownServer(keys: Keys, invite?: string): Promise<Server> {
  const { serverAt } = await import('@unknot/sync/client');
  return serverAt({
    base: '',
    credential: keys,
    fetch: (address, init) => fetch(address, init),
    ...(invite ? { invite } : {}),
  });
}

/** What that server can do; null: it only hands out files. */
export async function capabilities() {
  const { capabilitiesOf } = await import('@unknot/sync/client');
  return capabilitiesOf('', (address, init) => fetch(address, init));
}
