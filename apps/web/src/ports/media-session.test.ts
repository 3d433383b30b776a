import { expect, test } from 'vitest';
import { type MediaDoors, mediaKeys } from './media-session.ts';

function made(knows: (key: string) => boolean = () => true) {
  const handlers = new Map<string, (() => void) | null>();
  const pauses = new Set<() => void>();
  const happened: string[] = [];
  const silence = {
    paused: true,
    play: () => {
      silence.paused = false;
      happened.push('plays');
      return Promise.resolve();
    },
    pause: () => {
      silence.paused = true;
      for (const heard of pauses) heard();
    },
    addEventListener: (_: 'pause', heard: () => void) => void pauses.add(heard),
    removeEventListener: (_: 'pause', heard: () => void) => void pauses.delete(heard),
  };
  const session: MediaDoors['session'] = {
    playbackState: 'none',
    setActionHandler: (key: string, heard: unknown) => {
      if (!knows(key)) throw new TypeError(key);
      handlers.set(key, heard as (() => void) | null);
    },
  };
  const keys = mediaKeys(
    { session, silence },
    (key) => happened.push(key),
    () => happened.push('sound lost'),
  );
  return { handlers, silence, session, happened, keys };
}

test('a headset key is heard, also where the browser does not know the others', () => {
  const { handlers, happened } = made((key) => key !== 'stop');
  handlers.get('nexttrack')?.();
  handlers.get('pause')?.();
  expect(happened).toEqual(['plays', 'nexttrack', 'pause']);
});

test('a call that takes the sound is told once, and the silence plays again afterwards', () => {
  const { silence, happened, keys } = made();
  silence.pause();
  keys.takeBack();
  keys.takeBack();
  expect(happened).toEqual(['plays', 'sound lost', 'plays']);
});

test('leaving is no call, and leaves no key behind', () => {
  const { handlers, session, happened, keys } = made();
  keys.show(true);
  expect(session.playbackState).toBe('playing');
  keys.leave();
  keys.takeBack();
  expect(happened).toEqual(['plays']);
  expect([...handlers.values()].every((heard) => heard === null)).toBe(true);
  expect(session.playbackState).toBe('none');
});
