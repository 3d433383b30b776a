import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresForTests, startPostgres } from './postgres.test-support.ts';
import { openPostgres } from './postgres.ts';
import { chance, letters, someone, storeSuite } from './suite.test-support.ts';

let postgres: PostgresForTests;
let url = '';
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.database();
}, 60_000);
afterAll(() => postgres.stop());

storeSuite('the store on PostgreSQL', {
  make: () => openPostgres({ url, chance }),
  again: () => openPostgres({ url, chance }),
  canShare: true,
  tidyUp: async () => {},
});

test('five processes that start at once on an empty database migrate it once', async () => {
  const empty = await postgres.database();
  const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres({ url: empty, chance })));
  const who = someone();
  await stores[0]?.create(who);
  expect(await stores[4]?.append(who, letters(0, 3), 1e9)).toMatchObject({ added: 3 });
  for (const store of stores) await store.close();
});

test('a database of a newer version is left alone', async () => {
  const newer = await postgres.database();
  await (await openPostgres({ url: newer, chance })).close();
  const { default: pg } = await import('pg');
  const client = new pg.Client(newer);
  await client.connect();
  await client.query('INSERT INTO migration VALUES (99)');
  await client.end();
  await expect(openPostgres({ url: newer, chance })).rejects.toThrow('written by a newer Unknot');
});

test('a database that crashed under load has everything that was acknowledged, and the store goes on by itself', async () => {
  const store = await openPostgres({ url: await postgres.database(), chance });
  const people = Array.from({ length: 4 }, someone);
  for (const who of people) await store.create(who);
  const done = people.map(() => 0);
  let isOver = false;
  const writers = people.map(async (who, index) => {
    for (let n = 0; !isOver; n += 10)
      try {
        await store.append(who, letters(n, n + 10), 1e9);
        done[index] = n + 10;
      } catch {
        n -= 10; // told again, as a device does
        await new Promise((soon) => setTimeout(soon, 20));
      }
  });
  const some = (least: number) => expect.poll(() => Math.min(...done), { timeout: 20_000 }).toBeGreaterThan(least);
  await some(50);
  await postgres.crash();
  await some(Math.max(...done) + 50);
  await postgres.restart();
  await some(Math.max(...done) + 50);
  isOver = true;
  await Promise.all(writers);
  for (const [index, who] of people.entries()) {
    const looked = await store.look(who);
    expect(looked.kind === 'there' && looked.head.position).toBeGreaterThanOrEqual(done[index] ?? 0);
  }
  await store.close();
}, 60_000);
