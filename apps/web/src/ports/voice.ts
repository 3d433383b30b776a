// Commands by voice, only where the browser understands speech on the device itself. A browser that would send the sound to
// a server is never asked: without a device that understands by itself, voice commands are not offered.

/** The parts of a speech recogniser that this needs; newer than the types of the language. */
interface Recogniser {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onresult: ((event: RecognisedEvent) => void) | null;
  onend: (() => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start(): void;
  abort(): void;
}
interface RecognisedEvent {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}
interface Wish {
  readonly langs: readonly string[];
  readonly processLocally: true;
}
export interface RecogniserKind {
  new (): Recogniser;
  readonly prototype: object;
  available?(wish: Wish): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  install?(wish: Wish): Promise<boolean>;
}

/** `fetchable`: the browser can fetch what it needs to understand speech on the device; only after a clear yes. */
export type HearsLocally = 'yes' | 'fetchable' | 'no';

/** The person's own variant of the language of the page: recognisers know countries. */
export function spokenLanguage(): string {
  const page = document.documentElement.lang || 'en';
  return navigator.languages.find((one) => one.split('-')[0] === page.split('-')[0] && one.includes('-')) ?? page;
}

const kindHere = (): RecogniserKind | undefined => {
  const here = globalThis as { SpeechRecognition?: RecogniserKind; webkitSpeechRecognition?: RecogniserKind };
  return here.SpeechRecognition ?? here.webkitSpeechRecognition;
};

/** Whether this browser understands `lang` without sending anything anywhere. Anything unclear is a no. */
export async function hearsLocally(lang: string, kind = kindHere()): Promise<HearsLocally> {
  if (!kind?.available || !('processLocally' in kind.prototype)) return 'no';
  const answer = await kind.available({ langs: [lang], processLocally: true }).catch(() => 'unavailable');
  if (answer === 'available') return 'yes';
  return answer === 'downloadable' && kind.install ? 'fetchable' : 'no';
}

/** Fetches what is needed to understand `lang` on the device. */
export const fetchHearing = async (lang: string, kind = kindHere()): Promise<boolean> =>
  (await kind?.install?.({ langs: [lang], processLocally: true }).catch(() => false)) ?? false;

/**
 * Listens until told to stop. Browsers end listening after a silence; it begins again, but not after a refusal.
 *
 * @param onWords  what was heard, in small letters; half-finished guesses too, so that "stop" acts at once
 * @param onEnd    it listens no more: refused, or the device cannot any longer
 * @returns        stops listening
 */
export function listen(
  lang: string,
  onWords: (words: string) => void,
  onEnd: () => void,
  kind = kindHere(),
): () => void {
  if (!kind) return () => undefined;
  let over = false;
  const ear = new kind();
  ear.lang = lang;
  ear.continuous = true;
  ear.interimResults = true;
  ear.processLocally = true;
  const end = () => {
    if (over) return;
    over = true;
    onEnd();
  };
  // A recogniser that forgets the wish would send the sound away: it is not started.
  if (ear.processLocally !== true) {
    end();
    return () => undefined;
  }
  let failed = false;
  ear.onresult = ({ results, resultIndex }) => {
    const words = results[resultIndex]?.[0]?.transcript.toLowerCase().trim();
    if (words) onWords(words);
  };
  ear.onerror = ({ error }) => {
    if (error !== 'no-speech' && error !== 'aborted') failed = true;
  };
  ear.onend = () => {
    if (over) return;
    if (failed) end();
    else start();
  };
  const start = () => {
    try {
      ear.start();
    } catch {
      end();
    }
  };
  start();
  return () => {
    over = true;
    ear.abort();
  };
}
