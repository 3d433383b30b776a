// What the exchange needs from outside: a device that keeps a log, a server, time and chance.

import type { Chance, Entry } from '../crypto/index.ts';
import type { Cursor, Page } from '../protocol/index.ts';
import type { Failure } from './machine.ts';

/** What the device remembers of the exchange, beside the log itself. */
export interface Progress {
  readonly cursor: Cursor;
  /** Ids of entries that are on the server. */
  readonly known: ReadonlySet<string>;
}

/** The log on this device, and the progress of the exchange. */
export interface Device {
  /** Every entry that is here, in any order. Called often: keep it at hand. */
  entries(): readonly Entry[];
  /** Adds those that are not here yet. False when the device has no room; they come again then. */
  add(entries: readonly Entry[]): Promise<boolean>;
  /** What `keep` kept; null at first. */
  progress(): Promise<Progress | null>;
  /** Remembers the cursor and more known ids; after `add`, never before. May be lost in a crash: then work is repeated. */
  keep(cursor: Cursor, moreKnown: readonly string[]): Promise<void>;
  /** Cursor back to the beginning, no id known. */
  forget(): Promise<void>;
}

export type Failed = { readonly kind: 'failed'; readonly because: Failure; readonly retryAfterMs?: number };

/** The server, as far as the exchange goes. Nothing here throws: no answer is `network`. */
export interface Wire {
  create(): Promise<{ readonly kind: 'created' } | Failed>;
  read(after: Cursor): Promise<{ readonly kind: 'page'; readonly page: Page } | Failed>;
  append(
    batch: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly kind: 'appended'; readonly before: Cursor; readonly after: Cursor } | Failed>;
  /** Tells the newest position at once and whenever it changes; `lost` when nothing more will be heard. @returns how to stop */
  listen(heard: (position: number) => void, lost: () => void): () => void;
}

export interface Surroundings {
  /** Epoch ms. */
  now(): number;
  /** @returns how to call it off */
  wait(ms: number, then: () => void): () => void;
  /** Uniform in [0, 1). */
  roll(): number;
  /** Bytes nobody can guess. */
  readonly chance: Chance;
}
