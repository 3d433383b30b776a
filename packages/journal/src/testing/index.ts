// The door of testing: stores in memory, and the promises every store is held to.

export { memoryDraftStore, memoryEventStore } from './memoryStore.ts';
export { event, seeded, someonesEvents } from './someone.ts';
export {
  draftStorePromises,
  draftStoreSuite,
  eventStorePromises,
  eventStoreSuite,
  type Maker,
  type Promised,
} from './storeSuite.ts';
