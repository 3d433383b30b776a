import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  authorization,
  BATCH_ENVELOPES,
  BEGINNING,
  backupParts,
  batchBytes,
  cursorOfText,
  cursorText,
  ENVELOPE_LIMIT,
  envelopeBytes,
  framed,
  fromText,
  HEADER_BYTES,
  pageBytes,
  readAuthorization,
  readBatch,
  readEnvelope,
  readPage,
  toText,
} from './index.ts';

const bytes = (min = 0, max = 300) => fc.uint8Array({ minLength: min, maxLength: max });
const id16 = bytes(16, 16);
const envelope = fc.record({ id: id16, nonce: bytes(24, 24), sealed: bytes(16, 200) }).map(envelopeBytes);
const seed = { seed: 20261121 };
/** Views and copies of the same bytes are the same. */
const plain = (one: Uint8Array) => [...one];

describe('text for addresses', () => {
  test('comes back as the same bytes, and is what the platform writes', () => {
    fc.assert(
      fc.property(bytes(), (some) => {
        expect(toText(some)).toBe(Buffer.from(some).toString('base64url'));
        expect(plain(fromText(toText(some), some.length) ?? Uint8Array.of(1, 2, 3))).toEqual(plain(some));
      }),
      seed,
    );
  });

  test.each(['AA', 'A', 'AAA', 'AB', 'A=', 'A+', 'é'])(
    '%s is not the one text of one byte, unless it is AA',
    (text) => {
      expect(fromText(text, 1)).toEqual(text === 'AA' ? Uint8Array.of(0) : null);
    },
  );
});

describe('a batch', () => {
  test('brings every envelope back', () => {
    fc.assert(
      fc.property(fc.array(envelope, { minLength: 1, maxLength: 20 }), (envelopes) => {
        const batch = readBatch(batchBytes(envelopes));
        expect(batch?.envelopes.map(plain)).toEqual(envelopes.map(plain));
        expect(plain(batch?.frames ?? new Uint8Array())).toEqual(plain(framed(envelopes)));
      }),
      seed,
    );
  });

  test('cut anywhere is refused, or is the shorter batch it looks like', () => {
    const whole = batchBytes([envelopeOf(1), envelopeOf(2)]);
    const one = batchBytes([envelopeOf(1)]).length;
    for (let length = 0; length < whole.length; length++) {
      const read = readBatch(whole.subarray(0, length));
      expect(read === null, `${length} bytes`).toBe(length !== one);
    }
  });

  test('of nothing, of too many, of an unknown version or with a malformed envelope is refused', () => {
    expect(readBatch(batchBytes([]))).toBeNull();
    expect(readBatch(batchBytes(Array(BATCH_ENVELOPES).fill(envelopeOf(1))))).not.toBeNull();
    expect(readBatch(batchBytes(Array(BATCH_ENVELOPES + 1).fill(envelopeOf(1))))).toBeNull();
    const other = batchBytes([envelopeOf(1)]);
    other[0] = 2;
    expect(readBatch(other)).toBeNull();
    expect(readBatch(batchBytes([new Uint8Array(HEADER_BYTES)]))).toBeNull();
  });

  test('of random bytes never throws', () => {
    fc.assert(
      fc.property(bytes(0, 500), (some) => {
        for (const read of [readBatch, readPage, readEnvelope, backupParts]) read(some);
      }),
      { ...seed, numRuns: 2000 },
    );
  });
});

describe('a page', () => {
  test('brings back its envelopes, its cursor and whether there is more', () => {
    const cursor = { position: 2 ** 40 + 7, mark: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
    const page = readPage(pageBytes([framed([envelopeOf(1)]), framed([envelopeOf(2), envelopeOf(3)])], cursor, true));
    expect(page?.envelopes.map(plain)).toEqual([1, 2, 3].map((n) => plain(envelopeOf(n))));
    expect(page?.cursor).toEqual(cursor);
    expect(page?.more).toBe(true);
    expect(readPage(pageBytes([], BEGINNING, false))).toEqual({ envelopes: [], cursor: BEGINNING, more: false });
  });
});

describe('an envelope', () => {
  test('of another version, too short or too long is not one', () => {
    expect(readEnvelope(envelopeOf(1))?.id).toEqual(new Uint8Array(16).fill(1));
    const other = envelopeOf(1);
    other[0] = 0;
    expect(readEnvelope(other)).toBeNull();
    expect(readEnvelope(envelopeOf(1).subarray(0, HEADER_BYTES + 15))).toBeNull();
    const long = new Uint8Array(ENVELOPE_LIMIT + 1);
    long[0] = 1;
    expect(readEnvelope(long)).toBeNull();
  });
});

describe('a cursor and a credential', () => {
  test('survive being text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), bytes(8, 8), (position, mark) => {
        expect(cursorOfText(cursorText({ position, mark }))).toEqual({ position, mark: new Uint8Array(mark) });
      }),
      seed,
    );
    fc.assert(
      fc.property(id16, bytes(32, 32), (logId, token) => {
        const read = readAuthorization(authorization({ logId, token }));
        expect([plain(read?.logId ?? token), plain(read?.token ?? logId)]).toEqual([plain(logId), plain(token)]);
      }),
      seed,
    );
  });

  test.each([
    '',
    '1',
    '-1.AAAAAAAAAAA',
    '01.AAAAAAAAAAA',
    '1.AAAAAAAAAA',
    '1.AAAAAAAAAAAA',
    '1e3.AAAAAAAAAAA',
    '1.AAAAAAAAAAB',
  ])('a cursor %j is refused', (text) => {
    expect(cursorOfText(text)).toBeNull();
  });

  test.each(['', 'Unknot', 'Unknot x', 'Bearer abc', `Unknot ${'A'.repeat(65)}`])(
    'a header %j opens nothing',
    (header) => {
      expect(readAuthorization(header)).toBeNull();
    },
  );
});

function envelopeOf(n: number): Uint8Array {
  return envelopeBytes({
    id: new Uint8Array(16).fill(n),
    nonce: new Uint8Array(24).fill(n),
    sealed: new Uint8Array(16 + n).fill(n),
  });
}
