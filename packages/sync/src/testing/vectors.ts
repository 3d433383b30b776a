// Test vectors for others who build the protocol: everything that is chance is written out.

import {
  type Entry,
  envelopeId,
  keysOf,
  newPhrase,
  paddedSize,
  readPhrase,
  sealEntry,
  sealShare,
  writeBackup,
} from '../crypto/index.ts';
import { authorization, batchBytes, cursorText, framed, pageBytes } from '../protocol/index.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Chance for vectors: bytes that count up from `first`. */
const counting = (first: number) => (bytes: number) => Uint8Array.from({ length: bytes }, (_, i) => (first + i) % 256);

export const VECTOR_ENTRY: Entry = { id: '01-vector', text: '{"pain":4}', imported: false };

/** Name → value, in the order in which somebody would build the parts. */
export function vectors(): Readonly<Record<string, string>> {
  const phrase = newPhrase(counting(0));
  const read = readPhrase(phrase);
  if (read.kind !== 'phrase') throw new Error(`our own phrase must be one, got ${read.because}`);
  const keys = keysOf(read.entropy);
  const envelope = sealEntry(keys, VECTOR_ENTRY, counting(100));
  const cursor = { position: 1, mark: counting(200)(8) };
  const share = sealShare('{"hello":"reader"}', counting(50));
  return {
    entropy: hex(read.entropy),
    phrase,
    'log id': hex(keys.logId),
    'access token': hex(keys.token),
    'entry key': hex(keys.entryKey),
    'name key': hex(keys.nameKey),
    'backup key': hex(keys.backupKey),
    authorization: authorization(keys),
    'entry, before sealing': JSON.stringify([VECTOR_ENTRY.id, 0, VECTOR_ENTRY.text]),
    'padded sizes of 1, 256, 257, 1000, 1025, 100000': [1, 256, 257, 1000, 1025, 100_000].map(paddedSize).join(' '),
    'envelope id': hex(envelopeId(keys, VECTOR_ENTRY.id)),
    nonce: hex(counting(100)(24)),
    envelope: hex(envelope),
    batch: hex(batchBytes([envelope])),
    'cursor as text': cursorText(cursor),
    page: hex(pageBytes([framed([envelope])], cursor, false)),
    backup: hex(writeBackup(keys, [VECTOR_ENTRY], 1_800_000_000_000, counting(150))),
    'share id': share.id,
    'share fragment': share.fragment,
    share: hex(share.bytes),
  };
}

/** The section of PROTOCOL.md. */
export const vectorsAsText = (): string =>
  Object.entries(vectors())
    .map(([name, value]) => `**${name}**\n\n\`\`\`\n${value.replace(/(.{96})/g, '$1\n').trimEnd()}\n\`\`\`\n`)
    .join('\n');
