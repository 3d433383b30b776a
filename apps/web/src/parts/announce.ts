// What changed, for people who listen to the screen. One polite live region in the shell reads it out.

import { signal } from '@preact/signals';

export const spokenNow = signal('');

/** Reads `text` out at the next pause; saying the same thing twice is heard twice. */
export function announce(text: string): void {
  spokenNow.value = spokenNow.value === text ? `${text}\u00a0` : text;
}
