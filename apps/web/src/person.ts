// The person's diary while the page lives: what the journal adds up to, and the one way to tell it something new.
//
// Every telling is appended to the log on this device before anything else happens. When the device has no room, the
// telling still counts for this page (a warning must not get lost because a disk is full), waits, and is tried again
// with the next one; the shell says so.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import atlasEdition from '@unknot/atlas/data/edition.json';
import { type Decoded, decodeDrawing } from '@unknot/atlas/drawing';
import type { Conditions, Facts } from '@unknot/engine/case';
import {
  type BodyOf,
  type DeviceId,
  type Editions,
  type EventType,
  isCrisis,
  isSensitive,
  type JournalEvent,
  type ProfilePatch,
} from '@unknot/journal/event';
import { entryOf, type Kept, type LogEntry, readLog, type StoreTrouble, type Told } from '@unknot/journal/log';
import { type AppState, applyEvent, type Projection, projecting, projectionOf } from '@unknot/journal/project';
import {
  recordCheck as checkTold,
  type FinishedCheck,
  recordProfile as profileTold,
  type RecordedBatch,
  record as told,
} from '@unknot/journal/record';
import knowledgeEdition from '@unknot/knowledge/edition.json';
import { mono, now } from './ports/clock.ts';
import { openStore } from './ports/store.ts';

const store = openStore('unknot');

/** Tells other tabs that the log grew. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('unknot-journal') : null;

const UNKEPT = 'unknot-unkept';

const EDITIONS: Editions = { atlas: String(atlasEdition.edition), knowledge: String(knowledgeEdition.edition) };

const projection = signal<Projection>(projectionOf([]));
let device: DeviceId = '';
let cursor = 0;
let entries: LogEntry[] = [];
const ids = new Set<string>();
let unsaved: LogEntry[] = [];

/** True once the journal was read, or could not be. Rooms are shown from then on. */
export const journalReady = signal(false);

/** What keeps the diary from being kept, if anything. */
export const storageTrouble = signal<StoreTrouble | null>(null);

/** Lines of the log that this version cannot read. They stay in it and in every export. */
export const keptUnread = signal<readonly Kept[]>([]);

/**
 * Private answers that the person did not want kept. They last as long as this window (a reload must not end a
 * session), are forgotten with it, and are then unknown again and asked again.
 */
export const unkeptAnswers = signal<{ readonly facts: Facts; readonly conditions: Conditions }>(windowAnswers());

function windowAnswers(): { facts: Facts; conditions: Conditions } {
  try {
    const kept = JSON.parse(sessionStorage.getItem(UNKEPT) ?? 'null');
    if (kept?.facts && kept?.conditions) return kept;
  } catch {
    // Blocked or unreadable: then they are unknown.
  }
  return { facts: {}, conditions: {} };
}

function holdUnkept(facts: Facts, conditions: Conditions): void {
  // A cry for help is held nowhere; that there was none is, or it would be asked again at every step.
  const isHoldable = ([id, answer]: [string, unknown]) =>
    isSensitive(id) && (!isCrisis(id) || answer === false || answer === 'skipped');
  const holdable = <T extends object>(answers: T): T =>
    Object.fromEntries(Object.entries(answers).filter(isHoldable)) as T;
  unkeptAnswers.value = { facts: holdable(facts), conditions: holdable(conditions) };
  try {
    sessionStorage.setItem(UNKEPT, JSON.stringify(unkeptAnswers.value));
  } catch {
    // Blocked: they last as long as the page.
  }
}

export const person: ReadonlySignal<AppState> = computed(() => projection.value.state);

/** Conditions as answered, private ones of this page life included. */
export const conditionsNow: ReadonlySignal<Conditions> = computed(() => ({
  ...person.value.profile.conditions,
  ...unkeptAnswers.value.conditions,
}));

const encodedNow = computed(() => person.value.drawing?.encoded ?? null);

/** The drawing of now as far as this app can read it: not when it is damaged or of a newer version. Null: there is none. */
export const drawingNow: ReadonlySignal<Decoded | null> = computed(() =>
  encodedNow.value === null ? null : decodeDrawing(encodedNow.value),
);

/**
 * Whether the drawing of now was read: the person has seen which muscles fit it. What a file says of it is not read here:
 * it could name muscles that are not painted, and the check asks about what is painted. What cannot be read counts as
 * nothing painted.
 *
 * @param state  of now
 */
export const isRanked = ({ drawing, ranking }: AppState): boolean =>
  drawing !== null &&
  ranking !== null &&
  !ranking.imported &&
  ranking.drawingId === drawing.drawingId &&
  drawingNow.value?.kind === 'ok';

const randomName = (): DeviceId =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, '0')).join('');

/** Those that were not here yet. From now on they are. */
function taken(fresh: readonly LogEntry[]): LogEntry[] {
  const added = fresh.filter(({ id }) => !ids.has(id));
  for (const { id } of added) ids.add(id);
  entries = [...entries, ...added];
  return added;
}

function heard(fresh: readonly LogEntry[]): void {
  const added = taken(fresh);
  if (added.length === 0) return;
  const { told: events, kept } = readLog(added);
  keptUnread.value = [...keptUnread.value, ...kept];
  projection.value =
    events.length > 20
      ? projectionOf([...projection.value.heard, ...events])
      : events.reduce((before, one) => applyEvent(before, one), projection.value);
}

/** Longest piece of work at a stretch while the app is in use, milliseconds. Own setting. */
const PIECE_MS = 8;
/** Lines decoded between two looks at the clock. */
const PIECE_LINES = 16;
/** Where much comes at once, it is added up in few rounds. Milliseconds. Own setting. */
const PAUSE_MS = 300;

const breath = (): Promise<unknown> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};

/** Much that comes from elsewhere (another device, another window) while somebody uses the app: never held up by it. */
async function heardInPieces(fresh: readonly LogEntry[]): Promise<void> {
  const added = taken(fresh);
  const events: Told[] = [];
  const unread: Kept[] = [];
  let until = mono() + PIECE_MS;
  const rest = async () => {
    if (mono() < until) return;
    await breath();
    until = mono() + PIECE_MS;
  };
  for (let at = 0; at < added.length; at += PIECE_LINES) {
    const { told: some, kept } = readLog(added.slice(at, at + PIECE_LINES));
    events.push(...some);
    unread.push(...kept);
    await rest();
  }
  const steps = projecting([...projection.value.heard, ...events]);
  let step = steps.next();
  while (!step.done) {
    await rest();
    step = steps.next();
  }
  const whole = step.value;
  await breath();
  // What was told in the meantime.
  const missed = projection.value.heard.filter(({ event }) => !whole.ids.has(event.id));
  keptUnread.value = [...keptUnread.value, ...unread];
  projection.value = missed.reduce((before, one) => applyEvent(before, one), whole);
}

async function readNews(): Promise<number> {
  const answer = await store.readFrom(cursor);
  if (answer.kind === 'failed') {
    storageTrouble.value = answer.because;
    return 0;
  }
  cursor = answer.cursor;
  const count = answer.entries.length;
  if (journalReady.value && count > 20) await heardInPieces(answer.entries);
  else heard(answer.entries);
  return count;
}

let isReading = false;
let newsWait = false;

/** Something was added elsewhere. */
async function hearNews(): Promise<void> {
  newsWait = true;
  if (isReading) return;
  isReading = true;
  while (newsWait) {
    newsWait = false;
    if ((await readNews()) > 20) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  isReading = false;
}

/** Opens the journal. Called once, by main. */
export async function openPerson(): Promise<void> {
  const named = await store.device(randomName());
  device = named.kind === 'named' ? named.device : randomName();
  await readNews();
  if (named.kind === 'failed') storageTrouble.value = named.because;
  journalReady.value = true;
  channel?.addEventListener('message', () => void hearNews());
  // Asking is harmless: browsers grant it to installed or often-used apps without a word.
  void navigator.storage?.persist?.();
}

async function append(fresh: readonly LogEntry[]): Promise<void> {
  heard(fresh);
  unsaved = [...unsaved, ...fresh];
  const batch = unsaved;
  const answer = await store.append(batch);
  if (answer.kind === 'failed') {
    storageTrouble.value = answer.because;
    return;
  }
  unsaved = unsaved.filter((entry) => !batch.includes(entry));
  if (unsaved.length === 0) storageTrouble.value = null;
  channel?.postMessage('grew');
}

const teller = () => ({
  now: now(),
  random: Math.random,
  device,
  hlc: person.value.clock,
  editions: EDITIONS,
});

const keep = (events: readonly JournalEvent[]) => append(events.map(entryOf));

/** Tells the journal one thing. Resolves when it is on disk, or when the shell says that it is not. */
export function record<T extends EventType>(type: T, body: BodyOf<T>): Promise<void> {
  return keep([told(teller(), type, body).event]);
}

const keepBatch = (batch: RecordedBatch) => keep(batch.events);

/** @param keepPrivate  the person agreed to keep private answers (mood, violence, drugs, pregnancy) on this device */
export function recordCheck(check: FinishedCheck, keepPrivate: boolean): Promise<void> {
  if (keepPrivate) holdUnkept({}, {});
  else
    holdUnkept(
      { ...unkeptAnswers.value.facts, ...check.facts },
      { ...unkeptAnswers.value.conditions, ...check.conditions },
    );
  return keepBatch(checkTold(teller(), check, keepPrivate));
}

export function recordProfile(patch: ProfilePatch, keepPrivate: boolean): Promise<void> {
  const answered = Object.entries(patch.conditions ?? {});
  if (answered.length > 0) {
    const conditions = { ...unkeptAnswers.value.conditions };
    for (const [id, answer] of answered) {
      if (answer === null || keepPrivate) delete conditions[id];
      else conditions[id] = answer;
    }
    holdUnkept(unkeptAnswers.value.facts, conditions);
  }
  return keepBatch(profileTold(teller(), patch, keepPrivate));
}

/** Everything that was ever told, for the export. */
export const wholeLog = (): readonly LogEntry[] => entries;

/** Adds the lines of an import that are not here yet. */
export const addToLog = (fresh: readonly LogEntry[]): Promise<void> => append(fresh);

/** Deletes the diary of this device and starts anew. */
export async function eraseEverything(): Promise<boolean> {
  const answer = await store.erase();
  if (answer.kind === 'failed') {
    storageTrouble.value = answer.because;
    return false;
  }
  holdUnkept({}, {});
  channel?.postMessage('grew');
  location.assign('/');
  return true;
}

/** Unfinished things that are overwritten: answers of a check, a drawing, a running session. */
export const drafts = {
  /** Null when there is none, or when storage is blocked. */
  async get(name: string): Promise<string | null> {
    const answer = await store.read(name);
    return answer.kind === 'read' ? answer.text : null;
  },
  async put(name: string, text: string): Promise<void> {
    const answer = await store.write(name, text);
    if (answer.kind === 'failed') storageTrouble.value = answer.because;
  },
  async delete(name: string): Promise<void> {
    await store.clear(name);
  },
};
