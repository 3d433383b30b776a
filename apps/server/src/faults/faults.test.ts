import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresForTests, startPostgres } from '../store/postgres.test-support.ts';
import { faultOf, type ServerProcess, serverProcesses, stubbornWriter } from './process.test-support.ts';

/** `KILLS=100 npx vitest run apps/server/src/faults` takes a minute or two. */
const KILLS = Number(process.env.KILLS ?? 4);

const folder = mkdtempSync(join(tmpdir(), 'unknot-faults-'));
let postgres: PostgresForTests;
let start: Awaited<ReturnType<typeof serverProcesses>>;
beforeAll(async () => {
  [postgres, start] = await Promise.all([startPostgres(), serverProcesses('faults')]);
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((soon) => setTimeout(soon, ms));
const somethingMore = async (writers: readonly { acknowledged(): number }[]) => {
  const before = writers.map((writer) => writer.acknowledged());
  await expect
    .poll(() => writers.every((writer, n) => writer.acknowledged() > (before[n] ?? 0)), { timeout: 20_000 })
    .toBe(true);
};

test(`a server that is killed in mid-batch, ${KILLS} times, has lost nothing that it acknowledged`, async () => {
  const env = { UNKNOT_DATA: join(folder, 'data') };
  let server: ServerProcess = await start(env);
  const writers = Array.from({ length: 4 }, () => stubbornWriter(() => server.base));
  for (let n = 0; n < KILLS; n++) {
    await somethingMore(writers);
    await pause((n * 37) % 100);
    await server.kill();
    server = await start(env);
  }
  await somethingMore(writers);
  for (const writer of writers) await writer.stop();
  for (const writer of writers) expect(faultOf(await writer.kept(), writer.acknowledged())).toBeNull();
  await server.stop();
}, 600_000);

test('of two servers on one database one may be killed at any time: the writers go on with the other', async () => {
  const env = { UNKNOT_DATA: folder, DATABASE_URL: await postgres.database() };
  const servers = await Promise.all([start(env), start(env)]);
  const writers = Array.from({ length: 4 }, (_, n) => {
    let turn = n;
    return stubbornWriter(() => servers[turn++ % 2]?.base ?? '');
  });
  for (let n = 0; n < Math.ceil(KILLS / 2); n++) {
    await somethingMore(writers);
    await pause((n * 53) % 100);
    await servers[n % 2]?.kill();
    await somethingMore(writers);
    servers[n % 2] = await start(env);
  }
  await somethingMore(writers);
  for (const writer of writers) await writer.stop();
  for (const writer of writers) expect(faultOf(await writer.kept(), writer.acknowledged())).toBeNull();
  await Promise.all(servers.map((server) => server.stop()));
}, 600_000);
