import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DESKTOP, launchBrowser, newPerson, type Person, PHONE, seriousFindings } from './browser.ts';
import { LARGE_TEXT, outOfSight, setLetters } from './in-sight.ts';
import { tour } from './tour.ts';

/** What is wrong, by screen. */
type Findings = Record<string, string[]>;

const serious: Findings = {};
const small: Findings = {};
const outside: Findings = {};
const unseen: Findings = {};
const visited: string[] = [];

let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await newPerson(browser, inject('address'), { ...DESKTOP, serviceWorkers: 'block' });
  const { page } = person;
  await tour(page, inject('address'), async (screen) => {
    visited.push(screen);
    const note = (where: Findings, how: string, found: readonly string[]) => {
      if (found.length > 0) where[screen] = [...(where[screen] ?? []), ...found.map((each) => `${how}: ${each}`)];
    };
    for (const width of [320, PHONE.viewport.width, DESKTOP.viewport.width]) {
      await page.setViewportSize(width === DESKTOP.viewport.width ? DESKTOP.viewport : { width, height: 844 });
      const controls = await controlsOf(page);
      note(outside, `${width} px`, controls.outside);
      if (width > 320) note(small, `${width} px`, controls.small);
    }
    note(serious, 'desktop, light', await seriousFindings(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(PHONE.viewport);
    note(serious, 'phone, dark', await seriousFindings(page));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(LARGE_TEXT.viewport);
    note(unseen, 'usual letters', await outOfSight(page));
    await setLetters(page, LARGE_TEXT.letters);
    note(unseen, 'large letters', await outOfSight(page));
    await setLetters(page, '');
    await page.setViewportSize(DESKTOP.viewport);
  });
}, 300_000);
afterAll(() => browser.close());

/** Controls that are too small for a thumb, and what sticks out of the page sideways. */
function controlsOf(page: Page): Promise<{ small: string[]; outside: string[] }> {
  return page.evaluate(() => {
    const LEAST = 44;
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}"`;
    const isInText = (element: Element) =>
      element.matches('a, button') &&
      getComputedStyle(element).display.startsWith('inline') &&
      element.closest('p, dd');
    const isScrolled = (element: Element): boolean => {
      for (let box = element.parentElement; box; box = box.parentElement)
        if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box !== document.documentElement) return true;
      return false;
    };
    const small: string[] = [];
    const outside: string[] = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) outside.push(`the page is ${wide} px wide`);
    for (const element of document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    )) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const target = element.closest('label') ?? element;
      const { width, height, left, right, bottom } = target.getBoundingClientRect();
      // Only heard, or waiting above the page until it gets the focus.
      if (width <= 1 || bottom <= 0) continue;
      if ((width < LEAST - 0.5 || height < LEAST - 0.5) && !isInText(element))
        small.push(`${nameOf(element)} is ${Math.round(width)} × ${Math.round(height)}`);
      if ((left < -0.5 || right > innerWidth + 0.5) && !isScrolled(element))
        outside.push(`${nameOf(element)} from ${Math.round(left)} to ${Math.round(right)}`);
    }
    return { small, outside };
  });
}

test('the tour sees every room', () => {
  expect(new Set(visited.map((screen) => screen.split('-')[0]))).toEqual(
    new Set([
      ...['today', 'check', 'body', 'plan', 'session', 'after', 'progress', 'experiment', 'report', 'you'],
      ...['learn', 'easy', 'help', 'desk', 'week', 'habits', 'devices'],
    ]),
  );
  expect(person.troubles).toEqual([]);
});

test('axe finds nothing serious or critical on any screen, light and dark, phone and desktop', () => {
  expect(serious).toEqual({});
});

test('every control is at least 44 × 44 px, links inside a sentence apart', () => {
  expect(small).toEqual({});
});

test('nothing sticks out sideways at 320, 390 and 1280 px', () => {
  expect(outside).toEqual({});
});

test('on a phone of 320 × 568 px everything can be read and reached, with text of the usual size and twice as large', () => {
  expect(unseen).toEqual({});
});
