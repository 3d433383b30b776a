// Keeping this device in step with the others: switched on, off, and to new words. The exchange itself runs in a worker of
// one window; all windows hear how it stands.

import { signal } from '@preact/signals';
import type { Failed, SyncStatus } from '@unknot/sync/client';
import { drafts } from '../person.ts';
import { leadOne } from './leader.ts';
import { openOutside, readAgain, settle } from './outside.ts';
import { FORMER_PHRASE } from './outside-settings.ts';
import { forgetPhrase, keepPhrase, keptPhrase, keysOfPhrase, ownServer } from './place.ts';
import { keepShares, keptShares } from './shares.ts';
import { openProgress } from './sync-progress.ts';
import { takeWeekBack } from './week-feed.ts';

/** What windows and the worker say to each other. `again`: something was settled anew. */
export type SyncWord =
  | { readonly kind: 'how' | 'again' | 'off' }
  | { readonly kind: 'status'; readonly status: SyncStatus; readonly isMoving: boolean };

/** `isMoving`: new words were chosen, and what lies under the former ones is not deleted yet. */
export interface SyncView extends SyncStatus {
  readonly isMoving: boolean;
}

/** Null: nothing was heard yet. */
export const syncView = signal<SyncView | null>(null);

export type Because = Failed['because'];

const air = new BroadcastChannel('unknot-sync');
let stopHere: (() => void) | null = null;

air.addEventListener('message', ({ data }: MessageEvent<SyncWord>) => {
  if (data.kind === 'status') syncView.value = { ...data.status, isMoving: data.isMoving };
  else if (data.kind !== 'how') {
    stop();
    void readAgain().then(({ sync }) => sync && data.kind === 'again' && startSync());
  }
});

const say = (word: SyncWord) => air.postMessage(word);

/** Runs here, or waits for the window that runs it to close. */
export function startSync(): void {
  stopHere ??= leadOne('unknot-sync', () => {
    const worker = new Worker(new URL('./sync.worker.ts', import.meta.url), { type: 'module' });
    return () => worker.terminate();
  });
  say({ kind: 'how' });
}

function stop(): void {
  stopHere?.();
  stopHere = null;
  syncView.value = null;
}

/** After something was settled anew. */
export function restartSync(): void {
  stop();
  say({ kind: 'again' });
  startSync();
}

/** Keeps these words from now on and begins to exchange. What the server was told under other words counts for nothing. */
async function beginWith(phrase: string, invite: string | null): Promise<void> {
  await openProgress().forget();
  await keepPhrase(phrase);
  await settle({ sync: true, hasWords: true, invite });
  restartSync();
}

/** With words that nothing may lie under yet. @returns why not, or null when it is on */
export async function switchOn(phrase: string, invite: string | null): Promise<Because | null> {
  const server = await ownServer(await keysOfPhrase(phrase), invite ?? undefined);
  const made = await server.create();
  if (made.kind === 'failed') return made.because;
  await beginWith(phrase, invite);
  return null;
}

/** With words that another device uses. `unknown-log`: nothing lies under them here. */
export async function join(phrase: string): Promise<Because | null> {
  const found = await (await ownServer(await keysOfPhrase(phrase))).look();
  if (found.kind === 'failed') return found.because;
  const before = await keptPhrase();
  const { hasWords } = await openOutside();
  // Links and reminders of this device alone lay under words nobody was shown: they end.
  if (before && before !== phrase) {
    await partWith(before);
    if (!hasWords) await drafts.put(FORMER_PHRASE, before);
  }
  await beginWith(phrase, null);
  return null;
}

/** From now on with new words; what lies under the former ones is deleted once everything lies under the new ones. */
export async function moveTo(phrase: string, invite: string | null): Promise<Because | null> {
  const server = await ownServer(await keysOfPhrase(phrase), invite ?? undefined);
  const made = await server.create();
  if (made.kind === 'failed') return made.because;
  const before = await keptPhrase();
  if (before) {
    await partWith(before);
    await drafts.put(FORMER_PHRASE, before);
  }
  await beginWith(phrase, invite);
  return null;
}

/**
 * Ends it here only. The words go from this device; what is on the server and on others stays. Only the words can take
 * back a calendar address, which others can read: where that fails nothing is left, unless the person wants it anyway.
 *
 * @returns whether it was left
 */
export async function leave(anyway = false): Promise<boolean> {
  const isFeedGone = await takeWeekBack();
  if (!isFeedGone && !anyway) return false;
  stop();
  const phrase = await keptPhrase();
  if (phrase) {
    if ((await openOutside()).reminders) await (await import('./push.ts')).turnRemindersOff();
    await partWith(phrase);
  }
  await settle({ sync: false, hasWords: false, invite: null, feed: null });
  say({ kind: 'off' });
  await forgetPhrase();
  await drafts.delete(FORMER_PHRASE);
  await openProgress().forget();
  return true;
}

/**
 * Links and the calendar address lie under the words that were. The links end; the address may come back under other words.
 * Without a line the links run out by themselves.
 */
async function partWith(phrase: string): Promise<void> {
  const { feed } = await openOutside();
  const server = await ownServer(await keysOfPhrase(phrase));
  if (feed) await server.unfeed(feed);
  for (const { id } of await keptShares()) await server.unshare(id);
  await keepShares([]);
}

/** For somebody who deletes the diary: nothing of this device goes on anywhere. What is on the server stays there. */
export async function endEverything(): Promise<void> {
  if (await keptPhrase()) await leave(true);
}

/** Deletes what the server keeps. The diary on this device and the others stays. @returns why not, or null */
export async function deleteOnServer(): Promise<Because | null> {
  const phrase = await keptPhrase();
  if (!phrase) return null;
  stop();
  const gone = await (await ownServer(await keysOfPhrase(phrase))).remove();
  const isGone = gone.kind !== 'failed' || gone.because === 'unknown-log' || gone.because === 'moved';
  if (!isGone) {
    restartSync();
    return gone.because;
  }
  await leave(true);
  return null;
}

/** How many bytes the server keeps for these words, and how many it would. Null: no answer. */
export async function roomOnServer(): Promise<{ bytes: number; quotaBytes: number } | null> {
  const phrase = await keptPhrase();
  const found = phrase ? await (await ownServer(await keysOfPhrase(phrase))).look() : null;
  return found?.kind === 'there' ? found : null;
}
