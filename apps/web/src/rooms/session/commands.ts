// What the person says → what is done. A small list, matched as a whole, so that talk in the room and the app's own voice
// do nothing.

export const COMMANDS = ['stop', 'pause', 'goOn', 'next', 'back', 'repeat', 'hurts', 'fine', 'timeLeft'] as const;
export type Command = (typeof COMMANDS)[number];
export type Heard =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'number'; readonly n: number };

export interface Grammar {
  /** All ways to say it, small letters. */
  readonly words: Readonly<Record<Command, readonly string[]>>;
  /** Zero to ten, small letters. */
  readonly numbers: readonly string[];
  /** Words around a command that change nothing. */
  readonly polite: readonly string[];
}

/**
 * @param said    what was understood so far
 * @param saying  the sentence the app itself is saying; a command it holds counts only on its own, since the end of what
 *                was heard may be the app. Null: it is silent.
 * @returns null when it was meant for somebody else
 */
export function heardAs(said: string, saying: string | null, { words, numbers, polite }: Grammar): Heard | null {
  const kept = wordsIn(said).filter((word) => !polite.includes(word));
  const own = ` ${wordsIn(saying ?? '').join(' ')} `;
  // "Stop, stop, stop" is one stop.
  const once = kept.filter((word, i) => word !== kept[i - 1]).join(' ');
  const ends = (phrase: string) => once === phrase || (once.endsWith(` ${phrase}`) && !own.includes(` ${phrase} `));
  for (const command of COMMANDS) if (words[command].some(ends)) return { kind: 'command', command };
  const n = numbers.findIndex((word, i) => once === word || once === String(i));
  return n < 0 ? null : { kind: 'number', n };
}

const wordsIn = (sentence: string): string[] =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');

/** One utterance is understood several times over, each time a little longer; the same command so soon is the same breath. */
const SAME_BREATH_MS = 1_500;

/** Whether a command is a new one. */
export function newCommands(): (heard: Heard, monoMs: number) => boolean {
  let last = '';
  let at = Number.NEGATIVE_INFINITY;
  return (heard, monoMs) => {
    const key = JSON.stringify(heard);
    const again = key === last && monoMs - at < SAME_BREATH_MS;
    last = key;
    at = monoMs;
    return !again;
  };
}
