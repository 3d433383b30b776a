// The port to whatever keeps sealed envelopes. One suite (suite.test-support.ts) holds every implementation to it.

import type { Batch, Cursor } from '@unknot/sync/protocol';

/** Whose log, and the proof of it: SHA-256 of the token, so that a stolen disk opens nothing on another server. */
export interface Who {
  readonly log: Uint8Array;
  readonly proof: Uint8Array;
}

/** `absent`: there is no such log. `forbidden`: not with this token. `closed`: it was given up for another. */
export type Refused = { readonly kind: 'absent' } | { readonly kind: 'forbidden' } | { readonly kind: 'closed' };

export type Done = { readonly kind: 'done' } | { readonly kind: 'quota' };

export type Appended =
  | { readonly kind: 'appended'; readonly before: Cursor; readonly after: Cursor; readonly added: number }
  | { readonly kind: 'quota' }
  | Refused;

type Read =
  | {
      readonly kind: 'page';
      /** Framed envelopes, in order. */
      readonly frames: readonly Uint8Array[];
      readonly cursor: Cursor;
      readonly more: boolean;
    }
  | { readonly kind: 'unknown-cursor' }
  | Refused;

export interface Looked {
  readonly kind: 'there';
  readonly head: Cursor;
  readonly bytes: number;
}

/** A device's push subscription. */
export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface Due extends Subscription {
  readonly log: Uint8Array;
  readonly device: string;
  readonly at: number;
  readonly tag: string;
}

export interface Store {
  /** Makes the log if it is not there. */
  create(who: Who): Promise<{ readonly kind: 'created' } | { readonly kind: 'there' } | Refused>;
  look(who: Who): Promise<Looked | Refused>;
  /**
   * Adds what is not there yet, by id of the envelope, all or nothing. Resolves when it would survive a crash.
   *
   * @param quota  most bytes of one log
   */
  append(who: Who, batch: Batch, quota: number): Promise<Appended>;
  /** Whole segments after the cursor: at least one if there is any, else at most `limit` envelopes. */
  read(who: Who, after: Cursor, limit: number): Promise<Read>;
  /** Deletes everything of the log. What stays: that it was there, so that a shut-out device does not make it anew. */
  giveUp(who: Who): Promise<{ readonly kind: 'closed' } | Refused>;
  /** Where the log stands, for those who listen. 0 when it is gone. */
  position(log: Uint8Array): Promise<number>;
  /** Calls when any log has grown, also by other processes on the same store. At position 0 it was given up. */
  onGrowth(heard: (log: Uint8Array, position: number) => void): void;

  putShare(
    who: Who,
    share: { id: Uint8Array; contents: Uint8Array; until: number; views: number },
    most: number,
  ): Promise<Done | Refused>;
  /** Counts as one view. Null when it is over, used up or was never there. */
  openShare(id: Uint8Array, now: number): Promise<Uint8Array | null>;
  /** Views that are left; null when it is over. */
  shareViews(who: Who, id: Uint8Array, now: number): Promise<number | null>;
  removeShare(who: Who, id: Uint8Array): Promise<void>;

  /** Replaces what this device asked for before; an empty list forgets the device. */
  setReminders(
    who: Who,
    device: string,
    subscription: Subscription,
    times: readonly { at: number; tag: string }[],
    mostDevices: number,
  ): Promise<Done | Refused>;
  /** Takes out what is due, for exactly one caller. */
  claimReminders(now: number): Promise<readonly Due[]>;
  /** The push service says that this subscription is over. */
  dropSubscription(log: Uint8Array, device: string): Promise<void>;

  putFeed(who: Who, id: Uint8Array, text: string, most: number): Promise<Done | Refused>;
  readFeed(id: Uint8Array): Promise<string | null>;
  removeFeed(who: Who, id: Uint8Array): Promise<void>;

  /** A value that all processes share; the first one offered stays. */
  setting(name: string, offered: string): Promise<string>;
  /** Forgets shares that are over. */
  sweep(now: number): Promise<void>;
  /** For the metrics. @throws when the store cannot be reached */
  size(): Promise<{ readonly logs: number; readonly bytes: number }>;
  close(): Promise<void>;
}

/** The disk, or the database, has no room. */
export class StoreFull extends Error {
  constructor() {
    super('There is no room left on the disk of the server.');
  }
}

/** Most bytes of one page, unless a single segment is larger. */
export const PAGE_BYTES = 1024 * 1024;
