// The little of the desk that every screen needs to know: a break waits. Everything else loads with the desk.

import { signal } from '@preact/signals';

/** A break is offered and nobody has answered. */
export const breakWaits = signal(false);

const RUNNING = 'unknot-desk';

/** The desk was opened and not closed again, also before a reload. */
export function deskIsOn(): boolean {
  try {
    return localStorage.getItem(RUNNING) === 'on';
  } catch {
    return false;
  }
}

export function keepDeskOn(on: boolean): void {
  try {
    if (on) localStorage.setItem(RUNNING, 'on');
    else localStorage.removeItem(RUNNING);
  } catch {
    // Blocked: then the desk lasts as long as the page.
  }
}
