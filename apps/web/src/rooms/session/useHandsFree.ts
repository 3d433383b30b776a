// Everything that steers a session without a hand on the screen: keys, the keys of a headset, and the voice.

import type { SessionView } from '@unknot/engine/session';
import { useEffect, useRef } from 'preact/hooks';
import { onSoundTaken } from '../../ports/chime.ts';
import { mono } from '../../ports/clock.ts';
import { hearMediaKeys, type MediaKeys } from '../../ports/media-session.ts';
import { isSilent, sentenceNow } from '../../ports/speech.ts';
import { listen, spokenLanguage } from '../../ports/voice.ts';
import { sessionTexts as t } from '../../texts/session.ts';
import { type Command, heardAs, newCommands } from './commands.ts';

export interface Hands {
  readonly act: (command: Command) => void;
  /** A number from 0 to 10: an answer about pain, or the reason to stop. */
  readonly number: (n: number) => void;
  readonly toggle: () => void;
  /** Something louder took the sound: a call. */
  readonly soundLost: () => void;
}

const KEYS: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowLeft: 'back',
  s: 'stop',
  Escape: 'stop',
  r: 'repeat',
  t: 'timeLeft',
  h: 'hurts',
  y: 'fine',
};

/** The voice of some phones takes the sound for the length of a sentence; a call keeps it. Own setting. */
const CALL_AFTER_MS = 900;

/**
 * @param view    null once the session is over
 * @param hears   the person wants voice commands, and this device understands them by itself
 * @param onDeaf  it listens no more
 */
export function useHandsFree(hands: Hands, view: SessionView | null, hears: boolean, onDeaf: () => void): void {
  const now = useRef(hands);
  now.current = hands;
  const keys = useRef<MediaKeys | null>(null);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : null;
      const command = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (event.key === ' ') {
        // On a button the space bar presses that button.
        if (target.closest('button, summary, a, input')) return;
        now.current.toggle();
      } else if (digit !== null) now.current.number(digit);
      else if (command) now.current.act(command);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    let later: ReturnType<typeof setTimeout> | undefined;
    const lost = () => {
      if (isSilent()) return now.current.soundLost();
      keys.current?.takeBack();
      clearTimeout(later);
      later = setTimeout(() => {
        if (keys.current && !keys.current.sounds) now.current.soundLost();
      }, CALL_AFTER_MS);
    };
    keys.current = hearMediaKeys(
      t.title,
      (key) => {
        if (key === 'nexttrack') now.current.act('next');
        else if (key === 'previoustrack') now.current.act('back');
        else if (key === 'stop') now.current.act('stop');
        else now.current.toggle();
      },
      lost,
    );
    onSoundTaken(() => now.current.soundLost());
    return () => {
      removeEventListener('keydown', pressed);
      clearTimeout(later);
      onSoundTaken(() => undefined);
      keys.current?.leave();
      keys.current = null;
    };
  }, []);

  const running = view !== null && view.paused === null;
  useEffect(() => {
    keys.current?.show(running);
    if (running) keys.current?.takeBack();
  }, [running]);

  useEffect(() => {
    if (!hears) return;
    const isNew = newCommands();
    return listen(
      spokenLanguage(),
      (words) => {
        const heard = heardAs(words, sentenceNow(), t.grammar);
        if (!heard || !isNew(heard, mono())) return;
        if (heard.kind === 'number') now.current.number(heard.n);
        else now.current.act(heard.command);
      },
      onDeaf,
    );
  }, [hears]);
}
