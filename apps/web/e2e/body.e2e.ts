import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { DESKTOP, launchBrowser, newPerson, type Person, PHONE, seriousFindings } from './browser.ts';
import { finger, type Hand, keys, mouse } from './hand.ts';
import { type Answers, answerCheck, button, link, open, paintByList, ranking, sources } from './walk.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Somebody with an open check and two sore places at the right shoulder blade. */
async function withPain(hand: Hand, options: typeof PHONE | typeof DESKTOP, answers: Answers = {}): Promise<Person> {
  const person = await newPerson(browser, address, { ...options, serviceWorkers: 'block' });
  await open(person.page, `${address}/check`);
  await answerCheck(person.page, hand, answers);
  await hand.press(link(person.page, checkTexts.toBody));
  await paintByList(person.page, hand, 'corner', /inner corner of the shoulder blade.*Right/i);
  await ranking(person.page);
  return person;
}

const card = (page: Person['page']) => page.getByRole('region', { name: /would tell most/ });

describe('the ranking is honest about itself', () => {
  let person: Person;
  beforeAll(async () => {
    person = await withPain(mouse, DESKTOP);
  });

  test('a word for every line, a range on request, and never a finding about the person', async () => {
    const { page } = person;
    for (const row of await ranking(page)) expect(row).toMatch(/likely|possible/);
    await keys.press(button(page, bodyTexts.showNumbers));
    expect((await ranking(page))[0]).toMatch(/\d+% \(\d+–\d+\)/);
    await keys.press(button(page, bodyTexts.hideNumbers));
    expect(await page.getByRole('main').innerText()).not.toMatch(/you have/i);
  });

  test('a candidate opens with its reasons, spot, reach, sources and a test to see, and Escape leads back to its line', async () => {
    const { page } = person;
    await keys.press(sources(page).getByRole('list').first().getByRole('button').first());
    for (const part of ['speaksFor', 'speaksAgainst', 'findTitle', 'reachTitle'] as const)
      await page.getByRole('heading', { name: bodyTexts[part] }).waitFor();
    await page.getByRole('img', { name: bodyTexts.spotPicture }).first().waitFor();
    await keys.press(page.getByText(bodyTexts.sourcesTitle));
    await expect.poll(() => sources(page).getByRole('link').count()).toBeGreaterThan(0);
    await keys.press(button(page, bodyTexts.showPicture).first());
    await expect.poll(() => page.getByRole('img', { name: bodyTexts.spotPicture }).count()).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^rank-/);
    expect(person.troubles).toEqual([]);
  });
});

describe('the question that tells most', () => {
  let person: Person;
  beforeAll(async () => {
    person = await withPain(finger, PHONE);
  });

  test('is one card, for axe as well', async () => {
    await card(person.page).waitFor();
    expect(await card(person.page).count()).toBe(1);
    expect(await seriousFindings(person.page)).toEqual([]);
  });

  test('gives way to the next one when it is skipped, and the focus is not lost', async () => {
    const { page } = person;
    const before = await card(page).innerText();
    await finger.press(button(card(page), bodyTexts.answers.notNow));
    await expect
      .poll(async () => !(await card(page).isVisible()) || (await card(page).innerText()) !== before)
      .toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toMatch(/^H[23]$/);
    expect(person.troubles).toEqual([]);
  });
});

test('somebody with a blood thinner is never asked to press', async () => {
  const { page, troubles } = await withPain(finger, PHONE, { anticoagulant: true });
  await page.waitForTimeout(500);
  for (let asked = 0; asked < 4 && (await card(page).isVisible()); asked++) {
    expect(await card(page).innerText()).not.toMatch(/press/i);
    await finger.press(button(card(page), bodyTexts.answers.notNow));
    await page.waitForTimeout(400);
  }
  await finger.press(sources(page).getByRole('list').first().getByRole('button').first());
  await page.getByText(bodyTexts.someTestsClosed).or(page.getByText(bodyTexts.testsClosed)).waitFor();
  expect(troubles).toEqual([]);
});
