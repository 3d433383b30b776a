// A backup file from outside: whole or not, without opening it.
//
//   "unknot-backup" · version 1 byte · file id 12 bytes · (length · envelope) … · SHA-256 of everything before, 32 bytes
//
// The id of each envelope is the file id and its number, so pieces cannot be swapped between files or moved in one.

import { sha256 } from '@noble/hashes/sha2.js';
import { unframed } from './batch.ts';
import { sameBytes } from './bytes.ts';
import { type Envelope, readEnvelope } from './envelope.ts';

const BACKUP_VERSION = 1;
export const FILE_ID_BYTES = 12;
const NAME = 'unknot-backup';
export const BACKUP_MAGIC = Uint8Array.from([...NAME].map((letter) => letter.charCodeAt(0)).concat(BACKUP_VERSION));
const SUM_BYTES = 32;

interface BackupParts {
  readonly kind: 'whole';
  readonly fileId: Uint8Array;
  readonly envelopes: readonly Envelope[];
}

/** `foreign`: some other file. `newer`: from a newer app. `damaged`: cut short or changed. */
export type BackupCheck = BackupParts | { readonly kind: 'foreign' | 'newer' | 'damaged' };

export function backupParts(bytes: Uint8Array): BackupCheck {
  const name = BACKUP_MAGIC.subarray(0, NAME.length);
  if (!sameBytes(bytes.subarray(0, NAME.length), name)) return { kind: 'foreign' };
  const version = bytes[NAME.length];
  if (version !== undefined && version > BACKUP_VERSION) return { kind: 'newer' };
  const start = BACKUP_MAGIC.length + FILE_ID_BYTES;
  const end = bytes.length - SUM_BYTES;
  if (version !== BACKUP_VERSION || end < start) return { kind: 'damaged' };
  if (!sameBytes(sha256(bytes.subarray(0, end)), bytes.subarray(end))) return { kind: 'damaged' };
  const fileId = bytes.subarray(BACKUP_MAGIC.length, start);
  const envelopes: Envelope[] = [];
  for (const piece of unframed(bytes.subarray(start, end)) ?? []) {
    const envelope = readEnvelope(piece);
    if (!envelope || !sameBytes(envelope.id, pieceId(fileId, envelopes.length))) return { kind: 'damaged' };
    envelopes.push(envelope);
  }
  return envelopes.length > 0 ? { kind: 'whole', fileId, envelopes } : { kind: 'damaged' };
}

export function pieceId(fileId: Uint8Array, index: number): Uint8Array {
  const id = new Uint8Array(FILE_ID_BYTES + 4);
  id.set(fileId);
  new DataView(id.buffer).setUint32(FILE_ID_BYTES, index);
  return id;
}
