// Sixteen clients in one process that ask again as soon as they were answered, and what that took.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { authorization, batchBytes } from '@unknot/sync/protocol';

export const CLIENTS = 16;
export const EVENT_BYTES = 1024;

export interface Load {
  /** Answers per second. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** @param seconds  measured, after half a second to warm up */
export async function load(seconds: number, clients: number, once: (client: number) => Promise<void>): Promise<Load> {
  const times: number[] = [];
  const begun = performance.now() + 500;
  const until = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let now = performance.now(); now < until; ) {
        await once(client);
        const after = performance.now();
        if (now >= begun) times.push(after - now);
        now = after;
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}

/** Resident megabytes of a process, on Linux. */
export function residentMb(pid: number): number {
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1000;
}

/** Seconds of processor time that a process has used, on Linux. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

export interface Asked {
  readonly status: number;
  readonly body: Buffer;
}

export function asker() {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const ask = (base: string, method: string, path: string, headers: Record<string, string>, body?: Uint8Array) =>
    new Promise<Asked>((resolve, reject) => {
      const length = body ? { 'Content-Length': String(body.length) } : {};
      const out = request(base + path, { method, agent, headers: { ...headers, ...length } }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces) }));
        answer.once('error', reject);
      });
      out.once('error', reject);
      out.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** A device with a log of its own that writes envelopes of 1 KiB which look sealed. */
export function writer(ask: ReturnType<typeof asker>['ask'], bases: readonly string[], events: number) {
  const credential = { logId: new Uint8Array(randomBytes(16)), token: new Uint8Array(randomBytes(32)) };
  const headers = { Authorization: authorization(credential) };
  const envelope = new Uint8Array(EVENT_BYTES).fill(7);
  envelope[0] = 1;
  const batch = batchBytes(Array(events).fill(envelope));
  const ids = randomBytes(16);
  let count = 0;
  let turn = 0;
  const base = () => bases[turn++ % bases.length] ?? '';
  const fine = (answer: Asked): Asked => {
    if (answer.status >= 300) throw new Error(`expected to be served, got ${answer.status} ${answer.body}`);
    return answer;
  };
  return {
    create: async () => fine(await ask(base(), 'PUT', '/api/log', headers)),
    append: async () => {
      for (let n = 0; n < events; n++) {
        const at = 1 + n * (4 + EVENT_BYTES) + 4 + 1;
        batch.set(ids, at);
        // hashes are spread evenly, and so are these
        new DataView(batch.buffer).setUint32(at, Math.imul(count, 0x9e3779b1));
        new DataView(batch.buffer).setUint32(at + 4, count++);
      }
      return fine(await ask(base(), 'POST', '/api/log/envelopes', headers, batch));
    },
    page: async (after?: string, limit = 100) =>
      fine(await ask(base(), 'GET', `/api/log/envelopes?limit=${limit}${after ? `&after=${after}` : ''}`, headers)),
    head: async () => JSON.parse(fine(await ask(base(), 'GET', '/api/log', headers)).body.toString()).head as string,
    credential,
  };
}
