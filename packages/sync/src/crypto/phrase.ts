// The recovery phrase: twelve words of the BIP-39 list, which are 128 bits of chance and 4 bits of checksum.

import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const ENTROPY_BYTES = 16;
export const PHRASE_WORDS = 12;

/** Bytes of chance from the caller, so that a test can repeat them. */
export type Chance = (bytes: number) => Uint8Array;

export const newPhrase = (chance: Chance): string => entropyToMnemonic(chance(ENTROPY_BYTES), wordlist);

/**
 * `count`: not twelve words. `word`: `word` is not on the list. `order`: every word is, and yet they do not belong
 * together: one is wrong or two are swapped.
 */
export type PhraseRead =
  | { readonly kind: 'phrase'; readonly phrase: string; readonly entropy: Uint8Array }
  | { readonly kind: 'bad'; readonly because: 'count' | 'word' | 'order'; readonly word?: string };

/** As people type: any case, any spaces, numbers before the words, and the first four letters are enough. */
export function readPhrase(typed: string): PhraseRead {
  const words = typed
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const full = words.map(meantWord);
  const stranger = full.indexOf(undefined);
  if (stranger >= 0) return { kind: 'bad', because: 'word', word: words[stranger] ?? '' };
  if (full.length !== PHRASE_WORDS) return { kind: 'bad', because: 'count' };
  const phrase = full.join(' ');
  try {
    return { kind: 'phrase', phrase, entropy: mnemonicToEntropy(phrase, wordlist) };
  } catch {
    return { kind: 'bad', because: 'order' };
  }
}

const LIST = new Set(wordlist);
/** No two words of the list begin with the same four letters. */
const BY_START = new Map(wordlist.filter((word) => word.length >= 4).map((word) => [word.slice(0, 4), word]));

function meantWord(typed: string): string | undefined {
  if (LIST.has(typed)) return typed;
  const word = BY_START.get(typed.slice(0, 4));
  return word?.startsWith(typed) ? word : undefined;
}
