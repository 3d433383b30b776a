// `npm start` and `npx unknot serve`: an address that answers, and plain words when there is none.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const STARTS = [
  ['npm start', [join(ROOT, 'scripts/start.mjs')]],
  ['npx unknot serve', [join(ROOT, 'bin/unknot.mjs'), 'serve']],
] as const;

function start(words: readonly string[], port: string): ChildProcess {
  // Never in the folder of whoever runs the tests.
  const UNKNOT_DATA = mkdtempSync(join(tmpdir(), 'unknot-serve-'));
  return spawn(process.execPath, words, { cwd: tmpdir(), env: { ...process.env, PORT: port, UNKNOT_DATA } });
}

/** Everything it prints until it ends, or until the words are there. */
function printed(child: ChildProcess, until?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const hear = (chunk: Buffer) => {
      text += chunk;
      if (until?.test(text)) resolve(text);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('close', () => resolve(text));
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('close', (code) => resolve(code)));

test.each(STARTS)(
  '%s prints the address of the app and stops when asked',
  async (_, words) => {
    const child = start(words, '0');
    const text = await printed(child, /Ctrl-C/);
    const address = /http:\/\/localhost:\d+/.exec(text)?.[0] ?? text;
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${address}/check`)).text()).toContain('<title>Unknot</title>');
    const gone = ended(child);
    child.kill('SIGINT');
    expect(await gone).toBe(0);
  },
  120_000,
);

test('a port that is taken, and one that is none, are named with what to do', async () => {
  const first = start(STARTS[0][1], '0');
  const port = /http:\/\/localhost:(\d+)/.exec(await printed(first, /Ctrl-C/))?.[1] ?? '';
  const second = start(STARTS[0][1], port);
  const code = ended(second);
  expect(await printed(second)).toMatch(
    new RegExp(`^Port ${port} is taken[^\\n]*PORT=${Number(port) + 1} npm start\\n$`),
  );
  expect(await code).toBe(1);
  first.kill('SIGTERM');
  expect(await ended(first)).toBe(0);
  expect(await printed(start(STARTS[0][1], 'eighty'))).toBe(
    'PORT must be a whole number from 0 to 65535, got "eighty".\n',
  );
}, 120_000);
