// The person's own place on a server: the phrase on this device, the keys that grow out of it, and the server the app came
// from. All of it is fetched only when somebody wants it.

import type { Server } from '@unknot/sync/client';
import type { Keys } from '@unknot/sync/crypto';
import { drafts } from '../person.ts';

/** As secret as the diary it lies beside. */
const PHRASE = 'phrase';

export const chance = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** Twelve words; null: none yet. */
export const keptPhrase = (): Promise<string | null> => drafts.get(PHRASE);
export const keepPhrase = (phrase: string): Promise<void> => drafts.put(PHRASE, phrase);
export const forgetPhrase = (): Promise<void> => drafts.delete(PHRASE);

/** The keys of the kept phrase; without one, of a new phrase that is kept from now on. */
export async function ownKeys(): Promise<Keys> {
  const { keysOf, newPhrase, readPhrase } = await import('@unknot/sync/crypto');
  const kept = readPhrase((await keptPhrase()) ?? '');
  if (kept.kind === 'phrase') return keysOf(kept.entropy);
  const fresh = readPhrase(newPhrase(chance));
  if (fresh.kind !== 'phrase') throw new Error('a new phrase could not be read back');
  await keepPhrase(fresh.phrase);
  return keysOf(fresh.entropy);
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
