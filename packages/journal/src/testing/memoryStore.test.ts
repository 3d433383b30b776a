import { test } from 'vitest';
import { draftStoreSuite, eventStoreSuite, memoryDraftStore, memoryEventStore } from './index.ts';

eventStoreSuite('the store in memory', async () => same(memoryEventStore()), test);
draftStoreSuite('the drafts in memory', async () => same(memoryDraftStore()), test);

/** Memory has nothing to reopen: the second opening is the same object. */
const same = <T>(store: T) => ({ store, reopen: async () => store });
