// A world in a box: a clock that only moves when we say so, a server in memory, devices that write, and a line between
// them that loses requests, loses answers, repeats, overtakes and delays.

import type { Entry, Keys } from '../crypto/index.ts';
import { BEGINNING, type Cursor, framed, pageBytes, readBatch, readPage, samePlace } from '../protocol/index.ts';
import { type RunningExchange, type SyncStatus, startExchange } from './exchange.ts';
import type { Device, Failed, Wire } from './ports.ts';

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Time that passes by jumping to the next thing to do. */
export function boxedTime() {
  let now = 1_800_000_000_000;
  let count = 0;
  const plans: { at: number; order: number; act: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    wait(ms: number, act: () => void): () => void {
      const plan = { at: now + ms, order: count++, act };
      plans.push(plan);
      return () => {
        plan.act = () => {};
      };
    },
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      await settle();
      for (;;) {
        plans.sort((a, b) => a.at - b.at || a.order - b.order);
        const [first] = plans;
        if (!first || first.at > until) break;
        plans.shift();
        now = first.at;
        first.act();
        await settle();
      }
      now = until;
    },
  };
}

export type BoxedTime = ReturnType<typeof boxedTime>;

/** One log of a server, kept in memory, as PROTOCOL.md says. */
export function serverInMemory(roll: () => number) {
  let segments: { last: number; mark: Uint8Array; envelopes: Uint8Array[] }[] = [];
  let isThere = true;
  const listeners = new Set<(position: number) => void>();
  const head = (): Cursor => {
    const last = segments.at(-1);
    return last ? { position: last.last, mark: last.mark } : BEGINNING;
  };
  const name = (envelope: Uint8Array) => envelope.subarray(1, 17).join();
  return {
    listeners,
    /** The disk died: nobody remembers anything. */
    lose: () => {
      segments = [];
      isThere = false;
    },
    /** Somebody put an old copy of the disk back. */
    goBack: (count: number) => {
      segments = segments.slice(0, count);
    },
    /** Somebody turns one bit of an envelope that is kept. */
    tamper: () => {
      const envelope = segments.at(-1)?.envelopes[0];
      if (envelope) envelope[60] = (envelope[60] ?? 0) ^ 4;
    },
    newest: () => head().position,
    held: () => segments.flatMap(({ envelopes }) => envelopes),
    create: () => {
      isThere = true;
      return { kind: 'created' } as const;
    },
    read(after: Cursor, limit: number) {
      if (!isThere) return { kind: 'failed', because: 'unknown-log' } as const;
      const isKnown =
        after.position === 0 || segments.some(({ last, mark }) => samePlace({ position: last, mark }, after));
      if (!isKnown) return { kind: 'failed', because: 'unknown-cursor' } as const;
      const rest = segments.filter(({ last }) => last > after.position);
      const taken: typeof rest = [];
      for (const one of rest) {
        if (taken.length > 0 && taken.flatMap((t) => t.envelopes).length + one.envelopes.length > limit) break;
        taken.push(one);
      }
      const end = taken.at(-1);
      const cursor = end ? { position: end.last, mark: end.mark } : after;
      const bytes = pageBytes(
        taken.map(({ envelopes }) => framed(envelopes)),
        cursor,
        taken.length < rest.length,
      );
      const page = readPage(bytes);
      if (!page) throw new Error('a page must be one');
      return { kind: 'page', page } as const;
    },
    append(bytes: Uint8Array) {
      if (!isThere) return { kind: 'failed', because: 'unknown-log' } as const;
      const batch = readBatch(bytes);
      if (!batch) throw new Error('a device must send a batch');
      const known = new Set(segments.flatMap(({ envelopes }) => envelopes.map(name)));
      const fresh = batch.envelopes.filter((one) => !known.has(name(one))).map((one) => one.slice());
      const before = head();
      if (fresh.length > 0) {
        const mark = Uint8Array.from({ length: 8 }, () => Math.floor(roll() * 256));
        segments.push({ last: before.position + fresh.length, mark, envelopes: fresh });
        for (const listener of listeners) listener(head().position);
      }
      return { kind: 'appended', before, after: head() } as const;
    },
  };
}

export type ServerInMemory = ReturnType<typeof serverInMemory>;

export interface Line {
  /** Chance of each mishap, 0–1. */
  loses: number;
  repeats: number;
  /** Longest delay of one way, ms. */
  delays: number;
  isCut: boolean;
}

/** The server as one device reaches it. */
export function badLine(server: ServerInMemory, line: Line, time: BoxedTime, roll: () => number): Wire {
  const LOST: Failed = { kind: 'failed', because: 'network' };
  const later = () => new Promise<void>((resolve) => void time.wait(1 + roll() * line.delays, resolve));
  async function ask<T>(act: () => T): Promise<T | Failed> {
    await later();
    if (line.isCut || roll() < line.loses) return LOST;
    const answer = act();
    if (roll() < line.repeats) time.wait(roll() * line.delays * 3, () => void act());
    await later();
    return line.isCut || roll() < line.loses ? LOST : answer;
  }
  return {
    create: () => ask(() => server.create()),
    read: (after) => ask(() => server.read(after, 50)),
    append: (batch) => {
      const sent = batch.slice();
      return ask(() => server.append(sent));
    },
    listen(heard, lost) {
      if (line.isCut) time.wait(1, lost);
      const told = (position: number) => {
        if (line.isCut || roll() < line.loses) {
          server.listeners.delete(told);
          time.wait(1, lost);
        } else time.wait(roll() * line.delays, () => heard(position));
      };
      server.listeners.add(told);
      time.wait(roll() * line.delays, () => told(server.newest()));
      return () => void server.listeners.delete(told);
    },
  };
}

/** A device with a log in memory. What `keep` was told survives `restart`, as IndexedDB would. */
export function deviceInMemory(name: string, keys: Keys, wire: Wire, time: BoxedTime, roll: () => number) {
  let entries: Entry[] = [];
  let kept: { cursor: Cursor; known: Set<string> } | null = null;
  let running: RunningExchange | null = null;
  let written = 0;
  let status: SyncStatus | null = null;
  const seen: SyncStatus[] = [];
  const device: Device = {
    entries: () => entries,
    async add(more) {
      const here = new Set(entries.map(({ id }) => id));
      entries = [...entries, ...more.filter(({ id }) => !here.has(id))];
      return true;
    },
    progress: async () => kept && { cursor: kept.cursor, known: new Set(kept.known) },
    async keep(cursor, moreKnown) {
      kept = { cursor, known: new Set([...(kept?.known ?? []), ...moreKnown]) };
    },
    async forget() {
      kept = null;
    },
  };
  const around = {
    now: time.now,
    wait: time.wait,
    roll,
    chance: (bytes: number) => Uint8Array.from({ length: bytes }, () => Math.floor(roll() * 256)),
  };
  return {
    write(text = 'told') {
      this.put({ id: `${name}-${written++}`, text, imported: false });
    },
    put(entry: Entry) {
      entries = [...entries, entry];
      running?.told();
    },
    start() {
      running = startExchange(keys, device, wire, around, (now) => {
        status = now;
        seen.push(now);
      });
    },
    stop() {
      running?.stop();
      running = null;
    },
    /** The browser threw away everything it had stored. */
    evict() {
      entries = [];
      kept = null;
    },
    online: (isOnline: boolean) => running?.online(isOnline),
    ids: () => entries.map(({ id }) => id).sort(),
    entries: () => entries,
    status: () => status,
    seen,
  };
}
