// The way to help holds on odd devices, abroad, and when a room breaks.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { helpTexts } from '../src/texts/help.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { youTexts } from '../src/texts/you.ts';
import { launchBrowser, newPerson, PHONE, seriousFindings } from './browser.ts';
import { finger } from './hand.ts';
import { beginSession, button, comeToPlan, goToSession, link, open, player, question, title } from './walk.ts';

const address = inject('address');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const numbers = (page: Page) =>
  page.locator('a[href^="tel:"]').evaluateAll((found) => found.map((each) => each.getAttribute('href')));

const abroad = async (options: BrowserContextOptions): Promise<Page> =>
  (await newPerson(browser, address, { ...PHONE, ...options })).page;

test('a browser whose language is no language still gets a number', async () => {
  const page = await abroad({ timezoneId: 'UTC' });
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'language', { value: 'en-US@posix' });
    Object.defineProperty(navigator, 'languages', { value: ['en-US@posix', 'C'] });
  });
  await open(page, `${address}/help`);
  expect(await numbers(page)).toEqual(['tel:911', 'tel:112']);
  await page.context().close();
});

test('abroad it is the number of the place, beside the one for everywhere; the country that the person chooses stays', async () => {
  const page = await abroad({ locale: 'en-US', timezoneId: 'Europe/London' });
  await open(page, `${address}/help`);
  expect(await numbers(page)).toEqual(['tel:999', 'tel:112']);
  await button(page, helpTexts.wrongNumber).click();
  await page.getByLabel(helpTexts.country).selectOption('JP');
  await expect.poll(() => numbers(page)).toEqual(['tel:119']);
  await page.reload();
  await title(page, helpTexts.emergencyTitle).waitFor();
  expect(await numbers(page)).toEqual(['tel:119']);
  await page.context().close();
});

test('a room that breaks shows the number and a way back, and nothing else of the app breaks with it', async () => {
  const page = await abroad({});
  await page.addInitScript(() => {
    String.prototype.localeCompare = () => {
      throw new Error('broken on purpose');
    };
  });
  await open(page, `${address}/you`);
  await title(page, helpTexts.trouble.title).waitFor();
  expect(await numbers(page)).toEqual(['tel:999', 'tel:112']);
  expect(await seriousFindings(page)).toEqual([]);
  await link(page, helpTexts.trouble.home).click();
  await title(page, helpTexts.trouble.title).waitFor({ state: 'detached' });
  await page.context().close();
});

test('a room that cannot be fetched shows the number, and comes back when it can', async () => {
  const page = await abroad({ serviceWorkers: 'block' });
  await page.route(/\/You-[^/]+\.js$/, (route) => route.abort());
  await open(page, `${address}/you`);
  await title(page, helpTexts.trouble.title).waitFor();
  expect(await numbers(page)).toEqual(['tel:999', 'tel:112']);
  await page.unroute(/\/You-[^/]+\.js$/);
  await button(page, helpTexts.trouble.again).click();
  await title(page, youTexts.title).waitFor();
  await page.context().close();
});

test('in a session help is one tap away; more pain ends the exercise and asks; what cannot wait leads straight to the card', async () => {
  const page = await abroad({});
  await comeToPlan(page, address);
  await goToSession(page, finger);
  await beginSession(page, finger);
  await finger.press(link(page, sessionTexts.helpNow));
  await title(page, helpTexts.emergencyTitle).waitFor();
  await finger.press(button(page, helpTexts.back));
  await title(page, sessionTexts.stopTitle).waitFor();

  await finger.press(button(page, sessionTexts.stopReason.pain));
  await title(page, sessionTexts.hurtsTitle).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await finger.press(button(page, sessionTexts.hurts.eases));
  await page.getByText(new RegExp(`^${sessionTexts.stepOf(2, 9).slice(0, 6)}`)).waitFor();

  await finger.press(player.stop(page));
  expect(await seriousFindings(page)).toEqual([]);
  await finger.press(button(page, sessionTexts.stopReason['chest-pain']));
  await title(page, helpTexts.emergencyTitle).waitFor();
  await page.goto(`${address}/plan`);
  await question(page).waitFor();
  await page.context().close();
});
