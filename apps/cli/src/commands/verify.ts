// `unknot verify FILE`: is a backup whole? What it holds only the phrase can tell.

import { readFile } from 'node:fs/promises';
import { backupParts } from '@unknot/sync/protocol';
import { BadInput, shown } from '../input/index.ts';

const SAYS = {
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
  const bytes = await readFile(file).catch(() => {
    throw new BadInput(`cannot read ${shown(file)}`);
  });
  const parts = backupParts(new Uint8Array(bytes));
  if (parts.kind !== 'whole') throw new BadInput(`${shown(file)} ${SAYS[parts.kind]}`);
  return { whole: true, pieces: parts.envelopes.length, bytes: bytes.length };
}
