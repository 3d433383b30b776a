// What grows out of the phrase. Each key has one use, so none of them tells anything about another.

import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Credential, LOG_BYTES, TOKEN_BYTES } from '../protocol/index.ts';

export interface Keys extends Credential {
  /** Seals entries. */
  readonly entryKey: Uint8Array;
  /** Names envelopes: the same entry gets the same id on every device, and the id says nothing of the entry. */
  readonly nameKey: Uint8Array;
  /** Seals backup files. */
  readonly backupKey: Uint8Array;
}

/** @param entropy  16 bytes of the phrase */
export function keysOf(entropy: Uint8Array): Keys {
  const grown = (use: string, bytes: number) =>
    hkdf(sha256, entropy, utf8ToBytes('unknot/sync/1'), utf8ToBytes(use), bytes);
  return {
    logId: grown('log id', LOG_BYTES),
    token: grown('access token', TOKEN_BYTES),
    entryKey: grown('entry key', 32),
    nameKey: grown('name key', 32),
    backupKey: grown('backup key', 32),
  };
}
