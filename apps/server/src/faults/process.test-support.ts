// A server as a process of its own, so that it can be killed, and writers that never give up, as devices do.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BEGINNING, type Cursor, cursorText, readPage } from '@unknot/sync/protocol';
import { build } from 'esbuild';
import { appFolder, signer } from '../http/server.test-support.ts';
import { letter } from '../store/suite.test-support.ts';

const ROOT = join(import.meta.dirname, '../../../..');
/** Inside the project, so that packages are found from there. */
const BUILT = join(ROOT, 'node_modules/.cache/unknot/faults');

const ENTRY = `
  import { listen } from '${join(import.meta.dirname, '../listen.ts')}';
  import { settingsFrom } from '${join(import.meta.dirname, '../settings.ts')}';
  const settings = settingsFrom(process.env, []);
  const running = await listen({ folder: process.env.APP, port: settings.port, settings });
  process.once('SIGTERM', () => running.stop().then(() => process.exit(0)));
  process.send({ address: running.address });`;

/** @returns a function that starts a process and resolves when it listens */
export async function serverProcesses(name: string): Promise<(env: Record<string, string>) => Promise<ServerProcess>> {
  const file = join(BUILT, `${name}.mjs`);
  mkdirSync(BUILT, { recursive: true });
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: ['libsql', 'pg'],
    logLevel: 'error',
  });
  writeFileSync(file, outputFiles[0]?.text ?? '');
  const app = appFolder();
  return (env) =>
    new Promise((resolve, reject) => {
      const all = { ...process.env, APP: app, PORT: '0', REQUESTS_PER_SECOND: '0', NEW_LOGS_PER_DAY: '0', ...env };
      const child = spawn(process.execPath, [file], { env: all, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      child.once('message', (message: { address: string }) => resolve(serverProcess(child, message.address)));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    });
}

export interface ServerProcess {
  readonly base: string;
  readonly pid: number;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

function serverProcess(child: ChildProcess, address: string): ServerProcess {
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return {
    base: address.replace('localhost', '127.0.0.1'),
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Writes batches one after the other, and tells each again until it is acknowledged. @param base  where to try next */
export function stubbornWriter(base: () => string, batchSize = 10) {
  const me = signer('');
  let acknowledged = 0;
  let isOver = false;
  const at = () => signer(base(), me.credential);
  const done = (async () => {
    while (!isOver)
      try {
        const answer = await at().append(...Array.from({ length: batchSize }, (_, n) => letter(acknowledged + n)));
        if (answer.status === 404) await at().ask('PUT', '/log');
        else if (answer.status === 200) {
          await answer.json();
          acknowledged += batchSize;
        } else await new Promise((soon) => setTimeout(soon, 10));
      } catch {
        await new Promise((soon) => setTimeout(soon, 10));
      }
  })();
  return {
    acknowledged: () => acknowledged,
    async stop() {
      isOver = true;
      await done;
    },
    /** Everything the server has of this writer, in its order. */
    async kept(): Promise<string[]> {
      const got: string[] = [];
      for (let after: Cursor = BEGINNING, more = true; more; ) {
        const answer = await at().ask('GET', `/log/envelopes?limit=1000&after=${cursorText(after)}`);
        const page = readPage(new Uint8Array(await answer.arrayBuffer()));
        if (!page) throw new Error(`expected a page, got ${answer.status}`);
        got.push(...page.envelopes.map((one) => Buffer.from(one).toString('hex')));
        ({ cursor: after, more } = page);
      }
      return got;
    },
  };
}

/** What the writer was told is there, each once, and nothing that it did not write. */
export function faultOf(kept: readonly string[], acknowledged: number): string | null {
  const expected = Array.from({ length: acknowledged }, (_, n) => Buffer.from(letter(n)).toString('hex'));
  const got = new Set(kept);
  if (got.size !== kept.length) return 'something is there twice';
  const lost = expected.filter((one) => !got.has(one)).length;
  return lost > 0 ? `${lost} of ${acknowledged} acknowledged envelopes are lost` : null;
}
