// How somebody works the app: with a mouse, with a finger, or with keys alone. A walk takes any of them.

import type { Locator } from 'playwright-core';

export interface Hand {
  readonly name: string;
  /** Presses a button, a link or a tick box. */
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
}

export const mouse: Hand = {
  name: 'mouse',
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
};

export const finger: Hand = {
  name: 'finger',
  press: (target) => target.tap(),
  write: (target, text) => target.fill(text),
};

/** Most presses of Tab to get anywhere on a screen. */
const FAR = 250;

export const keys = {
  name: 'keys',
  /** Goes to a control as somebody without a mouse does, and says so when it cannot be reached. */
  async tabTo(target: Locator): Promise<void> {
    const { keyboard } = target.page();
    await target.waitFor();
    for (let presses = 0; presses < FAR; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${target} was not reached with ${FAR} presses of Tab`);
  },
  async press(target: Locator): Promise<void> {
    const isReached = () => target.evaluate((element) => element === document.activeElement);
    // A room that has just come may still move the focus to its heading.
    do {
      await keys.tabTo(target);
      await target.page().waitForTimeout(40);
    } while (!(await isReached()));
    const isTick = await target.evaluate((element) => element instanceof HTMLInputElement);
    await target.page().keyboard.press(isTick ? 'Space' : 'Enter');
  },
  async write(target: Locator, text: string): Promise<void> {
    const { keyboard } = target.page();
    await keys.tabTo(target);
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(text);
  },
} satisfies Hand & { tabTo(target: Locator): Promise<void> };
