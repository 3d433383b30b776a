// The door of crypto: the phrase, what grows out of it, and what it seals. The server has no way in here.

export { type BackupRead, readBackup, writeBackup } from './backup.ts';
export { type Entry, envelopeId, openEntry, sealEntry } from './entry.ts';
export { type Keys, keysOf } from './keys.ts';
export { type Chance, newPhrase, PHRASE_WORDS, type PhraseRead, readPhrase } from './phrase.ts';
export { open, paddedSize, seal } from './seal.ts';
export { openShare, type SealedShare, sealShare } from './share.ts';
