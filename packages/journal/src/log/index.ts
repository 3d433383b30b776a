// The door of log: lines of text in order of arrival, and the port that keeps them.

export { entryOf, entryOfText, type Kept, type LogEntry, readLog, type Told } from './entry.ts';
export type { Cursor, DraftStore, EventStore, Failed, StoreTrouble } from './store.ts';
