// `npx tsx bench/desk-idle.ts [folder of the built app]`: what the desk room costs while nobody touches it. First a minute
// of real time, for the share of one core; then eight hours by a clock in our hands, tick by tick as at a real desk, for the
// memory. Prints figures as `npm run bench` does.

import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { listen } from '../apps/server/src/listen.ts';
import { giveClock } from '../apps/web/e2e/clock.ts';
import { deskTexts } from '../apps/web/src/texts/desk.ts';
import { findChromium } from '../scripts/ensure-chromium.mjs';

const WEB = process.argv[2] ?? join(import.meta.dirname, '../apps/web/dist');
const REAL_SECONDS = 60;
const HOURS = 8;
const TICK_MS = 10_000;
const HOUR_MS = 3_600_000;
/** Monday, nine o'clock in London. */
const NINE = Date.UTC(2026, 1, 2, 9);

const figure = (name: string, value: number, unit: string) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit }));

const executablePath = findChromium();
if (!executablePath) throw new Error('this bench needs Chromium');
const running = await listen({ folder: WEB, port: 0 });
const browser = await chromium.launch({
  executablePath,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
  ],
});
try {
  const context = await browser.newContext({ timezoneId: 'Europe/London', serviceWorkers: 'block' });
  const page = await context.newPage();
  // The compiler names functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  // Somebody works in another window all day.
  await page.addInitScript('Document.prototype.hasFocus = () => false');
  const clock = await giveClock(page);
  await page.goto(`${running.address}/desk`);
  await clock.set(NINE - Date.now());
  await page.reload();
  await page.getByRole('button', { name: deskTexts.start }).click();
  await page.getByText(deskTexts.now.counting(30)).waitFor();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(5000);
  await ofOneCore(page);
  await overADay(page);
} finally {
  await browser.close();
  await running.stop();
}

/** Processor time of the process that holds the page. */
async function ofOneCore(page: Page): Promise<void> {
  const debug = await browser.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo } = await debug.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const [before, begun] = [await spent(), performance.now()];
  await page.waitForTimeout(REAL_SECONDS * 1000);
  const share = (await spent()) - before;
  figure('idle desk: processor time of its page, of one core', (100_000 * share) / (performance.now() - begun), '%');
  await debug.detach();
}

async function overADay(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  const shown = async (hour: number) => {
    for (let n = 0; n < 3; n++) await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const heap = of('JSHeapUsedSize') / 1e6;
    figure(`idle desk, hour ${hour}: memory of scripts`, heap, 'MB');
    return { heap, nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  const first = await hourOf(page, 1).then(() => shown(1));
  let last = first;
  for (let hour = 2; hour <= HOURS; hour++) last = await hourOf(page, hour).then(() => shown(hour));
  figure('idle desk: memory of scripts, hour 8 less hour 1', last.heap - first.heap, 'MB');
  figure('idle desk: nodes of the page, hour 8 less hour 1', last.nodes - first.nodes, '');
  figure('idle desk: listeners, hour 8 less hour 1', last.listeners - first.listeners, '');
  figure('idle desk: breaks offered in the day', await offeredToday(page), '');
}

/** An hour goes by, ten seconds at a time, and the page notices each. */
function hourOf(page: Page, hour: number): Promise<void> {
  return page.evaluate(
    async ([from, to, tick]) => {
      const shifted = globalThis as { wallShift?: number; monoShift?: number };
      for (let gone = from; gone < to; gone += tick) {
        shifted.wallShift = (shifted.wallShift ?? 0) + tick;
        shifted.monoShift = (shifted.monoShift ?? 0) + tick;
        document.dispatchEvent(new Event('visibilitychange'));
        await new Promise((drawn) => setTimeout(drawn, 5));
      }
    },
    [(hour - 1) * HOUR_MS, hour * HOUR_MS, TICK_MS] as const,
  );
}

/** What the kept state of the desk says. */
function offeredToday(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('unknot');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').get('desk');
          reading.onsuccess = () => resolve(JSON.parse(reading.result).state.days.at(-1).offered);
        };
      }),
  );
}
