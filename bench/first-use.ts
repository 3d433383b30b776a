// What a first visitor fetches, step by step: the first screen, then check, paint and rank. Gzip of what was fetched, as
// the budgets are written.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser, newPerson } from '../apps/web/e2e/browser.ts';
import { finger } from '../apps/web/e2e/hand.ts';
import { answerCheck, link, open, paintByFinger, ranking } from '../apps/web/e2e/walk.ts';
import { checkTexts } from '../apps/web/src/texts/check.ts';
import { todayTexts } from '../apps/web/src/texts/today.ts';

/** Kilobytes of script and of data after each step, all steps before included. */
export interface Fetched {
  readonly step: 'first screen' | 'check, paint and rank';
  readonly scriptKb: number;
  readonly dataKb: number;
}

/**
 * @param address  where the built app is served
 * @param folder   where its files lie
 */
export async function firstUse(address: string, folder: string): Promise<Fetched[]> {
  const browser = await launchBrowser();
  try {
    const { page, context } = await newPerson(browser, address, { serviceWorkers: 'block', hasTouch: true });
    const paths = new Set<string>();
    context.on('request', (request) => paths.add(new URL(request.url()).pathname));
    const kilobytes = (ending: string) =>
      [...paths]
        .filter((path) => path.endsWith(ending))
        .reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0) / 1000;
    const fetched = (step: Fetched['step']): Fetched => ({
      step,
      scriptKb: kilobytes('.js'),
      dataKb: kilobytes('.json'),
    });

    await open(page, address);
    await page.waitForLoadState('networkidle');
    const first = fetched('first screen');
    await finger.press(link(page, todayTexts.action.begin));
    await answerCheck(page, finger);
    await finger.press(link(page, checkTexts.toBody));
    await paintByFinger(page);
    await ranking(page);
    await page.waitForLoadState('networkidle');
    return [first, fetched('check, paint and rank')];
  } finally {
    await browser.close();
  }
}
