import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { afterTexts } from '../src/texts/after.ts';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { planTexts } from '../src/texts/plan.ts';
import { progressTexts } from '../src/texts/progress.ts';
import { sessionTexts } from '../src/texts/session.ts';
import { shellTexts } from '../src/texts/shell.ts';
import { todayTexts } from '../src/texts/today.ts';
import { DESKTOP, launchBrowser, newPerson, type Person, PHONE } from './browser.ts';
import { type Clock, giveClock } from './clock.ts';
import { finger, keys } from './hand.ts';
import {
  answerCheck,
  askedFirst,
  beginSession,
  bodyMap,
  button,
  doFirstStep,
  goToSession,
  link,
  makePlan,
  nothingElse,
  onlyTitle,
  open,
  paintByFinger,
  paintByList,
  paintByMouse,
  placesMarked,
  planTitle,
  player,
  ranking,
  sources,
  stopAndRate,
  title,
} from './walk.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the whole loop by touch on a phone', () => {
  let person: Person;
  let page: Person['page'];
  let clock: Clock;
  beforeAll(async () => {
    person = await newPerson(browser, address, PHONE);
    page = person.page;
    clock = await giveClock(page);
  });

  test('begins with the check, which finds no warning sign for an ordinary knot', async () => {
    await open(page, address);
    await finger.press(link(page, todayTexts.action.begin));
    expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
  });

  test('painting brings the ranking without a button: two muscles at least, and one reason that is no muscle', async () => {
    await finger.press(link(page, checkTexts.toBody));
    await paintByFinger(page);
    const rows = await ranking(page);
    expect(rows.filter((row) => !row.includes('not a muscle')).length).toBeGreaterThanOrEqual(2);
    expect(rows.filter((row) => row.includes('not a muscle'))).toHaveLength(1);
    expect(rows.join()).not.toMatch(/\d ?%/);
  });

  test('a mouse paints as well, and rubbing out and undo take back', async () => {
    const before = await placesMarked(page);
    await paintByMouse(page, 0.36);
    await expect.poll(() => placesMarked(page)).toBeGreaterThan(before);
    await finger.press(button(page, bodyTexts.undo));
    await expect.poll(() => placesMarked(page)).toBe(before);
  });

  test('the answer to a self-test moves the ranking', async () => {
    await finger.press(button(page, bodyTexts.showNumbers));
    const before = await ranking(page);
    expect(before.join()).toMatch(/\d ?%/);
    await finger.press(button(sources(page), bodyTexts.answers.yes).first());
    await expect.poll(() => ranking(page)).not.toEqual(before);
  });

  test('health questions come before the first plan, and every item of the plan says its dose and how sure it is', async () => {
    await finger.press(button(page, bodyTexts.makePlan));
    await askedFirst(page).waitFor();
    await finger.press(nothingElse(page));
    await planTitle(page).waitFor();
    const items = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    expect(await items.count()).toBeGreaterThanOrEqual(2);
    const grades = Object.values(planTexts.grade).map(({ words }) => words);
    for (const item of await items.allInnerTexts()) {
      expect(item).toMatch(/\d+ (s|min|slow ones)/);
      expect(grades.some((words) => item.includes(words))).toBe(true);
    }
  });

  test('a session does not start before the pain is told', async () => {
    await goToSession(page, finger);
    await finger.press(button(page, /^Start, /));
    await page.getByRole('alert').getByText(sessionTexts.notYet['pain-not-said']).waitFor();
    await beginSession(page, finger, 5);
  });

  test('pause stops the clock, go on lets it run, and after the first step comes the second; skip goes on at once', async () => {
    await finger.press(player.pause(page));
    await player.says(page, sessionTexts.paused.person).waitFor();
    await finger.press(player.resume(page));
    const left = await player.seconds(page);
    await expect.poll(() => player.seconds(page)).toBeLessThan(left);
    await doFirstStep(page, clock);
    const third = page.getByText(/^Step 3 of/);
    for (let skips = 0; skips < 20 && !(await third.isVisible()); skips++) await finger.press(player.skip(page));
    await third.waitFor();
  });

  test('stop asks why, then how it is now', () => stopAndRate(page, finger, 3));

  test('today and progress show it, and after a reload everything is there again', async () => {
    const seen = async () => {
      const rooms = [];
      for (const path of ['/', '/progress', '/body']) {
        await open(page, address + path);
        await page.waitForLoadState('networkidle');
        if (path === '/body') await ranking(page);
        rooms.push(await page.getByRole('main').innerText());
      }
      return rooms;
    };
    const [today, progress, body] = await seen();
    expect(today).toContain(todayTexts.last);
    expect(progress).toContain('5 → 3');
    expect(progress).toContain(progressTexts.change['clearly-better']);
    expect(body).toMatch(/places? marked/);
    await page.reload();
    expect(await seen()).toEqual([today, progress, body]);
  });

  test('nothing failed on the way, and nothing was asked of another origin', () => {
    expect(person.troubles).toEqual([]);
    expect(person.foreignRequests).toEqual([]);
  });
});

describe('the whole loop by keys alone on a desktop', () => {
  let person: Person;
  let page: Person['page'];
  beforeAll(async () => {
    person = await newPerson(browser, address, DESKTOP);
    page = person.page;
  });

  test('the check is answered, and each question has the focus when it comes', async () => {
    await open(page, address);
    await keys.press(link(page, todayTexts.action.begin));
    const focus = () =>
      expect.poll(() => onlyTitle(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await answerCheck(page, keys, {}, focus)).toBe(checkTexts.result['self-care']);
  });

  test('places are painted from the list and by walking over the map', async () => {
    await keys.press(link(page, checkTexts.toBody));
    await paintByList(page, keys, 'top of the shoulder', /top of the shoulder.*Right/i);
    await expect.poll(() => placesMarked(page)).toBe(1);
    await keys.tabTo(bodyMap(page));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => placesMarked(page)).toBe(2);
    await page.keyboard.press('Enter');
    await expect.poll(() => placesMarked(page)).toBe(1);
    expect((await ranking(page)).length).toBeGreaterThanOrEqual(3);
  });

  test('a muscle is opened, its self-test answered, and left again', async () => {
    await keys.press(sources(page).getByRole('list').first().getByRole('button').first());
    await keys.press(button(sources(page), bodyTexts.answers.no).first());
    await keys.press(button(page, bodyTexts.back));
    await ranking(page);
  });

  test('a session is played to its end with space and arrows', async () => {
    await makePlan(page, keys);
    await goToSession(page, keys);
    await beginSession(page, keys, 6);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Space');
    await player.resume(page).waitFor();
    await page.keyboard.press('Space');
    await player.pause(page).waitFor();
    const painAfter = page.getByRole('group', { name: sessionTexts.painAfter });
    for (let skips = 0; skips < 60 && !(await painAfter.isVisible()); skips++) await page.keyboard.press('ArrowRight');
    await keys.press(button(painAfter, '4'));
    await title(page, afterTexts.result.notYetKnown).waitFor();
  });

  test('the diary shows it', async () => {
    await keys.press(link(page, afterTexts.home));
    await keys.press(link(page, shellTexts.progress));
    await page.getByText('6 → 4').waitFor();
    expect(person.troubles).toEqual([]);
    expect(person.foreignRequests).toEqual([]);
  });
});
