// A plan fits pain that is new, what is near, and the minutes asked for; all of it can be changed on the plan itself.

import plan from '@unknot/knowledge/edition/plan.json' with { type: 'json' };
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkTexts } from '../src/texts/check.ts';
import { planTexts } from '../src/texts/plan.ts';
import { weeksTexts } from '../src/texts/weeks.ts';
import { launchBrowser, newPerson } from './browser.ts';
import { finger } from './hand.ts';
import {
  answerCheck,
  askedFirst,
  button,
  link,
  makePlan,
  nothingElse,
  open,
  paintByFinger,
  planStands,
  planTitle,
  ranking,
} from './walk.ts';

const address = inject('address');
const BALL = plan.toolVocabulary.ball.label;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = (await newPerson(browser, address)).page;
  await open(page, `${address}/check`);
  await answerCheck(page, finger, { 'weeks-since-start': 0, 'pain-score': 7 });
  await finger.press(link(page, checkTexts.toBody));
  await paintByFinger(page);
  await ranking(page);
  await makePlan(page, finger);
});
afterAll(() => browser.close());

const steps = () => page.locator('.steps').innerText();
const minutesInTitle = async () => Number.parseInt(await planTitle(page).innerText(), 10);
const press = async (name: string) => {
  await finger.press(button(page, name).first());
  await planStands(page, finger);
};

test('new pain gets a gentle plan that says so, and the usual one for the asking', async () => {
  const gentle = await steps();
  expect(await page.getByRole('main').innerText()).toContain(planTexts.acute.new);
  expect(gentle).not.toMatch(/press/i);
  await press(planTexts.usual);
  await expect.poll(steps).not.toBe(gentle);
  expect(await page.getByRole('main').innerText()).not.toContain(planTexts.acute.new);
});

test('a ball counts as soon as it is told, is remembered, and a wall is there without a word', async () => {
  await press(BALL);
  await press(planTexts.nearDone);
  await open(page, `${address}/plan`);
  await planTitle(page).waitFor();
  await expect.poll(() => page.locator('.fits > summary').innerText()).toContain(BALL);
  expect(await button(page, planTexts.nearDone).count()).toBe(0);
  await finger.press(page.getByText(planTexts.fits));
  expect(await button(page, plan.toolVocabulary.wall.label).getAttribute('aria-pressed')).toBe('true');
});

test('twenty minutes are used', async () => {
  await press(planTexts.usual);
  await press(planTexts.minutesOption(20));
  await expect.poll(minutesInTitle).toBeGreaterThanOrEqual(16);
  expect(await minutesInTitle()).toBeLessThanOrEqual(20);
});

test('the programme waits while the pain is new', async () => {
  await open(page, `${address}/plan/weeks`);
  const gentle = link(page, weeksTexts.gentlePlan);
  await askedFirst(page).or(gentle).waitFor();
  if (await askedFirst(page).isVisible()) await finger.press(nothingElse(page));
  await gentle.waitFor();
  expect(await button(page, /^Do today/).count()).toBe(0);
});
