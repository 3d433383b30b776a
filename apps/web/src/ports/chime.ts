// Short tones that can be told apart with eyes closed: up = go, down = end, two = change, high = asked, low = stop.

type Sound = 'start' | 'end' | 'change' | 'ask' | 'stop' | 'done';

/** Hertz, one after the other. */
const NOTES: Readonly<Record<Sound, readonly number[]>> = {
  start: [392, 523],
  end: [523, 392],
  change: [440, 440],
  ask: [784],
  stop: [262, 196],
  done: [392, 494, 587],
};

const NOTE_SECONDS = 0.18;
const LOUDNESS = 0.22;

let audio: AudioContext | null = null;

/** Must first be called from a tap: browsers allow sound only then. */
export function wakeSound(): void {
  if (!('AudioContext' in globalThis)) return;
  audio ??= new AudioContext();
  void audio.resume().catch(() => undefined);
}

export function chime(sound: Sound): void {
  if (audio?.state !== 'running') return;
  const begin = audio.currentTime + 0.02;
  for (const [index, hertz] of NOTES[sound].entries()) {
    const at = begin + index * NOTE_SECONDS;
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS * 1.6);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + NOTE_SECONDS * 1.7);
  }
}
