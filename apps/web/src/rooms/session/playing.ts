// A session while it is played: the machine of the engine, fed by the clocks, keys and taps of this page.

import { type Signal, signal } from '@preact/signals';
import {
  advance,
  type Cue,
  type FinishReason,
  returnTo,
  type SessionInput,
  type SessionState,
  type SessionView,
  viewOf,
} from '@unknot/engine/session';
import { gate } from '../../gate.ts';
import { record } from '../../person.ts';
import { chime } from '../../ports/chime.ts';
import { mono, now } from '../../ports/clock.ts';
import { forgetSession, type KeptSession, keepSession } from '../../ports/plan-draft.ts';
import { hush, isSilent, say } from '../../ports/speech.ts';
import { everyFew } from '../../ports/ticker.ts';
import { buzz } from '../../ports/wake.ts';

/** Names this life of the page for the machine's clocks. */
const LIFE = crypto.randomUUID();

export const moment = () => ({ epoch: now(), mono: mono(), lifeId: LIFE });

/** Later than this a spoken "half way" only confuses; what protects skin is always said. */
const LATE_MS = 2_500;
const NEVER_LATE = new Set<Cue['code']>([
  'take-off',
  'check-skin',
  'you-were-away',
  'stopped',
  'paused',
  'ease-off',
  'done',
]);
/** Said at once, in the middle of a sentence; the others wait for its end. */
const AT_ONCE = new Set<Cue['code']>([...NEVER_LATE, 'next-up', 'confirm', 'offer-stop', 'ask-pain', 'resumed']);

export interface HowToSay {
  readonly spoken: boolean;
  readonly chimes: boolean;
  readonly vibration: boolean;
  readonly words: (cue: Cue) => string | null;
  /** What is read out after a cue while nothing else is to be said: the steps of the technique. */
  readonly details: (cue: Cue) => readonly string[];
  /** For screen readers and captions. */
  readonly caption: (text: string) => void;
}

export interface Playing {
  readonly view: Signal<SessionView>;
  readonly send: (input: SessionInput) => void;
  /** Lets go of timers; the session itself stays kept. */
  readonly leave: () => void;
}

/** How often the clock is looked at; the machine does the counting. */
const LOOK_MS = 200;
/** How often the session is written down while nothing else happens. */
const KEEP_MS = 1_000;

/** Only what a screen shows: it is drawn once a second, not at every look, and that spares the battery. */
const shown = ({ stepIndex, remainingMs, paused, asking, stopOffered, outcome }: SessionView): string =>
  [stepIndex, Math.ceil((remainingMs ?? -1) / 1000), paused, asking, stopOffered, outcome?.reason].join();

/** @param opening  what is said at the beginning; null when the session is come back to */
export function play(
  kept: KeptSession,
  how: () => HowToSay,
  opening: readonly Cue[] | null,
  onEnd: (reason: FinishReason) => void,
): Playing {
  const { sessionId } = kept;
  let state: SessionState = kept.state;
  let keptAt = mono();
  let over = false;
  const view = signal(viewOf(state, moment()));

  const give = (cues: readonly Cue[]) => {
    const { spoken, chimes, vibration, words, details, caption } = how();
    const inTime = cues.filter(({ code, lateMs }) => lateMs <= LATE_MS || NEVER_LATE.has(code));
    for (const cue of inTime) {
      if (cue.code === 'chime' && chimes) chime(cue.sound);
      else if (cue.code === 'vibrate' && vibration) buzz(cue.pattern);
      else if (cue.code === 'last-3') {
        if (chimes) chime('tick');
        // A number never cuts off a word.
        if (spoken && isSilent()) say(String(cue.n), 'next');
      }
    }
    // What is due together is said in one breath, so that nothing cuts off the sentence before it.
    const told = inTime.filter(({ code }) => !['chime', 'vibrate', 'last-3'].includes(code));
    const text = told.flatMap((cue) => words(cue) ?? []).join(' ');
    if (text) {
      caption(text);
      if (spoken) say(text, told.some(({ code }) => AT_ONCE.has(code)) ? 'now' : 'next');
    }
    if (spoken) for (const detail of told.flatMap(details)) say(detail, 'fill');
  };

  const take = (next: { state: SessionState; cues: readonly Cue[] }, keep: boolean) => {
    const moved = next.state.stepIndex !== state.stepIndex;
    state = next.state;
    give(next.cues);
    const seen = viewOf(state, moment());
    if (shown(seen) !== shown(view.value)) view.value = seen;
    if (state.outcome) return end();
    if (keep || moved || mono() - keptAt > KEEP_MS) {
      keptAt = mono();
      void keepSession({ sessionId, state });
    }
  };

  const end = () => {
    if (over || !state.outcome) return;
    over = true;
    stopTicking();
    document.removeEventListener('visibilitychange', hidden);
    const { reason, itemsDone, done, secondsDone, painAfter } = state.outcome;
    // The journal hears it before the draft is forgotten: a crash in between only means being asked twice.
    void record('session.finished', { sessionId, reason, itemsDone, done: [...done], secondsDone, painAfter })
      .then(forgetSession)
      .then(() => onEnd(reason));
  };

  const send = (input: SessionInput) => {
    if (over) return;
    take(advance(state, input, moment()), input.kind !== 'tick');
  };

  const hidden = () => {
    if (document.visibilityState === 'hidden') void keepSession({ sessionId, state });
    send(document.visibilityState === 'hidden' ? { kind: 'interrupted', by: 'hidden' } : { kind: 'returned' });
  };

  const stopTicking = everyFew(LOOK_MS, () => send({ kind: 'tick' }));
  document.addEventListener('visibilitychange', hidden);

  function leave() {
    stopTicking();
    document.removeEventListener('visibilitychange', hidden);
    // What was said at the end may be said to its end.
    if (!over) {
      over = true;
      hush();
    }
  }

  if (opening === null) take(returnTo(state, clearanceNow(), moment()), true);
  else {
    give(opening);
    void keepSession(kept);
  }
  return { view, send, leave };
}

/** Leave to begin or to go on, from the gate; null while it is not open. */
export function clearanceNow(): { until: number } | null {
  const at = gate.value;
  return at.kind === 'open' ? { until: at.until } : null;
}
