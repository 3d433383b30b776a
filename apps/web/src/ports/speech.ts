// The voice of the browser: one sentence after another, and never a hanging one. Some browsers have no voice, some lose it in
// the middle of a word; then captions, chimes and shakes do the work, and the screen says so.

import { signal } from '@preact/signals';

/** What a sentence may do to the one being said. `now` cuts it off; `next` waits for its end; `fill` waits for silence. */
export type Rank = 'now' | 'next' | 'fill';

/** A machine that speaks one sentence at a time. */
export interface Mouth {
  /** Calls back once: said to its end, or not. Nothing is called after `hush`. */
  speak(text: string, ended: (said: boolean) => void): void;
  hush(): void;
}

export interface Voice {
  say(text: string, rank?: Rank): void;
  hush(): void;
  /** Nothing is being said and nothing waits. */
  readonly silent: boolean;
  /** What is being said; null: nothing. */
  readonly sentence: string | null;
}

/** A sentence that takes longer than this has hung: milliseconds, and milliseconds per letter. Own settings. */
const PATIENCE_MS = 3_000;
const PER_LETTER_MS = 130;
/** So many sentences lost in a row, and the voice counts as broken. Own setting. */
const LOST_IN_A_ROW = 2;

/**
 * Sentences in line. Of those that wait as `next` only the latest stays: what is no longer true is not said. A `fill` is
 * forgotten as soon as something is said `now`.
 *
 * @param later  calls back after some milliseconds; returns what takes it back
 * @param broken called with true when sentences get lost, with false when one was heard again
 */
export function voiceOf(
  mouth: Mouth,
  later: (ms: number, act: () => void) => () => void,
  broken: (isBroken: boolean) => void,
): Voice {
  let saying: Rank | null = null;
  let sentence = '';
  let next: string | null = null;
  let fills: string[] = [];
  let lost = 0;
  let turn = 0;
  let forget: () => void = () => undefined;

  const begin = (text: string, rank: Rank) => {
    const mine = ++turn;
    saying = rank;
    sentence = text;
    forget();
    const over = (said: boolean) => {
      if (mine !== turn) return;
      forget();
      saying = null;
      lost = said ? 0 : lost + 1;
      if (said || lost >= LOST_IN_A_ROW) broken(!said);
      goOn();
    };
    forget = later(PATIENCE_MS + PER_LETTER_MS * text.length, () => {
      if (mine !== turn) return;
      mouth.hush();
      over(false);
    });
    mouth.speak(text, over);
  };

  const goOn = () => {
    if (saying !== null) return;
    if (next !== null) {
      const text = next;
      next = null;
      return begin(text, 'next');
    }
    const text = fills.shift();
    if (text !== undefined) begin(text, 'fill');
  };

  const stop = () => {
    turn += 1;
    forget();
    saying = null;
    next = null;
    fills = [];
    mouth.hush();
  };

  return {
    say(text, rank = 'now') {
      if (rank === 'now') {
        stop();
        return begin(text, rank);
      }
      if (rank === 'next') next = text;
      else fills.push(text);
      goOn();
    },
    hush: stop,
    get sentence() {
      return saying === null ? null : sentence;
    },
    get silent() {
      return saying === null && next === null && fills.length === 0;
    },
  };
}

const engine = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;

/** False while no voice is known; browsers learn of theirs late. */
export const hasVoice = signal((engine?.getVoices().length ?? 0) > 0);
/** The voice loses its sentences: what matters must be seen, felt and chimed. */
export const voiceIsBroken = signal(false);

engine?.addEventListener?.('voiceschanged', () => {
  hasVoice.value = engine.getVoices().length > 0;
});

/** How the person wants it said: 1 is the voice's own speed; the name of a voice on this device. */
export interface Manner {
  readonly rate?: number | undefined;
  readonly name?: string | undefined;
}
const USUAL_RATE = 0.95;
let manner: Manner = {};
export const speakLike = (wanted: Manner): void => {
  manner = wanted;
};

const mouth: Mouth = {
  speak(text, ended) {
    if (!engine) return ended(false);
    // A call leaves some engines paused for ever.
    if (engine.paused) engine.resume();
    const words = new SpeechSynthesisUtterance(text);
    words.lang = document.documentElement.lang || 'en';
    words.rate = manner.rate ?? USUAL_RATE;
    words.voice = engine.getVoices().find(({ name }) => name === manner.name) ?? null;
    words.onend = () => ended(true);
    words.onerror = () => ended(false);
    engine.speak(words);
  },
  hush: () => engine?.cancel(),
};

const voice = voiceOf(
  mouth,
  (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  (isBroken) => {
    voiceIsBroken.value = isBroken;
  },
);

/** Says `text`, by default at once instead of what was being said. Silent without a voice; never throws. */
export function say(text: string, rank: Rank = 'now'): void {
  if (hasVoice.value) voice.say(text, rank);
}

export const hush = (): void => voice.hush();

/** Whether a short word may be said without cutting one off. */
export const isSilent = (): boolean => voice.silent;

/** The sentence that is being said; null: none. */
export const sentenceNow = (): string | null => voice.sentence;
