import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyTexts } from '../src/texts/body.ts';
import { checkTexts } from '../src/texts/check.ts';
import { helpTexts } from '../src/texts/help.ts';
import { planTexts } from '../src/texts/plan.ts';
import { launchBrowser, newPerson, type Person, seriousFindings } from './browser.ts';
import { giveClock } from './clock.ts';
import { finger } from './hand.ts';
import {
  type Answer,
  answerCheck,
  answerScreen,
  button,
  checkResult,
  link,
  open,
  paintByList,
  question,
  sources,
  title,
} from './walk.ts';

const address = inject('address');
const HOUR = 3_600_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const CAUDA = { 'pain-back': true, 'saddle-numb': true, 'pain-both-legs': true } as const;
const wanted = new Map<string, Answer>(
  Object.entries({ ...CAUDA, 'age-years': 40, 'any-saddle': true, 'any-both': true }),
);

const banner = (page: Page) => page.getByRole('region', { name: checkTexts.goingOn.title });

/** Answers until the banner says that it needs someone today. */
async function upToTheBanner(page: Page): Promise<void> {
  await open(page, `${address}/check`);
  for (let number = 1; number <= 12; number++) {
    await question(page, number).waitFor();
    if (await banner(page).isVisible()) return;
    await answerScreen(page, finger, wanted);
  }
  throw new Error('twelve questions found nothing urgent');
}

async function expectPlanClosed(page: Page): Promise<void> {
  await open(page, `${address}/plan`);
  await title(page, planTexts.seeSomeone).waitFor();
}

test('numbness between the legs, both legs, since last week: the emergency card', async () => {
  const { page, context } = await newPerson(browser, address);
  await open(page, `${address}/check`);
  const came = await answerCheck(page, finger, { ...CAUDA, 'symptom-under-14-days': true, 'age-years': 40 });
  expect(came).toBe(helpTexts.emergencyTitle);
  await context.close();
});

describe('an urgent finding with questions left', () => {
  let person: Person;
  let page: Page;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    page = person.page;
  });

  test('closes self-care the moment it stands, in another window too, while the questions go on', async () => {
    await upToTheBanner(page);
    expect(await seriousFindings(page)).toEqual([]);
    const other = await person.context.newPage();
    await expectPlanClosed(other);
    await other.close();
  });

  test('may be stopped: then it says what to do, and what was not asked', async () => {
    await finger.press(button(page, checkTexts.goingOn.stop));
    await title(page, checkTexts.result['urgent-24h']).waitFor();
    await page.getByRole('heading', { name: checkTexts.whatToDo }).waitFor();
    await page.getByText(checkTexts.left.say).waitFor();
    await page.getByText(checkTexts.left.alone['symptom-under-14-days'] as string).waitFor();
    expect(await link(page, checkTexts.left.help).getAttribute('href')).toBe('/help');
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('after a reload the rest can be answered, from where it was left, and may end as an emergency', async () => {
    await page.reload();
    await title(page, checkTexts.result['urgent-24h']).waitFor();
    await finger.press(button(page, checkTexts.left.more));
    await banner(page).waitFor();
    const more = new Map<string, Answer>([...wanted, ['symptom-under-14-days', true]]);
    for (let screens = 0; screens < 12 && !(await checkResult(page).isVisible()); screens++) {
      const before = await page.getByText(/^Question \d+$/).innerText();
      await answerScreen(page, finger, more);
      await checkResult(page)
        .or(page.getByText(/^Question \d+$/).filter({ hasNotText: before }))
        .first()
        .waitFor();
    }
    await title(page, helpTexts.emergencyTitle).waitFor();
  });
});

describe('at the next start', () => {
  let person: Person;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    await upToTheBanner(person.page);
    await person.page.close();
  });

  const startAfter = async (ms: number): Promise<Page> => {
    const page = await person.context.newPage();
    await (await giveClock(page)).set(ms);
    await open(page, `${address}/check`);
    return page;
  };

  test('within the sitting it is what to do that is shown', async () => {
    const page = await startAfter(HOUR);
    await title(page, checkTexts.result['urgent-24h']).waitFor();
    await page.close();
  });

  test('the day after, and weeks later, it is asked whether somebody has looked; "not yet" keeps it closed', async () => {
    for (const days of [1, 40]) {
      const page = await startAfter(days * 24 * HOUR);
      await title(page, days === 1 ? /^Yesterday your answers said to see someone/ : /^40 days ago/).waitFor();
      await finger.press(button(page, checkTexts.seenSince.notYet));
      await title(page, checkTexts.result['urgent-24h']).waitFor();
      await expectPlanClosed(page);
      await page.close();
    }
  });

  test('"it got worse" asks what could make it an emergency, without forgetting what was said', async () => {
    const page = await startAfter(24 * HOUR);
    await finger.press(button(page, checkTexts.seenSince.worse));
    await banner(page).waitFor();
    await page.close();
  });

  test('"yes" and what they said: the check is asked once more before anything opens', async () => {
    const page = await startAfter(24 * HOUR);
    await finger.press(button(page, checkTexts.seenSince.yes));
    await finger.press(button(page, checkTexts.seenSince.fine));
    await question(page).waitFor();
    await page.goto(`${address}/plan`);
    await question(page).waitFor();
    await page.close();
  });
});

test('an urgent finding that rests on private answers, which are not kept, stays in a new window', async () => {
  const { page, context } = await newPerson(browser, address);
  await open(page, `${address}/check`);
  const came = await answerCheck(page, finger, { pregnancy: true, 'vaginal-bleed-or-fluid': true });
  expect([checkTexts.result['urgent-24h'], helpTexts.emergencyTitle]).toContain(came);
  await page.close();
  const later = await context.newPage();
  await expectPlanClosed(later);
  await open(later, `${address}/check`);
  await title(later, came).waitFor();
  await context.close();
});

describe('somebody with nothing serious who comes back', () => {
  let person: Person;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    await open(person.page, `${address}/check`);
    expect(await answerCheck(person.page, finger)).toBe(checkTexts.result['self-care']);
    await person.page.close();
  });

  // A new window: private answers were not kept.
  const comeBackAfter = async (ms: number): Promise<Page> => {
    const page = await person.context.newPage();
    await (await giveClock(page)).set(ms);
    await open(page, `${address}/check`);
    return page;
  };

  test('half an hour later is asked nothing', async () => {
    const page = await comeBackAfter(HOUR / 2);
    await title(page, checkTexts.result['self-care']).waitFor();
    await page.close();
  });

  test('on the next day, and after a week, gets the one screen of what is new', async () => {
    for (const hours of [26, 7 * 24]) {
      const page = await comeBackAfter(hours * HOUR);
      await title(page, checkTexts.shortTitle).waitFor();
      await page.close();
    }
  });

  test('is asked again in full when a place hurts that was denied before, once the sitting is over', async () => {
    const page = await comeBackAfter(3 * HOUR);
    await open(page, `${address}/body`);
    await paintByList(page, finger, 'chest', /chest/i);
    await sources(page).getByText(bodyTexts.gateTitle).waitFor();
    await page.close();
  });
});
