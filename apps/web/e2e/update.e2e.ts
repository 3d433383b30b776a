import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Running } from '../../server/src/listen.ts';
import { shellTexts } from '../src/texts/shell.ts';
import { launchBrowser, newPerson, offlineCopyReady } from './browser.ts';
import { finger } from './hand.ts';
import { beginSession, button, comeToPlan, goToSession, open, player, stopAndRate } from './walk.ts';

const folder = mkdtempSync(join(tmpdir(), 'unknot-'));
let browser: Browser;
let page: Page;
let running: Running;

/** Serves the app from now on as build `name`; the address stays. */
async function serveBuild(name: string): Promise<void> {
  const build = join(folder, name);
  cpSync(join(import.meta.dirname, '../dist'), build, { recursive: true });
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(join(build, file), change(readFileSync(join(build, file), 'utf8')));
  rewrite('index.html', (html) => html.replace('<head>', `<head><meta name="build" content="${name}" />`));
  rewrite('sw.js', (script) => script.replace(/BUILD = '\w+'/, `BUILD = '${name}'`));
  const port = running ? Number(new URL(running.address).port) : 0;
  await running?.stop();
  running = await listen({ folder: build, port });
}

const buildShown = () => page.locator('meta[name="build"]').getAttribute('content');

beforeAll(async () => {
  browser = await launchBrowser();
  await serveBuild('old');
  ({ page } = await newPerson(browser, running.address));
  await open(page, running.address);
  await offlineCopyReady(page);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
  rmSync(folder, { recursive: true });
});

test('a new build that arrives in the middle of a session changes and says nothing', async () => {
  await comeToPlan(page, running.address);
  await goToSession(page, finger);
  await beginSession(page, finger);
  await serveBuild('new');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    while (worker && worker.state !== 'installed')
      await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
  });
  await player.pause(page).waitFor();
  expect(await page.getByText(shellTexts.updateWaits).count()).toBe(0);
  expect(await buildShown()).toBe('old');
});

test('after the session it is offered, and a reload still shows the old one', async () => {
  await stopAndRate(page, finger);
  await open(page, running.address);
  await page.getByText(shellTexts.updateWaits).waitFor();
  expect(await buildShown()).toBe('old');
});

test('it comes when the person takes it, with the diary as it was, and the old copy goes', async () => {
  await finger.press(button(page, shellTexts.updateNow));
  await page.locator('meta[name="build"][content="new"]').waitFor({ state: 'attached' });
  await open(page, `${running.address}/progress`);
  await page.getByText('5 → –').waitFor();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['unknot-new']);
});
