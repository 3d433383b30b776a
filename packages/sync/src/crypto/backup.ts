// A backup: the whole log as one sealed file. It opens with the phrase, on any device, without a server.
//
// Pieces of about 64 KiB are sealed one by one; each knows its number and whether it is the last, so that a file that was
// cut, reordered or mixed with another does not open (as in age and STREAM).

import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import {
  BACKUP_MAGIC,
  type BackupCheck,
  backupParts,
  envelopeBytes,
  FILE_ID_BYTES,
  framed,
  joined,
  pieceId,
} from '../protocol/index.ts';
import { type Entry, entryOf } from './entry.ts';
import type { Keys } from './keys.ts';
import type { Chance } from './phrase.ts';
import { nonceFrom, open, seal } from './seal.ts';

const PIECE_CHARACTERS = 64 * 1024;
const [GOES_ON, LAST] = [0, 1];
const NOWHERE = new Uint8Array(0);

/** @param madeAt  epoch ms; sealed in, shown when it is restored */
export function writeBackup(keys: Keys, entries: readonly Entry[], madeAt: number, chance: Chance): Uint8Array {
  const fileId = chance(FILE_ID_BYTES);
  const texts = piecesOf(entries, madeAt);
  const envelopes = texts.map((text, index) => {
    const contents = joined(Uint8Array.of(index === texts.length - 1 ? LAST : GOES_ON), utf8ToBytes(text));
    const place = { use: 'backup', scope: NOWHERE, id: pieceId(fileId, index) } as const;
    return envelopeBytes(seal(keys.backupKey, place, contents, nonceFrom(chance)));
  });
  const body = joined(BACKUP_MAGIC, fileId, framed(envelopes));
  return joined(body, sha256(body));
}

/** Lines of JSON: the first piece begins with `{"madeAt", "entries"}`, then one line per entry. */
function piecesOf(entries: readonly Entry[], madeAt: number): string[] {
  const pieces: string[] = [];
  let lines = JSON.stringify({ madeAt, entries: entries.length });
  for (const { id, imported, text } of entries) {
    if (lines.length > PIECE_CHARACTERS) {
      pieces.push(lines);
      lines = '';
    }
    lines += `${lines === '' ? '' : '\n'}${JSON.stringify([id, imported ? 1 : 0, text])}`;
  }
  return [...pieces, lines];
}

/** `wrong-phrase`: the file is whole, and sealed with another phrase. The others as `backupParts` says. */
export type BackupRead =
  | { readonly kind: 'opened'; readonly entries: readonly Entry[]; readonly madeAt: number }
  | { readonly kind: 'wrong-phrase' | Exclude<BackupCheck['kind'], 'whole'> };

export function readBackup(keys: Keys, bytes: Uint8Array): BackupRead {
  const parts = backupParts(bytes);
  if (parts.kind !== 'whole') return parts;
  const lines: string[] = [];
  for (const [index, envelope] of parts.envelopes.entries()) {
    const contents = open(keys.backupKey, 'backup', NOWHERE, envelope);
    if (!contents) return { kind: index === 0 ? 'wrong-phrase' : 'damaged' };
    if (contents[0] !== (index === parts.envelopes.length - 1 ? LAST : GOES_ON)) return { kind: 'damaged' };
    lines.push(...bytesToUtf8(contents.subarray(1)).split('\n'));
  }
  return entriesOf(lines) ?? { kind: 'damaged' };
}

function entriesOf([first = '', ...rest]: readonly string[]): BackupRead | null {
  const { madeAt, entries: count } = JSON.parse(first) as { madeAt: number; entries: number };
  const entries = rest.flatMap((line) => entryOf(JSON.parse(line)) ?? []);
  return entries.length === count ? { kind: 'opened', entries, madeAt } : null;
}
