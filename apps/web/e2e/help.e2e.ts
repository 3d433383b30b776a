// The way to help holds on odd devices, abroad, and when a room breaks.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { helpTexts } from '../src/texts/help.ts';
import { youTexts } from '../src/texts/you.ts';
import { launchBrowser, newPerson, PHONE, seriousFindings } from './browser.ts';
import { button, link, open, title } from './walk.ts';

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
