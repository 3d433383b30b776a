// A real PostgreSQL server of our own for the tests: in a folder that goes with it, reached through a socket and a port.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../../../scripts/ensure-postgres.mjs';

export interface PostgresForTests {
  /** A fresh, empty database. */
  database(): Promise<string>;
  /** Stops at once, as when the power goes, and starts again on the same data. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  readonly pid: () => number;
}

/** @param settings  of postgresql.conf, for example `{ fsync: 'on' }` */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresForTests> {
  const bin = findPostgres();
  if (!bin) throw new Error('PostgreSQL was not found; scripts/ensure-postgres.mjs says how to get it');
  const folder = mkdtempSync(join(tmpdir(), 'unknot-postgres-'));
  const as = unprivileged();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'unknot', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  execFileSync(join(bin, 'initdb'), init, { ...as, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const url = (name: string) => `postgres://unknot@127.0.0.1:${port}/${name}`;
  const own = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder, ...settings };
  const args = ['-D', data, ...Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`])];

  let running: ChildProcess;
  let count = 0;

  async function start(): Promise<void> {
    running = spawn(join(bin as string, 'postgres'), args, { ...as, cwd: folder, stdio: 'ignore' });
    for (let tries = 0; ; tries++) {
      const client = new pg.Client(url('postgres'));
      try {
        await client.connect();
        await client.end();
        return;
      } catch (trouble) {
        if (tries === 200) throw trouble;
        await new Promise((soon) => setTimeout(soon, 50));
      }
    }
  }

  async function end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  }

  await start();
  return {
    async database() {
      const name = `test_${++count}`;
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return url(name);
    },
    async crash() {
      await end('SIGQUIT');
      await start();
    },
    async restart() {
      await end('SIGINT');
      await start();
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
    pid: () => running.pid ?? 0,
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody'])
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // This machine has no such user.
    }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
