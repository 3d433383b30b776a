// A clock in our hands: time that passes in a moment, and a wall clock that somebody sets.

import type { Page } from 'playwright-core';

export interface Clock {
  /** So much time goes by, and the page notices nothing of it, as when it was frozen or closed. */
  pass(ms: number): Promise<void>;
  /** Somebody sets the wall clock; nothing goes by. */
  set(ms: number): Promise<void>;
}

interface Shifted {
  wallShift?: number;
  monoShift?: number;
}

/** From its next address on, the page lives by this clock. */
export async function giveClock(page: Page): Promise<Clock> {
  await page.addInitScript(() => {
    const Real = Date;
    const shifted = globalThis as Shifted;
    const now = () => Real.now() + (shifted.wallShift ?? 0);
    globalThis.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length > 0 ? given : [now()]) as [number]));
      }
      static override now = now;
    } as DateConstructor;
    const mono = performance.now.bind(performance);
    performance.now = () => mono() + (shifted.monoShift ?? 0);
  });
  let [wallShift, monoShift] = [0, 0];
  const shift = async (wall: number, mono: number) => {
    wallShift += wall;
    monoShift += mono;
    const both: Shifted = { wallShift, monoShift };
    const take = (shifts: Shifted) => void Object.assign(globalThis, shifts);
    await page.addInitScript(take, both);
    await page.evaluate(take, both);
  };
  return { pass: (ms) => shift(ms, ms), set: (ms) => shift(ms, 0) };
}
