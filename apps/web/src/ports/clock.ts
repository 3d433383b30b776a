// The clocks of the browser. Everything below the rooms gets time as an argument; here is where it comes from.

import { signal } from '@preact/signals';
import type { EpochMs } from '@unknot/engine/case';

/** Wall clock, milliseconds since 1970. May jump when the person or the network sets the clock. */
export const now = (): EpochMs => Date.now();

/** Monotonic clock of this page, milliseconds. Never jumps; starts anew with every page. */
export const mono = (): number => performance.now();

/** The wall clock, refreshed every half minute and whenever the page comes back to the front. */
export const minute = signal<EpochMs>(now());

const refresh = () => {
  minute.value = now();
};
setInterval(refresh, 30_000);
document.addEventListener('visibilitychange', refresh);
