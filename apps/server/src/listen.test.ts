import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from './listen.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unknot-app-'));
  await writeFile(join(folder, 'index.html'), '<title>Unknot</title>');
});
afterAll(() => rm(folder, { recursive: true }));

test('it listens on this machine, answers, and is silent once stopped', async () => {
  const running = await listen({ folder, port: 0 });
  const { port } = new URL(running.address);
  expect(running.address).toBe(`http://localhost:${port}`);
  expect(await (await fetch(`http://127.0.0.1:${port}/check`)).text()).toBe('<title>Unknot</title>');
  await running.stop();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('a port that is taken is named, with what to do', async () => {
  const first = await listen({ folder, port: 0 });
  const port = Number(new URL(first.address).port);
  await expect(listen({ folder, port })).rejects.toThrow(
    `Port ${port} is taken, perhaps by an Unknot that is already running: look at http://localhost:${port}. ` +
      `Otherwise choose another port: PORT=${port + 1} npm start`,
  );
  await first.stop();
});

test('a folder without an app is named, with what to do', async () => {
  const nowhere = join(folder, 'nowhere');
  await expect(listen({ folder: nowhere, port: 0 })).rejects.toThrow(
    `There is no built app in ${nowhere}. Run "npm run build" first.`,
  );
});

test('an address that is not ours is named', async () => {
  await expect(listen({ folder, port: 0, host: '192.0.2.77' })).rejects.toThrow(
    'HOST names "192.0.2.77", which is not an address of this machine.',
  );
});
