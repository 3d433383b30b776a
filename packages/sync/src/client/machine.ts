// What the exchange does next: (state, input) → new state and effects. It never waits for anything and touches nothing,
// so every order of events on a bad line can be tried in a test.
//
// It reads before it sends: what the others have told already need not be told again. In step it listens.

import { BEGINNING, type Cursor, samePlace } from '../protocol/index.ts';

/**
 * `network`: no answer. `busy`: the server asks for patience. `device`: this device could not keep what came.
 * `foreign`: the answer is not one of ours (a sign-in page of a hotel, another server).
 * These pass. The next ones need the person: `forbidden`: not with this phrase. `invite`: the server takes only invited
 * people. `moved`: the phrase was given up for a new one. `newer`: the server speaks a newer protocol.
 * `quota`: no more room for us there; reading goes on.
 */
export type Trouble = 'network' | 'busy' | 'device' | 'foreign' | 'forbidden' | 'invite' | 'moved' | 'newer' | 'quota';

/** Trouble, or the two answers after which the device tells its whole log again. */
export type Failure = Trouble | 'unknown-cursor' | 'unknown-log';

export interface Exchange {
  readonly doing: 'off' | 'reading' | 'sending' | 'creating' | 'waiting' | 'listening' | 'halted';
  /** How far this device has read. */
  readonly cursor: Cursor;
  /** Entries of this device that the server does not have yet. */
  readonly pending: number;
  /** The furthest position the server has spoken of. */
  readonly newest: number;
  /** Something may have been missed: look before listening again. */
  readonly unsure: boolean;
  readonly live: boolean;
  readonly online: boolean;
  /** Failures since the last success. */
  readonly attempts: number;
  readonly because: Trouble | null;
}

export type Input =
  | { readonly kind: 'start'; readonly cursor: Cursor; readonly pending: number }
  | { readonly kind: 'stop' | 'online' | 'offline' | 'waited' | 'created' }
  /** The person told the journal something, or it was counted anew. */
  | { readonly kind: 'told'; readonly pending: number }
  /** A page is safely on this device. */
  | { readonly kind: 'page'; readonly cursor: Cursor; readonly more: boolean; readonly pending: number }
  /** A batch is safely on the server; it stands between these two places. */
  | { readonly kind: 'sent'; readonly before: Cursor; readonly after: Cursor; readonly pending: number }
  | { readonly kind: 'news'; readonly position: number }
  /** `chance` is uniform in [0, 1); it keeps devices from knocking all at once. */
  | { readonly kind: 'failed'; readonly because: Failure; readonly chance: number; readonly retryAfterMs?: number }
  | { readonly kind: 'unheard'; readonly chance: number };

export type Effect =
  | { readonly kind: 'read'; readonly after: Cursor }
  | { readonly kind: 'send' | 'create' | 'listen' | 'unlisten' | 'unwait' }
  | { readonly kind: 'wait'; readonly ms: number }
  /** The server knows nothing of what it was told: tell everything again. */
  | { readonly kind: 'forget' };

export type Step = readonly [Exchange, readonly Effect[]];

export const ASLEEP: Exchange = {
  doing: 'off',
  cursor: BEGINNING,
  pending: 0,
  newest: 0,
  unsure: false,
  live: false,
  online: true,
  attempts: 0,
  because: null,
};

/** First and longest wait after a failure. Own setting. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5 * 60_000;

export function step(state: Exchange, input: Input): Step {
  switch (input.kind) {
    case 'start':
      if (state.doing !== 'off') return stay(state);
      return next({ ...ASLEEP, online: state.online, cursor: input.cursor, pending: input.pending, unsure: true });
    case 'stop':
      return [{ ...state, doing: 'off', live: false }, [{ kind: 'unwait' }, { kind: 'unlisten' }]];
    case 'online':
      return resume({ ...state, online: true, attempts: 0 });
    case 'offline':
      return stay({ ...state, online: false });
    case 'waited':
      return state.doing === 'waiting' ? next(state) : stay(state);
    case 'told': {
      const told = { ...state, pending: input.pending, because: state.because === 'quota' ? null : state.because };
      return state.doing === 'listening' ? next(told) : stay(told);
    }
    case 'news': {
      const newest = Math.max(state.newest, input.position);
      return state.doing === 'listening' ? next({ ...state, newest }) : stay({ ...state, newest });
    }
    case 'page':
      if (state.doing !== 'reading') return stay(state);
      return next({
        ...fine(state),
        cursor: input.cursor,
        pending: input.pending,
        unsure: input.more,
        newest: Math.max(state.newest, input.cursor.position),
      });
    case 'sent': {
      if (state.doing !== 'sending') return stay(state);
      const isMine = samePlace(input.before, state.cursor);
      return next({
        ...fine(state),
        because: null,
        pending: input.pending,
        cursor: isMine ? input.after : state.cursor,
        newest: Math.max(state.newest, input.after.position),
      });
    }
    case 'created':
      return state.doing === 'creating' ? startOver(fine(state)) : stay(state);
    case 'unheard':
      if (!state.live) return stay(state);
      return state.doing === 'listening'
        ? backOff({ ...state, live: false, unsure: true }, 'network', input.chance)
        : stay({ ...state, live: false, unsure: true });
    case 'failed':
      return failed(state, input.because, input.chance, input.retryAfterMs);
  }
}

const stay = (state: Exchange): Step => [state, []];

/** Trouble that passes is over with the first success; a full server still is one. */
const fine = (state: Exchange): Exchange => ({
  ...state,
  attempts: 0,
  because: state.because === 'quota' ? 'quota' : null,
});

function next(state: Exchange): Step {
  if (state.unsure || state.newest > state.cursor.position)
    return [{ ...state, doing: 'reading' }, [{ kind: 'read', after: state.cursor }]];
  if (state.pending > 0 && state.because !== 'quota') return [{ ...state, doing: 'sending' }, [{ kind: 'send' }]];
  return [{ ...state, doing: 'listening', live: true }, state.live ? [] : [{ kind: 'listen' }]];
}

/** The line is back: do not sit out the rest of a wait. */
function resume(state: Exchange): Step {
  if (state.doing !== 'waiting') return stay(state);
  const [after, effects] = next({ ...state, unsure: true });
  return [after, [{ kind: 'unwait' }, ...effects]];
}

function startOver(state: Exchange): Step {
  const [after, effects] = next({ ...state, cursor: BEGINNING, newest: 0, unsure: true });
  return [after, [{ kind: 'forget' }, ...effects]];
}

function failed(state: Exchange, because: Failure, chance: number, retryAfterMs?: number): Step {
  if (state.doing === 'off' || state.doing === 'waiting' || state.doing === 'halted') return stay(state);
  switch (because) {
    case 'unknown-cursor':
      // a server that calls even the beginning unknown would keep us busy for ever
      if (state.cursor.position === 0) return backOff(state, 'foreign', chance);
      return startOver(state);
    case 'unknown-log':
      if (state.doing === 'creating') return backOff(state, 'foreign', chance);
      return [{ ...state, doing: 'creating' }, [{ kind: 'create' }]];
    case 'quota':
      return state.doing === 'sending' ? next({ ...state, because }) : backOff(state, 'busy', chance);
    case 'forbidden':
    case 'invite':
    case 'moved':
    case 'newer':
      return [{ ...state, doing: 'halted', live: false, because }, [{ kind: 'unlisten' }]];
    default:
      return backOff(state, because, chance, retryAfterMs);
  }
}

/** Twice as long each time, half of it by chance; never sooner than the server asked for. */
function backOff(state: Exchange, because: Trouble, chance: number, retryAfterMs = 0): Step {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(state.attempts, 20));
  const ms = Math.max(Math.round(longest * (0.5 + chance / 2)), Math.min(retryAfterMs, LONGEST_WAIT_MS));
  return [
    { ...state, doing: 'waiting', attempts: state.attempts + 1, because, live: false, unsure: true },
    [{ kind: 'unlisten' }, { kind: 'wait', ms }],
  ];
}
