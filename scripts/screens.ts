// `npm run screens`: pictures of every screen with the answers of a made-up person, into docs/screens. Names are those of
// the tour; phone and desktop, light and dark.

import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DESKTOP, launchBrowser, newPerson, PHONE } from '../apps/web/e2e/browser.ts';
import { serveBuiltApp } from '../apps/web/e2e/served-app.ts';
import { tour } from '../apps/web/e2e/tour.ts';
import { palettePng } from './palette-png.ts';

const FOLDER = join(import.meta.dirname, '../docs/screens');

/** Spring evening; the pictures must not tell when they were taken. */
const TAKEN_AT = new Date('2026-05-12T18:40:00+01:00');

/** Screens of the tour that say most; the others only vary them. */
const SHOWN: readonly string[] = [
  ...['today-first', 'today', 'check-question-3', 'check-self-care', 'check-soon', 'check-emergency'],
  ...['body-empty', 'body', 'body-source', 'plan-ask', 'plan', 'session-before', 'session', 'session-stop'],
  ...['after', 'after-result', 'after-harm', 'progress', 'experiment-result', 'check-in', 'you', 'help'],
  ...['plan-weeks', 'report', 'desk-offer', 'desk-check', 'week', 'habits', 'learn', 'learn-muscle', 'easy', 'devices'],
];
/** The player is dark at all times, and an empty body tells nothing new in the dark. */
const ONLY_LIGHT = /^(session|body-empty)$/;

const LOOKS: readonly (readonly [suffix: string, options: BrowserContextOptions])[] = [
  ['phone', { ...PHONE, deviceScaleFactor: 2 }],
  ['phone-dark', { ...PHONE, deviceScaleFactor: 2, colorScheme: 'dark' }],
  ['desktop', DESKTOP],
  ['desktop-dark', { ...DESKTOP, colorScheme: 'dark' }],
];

mkdirSync(FOLDER, { recursive: true });
for (const file of readdirSync(FOLDER)) if (file.endsWith('.png')) rmSync(join(FOLDER, file));

const { address, stop } = await serveBuiltApp();
const browser = await launchBrowser();
try {
  for (const [suffix, options] of LOOKS) await takeAll(browser, suffix, options);
} finally {
  await browser.close();
  await stop();
}
const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0);
console.log(`${readdirSync(FOLDER).length} pictures, ${(bytes / 1e6).toFixed(1)} MB`);

async function takeAll(browser: Browser, suffix: string, options: BrowserContextOptions): Promise<void> {
  const { page, context, troubles } = await newPerson(browser, address, {
    ...options,
    reducedMotion: 'no-preference',
    serviceWorkers: 'block',
  });
  await page.clock.setFixedTime(TAKEN_AT);
  await tour(page, address, async (screen) => {
    if (!SHOWN.includes(screen) || (suffix.endsWith('dark') && ONLY_LIGHT.test(screen))) return;
    await take(page, join(FOLDER, `${screen.replace(/-question-\d+$/, '')}-${suffix}.png`));
  });
  await context.close();
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
}

async function take(page: Page, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  // Fades and glides are over after the longest of them.
  await page.waitForTimeout(400);
  const picture = await page.screenshot({ caret: 'hide' });
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const paper = new OffscreenCanvas(width, height).getContext('2d');
    paper?.drawImage(bitmap, 0, 0);
    const { data } = paper?.getImageData(0, 0, width, height) ?? { data: new Uint8ClampedArray() };
    const pixels = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
      reader.readAsDataURL(new Blob([data]));
    });
    return { pixels, width, height };
  }, picture.toString('base64'));
  writeFileSync(path, palettePng(Buffer.from(pixels, 'base64'), width, height));
}
