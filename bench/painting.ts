// Ten seconds of painting on a phone: when frames come, and how much the page's main thread works for each of them.
// Frames need a quiet machine to mean anything; the work is counted in processor time and holds on a busy one, too.

import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser, newPerson, PHONE } from '../apps/web/e2e/browser.ts';
import { finger } from '../apps/web/e2e/hand.ts';
import { answerCheck, bodyMap, link, open, paintByFinger, ranking } from '../apps/web/e2e/walk.ts';
import { checkTexts } from '../apps/web/src/texts/check.ts';

export interface PaintingTrace {
  /** Milliseconds from one frame to the next, as the page was asked to draw them. */
  readonly frames: readonly number[];
  /** Milliseconds of processor time that the page's main thread worked for each frame. */
  readonly work: readonly number[];
}

const STROKE_MS = 1600;
const REST_MS = 400;
/** Calls to draw that lie closer together belong to one frame. */
const ONE_FRAME_US = 6000;

/**
 * @param address  where the built app is served
 * @param slower   how much slower than this machine the page runs, from 1
 */
export async function tracePainting(address: string, seconds: number, slower: number): Promise<PaintingTrace> {
  const browser = await launchBrowser();
  try {
    const { page, context } = await newPerson(browser, address, { ...PHONE, serviceWorkers: 'block' });
    await open(page, `${address}/check`);
    await answerCheck(page, finger);
    await finger.press(link(page, checkTexts.toBody));
    await paintByFinger(page);
    await ranking(page);
    // What comes once, the first light and the first question, is not painting.
    await page.waitForTimeout(1500);
    const chrome = await context.newCDPSession(page);
    await chrome.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const work = await recordWork(chrome);
    const frames = await recordFrames(page);
    await paintFor(page, chrome, seconds);
    return { frames: await frames(), work: await work() };
  } finally {
    await browser.close();
  }
}

/** Strokes to and fro over neck, shoulders and back, sixty touches a second, with rests as people make them. */
async function paintFor(page: Page, chrome: CDPSession, seconds: number): Promise<void> {
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
  /** Microseconds: when it began, how long it took, and how long the processor worked on it. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

async function recordWork(chrome: CDPSession): Promise<() => Promise<number[]>> {
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
    return workPerFrame(events);
  };
}

/** Tasks of the main thread that draws most, added up from one drawing to the next. */
function workPerFrame(events: readonly TraceEvent[]): number[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const drawn = (main: TraceEvent) =>
    events.filter(({ name, pid, tid }) => name === 'FireAnimationFrame' && pid === main.pid && tid === main.tid);
  const [most] = mains.map((main) => ({ main, calls: drawn(main) })).sort((a, b) => b.calls.length - a.calls.length);
  if (!most) throw new Error('the trace must name a main thread');
  const begins: number[] = [];
  for (const { ts } of most.calls.sort((a, b) => a.ts - b.ts))
    if (ts - (begins.at(-1) ?? Number.NEGATIVE_INFINITY) > ONE_FRAME_US) begins.push(ts);
  const work = new Array<number>(begins.length).fill(0);
  for (const { name, pid, tid, ts, dur = 0, tdur = 0 } of events) {
    if (!name.endsWith('RunTask') || pid !== most.main.pid || tid !== most.main.tid) continue;
    const frame = begins.findLastIndex((begin) => begin <= ts + dur / 2);
    if (frame >= 0) work[frame] = (work[frame] as number) + tdur / 1000;
  }
  return work;
}
