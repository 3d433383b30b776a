// How to steer a session without looking: what always works, and what this device can do besides.

import { type Sound, signal } from '@unknot/engine/session';
import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../parts/Switch.tsx';
import { person, record } from '../../person.ts';
import { chime, wakeSound } from '../../ports/chime.ts';
import { fetchHearing, type HearsLocally, hearsLocally, spokenLanguage } from '../../ports/voice.ts';
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
  const voice = person.value.profile.voice ?? { spoken: true, chimes: true, vibration: true };
  const [can, setCan] = useState<HearsLocally | 'fetching' | 'failed' | null>(null);
  const lang = spokenLanguage();
  useEffect(() => void hearsLocally(lang).then(setCan), [lang]);
  const save = (change: Partial<typeof voice>) =>
    void record('profile.changed', { patch: { voice: { ...voice, ...change } } });
  const fetchIt = async () => {
    setCan('fetching');
    const fetched = await fetchHearing(lang);
    setCan(fetched ? 'yes' : 'failed');
    if (fetched) save({ hears: true });
  };
  return (
    <details class="fold hands-free">
      <summary>{t.title}</summary>
      <div class="stack">
        <Switch label={t.waits} help={t.waitsHelp} on={voice.waits ?? false} onChange={(waits) => save({ waits })} />
        {can === 'yes' && (
          <Switch label={t.hears} help={t.hearsHelp} on={voice.hears ?? false} onChange={(hears) => save({ hears })} />
        )}
        {can === 'fetchable' && (
          <>
            <p class="small">{t.fetch}</p>
            <button type="button" class="btn" onClick={() => void fetchIt()}>
              {t.fetchButton}
            </button>
          </>
        )}
        {can === 'fetching' && <p class="small">{t.fetching}</p>}
        {can === 'failed' && <p class="small">{t.notFetched}</p>}
        {can === 'no' && <p class="small">{t.cannot}</p>}
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
