// The embedded store: one SQLite file in one folder, nothing to set up.
//
// Everything that arrives in one turn is committed together, and nothing is answered before the disk has it. SQLite itself does
// not wait for the disk (write-ahead log, synchronous NORMAL: the file is whole after every crash); we do, beside the work, by
// syncing its log after the commit. So the server reads the next batches while the disk is busy with the last ones.

import { timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Batch, type Cursor, MARK_BYTES } from '@unknot/sync/protocol';
import { freshOf, knownEnvelopes, learn } from './known.ts';
import { type Appended, PAGE_BYTES, type Refused, type Store, StoreFull, type Who } from './port.ts';
import { bytesOf, openSqlite, type Row, type Sqlite } from './sqlite.ts';

export const DATABASE_FILE = 'unknot.db';

/** Each is done once and never changed afterwards; new ones come below. */
const MIGRATIONS = [
  `CREATE TABLE log (
     no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, proof BLOB NOT NULL, closed INTEGER NOT NULL DEFAULT 0,
     head INTEGER NOT NULL DEFAULT 0, mark BLOB NOT NULL, bytes INTEGER NOT NULL DEFAULT 0);
   CREATE TABLE segment (
     log INTEGER NOT NULL, last INTEGER NOT NULL, mark BLOB NOT NULL, grown INTEGER NOT NULL,
     ids BLOB NOT NULL, frames BLOB NOT NULL);
   CREATE UNIQUE INDEX segment_place ON segment (log, last);
   CREATE TABLE share (
     id BLOB PRIMARY KEY, log INTEGER NOT NULL, until INTEGER NOT NULL, views INTEGER NOT NULL, contents BLOB NOT NULL);
   CREATE INDEX share_log ON share (log);
   CREATE TABLE subscription (
     log INTEGER NOT NULL, device TEXT NOT NULL, endpoint TEXT NOT NULL, p256dh TEXT NOT NULL, auth TEXT NOT NULL,
     PRIMARY KEY (log, device));
   CREATE TABLE reminder (log INTEGER NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, tag TEXT NOT NULL);
   CREATE INDEX reminder_log ON reminder (log, device);
   CREATE INDEX reminder_at ON reminder (at);
   CREATE TABLE feed (id BLOB PRIMARY KEY, log INTEGER NOT NULL, contents TEXT NOT NULL);
   CREATE INDEX feed_log ON feed (log);
   CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);`,
];

interface LogRow extends Row {
  readonly no: number;
  readonly head: number;
  readonly bytes: number;
}

interface Waiting {
  readonly who: Who;
  readonly batch: Batch;
  readonly quota: number;
  readonly done: (answer: Appended) => void;
  readonly failed: (trouble: unknown) => void;
}

export interface EmbeddedOptions {
  /** The file does not grow beyond this; without it until the disk is full. */
  readonly mostBytes?: number | undefined;
  /** Waits until the disk has what was written to the file; tests watch it. */
  readonly sync?: (file: FileHandle) => Promise<void>;
}

/**
 * @param folder  made if it is not there; only its owner may look inside
 * @param chance  bytes nobody can guess
 */
export async function openEmbedded(
  folder: string,
  chance: (bytes: number) => Uint8Array,
  { mostBytes, sync = (file) => file.datasync() }: EmbeddedOptions = {},
): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, DATABASE_FILE);
  const db = await openSqlite(file);
  chmodSync(file, 0o600);
  prepareDatabase(db);
  if (mostBytes) db.exec(`PRAGMA max_page_count = ${Math.floor(mostBytes / PAGE_SIZE)}`);

  const q = {
    log: db.prepare('SELECT no, proof, closed, head, mark, bytes FROM log WHERE id = ?'),
    create: db.prepare('INSERT INTO log (id, proof, mark) VALUES (?, ?, zeroblob(8))'),
    grow: db.prepare('UPDATE log SET head = ?, mark = ?, bytes = ? WHERE no = ?'),
    segment: db.prepare('INSERT INTO segment (log, last, mark, grown, ids, frames) VALUES (?, ?, ?, ?, ?, ?)'),
    idsAfter: db.prepare('SELECT last, ids FROM segment WHERE log = ? AND last > ? ORDER BY last'),
    place: db.prepare('SELECT mark, grown FROM segment WHERE log = ? AND last = ?'),
    page: db.prepare(
      `SELECT last, mark, frames FROM segment WHERE log = ?1 AND last > ?2
       AND (last <= ?3 AND grown <= ?4 OR last = (SELECT min(last) FROM segment WHERE log = ?1 AND last > ?2))
       ORDER BY last LIMIT 1000`,
    ),
    size: db.prepare('SELECT count(*) AS logs, coalesce(sum(bytes), 0) AS bytes FROM log WHERE closed = 0'),
    setSetting: db.prepare('INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)'),
    getSetting: db.prepare('SELECT value FROM setting WHERE name = ?'),
    shares: db.prepare('SELECT count(*) AS n FROM share WHERE log = ? AND id <> ?'),
    putShare: db.prepare(
      `INSERT INTO share (id, log, until, views, contents) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET until = excluded.until, views = excluded.views, contents = excluded.contents
       WHERE log = excluded.log`,
    ),
    takeView: db.prepare('UPDATE share SET views = views - 1 WHERE id = ? AND until > ? AND views > 0'),
    share: db.prepare('SELECT contents FROM share WHERE id = ?'),
    views: db.prepare('SELECT views FROM share WHERE id = ? AND log = ? AND until > ? AND views > 0'),
    removeShare: db.prepare('DELETE FROM share WHERE id = ? AND log = ?'),
    sweep: db.prepare('DELETE FROM share WHERE until <= ? OR views <= 0'),
    devices: db.prepare('SELECT count(*) AS n FROM subscription WHERE log = ? AND device <> ?'),
    forgetTimes: db.prepare('DELETE FROM reminder WHERE log = ? AND device = ?'),
    forgetDevice: db.prepare('DELETE FROM subscription WHERE log = ? AND device = ?'),
    subscribe: db.prepare('INSERT OR REPLACE INTO subscription VALUES (?, ?, ?, ?, ?)'),
    remind: db.prepare('INSERT INTO reminder (log, device, at, tag) VALUES (?, ?, ?, ?)'),
    due: db.prepare(
      `SELECT r.rowid AS row, r.at, r.tag, s.device, s.endpoint, s.p256dh, s.auth, l.id AS log FROM reminder r
       JOIN subscription s ON s.log = r.log AND s.device = r.device JOIN log l ON l.no = r.log WHERE r.at <= ?`,
    ),
    claim: db.prepare('DELETE FROM reminder WHERE at <= ?'),
    feeds: db.prepare('SELECT count(*) AS n FROM feed WHERE log = ? AND id <> ?'),
    putFeed: db.prepare(
      `INSERT INTO feed (id, log, contents) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET contents = excluded.contents WHERE log = excluded.log`,
    ),
    feed: db.prepare('SELECT contents FROM feed WHERE id = ?'),
    removeFeed: db.prepare('DELETE FROM feed WHERE id = ? AND log = ?'),
  };

  const writtenAhead = await openFile(`${file}-wal`, 'r+');
  const onDisk = syncing(() => sync(writtenAhead));
  const known = knownEnvelopes();
  const listeners: ((log: Uint8Array, position: number) => void)[] = [];
  let waiting: Waiting[] = [];

  const key = (log: Uint8Array) => Buffer.from(log).toString('latin1');
  const headOf = (row: LogRow): Cursor => ({ position: row.head, mark: bytesOf(row.mark) });

  function open({ log, proof }: Who): LogRow | Refused {
    const row = q.log.get(log) as LogRow | undefined;
    if (!row) return { kind: 'absent' };
    if (!timingSafeEqual(bytesOf(row.proof), proof)) return { kind: 'forbidden' };
    return row.closed ? { kind: 'closed' } : row;
  }

  function transaction<T>(act: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = act();
      db.exec('COMMIT');
      return result;
    } catch (trouble) {
      try {
        db.exec('ROLLBACK');
      } catch {
        // SQLite has rolled back by itself (full disk).
      }
      throw /full|SQLITE_FULL|no space/i.test(String((trouble as Error).message)) ? new StoreFull() : trouble;
    }
  }

  function appendNow({ who, batch, quota }: Waiting): Appended {
    const row = open(who);
    if (isRefused(row)) return row;
    const held = known.of(key(who.log));
    if (held.position < row.head)
      for (const { ids, last } of q.idsAfter.all(row.no, held.position) as Row[])
        learn(held, bytesOf(ids), last as number);
    const before = headOf(row);
    const fresh = freshOf(held, batch);
    if (fresh.count === 0) return { kind: 'appended', before, after: before, added: 0 };
    const grown = row.bytes + fresh.frames.length;
    if (grown > quota) return { kind: 'quota' };
    const after: Cursor = { position: row.head + fresh.count, mark: chance(MARK_BYTES) };
    q.segment.run(row.no, after.position, after.mark, grown, fresh.ids, fresh.frames);
    q.grow.run(after.position, after.mark, grown, row.no);
    learn(held, fresh.ids, after.position);
    return { kind: 'appended', before, after, added: fresh.count };
  }

  async function commitWaiting(): Promise<void> {
    const group = waiting;
    waiting = [];
    try {
      const answers = transaction(() => group.map(appendNow));
      known.tidy();
      await onDisk();
      for (const [index, answer] of answers.entries()) {
        const one = group[index] as Waiting;
        one.done(answer);
        if (answer.kind === 'appended' && answer.added > 0)
          for (const heard of listeners) heard(one.who.log, answer.after.position);
      }
    } catch (trouble) {
      for (const { who, failed } of group) {
        known.forget(key(who.log));
        failed(trouble);
      }
    }
  }

  /** Runs one change for the owner of a log. */
  async function owned<T>(who: Who, act: (no: number) => T): Promise<T | Refused> {
    const answer = transaction(() => {
      const row = open(who);
      return isRefused(row) ? row : act(row.no);
    });
    await onDisk();
    return answer;
  }

  const countOf = (row: unknown): number => (row as { n: number }).n;

  return {
    async create(who) {
      const answer = transaction(() => {
        const row = open(who);
        if (!isRefused(row)) return { kind: 'there' } as const;
        if (row.kind !== 'absent') return row;
        q.create.run(who.log, who.proof);
        return { kind: 'created' } as const;
      });
      await onDisk();
      return answer;
    },
    async look(who) {
      const row = open(who);
      return isRefused(row) ? row : { kind: 'there', head: headOf(row), bytes: row.bytes };
    },
    append: (who, batch, quota) =>
      new Promise((done, failed) => {
        if (waiting.length === 0) setImmediate(() => void commitWaiting());
        waiting.push({ who, batch, quota, done, failed });
      }),
    async read(who, after, limit) {
      const row = open(who);
      if (isRefused(row)) return row;
      let grown = 0;
      if (after.position > 0) {
        const place = q.place.get(row.no, after.position) as Row | undefined;
        if (!place || !Buffer.from(bytesOf(place.mark)).equals(after.mark)) return { kind: 'unknown-cursor' };
        grown = place.grown as number;
      }
      if (after.position === row.head) return { kind: 'page', frames: [], cursor: headOf(row), more: false };
      const rows = q.page.all(row.no, after.position, after.position + limit, grown + PAGE_BYTES) as Row[];
      const end = rows.at(-1) as Row;
      const cursor = { position: end.last as number, mark: bytesOf(end.mark) };
      return {
        kind: 'page',
        frames: rows.map(({ frames }) => bytesOf(frames)),
        cursor,
        more: cursor.position < row.head,
      };
    },
    async giveUp(who) {
      known.forget(key(who.log));
      const closed = await owned(who, (no) => {
        for (const table of ['segment', 'share', 'subscription', 'reminder', 'feed'])
          db.prepare(`DELETE FROM ${table} WHERE log = ?`).run(no);
        db.prepare('UPDATE log SET closed = 1, head = 0, bytes = 0 WHERE no = ?').run(no);
        return { kind: 'closed' as const };
      });
      if (closed.kind === 'closed') for (const heard of listeners) heard(who.log, 0);
      return closed;
    },
    position: async (log) => (q.log.get(log) as LogRow | undefined)?.head ?? 0,
    onGrowth: (heard) => void listeners.push(heard),

    putShare: async (who, { id, contents, until, views }, most) =>
      owned(who, (no) => {
        if (countOf(q.shares.get(no, id)) >= most) return { kind: 'quota' as const };
        q.putShare.run(id, no, until, views, contents);
        return { kind: 'done' as const };
      }),
    openShare: async (id, now) =>
      transaction(() => {
        if (Number(q.takeView.run(id, now).changes) === 0) return null;
        return bytesOf((q.share.get(id) as Row).contents);
      }),
    async shareViews(who, id, now) {
      const row = open(who);
      const found = isRefused(row) ? undefined : (q.views.get(id, row.no, now) as { views: number } | undefined);
      return found?.views ?? null;
    },
    async removeShare(who, id) {
      const row = open(who);
      if (!isRefused(row)) q.removeShare.run(id, row.no);
    },

    setReminders: async (who, device, { endpoint, p256dh, auth }, times, mostDevices) =>
      owned(who, (no) => {
        q.forgetTimes.run(no, device);
        q.forgetDevice.run(no, device);
        if (times.length === 0) return { kind: 'done' as const };
        if (countOf(q.devices.get(no, device)) >= mostDevices) return { kind: 'quota' as const };
        q.subscribe.run(no, device, endpoint, p256dh, auth);
        for (const { at, tag } of times) q.remind.run(no, device, at, tag);
        return { kind: 'done' as const };
      }),
    claimReminders: async (now) =>
      transaction(() => {
        const due = q.due.all(now) as Row[];
        if (due.length > 0) q.claim.run(now);
        return due.map((row) => ({
          log: bytesOf(row.log),
          device: String(row.device),
          at: Number(row.at),
          tag: String(row.tag),
          endpoint: String(row.endpoint),
          p256dh: String(row.p256dh),
          auth: String(row.auth),
        }));
      }),
    async dropSubscription(log, device) {
      const row = q.log.get(log) as LogRow | undefined;
      if (!row) return;
      transaction(() => {
        q.forgetTimes.run(row.no, device);
        q.forgetDevice.run(row.no, device);
      });
    },

    putFeed: async (who, id, text, most) =>
      owned(who, (no) => {
        if (countOf(q.feeds.get(no, id)) >= most) return { kind: 'quota' as const };
        q.putFeed.run(id, no, text);
        return { kind: 'done' as const };
      }),
    readFeed: async (id) => (q.feed.get(id) as { contents: string } | undefined)?.contents ?? null,
    async removeFeed(who, id) {
      const row = open(who);
      if (!isRefused(row)) q.removeFeed.run(id, row.no);
    },

    async setting(name, offered) {
      q.setSetting.run(name, offered);
      return (q.getSetting.get(name) as { value: string }).value;
    },
    sweep: async (now) => void q.sweep.run(now),
    size: async () => {
      const { logs, bytes } = q.size.get() as { logs: number; bytes: number };
      return { logs, bytes };
    },
    async close() {
      await commitWaiting();
      await writtenAhead.close();
      // everything in one file again, for whoever copies it
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}

/**
 * A function that resolves when everything written before its call is on the disk. One sync serves all who wait for it.
 * Once the disk has failed to keep what it took, nothing it says can be trusted: every later call fails too.
 */
function syncing(sync: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      running = sync();
      return running;
    });
    return next;
  };
}

const isRefused = (answer: LogRow | Refused): answer is Refused => 'kind' in answer;

/** Batches are large, so larger pages than usual mean that fewer are written and noted. */
const PAGE_SIZE = 16_384;

function prepareDatabase(db: Sqlite): void {
  db.exec(`PRAGMA page_size = ${PAGE_SIZE}; PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
           PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;`);
  db.exec('BEGIN IMMEDIATE');
  const { user_version: done } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (done > MIGRATIONS.length) {
    db.exec('ROLLBACK');
    throw new Error('This data was written by a newer Unknot. Please start that one, or a newer one still.');
  }
  for (const migration of MIGRATIONS.slice(done)) db.exec(migration);
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  db.exec('COMMIT');
}

/** A copy of the whole database as of now, also while a server is at work. @throws when the file is there already */
export async function backUpEmbedded(folder: string, to: string): Promise<void> {
  const db = await openSqlite(join(folder, DATABASE_FILE));
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    db.prepare('VACUUM INTO ?').run(to);
    chmodSync(to, 0o600);
  } finally {
    db.close();
  }
}
