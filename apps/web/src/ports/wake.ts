// Keeps the screen on, buzzes, and hears the keys of a headset, where the device offers it. Nothing here may fail loudly.

let lock: WakeLockSentinel | null = null;
let wanted = false;

async function ask(): Promise<void> {
  if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  lock = await navigator.wakeLock.request('screen').catch(() => null);
}

/** The lock is lost whenever the page is hidden; it is asked for again when the page comes back. */
document.addEventListener('visibilitychange', () => void ask());

export function keepAwake(on: boolean): void {
  wanted = on;
  if (on) void ask();
  else void lock?.release().catch(() => undefined);
}

export function buzz(pattern: readonly number[]): void {
  navigator.vibrate?.([...pattern]);
}

export type MediaKey = 'play' | 'pause' | 'nexttrack' | 'previoustrack' | 'stop';

/**
 * Media keys reach a page only while it plays something, so a silent loop plays as long as they are wanted.
 *
 * @returns stops listening
 */
export function hearMediaKeys(title: string, onKey: (key: MediaKey) => void): () => void {
  if (!('mediaSession' in navigator)) return () => undefined;
  const silence = new Audio('/silence.wav');
  silence.loop = true;
  void silence.play().catch(() => undefined);
  const session = navigator.mediaSession;
  if ('MediaMetadata' in globalThis) session.metadata = new MediaMetadata({ title, artist: 'Unknot' });
  const keys: readonly MediaKey[] = ['play', 'pause', 'nexttrack', 'previoustrack', 'stop'];
  const listen = (key: MediaKey, heard: (() => void) | null) => {
    try {
      session.setActionHandler(key, heard);
    } catch {
      // A browser that does not know the key throws; the others still work.
    }
  };
  for (const key of keys) listen(key, () => onKey(key));
  return () => {
    silence.pause();
    for (const key of keys) listen(key, null);
  };
}
