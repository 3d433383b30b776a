// A small phone and letters twice as large: the way from the first question to the outcome, by finger. A tap fails
// where something else lies over what it is meant for.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { afterTexts } from '../src/texts/after.ts';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { todayTexts } from '../src/texts/today.ts';
import { launchBrowser, newPerson, type Person, PHONE } from './browser.ts';
import { finger } from './hand.ts';
import { LARGE_TEXT } from './in-sight.ts';
import {
  answerCheck,
  beginSession,
  bodyMap,
  goToSession,
  link,
  makePlan,
  open,
  paintByFinger,
  paintByList,
  placesMarked,
  ranking,
  stopAndRate,
  title,
} from './walk.ts';

let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await newPerson(browser, inject('address'), { ...PHONE, viewport: LARGE_TEXT.viewport });
  await person.page.addInitScript((size) => {
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = size;
    });
  }, LARGE_TEXT.letters);
});
afterAll(() => browser.close());

test('with text twice as large a pain is painted on a small phone, and led to its outcome', async () => {
  const { page, address } = person;
  await open(page, address);
  await finger.press(link(page, todayTexts.action.begin));
  expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
  await finger.press(link(page, checkTexts.toBody));
  await title(page, bodyTexts.title).waitFor();
  await paintByFinger(page);
  const painted = await placesMarked(page);
  expect(painted).toBeGreaterThan(0);
  await paintByList(page, finger, 'calf', /: Left$/);
  await expect.poll(() => placesMarked(page)).toBeGreaterThan(painted);
  expect((await ranking(page)).length).toBeGreaterThan(0);
  const map = await bodyMap(page).boundingBox();
  expect(map?.height).toBeGreaterThan(250);
  // Some of the page beside the map is always there to scroll by.
  expect(map?.height).toBeLessThan(0.65 * LARGE_TEXT.viewport.height);
  await makePlan(page, finger);
  await goToSession(page, finger);
  await beginSession(page, finger);
  await stopAndRate(page, finger);
  await link(page, afterTexts.home).waitFor();
  expect(person.troubles).toEqual([]);
});
