// Where a day at the desk stands. Everything in it can be written down and read again; nothing in it ticks.

import type { EpochMs } from '../case/index.ts';
import type { LocalDay, Span } from './day.ts';
import type { BreakLimits, BreakSettings } from './settings.ts';

/**
 * A reading of all clocks. Within one life of the page the monotonic one counts, since nobody can set it; across a reload
 * only the wall clock goes on.
 */
export interface DeskMoment {
  readonly epoch: EpochMs;
  /** Milliseconds from any beginning; may stand still while the machine sleeps. */
  readonly mono: number;
  /** Names this life of the page; another one after every reload and in every tab. */
  readonly lifeId: string;
  /** IANA name of the time zone the device is set to now. */
  readonly zone: string;
}

/** Whether hands are at the keyboard, as far as the browser may know. `unknown`: it may not. */
export type Presence = 'unknown' | 'active' | 'idle';

export interface Offer {
  /** Counts up; a notification with this number is shown once. */
  readonly number: number;
  /** `asked`: the person wanted it now. */
  readonly because: 'sitting' | 'time' | 'later' | 'asked';
  readonly shownMs: number;
  /** Come back standing. */
  readonly stand: boolean;
  readonly water: boolean;
}

/** What one day at the desk added up to. It leaves the device only if the person takes it along. */
export interface BreakDay {
  /** Local date, YYYY-MM-DD. */
  readonly day: string;
  readonly offered: number;
  readonly taken: number;
  readonly skipped: number;
  /** Offered, and nobody answered. */
  readonly passed: number;
  /** Times away that were breaks by themselves. */
  readonly pauses: number;
  readonly seatedMs: number;
  /** Longest time seated without a break. */
  readonly longestMs: number;
  readonly standMs: number;
}

/** Why a break that is due is not offered now. */
export type HeldBecause = 'busy' | 'quiet' | 'full-screen' | 'session' | 'away';

export interface Quiet {
  /** Null: until the local date is another one than `day`. */
  readonly leftMs: number | null;
  readonly day: string;
}

export interface DeskState {
  readonly limits: BreakLimits;
  readonly settings: BreakSettings;
  readonly now: DeskMoment;
  /** The local day of `now`. */
  readonly today: LocalDay;
  /** Seated at the screen since the last break, pause or beginning of the hours. */
  readonly seatedMs: number;
  /** Since the last break or pause; null: none since the desk was opened. */
  readonly restedMs: number | null;
  readonly presence: Presence;
  /** Without input, while presence is `idle`. */
  readonly awayMs: number;
  /** The time away has become a pause, and was counted. */
  readonly paused: boolean;
  /** The browser said that it stops the page until it is looked at again. */
  readonly frozen: boolean;
  readonly posture: 'sitting' | 'standing';
  readonly postureMs: number;
  /** Since a break brought water to mind; null: not today. */
  readonly waterMs: number | null;
  readonly offer: Offer | null;
  readonly offersMade: number;
  /** Asked to be reminded later: what is left of it. */
  readonly laterMs: number | null;
  /** `stand`: coming back standing was suggested. */
  readonly onBreak: { readonly ms: number; readonly stand: boolean } | null;
  readonly quiet: Quiet | null;
  readonly busy: readonly Span[];
  readonly fullScreen: boolean;
  readonly session: boolean;
  /** Fixed breaks that had their turn, newest last. */
  readonly fixedDone: readonly string[];
  readonly skipsInRow: number;
  /** Three skips in a row: ask once whether another rhythm fits better. */
  readonly askRhythm: boolean;
  /** The last days, oldest first; the last is today. */
  readonly days: readonly BreakDay[];
  /** What the last thing that happened led to: to be shown once, by whoever made it happen. */
  readonly effects: readonly DeskEffect[];
}

export type DeskInput =
  | { readonly kind: 'tick' }
  /** @param forMs  how long there was no input already when the browser said `idle` */
  | { readonly kind: 'presence'; readonly presence: Presence; readonly forMs?: number }
  | { readonly kind: 'frozen' }
  | { readonly kind: 'full-screen'; readonly on: boolean }
  | { readonly kind: 'session'; readonly on: boolean }
  | { readonly kind: 'settings'; readonly settings: BreakSettings }
  | { readonly kind: 'busy'; readonly busy: readonly Span[] }
  /** @param minutes  `tomorrow`: until the date changes; 0 ends it */
  | { readonly kind: 'quiet'; readonly minutes: 30 | 60 | 'tomorrow' | 0 }
  /** A break now, without waiting for its time. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'take' }
  | { readonly kind: 'later'; readonly minutes: 5 | 10 }
  | { readonly kind: 'skip' }
  /** Back from the break. */
  | { readonly kind: 'done'; readonly standing: boolean }
  | { readonly kind: 'posture'; readonly posture: 'sitting' | 'standing' }
  | { readonly kind: 'rhythm-answered' };

export type DeskEffect =
  | { readonly kind: 'offer'; readonly offer: Offer }
  /** Takes notification and badge back. */
  | { readonly kind: 'offer-over'; readonly because: 'answered' | 'pause' | 'passed' | 'outside-hours' | 'quiet' }
  /** Stood long enough. */
  | { readonly kind: 'sit-down' }
  /** A local day is over; its sums go to the diary. */
  | { readonly kind: 'day-over'; readonly day: BreakDay };

const VERSION = 1;

export const encodeDesk = (state: DeskState): string => JSON.stringify({ version: VERSION, state });

/** Null: what is there is no desk of this version; then the day begins anew. */
export function decodeDesk(text: string): DeskState | null {
  try {
    const { version, state } = JSON.parse(text) as { version: unknown; state: DeskState };
    const holds =
      version === VERSION &&
      Number.isFinite(state.now.epoch) &&
      Number.isFinite(state.seatedMs) &&
      Number.isFinite(state.limits.pauseMinutes) &&
      Array.isArray(state.days) &&
      state.days.length > 0;
    return holds ? state : null;
  } catch {
    return null;
  }
}
