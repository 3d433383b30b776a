// Whether somebody is at the keyboard. With leave, the browser tells about the whole device; without it, only what
// happens in this window is known: while it has the focus, nobody types anywhere else.

import { mono } from './clock.ts';

export type Presence = 'unknown' | 'active' | 'idle';

/** Shortest time the browser's own detector allows. */
const IDLE_MS = 60_000;

interface IdleDetector extends EventTarget {
  readonly userState: 'active' | 'idle' | null;
  readonly screenState: 'locked' | 'unlocked' | null;
  start(options: { threshold: number; signal: AbortSignal }): Promise<void>;
}
interface IdleDetectorMaker {
  new (): IdleDetector;
  requestPermission(): Promise<'granted' | 'denied'>;
}

const detector = (globalThis as { IdleDetector?: IdleDetectorMaker }).IdleDetector;

export const canDetectIdle = detector !== undefined;

/** Must be called from a tap. */
export const askToDetectIdle = async (): Promise<boolean> =>
  (await detector?.requestPermission().catch(() => 'denied')) === 'granted';

export const mayDetectIdle = async (): Promise<boolean> => {
  if (!detector) return false;
  const leave = await navigator.permissions?.query({ name: 'idle-detection' as PermissionName }).catch(() => null);
  return leave?.state === 'granted';
};

/**
 * @param onChange  `forMs`: how long there was no input already
 * @returns         stops watching
 */
export function watchPresence(onChange: (presence: Presence, forMs: number) => void): () => void {
  const over = new AbortController();
  let stopOwn: () => void = watchWindow(onChange);
  void mayDetectIdle().then(async (may) => {
    if (!may || !detector || over.signal.aborted) return;
    const watching = new detector();
    const tell = () => {
      const away = watching.userState === 'idle' || watching.screenState === 'locked';
      onChange(away ? 'idle' : 'active', away && watching.userState === 'idle' ? IDLE_MS : 0);
    };
    watching.addEventListener('change', tell);
    try {
      await watching.start({ threshold: IDLE_MS, signal: over.signal });
      stopOwn();
      stopOwn = () => undefined;
      tell();
    } catch {
      // The window goes on alone.
    }
  });
  return () => {
    over.abort();
    stopOwn();
  };
}

const INPUTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

function watchWindow(onChange: (presence: Presence, forMs: number) => void): () => void {
  let last = mono();
  let said: Presence = 'unknown';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (presence: Presence, forMs = 0) => {
    if (presence === said) return;
    said = presence;
    onChange(presence, forMs);
  };
  const look = () => {
    clearTimeout(timer);
    if (!document.hasFocus()) return say('unknown');
    const quietMs = mono() - last;
    if (quietMs >= IDLE_MS) return say('idle', IDLE_MS);
    timer = setTimeout(look, IDLE_MS - quietMs);
  };
  const heard = () => {
    last = mono();
    // A timer that runs already looks again by itself: a moving mouse costs nothing.
    if (said !== 'active') {
      say('active');
      look();
    }
  };
  const gone = () => {
    clearTimeout(timer);
    say('unknown');
  };
  for (const input of INPUTS) window.addEventListener(input, heard, { passive: true });
  window.addEventListener('focus', heard);
  window.addEventListener('blur', gone);
  if (document.hasFocus()) heard();
  return () => {
    clearTimeout(timer);
    for (const input of INPUTS) window.removeEventListener(input, heard);
    window.removeEventListener('focus', heard);
    window.removeEventListener('blur', gone);
  };
}
