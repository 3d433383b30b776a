import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { afterTexts } from '../src/texts/after.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { launchBrowser, newPerson, type Person } from './browser.ts';
import { type Clock, giveClock } from './clock.ts';
import { finger } from './hand.ts';
import {
  beginSession,
  button,
  comeToPlan,
  goToSession,
  link,
  open,
  planStands,
  player,
  skipToHold,
  stopAndRate,
  title,
} from './walk.ts';

/** What the page says and hears in these journeys: a voice, an ear and a loudspeaker of our own. */
interface Senses {
  said: string[];
  /** The voice loses every sentence. */
  mute?: boolean;
  ear?: { onresult(event: unknown): void; processLocally: boolean };
  loudspeaker?: HTMLAudioElement;
}

const address = inject('address');
const { handsFree, controls } = sessionTexts;

let browser: Browser;
let person: Person;
let page: Page;
let clock: Clock;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await newPerson(browser, address);
  page = person.page;
  clock = await giveClock(page);
  await page.addInitScript(() => {
    const senses = globalThis as unknown as Senses;
    senses.said = [];
    const voice = {
      paused: false,
      getVoices: () => [{ name: 'ours' }],
      addEventListener: () => undefined,
      resume: () => undefined,
      cancel: () => undefined,
      speak(words: SpeechSynthesisUtterance) {
        if (senses.mute) return words.onerror?.({} as SpeechSynthesisErrorEvent);
        senses.said.push(words.text);
        queueMicrotask(() => words.onend?.({} as SpeechSynthesisEvent));
      },
    };
    Object.defineProperty(globalThis, 'speechSynthesis', { value: voice });
    class Ear {
      lang = '';
      onresult = null;
      constructor() {
        senses.ear = this as never;
      }
      get processLocally() {
        return true;
      }
      set processLocally(_: boolean) {}
      start() {}
      abort() {}
      static available = () => Promise.resolve('available');
    }
    Object.assign(globalThis, { SpeechRecognition: Ear });
    const Real = globalThis.Audio;
    globalThis.Audio = class extends Real {
      constructor(file?: string) {
        super(file);
        senses.loudspeaker = this;
      }
    };
  });
  await comeToPlan(page, address);
});
afterAll(() => browser.close());

beforeEach(async () => {
  await open(page, `${address}/plan`);
  await planStands(page, finger);
  await goToSession(page, finger);
});

const said = () => page.evaluate(() => (globalThis as unknown as Senses).said);
/** Says something into the microphone. */
const speak = (words: string) =>
  page.evaluate(
    (transcript) =>
      (globalThis as unknown as Senses).ear?.onresult({
        resultIndex: 0,
        results: [Object.assign([{ transcript }], { isFinal: false })],
      }),
    words,
  );

test('a call pauses; a voice that fails is noticed; a second window asks first and then plays alone', async () => {
  await beginSession(page, finger, 4);
  await skipToHold(page, finger);
  await page.evaluate(() => (globalThis as unknown as Senses).loudspeaker?.pause());
  await player.says(page, sessionTexts.paused.call).waitFor();
  await page.evaluate(() => Object.assign(globalThis, { mute: true }));
  await finger.press(player.resume(page));
  await page.keyboard.press('r');
  await page.getByText(sessionTexts.brokenVoice).waitFor();

  // Neither a window of its own nor one opened from here plays beside it.
  const stranger = await person.context.newPage();
  await stranger.goto(`${address}/session`);
  await button(stranger, sessionTexts.elsewhere.take).waitFor();
  await stranger.close();
  const opened = person.context.waitForEvent('page');
  await page.evaluate(() => void globalThis.open('/session'));
  const second = await opened;
  await finger.press(button(second, sessionTexts.elsewhere.take));
  await title(page, sessionTexts.elsewhere.title).waitFor();
  await stopAndRate(second, finger);
  await second.close();
});

test('by ear only: name, side, position, every step, the time left and the question about pain are said', async () => {
  await beginSession(page, finger, 4);
  await skipToHold(page, finger);
  const name = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
  await finger.press(button(page, controls.steps));
  const steps = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  const halfWay = /Half way\. \d+ seconds left\./;
  for (let steps = 0; steps < 20 && !halfWay.test((await said()).join()); steps++) {
    await clock.pass(2_000);
    await page.waitForTimeout(250);
  }
  const told = (await said()).join('\n');
  expect(told).toMatch(halfWay);
  expect(told).toContain(`${name}.`);
  for (const step of steps) expect(told).toContain(step);
  expect(told).toMatch(/Hold for \d+ seconds\./);
  expect(told).toMatch(/Still \d out of ten or less\?/);
  await page.keyboard.press('t');
  await expect.poll(async () => (await said()).at(-1)).toMatch(/left\.$/);
  await stopAndRate(page, finger);
});

test('the lower half of a phone is one button; "stop" by key stands within a second and says so', async () => {
  await beginSession(page, finger, 4);
  await skipToHold(page, finger);
  const half = await player.pause(page).boundingBox();
  expect(half?.width).toBe(390);
  expect(half?.height).toBeGreaterThanOrEqual(844 / 2 - 1);
  await finger.press(player.pause(page));
  await player.says(page, sessionTexts.paused.person).waitFor();
  await page.keyboard.press(' ');
  await player.pause(page).waitFor();
  const before = Date.now();
  await page.keyboard.press('s');
  await title(page, sessionTexts.stopTitle).waitFor();
  await expect.poll(async () => (await said()).join('\n')).toContain(sessionTexts.paused.stop);
  expect(Date.now() - before).toBeLessThan(1_000);
  await expect
    .poll(() => page.locator('[aria-live]').allTextContents())
    .toContainEqual(expect.stringContaining('Stopped'));
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.keyboard.press('1');
  await title(page, afterTexts.ask).waitFor();
  await finger.press(button(page, '3'));
  await link(page, afterTexts.repaint).waitFor();
});

test('by voice: pause, go on, it hurts, stop; and an exercise that waits begins when I am ready', async () => {
  await finger.press(page.getByText(handsFree.title));
  await finger.press(page.getByRole('switch', { name: handsFree.waits }));
  await finger.press(page.getByRole('switch', { name: handsFree.hears }));
  await finger.press(button(page.getByRole('group', { name: sessionTexts.painNow }), '4'));
  for (const tick of await page.getByRole('checkbox').all()) await finger.press(tick);
  await finger.press(button(page, /^Start, /));
  await button(page, controls.ready).waitFor();
  await clock.pass(60_000);
  await button(page, controls.ready).waitFor();
  await speak('ready');
  await player.pause(page).waitFor();
  await speak('pause please');
  await player.says(page, sessionTexts.paused.person).waitFor();
  await speak('go on');
  await player.pause(page).waitFor();
  await speak('it hurts');
  await player.says(page, sessionTexts.paused.pain).waitFor();
  await speak('stop');
  await title(page, sessionTexts.stopTitle).waitFor();
  await speak('two');
  await title(page, sessionTexts.hurtsTitle).waitFor();
  await finger.press(button(page, sessionTexts.hurts.enough));
  await title(page, afterTexts.ask).waitFor();
  await finger.press(button(page, '3'));
  await link(page, afterTexts.repaint).waitFor();
});
