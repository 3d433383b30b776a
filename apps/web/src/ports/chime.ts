// Short tones that can be told apart with eyes closed: rising = go, falling = end, two alike = the other side, one high
// and long = a question, deep and rough = stop, three rising = done, a tick = the last seconds. Breath glides up and down.

import type { Sound } from '@unknot/engine/session';

interface Chime {
  /** Hertz, one after the other. */
  readonly notes: readonly number[];
  readonly noteSeconds: number;
  readonly wave: OscillatorType;
}

/** No two share number of notes, direction and length; a test holds them apart. */
export const CHIMES: Readonly<Record<Sound | 'tick', Chime>> = {
  start: { notes: [392, 587], noteSeconds: 0.18, wave: 'sine' },
  end: { notes: [587, 392], noteSeconds: 0.18, wave: 'sine' },
  change: { notes: [494, 494, 494], noteSeconds: 0.13, wave: 'triangle' },
  ask: { notes: [784], noteSeconds: 0.45, wave: 'sine' },
  stop: { notes: [262, 196], noteSeconds: 0.34, wave: 'square' },
  done: { notes: [392, 494, 587], noteSeconds: 0.2, wave: 'sine' },
  tick: { notes: [988], noteSeconds: 0.06, wave: 'sine' },
};

const LOUDNESS = 0.22;
const BREATH_LOUDNESS = 0.05;

let audio: AudioContext | null = null;
let lost: () => void = () => undefined;

/** Calls back when something louder, for example a call, takes the sound. */
export const onSoundTaken = (act: () => void): void => {
  lost = act;
};

/** Must first be called from a tap: browsers allow sound only then. */
export function wakeSound(): void {
  if (!('AudioContext' in globalThis)) return;
  if (!audio) {
    const context = new AudioContext();
    // Some browsers name the moment a call takes the sound.
    context.addEventListener('statechange', () => {
      if ((context.state as string) === 'interrupted') lost();
    });
    audio = context;
  }
  void audio.resume().catch(() => undefined);
}

/** A tone from `begin`, seconds of the audio clock, gliding to `to` hertz if it is another. */
function tone(from: number, to: number, begin: number, seconds: number, loudness: number, wave: OscillatorType): void {
  if (!audio) return;
  const source = audio.createOscillator();
  const gain = audio.createGain();
  source.type = wave;
  source.frequency.setValueAtTime(from, begin);
  if (to !== from) source.frequency.linearRampToValueAtTime(to, begin + seconds);
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(loudness, begin + Math.min(0.02, seconds / 4));
  gain.gain.exponentialRampToValueAtTime(0.001, begin + seconds * 1.5);
  source.connect(gain).connect(audio.destination);
  source.start(begin);
  source.stop(begin + seconds * 1.6);
}

export function chime(sound: Sound | 'tick'): void {
  if (audio?.state !== 'running') return;
  const { notes, noteSeconds, wave } = CHIMES[sound];
  const loudness = wave === 'square' ? LOUDNESS / 2 : LOUDNESS;
  const begin = audio.currentTime + 0.02;
  for (const [index, hertz] of notes.entries())
    tone(hertz, hertz, begin + index * noteSeconds, noteSeconds, loudness, wave);
}

/** A soft glide for a breath: up with the air in, down with the air out. */
export function breathe(way: 'in' | 'out', seconds: number): void {
  if (audio?.state !== 'running') return;
  const [from, to] = way === 'in' ? [196, 262] : [262, 174];
  tone(from, to, audio.currentTime + 0.02, seconds, BREATH_LOUDNESS, 'sine');
}
