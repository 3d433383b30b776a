// The store on PostgreSQL, for several server processes at once. Each may be killed at any time.
//
// What arrives while a commit is under way is committed together in the next one. Growth is told to the other processes by
// NOTIFY after the commit; it is a hint only, whoever listens looks again now and then (live/).

import { type Batch, type Cursor, MARK_BYTES } from '@unknot/sync/protocol';
import pg from 'pg';
import { type Fresh, freshOf, knownEnvelopes, learn } from './known.ts';
import { type Appended, type Looked, PAGE_BYTES, type Refused, type Store, StoreFull, type Who } from './port.ts';
import { MIGRATIONS } from './postgres.sql.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly chance: (bytes: number) => Uint8Array;
  /** Connections for reading and small things; two more write, one listens. */
  readonly readers?: number;
  /** Gets the trouble of a connection that nobody waits for. */
  readonly onTrouble?: () => void;
}

interface Waiting {
  readonly who: Who;
  readonly key: string;
  readonly batch: Batch;
  readonly quota: number;
  readonly done: (answer: Appended) => void;
  readonly failed: (trouble: unknown) => void;
}

/**
 * Groups that may be on their way at the same time; a log is in one of them only. The second goes only when enough waits
 * for it: small groups cost more than the wait, large ones are carried here while the database is busy with another.
 */
const WRITERS = 2;
const WORTH_A_SECOND_BYTES = 256 * 1024;
const GROUP_BYTES = 4 * 1024 * 1024;
const GROUP_BATCHES = 64;
/** A log that others write to as well may be found changed this often before we give up. */
const TRIES = 20;
const CHANNEL = 'unknot_growth';
const NOTIFY_AFTER_MS = 15;
/** A payload holds 8000 bytes; one log takes 33. */
const LOGS_PER_NOTIFY = 200;
const LOCK = 7_220_145;

export async function openPostgres({
  url,
  chance,
  readers = 6,
  onTrouble = () => {},
}: PostgresOptions): Promise<Store> {
  const common = { connectionString: url, connectionTimeoutMillis: 10_000, statement_timeout: 30_000, keepAlive: true };
  const pool = new pg.Pool({ ...common, max: readers });
  const writing = new pg.Pool({ ...common, max: WRITERS });
  for (const one of [pool, writing]) one.on('error', onTrouble);
  try {
    await migrate(pool);
  } catch (trouble) {
    await Promise.allSettled([pool.end(), writing.end()]);
    throw trouble;
  }

  const known = knownEnvelopes();
  const listeners: ((log: Uint8Array, position: number) => void)[] = [];
  const busy = new Set<string>();
  let waiting: Waiting[] = [];
  let isPumpSet = false;
  let underWay = 0;
  let isClosed = false;

  type Values = readonly unknown[];
  const rows = async (
    from: pg.Pool,
    name: string,
    text: string,
    values: Values,
  ): Promise<Record<string, unknown>[]> => {
    // named: parsed by the database once per connection
    return (await from.query({ name, text, values: [...values] })).rows;
  };
  const key = (log: Uint8Array) => Buffer.from(log).toString('latin1');
  const bytes = (some: Uint8Array) => Buffer.from(some.buffer, some.byteOffset, some.length);

  // ---- writing -------------------------------------------------------------------------------------------------------

  function pump(): void {
    isPumpSet = false;
    while (waiting.length > 0 && underWay < WRITERS) {
      const group: Waiting[] = [];
      const later: Waiting[] = [];
      const taken = new Set<string>();
      let size = 0;
      for (const one of waiting) {
        const fits = group.length < GROUP_BATCHES && size < GROUP_BYTES;
        if (!fits || busy.has(one.key) || taken.has(one.key)) later.push(one);
        else {
          taken.add(one.key);
          group.push(one);
          size += one.batch.frames.length;
        }
      }
      if (group.length === 0 || (underWay > 0 && size < WORTH_A_SECOND_BYTES)) return;
      waiting = later;
      underWay += 1;
      for (const name of taken) busy.add(name);
      void commit(group).finally(() => {
        underWay -= 1;
        for (const name of taken) busy.delete(name);
        pump();
      });
    }
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    // always in one order, so that two processes never wait for each other
    let rest = [...group].sort((a, b) => (a.key < b.key ? -1 : 1));
    try {
      for (let tries = 0; rest.length > 0; tries++) {
        if (tries === TRIES) throw new Error(`a log must be found unchanged in ${TRIES} tries`);
        const fresh = rest.map(({ key: name, batch }) => freshOf(known.of(name), batch));
        const made = chance(rest.length * MARK_BYTES);
        const marks = rest.map((_, n) => made.subarray(n * MARK_BYTES, (n + 1) * MARK_BYTES));
        const said = await appendAll(rest, fresh, marks);
        const behind: Waiting[] = [];
        for (const [index, one] of rest.entries()) {
          const answer = said[index];
          if (!answer) throw new Error('every batch must get an answer');
          if (answer.said === 'behind') {
            await catchUp(one, Number(answer.head_before));
            behind.push(one);
          } else one.done(settle(one, fresh[index] as Fresh, marks[index] as Uint8Array, answer));
        }
        rest = behind;
      }
      known.tidy();
    } catch (trouble) {
      for (const one of rest) {
        known.forget(one.key);
        // 53100: the disk of the database is full
        one.failed((trouble as { code?: string }).code === '53100' ? new StoreFull() : trouble);
      }
    }
  }

  interface Said {
    readonly said: string;
    readonly head_before: unknown;
    readonly mark_before: Buffer;
  }

  /** One statement, so one transaction and one wait for the disk. Bytes travel in one piece each. */
  async function appendAll(group: readonly Waiting[], fresh: readonly Fresh[], marks: readonly Uint8Array[]) {
    const ends = (lengths: readonly number[]) => {
      let end = 0;
      return lengths.map((length) => (end += length));
    };
    const values = [
      Buffer.concat(group.map(({ who }) => who.log)),
      Buffer.concat(group.map(({ who }) => who.proof)),
      Buffer.concat(marks),
      Buffer.concat(fresh.map(({ ids }) => ids)),
      Buffer.concat(fresh.map(({ frames, count }) => (count > 0 ? frames : new Uint8Array(0)))),
      group.map(({ key: name }) => known.of(name).position),
      fresh.map(({ count }) => count),
      ends(fresh.map(({ ids }) => ids.length)),
      ends(fresh.map(({ frames, count }) => (count > 0 ? frames.length : 0))),
      group.map(({ quota }) => quota),
    ];
    return (await rows(
      writing,
      'append',
      `SELECT a.* FROM unnest($6::bigint[], $7::int[], $8::int[], $9::int[], $10::bigint[])
         WITH ORDINALITY AS u (known_head, count, ids_end, frames_end, quota, n),
       LATERAL (SELECT coalesce(($8::int[])[u.n - 1], 0) AS ids_start, coalesce(($9::int[])[u.n - 1], 0) AS frames_start) s,
       LATERAL append_segment(
         substr($1::bytea, (u.n::int - 1) * 16 + 1, 16), substr($2::bytea, (u.n::int - 1) * 32 + 1, 32), u.known_head, u.count,
         substr($3::bytea, (u.n::int - 1) * 8 + 1, 8), substr($4::bytea, s.ids_start + 1, u.ids_end - s.ids_start),
         substr($5::bytea, s.frames_start + 1, u.frames_end - s.frames_start), u.quota) a`,
      values,
    )) as unknown as Said[];
  }

  async function catchUp({ who, key: name }: Waiting, head: number): Promise<void> {
    let held = known.of(name);
    if (held.position > head) {
      known.forget(name); // the database went back in time
      held = known.of(name);
    }
    const news = await rows(pool, 'ids', 'SELECT last, ids FROM segment WHERE log = $1 AND last > $2 ORDER BY last', [
      bytes(who.log),
      held.position,
    ]);
    for (const { ids, last } of news) learn(held, ids as Buffer, Number(last));
  }

  function settle({ who, key: name }: Waiting, fresh: Fresh, mark: Uint8Array, answer: Said): Appended {
    if (answer.said !== 'done') return { kind: answer.said as Refused['kind'] | 'quota' };
    const before: Cursor = { position: Number(answer.head_before), mark: answer.mark_before };
    if (fresh.count === 0) return { kind: 'appended', before, after: before, added: 0 };
    const after: Cursor = { position: before.position + fresh.count, mark };
    learn(known.of(name), fresh.ids, after.position);
    grew(who.log, after.position);
    return { kind: 'appended', before, after, added: fresh.count };
  }

  // ---- telling the other processes -----------------------------------------------------------------------------------

  const untold = new Map<string, number>();
  let telling: NodeJS.Timeout | null = null;

  function grew(log: Uint8Array, position: number): void {
    for (const heard of listeners) heard(log, position);
    untold.set(Buffer.from(log).toString('base64url'), position);
    telling ??= setTimeout(tell, NOTIFY_AFTER_MS);
  }

  function tell(): void {
    telling = null;
    const news = [...untold].map(([log, position]) => `${log}:${position}`);
    untold.clear();
    for (let i = 0; i < news.length; i += LOGS_PER_NOTIFY) {
      const payload = news.slice(i, i + LOGS_PER_NOTIFY).join(' ');
      pool.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(onTrouble);
    }
  }

  let ear: pg.Client | null = null;

  async function listen(): Promise<void> {
    const client = new pg.Client(common);
    ear = client;
    const again = (): void => {
      if (ear !== client) return;
      ear = null;
      client.end().catch(() => {});
      if (!isClosed) setTimeout(() => void listen(), 1000).unref();
    };
    client.on('error', again);
    client.on('end', again);
    client.on('notification', ({ payload = '' }) => {
      for (const one of payload.split(' ')) {
        const [log = '', position = ''] = one.split(':');
        for (const heard of listeners) heard(Buffer.from(log, 'base64url'), Number(position));
      }
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      again();
    }
  }

  // ---- everything else -----------------------------------------------------------------------------------------------

  async function open({ log, proof }: Who): Promise<(Looked & { readonly bytes: number }) | Refused> {
    const [row] = await rows(
      pool,
      'open',
      'SELECT proof = $2 AS fits, closed, head, mark, bytes FROM log WHERE id = $1',
      [bytes(log), bytes(proof)],
    );
    if (!row) return { kind: 'absent' };
    if (!row.fits) return { kind: 'forbidden' };
    if (row.closed) return { kind: 'closed' };
    return { kind: 'there', head: { position: Number(row.head), mark: row.mark as Buffer }, bytes: Number(row.bytes) };
  }

  /** Runs one change for the owner of a log, in a transaction that holds the log. */
  async function owned<T>(who: Who, act: (client: pg.PoolClient) => Promise<T>): Promise<T | Refused> {
    const opened = await open(who);
    if (opened.kind !== 'there') return opened;
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM log WHERE id = $1 FOR UPDATE', [bytes(who.log)]);
      const result = await act(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (trouble) {
      client.release(true);
      throw trouble;
    }
  }

  const numberOf = async (client: pg.PoolClient, text: string, values: Values): Promise<number> =>
    Number((await client.query(text, [...values])).rows[0].n);

  await listen();
  return {
    async create({ log, proof }) {
      const made = await pool.query('INSERT INTO log (id, proof) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        bytes(log),
        bytes(proof),
      ]);
      if (made.rowCount === 1) return { kind: 'created' };
      const opened = await open({ log, proof });
      return opened.kind === 'there' ? { kind: 'there' } : opened;
    },
    look: open,
    append: (who, batch, quota) =>
      new Promise((done, failed) => {
        waiting.push({ who, key: key(who.log), batch, quota, done, failed });
        if (!isPumpSet) setImmediate(pump);
        isPumpSet = true;
      }),
    async read(who, after, limit) {
      // one question: who asks, whether the cursor is ours, and the page
      const found = await rows(
        pool,
        'page',
        `WITH here AS (
           SELECT l.proof = $2 AS fits, l.closed, l.head, (SELECT mark FROM segment WHERE log = $1 AND last = $3) AS place
           FROM log l WHERE l.id = $1),
         first AS (
           SELECT last, grown - length(frames) AS base FROM segment WHERE log = $1 AND last > $3 ORDER BY last LIMIT 1),
         page AS (
           SELECT s.last, s.mark, s.frames FROM first f, segment s
           WHERE s.log = $1 AND s.last >= f.last AND s.last <= greatest(f.last, $4)
             AND (s.last = f.last OR s.grown <= f.base + $5))
         SELECT h.*, p.last, p.mark, encode(p.frames, 'base64') AS frames FROM here h
         LEFT JOIN page p ON h.fits AND NOT h.closed AND ($3 = 0 OR h.place = $6) ORDER BY p.last`,
        [bytes(who.log), bytes(who.proof), after.position, after.position + limit, PAGE_BYTES, bytes(after.mark)],
      );
      const [here] = found;
      if (!here) return { kind: 'absent' };
      if (!here.fits) return { kind: 'forbidden' };
      if (here.closed) return { kind: 'closed' };
      if (after.position > 0 && !(here.place as Buffer | null)?.equals(after.mark)) return { kind: 'unknown-cursor' };
      const page = found.filter(({ last }) => last !== null);
      const end = page.at(-1);
      const cursor = end ? { position: Number(end.last), mark: end.mark as Buffer } : after;
      return {
        kind: 'page',
        frames: page.map(({ frames }) => Buffer.from(frames as string, 'base64')),
        cursor,
        more: cursor.position < Number(here.head),
      };
    },
    async giveUp(who) {
      const closed = await owned(who, async (client) => {
        known.forget(key(who.log));
        for (const table of ['segment', 'share', 'subscription', 'reminder', 'feed'])
          await client.query(`DELETE FROM ${table} WHERE log = $1`, [bytes(who.log)]);
        await client.query('UPDATE log SET closed = true, head = 0, bytes = 0 WHERE id = $1', [bytes(who.log)]);
        return { kind: 'closed' } as const;
      });
      if (closed.kind === 'closed') grew(who.log, 0);
      return closed;
    },
    async position(log) {
      const [row] = await rows(pool, 'position', 'SELECT head FROM log WHERE id = $1', [bytes(log)]);
      return Number(row?.head ?? 0);
    },
    onGrowth: (heard) => void listeners.push(heard),

    putShare: (who, { id, contents, until, views }, most) =>
      owned(who, async (client) => {
        const others = await numberOf(client, 'SELECT count(*) AS n FROM share WHERE log = $1 AND id <> $2', [
          bytes(who.log),
          bytes(id),
        ]);
        if (others >= most) return { kind: 'quota' } as const;
        await client.query(
          `INSERT INTO share (id, log, until, views, contents) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (id) DO UPDATE SET until = excluded.until, views = excluded.views, contents = excluded.contents
           WHERE share.log = excluded.log`,
          [bytes(id), bytes(who.log), until, views, bytes(contents)],
        );
        return { kind: 'done' } as const;
      }),
    async openShare(id, now) {
      const [row] = await rows(
        pool,
        'view',
        'UPDATE share SET views = views - 1 WHERE id = $1 AND until > $2 AND views > 0 RETURNING contents',
        [bytes(id), now],
      );
      return (row?.contents as Buffer | undefined) ?? null;
    },
    async shareViews(who, id, now) {
      if ((await open(who)).kind !== 'there') return null;
      const [row] = await rows(
        pool,
        'views',
        'SELECT views FROM share WHERE id = $1 AND log = $2 AND until > $3 AND views > 0',
        [bytes(id), bytes(who.log), now],
      );
      return row ? Number(row.views) : null;
    },
    async removeShare(who, id) {
      if ((await open(who)).kind !== 'there') return;
      await pool.query('DELETE FROM share WHERE id = $1 AND log = $2', [bytes(id), bytes(who.log)]);
    },

    setReminders: (who, device, { endpoint, p256dh, auth }, times, mostDevices) =>
      owned(who, async (client) => {
        const own = [bytes(who.log), device];
        await client.query('DELETE FROM reminder WHERE log = $1 AND device = $2', own);
        await client.query('DELETE FROM subscription WHERE log = $1 AND device = $2', own);
        if (times.length === 0) return { kind: 'done' } as const;
        const others = await numberOf(client, 'SELECT count(*) AS n FROM subscription WHERE log = $1', [
          bytes(who.log),
        ]);
        if (others >= mostDevices) return { kind: 'quota' } as const;
        await client.query('INSERT INTO subscription VALUES ($1, $2, $3, $4, $5)', [...own, endpoint, p256dh, auth]);
        await client.query(
          `INSERT INTO reminder (log, device, at, tag) SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[])`,
          [...own, times.map(({ at }) => at), times.map(({ tag }) => tag)],
        );
        return { kind: 'done' } as const;
      }),
    async claimReminders(now) {
      // whoever deletes a row has it; a second process finds it gone
      const due = await pool.query(
        `DELETE FROM reminder r USING subscription s
         WHERE r.at <= $1 AND s.log = r.log AND s.device = r.device
         RETURNING r.log, r.device, r.at, r.tag, s.endpoint, s.p256dh, s.auth`,
        [now],
      );
      return due.rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
    async dropSubscription(log, device) {
      for (const table of ['reminder', 'subscription'])
        await pool.query(`DELETE FROM ${table} WHERE log = $1 AND device = $2`, [bytes(log), device]);
    },

    putFeed: (who, id, text, most) =>
      owned(who, async (client) => {
        const others = await numberOf(client, 'SELECT count(*) AS n FROM feed WHERE log = $1 AND id <> $2', [
          bytes(who.log),
          bytes(id),
        ]);
        if (others >= most) return { kind: 'quota' } as const;
        await client.query(
          `INSERT INTO feed (id, log, contents) VALUES ($1, $2, $3)
           ON CONFLICT (id) DO UPDATE SET contents = excluded.contents WHERE feed.log = excluded.log`,
          [bytes(id), bytes(who.log), text],
        );
        return { kind: 'done' } as const;
      }),
    async readFeed(id) {
      const found = await pool.query('SELECT contents FROM feed WHERE id = $1', [bytes(id)]);
      return found.rows[0]?.contents ?? null;
    },
    async removeFeed(who, id) {
      if ((await open(who)).kind !== 'there') return;
      await pool.query('DELETE FROM feed WHERE id = $1 AND log = $2', [bytes(id), bytes(who.log)]);
    },

    async setting(name, offered) {
      await pool.query('INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, offered]);
      return (await pool.query('SELECT value FROM setting WHERE name = $1', [name])).rows[0].value;
    },
    async sweep(now) {
      await pool.query('DELETE FROM share WHERE until <= $1 OR views <= 0', [now]);
    },
    async size() {
      const { rows: found } = await pool.query(
        'SELECT count(*) AS logs, coalesce(sum(bytes), 0) AS bytes FROM log WHERE NOT closed',
      );
      return { logs: Number(found[0].logs), bytes: Number(found[0].bytes) };
    },
    async close() {
      isClosed = true;
      if (telling) clearTimeout(telling);
      tell();
      while (waiting.length > 0 || underWay > 0) await new Promise((soon) => setTimeout(soon, 5));
      const last = ear;
      ear = null;
      await Promise.allSettled([last?.end(), pool.end(), writing.end()]);
    },
  };
}

/** Several processes may start at once: one migrates, the others wait for it. */
async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS migration (version integer PRIMARY KEY)');
    const done = Number((await client.query('SELECT coalesce(max(version), 0) AS n FROM migration')).rows[0].n);
    if (done > MIGRATIONS.length)
      throw new Error('This database was written by a newer Unknot. Please start that one, or a newer one still.');
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < done) continue;
      await client.query(sql);
      await client.query('INSERT INTO migration VALUES ($1)', [index + 1]);
    }
    await client.query('COMMIT');
  } finally {
    client.release(true);
  }
}
