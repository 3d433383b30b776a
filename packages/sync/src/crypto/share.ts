// Something to show to one person: sealed with a key of its own, which travels in the part of a link that browsers never
// send. Whoever has the whole link can read it; the server has half of it.

import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { envelopeBytes, fromText, ID_BYTES, readEnvelope, sameBytes, toText } from '../protocol/index.ts';
import type { Chance } from './phrase.ts';
import { nonceFrom, open, seal } from './seal.ts';

const KEY_BYTES = 32;
const NOWHERE = new Uint8Array(0);

export interface SealedShare {
  /** Half of the link that the server knows. */
  readonly id: string;
  /** For the server. */
  readonly bytes: Uint8Array;
  /** Half of the link that it never sees: what comes behind the `#`. */
  readonly fragment: string;
}

/** @param text  whatever the reader is to see, as text */
export function sealShare(text: string, chance: Chance): SealedShare {
  const [id, key] = [chance(ID_BYTES), chance(KEY_BYTES)];
  const envelope = seal(key, { use: 'share', scope: NOWHERE, id }, utf8ToBytes(text), nonceFrom(chance));
  return { id: toText(id), bytes: envelopeBytes(envelope), fragment: toText(key) };
}

/** Null when the link is not whole, belongs to something else, or the contents were changed. */
export function openShare(id: string, fragment: string, bytes: Uint8Array): string | null {
  const [idBytes, key, envelope] = [fromText(id, ID_BYTES), fromText(fragment, KEY_BYTES), readEnvelope(bytes)];
  if (!idBytes || !key || !envelope || !sameBytes(envelope.id, idBytes)) return null;
  const contents = open(key, 'share', NOWHERE, envelope);
  return contents && bytesToUtf8(contents);
}
