// Wakes devices when they asked to be woken. The server knows when, and a tag that means something to the device only.
//
// A reminder is taken out of the store before it is sent, so that of several processes only one sends it, and none twice.
// What comes too late to be kind is dropped: nobody wants Monday's break on Tuesday.

import type { Outside } from '../outside/index.ts';
import type { Due, Store } from '../store/index.ts';
import { introduction, newPushKeys, type PushKeys, pushKeysOf, sealPush } from './push.ts';

/** Own settings. */
export const LATEST_MS = 30 * 60_000;
const LOOK_EVERY_MS = 10_000;
const AGAIN_AFTER_MS = [30_000, 120_000, 600_000];

export interface Reminding {
  readonly publicKey: string;
  /** Sends what is due. Called by a timer; resolves when everything was tried once. */
  tick(): Promise<void>;
  stop(): void;
}

export type Reminded = 'sent' | 'late' | 'gone' | 'failed';

export interface RemindingOptions {
  readonly store: Store;
  readonly send: Outside;
  readonly contact: string;
  readonly now: () => number;
  readonly count: (what: Reminded) => void;
}

export async function startReminders({ store, send, contact, now, count }: RemindingOptions): Promise<Reminding> {
  const keys: PushKeys = pushKeysOf(await store.setting('push-key', newPushKeys()));
  const retries = new Set<NodeJS.Timeout>();

  async function tick(): Promise<void> {
    const due = await store.claimReminders(now());
    await Promise.all(due.map((one) => attempt(one, 0)));
  }

  async function attempt(due: Due, tries: number): Promise<void> {
    const left = due.at + LATEST_MS - now();
    if (left <= 0) return count('late');
    const status = await push(due, left);
    if (status >= 200 && status < 300) return count('sent');
    if (status === 404 || status === 410) {
      count('gone');
      return store.dropSubscription(due.log, due.device);
    }
    const wait = AGAIN_AFTER_MS[tries];
    const mayPass = status === 0 || status === 429 || status >= 500;
    if (!mayPass || wait === undefined) return count('failed');
    const retry = setTimeout(() => {
      retries.delete(retry);
      attempt(due, tries + 1).catch(() => count('failed'));
    }, wait);
    retry.unref();
    retries.add(retry);
  }

  /** Status of the push service; 0: no answer. */
  async function push(due: Due, left: number): Promise<number> {
    try {
      const answer = await send(due.endpoint, {
        method: 'POST',
        headers: {
          Authorization: introduction(keys, due.endpoint, contact, now()),
          'Content-Encoding': 'aes128gcm',
          'Content-Type': 'application/octet-stream',
          TTL: String(Math.ceil(left / 1000)),
          Urgency: 'normal',
        },
        body: sealPush(due.tag, due),
        mostBytes: 10_000,
        mostMs: 10_000,
        mostRedirects: 0,
      });
      if (answer.kind === 'answer') return answer.status;
      return answer.kind === 'refused' ? 410 : 0;
    } catch {
      return 410; // keys that are none, an endpoint that is none
    }
  }

  const timer = setInterval(() => tick().catch(() => count('failed')), LOOK_EVERY_MS);
  timer.unref();
  return {
    publicKey: keys.publicKey,
    tick,
    stop() {
      clearInterval(timer);
      for (const retry of retries) clearTimeout(retry);
    },
  };
}
