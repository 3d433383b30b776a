import { beforeEach, describe, expect, test } from 'vitest';
import { type Mouth, type Voice, voiceOf } from './speech.ts';

/** A mouth that says what it is told to, ends when we say so, and may hang or fail. */
let said: string[];
let end: ((said: boolean) => void) | null;
let due: { at: number; act: () => void }[];
let clock: number;
let broken: boolean[];
let voice: Voice;

const pass = (ms: number) => {
  clock += ms;
  for (const timer of due.filter(({ at }) => at <= clock)) {
    due = due.filter((each) => each !== timer);
    timer.act();
  }
};
const ends = (well = true) => {
  const ended = end;
  end = null;
  ended?.(well);
};

beforeEach(() => {
  said = [];
  due = [];
  broken = [];
  clock = 0;
  end = null;
  const mouth: Mouth = {
    speak(text, ended) {
      said.push(text);
      end = ended;
    },
    hush: () => said.push('–'),
  };
  const later = (ms: number, act: () => void) => {
    const timer = { at: clock + ms, act };
    due.push(timer);
    return () => {
      due = due.filter((each) => each !== timer);
    };
  };
  voice = voiceOf(mouth, later, (isBroken) => broken.push(isBroken));
});

describe('the voice of a session', () => {
  test('what must be heard now cuts off everything, also what was still waiting', () => {
    voice.say('Lie down.', 'fill');
    voice.say('Half way.', 'next');
    voice.say('Stopped.', 'now');
    ends();
    expect(said).toEqual(['Lie down.', '–', 'Stopped.']);
    expect(voice.silent).toBe(true);
  });

  test('a cue waits for the end of the sentence, and an older cue that still waits is no longer true', () => {
    voice.say('Put the ball beside the spine.', 'fill');
    voice.say('Breathe out.', 'fill');
    voice.say('Hold.', 'next');
    voice.say('Half way.', 'next');
    ends();
    ends();
    ends();
    expect(said).toEqual(['Put the ball beside the spine.', 'Half way.', 'Breathe out.']);
  });

  test('an engine that fails in the middle of a word goes on with the next sentence', () => {
    voice.say('Hold for 45 seconds.', 'next');
    voice.say('Half way.', 'next');
    ends(false);
    expect(said).toEqual(['Hold for 45 seconds.', 'Half way.']);
    ends();
    expect(broken).toEqual([false]);
  });

  test('a sentence that hangs is given up, and two lost in a row mean that the voice is broken', () => {
    voice.say('Hold.', 'next');
    pass(60_000);
    expect(voice.silent).toBe(true);
    voice.say('Half way.', 'next');
    pass(60_000);
    expect(broken).toEqual([true]);
    voice.say('Rest.', 'next');
    ends();
    expect(broken).toEqual([true, false]);
  });

  test('a sentence that was cut off and ends afterwards changes nothing', () => {
    voice.say('Hold.', 'next');
    const late = end;
    voice.say('Stopped.', 'now');
    late?.(false);
    expect(voice.silent).toBe(false);
    expect(said).toEqual(['Hold.', '–', 'Stopped.']);
  });
});
