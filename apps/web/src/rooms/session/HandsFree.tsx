// How to steer a session without looking: what always works, and what this device can do besides.

import { type Sound, signal } from '@unknot/engine/session';
import { HandsFreeSwitches } from '../../parts/HandsFreeSwitches.tsx';
import { chime, wakeSound } from '../../ports/chime.ts';
import { buzz } from '../../ports/wake.ts';
import { sessionTexts } from '../../texts/session.ts';

const t = sessionTexts.handsFree;
const SOUNDS = Object.keys(t.sound) as Sound[];

/** As in a session: for the ear and for the hand. */
function play(sound: Sound): void {
  wakeSound();
  chime(sound);
  for (const cue of signal(sound)) if (cue.code === 'vibrate') buzz(cue.pattern);
}

export function HandsFree() {
  return (
    <details class="fold hands-free">
      <summary>{t.title}</summary>
      <div class="stack">
        <HandsFreeSwitches />
        <p class="small">{t.sounds}</p>
        <div class="chips">
          {SOUNDS.map((sound) => (
            <button key={sound} type="button" class="chip" onClick={() => play(sound)}>
              {t.sound[sound]}
            </button>
          ))}
        </div>
        <p class="small touch-hint">{t.touch}</p>
        <p class="small keys-hint">{sessionTexts.controls.keys}</p>
      </div>
    </details>
  );
}
