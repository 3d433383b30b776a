// Many envelopes in one piece: up as a batch, down as a page. In both, every envelope stands behind its length.
//
//   batch: version 1 byte · (length 4 bytes, big end first · envelope) …
//   page:  version 1 byte · more 1 byte · cursor 16 bytes · (length · envelope) …

import { CURSOR_BYTES, type Cursor, cursorBytes, cursorOfBytes } from './cursor.ts';
import { isEnvelope } from './envelope.ts';

const BATCH_VERSION = 1;
export const BATCH_TYPE = 'application/vnd.unknot.batch';
export const PAGE_TYPE = 'application/vnd.unknot.page';

/** Most envelopes and most bytes in one batch. */
export const BATCH_ENVELOPES = 1000;
export const BATCH_LIMIT = 2 * 1024 * 1024;

const PAGE_HEADER = 2 + CURSOR_BYTES;

export interface Page {
  /** As they came; one that cannot be opened is the reader's business. */
  readonly envelopes: readonly Uint8Array[];
  /** Where to go on. */
  readonly cursor: Cursor;
  /** There was more than fitted. */
  readonly more: boolean;
}

/** Each envelope behind its length. */
export function framed(envelopes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(envelopes.reduce((sum, one) => sum + 4 + one.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const one of envelopes) {
    view.setUint32(at, one.length);
    bytes.set(one, at + 4);
    at += 4 + one.length;
  }
  return bytes;
}

/** The pieces between the lengths, without a copy; null when the lengths do not add up. */
export function unframed(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return null;
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return null;
    pieces.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return pieces;
}

export function batchBytes(envelopes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const frames = framed(envelopes);
  const bytes = new Uint8Array(1 + frames.length);
  bytes[0] = BATCH_VERSION;
  bytes.set(frames, 1);
  return bytes;
}

export interface Batch {
  readonly envelopes: readonly Uint8Array[];
  /** The same envelopes as they lie in the batch, each behind its length. */
  readonly frames: Uint8Array;
}

/** What the server takes: 1 to BATCH_ENVELOPES well-formed envelopes. Null for anything else. */
export function readBatch(bytes: Uint8Array): Batch | null {
  if (bytes[0] !== BATCH_VERSION || bytes.length > BATCH_LIMIT) return null;
  const frames = bytes.subarray(1);
  const envelopes = unframed(frames);
  if (!envelopes || envelopes.length === 0 || envelopes.length > BATCH_ENVELOPES) return null;
  return envelopes.every(isEnvelope) ? { envelopes, frames } : null;
}

/** @param frames  pieces of framed envelopes, in order */
export function pageBytes(frames: readonly Uint8Array[], cursor: Cursor, more: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PAGE_HEADER + frames.reduce((sum, piece) => sum + piece.length, 0));
  bytes[0] = BATCH_VERSION;
  bytes[1] = more ? 1 : 0;
  bytes.set(cursorBytes(cursor), 2);
  let at = PAGE_HEADER;
  for (const piece of frames) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Null when it is not a page, or was cut short. */
export function readPage(bytes: Uint8Array): Page | null {
  if (bytes[0] !== BATCH_VERSION || bytes.length < PAGE_HEADER || (bytes[1] ?? 2) > 1) return null;
  const envelopes = unframed(bytes.subarray(PAGE_HEADER));
  const cursor = cursorOfBytes(bytes.subarray(2, PAGE_HEADER));
  return envelopes && { envelopes, cursor, more: bytes[1] === 1 };
}
