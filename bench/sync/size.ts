// `npx tsx bench/sync/size.ts`: what a year of one person weighs: sealed, on each store, in a backup. These figures are the
// same on every machine; docs/operations/scale.md reckons with them.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryOf } from '@unknot/journal/log';
import { someonesEvents } from '@unknot/journal/testing';
import { keysOf, sealEntry, writeBackup } from '@unknot/sync/crypto';
import pg from 'pg';
import { backUpEmbedded, openStore, type Store } from '../../apps/server/src/store/index.ts';
import { startPostgres } from '../../apps/server/src/store/postgres.test-support.ts';
import { batchOf, chance, someone } from '../../apps/server/src/store/suite.test-support.ts';

const PEOPLE = 20;
const DAYS = 365;
/** Three times a day five entries: a check or drawing, a session, how it was. */
const [TIMES, ENTRIES] = [3, 5];

const figure = (name: string, value: number, unit: string) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit }));

const keys = keysOf(chance(16));
const year = someonesEvents(DAYS * TIMES * ENTRIES, 1).map(entryOf);
const sealed = year.map((entry) => sealEntry(keys, entry, chance));
const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
figure('entries in a year', year.length, '');
figure('an entry as text, mean', sum(year.map(({ text }) => text.length)) / year.length, 'bytes');
figure('an entry sealed, mean', sum(sealed.map((one) => one.length)) / year.length, 'bytes');
figure('a year as a backup file', writeBackup(keys, year, 0, chance).length / 1e6, 'MB');

const folder = mkdtempSync(join(tmpdir(), 'unknot-size-'));
const postgres = await startPostgres({ fsync: 'off' });
try {
  const embedded = await openStore({ folder, chance });
  await live(embedded);
  await embedded.close();
  await backUpEmbedded(folder, join(folder, 'copy.db'));
  figure('a year in the embedded store', statSync(join(folder, 'copy.db')).size / PEOPLE / 1e6, 'MB');

  const databaseUrl = await postgres.database();
  const store = await openStore({ folder, databaseUrl, chance });
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const ask = async (sql: string) => Number((await client.query(sql)).rows[0].n);
  const before = await ask(`SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS n`);
  await live(store);
  const written = (await ask(`SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS n`)) - before;
  await client.query('VACUUM FULL');
  figure('a year in PostgreSQL', (await ask(`SELECT pg_total_relation_size('segment') AS n`)) / PEOPLE / 1e6, 'MB');
  figure('written ahead by PostgreSQL for a year', written / PEOPLE / 1e6, 'MB');
  await client.end();
  await store.close();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function live(store: Store): Promise<void> {
  await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const who = someone();
      await store.create(who);
      for (let n = 0; n < sealed.length; n += ENTRIES)
        await store.append(who, batchOf(...sealed.slice(n, n + ENTRIES)), 1e12);
    }),
  );
}
