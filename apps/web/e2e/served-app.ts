// Serves the built app for all journeys, the way `npm start` serves it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
  }
}

/** An own server on an own port; `stop` resolves when nothing answers any more. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * @param settings  what the owner of a server may choose (apps/server, settings.ts)
 * @throws when the app is not built
 */
export async function serveBuiltApp(settings: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-served-'));
  const server = spawn(process.execPath, ['apps/server/dist/serve.mjs'], {
    cwd: new URL('../../..', import.meta.url).pathname,
    env: { ...process.env, PORT: '0', UNKNOT_DATA: folder, NEW_LOGS_PER_DAY: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = () => {
    server.kill('SIGKILL');
    return gone.then(() => rmSync(folder, { recursive: true, force: true }));
  };
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    void gone.then(() => reject(new Error('the built server did not start; run `npm run build` first')));
  });
  return { address, stop };
}

export default async function setup(project: TestProject) {
  const { address, stop } = await serveBuiltApp();
  project.provide('address', address);
  return stop;
}
