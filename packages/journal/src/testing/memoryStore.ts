// The event store and the draft store in memory: for tests, and for a browser that refuses storage.

import type { DraftStore, EventStore, LogEntry } from '../log/index.ts';

export function memoryEventStore(): EventStore {
  let entries: LogEntry[] = [];
  let name: string | null = null;
  return {
    async append(batch) {
      const known = new Set(entries.map(({ id }) => id));
      const added: LogEntry[] = [];
      for (const entry of batch) {
        if (known.has(entry.id)) continue;
        known.add(entry.id);
        added.push({ ...entry });
      }
      entries = [...entries, ...added];
      return { kind: 'stored', added: added.length };
    },
    async readFrom(cursor) {
      return { kind: 'read', entries: entries.slice(cursor), cursor: entries.length };
    },
    async device(offered) {
      name ??= offered;
      return { kind: 'named', device: name };
    },
    async erase() {
      entries = [];
      name = null;
      return { kind: 'erased' };
    },
  };
}

export function memoryDraftStore(): DraftStore {
  const texts = new Map<string, string>();
  return {
    async read(name) {
      return { kind: 'read', text: texts.get(name) ?? null };
    },
    async write(name, text) {
      texts.set(name, text);
      return { kind: 'written' };
    },
    async clear(name) {
      texts.delete(name);
      return { kind: 'cleared' };
    },
  };
}
