import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { afterTexts } from '../src/texts/after.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { todayTexts } from '../src/texts/today.ts';
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
  question,
  skipToHold,
  stopAndRate,
  title,
} from './walk.ts';

const address = inject('address');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

let browser: Browser;
let person: Person;
let page: Page;
let clock: Clock;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await newPerson(browser, address);
  page = person.page;
  clock = await giveClock(page);
  await comeToPlan(page, address);
});
afterAll(() => browser.close());

/** Paused, in these words, until the person goes on. */
async function expectWaiting(words: string): Promise<void> {
  await player.says(page, words).waitFor();
  const left = await player.seconds(page);
  await clock.pass(10 * SECOND);
  await page.waitForTimeout(500);
  expect(await player.seconds(page)).toBe(left);
}

describe('in the middle of a hold', () => {
  beforeEach(async () => {
    await open(page, `${address}/plan`);
    await planStands(page, finger);
    await goToSession(page, finger);
    await beginSession(page, finger, 4);
    await skipToHold(page, finger);
  });

  test('five minutes in which the page was frozen end that hold only; the next step waits, and the person is told', async () => {
    const step = await page.getByText(/^Step \d+ of \d+/).innerText();
    await clock.pass(5 * MINUTE);
    await expectWaiting(sessionTexts.paused.away);
    expect(step.slice(0, 6)).toBe((await page.getByText(/^Step \d+ of \d+/).innerText()).slice(0, 6));
    await finger.press(player.resume(page));
    const left = await player.seconds(page);
    await expect.poll(() => player.seconds(page)).toBeLessThan(left);
    await stopAndRate(page, finger);
  });

  test('a reload goes on as if nothing had happened, and a paused one stays paused at its second', async () => {
    const left = await player.seconds(page);
    const begun = Date.now();
    await page.reload();
    await player.pause(page).waitFor();
    const expected = left - (Date.now() - begun) / SECOND;
    expect(Math.abs((await player.seconds(page)) - expected)).toBeLessThanOrEqual(1);

    await finger.press(player.pause(page));
    await player.resume(page).waitFor();
    const paused = await player.seconds(page);
    await page.reload();
    await player.resume(page).waitFor();
    expect(Math.abs((await player.seconds(page)) - paused)).toBeLessThanOrEqual(1);
    await stopAndRate(page, finger);
  });

  test('ten minutes with the page closed: it waits at the second it was last seen', async () => {
    const left = await player.seconds(page);
    await page.goto('about:blank');
    await clock.pass(10 * MINUTE);
    await page.goto(`${address}/session`);
    await expectWaiting(sessionTexts.paused.reload);
    expect(Math.abs((await player.seconds(page)) - left)).toBeLessThanOrEqual(2);
    await stopAndRate(page, finger);
  });

  test('an hour with the page closed ends it, and today asks how it is', async () => {
    await clock.pass(10 * SECOND);
    await page.waitForTimeout(400);
    await page.goto('about:blank');
    await clock.pass(60 * MINUTE);
    await page.goto(`${address}/session`);
    await title(page, afterTexts.ask).waitFor();
    await open(page, address);
    await title(page, todayTexts.title.rate).waitFor();
    // Three hours later it is the pain of the day, and nothing is made of it.
    await clock.pass(4 * 60 * MINUTE);
    await open(page, address);
    expect(await title(page, todayTexts.title.rate).count()).toBe(0);
    await open(page, `${address}/after`);
    await finger.press(button(page, '2'));
    await title(page, afterTexts.result.notYetKnown).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('→');
  });

  test('a wall clock that jumps neither skips nor lengthens anything', async () => {
    const left = await player.seconds(page);
    await clock.set(30 * MINUTE);
    expect(left - (await player.seconds(page))).toBeLessThanOrEqual(1);
    await player.pause(page).waitFor();
    await stopAndRate(page, finger);
  });

  test('"no, more" pauses and asks to ease off; the second time it offers to stop', async () => {
    const asked = button(page, sessionTexts.painAbove);
    const untilAsked = async () => {
      for (let seconds = 0; seconds < 300 && !(await asked.isVisible()); seconds += 5) {
        await clock.pass(5 * SECOND);
        await page.waitForTimeout(250);
      }
      await finger.press(asked);
    };
    await untilAsked();
    await expectWaiting(sessionTexts.paused.pain);
    await finger.press(player.resume(page));
    await untilAsked();
    await finger.press(button(page, sessionTexts.stopNow));
    await title(page, afterTexts.ask).waitFor();
    await finger.press(button(page, '6'));
    await title(page, afterTexts.result.worse).waitFor();
  });

  test('a stop for dizziness leads to the safety questions, and to nothing else', async () => {
    await finger.press(player.stop(page));
    await finger.press(button(page, sessionTexts.stopReason.dizzy));
    await title(page, sessionTexts.stoppedTitle).waitFor();
    await finger.press(link(page, sessionTexts.checkButton));
    await question(page, 1).waitFor();
    await page.goto(`${address}/plan`);
    await question(page, 1).waitFor();
    await page.goto(`${address}/session`);
    await question(page, 1).waitFor();
  });
});
