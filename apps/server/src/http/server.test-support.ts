// A whole server on a free port with a store of its own, and a client that signs.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorization, batchBytes } from '@unknot/sync/protocol';
import { type ListenOptions, listen } from '../listen.ts';
import { type Settings, settingsFrom } from '../settings.ts';
import { chance, letter } from '../store/suite.test-support.ts';

export const appFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-app-'));
  writeFileSync(join(folder, 'index.html'), '<title>Unknot</title>');
  return folder;
};

export async function serverForTests(changes: Partial<Settings> = {}, options: Partial<ListenOptions> = {}) {
  const folder = appFolder();
  const settings = { ...settingsFrom({}, []), folder: join(folder, 'data'), requestsPerSecond: 0, ...changes };
  const running = await listen({ folder, port: 0, settings, ...options });
  const base = running.address.replace('localhost', '127.0.0.1');
  return {
    base,
    port: Number(new URL(base).port),
    folder,
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ServerForTests = Awaited<ReturnType<typeof serverForTests>>;

/** Somebody with a phrase. */
export function signer(base: string, credential = { logId: chance(16), token: chance(32) }) {
  const headers = { Authorization: authorization(credential) };
  const ask = (method: string, path: string, body?: Uint8Array | string, more: Record<string, string> = {}) =>
    fetch(`${base}/api${path}`, {
      method,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
    });
  return {
    credential,
    ask,
    append: (...envelopes: Uint8Array[]) => ask('POST', '/log/envelopes', batchBytes(envelopes)),
    letters: (from: number, to: number) => Array.from({ length: to - from }, (_, n) => letter(from + n)),
  };
}
