import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backUpEmbedded, DATABASE_FILE, openEmbedded } from './embedded.ts';
import { openSqlite } from './sqlite.ts';
import { chance, letters, someone, storeSuite } from './suite.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'unknot-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => join(folder, name);

storeSuite('the embedded store', {
  make: () => openEmbedded(place('suite'), chance),
  async again(store) {
    await store.close();
    return openEmbedded(place('suite'), chance);
  },
  canShare: false,
  tidyUp: async () => {},
});

test('only its owner may look into the file', async () => {
  const store = await openEmbedded(place('private'), chance);
  expect(statSync(join(place('private'), DATABASE_FILE)).mode & 0o077).toBe(0);
  expect(statSync(place('private')).mode & 0o077).toBe(0);
  await store.close();
});

test('a copy made while the server is at work opens, and has everything up to then', async () => {
  const store = await openEmbedded(place('busy'), chance);
  const who = someone();
  await store.create(who);
  await store.append(who, letters(0, 50), 1e9);
  const writing = store.append(who, letters(50, 60), 1e9);
  await backUpEmbedded(place('busy'), place('copy.db'));
  expect(statSync(place('copy.db')).mode & 0o077).toBe(0);
  await writing;
  await store.close();
  mkdirSync(place('restored'));
  renameSync(place('copy.db'), join(place('restored'), DATABASE_FILE));
  const restored = await openEmbedded(place('restored'), chance);
  const looked = await restored.look(who);
  expect(looked.kind === 'there' && looked.head.position).toBeGreaterThanOrEqual(50);
  await restored.close();
});

test('a full disk is said, nothing of the batch is kept, what was there stays, and it goes on when there is room', async () => {
  const open = (mostBytes: number) => openEmbedded(place('full'), chance, { mostBytes });
  const narrow = await open(500_000);
  const who = someone();
  await narrow.create(who);
  await narrow.append(who, letters(0, 10), 1e9);
  await expect(narrow.append(who, letters(10, 500, 1000), 1e9)).rejects.toThrow('There is no room left on the disk');
  expect(await narrow.look(who)).toMatchObject({ head: { position: 10 } });
  expect(await narrow.append(who, letters(5, 12), 1e9)).toMatchObject({ added: 2 });
  await narrow.close();
  const wide = await open(50_000_000);
  expect(await wide.append(who, letters(10, 500, 1000), 1e9)).toMatchObject({ added: 488 });
  await wide.close();
});

test("two servers started on one folder by accident do not spoil each other's work", async () => {
  const stores = await Promise.all([1, 2].map(() => openEmbedded(place('twice'), chance)));
  const who = someone();
  await stores[0]?.create(who);
  await Promise.all(Array.from({ length: 40 }, (_, n) => stores[n % 2]?.append(who, letters(n, n + 5), 1e9)));
  expect(await stores[1]?.look(who)).toMatchObject({ head: { position: 44 } });
  for (const store of stores) await store.close();
});

test('nothing is acknowledged before the disk has it; one wait serves all who came meanwhile', async () => {
  const steps: string[] = [];
  const letGo: (() => void)[] = [];
  let isOver = false;
  const sync = () =>
    isOver
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          steps.push('disk asked');
          letGo.push(() => {
            steps.push('disk has it');
            resolve();
          });
        });
  const store = await openEmbedded(place('waits'), chance, { sync });
  const who = someone();
  const asked = (times: number) => expect.poll(() => letGo.length).toBe(times);
  const made = store.create(who).then(() => steps.push('made'));
  await asked(1);
  letGo[0]?.();
  await made;
  const first = store.append(who, letters(0, 5), 1e9).then(() => steps.push('first'));
  await asked(2);
  const others = [10, 20, 30].map((n) => store.append(who, letters(n, n + 5), 1e9).then(() => steps.push('other')));
  await expect.poll(() => store.position(who.log)).toBe(20);
  letGo[1]?.();
  await first;
  await asked(3);
  expect(steps).not.toContain('other');
  letGo[2]?.();
  await Promise.all(others);
  expect(steps.filter((step) => step !== 'disk asked')).toEqual([
    ...['disk has it', 'made', 'disk has it', 'first'],
    ...['disk has it', 'other', 'other', 'other'],
  ]);
  isOver = true;
  await store.close();
});

test('a disk that failed once is not trusted again', async () => {
  let isFine = true;
  const sync = async () => {
    if (!isFine) throw new Error('input/output error');
  };
  const store = await openEmbedded(place('broken'), chance, { sync });
  const who = someone();
  await store.create(who);
  isFine = false;
  await expect(store.append(who, letters(0, 5), 1e9)).rejects.toThrow('input/output');
  isFine = true;
  await expect(store.append(who, letters(0, 5), 1e9)).rejects.toThrow('input/output');
  await store.close();
});

test('data of a newer version is left alone', async () => {
  const store = await openEmbedded(place('newer'), chance);
  await store.close();
  const db = await openSqlite(join(place('newer'), DATABASE_FILE));
  db.exec('PRAGMA user_version = 99');
  db.close();
  await expect(openEmbedded(place('newer'), chance)).rejects.toThrow('written by a newer Unknot');
});
