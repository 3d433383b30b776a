// The break clock: a machine that is told the time and what happens, and says when to offer a break. It counts what it
// has seen, never what a wall clock claims, so sleep, reloads and clocks that are set neither lose a break nor offer one
// twice. See RULES.md, PRV-03 to PRV-16.

import { isIn, localDay, nextHours, overlap, type Span, weeksSince } from './day.ts';
import { type BreakLimits, type BreakSettings, withinLimits } from './settings.ts';
import type { BreakDay, DeskEffect, DeskInput, DeskMoment, DeskState, HeldBecause, Offer } from './state.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A clock that is off by less than this was corrected, nobody slept. Own setting. */
const SLACK_MS = 2 * MINUTE;
/** Nobody knows who sat there while the page was not looking for longer than this. Own setting. */
const UNSEEN_MS = 90 * SECOND;
/** A page that was stopped for longer says nothing about who sat before it. Own setting. */
const FROZEN_LONGEST_MS = 2 * HOUR;
/** An offer nobody answers goes by itself. Own setting. */
const UNANSWERED_MS = 10 * MINUTE;
/** A break nobody comes back from is over. Own setting. */
const BREAK_LONGEST_MS = 15 * MINUTE;
/** How long after its time a fixed break may still be offered. Own setting. */
const FIXED_STANDS_MS = 30 * MINUTE;
/** A fixed break so soon after another one was kept by that one. Own setting. */
const FIXED_APART_MS = 10 * MINUTE;
/** Water comes to mind at most so often. Own setting. */
const WATER_EVERY_MS = HOUR;
/** prevention.json, breaks `no-nagging`. */
const SKIPS_BEFORE_ASKING = 3;
/** prevention.json, sitStand `progress`: ten minutes twice a day, ten more a day each week. */
const STAND_FIRST_MS = 20 * MINUTE;
const STAND_MORE_MS = 10 * MINUTE;
const DAYS_KEPT = 3;
const FIXED_KEPT = 40;

/** A day at the desk begins. */
export function openDesk(settings: BreakSettings, limits: BreakLimits, now: DeskMoment): DeskState {
  const kept = withinLimits(settings, limits);
  const today = localDay(kept, now.epoch, now.zone);
  return {
    limits,
    settings: kept,
    now,
    today,
    seatedMs: 0,
    restedMs: null,
    presence: 'unknown',
    awayMs: 0,
    paused: false,
    frozen: false,
    posture: 'sitting',
    postureMs: 0,
    waterMs: null,
    offer: null,
    offersMade: 0,
    laterMs: null,
    onBreak: null,
    quiet: null,
    busy: [],
    fullScreen: false,
    session: false,
    // What was before the desk was opened is not made up for.
    fixedDone: today.fixed.filter(({ at }) => at < now.epoch).map(({ key }) => key),
    skipsInRow: 0,
    askRhythm: false,
    days: [emptyDay(today.date)],
    effects: [],
  };
}

/** One thing happens; `effects` of the answer says what follows. The same state, input and time always give the same. */
export function advanceDesk(state: DeskState, input: DeskInput, now: DeskMoment): DeskState {
  const draft: Draft = { ...state, effects: [] };
  passTime(draft, now);
  hear(draft, input);
  decide(draft);
  return draft;
}

type Draft = { -readonly [K in keyof DeskState]: DeskState[K] } & { effects: DeskEffect[] };

// —— time ——————————————————————————————————————————————————————————————————————————————————————————————————————————————

/** PRV-03, PRV-04. What went by since the last look, and whether it was lived at the desk. */
function passTime(draft: Draft, now: DeskMoment): void {
  const before = draft.now;
  const pauseMs = draft.limits.pauseMinutes * MINUTE;
  const wall = now.epoch - before.epoch;
  const samePage = now.lifeId === before.lifeId;
  // After a reload the wall clock alone speaks; set back, it says nothing.
  const awake = samePage ? Math.max(0, now.mono - before.mono) : Math.max(0, wall);
  // The wall went on and the page did not: the machine slept. A clock set forward looks the same.
  const drift = samePage ? wall - awake : 0;
  const asleep = drift > SLACK_MS ? drift : 0;
  // Time the page saw nothing of: stopped by the browser, closed, or asleep on a machine whose clock runs on.
  const seenUpTo = draft.frozen && samePage ? FROZEN_LONGEST_MS : UNSEEN_MS;
  const unseen = awake > seenUpTo ? awake : 0;
  draft.frozen = false;
  draft.now = now;
  turnDay(draft);

  const gone = asleep + awake;
  const lived = awake - unseen;
  if (draft.quiet?.leftMs != null) draft.quiet = { ...draft.quiet, leftMs: draft.quiet.leftMs - gone };
  if (draft.restedMs !== null) draft.restedMs = draft.paused ? 0 : draft.restedMs + gone;
  if (draft.waterMs !== null) draft.waterMs += gone;
  if (draft.laterMs !== null) draft.laterMs -= gone;
  if (draft.offer) draft.offer = { ...draft.offer, shownMs: draft.offer.shownMs + gone };

  const away = asleep + unseen + (draft.presence === 'idle' ? lived : 0);
  if (draft.presence === 'idle') draft.awayMs += away;
  const longest = draft.presence === 'idle' ? draft.awayMs : away;
  if (draft.onBreak) onBreakFor(draft, gone);
  else if (draft.presence !== 'idle') sit(draft, lived, now.epoch);
  if (longest >= pauseMs && !(draft.paused && draft.presence === 'idle')) pause(draft, longest);
}

/** Only what lies in the hours counts. */
function sit(draft: Draft, ms: number, until: number): void {
  const counted = Math.min(ms, overlap(draft.today.hours, until - ms, until));
  draft.postureMs += ms;
  if (draft.posture === 'standing') {
    count(draft, (day) => ({ standMs: day.standMs + counted }));
    const enough = Math.min(draft.settings.sitStand?.standMinutes ?? 0, draft.limits.standMinutes.atOnce) * MINUTE;
    if (enough > 0 && draft.postureMs >= enough) {
      draft.posture = 'sitting';
      draft.postureMs = 0;
      draft.effects.push({ kind: 'sit-down' });
    }
    return;
  }
  draft.seatedMs = Math.max(0, draft.seatedMs + counted);
  count(draft, (day) => ({
    seatedMs: Math.max(0, day.seatedMs + counted),
    longestMs: Math.max(day.longestMs, draft.seatedMs),
  }));
}

/** PRV-06. Away for long enough is a break, and answers whatever was offered. */
function pause(draft: Draft, awayMs: number): void {
  draft.paused = draft.presence === 'idle';
  if (draft.onBreak) {
    endBreak(draft);
    return;
  }
  // The night before the first look of a day was no pause at the desk.
  if (isIn(draft.today.hours, draft.now.epoch - awayMs)) count(draft, (day) => ({ pauses: day.pauses + 1 }));
  rested(draft);
  takeBack(draft, 'pause');
}

function onBreakFor(draft: Draft, ms: number): void {
  if (!draft.onBreak) return;
  draft.onBreak = { ...draft.onBreak, ms: draft.onBreak.ms + ms };
  if (draft.onBreak.ms >= BREAK_LONGEST_MS) endBreak(draft);
}

/** PRV-15. Sums belong to the local day they were made on; a clock that goes back finds its day again. */
function turnDay(draft: Draft): void {
  const { now, today, settings } = draft;
  if (now.zone === today.zone && today.from <= now.epoch && now.epoch < today.to) return;
  draft.today = localDay(settings, now.epoch, now.zone);
  const { date } = draft.today;
  const over = draft.days.at(-1);
  if (!over || over.day === date) return;
  if (over.offered + over.taken + over.pauses > 0 || over.seatedMs > 0)
    draft.effects.push({ kind: 'day-over', day: over });
  const again = draft.days.find(({ day }) => day === date) ?? emptyDay(date);
  draft.days = [...draft.days.filter(({ day }) => day !== date), again].slice(-DAYS_KEPT);
  draft.waterMs = null;
}

// —— what happens —————————————————————————————————————————————————————————————————————————————————————————————————————————

function hear(draft: Draft, input: DeskInput): void {
  (hearing[input.kind] as (draft: Draft, input: DeskInput) => void)(draft, input);
}

type Hear = { [K in DeskInput['kind']]: (draft: Draft, input: Extract<DeskInput, { kind: K }>) => void };

const hearing: Hear = {
  tick: () => undefined,
  presence: (draft, { presence, forMs = 0 }) => hearPresence(draft, presence, forMs),
  frozen: (draft) => {
    draft.frozen = true;
  },
  'full-screen': (draft, { on }) => {
    draft.fullScreen = on;
  },
  session: (draft, { on }) => {
    draft.session = on;
  },
  settings: (draft, { settings }) => {
    const known = new Set(draft.today.fixed.map(({ key }) => key));
    draft.settings = withinLimits(settings, draft.limits);
    draft.today = localDay(draft.settings, draft.now.epoch, draft.now.zone);
    // A time that is set after it has passed is for tomorrow.
    const past = draft.today.fixed.filter(({ at, key }) => at < draft.now.epoch && !known.has(key));
    markDone(draft, ...past.map(({ key }) => key));
    draft.askRhythm = false;
  },
  busy: (draft, { busy }) => {
    draft.busy = busy;
  },
  quiet: (draft, { minutes }) => {
    const leftMs = minutes === 'tomorrow' ? null : minutes * MINUTE;
    draft.quiet = minutes === 0 ? null : { leftMs, day: draft.today.date };
    if (draft.quiet) takeBack(draft, 'quiet');
  },
  ask: (draft) => {
    if (!draft.offer && !draft.onBreak) offer(draft, 'asked');
  },
  take: (draft) => {
    if (draft.onBreak) return;
    const stand = draft.offer?.stand ?? false;
    takeBack(draft, 'answered');
    draft.onBreak = { ms: 0, stand };
    draft.skipsInRow = 0;
  },
  later: (draft, { minutes }) => {
    if (!draft.offer) return;
    takeBack(draft, 'answered');
    draft.laterMs = minutes * MINUTE;
  },
  skip: (draft) => {
    if (!draft.offer) return;
    takeBack(draft, 'answered');
    count(draft, (day) => ({ skipped: day.skipped + 1 }));
    rested(draft);
    draft.skipsInRow += 1;
    if (draft.skipsInRow === SKIPS_BEFORE_ASKING) draft.askRhythm = true;
  },
  done: (draft, { standing }) => {
    if (!draft.onBreak) return;
    endBreak(draft);
    if (!standing) return;
    draft.posture = 'standing';
    draft.postureMs = 0;
  },
  posture: (draft, { posture }) => {
    if (draft.posture === posture) return;
    draft.posture = posture;
    draft.postureMs = 0;
    if (posture === 'standing') draft.seatedMs = 0;
  },
  'rhythm-answered': (draft) => {
    draft.askRhythm = false;
  },
};

const markDone = (draft: Draft, ...keys: readonly string[]): void => {
  draft.fixedDone = [...draft.fixedDone, ...keys].slice(-FIXED_KEPT);
};

/** PRV-06. A short time without input was reading, and is given back to the sitting; a long one was a pause. */
function hearPresence(draft: Draft, presence: DeskState['presence'], forMs: number): void {
  if (presence === draft.presence) return;
  if (presence === 'idle') {
    draft.awayMs = forMs;
    // Still away from the break or pause that has just ended: nothing of it was sitting.
    draft.paused = draft.restedMs !== null && draft.restedMs < forMs;
    if (!draft.onBreak) sit(draft, -Math.min(forMs, draft.seatedMs), draft.now.epoch);
    if (forMs >= draft.limits.pauseMinutes * MINUTE) {
      pause(draft, forMs);
      draft.paused = true;
    }
  } else if (draft.presence === 'idle') {
    if (!draft.paused && !draft.onBreak) sit(draft, draft.awayMs, draft.now.epoch);
    draft.awayMs = 0;
    draft.paused = false;
  }
  draft.presence = presence;
}

function endBreak(draft: Draft): void {
  draft.onBreak = null;
  count(draft, (day) => ({ taken: day.taken + 1 }));
  rested(draft);
}

/** The count of sitting begins anew. */
function rested(draft: Draft): void {
  draft.seatedMs = 0;
  draft.restedMs = 0;
  draft.awayMs = 0;
  draft.laterMs = null;
}

function takeBack(draft: Draft, because: Extract<DeskEffect, { kind: 'offer-over' }>['because']): void {
  if (!draft.offer) return;
  draft.offer = null;
  draft.effects.push({ kind: 'offer-over', because });
}

function count(draft: Draft, change: (day: BreakDay) => Partial<BreakDay>): void {
  const day = draft.days.at(-1) ?? emptyDay(draft.today.date);
  draft.days = [...draft.days.slice(0, -1), { ...day, ...change(day) }];
}

const emptyDay = (day: string): BreakDay => ({
  day,
  offered: 0,
  taken: 0,
  skipped: 0,
  passed: 0,
  pauses: 0,
  seatedMs: 0,
  longestMs: 0,
  standMs: 0,
});

// —— when to offer ————————————————————————————————————————————————————————————————————————————————————————————————————————

function decide(draft: Draft): void {
  const { now, quiet } = draft;
  if (quiet && (quiet.leftMs === null ? quiet.day !== draft.today.date : quiet.leftMs <= 0)) draft.quiet = null;
  if (draft.offer && draft.offer.shownMs >= UNANSWERED_MS) {
    takeBack(draft, 'passed');
    count(draft, (day) => ({ passed: day.passed + 1 }));
    rested(draft);
  }
  const inHours = isIn(draft.today.hours, now.epoch);
  if (!inHours) {
    draft.seatedMs = 0;
    draft.laterMs = null;
    if (draft.offer && draft.offer.because !== 'asked' && draft.offer.because !== 'time')
      takeBack(draft, 'outside-hours');
  }
  const fixed = fixedDue(draft);
  if (draft.offer || draft.onBreak || heldBy(draft) !== null) return;
  if (fixed) {
    markDone(draft, fixed);
    offer(draft, 'time');
  } else if (inHours && draft.laterMs !== null) {
    if (draft.laterMs <= 0) offer(draft, 'later');
  } else if (inHours && draft.seatedMs >= draft.settings.everyMinutes * MINUTE) offer(draft, 'sitting');
}

/** PRV-08. Those that another break has just kept, and those nobody saw, had their turn. */
function fixedDue(draft: Draft): string | null {
  const { epoch } = draft.now;
  for (const { at, key } of draft.today.fixed) {
    if (epoch < at || draft.fixedDone.includes(key)) continue;
    const kept = draft.offer || draft.onBreak || (draft.restedMs !== null && draft.restedMs < FIXED_APART_MS);
    if (epoch - at < FIXED_STANDS_MS && !kept) return key;
    markDone(draft, key);
  }
  return null;
}

/** PRV-07. The first reason not to offer now; null: none. */
function heldBy({ presence, busy, quiet, fullScreen, session, now }: DeskState): HeldBecause | null {
  if (presence === 'idle') return 'away';
  if (session) return 'session';
  if (quiet) return 'quiet';
  if (isIn(busy, now.epoch)) return 'busy';
  return fullScreen ? 'full-screen' : null;
}

function offer(draft: Draft, because: Offer['because']): void {
  const water = draft.settings.water && (draft.waterMs === null || draft.waterMs >= WATER_EVERY_MS);
  if (water) draft.waterMs = 0;
  draft.laterMs = null;
  draft.offersMade += 1;
  draft.offer = { number: draft.offersMade, because, shownMs: 0, stand: standsNext(draft), water };
  count(draft, (day) => ({ offered: day.offered + 1 }));
  draft.effects.push({ kind: 'offer', offer: draft.offer });
}

/** PRV-11. Once an hour, while today's time on one's feet is not used up. */
function standsNext({ settings, posture, postureMs, days, today }: DeskState): boolean {
  const { sitStand } = settings;
  if (!sitStand || posture === 'standing') return false;
  const standing = sitStand.standMinutes * MINUTE;
  const stood = days.at(-1)?.standMs ?? 0;
  const allowed = STAND_FIRST_MS + weeksSince(sitStand.startedOn, today.date) * STAND_MORE_MS;
  const sat = postureMs >= HOUR - standing || stood === 0;
  return sat && stood + standing <= allowed;
}

// —— what a screen shows ——————————————————————————————————————————————————————————————————————————————————————————————————

export type DeskView =
  | { readonly kind: 'outside-hours'; readonly until: number | null }
  | { readonly kind: 'on-break'; readonly ms: number; readonly stand: boolean }
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'away' }
  /** @param dueInMs  0: due, and held */
  | { readonly kind: 'held'; readonly because: HeldBecause; readonly until: number | null; readonly dueInMs: number }
  | { readonly kind: 'counting'; readonly dueInMs: number };

/** What stands now. Asking changes nothing. */
export function deskView(state: DeskState): DeskView {
  const { now, today, settings, quiet, busy, offer: offered, onBreak } = state;
  if (onBreak) return { kind: 'on-break', ...onBreak };
  if (offered) return { kind: 'offered', offer: offered };
  const dueInMs = dueIn(state);
  if (!isIn(today.hours, now.epoch) && dueInMs === null)
    return { kind: 'outside-hours', until: nextHours(settings, now.epoch, now.zone) };
  const because = heldBy(state);
  if (because === 'away') return { kind: 'away' };
  if (because !== null) {
    const until =
      because === 'busy'
        ? endOf(busy, now.epoch)
        : because === 'quiet'
          ? quiet?.leftMs === null || !quiet
            ? today.to
            : now.epoch + quiet.leftMs
          : null;
    return { kind: 'held', because, until, dueInMs: dueInMs ?? 0 };
  }
  return { kind: 'counting', dueInMs: dueInMs ?? 0 };
}

/** Until the next break of this day; null: none comes any more. */
function dueIn({ settings, seatedMs, laterMs, today, now, fixedDone, posture }: DeskState): number | null {
  const waits: number[] = [];
  if (isIn(today.hours, now.epoch) && posture === 'sitting')
    waits.push(Math.max(0, laterMs ?? settings.everyMinutes * MINUTE - seatedMs));
  else if (isIn(today.hours, now.epoch)) waits.push(settings.everyMinutes * MINUTE);
  for (const { at, key } of today.fixed) if (!fixedDone.includes(key)) waits.push(Math.max(0, at - now.epoch));
  return waits.length > 0 ? Math.min(...waits) : null;
}

const endOf = (spans: readonly Span[], at: number): number | null =>
  spans.find(({ from, to }) => from <= at && at < to)?.to ?? null;
