// The voice of the browser. Some have none; then the captions and chimes must do, and they do.

import { signal } from '@preact/signals';

const engine = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;

/** False while no voice is known; browsers learn of theirs late. */
export const hasVoice = signal((engine?.getVoices().length ?? 0) > 0);

engine?.addEventListener?.('voiceschanged', () => {
  hasVoice.value = engine.getVoices().length > 0;
});

/** Says `text` now, instead of what was being said. Silent without a voice; never throws. */
export function say(text: string): void {
  if (!engine || !hasVoice.value) return;
  engine.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = document.documentElement.lang || 'en';
  words.rate = 0.95;
  engine.speak(words);
}

export function hush(): void {
  engine?.cancel();
}
