// A breath to follow: a disc that fills and empties with the air; in stillness words with a count and dots.

import { useEffect } from 'preact/hooks';
import { breathe } from '../../ports/chime.ts';
import { isSilent, say } from '../../ports/speech.ts';
import { sessionTexts as t } from '../../texts/session.ts';
import { breathAt, type Rhythm } from './breath.ts';

interface PacerProps {
  readonly rhythm: Rhythm;
  /** Whole seconds since the breathing began. */
  readonly second: number;
  readonly running: boolean;
  readonly sound: boolean;
  /** Said instead of sounded, for ears without chimes. */
  readonly spoken: boolean;
}

export function Pacer({ rhythm, second, running, sound, spoken }: PacerProps) {
  const now = breathAt(rhythm, second);
  useEffect(() => {
    if (!running) return;
    if (sound && now.way !== 'hold') breathe(now.way, now.seconds);
    else if (!sound && spoken && isSilent()) say(t.breath[now.way], 'next');
  }, [now.part, now.way, now.seconds, running, sound, spoken]);
  return (
    <div class={`pacer ${now.way}`} data-full={running ? now.full : 0} aria-hidden="true">
      <div class="disc" style={{ transitionDuration: `${now.way === 'hold' ? 0 : now.seconds}s` }} />
      <p class="way">
        {t.breath[now.way]}
        <span class="num">{now.left}</span>
      </p>
      <p class="dots">
        {Array.from({ length: now.seconds }, (_, n) => (
          <i key={n} class={n < now.seconds - now.left + 1 ? 'on' : ''} />
        ))}
      </p>
    </div>
  );
}
