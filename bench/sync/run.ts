// `npx tsx bench/sync/run.ts`: how much one server carries, on each store, beside its peers, in one run on one machine.
// One line of JSON per figure. The peers are installed by hand: `npm ci` in this folder.
// Words choose parts: embedded postgres peers nodes growth listeners client. Without words: all.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type SyncStatus, serverAt, startExchange } from '@unknot/sync/client';
import { type Entry, keysOf } from '@unknot/sync/crypto';
import { authorization } from '@unknot/sync/protocol';
import pg from 'pg';
import { type ServerProcess, serverProcesses } from '../../apps/server/src/faults/process.test-support.ts';
import { openStore } from '../../apps/server/src/store/index.ts';
import { MIGRATIONS } from '../../apps/server/src/store/postgres.sql.ts';
import { startPostgres } from '../../apps/server/src/store/postgres.test-support.ts';
import { chance, letters, someone } from '../../apps/server/src/store/suite.test-support.ts';
import { findPostgres } from '../../scripts/ensure-postgres.mjs';
import { asker, CLIENTS, EVENT_BYTES, type Load, load, processorSeconds, residentMb, writer } from './load.ts';

const SECONDS = Number(process.env.SECONDS ?? 5);
const BATCH = 100;
const chosen = process.argv.slice(2);
const wants = (part: string) => chosen.length === 0 || chosen.includes(part);

const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'));
const start = await serverProcesses('bench');
const { ask, close } = asker();
const short = (value: number) => Number(value.toPrecision(3));
function figure(name: string, value: number, unit: string, more: Record<string, number> = {}): void {
  const rounded = Object.fromEntries(Object.entries(more).map(([key, one]) => [key, short(one)]));
  console.log(JSON.stringify({ name, value: short(value), unit, ...rounded }));
}
const latency = ({ p50, p99 }: Load) => ({ p50ms: p50, p99ms: p99 });
const LENGTHS = [100, 1000, 10_000, 100_000];
const GENEROUS = { QUOTA_MB: '100000', MOST_LOGS: '1000000' };

const perSecond: Record<string, number> = {};
try {
  if (wants('embedded')) {
    await starting();
    await throughput('embedded', [await start({ ...GENEROUS, UNKNOT_DATA: join(folder, 'embedded') })]);
  }
  if (wants('peers')) await peers();
  if (wants('postgres') || wants('nodes')) await onPostgres();
  if (wants('growth')) await growth();
  if (wants('listeners')) await listeners();
  if (wants('client')) await firstSync();
} finally {
  close();
  rmSync(folder, { recursive: true, force: true });
}

async function starting(): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 3; n++) {
    const begun = performance.now();
    const server = await start({ UNKNOT_DATA: join(folder, `start-${n % 2}`) });
    times.push(performance.now() - begun);
    if (n === 2) {
      await new Promise((soon) => setTimeout(soon, 3000));
      figure('embedded: memory at rest', residentMb(server.pid), 'MB');
    }
    await server.stop();
  }
  figure('embedded: start until it answers, median of 3', times.sort((a, b) => a - b)[1] ?? 0, 'ms');
}

async function throughput(
  name: string,
  servers: readonly ServerProcess[],
  parts = ['batches', 'single', 'pages'],
): Promise<void> {
  const bases = servers.map(({ base }) => base);
  const writers = (events: number) =>
    Promise.all(
      Array.from({ length: CLIENTS }, async (_, n) => {
        const one = writer(ask, [bases[n % bases.length] ?? ''], events);
        await one.create();
        return one;
      }),
    );
  const processor = () => servers.reduce((sum, { pid }) => sum + processorSeconds(pid), 0);
  const memory = () => ({ rssMb: servers.reduce((sum, { pid }) => sum + residentMb(pid), 0) });
  const all = await writers(BATCH);
  if (parts.includes('batches')) {
    const before = processor();
    const answers = await load(SECONDS, CLIENTS, async (n) => void (await all[n]?.append()));
    const used = (processor() - before) / answers.answered;
    perSecond[name] = answers.perSecond * BATCH;
    figure(`${name}: events in batches of ${BATCH}`, answers.perSecond * BATCH, '1/s', {
      ...latency(answers),
      ...memory(),
      processorMs: 1000 * used,
    });
  }
  if (parts.includes('single')) {
    const singles = await writers(1);
    const before = processor();
    const answers = await load(SECONDS, CLIENTS, async (n) => void (await singles[n]?.append()));
    const used = (processor() - before) / answers.answered;
    perSecond[`${name} single`] = answers.perSecond;
    figure(`${name}: events one per request`, answers.perSecond, '1/s', {
      ...latency(answers),
      processorMs: 1000 * used,
    });
    const many = Array.from({ length: 4 }, () => writers(1));
    const crowd = (await Promise.all(many)).flat();
    const more = await load(SECONDS, crowd.length, async (n) => void (await crowd[n]?.append()));
    perSecond[`${name} crowd`] = more.perSecond;
    figure(`${name}: events one per request, 64 clients`, more.perSecond, '1/s', latency(more));
  }
  if (parts.includes('pages')) {
    for (const one of all) await one.append();
    const before = processor();
    const pages = await load(SECONDS, CLIENTS, async (n) => void (await all[n]?.page()));
    const used = (processor() - before) / pages.answered;
    figure(`${name}: pages of ${BATCH} read`, pages.perSecond, '1/s', { ...latency(pages), processorMs: 1000 * used });
  }
  await Promise.all(servers.map((server) => server.stop()));
}

// ---- peers -----------------------------------------------------------------------------------------------------------

async function peers(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
    console.error('No peers: run "npm ci" in bench/sync first.');
    return;
  }
  const text = 'x'.repeat(EVENT_BYTES);
  const pouch = await peer('pouchdb');
  const base = `http://127.0.0.1:${pouch.port}`;
  for (let n = 0; n < CLIENTS; n++) await ask(base, 'PUT', `/log${n}`, {});
  let count = 0;
  const bulk = await load(SECONDS, CLIENTS, async (n) => {
    const docs = Array.from({ length: BATCH }, () => ({ _id: `event-${count++}`, text }));
    const body = Buffer.from(JSON.stringify({ docs }));
    const { status } = await ask(base, 'POST', `/log${n}/_bulk_docs`, { 'Content-Type': 'application/json' }, body);
    if (status !== 201) throw new Error(`pouchdb answered ${status}`);
  });
  peerFigure('express-pouchdb', bulk, pouch);

  const y = await peer('y-websocket');
  const require = createRequire(join(import.meta.dirname, 'package.json'));
  const Y = require('yjs');
  const WebSocket = require('ws');
  const encoding = require('lib0/dist/encoding.cjs');
  const sync = require('y-protocols/dist/sync.cjs');
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, n) => {
      const doc = new Y.Doc();
      const socket = new WebSocket(`ws://127.0.0.1:${y.port}/log${n}`);
      await new Promise((open) => socket.once('open', open));
      let answered = () => {};
      // message 0: sync; 1 within it: the answer to "what do you have?"
      socket.on('message', (data: Uint8Array) => data[0] === 0 && data[1] === 1 && answered());
      let update: Uint8Array = new Uint8Array();
      doc.on('update', (made: Uint8Array) => {
        update = made;
      });
      const say = (write: (to: unknown) => void) => {
        const to = encoding.createEncoder();
        encoding.writeVarUint(to, 0);
        write(to);
        socket.send(encoding.toUint8Array(to));
      };
      return {
        async append() {
          doc.getArray('events').push(Array(BATCH).fill(text));
          say((to) => sync.writeUpdate(to, update));
          const heard = new Promise<void>((resolve) => {
            answered = resolve;
          });
          say((to) => sync.writeSyncStep1(to, doc));
          await heard;
        },
        close: () => socket.close(),
      };
    }),
  );
  const updates = await load(SECONDS, CLIENTS, async (n) => void (await clients[n]?.append()));
  for (const one of clients) one.close();
  peerFigure('y-websocket with persistence', updates, y);
}

interface Peer {
  readonly port: number;
  readonly child: ChildProcess;
}

function peer(kind: string): Promise<Peer> {
  const place = mkdtempSync(join(folder, `${kind}-`));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'peers.mjs'), kind, place], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => child.once('message', ({ port }: { port: number }) => resolve({ port, child })));
}

function peerFigure(name: string, answers: Load, { child }: Peer): void {
  const used = processorSeconds(child.pid ?? 0) / answers.answered;
  const events = answers.perSecond * BATCH;
  const ratio = perSecond.embedded ? { ourEmbeddedIsTimes: perSecond.embedded / events } : {};
  figure(`${name}: events in batches of ${BATCH}`, events, '1/s', {
    ...latency(answers),
    rssMb: residentMb(child.pid ?? 0),
    processorMs: 1000 * used,
    ...ratio,
  });
  child.kill();
}

// ---- PostgreSQL ------------------------------------------------------------------------------------------------------

async function onPostgres(): Promise<void> {
  for (const nodes of wants('nodes') ? [1, 2, 4] : [1])
    await inFreshPostgres(async (url) => {
      const env = { ...GENEROUS, UNKNOT_DATA: folder, DATABASE_URL: url };
      const servers = await Promise.all(Array.from({ length: nodes }, () => start(env)));
      const name = nodes === 1 ? 'PostgreSQL' : `PostgreSQL, ${nodes} servers`;
      await throughput(name, servers, nodes === 1 ? undefined : ['batches', 'single']);
    });
  if (wants('nodes')) await inFreshPostgres(ownLimit);
}

/** Each begins with an empty database: one that has just taken a gigabyte is still busy with it. */
async function inFreshPostgres(act: (url: string) => void | Promise<void>): Promise<void> {
  const postgres = await startPostgres({ shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '200' });
  try {
    await act(await postgres.database());
  } finally {
    await postgres.stop();
  }
}

/** The same rows as single inserts: by the bench of the database, which makes them itself, and by its driver, which brings them. */
async function ownLimit(url: string): Promise<void> {
  const bin = findPostgres() ?? '';
  const psql = (sql: string) => execFileSync(join(bin, 'psql'), [url, '-qc', sql]);
  psql(MIGRATIONS[0] ?? '');
  psql(`CREATE TABLE own (LIKE segment INCLUDING ALL)`);
  for (const [name, events, against, clients] of [
    ['batches', BATCH, '', CLIENTS],
    ['one by one', 1, ' single', CLIENTS],
    ['one by one, 64 clients', 1, ' crowd', 64],
  ] as const) {
    const script = join(folder, 'own.sql');
    const bytes = events * (EVENT_BYTES + 4);
    execFileSync('sh', ['-c', `cat > "${script}"`], {
      input: `\\set last random(1, 9000000000000000)
INSERT INTO own VALUES (decode(lpad(to_hex(:client_id::bigint), 32, '0'), 'hex'), :last, '\\x0000000000000000', 1, '\\x${'00'.repeat(events * 16)}', convert_to(repeat('x', ${bytes}), 'UTF8'));`,
    });
    const told = execFileSync(
      join(bin, 'pgbench'),
      ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(SECONDS), '-f', script, url],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const [, tps = '0'] = /tps = ([\d.]+)/.exec(told) ?? [];
    const brought = await byDriver(url, clients, events, bytes);
    for (const [by, own] of [
      ['pgbench', Number(tps)],
      ['its driver', brought.perSecond],
    ] as const) {
      const shares = Object.fromEntries(
        [1, 2, 4].flatMap((nodes) => {
          const ours = perSecond[`PostgreSQL${nodes > 1 ? `, ${nodes} servers` : ''}${against}`];
          return ours ? [[`share${nodes}`, ours / (own * events)]] : [];
        }),
      );
      figure(`PostgreSQL by ${by}: the same rows, ${name}`, own * events, '1/s', shares);
    }
  }
}

async function byDriver(url: string, count: number, events: number, bytes: number): Promise<Load> {
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client(url);
      await client.connect();
      return {
        client,
        log: Buffer.from(chance(16)),
        frames: Buffer.alloc(bytes, 7),
        ids: Buffer.alloc(16 * events, 7),
      };
    }),
  );
  const mark = Buffer.alloc(8);
  let last = 0;
  const answers = await load(SECONDS, count, async (n) => {
    const { client, log, frames, ids } = clients[n] as (typeof clients)[number];
    const text = 'INSERT INTO own VALUES ($1, $2, $3, 1, $4, $5)';
    await client.query({ name: 'own', text, values: [log, last++, mark, ids, frames] });
  });
  await Promise.all(clients.map(({ client }) => client.end()));
  return answers;
}

// ---- growth ----------------------------------------------------------------------------------------------------------

async function growth(): Promise<void> {
  for (const logs of [1, 100, 10_000, 100_000]) {
    const place = join(folder, `logs-${logs}`);
    const store = await openStore({ folder: place, chance });
    for (let n = 0; n < logs; n += 500)
      await Promise.all(
        Array.from({ length: Math.min(500, logs - n) }, async () => {
          const who = someone();
          await store.create(who);
          await store.append(who, letters(0, 5, 500), 1e12);
        }),
      );
    await store.close();
    await measure(`of ${logs} logs`, place);
  }
  for (const events of LENGTHS) {
    const place = join(folder, `events-${events}`);
    const held = await longLog('embedded', events, { UNKNOT_DATA: place });
    const bytes = statSync(join(place, 'unknot.db')).size / held;
    figure(`embedded: bytes on the disk per event of 1 KiB, log of ${held}`, bytes, 'bytes');
    rmSync(place, { recursive: true, force: true });
  }
  const postgres = await startPostgres({ shared_buffers: '512MB', max_wal_size: '4GB' });
  try {
    for (const events of LENGTHS)
      await longLog('PostgreSQL', events, { UNKNOT_DATA: folder, DATABASE_URL: await postgres.database() });
  } finally {
    await postgres.stop();
  }
}

/** @returns how many events the log has in the end */
async function longLog(store: string, events: number, env: Record<string, string>): Promise<number> {
  const server = await start({ ...GENEROUS, ...env });
  const full = writer(ask, [server.base], BATCH);
  await full.create();
  for (let n = BATCH; n < events; n += BATCH) await full.append();
  const before = await full.head();
  await full.append();
  const during = async (what: string, once: () => Promise<unknown>) => {
    const { p50, p99 } = await load(1, 1, async () => void (await once()), 0.5);
    figure(`${store}: ${what} a log of ${events} events, one client`, p50, 'ms', { p99ms: p99 });
  };
  await during('last page of', () => full.page(before));
  await during('first page of', () => full.page());
  await during('batch to', () => full.append());
  const held = Number.parseInt(await full.head(), 10);
  await server.stop();
  return held;
}

async function measure(name: string, place: string): Promise<void> {
  const server = await start({ ...GENEROUS, UNKNOT_DATA: place });
  const one = writer(ask, [server.base], 1);
  await one.create();
  const append = await load(2, 1, async () => void (await one.append()));
  figure(`one event to one log ${name}, one client`, append.p50, 'ms', {
    p99ms: append.p99,
    rssMb: residentMb(server.pid),
  });
  const page = await load(1, 1, async () => void (await one.page()));
  figure(`one page of one log ${name}, one client`, page.p50, 'ms', { p99ms: page.p99 });
  await server.stop();
  rmSync(place, { recursive: true, force: true });
}

// ---- listeners -------------------------------------------------------------------------------------------------------

async function listeners(): Promise<void> {
  const count = 2000;
  const server = await start({ ...GENEROUS, UNKNOT_DATA: join(folder, 'listeners') });
  const before = residentMb(server.pid);
  const agent = new Agent({ maxSockets: count });
  for (let n = 0; n < count; n += 10) {
    const one = writer(ask, [server.base], 1);
    await one.create();
    const headers = { Authorization: authorization(one.credential) };
    await Promise.all(
      Array.from(
        { length: 10 },
        () =>
          new Promise<void>((heard) =>
            request(`${server.base}/api/log/live`, { agent, headers }, (answer) =>
              answer.once('data', () => heard()),
            ).end(),
          ),
      ),
    );
  }
  figure('memory of one device that listens', ((residentMb(server.pid) - before) * 1e6) / count, 'bytes');
  agent.destroy();
  await server.stop();
}

// ---- a device --------------------------------------------------------------------------------------------------------

async function firstSync(): Promise<void> {
  const server = await start({ ...GENEROUS, UNKNOT_DATA: join(folder, 'client') });
  const keys = keysOf(chance(16));
  const journal = Array.from(
    { length: 10_000 },
    (_, n): Entry => ({ id: `entry-${n}`, text: JSON.stringify({ n, text: 'x'.repeat(700) }), imported: false }),
  );
  for (const [name, entries] of [
    ['up', journal],
    ['down', []],
  ] as const) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const begun = performance.now();
    await inStep(server.base, keys, entries, journal.length);
    const took = performance.now() - begun;
    delay.disable();
    figure(`a device: first sync of 10,000 entries, ${name}`, took / 1000, 's', { longestTaskMs: delay.max / 1e6 });
  }
  await server.stop();
}

function inStep(base: string, keys: ReturnType<typeof keysOf>, first: readonly Entry[], count: number): Promise<void> {
  const entries = new Map(first.map((entry) => [entry.id, entry]));
  let list: readonly Entry[] = [...entries.values()];
  const device = {
    entries: () => list,
    add: async (more: readonly Entry[]) => {
      for (const entry of more) entries.set(entry.id, entry);
      list = [...entries.values()];
      return true;
    },
    progress: async () => null,
    keep: async () => {},
    forget: async () => {},
  };
  const around = {
    now: Date.now,
    wait: (ms: number, then: () => void) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    roll: () => 0.5,
    chance,
  };
  return new Promise((resolve) => {
    const running = startExchange(
      keys,
      device,
      serverAt({ base, credential: keys, fetch: (address, init) => fetch(address, init) }),
      around,
      (status: SyncStatus) => {
        if (status.kind !== 'in-step' || list.length < count) return;
        setTimeout(() => running.stop(), 0);
        resolve();
      },
    );
  });
}
