// What goes on with a server by itself starts when the page has nothing better to do, and only where it was switched on.

import { drafts } from '../person.ts';
import { OUTSIDE } from './outside-settings.ts';

const whenIdle = (then: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(then, { timeout: 5000 }) : setTimeout(then, 1000);

export function startOutside(): void {
  whenIdle(async () => {
    const settled = await drafts.get(OUTSIDE);
    if (settled) (await import('./background.ts')).startBackground();
  });
}
