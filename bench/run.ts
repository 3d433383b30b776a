// `npm run bench`: how fast the work is. One line of JSON per figure: name, value, unit, and where there is one the
// ratio to the plain way of doing the same. Numbers belong to this machine; ratios travel.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ViewOutlines } from '@unknot/atlas/frame';
import { makePlan } from '@unknot/engine/plan';
import { clearance, verdictAssumingNo } from '@unknot/engine/triage';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { listen } from '../apps/server/src/listen.ts';
import { findChromium } from '../scripts/ensure-chromium.mjs';
import { firstUse } from './first-use.ts';
import { tracePainting } from './painting.ts';
import type { timeStroke } from './stroke.ts';

const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'apps/web/dist');
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const slice = (name: string) => json(`packages/knowledge/edition/${name}.json`);
const view = (name: string) => json(`packages/atlas/data/views/${name}.json`);
const outlines: ViewOutlines = {
  posterior: view('posterior'),
  anterior: view('anterior'),
  'lateral-left': view('lateral-left'),
};

function figure(name: string, value: number, unit: string, ratio?: number): void {
  const short = (number: number) => Number(number.toPrecision(3));
  console.log(
    JSON.stringify({ name, value: short(value), unit, ...(ratio === undefined ? {} : { ratio: short(ratio) }) }),
  );
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
const median = (values: readonly number[]) => quantile(values, 0.5);

/** Median milliseconds of a call, after a warm-up. */
function milliseconds(work: () => unknown, times = 30): number {
  for (let i = 0; i < 3; i++) work();
  return median(
    Array.from({ length: times }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );
}

await import('./inference.ts');
await import('./journal.ts');
checkAndPlan();
await inTheBrowser();
await overTheWire();

function checkAndPlan(): void {
  const [plans, check] = [slice('plan'), slice('check')];
  const wellPerson = { facts: {}, conditions: {}, painted: [], ageYears: 40 };
  figure(
    'safety check of one set of answers',
    milliseconds(() => verdictAssumingNo(check, wellPerson)),
    'ms',
  );
  const cleared = clearance(verdictAssumingNo(check, wellPerson), { kind: 'current', until: Number.POSITIVE_INFINITY });
  if (cleared.kind === 'refused') throw new Error(`a well person must be cleared, got ${cleared.because}`);
  const request = {
    targets: [
      { muscle: 'levator-scapulae', side: 'left', share: 0.6 } as const,
      { muscle: 'trapezius-upper', side: 'left', share: 0.4 } as const,
    ],
    minutes: 10,
    tools: ['ball', 'wall', 'chair', 'heat-pack', 'foam-roller'],
    places: ['desk', 'wall', 'floor'] as const,
    conditions: { diabetes: true },
    clearance: cleared,
  };
  figure(
    'plan for ten minutes',
    milliseconds(() => makePlan(plans, request)),
    'ms',
  );
}

/** First load as a browser sees it, and the stroke on a phone four times slower than this machine. */
async function inTheBrowser(): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) return;
  const { outputFiles } = await build({
    stdin: {
      contents: "import { timeStroke } from './stroke.ts'; globalThis.timeStroke = timeStroke;",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const running = await listen({ folder: WEB, port: 0 });
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    const debug = await page.context().newCDPSession(page);
    await debug.send('Network.enable');
    const typeOf = new Map<string, string>();
    const bytes: Record<string, number> = {};
    debug.on('Network.responseReceived', ({ requestId, type }) => typeOf.set(requestId, type));
    debug.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = typeOf.get(requestId) ?? 'Other';
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    });
    await page.goto(running.address, { waitUntil: 'networkidle' });
    const painted = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    figure('first load: script on the wire', (bytes.Script ?? 0) / 1000, 'kB');
    figure('first load: everything on the wire', Object.values(bytes).reduce((a, b) => a + b, 0) / 1000, 'kB');
    figure('first load: first contentful paint', painted, 'ms');

    // a blank page: our own content policy refuses foreign scripts, as it should
    await page.goto('about:blank');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    for (const rate of [1, 4]) {
      await debug.send('Emulation.setCPUThrottlingRate', { rate });
      const { steps, plainSteps } = await page.evaluate(
        ([views, knowledge]) =>
          (globalThis as unknown as { timeStroke: typeof timeStroke }).timeStroke(views, knowledge),
        [outlines, slice('identify')] as const,
      );
      figure(
        `stroke step to ranking in Chromium, ${rate}× slower, median`,
        median(steps),
        'ms',
        median(steps) / median(plainSteps),
      );
      figure(`stroke step to ranking in Chromium, ${rate}× slower, 95 of 100`, quantile(steps, 0.95), 'ms');
    }
  } finally {
    await browser.close();
    await running.stop();
  }
}

/** Bytes of everything that is kept for offline use, and how many answers per second one process gives. */
async function overTheWire(): Promise<void> {
  const files = readdirSync(WEB, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  figure('all offline assets', paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6, 'MB');
  for (const name of ['check', 'identify', 'plan', 'library'])
    figure(`knowledge slice ${name}`, gzipSync(JSON.stringify(slice(name)), { level: 9 }).length / 1000, 'kB gz');

  const running = await listen({ folder: WEB, port: 0 });
  for (const { step, scriptKb, dataKb } of await firstUse(running.address, WEB)) {
    figure(`fetched up to ${step}: script`, scriptKb, 'kB gz');
    figure(`fetched up to ${step}: data`, dataKb, 'kB gz');
  }
  const { frames, work } = await tracePainting(running.address, 10, 4);
  figure('painting, 4× slower: frames over 20 ms', frames.filter((ms) => ms > 20).length, `of ${frames.length}`);
  figure('painting, 4× slower: work of the main thread for a frame, 95 of 100', quantile(work, 0.95), 'ms');
  figure('painting, 4× slower: work of the main thread for a frame, 99 of 100', quantile(work, 0.99), 'ms');
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const get = () =>
    new Promise<void>((resolve, reject) => {
      request(`${running.address}/`, { agent, headers: { 'Accept-Encoding': 'br' } }, (response) => {
        response.resume().once('end', resolve);
      })
        .once('error', reject)
        .end();
    });
  const until = performance.now() + 3000;
  let answers = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (performance.now() < until) {
        await get();
        answers += 1;
      }
    }),
  );
  figure('answers of the server, asked from the same process', (1000 * answers) / (performance.now() - begun), '1/s');
  agent.destroy();
  await running.stop();
}
