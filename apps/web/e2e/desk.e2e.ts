import { readFileSync } from 'node:fs';
import ical from 'node-ical';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkTexts } from '../src/texts/check.ts';
import { deskTexts } from '../src/texts/desk.ts';
import { helpTexts } from '../src/texts/help.ts';
import { scheduleTexts } from '../src/texts/schedule.ts';
import { shellTexts } from '../src/texts/shell.ts';
import { DESKTOP, launchBrowser, newPerson, type Person, PHONE } from './browser.ts';
import { type Clock, giveClock } from './clock.ts';
import { finger, mouse } from './hand.ts';
import { answerCheck, button, open } from './walk.ts';

const address = inject('address');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The Monday after next, ten in the morning in London, where it is winter then or the hour is only one off. */
function mondayAtTen(): number {
  const today = new Date();
  const days = ((8 - today.getUTCDay()) % 7) + 7;
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days, 10);
}

/** At a desk on a Monday morning, with the day begun. */
async function atTheDesk(options: BrowserContextOptions = PHONE): Promise<Person & { clock: Clock }> {
  const person = await newPerson(browser, address, options);
  const clock = await giveClock(person.page);
  await open(person.page, `${address}/desk`);
  await clock.set(mondayAtTen() - Date.now());
  await person.page.reload();
  await finger.press(button(person.page, deskTexts.start));
  await person.page.getByText(deskTexts.now.counting(30)).waitFor();
  return { ...person, clock };
}

/** The page is looked at: it notices what time it is. */
const look = (page: Page) => page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));

/** The browser stops the page, time goes by, the page goes on. */
async function frozenFor({ page, clock }: { page: Page; clock: Clock }, ms: number): Promise<void> {
  await page.evaluate(() => void document.dispatchEvent(new Event('freeze')));
  await clock.pass(ms);
  await page.evaluate(() => void document.dispatchEvent(new Event('resume')));
}

const offered = (page: Page) => page.getByRole('heading', { name: deskTexts.offer.title });

describe('a break', () => {
  test('comes when its time is over, once for all windows and reloads, and goes with any answer', async () => {
    const person = await atTheDesk();
    const { page, context, troubles, foreignRequests } = person;
    await frozenFor(person, 31 * MINUTE);
    await offered(page).waitFor();
    expect(await page.title()).toContain(deskTexts.offer.title);

    // Another room says it too; another window shows the same offer, and its answer counts for both.
    const other = await context.newPage();
    const otherClock = await giveClock(other);
    await open(other, `${address}/help`);
    await otherClock.set(mondayAtTen() + 31 * MINUTE - Date.now());
    await open(other, `${address}/desk`);
    await offered(other).waitFor();
    await finger.press(button(other, deskTexts.offer.skip));
    await page.getByText(deskTexts.now.counting(30)).waitFor();

    // The leading window closes; the other one leads on, and offers nothing anew.
    await page.close();
    await other.waitForTimeout(300);
    await look(other);
    expect(await offered(other).count()).toBe(0);
    await finger.press(button(other, deskTexts.ask));
    await finger.press(button(other, deskTexts.offer.take));
    await other.getByRole('timer').waitFor();
    await other.reload();
    await finger.press(button(other, deskTexts.break.done));
    await other.getByText(deskTexts.history.sum(1, 1, 0)).waitFor();

    // Ended, and begun again: the day goes on.
    await finger.press(button(other, deskTexts.stop));
    await other.getByText(deskTexts.history.sum(1, 1, 0)).waitFor();
    expect(await other.title()).toBe(`${shellTexts.rooms['/desk']} · Unknot`);
    await finger.press(button(other, deskTexts.start));
    await other.getByText(deskTexts.now.counting(30)).waitFor();
    await other.getByText(deskTexts.history.sum(1, 1, 0)).waitFor();
    expect([...troubles, ...foreignRequests]).toEqual([]);
    await context.close();
  });

  test('waits for sleep, survives a clock set back, and keeps quiet when asked', async () => {
    const { page, clock, context, troubles } = await atTheDesk();
    await frozenFor({ page, clock }, 20 * MINUTE);
    await page.getByText(deskTexts.now.counting(10)).waitFor();
    await clock.set(-30 * MINUTE);
    await look(page);
    await page.getByText(deskTexts.now.counting(10)).waitFor();
    // The machine sleeps: the wall goes on, the page does not. That was a pause.
    await clock.set(HOUR);
    await look(page);
    await page.getByText(deskTexts.now.counting(30)).waitFor();
    await page.getByText(deskTexts.history.sum(1, 0, 1)).waitFor();
    await finger.press(button(page, deskTexts.quiet[60]));
    await page.getByText(deskTexts.now.heldSay).waitFor();
    await frozenFor({ page, clock }, 40 * MINUTE);
    expect(await offered(page).count()).toBe(0);
    await finger.press(button(page, deskTexts.quiet.end));
    await offered(page).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('counts time without input in this window as being away, and five minutes of it as a pause', async () => {
    const { page, context } = await newPerson(browser, address);
    await page.clock.install({ time: mondayAtTen() });
    await open(page, `${address}/desk`);
    await finger.press(button(page, deskTexts.start));
    await page.getByText(deskTexts.now.counting(30)).waitFor();
    await page.clock.fastForward(61_000);
    await page.getByText(deskTexts.now.away).waitFor();
    await page.clock.fastForward(5 * MINUTE);
    await look(page);
    await page.mouse.move(9, 9);
    await page.getByText(deskTexts.now.counting(30)).waitFor();
    await page.getByText(deskTexts.history.sum(1, 0, 1)).waitFor();
    await context.close();
  });

  test('makes itself known in every way that is wanted, and gives the screen back', async () => {
    const { page, context, troubles } = await newPerson(browser, address, DESKTOP);
    await context.grantPermissions(['notifications'], { origin: address });
    await page.addInitScript(() => {
      const told = globalThis as { notices?: string[] };
      told.notices = [];
      globalThis.Notification = class extends Notification {
        constructor(name: string, how?: NotificationOptions) {
          super(name, how);
          told.notices?.push(`${name} ${how?.tag} ${how?.silent}`);
        }
      };
    });
    await open(page, `${address}/desk`);
    await mouse.press(page.getByRole('switch', { name: deskTexts.ways.notify }));
    await mouse.press(page.getByRole('switch', { name: deskTexts.ways.fullScreen }));
    await mouse.press(button(page, deskTexts.start));
    const opening = context.waitForEvent('page');
    await mouse.press(button(page, deskTexts.float));
    const small = await opening;
    await mouse.press(button(page, deskTexts.ask));
    await offered(small).waitFor();
    await expect
      .poll(() => page.evaluate(() => (globalThis as { notices?: string[] }).notices))
      .toEqual([`${deskTexts.notification.title} break true`]);
    await mouse.press(button(page, deskTexts.offer.take));
    const full = () => page.evaluate(() => document.fullscreenElement !== null);
    await expect.poll(full).toBe(true);
    await mouse.press(button(small, deskTexts.break.done));
    await expect.poll(full).toBe(false);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('is only standing up and looking away past a warning sign, and a movement when self-care is open', async () => {
    const { page, context, troubles } = await newPerson(browser, address);
    const takeBreak = async () => {
      await open(page, `${address}/desk`);
      if (await button(page, deskTexts.start).isVisible()) await finger.press(button(page, deskTexts.start));
      await finger.press(button(page, deskTexts.ask));
      await finger.press(button(page, deskTexts.offer.take));
      await page.getByRole('timer').waitFor();
    };
    await open(page, `${address}/check`);
    expect(await answerCheck(page, finger, { 'cannot-pee': true })).toBe(helpTexts.emergencyTitle);
    await takeBreak();
    await page.getByText(deskTexts.break.closed).waitFor();
    expect(await page.getByText(deskTexts.break.move).count()).toBe(0);
    expect(await button(page, deskTexts.break.guided(null)).count()).toBe(0);
    await finger.press(button(page, deskTexts.break.done));

    await open(page, `${address}/check?again`);
    expect(await answerCheck(page, finger)).toBe(checkTexts.result['self-care']);
    await takeBreak();
    await page.getByText(deskTexts.break.move).waitFor();
    await page
      .getByText(deskTexts.break.conditions)
      .or(button(page, deskTexts.break.guided(null)))
      .waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});

describe('what a browser may refuse, and what a file may be', () => {
  let person: Person & { clock: Clock };
  beforeAll(async () => {
    // What the server can do is told by the test, and must not be answered by the worker of the app.
    person = await atTheDesk({ ...PHONE, serviceWorkers: 'block' });
  });
  afterAll(() => person.context.close());

  test('without leave for notifications there are clear words and other ways', async () => {
    const { page } = person;
    await page.getByRole('switch', { name: deskTexts.ways.notify }).click();
    await page.getByText(deskTexts.ways.denied).waitFor();
    const spoken = page.getByRole('switch', { name: deskTexts.ways.spoken });
    await spoken.click();
    // It shows what the diary holds, so it is written down once it is on.
    await expect.poll(() => spoken.isChecked()).toBe(true);
    await page.reload();
    await expect.poll(() => spoken.isChecked()).toBe(true);
  });

  test('a calendar that is none changes nothing; one with a meeting holds breaks back; it stays on the device', async () => {
    const { page, foreignRequests, troubles } = person;
    const give = (name: string, text: string) =>
      page
        .getByLabel(deskTexts.calendar.file)
        .setInputFiles({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) });
    await give('letter.ics', 'Dear diary');
    await page.getByRole('alert').getByText(deskTexts.calendar.problem['not-a-calendar']).waitFor();
    const at = new Date(mondayAtTen() - HOUR).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const meeting = ['BEGIN:VEVENT', 'UID:1', `DTSTART:${at}`, 'DURATION:PT4H', 'RRULE:FREQ=DAILY', 'END:VEVENT'];
    await give('work.ics', ['BEGIN:VCALENDAR', ...meeting, 'END:VCALENDAR', ''].join('\r\n'));
    await page.getByText(deskTexts.calendar.inUse('work.ics', 1, 0)).waitFor();
    await page.getByRole('heading', { name: /^In a meeting until/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^In a meeting until/ }).waitFor();
    await finger.press(button(page, deskTexts.calendar.forget));
    await page.getByRole('heading', { name: /^Next break in/ }).waitFor();
    expect([...foreignRequests, ...troubles]).toEqual([]);
  });

  test('an address is offered only where the own server can fetch it, and a refusal has clear words', async () => {
    const { page } = person;
    const can = (calendar: boolean) =>
      page.route('**/api/capabilities', (route) => route.fulfill({ json: { calendar } }), { times: 1 });
    const unfold = () => finger.press(page.getByText(deskTexts.calendar.address, { exact: true }));
    await can(false);
    await unfold();
    await page.getByText(deskTexts.calendar.addressNo).waitFor();
    await page.reload();
    await can(true);
    // The real server answers: it does not go into the network it stands in.
    await unfold();
    await page.getByRole('textbox', { name: deskTexts.calendar.address }).fill('https://192.168.0.1/me.ics');
    await finger.press(button(page, deskTexts.calendar.addressUse));
    await page.getByRole('alert').getByText(deskTexts.calendar.problem['private-address']).waitFor();
  });
});

test('days and times go into a calendar file that another program reads', async () => {
  const { page, context, troubles } = await newPerson(browser, address);
  await open(page, `${address}/schedule`);
  await finger.press(button(page, scheduleTexts.kind.walk));
  await finger.press(button(page, scheduleTexts.reminderAt(10)));
  await finger.press(button(page, scheduleTexts.keep));
  await page.reload();
  const saving = page.waitForEvent('download');
  await finger.press(button(page, scheduleTexts.save));
  const text = readFileSync(await (await saving).path(), 'utf8');
  const [event] = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  expect(event).toMatchObject({ summary: 'Walk, 20 min', transparency: 'TRANSPARENT' });
  await finger.press(button(page, scheduleTexts.removeOf(scheduleTexts.kind.walk)));
  await page.getByText(scheduleTexts.nextNone).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
