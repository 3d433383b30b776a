// How the journal leaves the device and comes back: one JSON file with everything; and, to be read elsewhere, in words
// (told.ts) as one table (csv.ts).
//
// Readable events stand in the file as JSON; what this app could not read stands beside them as text, character for
// character, so that a newer app can read it later. What comes back in is marked `imported` (see project/apply.ts).

import { decodeEvent, type Editions } from '../event/index.ts';
import { entryOfText, type Kept, type LogEntry, readLog } from '../log/index.ts';

export { diaryCsv } from './csv.ts';
export { diaryTold, type Telling, tellingDiary } from './told.ts';

export const JOURNAL_FORMAT = 'unknot-journal';
const JOURNAL_VERSION = 1;

/** Largest file that is read, in characters. Ten years of daily use are about 10 MB. Own setting. */
const IMPORT_LIMIT = 32 * 1024 * 1024;

export interface ExportMeta {
  readonly exportedAt: number;
  readonly editions: Editions;
  /** Private answers (mood, pregnancy …) go along only if the person chose so. */
  readonly sensitive: boolean;
}

/** The whole log as the text of one file. */
export function exportJournal(entries: readonly LogEntry[], meta: ExportMeta): string {
  const events: unknown[] = [];
  const kept: string[] = [];
  let leftOut = 0;
  for (const { text } of entries) {
    const raw = parsed(text);
    if (!meta.sensitive && isPrivate(raw)) leftOut += 1;
    else if (raw !== undefined && decodeEvent(raw).kind === 'event') events.push(raw);
    else kept.push(text);
  }
  const { exportedAt, editions, sensitive } = meta;
  return `${JSON.stringify(
    { format: JOURNAL_FORMAT, version: JOURNAL_VERSION, exportedAt, editions, sensitive, leftOut, events, kept },
    null,
    1,
  )}\n`;
}

/** Whether a line of the log holds private answers, which leave the device only if the person chose so. */
export const isPrivateLine = (text: string): boolean => isPrivate(parsed(text));

/** Text that cannot be read might hold anything, so it counts as private. */
function isPrivate(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return true;
  return 'type' in raw && typeof raw.type === 'string' && /sensitive/.test(raw.type);
}

/**
 * `too-large`: over the limit, nothing was read. `cut-short`: a journal whose end is missing. `not-json`, `foreign`: some
 * other file. `newer`: written by a newer app. `malformed`: a journal with a broken part, named by `where`.
 */
export type ImportProblem = 'too-large' | 'cut-short' | 'not-json' | 'foreign' | 'newer' | 'malformed';

export type Imported =
  | {
      readonly kind: 'ok';
      /** New entries, marked as imported; append them in one batch. */
      readonly add: readonly LogEntry[];
      /** How many were there already, or twice in the file. */
      readonly already: number;
      /** Those among `add` that cannot be read by this app. */
      readonly kept: readonly Kept[];
    }
  | { readonly kind: 'bad'; readonly where: string; readonly problem: ImportProblem };

/**
 * Reads a file into entries to add; changes nothing by itself.
 *
 * @param existing  ids of the entries that are already here
 * @param limit     most characters that are read
 */
export function importJournal(text: string, existing: ReadonlySet<string>, limit = IMPORT_LIMIT): Imported {
  if (text.length > limit) return bad('file', 'too-large');
  const raw = parsed(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (raw === undefined) return bad('file', looksLikeJournal(text) ? 'cut-short' : 'not-json');
  if (!isRecord(raw) || raw.format !== JOURNAL_FORMAT) return bad('format', 'foreign');
  const { version, events, kept = [] } = raw;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return bad('version', 'malformed');
  if (version > JOURNAL_VERSION) return bad('version', 'newer');
  if (!Array.isArray(events)) return bad('events', 'malformed');
  if (!Array.isArray(kept)) return bad('kept', 'malformed');

  const add = new Map<string, LogEntry>();
  let already = 0;
  const take = (entry: LogEntry): void => {
    if (existing.has(entry.id) || add.has(entry.id)) already += 1;
    else add.set(entry.id, entry);
  };
  for (const [index, event] of events.entries()) {
    if (!isRecord(event)) return bad(`events[${index}]`, 'malformed');
    const written = rewritten(event);
    if (written === null) return bad(`events[${index}]`, 'malformed');
    take(entryOfText(written, true));
  }
  for (const [index, line] of kept.entries()) {
    if (typeof line !== 'string') return bad(`kept[${index}]`, 'malformed');
    take(entryOfText(line, true));
  }
  const entries = [...add.values()];
  return { kind: 'ok', add: entries, already, kept: readLog(entries).kept };
}

const bad = (where: string, problem: ImportProblem): Imported => ({ kind: 'bad', where, problem });

const looksLikeJournal = (text: string): boolean => /^\s*\{\s*"format"\s*:\s*"unknot-journal"/.test(text.slice(0, 200));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null for a value nested so deep that it cannot be written again. */
function rewritten(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
