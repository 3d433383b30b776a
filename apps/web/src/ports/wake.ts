// Keeps the screen on and shakes, where the device offers it. Nothing here may fail loudly: with a nearly empty battery the
// lock is refused, and the session goes on by sound.

let lock: WakeLockSentinel | null = null;
let wanted = false;

async function ask(): Promise<void> {
  if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
  lock = await navigator.wakeLock.request('screen').catch(() => null);
  // Whoever left while it was being asked for does not keep the screen on.
  if (!wanted) keepAwake(false);
}

/** The lock is lost whenever the page is hidden; it is asked for again when the page comes back. */
if ('document' in globalThis) document.addEventListener('visibilitychange', () => void ask());

export function keepAwake(on: boolean): void {
  wanted = on;
  if (on) void ask();
  else void lock?.release().catch(() => undefined);
}

export function buzz(pattern: readonly number[]): void {
  navigator.vibrate?.([...pattern]);
}
