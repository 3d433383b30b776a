// The keys of a headset and of the lock screen, and the moment a call takes the sound away.

export type MediaKey = 'play' | 'pause' | 'nexttrack' | 'previoustrack' | 'stop';
const KEYS: readonly MediaKey[] = ['play', 'pause', 'nexttrack', 'previoustrack', 'stop'];

/** The parts of the browser that this needs. */
export interface MediaDoors {
  readonly session: Pick<MediaSession, 'setActionHandler'> & { playbackState?: MediaSessionPlaybackState };
  /** Plays silence for ever; media keys reach a page only while it plays something. */
  readonly silence: {
    play(): Promise<void>;
    pause(): void;
    readonly paused: boolean;
    addEventListener(kind: 'pause', heard: () => void): void;
    removeEventListener(kind: 'pause', heard: () => void): void;
  };
}

export interface MediaKeys {
  /** What the lock screen shows. */
  show(playing: boolean): void;
  /** After a call: the silence plays again, so that the keys work again. */
  takeBack(): void;
  /** The silence plays: nothing took the sound. */
  readonly sounds: boolean;
  leave(): void;
}

/**
 * Listens for keys. A pause of the silence that no key and nobody here asked for means that something louder took the sound:
 * a call, an alarm, another player.
 */
export function mediaKeys(doors: MediaDoors, onKey: (key: MediaKey) => void, onSoundLost: () => void): MediaKeys {
  const { session, silence } = doors;
  let left = false;
  const lost = () => {
    if (!left) onSoundLost();
  };
  const listen = (key: MediaKey, heard: (() => void) | null) => {
    try {
      session.setActionHandler(key, heard);
    } catch {
      // A browser that does not know the key throws; the others still work.
    }
  };
  const play = () => void silence.play().catch(() => undefined);
  for (const key of KEYS) listen(key, () => onKey(key));
  silence.addEventListener('pause', lost);
  play();
  return {
    show(playing) {
      if (session.playbackState !== undefined) session.playbackState = playing ? 'playing' : 'paused';
    },
    takeBack() {
      if (!left && silence.paused) play();
    },
    get sounds() {
      return !silence.paused;
    },
    leave() {
      left = true;
      silence.removeEventListener('pause', lost);
      silence.pause();
      for (const key of KEYS) listen(key, null);
      if (session.playbackState !== undefined) session.playbackState = 'none';
    },
  };
}

/** The keys of this browser; null where it has none. `title` is shown on the lock screen. */
export function hearMediaKeys(
  title: string,
  onKey: (key: MediaKey) => void,
  onSoundLost: () => void,
): MediaKeys | null {
  if (!('mediaSession' in navigator)) return null;
  const silence = new Audio('/silence.wav');
  silence.loop = true;
  if ('MediaMetadata' in globalThis) navigator.mediaSession.metadata = new MediaMetadata({ title, artist: 'Unknot' });
  return mediaKeys({ session: navigator.mediaSession, silence }, onKey, onSoundLost);
}
