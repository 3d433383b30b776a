// Reading and the simple way: the library is found and moved by keys, and a bad day needs few presses and no fewer
// safety questions.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { checkTexts } from '../src/texts/check.ts';
import { easyTexts } from '../src/texts/easy.ts';
import { helpTexts } from '../src/texts/help.ts';
import { learnTexts } from '../src/texts/learn.ts';
import { pictureTexts } from '../src/texts/pictures.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { shellTexts } from '../src/texts/shell.ts';
import { todayTexts } from '../src/texts/today.ts';
import { launchBrowser, newPerson, type Person } from './browser.ts';
import { finger } from './hand.ts';
import { answerCheck, button, link, nothingElse, onlyTitle, open, title } from './walk.ts';

const address = inject('address');
let browser: Browser;
let person: Person;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
const arrive = async () => {
  person = await newPerson(browser, address);
  page = person.page;
  return () => person.context.close();
};

describe('the library', () => {
  beforeAll(arrive);

  test('is searched by keys, with slips, and comes back as it was left', async () => {
    await open(page, `${address}/learn`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(shellTexts.skipToContent);
    await page.getByRole('searchbox').fill('sholder blade');
    const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    await first.filter({ hasText: /blade/ }).waitFor();
    await first.press('Enter');
    await page.getByText(learnTexts.muscle.feels).waitFor();
    await link(page, learnTexts.back).press('Enter');
    await title(page, learnTexts.title).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('sholder blade');
    expect(person.foreignRequests).toEqual([]);
    expect(person.troubles).toEqual([]);
  });

  test('a page is left by the back button to the spot in the list where it was opened', async () => {
    await open(page, `${address}/learn`);
    const last = page.getByRole('main').getByRole('link').last();
    await last.scrollIntoViewIfNeeded();
    const spot = await page.evaluate(() => scrollY);
    expect(spot).toBeGreaterThan(500);
    await last.click();
    await title(page, learnTexts.title).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => scrollY)).toBe(0);
    // Each page stands on the tab by its own name.
    expect(await page.title()).toBe(`${await onlyTitle(page).innerText()} · Unknot`);
    await page.goBack();
    await title(page, learnTexts.title).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(spot);
    expect(await page.title()).toBe(`${shellTexts.rooms['/learn']} · Unknot`);
  });

  test('has pictures that the arrow keys move, and that stand still for who asked for it', async () => {
    await open(page, `${address}/learn/fibres-do-not-tangle`);
    const slider = page.getByRole('slider');
    await slider.waitFor();
    const { seen } = pictureTexts.sarcomere;
    await page.getByText(seen(0)).waitFor();
    await slider.press('End');
    await page.getByText(seen(100)).waitFor();
    expect(await button(page, pictureTexts.play).count()).toBe(0);
  });

  test('shows where the pain of a muscle is felt, chosen from a list or touched', async () => {
    await open(page, `${address}/learn/referred-pain`);
    const choice = page.getByRole('combobox');
    await choice.selectOption('levator-scapulae');
    const picture = page.getByRole('img', { name: /^Levator scapulae\. Pain is felt mostly at: / });
    await picture.waitFor();
    const body = await picture.boundingBox();
    if (!body) throw new Error('the body must be on the screen');
    // The big buttock muscle, on the right.
    await picture.click({ position: { x: body.width * 0.56, y: body.height * 0.68 } });
    await expect.poll(() => choice.inputValue()).toMatch(/^gluteus/);
  });

  test('answers a claim with its grade and its sources one tap away', async () => {
    await open(page, `${address}/learn/said-and-true`);
    await finger.press(button(page, new RegExp(`^${learnTexts.verdict.correct}`)));
    const claim = page.getByRole('listitem').filter({ hasText: 'tangle like hair' }).first();
    await finger.press(claim.locator('summary').first());
    await claim.getByText(/sources?$/).waitFor();
    await link(claim, /^More about it: Do muscle fibres/).waitFor();
  });
});

describe('a bad day', () => {
  beforeEach(arrive);

  test('asks one thing at a time, from the safety questions to a session of two minutes', async () => {
    await open(page, address);
    await finger.press(link(page, todayTexts.easy));
    await title(page, easyTexts.title.check).waitFor();
    await finger.press(link(page, easyTexts.action.check));
    expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
    await finger.press(link(page, checkTexts.toEasy));
    await title(page, easyTexts.where).waitFor();
    await link(page, new RegExp(shellTexts.unwellAction)).waitFor();
    await finger.press(button(page, easyTexts.place['shoulder-top']));
    await finger.press(button(page, easyTexts.sides.right));
    const rest = nothingElse(page);
    const start = button(page, easyTexts.start);
    await rest.or(start).first().waitFor();
    if (await rest.isVisible()) await finger.press(rest);
    await finger.press(start);
    await title(page, sessionTexts.painNow).waitFor();
    // The app begins with the simple way until it is left.
    await page.goto(address);
    await button(page, easyTexts.leave).waitFor();
    await finger.press(button(page, easyTexts.leave));
    await link(page, todayTexts.easy).waitFor();
  });

  test('opens nothing past a warning sign', async () => {
    await open(page, `${address}/easy`);
    await finger.press(link(page, easyTexts.action.begin));
    expect(await answerCheck(page, finger, { 'cannot-pee': true })).toBe(helpTexts.emergencyTitle);
    await page.goto(`${address}/easy`);
    await title(page, easyTexts.title['see-someone']).waitFor();
    expect(await onlyTitle(page).count()).toBe(1);
    expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual([easyTexts.keep, easyTexts.leave]);
  });

  test('an address alone does not make the whole app simple, a tap does', async () => {
    await open(page, `${address}/easy`);
    await open(page, address);
    await link(page, todayTexts.easy).waitFor();
    await page.goBack();
    await finger.press(button(page, easyTexts.keep));
    await button(page, easyTexts.keep).waitFor({ state: 'detached' });
    await page.goto(address);
    await button(page, easyTexts.leave).waitFor();
  });
});
