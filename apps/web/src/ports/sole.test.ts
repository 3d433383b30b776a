import { expect, test } from 'vitest';
import { takeSole } from './sole.ts';

/** Locks of one browser, as far as sessions need them. */
function browserLocks() {
  let holder: { end: () => void; lose: (why: unknown) => void } | null = null;
  return {
    request: async (_: string, options: LockOptions, act: (lock: Lock | null) => unknown) => {
      if (holder && !options.steal) return act(null);
      holder?.lose(new DOMException('stolen', 'AbortError'));
      return new Promise((end, lose) => {
        const mine = { end: () => end(undefined), lose };
        holder = mine;
        void Promise.resolve(act({ name: 'session', mode: 'exclusive' })).then(() => {
          if (holder === mine) holder = null;
          mine.end();
        });
      });
    },
  } as unknown as LockManager;
}

test('a second window does not play what the first one plays', async () => {
  const locks = browserLocks();
  const first = await takeSole(false, () => undefined, locks);
  expect(first).not.toBeNull();
  expect(await takeSole(false, () => undefined, locks)).toBeNull();
  first?.leave();
  await Promise.resolve();
  await Promise.resolve();
  expect(await takeSole(false, () => undefined, locks)).not.toBeNull();
});

test('a window that takes it over is alone with it, and the first one is told', async () => {
  const locks = browserLocks();
  const lost: string[] = [];
  await takeSole(false, () => lost.push('first'), locks);
  expect(await takeSole(true, () => undefined, locks)).not.toBeNull();
  await new Promise((next) => setImmediate(next));
  expect(lost).toEqual(['first']);
});

test('a browser without locks plays', async () => {
  expect(await takeSole(false, () => undefined, undefined)).not.toBeNull();
});
