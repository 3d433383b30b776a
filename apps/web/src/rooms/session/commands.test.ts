import { describe, expect, test } from 'vitest';
import { sessionTexts, spokenSentences } from '../../texts/session.ts';
import { COMMANDS, heardAs, newCommands } from './commands.ts';

const { grammar } = sessionTexts;
const command = (said: string, speaking = false) => {
  const heard = heardAs(said, speaking, grammar);
  return heard?.kind === 'command' ? heard.command : (heard?.n ?? null);
};

describe('voice commands', () => {
  test('every way to say each of them is understood, also politely and more than once', () => {
    for (const each of COMMANDS)
      for (const words of grammar.words[each]) {
        expect(command(words)).toBe(each);
        expect(command(`${words}, please`)).toBe(each);
        expect(command(words.toUpperCase(), true)).toBe(each);
      }
    expect(command('Stop! Stop! Stop!')).toBe('stop');
    expect(command('four')).toBe(4);
    expect(command('10')).toBe(10);
  });

  test('no two commands sound the same', () => {
    const all = COMMANDS.flatMap((each) => grammar.words[each]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('at the end of a sentence "stop" counts, but not while the app speaks itself', () => {
    expect(command('oh no stop')).toBe('stop');
    expect(command('if it tingles or turns sharp stop', true)).toBeNull();
    expect(command('we never stop talking')).toBeNull();
    expect(command('')).toBeNull();
  });

  test('nothing the app says while it speaks commands the app', () => {
    for (const sentence of spokenSentences) expect([sentence, command(sentence, true)]).toEqual([sentence, null]);
  });

  test('one utterance counts once, the next one again', () => {
    const isNew = newCommands();
    const next = { kind: 'command', command: 'next' } as const;
    expect([isNew(next, 0), isNew(next, 400), isNew(next, 1_200), isNew(next, 4_000)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
