// The port to whatever keeps the log on a device. Every implementation runs the suite in src/testing.

import type { DeviceId } from '../event/index.ts';
import type { LogEntry } from './entry.ts';

/** Position in the order of arrival on this device. 0: the beginning. */
export type Cursor = number;

/** `full`: no space left. `blocked`: the browser refuses storage. `broken`: anything else. */
export type StoreTrouble = 'full' | 'blocked' | 'broken';
export type Failed = { readonly kind: 'failed'; readonly because: StoreTrouble };

export interface EventStore {
  /**
   * All of the batch or nothing of it; resolves when it would survive a crash. An entry whose id is already there is
   * left as it was, so a batch can be sent again.
   */
  append(batch: readonly LogEntry[]): Promise<{ readonly kind: 'stored'; readonly added: number } | Failed>;

  /** What arrived after `cursor`, in order of arrival, and the cursor to go on from. */
  readFrom(
    cursor: Cursor,
  ): Promise<{ readonly kind: 'read'; readonly entries: readonly LogEntry[]; readonly cursor: Cursor } | Failed>;

  /** The name of this device. The first name offered stays, also when two tabs offer one at the same time. */
  device(offered: DeviceId): Promise<{ readonly kind: 'named'; readonly device: DeviceId } | Failed>;

  /** Everything goes: entries, device name, drafts of the same store. Cannot be undone. */
  erase(): Promise<{ readonly kind: 'erased' } | Failed>;
}

/** Small texts that are overwritten, not told: the state of a running session. Not part of any export. */
export interface DraftStore {
  /** Null when there is none. */
  read(name: string): Promise<{ readonly kind: 'read'; readonly text: string | null } | Failed>;
  write(name: string, text: string): Promise<{ readonly kind: 'written' } | Failed>;
  clear(name: string): Promise<{ readonly kind: 'cleared' } | Failed>;
}
