// Health questions before a plan: as many as the heading says, the age as an age, and the focus where the question is.

import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { recordProfile } from '@unknot/journal/record';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkTexts } from '../src/texts/check.ts';
import { planTexts } from '../src/texts/plan.ts';
import { youTexts } from '../src/texts/you.ts';
import { launchBrowser, newPerson } from './browser.ts';
import { finger } from './hand.ts';
import {
  answerCheck,
  askedFirst,
  button,
  comeToPlan,
  nothingElse,
  onlyTitle,
  open,
  planStands,
  planTitle,
  question,
  title,
} from './walk.ts';

const address = inject('address');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = (await newPerson(browser, address)).page;
  await comeToPlan(page, address);
});
afterAll(() => browser.close());

test('a question that takes the place of the plan says how many there are, and has the focus', async () => {
  const rows = page.locator('.steps > li');
  for (let presses = 0; presses < 12 && !(await askedFirst(page).isVisible()); presses++) {
    const row = rows.nth(presses % (await rows.count()));
    await row.locator('details.more').evaluate((details) => details.setAttribute('open', ''));
    await finger.press(button(row, planTexts.tooHard));
    await onlyTitle(page).waitFor();
  }
  expect(await askedFirst(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
  const asked = await page
    .getByRole('main')
    .getByRole('button', { name: /: not answered$/ })
    .count();
  expect(await askedFirst(page).innerText()).toBe(planTexts.askFirst(asked));
  await finger.press(nothingElse(page));
  await planTitle(page).waitFor();
});

test('the age is asked as an age when only a condition from a file tells something of it', async () => {
  await open(page, `${address}/you`);
  await page.getByLabel(youTexts.restore).setInputFiles({
    name: 'unknot.json',
    mimeType: 'application/json',
    buffer: Buffer.from(fileWithCondition('age-over-65')),
  });
  await page.getByText(youTexts.restored(1, 0)).waitFor();
  // The second check knows the age already, so only the profile tells it, until it is emptied. Then the check goes by the file.
  await open(page, `${address}/check?again`);
  expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
  await open(page, `${address}/you`);
  const age = page.getByRole('spinbutton', { name: youTexts.age });
  await finger.write(age, '');
  await age.blur();
  await open(page, `${address}/plan`);
  await question(page).waitFor();
  expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
  await open(page, `${address}/plan`);
  await title(page, planTexts.askAge).waitFor();
  await finger.press(button(page, planTexts.askAgeDone));
  await page.getByRole('alert').getByText(youTexts.ageWrong).waitFor();
  await finger.write(age, '35');
  await finger.press(button(page, planTexts.askAgeDone));
  await planStands(page, finger);
});

function fileWithCondition(id: string): string {
  const editions = { atlas: '1', knowledge: '1' };
  const told = { now: Date.now(), random: Math.random, device: 'elsewhere', hlc: null, editions };
  const { events } = recordProfile(told, { conditions: { [id]: true } }, false);
  return exportJournal(events.map(entryOf), { exportedAt: Date.now(), editions, sensitive: false });
}
