// Serves the built app for all journeys, the way `npm start` serves it.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
  }
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => (at && typeof at === 'object' ? resolve(at.port) : reject(new Error('no port'))));
    });
  });
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Starts the built server on a free port and waits until it answers. */
export async function serveBuiltApp(): Promise<{ address: string; server: ChildProcess }> {
  const port = await freePort();
  const server = spawn(process.execPath, ['apps/server/dist/serve.mjs'], {
    cwd: new URL('../../..', import.meta.url).pathname,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://localhost:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await answers(address)) return { address, server };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error('the built server did not answer within 10 s; run `npm run build` first');
}

export default async function setup(project: TestProject) {
  const { address, server } = await serveBuiltApp();
  project.provide('address', address);
  return () => {
    server.kill();
  };
}
