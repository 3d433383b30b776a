// One line of a log, sealed and opened. What the line says is nobody's business here.

import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { envelopeBytes, ID_BYTES, readEnvelope } from '../protocol/index.ts';
import type { Keys } from './keys.ts';
import type { Chance } from './phrase.ts';
import { nonceFrom, open, seal } from './seal.ts';

/** As the journal keeps it: text that is carried character for character. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  /** It came from a file once, so it may warn but never reassure. */
  readonly imported: boolean;
}

/** The same on every device that knows the phrase, so that the same entry is never kept twice. */
export const envelopeId = (keys: Keys, entryId: string): Uint8Array =>
  hmac(sha256, keys.nameKey, utf8ToBytes(entryId)).subarray(0, ID_BYTES);

export function sealEntry(keys: Keys, entry: Entry, chance: Chance): Uint8Array {
  const id = envelopeId(keys, entry.id);
  const place = { use: 'entry', scope: keys.logId, id } as const;
  return envelopeBytes(seal(keys.entryKey, place, entryContents(entry), nonceFrom(chance)));
}

/** Null when it cannot be opened, or holds something else than its id says. */
export function openEntry(keys: Keys, bytes: Uint8Array): Entry | null {
  const envelope = readEnvelope(bytes);
  const contents = envelope && open(keys.entryKey, 'entry', keys.logId, envelope);
  return contents && entryOfContents(contents);
}

/** JSON escapes what UTF-8 cannot carry (half a surrogate pair), so every text comes back as it was. */
const entryContents = ({ id, text, imported }: Entry): Uint8Array =>
  utf8ToBytes(JSON.stringify([id, imported ? 1 : 0, text]));

function entryOfContents(contents: Uint8Array): Entry | null {
  try {
    const told: unknown = JSON.parse(bytesToUtf8(contents));
    return Array.isArray(told) ? entryOf(told) : null;
  } catch {
    return null;
  }
}

/** `[id, imported as 0 or 1, text]` */
export function entryOf(told: readonly unknown[]): Entry | null {
  const [id, imported, text] = told;
  const isEntry = told.length === 3 && typeof id === 'string' && typeof text === 'string';
  return isEntry && (imported === 0 || imported === 1) ? { id, text, imported: imported === 1 } : null;
}
