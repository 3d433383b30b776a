// `unknot verify FILE`: is a backup whole? What it holds only the phrase can tell.

import { backupParts } from '@unknot/sync/protocol';
import { BadInput, readBytes, shown } from '../input/index.ts';

/** Bytes above which a file is not even read, as in the app. */
export const LARGEST = 64 * 1024 * 1024;

export const BACKUP_SAYS = {
  foreign: 'is not a backup of Unknot',
  newer: 'was made by a newer Unknot; please use that one',
  damaged: 'is damaged: its end is missing or something in it was changed. Use another copy',
} as const;

export interface Verified {
  readonly whole: true;
  readonly pieces: number;
  readonly bytes: number;
}

/** @throws BadInput when it is not, with the reason */
export async function verify(file: string): Promise<Verified> {
  const bytes = await readBytes(file, LARGEST);
  const parts = backupParts(new Uint8Array(bytes));
  if (parts.kind !== 'whole') throw new BadInput(`${shown(file)} ${BACKUP_SAYS[parts.kind]}`);
  return { whole: true, pieces: parts.envelopes.length, bytes: bytes.length };
}
