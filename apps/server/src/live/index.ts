// Tells devices that listen where their log stands: at once, when it grows, and now and then in case a word got lost.

import type { Store } from '../store/index.ts';

export interface Live {
  /** Null when there are too many listeners already. */
  listen(log: Uint8Array): ReadableStream<Uint8Array> | null;
  readonly count: () => number;
  stop(): void;
}

const LOOK_AGAIN_MS = 30_000;
const MOST_PER_LOG = 16;
const MOST = 20_000;

export function liveOf(store: Store): Live {
  const listeners = new Map<
    string,
    { readonly log: Uint8Array; readonly ears: Set<ReadableStreamDefaultController> }
  >();
  const text = new TextEncoder();
  let all = 0;

  const key = (log: Uint8Array) => Buffer.from(log).toString('latin1');
  const say = (ear: ReadableStreamDefaultController, position: number) => {
    // somebody who does not read must not fill our memory
    if ((ear.desiredSize ?? 0) > -64) ear.enqueue(text.encode(`data: ${position}\n\n`));
  };

  /** Hangs up on who listens to a log that was given up: they ask, and are told. */
  function end(log: Uint8Array): void {
    const { ears } = listeners.get(key(log)) ?? { ears: new Set() };
    for (const ear of ears) ear.close();
    listeners.delete(key(log));
    all -= ears.size;
  }

  store.onGrowth((log, position) => {
    if (position === 0) return end(log);
    for (const ear of listeners.get(key(log))?.ears ?? []) say(ear, position);
  });

  const lookAgain = setInterval(async () => {
    for (const { log, ears } of [...listeners.values()]) {
      const position = await store.position(log).catch(() => null);
      if (position !== null) for (const ear of ears) say(ear, position);
    }
  }, LOOK_AGAIN_MS);
  lookAgain.unref();

  return {
    listen(log) {
      const name = key(log);
      const here = listeners.get(name) ?? { log: log.slice(), ears: new Set() };
      if (all >= MOST || here.ears.size >= MOST_PER_LOG) return null;
      let own: ReadableStreamDefaultController | undefined;
      return new ReadableStream<Uint8Array>({
        async start(ear) {
          own = ear;
          listeners.set(name, here);
          here.ears.add(ear);
          all += 1;
          say(ear, await store.position(log).catch(() => 0));
        },
        cancel() {
          if (own && here.ears.delete(own)) all -= 1;
          if (here.ears.size === 0) listeners.delete(name);
        },
      });
    },
    count: () => all,
    stop() {
      clearInterval(lookAgain);
      for (const { ears } of listeners.values()) for (const ear of ears) ear.close();
      listeners.clear();
      all = 0;
    },
  };
}
