// How far the exchange has come on this device: a database of its own, apart from the diary. Losing it costs work, no entry.

import type { Device } from '@unknot/sync/client';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

type Kept = Pick<Device, 'progress' | 'keep' | 'forget'>;
type Cursor = Parameters<Device['keep']>[0];

interface ProgressDatabase extends DBSchema {
  place: { key: 'cursor'; value: Cursor };
  /** Ids of entries that are on the server, as many to a row as were told at once. */
  known: { key: number; value: readonly string[] };
}

export function openProgress(name = 'unknot-sync'): Kept {
  let opening: Promise<IDBPDatabase<ProgressDatabase>> | null = null;
  const database = () => {
    opening ??= openDB<ProgressDatabase>(name, 1, {
      upgrade(db) {
        db.createObjectStore('place');
        db.createObjectStore('known', { autoIncrement: true });
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opening = null;
      },
    });
    return opening;
  };
  // Where nothing can be kept, everything is asked again next time.
  return {
    async progress() {
      try {
        const db = await database();
        const cursor = await db.get('place', 'cursor');
        return cursor ? { cursor, known: new Set((await db.getAll('known')).flat()) } : null;
      } catch {
        return null;
      }
    },
    async keep(cursor, moreKnown) {
      try {
        const tx = (await database()).transaction(['place', 'known'], 'readwrite');
        void tx.objectStore('place').put(cursor, 'cursor');
        if (moreKnown.length > 0) void tx.objectStore('known').add(moreKnown);
        await tx.done;
      } catch {}
    },
    async forget() {
      try {
        const tx = (await database()).transaction(['place', 'known'], 'readwrite');
        void tx.objectStore('place').clear();
        void tx.objectStore('known').clear();
        await tx.done;
      } catch {}
    },
  };
}
