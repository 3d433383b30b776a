// What goes on by itself while the app is open: the exchange, and reminders and the calendar that follow the week. One
// window does it for all.

import { effect } from '@preact/signals';
import { person } from '../person.ts';
import { publishAgain } from '../rooms/schedule/week-text.ts';
import { leadOne } from './leader.ts';
import { openOutside, outside } from './outside.ts';
import { remindersDepend, renewReminders } from './push.ts';
import { startSync } from './sync.ts';

/** Several changes in a row are sent once. */
const PATIENCE_MS = 2000;

let isStarted = false;

export function startBackground(): void {
  if (isStarted) return;
  isStarted = true;
  void openOutside().then(({ sync }) => {
    if (sync) startSync();
    leadOne('unknot-background', () => {
      const ends = [
        follow(
          () => [remindersDepend.value, outside.value?.reminders],
          () => void renewReminders(),
        ),
        follow(
          () => [person.value.schedule, outside.value?.feed],
          () => void publishAgain(),
        ),
      ];
      return () => {
        for (const end of ends) end();
      };
    });
  });
}

/** @returns how to end it */
function follow(depends: () => unknown, then: () => void): () => void {
  let timer = 0;
  const end = effect(() => {
    depends();
    clearTimeout(timer);
    timer = window.setTimeout(then, PATIENCE_MS);
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}
