// How far somebody has read: a count of envelopes, and a mark that the server made when the last of them arrived.
// A server that lost or changed its past has other marks there, so nobody goes on reading from a place that is not theirs.

import { eightBytes, fromText, numberOf, toText } from './bytes.ts';

export const MARK_BYTES = 8;
export const CURSOR_BYTES = 8 + MARK_BYTES;

export interface Cursor {
  /** Envelopes of this log up to here. 0: the beginning. */
  readonly position: number;
  readonly mark: Uint8Array;
}

export const BEGINNING: Cursor = { position: 0, mark: new Uint8Array(MARK_BYTES) };

export function cursorBytes({ position, mark }: Cursor): Uint8Array {
  const bytes = new Uint8Array(CURSOR_BYTES);
  bytes.set(eightBytes(position));
  bytes.set(mark, 8);
  return bytes;
}

export const cursorOfBytes = (bytes: Uint8Array): Cursor => ({
  position: numberOf(bytes),
  mark: bytes.slice(8, CURSOR_BYTES),
});

/** For addresses and JSON, for example `1200.kq8zPw0xYbM`. */
export const cursorText = ({ position, mark }: Cursor): string => `${position}.${toText(mark)}`;

export function cursorOfText(text: string): Cursor | null {
  const [, position = '', mark = ''] = /^(0|[1-9]\d{0,14})\.([\w-]{11})$/.exec(text) ?? [];
  const bytes = mark ? fromText(mark, MARK_BYTES) : null;
  return bytes && { position: Number(position), mark: bytes };
}

/** Compared as text, so that a kept cursor and a fresh one are the same place. */
export const samePlace = (a: Cursor, b: Cursor): boolean => cursorText(a) === cursorText(b);
