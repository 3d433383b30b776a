// `unknot export FILE`: a diary (the JSON copy of the app, or a sealed backup and its words) for a spreadsheet, for a
// clinic's system, or as the plain JSON copy. Private answers go along only if that was said.

import { randomBytes } from 'node:crypto';
import atlasEdition from '@unknot/atlas/data/edition.json' with { type: 'json' };
import { bodyMap } from '@unknot/atlas/region';
import { diaryFhir, diaryWords, localTime } from '@unknot/engine/report';
import { diaryCsv, diaryTold, exportJournal, type ImportProblem, importJournal } from '@unknot/journal/exchange';
import { type LogEntry, readLog } from '@unknot/journal/log';
import { project } from '@unknot/journal/project';
import knowledgeEdition from '@unknot/knowledge/edition.json' with { type: 'json' };
import { keysOf, readBackup, readPhrase } from '@unknot/sync/crypto';
import { backupParts } from '@unknot/sync/protocol';
import { BadInput, readBytes, shown } from '../input/index.ts';
import { identifyKnowledge, libraryKnowledge, outlines, planKnowledge } from '../knowledge.ts';
import { BACKUP_SAYS, LARGEST } from './verify.ts';

export type ExportFormat = 'json' | 'csv' | 'fhir';

export interface Asked {
  readonly format: ExportFormat;
  /** Private answers go along; the table and the bundle never hold them. */
  readonly withPrivate: boolean;
  /** The twelve words as the person types them; asked for only when the file is sealed. */
  readonly words: () => Promise<string>;
  readonly now: number;
}

export interface Exported {
  readonly text: string;
  /** Lines of the diary that this version cannot read, and that are not in the text. */
  readonly unread: number;
}

/** @throws {BadInput} when the file, or the words, cannot be used */
export async function exportDiary(file: string, { format, withPrivate, words, now }: Asked): Promise<Exported> {
  const entries = await entriesIn(file, words);
  if (format === 'json') {
    const editions = { atlas: atlasEdition.edition, knowledge: String(knowledgeEdition.edition) };
    return { text: exportJournal(entries, { exportedAt: now, editions, sensitive: withPrivate }), unread: 0 };
  }
  const { told, kept } = readLog(entries);
  const diary = diaryTold(project(told), {
    words: diaryWords(identifyKnowledge(), planKnowledge(), libraryKnowledge()),
    body: bodyMap(outlines()),
    offsetAt,
  });
  const chance = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const text =
    format === 'csv'
      ? diaryCsv(diary)
      : `${JSON.stringify(diaryFhir(diary, { madeAt: localTime(now, offsetAt(now)), chance }), null, 1)}\n`;
  return { text, unread: kept.length };
}

/** Local time minus UTC here, minutes; `TZ` chooses the zone. */
const offsetAt = (at: number): number => -new Date(at).getTimezoneOffset();

async function entriesIn(file: string, words: () => Promise<string>): Promise<readonly LogEntry[]> {
  const bytes = new Uint8Array(await readBytes(file, LARGEST));
  const parts = backupParts(bytes);
  if (parts.kind !== 'foreign') {
    if (parts.kind !== 'whole') throw new BadInput(`${shown(file)} ${BACKUP_SAYS[parts.kind]}`);
    return opened(file, bytes, await words());
  }
  const read = importJournal(new TextDecoder().decode(bytes), new Set());
  if (read.kind === 'bad') throw new BadInput(`${shown(file)} ${DIARY_SAYS[read.problem](read.where)}`);
  return read.add;
}

function opened(file: string, bytes: Uint8Array, typed: string): readonly LogEntry[] {
  const phrase = readPhrase(typed);
  if (phrase.kind === 'bad') throw new BadInput(WORDS_SAY[phrase.because](phrase.word ?? ''));
  const read = readBackup(keysOf(phrase.entropy), bytes);
  if (read.kind === 'opened') return read.entries;
  throw new BadInput(
    read.kind === 'wrong-phrase'
      ? `${shown(file)} is whole, but sealed with other words; are there older ones?`
      : `${shown(file)} ${BACKUP_SAYS[read.kind]}`,
  );
}

const WORDS_SAY: Readonly<Record<'count' | 'word' | 'order', (word: string) => string>> = {
  count: () => 'the backup opens with its twelve words; please give all twelve, in their order',
  word: (word) => `${shown(word)} is not one of the words; please look at how it is written`,
  order: () => 'these words do not belong together: one is wrong, or two are swapped',
};

const DIARY_SAYS: Readonly<Record<ImportProblem, (where: string) => string>> = {
  'too-large': () => 'is too large to be a diary of Unknot',
  'cut-short': () => 'is a diary whose end is missing; please use another copy',
  'not-json': () => 'is neither a diary of Unknot nor a backup',
  foreign: () => 'is neither a diary of Unknot nor a backup',
  newer: () => 'was written by a newer Unknot; please use that one',
  malformed: (where) => `is damaged at ${where}; please use another copy`,
};
