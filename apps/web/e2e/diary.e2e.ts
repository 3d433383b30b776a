import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkInTexts } from '../src/texts/check-in.ts';
import { experimentTexts } from '../src/texts/experiment.ts';
import { trendTexts } from '../src/texts/trends.ts';
import { launchBrowser, newPerson, type Person, storedText } from './browser.ts';
import { finger } from './hand.ts';
import { sampleDiary } from './sample-diary.ts';
import { button, link, open, readDiary, title } from './walk.ts';

const address = inject('address');

let browser: Browser;
let person: Person;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  person = await newPerson(browser, address);
  page = person.page;
  await readDiary(page, address, sampleDiary(Date.now()));
});
afterAll(() => browser.close());

const card = (name: string) => page.getByRole('region', { name, exact: true });

describe('five weeks of a diary', () => {
  test('name what stands out from chance, and leave in the open what may be chance', async () => {
    await open(page, `${address}/progress`);
    const helps = card(trendTexts.helps.title);
    await helps.getByText(trendTexts.helps.clear, { exact: true }).waitFor();
    const said = await helps.innerText();
    expect(said).toMatch(/In your diary, pain ended about \d(\.\d)? points lower with it/);
    expect(said.indexOf('Press the corner of the shoulder blade')).toBeLessThan(said.indexOf(trendTexts.helps.chance));
    expect(said.indexOf('Slow belly breaths')).toBeGreaterThan(said.indexOf(trendTexts.helps.chance));
    await finger.press(helps.getByText(trendTexts.table));
    expect(await helps.getByRole('row').count()).toBe(5);
  });

  test('can be slid through, drawing by drawing, near to where it hurt', async () => {
    const where = card(trendTexts.body.title);
    const slider = where.getByRole('slider', { name: trendTexts.body.slider });
    expect(await slider.getAttribute('aria-valuetext')).toContain('smaller than the first');
    await slider.fill('0');
    expect(await slider.getAttribute('aria-valuetext')).toContain(trendTexts.body.first);
    const box = (await where.locator('svg.body-figure').getAttribute('viewBox'))?.split(' ').map(Number) ?? [];
    expect(box[2]).toBeLessThan(600);
  });

  test('hold an experiment with its result, session by session', async () => {
    await finger.press(link(page, trendTexts.experiment.result));
    await title(page, experimentTexts.result.differs('Press the corner of the shoulder blade')).waitFor();
    expect(await page.getByRole('img', { name: /shoulder blade: −/ }).count()).toBe(1);
    await finger.press(page.getByText(trendTexts.table));
    expect(await page.getByRole('row').count()).toBeGreaterThan(10);
  });
});

test('a check-in asks for at most five taps, keeps each at once, and takes it back with the same tap', async () => {
  await open(page, `${address}/check-in`);
  const groups = page.getByRole('group');
  await groups.first().waitFor();
  expect(await groups.count()).toBeLessThanOrEqual(5);
  const sleep = page.getByRole('group', { name: checkInTexts.ask.sleep });
  const better = button(sleep, checkInTexts.level.sleep['1']);
  await finger.press(better);
  await expect.poll(() => storedText(page)).toContain('day.told');
  await page.reload();
  await better.waitFor();
  expect(await better.getAttribute('aria-pressed')).toBe('true');
  await finger.press(better);
  expect(await better.getAttribute('aria-pressed')).toBe('false');
  expect(person.troubles).toEqual([]);
});
