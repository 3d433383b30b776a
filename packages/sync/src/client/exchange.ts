// Drives the machine: does what it asks for, and tells it what came of it. It never holds up the app: every piece of work
// is small, and the app hears how things stand instead of waiting.

import { type Entry, type Keys, openEntry, sealEntry } from '../crypto/index.ts';
import { batchBytes, ENVELOPE_LIMIT, type Page } from '../protocol/index.ts';
import { ASLEEP, type Effect, type Exchange, type Failure, type Input, step, type Trouble } from './machine.ts';
import type { Device, Failed, Surroundings, Wire } from './ports.ts';

export interface SyncStatus {
  /** `halted` needs the person; the others look after themselves. */
  readonly kind: 'off' | 'working' | 'in-step' | 'waiting' | 'halted';
  readonly because: Trouble | null;
  /** Entries of this device that are not on the server yet. */
  readonly pending: number;
  /** Envelopes that did not open: changed on the way or on the server. The others were taken. */
  readonly unopened: number;
  /** Entries too large to be carried. */
  readonly tooLarge: number;
  /** Epoch ms; null: not since the exchange was started. */
  readonly inStepAt: number | null;
  /** Epoch ms of the next try; null when none is planned. */
  readonly retryAt: number | null;
}

export interface RunningExchange {
  /** The journal got new entries on this device. */
  told(): void;
  /** The browser says that there is a line, or none. */
  online(isOnline: boolean): void;
  stop(): void;
}

/** One batch is a few milliseconds of sealing. */
const BATCH_ENTRIES = 100;
const BATCH_CHARACTERS = 256 * 1024;
/** JSON may write six characters for one; header and padding come on top. */
const ENTRY_CHARACTERS = ENVELOPE_LIMIT / 8;

export function startExchange(
  keys: Keys,
  device: Device,
  wire: Wire,
  around: Surroundings,
  show: (status: SyncStatus) => void,
): RunningExchange {
  let state: Exchange = ASLEEP;
  let known = new Set<string>();
  let isStopped = false;
  let stopWaiting = () => {};
  let stopListening = () => {};
  let inStepAt: number | null = null;
  let retryAt: number | null = null;
  let tooLarge = 0;
  /** What the server does not have yet. */
  let unsent: readonly Entry[] = [];
  const unopened = new Set<string>();

  void begin();
  return {
    told: () => {
      count();
      hear({ kind: 'told', pending: unsent.length });
    },
    online: (isOnline) => hear({ kind: isOnline ? 'online' : 'offline' }),
    stop: () => {
      hear({ kind: 'stop' });
      isStopped = true;
    },
  };

  async function begin(): Promise<void> {
    const progress = await device.progress();
    known = new Set(progress?.known);
    count();
    hear({ kind: 'start', cursor: progress?.cursor ?? ASLEEP.cursor, pending: unsent.length });
  }

  function count(): void {
    const all = device.entries().filter(({ id }) => !known.has(id));
    unsent = all.filter(({ id, text }) => id.length + text.length <= ENTRY_CHARACTERS);
    tooLarge = all.length - unsent.length;
  }

  function hear(input: Input): void {
    if (isStopped) return;
    const [after, effects] = step(state, input);
    state = after;
    if (state.doing === 'listening') inStepAt = around.now();
    if (state.doing !== 'waiting') retryAt = null;
    for (const effect of effects) carryOut(effect);
    show(statusNow());
  }

  function carryOut(effect: Effect): void {
    switch (effect.kind) {
      case 'read':
        answer(wire.read(effect.after), ({ page }) => taken(page));
        return;
      case 'send':
        send();
        return;
      case 'create':
        answer(wire.create(), async () => hear({ kind: 'created' }));
        return;
      case 'forget':
        known = new Set();
        count();
        void device.forget();
        return;
      case 'listen':
        stopListening = wire.listen(
          (position) => hear({ kind: 'news', position }),
          () => hear({ kind: 'unheard', chance: around.roll() }),
        );
        return;
      case 'unlisten':
        stopListening();
        stopListening = () => {};
        return;
      case 'wait':
        retryAt = around.now() + effect.ms;
        stopWaiting = around.wait(effect.ms, () => hear({ kind: 'waited' }));
        return;
      case 'unwait':
        stopWaiting();
    }
  }

  function answer<Good extends { readonly kind: string }>(
    asked: Promise<Good | Failed>,
    good: (answer: Good) => Promise<void>,
  ): void {
    asked.then(async (got) => {
      if (isStopped) return;
      if (isFailed(got)) return fail(got.because, got.retryAfterMs);
      await good(got);
    });
  }

  function fail(because: Failure, retryAfterMs = 0): void {
    hear({ kind: 'failed', because, chance: around.roll(), retryAfterMs });
  }

  async function taken({ envelopes, cursor, more }: Page): Promise<void> {
    const opened: Entry[] = [];
    for (const bytes of envelopes) {
      const entry = openEntry(keys, bytes);
      if (entry) opened.push(entry);
      else unopened.add(bytes.subarray(0, 17).join());
    }
    if (opened.length > 0 && !(await device.add(opened))) return fail('device');
    const news = learn(opened);
    hear({ kind: 'page', cursor, more, pending: unsent.length });
    await device.keep(cursor, news);
  }

  function send(): void {
    const batch: Entry[] = [];
    let characters = 0;
    for (const entry of unsent) {
      characters += entry.text.length;
      if (batch.length > 0 && (batch.length === BATCH_ENTRIES || characters > BATCH_CHARACTERS)) break;
      batch.push(entry);
    }
    const sealed = batch.map((entry) => sealEntry(keys, entry, around.chance));
    answer(wire.append(batchBytes(sealed)), async ({ before, after }) => {
      const news = learn(batch);
      hear({ kind: 'sent', before, after, pending: unsent.length });
      await device.keep(state.cursor, news);
    });
  }

  /** @returns the ids that are newly known to be on the server */
  function learn(entries: readonly Entry[]): string[] {
    const news = entries.map(({ id }) => id).filter((id) => !known.has(id));
    for (const id of news) known.add(id);
    if (news.length > 0) unsent = unsent.filter(({ id }) => !known.has(id));
    return news;
  }

  function statusNow(): SyncStatus {
    const kinds = { off: 'off', waiting: 'waiting', halted: 'halted', listening: 'in-step' } as const;
    return {
      kind: state.doing in kinds ? kinds[state.doing as keyof typeof kinds] : 'working',
      because: state.online || state.doing !== 'waiting' ? state.because : 'network',
      pending: state.pending,
      unopened: unopened.size,
      tooLarge,
      inStepAt,
      retryAt,
    };
  }
}

const isFailed = (answer: { readonly kind: string }): answer is Failed => answer.kind === 'failed';
