// The diary as one sealed file, and back. It opens with the words alone, on any device, without a server.

import { isPrivateLine } from '@unknot/journal/exchange';
import { type BackupRead, readBackup, readPhrase, writeBackup } from '@unknot/sync/crypto';
import { addToLog, storageTrouble, wholeLog } from '../person.ts';
import { now } from './clock.ts';
import { openOutside, settle } from './outside.ts';
import { chance, keepPhrase, keptPhrase, keysOfPhrase, ownKeys } from './place.ts';
import { saveFile } from './save-file.ts';

/** Bytes above which a file is not even read. */
const FILE_LIMIT = 64 * 1024 * 1024;

/** Hands the file to the downloads. */
export async function saveBackup(): Promise<void> {
  const { withPrivate } = await openOutside();
  const lines = wholeLog().filter(({ text }) => withPrivate || !isPrivateLine(text));
  const bytes = writeBackup(await ownKeys(), lines, now(), chance);
  const day = new Date(now()).toISOString().slice(0, 10);
  saveFile(`unknot-${day}.backup`, new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  await settle({ backupAt: now() });
}

/** `wrong-phrase` without typed words: the words of this device do not open it, so they must be asked for. */
export type BroughtBack =
  | { readonly kind: 'added'; readonly added: number; readonly already: number; readonly madeAt: number }
  | { readonly kind: 'not-kept' | 'unreadable' | Exclude<BackupRead['kind'], 'opened'> }
  | { readonly kind: 'bad-words'; readonly because: 'count' | 'word' | 'order'; readonly word?: string };

/** @param typed  words as the person typed them; null: those of this device */
export async function bringBack(file: File, typed: string | null): Promise<BroughtBack> {
  if (file.size > FILE_LIMIT) return { kind: 'foreign' };
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (!bytes) return { kind: 'unreadable' };
  const kept = await keptPhrase();
  const words = readPhrase(typed ?? kept ?? '');
  if (words.kind === 'bad') {
    if (typed !== null) return { ...words, kind: 'bad-words' };
    // Is it worth asking for words at all?
    const strange = readBackup(await keysOfPhrase(STRANGER), bytes);
    return strange.kind === 'opened' ? { kind: 'wrong-phrase' } : strange;
  }
  const read = readBackup(await keysOfPhrase(words.phrase), bytes);
  if (read.kind !== 'opened') return read;
  const here = new Set(wholeLog().map(({ id }) => id));
  const fresh = read.entries.filter(({ id }) => !here.has(id));
  await addToLog(fresh);
  if (storageTrouble.value && fresh.length > 0) return { kind: 'not-kept' };
  if (!kept) {
    // The person has these words, so later backups are sealed with them, too.
    await keepPhrase(words.phrase);
    await settle({ hasWords: true });
  }
  return { kind: 'added', added: fresh.length, already: read.entries.length - fresh.length, madeAt: read.madeAt };
}

/** Words of nobody: with them a file can be checked for being whole, not opened. */
const STRANGER = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
