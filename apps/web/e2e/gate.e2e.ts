import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { recordCheck } from '@unknot/journal/record';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { helpTexts } from '../src/texts/help.ts';
import { planTexts } from '../src/texts/plan.ts';
import { launchBrowser, newPerson, type Person, storedText } from './browser.ts';
import { giveClock } from './clock.ts';
import { finger } from './hand.ts';
import {
  answerCheck,
  answerScreen,
  beginSession,
  button,
  comeToPlan,
  goToSession,
  link,
  open,
  paintByFinger,
  planTitle,
  player,
  question,
  readDiary,
  sources,
  stopAndRate,
  title,
} from './walk.ts';

const address = inject('address');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Neither a plan nor a session: the check asks, from its first question on, or what is still open. */
async function expectAsked(page: Page): Promise<void> {
  for (const path of ['/plan', '/session']) {
    await page.goto(address + path);
    await question(page).waitFor();
    expect(new URL(page.url()).pathname).toBe('/check');
    expect(await button(page, /^Start, /).count()).toBe(0);
  }
}

const seenQuestion = /your answers said to get help at once\. Did you\?$/;

/** The same in a new window whose clock is `ms` ahead (or behind). */
async function expectAskedAt(person: Person, ms: number): Promise<void> {
  const page = await person.context.newPage();
  await (await giveClock(page)).set(ms);
  await expectAsked(page);
  await page.close();
}

describe('somebody who never answered the check', () => {
  let person: Person;
  let page: Page;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    page = person.page;
  });

  test('gets the questions at the address of the plan and of the session, also after a reload and the back button', async () => {
    await open(page, address);
    await expectAsked(page);
    await page.reload();
    await question(page).waitFor();
    await page.goBack();
    await page.goForward();
    await question(page).waitFor();
    expect(await button(page, /^Start, /).count()).toBe(0);
  });

  test('goes on after a reload where the questions were left', async () => {
    await answerScreen(page, finger);
    await question(page, 2).waitFor();
    await page.reload();
    await question(page, 2).waitFor();
  });

  test('may paint, but sees no muscle', async () => {
    await open(page, `${address}/body`);
    await paintByFinger(page);
    await sources(page).getByText(bodyTexts.gateTitle).waitFor();
    expect(await button(page, bodyTexts.makePlan).count()).toBe(0);
  });

  test('is asked all the same when a file brings a good check, old or of just now', async () => {
    for (const at of [Date.now() - 40 * DAY, Date.now() - 60_000]) {
      await readDiary(page, address, fileWithGoodCheck(at));
      await expectAsked(page);
    }
  });
});

function fileWithGoodCheck(at: number): string {
  const editions = { atlas: '1', knowledge: '1' };
  const { events } = recordCheck(
    { now: at, random: Math.random, device: 'elsewhere', hlc: null, editions },
    {
      form: 'full',
      facts: { 'age-years': 35, 'cannot-pee': false },
      conditions: {},
      painted: [],
      level: 'self-care',
      because: [],
      support: [],
      edition: '1',
    },
    false,
  );
  return exportJournal(events.map(entryOf), { exportedAt: at, editions, sensitive: false });
}

describe('an emergency', () => {
  let person: Person;
  let page: Page;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    page = person.page;
  });

  test('shows a card with a number to call, also when the sign is only not sure', async () => {
    await open(page, `${address}/check`);
    expect(await answerCheck(page, finger, { 'cannot-pee': 'unsure' })).toBe(helpTexts.emergencyTitle);
    expect(await link(page, helpTexts.call('999')).getAttribute('href')).toBe('tel:999');
  });

  test('says nothing else on the card; why and what comes next are behind it, and lead back', async () => {
    expect(await page.locator('.emergency a').count()).toBe(2);
    await finger.press(link(page, checkTexts.whyLater));
    await title(page, checkTexts.whyTitle).waitFor();
    expect(await button(page, checkTexts.seen).count()).toBe(1);
    await finger.press(link(page, checkTexts.toCard));
    await title(page, helpTexts.emergencyTitle).waitFor();
    expect(await button(page, checkTexts.seen).count()).toBe(0);
  });

  test('keeps plan, session and ranking closed after a reload and by any address', async () => {
    for (const path of ['/plan', '/session', '/check', '/body']) {
      await open(page, address + path);
      await page.reload();
      if (path === '/plan') await title(page, planTexts.seeSomeone).waitFor();
      else if (path === '/body') await title(page, bodyTexts.title).waitFor();
      else await title(page, helpTexts.emergencyTitle).waitFor();
      expect(await button(page, /^Start, /).count()).toBe(0);
    }
    await paintByFinger(page);
    await sources(page).getByText(bodyTexts.closedTitle).waitFor();
    expect(await button(page, bodyTexts.makePlan).count()).toBe(0);
  });

  test('is not waited out, and not escaped by a clock set back', async () => {
    for (const shift of [8 * DAY, 40 * DAY, -3 * HOUR]) {
      const later = await person.context.newPage();
      await (await giveClock(later)).set(shift);
      for (const path of ['/plan', '/session']) {
        await open(later, address + path);
        await title(later, planTexts.seeSomeone).or(title(later, seenQuestion)).first().waitFor();
        expect(await button(later, /^Start, /).count()).toBe(0);
      }
      await open(later, `${address}/check`);
      await title(later, seenQuestion).waitFor();
      await later.close();
    }
  });
});

test('thoughts of suicide bring people to talk to first, and leave no trace on the device', async () => {
  const { page, context } = await newPerson(browser, address);
  await open(page, `${address}/check`);
  expect(await answerCheck(page, finger, { 'alone-with-crisis': true })).toBe(helpTexts.crisisTitle);
  const calls = page.locator('a[href^="tel:"]');
  expect(await calls.first().innerText()).toBe(helpTexts.callCrisis('116 123'));
  expect(await calls.first().getAttribute('href')).toBe('tel:116123');
  const stored = await storedText(page);
  expect(stored).not.toMatch(/crisis|suicide/);
  expect(stored).not.toContain('check.finished');
  await expectAsked(page);
  await context.close();
});

describe('a good check', () => {
  let person: Person;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    const { page } = person;
    await comeToPlan(page, address);
  });

  test('is asked again when the clock was set back, and when the episode is over', async () => {
    for (const shift of [-3 * HOUR, 29 * DAY]) {
      await expectAskedAt(person, shift);
    }
  });

  test('ends a session that is running when a warning sign is told in another window', async () => {
    const { page } = person;
    await open(page, `${address}/plan`);
    await goToSession(page, finger);
    await beginSession(page, finger);
    const other = await person.context.newPage();
    await open(other, `${address}/check?again`);
    expect(await answerCheck(other, finger, { 'cannot-pee': true })).toBe(helpTexts.emergencyTitle);
    await player.pause(page).waitFor({ state: 'detached' });
    await page.reload();
    await title(page, helpTexts.emergencyTitle).waitFor();

    // Asked again, and nothing found: the session has waited.
    await open(other, `${address}/check?again`);
    expect(await answerCheck(other, finger)).toBe(checkTexts.result['self-care']);
    await other.close();
    await page.goto(`${address}/session`);
    await player.pause(page).or(player.resume(page)).waitFor();
    await stopAndRate(page, finger);
  });

  test('needs the short form after a day, which does not count once the clock is set back', async () => {
    const { page } = person;
    await (await giveClock(page)).pass(25 * HOUR);
    await expectAsked(page);
    await title(page, checkTexts.shortTitle).waitFor();
    await answerScreen(page, finger);
    await planTitle(page).waitFor();
    await expectAsked(await person.context.newPage());
  });
});
