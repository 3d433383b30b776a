// Sealing and opening: XChaCha20-Poly1305 with a fresh random nonce, contents padded so that their size tells little.

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Envelope, joined, NONCE_BYTES } from '../protocol/index.ts';
import type { Chance } from './phrase.ts';

/** What an envelope is for. It is sealed in, so that nothing can be taken for something else. */
export type Use = 'entry' | 'backup' | 'share';

/** Nobody sees a difference between contents below this size. Own setting. */
const LEAST_BYTES = 256;

/**
 * @param scope  what else it is bound to: the log of an entry; empty for the others
 * @param nonce  24 bytes of chance, never used twice with one key
 */
export function seal(
  key: Uint8Array,
  { use, scope, id }: { use: Use; scope: Uint8Array; id: Uint8Array },
  contents: Uint8Array,
  nonce: Uint8Array,
): Envelope {
  return { id, nonce, sealed: xchacha20poly1305(key, nonce, bound(use, scope, id)).encrypt(padded(contents)) };
}

export const nonceFrom = (chance: Chance): Uint8Array => chance(NONCE_BYTES);

/** Null when key, id, use or scope are others than those it was sealed with, or a single bit was changed. */
export function open(key: Uint8Array, use: Use, scope: Uint8Array, { id, nonce, sealed }: Envelope): Uint8Array | null {
  try {
    return unpadded(xchacha20poly1305(key, nonce, bound(use, scope, id)).decrypt(sealed));
  } catch {
    return null;
  }
}

const bound = (use: Use, scope: Uint8Array, id: Uint8Array): Uint8Array =>
  joined(utf8ToBytes(`unknot/${use}/1`), scope, id);

/** Length in four bytes, big end first, the contents, zeros. */
function padded(contents: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(paddedSize(4 + contents.length));
  new DataView(bytes.buffer).setUint32(0, contents.length);
  bytes.set(contents, 4);
  return bytes;
}

function unpadded(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return 4 + length <= bytes.length ? bytes.subarray(4, 4 + length) : null;
}

/**
 * Padmé: the size keeps only its leading bits, so it grows by at most 12 % and gives away O(log log n) bits.
 * Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: Reducing Metadata Leakage from Encrypted Files (PoPETs 2019).
 */
export function paddedSize(bytes: number): number {
  if (bytes <= LEAST_BYTES) return LEAST_BYTES;
  const exponent = Math.floor(Math.log2(bytes));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(bytes / step) * step;
}
