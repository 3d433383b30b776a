// Ten seconds of painting on a slow phone: how long each frame takes, and what the main thread did in the long ones.

import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser, newPerson } from '../apps/web/e2e/browser.ts';
import { finger } from '../apps/web/e2e/hand.ts';
import { answerCheck, bodyMap, link, open, paintByFinger, ranking } from '../apps/web/e2e/walk.ts';
import { checkTexts } from '../apps/web/src/texts/check.ts';
import { todayTexts } from '../apps/web/src/texts/today.ts';

export interface PaintingTrace {
  /** Milliseconds from one frame to the next, as the page was asked to draw them. */
  readonly frames: readonly number[];
  /** Milliseconds of each task of the page's main thread, longest first, with what it was. */
  readonly tasks: readonly { readonly ms: number; readonly what: string }[];
}

const STROKE_MS = 1600;
const REST_MS = 400;

/** @param address  where the built app is served */
export async function tracePainting(address: string, seconds: number, slower: number): Promise<PaintingTrace> {
  const browser = await launchBrowser();
  try {
    const { page, context } = await newPerson(browser, address, {
      serviceWorkers: 'block',
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    await open(page, address);
    await finger.press(link(page, todayTexts.action.begin));
    await answerCheck(page, finger);
    await finger.press(link(page, checkTexts.toBody));
    await paintByFinger(page);
    await ranking(page);
    await page.waitForTimeout(1000);
    const chrome = await context.newCDPSession(page);
    await chrome.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const tasks = await recordTasks(chrome);
    const frames = await recordFrames(page);
    await paintFor(page, chrome, seconds);
    return { frames: await frames(), tasks: await tasks() };
  } finally {
    await browser.close();
  }
}

/** Strokes to and fro over neck, shoulders and back, sixty touches a second, with rests as people make them. */
export async function paintFor(page: Page, chrome: CDPSession, seconds: number): Promise<void> {
  const box = await bodyMap(page).boundingBox();
  if (!box) throw new Error('the map must be on the screen');
  const begun = performance.now();
  let down = false;
  for (let tick = 0; performance.now() - begun < seconds * 1000; tick++) {
    const ms = performance.now() - begun;
    const within = ms % (STROKE_MS + REST_MS);
    const stroke = Math.floor(ms / (STROKE_MS + REST_MS));
    if (within < STROKE_MS) {
      const x = box.x + box.width * (0.5 + 0.3 * Math.sin(within / 160 + stroke));
      const y = box.y + box.height * (0.2 + 0.07 * stroke + 0.12 * (within / STROKE_MS));
      const touchPoints = [{ x, y }];
      void chrome.send('Input.dispatchTouchEvent', { type: down ? 'touchMove' : 'touchStart', touchPoints });
      down = true;
    } else if (down) {
      void chrome.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      down = false;
    }
    const next = begun + (tick + 1) * (1000 / 60);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
  if (down) await chrome.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function recordFrames(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const frames = {
      times: [] as number[],
      tick(at: number) {
        frames.times.push(at);
        requestAnimationFrame(frames.tick);
      },
    };
    Object.assign(globalThis, { frameTimes: frames.times });
    requestAnimationFrame(frames.tick);
  });
  return async () => {
    const times = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes);
    return times.slice(1).map((at, i) => at - (times[i] as number));
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly type?: string } };
}

async function recordTasks(chrome: CDPSession): Promise<() => Promise<PaintingTrace['tasks']>> {
  const events: TraceEvent[] = [];
  chrome.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await chrome.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', '__metadata'] },
  });
  return async () => {
    const ended = new Promise((resolve) => chrome.once('Tracing.tracingComplete', resolve));
    await chrome.send('Tracing.end');
    await ended;
    if (process.env.TRACE_OUT) (await import('node:fs')).writeFileSync(process.env.TRACE_OUT, JSON.stringify(events));
    const main = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
    const own = events.filter(({ pid, tid, ph }) => pid === main?.pid && tid === main?.tid && ph === 'X');
    return own
      .filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')
      .map((task) => {
        const inside = own
          .filter(
            (event) =>
              event !== task && event.ts >= task.ts && event.ts + (event.dur ?? 0) <= task.ts + (task.dur ?? 0),
          )
          .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0));
        const what = inside
          .slice(0, 6)
          .map(
            ({ name, dur = 0, args }) =>
              `${name}${args.data?.type ? ` ${args.data.type}` : ''} ${(dur / 1000).toFixed(1)}`,
          );
        return { ms: (task.dur ?? 0) / 1000, what: what.join(', ') };
      })
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 40);
  };
}
