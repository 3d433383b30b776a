// One line of the log: the text of an event exactly as it was told, readable or not.
// The text is the truth; values are read from it each time, so a newer app can read what this one only kept.

import { decodeText, idOf, type JournalEvent, type Unreadable } from '../event/index.ts';

/** `imported`: it came from a file, so it may warn but never reassure (an imported check is asked again). */
export interface LogEntry {
  readonly id: string;
  readonly text: string;
  readonly imported: boolean;
}

/** An event as the projection hears it. */
export interface Told {
  readonly event: JournalEvent;
  readonly imported: boolean;
}

/** Kept and reported, never dropped. */
export interface Kept {
  readonly id: string;
  readonly reason: Unreadable;
}

export const entryOf = (event: JournalEvent): LogEntry => ({
  id: event.id,
  text: JSON.stringify(event),
  imported: false,
});

/** An entry for text from outside. The same text gets the same id, so importing a file twice changes nothing. */
export function entryOfText(text: string, imported: boolean): LogEntry {
  let id: string | null = null;
  try {
    id = idOf(JSON.parse(text));
  } catch {
    // Not JSON: the hash names it.
  }
  return { id: id ?? `kept-${textHash(text)}`, text, imported };
}

export function readLog(entries: readonly LogEntry[]): { told: Told[]; kept: Kept[] } {
  const told: Told[] = [];
  const kept: Kept[] = [];
  for (const entry of entries) {
    const decoded = decodeText(entry.text);
    if (decoded.kind === 'event') told.push({ event: decoded.event, imported: entry.imported });
    else kept.push({ id: entry.id, reason: decoded.reason });
  }
  return { told, kept };
}

/** Two 32-bit FNV-1a hashes with different seeds; tells texts apart, keeps no secret. */
function textHash(text: string): string {
  const hash = (seed: number): string => {
    let h = seed;
    for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}-${hash(0x2f0b4a91)}`;
}
