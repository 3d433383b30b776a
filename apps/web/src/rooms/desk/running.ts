// The desk while it runs, in whatever room the person is: one window leads, feeds the break clock of the engine, keeps it
// for after a reload and makes breaks known. Other windows show the same and pass on what is tapped there.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  advanceDesk,
  type BreakLimits,
  type BreakSettings,
  breakLimits,
  type DeskEffect,
  type DeskInput,
  type DeskMoment,
  type DeskState,
  decodeDesk,
  encodeDesk,
  openDesk,
  usualSettings,
} from '@unknot/engine/prevention';
import { drafts, person, record } from '../../person.ts';
import { showBadge, showTitle } from '../../ports/badge.ts';
import { mono, now } from '../../ports/clock.ts';
import { watchPresence } from '../../ports/idle.ts';
import { loadLibrary } from '../../ports/knowledge.ts';
import { leadOne } from '../../ports/leader.ts';
import { notify, takeNotificationBack } from '../../ports/notify.ts';
import { hush, say } from '../../ports/speech.ts';
import { everyFew } from '../../ports/ticker.ts';
import { deskTexts as t } from '../../texts/desk.ts';
import { busyTimes, refreshCalendar } from './busy.ts';
import { titleOf } from './telling.ts';
import { breakWaits, deskIsOn, keepDeskOn } from './waits.ts';

/** How often the clock is looked at; the machine does the counting. */
const LOOK_MS = 10_000;
/** How often it is written down while nothing happens. */
const KEEP_MS = 30_000;
/** A session longer ago was left, not played. */
const SESSION_MS = 3_600_000;
const DRAFT = 'desk';
/** A calendar is read again so often: days go on, and people fly. */
const CALENDAR_MS = 3_600_000;
const TAG = 'break';

const LIFE = crypto.randomUUID();
const moment = (): DeskMoment => ({
  epoch: now(),
  mono: mono(),
  lifeId: LIFE,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

const state = signal<DeskState | null>(null);
/** Null while no desk runs, or before the leading window has said how it stands. */
export const desk: ReadonlySignal<DeskState | null> = state;

/** Whether the desk was opened, here or in another window. */
export const deskRuns = signal(deskIsOn());

export interface BreakWays {
  readonly notify: boolean;
  readonly spoken: boolean;
  readonly fullScreen: boolean;
}
const QUIET_WAYS: BreakWays = { notify: false, spoken: false, fullScreen: false };
export const breakWays = (): BreakWays => person.value.breaks?.ways ?? QUIET_WAYS;

export const loadLimits = async (): Promise<BreakLimits> => breakLimits((await loadLibrary()).prevention);

/** As set, else as the knowledge says. */
export const settingsOf = (limits: BreakLimits): BreakSettings => {
  const told = person.value.breaks?.settings;
  return told ? (told as BreakSettings) : usualSettings(limits);
};

type Message =
  | { readonly kind: 'how-does-it-stand' }
  | { readonly kind: 'stands'; readonly state: DeskState }
  | { readonly kind: 'told'; readonly input: DeskInput }
  | { readonly kind: 'stopped' };

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('unknot-desk') : null;
const post = (message: Message) => channel?.postMessage(message);

let leads = false;
let followed = false;
let keptAt = 0;
let giveUp: (() => void) | null = null;

/** Something happened; the leading window hears it. */
export function tellDesk(input: DeskInput): void {
  if (leads) take(input);
  else post({ kind: 'told', input });
}

let starting: Promise<void> | null = null;

/** Opens the desk, or goes on with the one that was opened. Asked twice at once, it starts once. */
export function startDesk(): Promise<void> {
  starting ??= start().finally(() => {
    starting = null;
  });
  return starting;
}

async function start(): Promise<void> {
  if (giveUp) return;
  keepDeskOn(true);
  deskRuns.value = true;
  const limits = await loadLimits();
  // Closed again while the knowledge was on its way.
  if (!deskRuns.peek()) return;
  giveUp = leadOne('unknot-desk', () => lead(limits));
  if (!leads) post({ kind: 'how-does-it-stand' });
}

/** Goes on with a desk that was open before a reload; one whose state was erased stays closed. */
export async function resumeDesk(): Promise<void> {
  if (await drafts.get(DRAFT)) await startDesk();
  else letGo();
}

/** Closes the desk everywhere. */
export function stopDesk(): void {
  post({ kind: 'stopped' });
  close();
}

/** What the day added up to is told; its state stays, in case the day goes on later. */
function close(): void {
  const current = state.peek();
  const last = current?.days.at(-1);
  if (leads && current && last && last.seatedMs + last.taken + last.pauses > 0) {
    void drafts.put(DRAFT, encodeDesk(current));
    void record('breaks.counted', whole(last));
  }
  letGo();
}

function letGo(): void {
  keepDeskOn(false);
  deskRuns.value = false;
  giveUp?.();
  giveUp = null;
  state.value = null;
  breakWaits.value = false;
  showTitle(null);
}

channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.kind === 'stopped') close();
  else if (data.kind === 'stands' && !leads) show(data.state);
  else if (!leads) return;
  else if (data.kind === 'told') take(data.input);
  else if (data.kind === 'how-does-it-stand' && state.value) {
    followed = true;
    post({ kind: 'stands', state: state.value });
  }
});

function lead(limits: BreakLimits): () => void {
  leads = true;
  let over = false;
  const ends: (() => void)[] = [];
  void drafts.get(DRAFT).then((kept) => {
    if (over) return;
    const before = kept ? decodeDesk(kept) : null;
    state.value = before ?? openDesk(settingsOf(limits), limits, moment());
    take({ kind: 'settings', settings: settingsOf(limits) });
    const calendar = setInterval(() => void refreshCalendar(), CALENDAR_MS);
    void refreshCalendar();
    ends.push(
      () => clearInterval(calendar),
      everyFew(LOOK_MS, () => take({ kind: 'tick' })),
      watchPresence((presence, forMs) => take({ kind: 'presence', presence, forMs })),
      watchPage(),
      effect(() => take({ kind: 'busy', busy: busyTimes.value })),
      effect(() => take({ kind: 'session', on: sessionRuns() })),
    );
  });
  return () => {
    over = true;
    leads = false;
    for (const end of ends) end();
    showBadge(false);
    takeNotificationBack(TAG);
    hush();
  };
}

function take(input: DeskInput): void {
  const before = state.peek();
  if (!before || !leads) return;
  const next = advanceDesk(before, input, moment());
  const urgent = next.effects.length > 0 || input.kind !== 'tick';
  show(next);
  if (followed) post({ kind: 'stands', state: next });
  if (!urgent && mono() - keptAt < KEEP_MS) return;
  keptAt = mono();
  // Kept before it is made known: a crash in between must not offer it twice.
  const keeping = drafts.put(DRAFT, encodeDesk(next));
  if (next.effects.length > 0) void keeping.then(() => next.effects.forEach(makeKnown));
}

function show(next: DeskState): void {
  state.value = next;
  breakWaits.value = next.offer !== null;
  showTitle(titleOf(next));
}

function makeKnown(what: DeskEffect): void {
  const ways = breakWays();
  switch (what.kind) {
    case 'offer':
      showBadge(true);
      if (ways.notify) notify(TAG, t.notification.title, t.notification.body, goToDesk);
      if (ways.spoken) say(t.spoken);
      break;
    case 'offer-over':
      showBadge(false);
      takeNotificationBack(TAG);
      break;
    case 'sit-down':
      if (ways.notify) notify(TAG, t.sitDown.title, t.sitDown.body, () => undefined);
      if (ways.spoken) say(t.sitDown.title);
      break;
    case 'day-over':
      void record('breaks.counted', whole(what.day));
  }
}

/** As a tap on a link does: the page lives on. */
function goToDesk(): void {
  const link = document.createElement('a');
  link.href = '/desk';
  document.body.append(link);
  link.click();
  link.remove();
}

const whole = ({ day, ...sums }: DeskState['days'][number]) => ({
  day,
  offered: sums.offered,
  taken: sums.taken,
  skipped: sums.skipped,
  passed: sums.passed,
  pauses: sums.pauses,
  seatedMs: Math.round(sums.seatedMs),
  longestMs: Math.round(sums.longestMs),
  standMs: Math.round(sums.standMs),
});

function sessionRuns(): boolean {
  const { sessions } = person.value;
  const last = sessions.at(-1);
  return (
    last !== undefined && last.startedAt !== null && last.finishedAt === null && now() - last.startedAt < SESSION_MS
  );
}

function watchPage(): () => void {
  const frozen = () => take({ kind: 'frozen' });
  const look = () => take({ kind: 'tick' });
  const keep = () => {
    const current = state.peek();
    if (current) void drafts.put(DRAFT, encodeDesk(current));
  };
  const full = () => take({ kind: 'full-screen', on: document.fullscreenElement !== null && !state.peek()?.onBreak });
  document.addEventListener('freeze', frozen);
  document.addEventListener('resume', look);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('fullscreenchange', full);
  window.addEventListener('pagehide', keep);
  return () => {
    document.removeEventListener('freeze', frozen);
    document.removeEventListener('resume', look);
    document.removeEventListener('visibilitychange', look);
    document.removeEventListener('fullscreenchange', full);
    window.removeEventListener('pagehide', keep);
  };
}

/** A guided session that was begun as a break is the break: once it is finished, so is the break. */
effect(() => {
  const last = person.value.sessions.at(-1);
  const current = state.peek();
  if (!current?.onBreak || !last?.finishedAt) return;
  if (last.finishedAt > now() - current.onBreak.ms - 5000) tellDesk({ kind: 'done', standing: false });
});
