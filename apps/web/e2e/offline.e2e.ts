import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTexts } from '../src/texts/check.ts';
import { todayTexts } from '../src/texts/today.ts';
import { launchBrowser, newPerson, offlineCopyReady, type Person } from './browser.ts';
import { finger } from './hand.ts';
import { serveBuiltApp } from './served-app.ts';
import {
  answerCheck,
  beginSession,
  goToSession,
  link,
  makePlan,
  onlyTitle,
  open,
  paintByFinger,
  ranking,
  stopAndRate,
} from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('without a network', () => {
  let person: Person;
  let page: Person['page'];
  let address: string;
  beforeAll(async () => {
    const served = await serveBuiltApp();
    address = served.address;
    person = await newPerson(browser, address);
    page = person.page;
    await open(page, address);
    await offlineCopyReady(page);
    await person.context.setOffline(true);
    await served.stop();
  });

  test('the loop goes from the first question to the diary after one visit', async () => {
    await page.reload();
    await finger.press(link(page, todayTexts.action.begin));
    expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
    await finger.press(link(page, checkTexts.toBody));
    await paintByFinger(page);
    await ranking(page);
    await makePlan(page, finger);
    await goToSession(page, finger);
    await beginSession(page, finger, 5);
    await stopAndRate(page, finger, 2);
  });

  test('every room opens by its address, and the diary is there', async () => {
    for (const path of [
      '/plan',
      '/session',
      '/after',
      '/you',
      '/help',
      '/body',
      '/check',
      '/learn',
      '/learn/rhomboids',
    ]) {
      await page.goto(address + path);
      await onlyTitle(page).waitFor();
    }
    await open(page, `${address}/progress`);
    await page.getByText('5 → –').waitFor();
    expect(person.troubles).toEqual([]);
    expect(person.foreignRequests).toEqual([]);
  });
});
