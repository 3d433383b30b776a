import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyFew } from './ticker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a worker keeps the pace until it is stopped', () => {
  const heard: Partial<Record<string, () => void>> = {};
  const asked: (number | 'ended')[] = [];
  let ticks = 0;
  const stop = everyFew(
    200,
    () => {
      ticks += 1;
    },
    () => ({
      addEventListener: (kind, act) => {
        heard[kind] = act;
      },
      postMessage: (ms) => asked.push(ms),
      terminate: () => asked.push('ended'),
    }),
  );
  heard.message?.();
  heard.message?.();
  stop();
  expect([ticks, asked]).toEqual([2, [200, 'ended']]);
});

test('without a worker, or with one that breaks off, the page keeps the pace', () => {
  for (const broken of [true, false]) {
    let ticks = 0;
    const heard: Partial<Record<string, () => void>> = {};
    const stop = everyFew(
      200,
      () => {
        ticks += 1;
      },
      () => {
        if (broken) throw new Error('no worker here');
        return {
          addEventListener: (kind, act) => {
            heard[kind] = act;
          },
          postMessage: () => undefined,
          terminate: () => undefined,
        };
      },
    );
    heard.error?.();
    vi.advanceTimersByTime(1_000);
    stop();
    vi.advanceTimersByTime(1_000);
    expect(ticks).toBe(5);
  }
});
