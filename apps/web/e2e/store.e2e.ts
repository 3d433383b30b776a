import { draftStorePromises, eventStorePromises } from '@unknot/journal/testing';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { launchBrowser, newPerson } from './browser.ts';

// The promises of every event store, made to the real one: IndexedDB, in a page of the app's own origin.

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ page } = await newPerson(browser, inject('address')));
  await page.goto(`${inject('address')}/robots.txt`);
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { draftStorePromises, eventStorePromises } from '@unknot/journal/testing';
        import { openStore } from '../src/ports/store.ts';
        globalThis.keepPromise = (name) => {
          const promised = [...eventStorePromises, ...draftStorePromises].find((each) => each.name === name);
          const database = crypto.randomUUID();
          const reopen = async () => openStore(database);
          return promised.holds(async () => ({ store: openStore(database), reopen }));
        };`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  await page.evaluate(outputFiles[0]?.text ?? '');
});
afterAll(() => browser.close());

const keepPromise = (name: string) =>
  page.evaluate(
    (one) => (globalThis as unknown as { keepPromise(name: string): Promise<void> }).keepPromise(one),
    name,
  );

describe('IndexedDB as the event store', () => {
  test.each(eventStorePromises.map(({ name }) => name))('%s', keepPromise);
});

describe('IndexedDB as the draft store', () => {
  test.each(draftStorePromises.map(({ name }) => name))('%s', keepPromise);
});
