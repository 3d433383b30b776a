// The journal on this device: IndexedDB, with writes that wait until they are on disk.
//
// One database with three stores: `log` (key: order of arrival, with a unique index on the event id), `about` (the
// device name) and `drafts`. A batch is one transaction, so it is there wholly or not at all.

import type { DraftStore, EventStore, Failed, LogEntry, StoreTrouble } from '@unknot/journal/log';
import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';

interface JournalDatabase extends DBSchema {
  log: { key: number; value: LogEntry; indexes: { id: string } };
  about: { key: string; value: string };
  drafts: { key: string; value: string };
}

const DURABLE: IDBTransactionOptions = { durability: 'strict' };

function troubleOf(error: unknown): StoreTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError') return 'blocked';
  return 'broken';
}

const failed = (error: unknown): Failed => ({ kind: 'failed', because: troubleOf(error) });

/** Nothing of a transaction that failed may stay. Its own promise must not reject unheard. */
function takeBack(tx: { readonly done: Promise<void>; abort(): void }): void {
  void tx.done.catch(() => undefined);
  try {
    tx.abort();
  } catch {
    // The browser took it back already.
  }
}

/**
 * @param name  database name; one per origin in the app, one per test elsewhere
 */
export function openStore(name: string): EventStore & DraftStore {
  let opening: Promise<IDBPDatabase<JournalDatabase>> | null = null;

  const database = (): Promise<IDBPDatabase<JournalDatabase>> => {
    opening ??= openDB<JournalDatabase>(name, 1, {
      upgrade(db) {
        db.createObjectStore('log', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
        db.createObjectStore('about');
        db.createObjectStore('drafts');
      },
      // A newer version in another tab must not be blocked by this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opening = null;
      },
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  return {
    async append(batch) {
      try {
        const tx = (await database()).transaction('log', 'readwrite', DURABLE);
        try {
          // One question per entry: an id that is there already is refused by its index and left as it was.
          const log = unwrap(tx.store);
          let added = batch.length;
          for (const entry of batch) {
            const adding = log.add(entry);
            adding.onerror = (event) => {
              if (adding.error?.name !== 'ConstraintError') return;
              event.preventDefault();
              event.stopPropagation();
              added -= 1;
            };
          }
          await tx.done;
          return { kind: 'stored', added };
        } catch (error) {
          takeBack(tx);
          throw error;
        }
      } catch (error) {
        return failed(error);
      }
    },

    async readFrom(cursor) {
      try {
        const tx = (await database()).transaction('log');
        const range = IDBKeyRange.lowerBound(cursor, true);
        const [entries, keys] = await Promise.all([tx.store.getAll(range), tx.store.getAllKeys(range), tx.done]);
        return { kind: 'read', entries, cursor: keys.at(-1) ?? cursor };
      } catch (error) {
        return failed(error);
      }
    },

    async device(offered) {
      try {
        const tx = (await database()).transaction('about', 'readwrite', DURABLE);
        const known = await tx.store.get('device');
        if (known === undefined) await tx.store.put(offered, 'device');
        await tx.done;
        return { kind: 'named', device: known ?? offered };
      } catch (error) {
        return failed(error);
      }
    },

    async erase() {
      try {
        const tx = (await database()).transaction(['log', 'about', 'drafts'], 'readwrite', DURABLE);
        await Promise.all([
          tx.objectStore('log').clear(),
          tx.objectStore('about').clear(),
          tx.objectStore('drafts').clear(),
          tx.done,
        ]);
        return { kind: 'erased' };
      } catch (error) {
        return failed(error);
      }
    },

    async read(draft) {
      try {
        return { kind: 'read', text: (await (await database()).get('drafts', draft)) ?? null };
      } catch (error) {
        return failed(error);
      }
    },

    async write(draft, text) {
      try {
        await (await database()).put('drafts', text, draft);
        return { kind: 'written' };
      } catch (error) {
        return failed(error);
      }
    },

    async clear(draft) {
      try {
        await (await database()).delete('drafts', draft);
        return { kind: 'cleared' };
      } catch (error) {
        return failed(error);
      }
    },
  };
}
