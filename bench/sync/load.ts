// Sixteen clients in one process that ask again as soon as they were answered, and what that took.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { authorization, batchBytes } from '@unknot/sync/protocol';

export const CLIENTS = 16;
export const EVENT_BYTES = 1024;

export interface Load {
  /** Answers per second. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers in all, those of the warm-up too. */
  readonly answered: number;
}

/** A server of JavaScript that has just begun still translates itself: with four of them, for some seconds. */
const WARM_SECONDS = 4;

/** @param seconds  measured, after the warm-up */
export async function load(
  seconds: number,
  clients: number,
  once: (client: number) => Promise<void>,
  warmSeconds = WARM_SECONDS,
): Promise<Load> {
  const times: number[] = [];
  let answered = 0;
  const begun = performance.now() + warmSeconds * 1000;
  const until = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let now = performance.now(); now < until; ) {
        await once(client);
        answered += 1;
        const after = performance.now();
        if (now >= begun) times.push(after - now);
        now = after;
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), answered };
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

/**
 * Asks over connections that stay open, one question at a time on each. The client of Node takes three times the
 * processor for it, which is then not there for the server that is measured.
 */
export function asker() {
  const idle = new Map<string, Line[]>();
  const lines: Line[] = [];
  const ask = async (
    base: string,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: Uint8Array,
  ) => {
    const line = idle.get(base)?.pop() ?? (await connected(base));
    if (!lines.includes(line)) lines.push(line);
    const named = Object.entries({ Host: 'bench', ...headers, ...(body && { 'Content-Length': String(body.length) }) });
    const head = `${method} ${path} HTTP/1.1\r\n${named.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
    const answer = await line.ask(
      body ? Buffer.concat([Buffer.from(head, 'latin1'), body]) : Buffer.from(head, 'latin1'),
    );
    idle.set(base, [...(idle.get(base) ?? []), line]);
    return answer;
  };
  return { ask, close: () => lines.splice(0).map((line) => line.close()) };
}

interface Line {
  ask(question: Buffer): Promise<Asked>;
  close(): void;
}

/** One connection. Answers must say their length, as those of the servers here do. */
async function connected(base: string): Promise<Line> {
  const { hostname, port } = new URL(base);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let pieces: Buffer[] = [];
  let answered: (answer: Asked) => void = () => {};
  let failed: (trouble: Error) => void = () => {};
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    const all = pieces.length === 1 ? piece : Buffer.concat(pieces);
    pieces = [all];
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    const status = Number(head.slice(9, 12));
    const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
    if (length === undefined && status !== 204) return failed(new Error(`an answer must say its length, got ${head}`));
    const from = end + 4;
    if (all.length < from + Number(length ?? 0)) return;
    pieces = [];
    answered({ status, body: all.subarray(from) });
  });
  socket.on('error', (trouble) => failed(trouble));
  socket.on('close', () => failed(new Error('the connection was closed')));
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        [answered, failed] = [resolve, reject];
        socket.write(question);
      }),
    close: () => socket.destroy(),
  };
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
