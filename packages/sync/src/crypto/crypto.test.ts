import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupParts, fromText, HEADER_BYTES, toText } from '../protocol/index.ts';
import { VECTOR_ENTRY, vectors, vectorsAsText } from '../testing/index.ts';
import {
  type Entry,
  envelopeId,
  keysOf,
  newPhrase,
  openEntry,
  openShare,
  paddedSize,
  readBackup,
  readPhrase,
  sealEntry,
  sealShare,
  writeBackup,
} from './index.ts';

const chance = (bytes: number) => new Uint8Array(randomBytes(bytes));
const seed = { seed: 20261121 };
const mine = keysOf(new Uint8Array(16).fill(1));
const other = keysOf(new Uint8Array(16).fill(2));
const entry = (n: number, text = `{"n":${n}}`): Entry => ({ id: `e${n}`, text, imported: n % 2 === 0 });

describe('the phrase', () => {
  test('is what BIP-39 says for known chance', () => {
    // from the vectors of the BIP-39 reference implementation (trezor/python-mnemonic)
    expect(newPhrase(() => new Uint8Array(16))).toBe(`${'abandon '.repeat(11)}about`);
    expect(newPhrase(() => new Uint8Array(16).fill(0x7f))).toBe(
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
    );
    expect(newPhrase(() => new Uint8Array(16).fill(0xff))).toBe(`${'zoo '.repeat(11)}wrong`);
  });

  test('is understood as people type it', () => {
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    for (const typed of [
      phrase,
      `  ${phrase.toUpperCase()}\n`,
      phrase
        .split(' ')
        .map((word, i) => `${i + 1}. ${word}`)
        .join('\n'),
      phrase
        .split(' ')
        .map((word) => word.slice(0, 4))
        .join(' '),
    ])
      expect(readPhrase(typed)).toMatchObject({ kind: 'phrase', phrase });
  });

  test('with a slip says which kind', () => {
    expect(readPhrase('legal winner')).toEqual({ kind: 'bad', because: 'count' });
    expect(readPhrase(`${'abandon '.repeat(11)}abuot`)).toEqual({ kind: 'bad', because: 'word', word: 'abuot' });
    expect(readPhrase(`${'abandon '.repeat(11)}abandon`)).toEqual({ kind: 'bad', because: 'order' });
    expect(readPhrase('')).toEqual({ kind: 'bad', because: 'count' });
  });
});

describe('an entry', () => {
  test('comes back character for character, and only with its own keys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.boolean(), (id, text, imported) => {
        const sealed = sealEntry(mine, { id, text, imported }, chance);
        expect(openEntry(mine, sealed)).toEqual({ id, text, imported });
        expect(openEntry(other, sealed)).toBeNull();
      }),
      seed,
    );
    const odd = entry(1, 'ä\u0000\u2028 😀 \ud800');
    expect(openEntry(mine, sealEntry(mine, odd, chance))).toEqual(odd);
  });

  test('with one changed bit anywhere does not open', () => {
    const sealed = sealEntry(mine, entry(1), chance);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(openEntry(mine, changed)).toBeNull();
    }
  });

  test('cannot be put under the name of another', () => {
    const [a, b] = [sealEntry(mine, entry(1), chance), sealEntry(mine, entry(2), chance)];
    a.set(b.subarray(1, 17), 1);
    expect(openEntry(mine, a)).toBeNull();
  });

  test('has the same name on every device, and never the same nonce', () => {
    const [a, b] = [sealEntry(mine, entry(1), chance), sealEntry(mine, entry(1), chance)];
    expect(a.subarray(1, 17)).toEqual(b.subarray(1, 17));
    expect(a.subarray(17, HEADER_BYTES)).not.toEqual(b.subarray(17, HEADER_BYTES));
    expect(envelopeId(mine, 'e1')).not.toEqual(envelopeId(other, 'e1'));
  });

  test('short ones all have one size, long ones few sizes and little waste', () => {
    const size = (characters: number) => sealEntry(mine, entry(1, 'x'.repeat(characters)), chance).length;
    expect(new Set([0, 10, 100, 200].map(size)).size).toBe(1);
    const sizes = Array.from({ length: 100_000 }, (_, n) => paddedSize(n));
    expect(new Set(sizes).size).toBeLessThan(150);
    expect(sizes.every((padded, n) => padded >= n && (n <= 256 || padded <= n * 1.12))).toBe(true);
  });
});

describe('a backup', () => {
  const many = Array.from({ length: 500 }, (_, n) => entry(n, 'x'.repeat(n)));
  const file = writeBackup(mine, many, 1_800_000_000_000, chance);

  test('comes back whole, on any device with the phrase', () => {
    expect(readBackup(mine, file)).toEqual({ kind: 'opened', entries: many, madeAt: 1_800_000_000_000 });
    expect(readBackup(mine, writeBackup(mine, [], 0, chance))).toEqual({ kind: 'opened', entries: [], madeAt: 0 });
  });

  test('of another phrase is whole and says so', () => {
    expect(readBackup(other, file)).toEqual({ kind: 'wrong-phrase' });
    expect(backupParts(file).kind).toBe('whole');
  });

  test('cut anywhere is damaged, and found so without the phrase', () => {
    for (let length = 0; length < file.length; length += length < 200 ? 1 : 997)
      expect(backupParts(file.subarray(0, length)).kind).toBe(length < 13 ? 'foreign' : 'damaged');
  });

  test('with a changed byte is damaged; another file is foreign; a newer one is newer', () => {
    for (let at = 14; at < file.length; at += 1009) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(backupParts(changed).kind).toBe('damaged');
    }
    expect(readBackup(mine, new TextEncoder().encode('{"format":"unknot-journal"}'))).toEqual({ kind: 'foreign' });
    const newer = file.slice();
    newer[13] = 2;
    expect(readBackup(mine, newer)).toEqual({ kind: 'newer' });
  });

  test('with pieces left out does not open, even if the sum was made anew', async () => {
    const { sha256 } = await import('@noble/hashes/sha2.js');
    const { framed, joined, envelopeBytes } = await import('../protocol/index.ts');
    const parts = backupParts(file);
    if (parts.kind !== 'whole') throw new Error(parts.kind);
    expect(parts.envelopes.length).toBeGreaterThan(1);
    const body = joined(file.subarray(0, 26), framed(parts.envelopes.slice(0, -1).map(envelopeBytes)));
    const shorter = joined(body, sha256(body));
    expect(backupParts(shorter).kind).toBe('whole');
    expect(readBackup(mine, shorter)).toEqual({ kind: 'damaged' });
  });
});

describe('a share', () => {
  test('opens with the whole link only', () => {
    const share = sealShare('{"plan":1}', chance);
    expect(openShare(share.id, share.fragment, share.bytes)).toBe('{"plan":1}');
    expect(openShare(share.id, toText(chance(32)), share.bytes)).toBeNull();
    expect(openShare(toText(chance(16)), share.fragment, share.bytes)).toBeNull();
    expect(openShare(share.id, share.fragment.slice(1), share.bytes)).toBeNull();
    expect(openShare('', '', new Uint8Array())).toBeNull();
  });

  test('what the server gets holds neither the text nor the key', () => {
    const share = sealShare('levator scapulae', chance);
    const seen = Buffer.from(share.bytes);
    expect(seen.includes('levator')).toBe(false);
    expect(seen.includes(Buffer.from(fromText(share.fragment, 32) ?? []))).toBe(false);
  });
});

describe('the written protocol', () => {
  const protocol = readFileSync(join(import.meta.dirname, '../../PROTOCOL.md'), 'utf8');

  test('holds the vectors of this code, character for character', () => {
    expect(protocol.split('<!-- vectors -->')[1]).toBe(`\n\n${vectorsAsText()}`);
  });

  test('its envelope opens to its entry', () => {
    const { entropy = '', envelope = '' } = vectors();
    const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
    expect(openEntry(keysOf(bytes(entropy)), bytes(envelope))).toEqual(VECTOR_ENTRY);
  });

  test('is what the platform computes, without the library we use', async () => {
    const { entropy = '', 'entry key': entryKey } = vectors();
    const { hkdfSync } = await import('node:crypto');
    expect(
      Buffer.from(hkdfSync('sha256', Buffer.from(entropy, 'hex'), 'unknot/sync/1', 'entry key', 32)).toString('hex'),
    ).toBe(entryKey);
  });
});
