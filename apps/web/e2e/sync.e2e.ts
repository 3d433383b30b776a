import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { someonesEvents } from '@unknot/journal/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { reportTexts } from '../src/texts/report.ts';
import { scheduleTexts } from '../src/texts/schedule.ts';
import { backupLineTexts, feedTexts, reminderTexts, syncTexts } from '../src/texts/sync.ts';
import { youTexts } from '../src/texts/you.ts';
import {
  launchBrowser,
  newPerson,
  offlineCopyReady,
  type Person,
  PHONE,
  seriousFindings,
  storedText,
} from './browser.ts';
import { finger } from './hand.ts';
import { serveBuiltApp } from './served-app.ts';
import { button, link, open, title } from './walk.ts';

const address = inject('address');
const { press, write } = finger;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'unknot-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const inStep = (page: Page) => page.getByText(/^In step · /);
const minutes = (page: Page, n: number) => button(page, youTexts.minutesOption(n));

/** Reads the words from the screen, writes them on paper, and finds two of them there again. */
async function takeWords(page: Page): Promise<string> {
  const list = page.getByRole('list', { name: syncTexts.words.list });
  await list.waitFor();
  const words = await list.locator('b').allInnerTexts();
  expect(words).toHaveLength(12);
  await press(button(page, syncTexts.words.written));
  for (const [index, word] of words.entries()) {
    const field = page.getByRole('textbox', { name: syncTexts.words.which(index + 1), exact: true });
    if (await field.isVisible()) await write(field, word);
  }
  await press(button(page, syncTexts.words.check));
  return words.join(' ');
}

/** From nothing to being in step under new words. */
async function switchOn(page: Page, at = address): Promise<string> {
  await open(page, `${at}/you/sync`);
  await press(page.getByRole('checkbox', { name: syncTexts.off.understood }));
  await press(button(page, syncTexts.off.begin));
  const words = await takeWords(page);
  return words;
}

async function readIn(page: Page, events: number, seed: number): Promise<void> {
  const editions = { atlas: '1', knowledge: '1' };
  const told = someonesEvents(events, seed).map(entryOf);
  const path = join(folder, 'unknot.json');
  writeFileSync(path, exportJournal(told, { exportedAt: Date.UTC(2026, 5, 1), editions, sensitive: true }));
  await open(page, `${address}/you`);
  await page.getByLabel(youTexts.restore).setInputFiles(path);
  await page.getByText(youTexts.restored(events, 0)).waitFor();
}

/** Everything that Progress shows, once all of it stands there. */
async function sameDiaries(one: Person, other: Person): Promise<void> {
  for (const { page } of [one, other]) await open(page, `${address}/progress`);
  const shown = () => Promise.all([one, other].map(({ page }) => page.getByRole('main').innerText()));
  await expect.poll(async () => new Set(await shown()).size).toBe(1);
}

describe('two devices', () => {
  let one: Person;
  let other: Person;
  let words: string;
  beforeAll(async () => {
    [one, other] = [await newPerson(browser, address), await newPerson(browser, address)];
  });
  afterAll(async () => {
    await one.context.close();
    await other.context.close();
  });

  test('nothing is sent before the words were explained, shown and found again', async () => {
    const { page, context } = one;
    await readIn(page, 40, 3);
    const sent: string[] = [];
    context.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/') && pathname !== '/api/capabilities') sent.push(pathname);
    });
    await open(page, `${address}/you`);
    await press(link(page, youTexts.devicesGo));
    await page.getByText(syncTexts.off.lost).waitFor();
    expect(await button(page, syncTexts.off.begin).isDisabled()).toBe(true);
    await press(page.getByRole('checkbox', { name: syncTexts.off.understood }));
    await press(button(page, syncTexts.off.begin));
    await press(button(page, syncTexts.words.written));
    for (const field of await page.getByRole('textbox').all()) await write(field, 'wrong');
    await press(button(page, syncTexts.words.check));
    await page.getByRole('alert').getByText(syncTexts.words.checkNo).waitFor();
    expect(sent).toEqual([]);
    await press(button(page, syncTexts.words.again));
    words = await takeWords(page);
    await inStep(page).waitFor();
    expect(sent).toContain('/api/log/envelopes');
  });

  test('wrong words are said kindly, and change nothing', async () => {
    const { page } = other;
    await open(page, `${address}/you/sync`);
    await press(button(page, syncTexts.off.have));
    const typed = words.split(' ');
    const tries: readonly (readonly [string, string])[] = [
      [typed.slice(1).join(' '), syncTexts.enter.bad.count],
      [words.replace(typed[4] ?? '', 'schulter'), syncTexts.enter.bad.word('schulter')],
      ['zoo '.repeat(12), syncTexts.enter.bad.order],
      ['abandon '.repeat(11).concat('about'), syncTexts.because['unknown-log']],
    ];
    for (const [text, said] of tries) {
      await write(page.getByRole('textbox', { name: syncTexts.enter.label }), text);
      await press(button(page, syncTexts.enter.go));
      await page.getByRole('alert').getByText(said).waitFor();
    }
    expect(await storedText(page)).not.toContain('abandon');
  });

  test('the address of the square code joins, its words are never sent and go from the address at once', async () => {
    const { page, context } = other;
    const seen: string[] = [];
    context.on('request', (request) => seen.push(`${request.url()} ${request.postData() ?? ''}`));
    await press(button(one.page, syncTexts.add.show));
    await one.page.getByRole('img', { name: syncTexts.add.code }).waitFor();
    await page.goto('about:blank');
    await open(page, `${address}/you/join#${words.replaceAll(' ', '-')}`);
    await press(button(page, syncTexts.join.go));
    await title(page, syncTexts.title).waitFor();
    await inStep(page).waitFor();
    expect(page.url()).toBe(`${address}/you/sync`);
    expect(
      seen.filter((line) => line.includes(words.split(' ')[0] ?? '') && line.includes(words.split(' ')[11] ?? '')),
    ).toEqual([]);
    await sameDiaries(one, other);
  });

  test('what one tells stands on the other, live; offline it waits safely and arrives later', async () => {
    await open(one.page, `${address}/you`);
    await open(other.page, `${address}/you`);
    const isPressed = (page: Page, n: number) => minutes(page, n).getAttribute('aria-pressed');
    await press(minutes(one.page, 15));
    await expect.poll(() => isPressed(other.page, 15)).toBe('true');

    await offlineCopyReady(other.page);
    await other.context.setOffline(true);
    await press(minutes(other.page, 20));
    await press(link(other.page, youTexts.devicesGo));
    await other.page.getByText(syncTexts.stand.noLine(1)).waitFor();
    expect(await isPressed(one.page, 20)).toBe('false');
    await other.context.setOffline(false);
    await inStep(other.page).waitFor();
    await expect.poll(() => isPressed(one.page, 20)).toBe('true');
  });

  test('private answers stay where they were given, until the person lets them go along', async () => {
    expect(await storedText(other.page)).not.toContain('check.sensitive');
    // two answers of the made-up diary are private
    const { page } = one;
    expect(await storedText(page)).toContain('check.sensitive');
    await open(page, `${address}/you/sync`);
    await inStep(page).waitFor();
    await page.getByRole('switch', { name: syncTexts.withPrivate }).click();
    await expect.poll(() => storedText(other.page)).toContain('check.sensitive');
  });

  test('a lost device is shut out by new words', async () => {
    const { page } = one;
    await open(page, `${address}/you/sync`);
    await inStep(page).waitFor();
    await press(button(page, syncTexts.newKey.go));
    await page.getByRole('list', { name: syncTexts.words.list }).waitFor();
    const next = await takeWords(page);
    expect(next).not.toBe(words);
    await inStep(page).waitFor();
    await open(other.page, `${address}/you/sync`);
    await other.page.getByText(syncTexts.because.moved).waitFor();
    await write(other.page.getByRole('textbox', { name: syncTexts.enter.label }), next);
    await press(button(other.page, syncTexts.enter.go));
    await inStep(other.page).waitFor();
  });

  test('deleting on the server is asked twice, and the diary stays', async () => {
    const { page } = one;
    await press(button(page, syncTexts.remove.go));
    await press(button(page, syncTexts.remove.yes));
    await press(button(page, syncTexts.remove.lastYes));
    await page.getByText(syncTexts.remove.done).waitFor();
    await expect.poll(() => other.page.getByText(syncTexts.because.moved).isVisible()).toBe(true);
    await open(page, `${address}/you`);
    await expect.poll(() => minutes(page, 20).getAttribute('aria-pressed')).toBe('true');
    expect(
      [...one.troubles, ...other.troubles].filter((line) => !/status of (4|5)\d\d|ERR_INTERNET/.test(line)),
    ).toEqual([]);
    expect([...one.foreignRequests, ...other.foreignRequests]).toEqual([]);
  });
});

test('an encrypted backup comes back in a fresh browser with the words alone', async () => {
  const [one, other] = [await newPerson(browser, address), await newPerson(browser, address)];
  await readIn(one.page, 40, 9);
  // The made-up diary is old: Today says so, quietly, and leads there.
  await open(one.page, address);
  await one.page.getByText(backupLineTexts.say).waitFor();
  await press(link(one.page, backupLineTexts.go));
  await press(button(one.page, syncTexts.backup.save));
  const saving = one.page.waitForEvent('download');
  const words = await takeWords(one.page);
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^unknot-\d{4}-\d\d-\d\d\.backup$/);
  const path = join(folder, 'unknot.backup');
  await file.saveAs(path);
  await open(one.page, address);
  await one.page.getByText(backupLineTexts.say).waitFor({ state: 'detached' });

  const { page } = other;
  await open(page, `${address}/you/sync`);
  const bring = page.getByLabel(syncTexts.backup.restore);
  await bring.setInputFiles({ name: 'x.backup', mimeType: 'application/octet-stream', buffer: Buffer.from('a list') });
  await page.getByRole('alert').getByText(syncTexts.backup.problem.foreign).waitFor();
  await bring.setInputFiles(path);
  await page.getByText(syncTexts.backup.wordsFirst).waitFor();
  const field = page.getByRole('textbox', { name: syncTexts.backup.words });
  await write(field, 'abandon '.repeat(11).concat('about'));
  await press(button(page, syncTexts.backup.open));
  await page.getByRole('alert').getByText(syncTexts.backup.problem['wrong-phrase']).waitFor();
  await write(field, words);
  await press(button(page, syncTexts.backup.open));
  await page.getByText(/^\d+ entries added from the backup of/).waitFor();
  await sameDiaries(one, other);
  expect([...one.troubles, ...other.troubles]).toEqual([]);
  await one.context.close();
  await other.context.close();
});

test('a link to the summary opens elsewhere without a diary, and not after it was ended', async () => {
  const [one, reader] = [await newPerson(browser, address), await newPerson(browser, address)];
  await readIn(one.page, 40, 4);
  await open(one.page, `${address}/report`);
  await press(one.page.getByText(reportTexts.share.title, { exact: true }));
  await press(button(one.page, reportTexts.share.make));
  const field = one.page.getByRole('textbox', { name: /^Open until/ });
  await field.waitFor();
  const shared = await field.inputValue();
  await open(reader.page, shared);
  await press(button(reader.page, reportTexts.shared.open));
  await reader.page.getByRole('heading', { name: reportTexts.paperTitle }).waitFor();
  expect(await seriousFindings(reader.page)).toEqual([]);

  await press(button(one.page, reportTexts.share.end));
  await one.page.getByText(reportTexts.share.ended).waitFor();
  await reader.page.reload();
  await press(button(reader.page, reportTexts.shared.open));
  await reader.page.getByText(reportTexts.shared.gone).waitFor();

  // The words of a link go when the device is left, and the link with them.
  await press(button(one.page, reportTexts.share.make));
  await field.waitFor();
  const [, id] = /share\/([^#]+)#/.exec(await field.inputValue()) ?? [];
  await switchOn(one.page);
  await inStep(one.page).waitFor();
  await press(button(one.page, syncTexts.leave.go));
  await press(button(one.page, syncTexts.leave.yes));
  await one.page.getByText(syncTexts.off.lost).waitFor();
  expect((await fetch(`${address}/api/shares/${id}/open`, { method: 'POST' })).status).toBe(404);
  await one.context.close();
  await reader.context.close();
});

describe('reminders with the app closed', () => {
  /** A push service cannot be reached from here: the subscription is made up, everything else is real. */
  const MADE_UP = `
    const keys = { p256dh: 'B' + 'A'.repeat(86), auth: 'A'.repeat(22) };
    PushManager.prototype.subscribe = async () => ({ toJSON: () => ({ endpoint: 'https://push.invalid/1', keys }) });
    PushManager.prototype.getSubscription = async () => null;`;

  test('the server gets times and tags; the words are made here; a tap leads to the right room', async () => {
    const person = await newPerson(browser, address, { ...PHONE, permissions: ['notifications'] });
    const { page, context } = person;
    await page.addInitScript(MADE_UP);
    await open(page, `${address}/schedule`);
    await offlineCopyReady(page);
    await press(button(page, scheduleTexts.kind.walk));
    await press(button(page, scheduleTexts.reminderAt(10)));
    await press(button(page, scheduleTexts.keep));
    const asking = page.waitForRequest((request) => request.url().includes('/api/log/reminders/'));
    await page.getByRole('switch', { name: reminderTexts.title }).click();
    const asked = (await asking).postDataJSON() as { times: { at: number; tag: string }[] };
    await page.getByText(/^Next: Walk, /).waitFor();
    expect(Object.keys(asked).sort()).toEqual(['auth', 'endpoint', 'p256dh', 'times']);
    expect(asked.times.length).toBeGreaterThan(5);
    for (const time of asked.times) expect(Object.keys(time).sort()).toEqual(['at', 'tag']);
    expect(JSON.stringify(asked.times)).not.toMatch(/walk|min/i);

    // Changed plans are told anew, by themselves.
    const again = page.waitForRequest((request) => request.url().includes('/api/log/reminders/'));
    await press(button(page, scheduleTexts.kind.strength));
    await press(button(page, scheduleTexts.reminderAt(0)));
    await press(button(page, scheduleTexts.keep));
    const renewed = (await again).postDataJSON() as { times: { at: number; tag: string }[] };
    expect(renewed.times.length).toBeGreaterThan(asked.times.length);

    const devtools = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first) resolve(first.registrationId);
      }),
    );
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    const deliver = (data: string) =>
      devtools.send('ServiceWorker.deliverPushMessage', { origin: address, registrationId, data });
    const shown = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return (await registration?.getNotifications())?.map(({ title: said, body }) => [said, body]) ?? [];
      });
    await deliver(renewed.times[0]?.tag ?? '');
    await expect.poll(shown).toContainEqual(expect.arrayContaining([expect.stringMatching(/^(Walk|Strength)$/)]));
    await deliver('nobody-knows');
    await expect.poll(shown).toContainEqual([reminderTexts.unknown.title, reminderTexts.unknown.body]);

    // A tap on the first one, while the app shows another room.
    await open(page, `${address}/you`);
    await context.serviceWorkers()[0]?.evaluate(async () => {
      const worker = self as unknown as {
        registration: ServiceWorkerRegistration;
        NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
      };
      const found = await worker.registration.getNotifications();
      const notification = found.find(({ data }) => data.path === '/schedule');
      if (notification) self.dispatchEvent(new worker.NotificationEvent('notificationclick', { notification }));
    });
    await page.waitForURL(`${address}/schedule`);

    await page.getByRole('switch', { name: reminderTexts.title }).click();
    await page.getByText(/^Next: /).waitFor({ state: 'detached' });
    expect(person.foreignRequests).toEqual([]);
    await context.close();
  });

  test('where notifications are blocked it is said, and nothing is sent', async () => {
    const { page, context } = await newPerson(browser, address, { ...PHONE, permissions: [] });
    await page.addInitScript(`Notification.requestPermission = async () => 'denied';`);
    await open(page, `${address}/you`);
    await page.getByRole('switch', { name: reminderTexts.title }).click();
    await page.getByRole('alert').getByText(reminderTexts.trouble.denied).waitFor();
    expect(await page.getByRole('switch', { name: reminderTexts.title }).isChecked()).toBe(false);
    await context.close();
  });
});

/** Plans a walk and asks for an address of the days and times. @returns the address */
async function addressOfWalks(page: Page): Promise<string> {
  await open(page, `${address}/schedule`);
  await press(button(page, scheduleTexts.kind.walk));
  await press(button(page, scheduleTexts.keep));
  await press(page.getByText(feedTexts.title, { exact: true }));
  await press(button(page, feedTexts.on));
  return page.getByRole('textbox', { name: feedTexts.label }).inputValue();
}

test('days and times have an address for calendar programs only after it was asked for, and can be taken back', async () => {
  const { page, context } = await newPerson(browser, address);
  const feed = await addressOfWalks(page);
  const textAt = async () => (await fetch(feed)).text();
  expect(await textAt()).toContain('SUMMARY:Walk\\, 20 min');
  await press(button(page, scheduleTexts.kind.roller));
  await press(button(page, scheduleTexts.keep));
  await expect.poll(textAt).toContain('SUMMARY:Roller');
  await press(button(page, feedTexts.off));
  await button(page, feedTexts.on).waitFor();
  expect((await fetch(feed)).status).toBe(404);
  await context.close();
});

test('nobody leaves an address behind that only their words could take back, without being told', async () => {
  const { page, context } = await newPerson(browser, address);
  await switchOn(page);
  await inStep(page).waitFor();
  const feed = await addressOfWalks(page);
  await open(page, `${address}/you/sync`);
  await button(page, syncTexts.leave.go).waitFor();
  await context.route('**/api/**', (route) => route.abort());
  await press(button(page, syncTexts.leave.go));
  await press(button(page, syncTexts.leave.yes));
  await page.getByRole('alert').getByText(syncTexts.leave.feedStays).waitFor();
  await press(button(page, syncTexts.no));
  await context.unroute('**/api/**');
  await press(button(page, syncTexts.leave.go));
  await press(button(page, syncTexts.leave.yes));
  await button(page, syncTexts.off.have).or(page.getByText(syncTexts.off.lost)).first().waitFor();
  expect((await fetch(feed)).status).toBe(404);
  await context.close();
});

test('a server for invited people asks for the word, and takes the right one', async () => {
  const server = await serveBuiltApp({ INVITES: 'kitchen' });
  const { page, context } = await newPerson(browser, server.address);
  await switchOn(page, server.address);
  const field = page.getByRole('textbox', { name: syncTexts.invite.label });
  await write(field, 'cellar');
  await press(button(page, syncTexts.invite.go));
  await page.getByRole('alert').getByText(syncTexts.because.invite).waitFor();
  await write(field, 'kitchen');
  await press(button(page, syncTexts.invite.go));
  await inStep(page).waitFor();
  await context.close();
  await server.stop();
});

test('a copy that is handed out as plain files says so, and offers the backup', async () => {
  const { page, context } = await newPerson(browser, address, { ...PHONE, serviceWorkers: 'block' });
  await page.route('**/api/**', (route) => route.fulfill({ status: 404, body: 'There is nothing here.' }));
  await open(page, `${address}/you/sync`);
  await page.getByText(syncTexts.noServer).waitFor();
  await button(page, syncTexts.backup.save).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await context.close();
});
