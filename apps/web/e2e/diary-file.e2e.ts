import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJournal } from '@unknot/journal/exchange';
import { entryOf } from '@unknot/journal/log';
import { record } from '@unknot/journal/record';
import { event, someonesEvents } from '@unknot/journal/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { shellTexts } from '../src/texts/shell.ts';
import { todayTexts } from '../src/texts/today.ts';
import { youTexts } from '../src/texts/you.ts';
import { launchBrowser, newPerson, type Person, storedText } from './browser.ts';
import { finger } from './hand.ts';
import { answerCheck, button, checkResult, comeToPlan, open, title } from './walk.ts';

const address = inject('address');
const editions = { atlas: '1', knowledge: '1' };
const folder = mkdtempSync(join(tmpdir(), 'unknot-'));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const HOSTILE = '<img src=x onerror="hacked=1"><script>hacked=1</script>"\'{{hacked=1}}';
const SOMEONE = [
  ...someonesEvents(200, 7),
  event('harm.reported', { sessionId: null, kind: 'other', note: HOSTILE }, 9_000_000),
];
const journal = (events = SOMEONE) =>
  exportJournal(events.map(entryOf), { exportedAt: Date.UTC(2026, 5, 1), editions, sensitive: true });

/** Reads a file into the diary, as the person does it. */
async function restore(page: Page, text: string): Promise<void> {
  // By its path: a large file cannot be handed over otherwise.
  const path = join(folder, 'unknot.json');
  writeFileSync(path, text);
  await page.getByLabel(youTexts.restore).setInputFiles(path);
}

describe('a file that is no diary of this app', () => {
  let person: Person;
  let page: Page;
  beforeAll(async () => {
    person = await newPerson(browser, address);
    page = person.page;
    await open(page, `${address}/you`);
    await finger.press(button(page, youTexts.minutesOption(5)));
  });

  test.each([
    ['some text', 'a shopping list', youTexts.problem['not-json']],
    ['nothing at all', '', youTexts.problem['not-json']],
    ['of another program', '{"events":[1,2,3]}', youTexts.problem.foreign],
    ['cut short', journal().slice(0, 20_000), youTexts.problem['cut-short']],
    ['of a newer app', journal().replace('"version": 1', '"version": 2'), youTexts.problem.newer],
    ['with a broken part', '{"format":"unknot-journal","version":1,"events":[7]}', youTexts.problem.malformed],
    ['of 50 MB', `{"format":"unknot-journal","pad":"${'x'.repeat(50_000_000)}`, youTexts.problem['too-large']],
  ])('%s: gets a kind message, and nothing is changed', async (_, text, message) => {
    const before = await storedText(page);
    await restore(page, text);
    await page.getByRole('alert').getByText(message).waitFor();
    expect(await storedText(page)).toBe(before);
    expect(person.troubles).toEqual([]);
  });
});

test('a diary goes out as a file and comes back whole in another browser; twice is once', async () => {
  const [one, other] = [await newPerson(browser, address), await newPerson(browser, address)];
  const diaryOf = async ({ page }: Person) => {
    await open(page, `${address}/progress`);
    // Cards come one after the other; read once nothing has changed for a while.
    const read = () => page.getByRole('main').innerText();
    let before = await read();
    for (let same = 0; same < 5; ) {
      await page.waitForTimeout(150);
      const text = await read();
      same = text === before ? same + 1 : 0;
      before = text;
    }
    return before;
  };
  await open(one.page, `${address}/you`);
  await restore(one.page, journal());
  await one.page.getByText(youTexts.restored(SOMEONE.length, 0)).waitFor();
  await one.page.getByRole('switch', { name: youTexts.withPrivate }).click();
  const saving = one.page.waitForEvent('download');
  await finger.press(button(one.page, youTexts.save));
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^unknot-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await file.path(), 'utf8');

  await open(other.page, `${address}/you`);
  await restore(other.page, text);
  await other.page.getByText(youTexts.restored(SOMEONE.length, 0)).waitFor();
  await restore(other.page, text);
  await other.page.getByText(youTexts.restored(0, SOMEONE.length)).waitFor();
  expect(await diaryOf(other)).toBe(await diaryOf(one));
  await one.context.close();
  await other.context.close();
});

test('the same diary goes out as a table and for a clinic, without private answers and without formulas', async () => {
  const { page, context, troubles, foreignRequests } = await newPerson(browser, address);
  await open(page, `${address}/you`);
  await restore(page, journal());
  await page.getByText(youTexts.restored(SOMEONE.length, 0)).waitFor();
  await page.getByRole('switch', { name: youTexts.withPrivate }).click();
  const saved = async (label: string) => {
    const saving = page.waitForEvent('download');
    await finger.press(button(page, label));
    const file = await saving;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const table = await saved(youTexts.table);
  expect(table.name).toMatch(/^unknot-\d{4}-\d\d-\d\d\.csv$/);
  expect(table.text).toMatch(/\r\n2026-01-05,\d\d:\d\d,session,.*"Levator scapulae, left",/);
  expect(table.text).not.toMatch(/,"?[=+@]/);
  const bundle = await saved(youTexts.bundle);
  expect(bundle.name).toMatch(/^unknot-\d{4}-\d\d-\d\d-fhir\.json$/);
  expect(JSON.parse(bundle.text)).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
  for (const { text } of [table, bundle]) expect(text).not.toContain('pregnan');
  expect([...troubles, ...foreignRequests]).toEqual([]);
  await context.close();
});

test('hostile words in a file are shown as words', async () => {
  const { page, context, troubles } = await newPerson(browser, address);
  await open(page, `${address}/you`);
  await restore(page, journal());
  await page.getByText(youTexts.restored(SOMEONE.length, 0)).waitFor();
  await open(page, `${address}/progress`);
  await page.getByText(HOSTILE, { exact: false }).waitFor();
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(troubles).toEqual([]);
  await context.close();
});

test('lines of a newer version are kept, said, and go along in the next copy', async () => {
  const { page, context } = await newPerson(browser, address);
  const newer = { ...SOMEONE[0], id: 'from-the-future', v: 99 };
  await open(page, `${address}/you`);
  await restore(page, journal().replace('"events": [', `"events": [${JSON.stringify(newer)},`));
  await page.getByText(youTexts.keptUnread(1)).waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('switch', { name: youTexts.withPrivate }).click();
  await finger.press(button(page, youTexts.save));
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('from-the-future');
  await context.close();
});

describe('when the device', () => {
  /** From now on, the n-th writing to the diary fails as on a full disk; 0: no more failures. */
  const failAt = (page: Page, n: number) =>
    page.evaluate((at) => void Object.assign(globalThis, { writings: 0, failAt: at }), n);
  const linesKept = async (page: Page) => (await storedText(page)).split('imported').length - 1;

  test('is full, it says so, goes on, writes nothing by halves, and catches up when there is room', async () => {
    const { page, context } = await newPerson(browser, address);
    await page.addInitScript(() => {
      const real = IDBObjectStore.prototype.add;
      const disk = globalThis as { writings?: number; failAt?: number };
      IDBObjectStore.prototype.add = function add(...given) {
        disk.writings = (disk.writings ?? 0) + 1;
        if (disk.failAt && disk.writings >= disk.failAt) throw new DOMException('no room', 'QuotaExceededError');
        return real.apply(this, given);
      };
    });
    await open(page, `${address}/you`);
    await failAt(page, 5);
    await restore(page, journal());
    await page.getByRole('alert').getByText(shellTexts.storage.full).waitFor();
    expect(await linesKept(page)).toBe(0);

    // The next thing told takes the waiting ones along.
    await failAt(page, 0);
    await finger.press(button(page, youTexts.minutesOption(5)));
    await page.getByText(shellTexts.storage.full).waitFor({ state: 'detached' });
    expect(await linesKept(page)).toBe(SOMEONE.length + 1);
    await page.reload();
    await button(page, youTexts.minutesOption(5)).waitFor();
    expect(await button(page, youTexts.minutesOption(5)).getAttribute('aria-pressed')).toBe('true');
    await context.close();
  });

  test('keeps nothing (a private window), it says so, and the check works all the same', async () => {
    const { page, context } = await newPerson(browser, address);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('not here', 'SecurityError');
      };
    });
    await open(page, `${address}/check`);
    await page.getByRole('alert').getByText(shellTexts.storage.blocked).waitFor();
    await answerCheck(page, finger);
    await checkResult(page).waitFor();
    await context.close();
  });
});

test('a drawing that cannot be read here counts as nothing painted, and that is said kindly', async () => {
  const { page, troubles, context } = await newPerson(browser, address);
  await comeToPlan(page, address);
  const [, drawingId = ''] = /\\?"drawingId\\?":\\?"([\w-]+)/.exec(await storedText(page)) ?? [];
  const told = { now: Date.now() + 1000, random: Math.random, device: 'elsewhere', hlc: null, editions };
  const { event: newer } = record(told, 'drawing.saved', { drawingId, encoded: '{"drawing":2}' });
  await open(page, `${address}/you`);
  await restore(page, journal([newer]));
  await page.getByText(youTexts.restored(1, 0)).waitFor();
  await open(page, address);
  await title(page, todayTexts.title.paint).or(title(page, todayTexts.title.check)).waitFor();
  await page.getByText(shellTexts.drawingUnread).waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
