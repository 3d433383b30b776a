// A device that joins: 10,000 entries come from the server into a fresh browser. Milliseconds until all of them are in the
// diary, and how long the page was held up at most. `npx tsx bench/first-sync.ts` after `npm run build`.
//
// A task of the page is measured twice: in time, which on a busy machine counts the work of others, and in work of its own.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryOf } from '@unknot/journal/log';
import { someonesEvents } from '@unknot/journal/testing';
import { serverAt } from '@unknot/sync/client';
import { keysOf, newPhrase, readPhrase, sealEntry } from '@unknot/sync/crypto';
import { batchBytes } from '@unknot/sync/protocol';
import { launchBrowser, newPerson } from '../apps/web/e2e/browser.ts';
import { serveBuiltApp } from '../apps/web/e2e/served-app.ts';
import { button, open } from '../apps/web/e2e/walk.ts';
import { syncTexts } from '../apps/web/src/texts/sync.ts';

const EVENTS = 10_000;
const BATCH = 200;
const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'));
const server = await serveBuiltApp({ UNKNOT_DATA: folder, REQUESTS_PER_SECOND: '0' });
const browser = await launchBrowser();
try {
  const words = newPhrase(chance);
  await fill(words);
  const { page, context } = await newPerson(browser, server.address);
  await open(page, `${server.address}/you/join#${words.replaceAll(' ', '-')}`);
  await page.waitForLoadState('networkidle');
  const devtools = await context.newCDPSession(page);
  const tasks: Task[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => tasks.push(...(value as unknown as Task[])));
  const traced = new Promise<void>((resolve) => devtools.on('Tracing.tracingComplete', () => resolve()));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] },
  });
  const begun = performance.now();
  await button(page, syncTexts.join.go).click();
  await page.getByText(syncTexts.stand.here(EVENTS)).waitFor();
  await page.getByText(/^In step · /).waitFor();
  const took = performance.now() - begun;
  // What is added up afterwards counts as well.
  await page.waitForTimeout(2000);
  await devtools.send('Tracing.end');
  await traced;
  const page1 = mainTasks(tasks);
  print('first sync of 10,000 entries', took, 'ms');
  print('longest task of the page, in time', Math.max(0, ...page1.map(({ dur = 0 }) => dur)) / 1000, 'ms');
  print('longest task of the page, in work', Math.max(0, ...page1.map(({ tdur = 0 }) => tdur)) / 1000, 'ms');
  print('tasks over 50 ms, in time', page1.filter(({ dur = 0 }) => dur > 50_000).length, 'tasks');
  print('tasks over 50 ms, in work', page1.filter(({ tdur = 0 }) => tdur > 50_000).length, 'tasks');
  print('work of the page in all', page1.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000, 'ms');
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Microseconds; `tdur` is the work of the thread itself. */
interface Task {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Tasks of the thread that draws the page; the worker has its own. */
function mainTasks(all: readonly Task[]): Task[] {
  const threads = all.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = (task: Task) => threads.some(({ pid, tid }) => pid === task.pid && tid === task.tid);
  return all.filter((task) => isMain(task) && /RunTask$/.test(task.name));
}

async function fill(words: string): Promise<void> {
  const phrase = readPhrase(words);
  if (phrase.kind !== 'phrase') throw new Error('a new phrase must be one');
  const keys = keysOf(phrase.entropy);
  const log = serverAt({ base: server.address, credential: keys, fetch: (address, init) => fetch(address, init) });
  await log.create();
  const entries = someonesEvents(EVENTS, 1).map(entryOf);
  for (let at = 0; at < entries.length; at += BATCH) {
    const sealed = entries.slice(at, at + BATCH).map((entry) => sealEntry(keys, entry, chance));
    const answer = await log.append(batchBytes(sealed));
    if (answer.kind === 'failed') throw new Error(`the server must take the batch, said ${answer.because}`);
  }
}

function print(name: string, value: number, unit: string): void {
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit, ratio: null }));
}
