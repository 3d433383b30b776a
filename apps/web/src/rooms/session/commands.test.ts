import { describe, expect, test } from 'vitest';
import { sessionTexts, spokenSentences } from '../../texts/session.ts';
import { COMMANDS, heardAs, newCommands } from './commands.ts';

const { grammar } = sessionTexts;
const command = (said: string, saying: string | null = null) => {
  const heard = heardAs(said, saying, grammar);
  return heard?.kind === 'command' ? heard.command : (heard?.n ?? null);
};

describe('voice commands', () => {
  test('every way to say each of them is understood, also politely and more than once', () => {
    for (const each of COMMANDS)
      for (const words of grammar.words[each]) {
        expect(command(words)).toBe(each);
        expect(command(`${words}, please`)).toBe(each);
        expect(command(words.toUpperCase(), `We say ${words}, too.`)).toBe(each);
      }
    expect(command('Stop! Stop! Stop!')).toBe('stop');
    expect(command('four')).toBe(4);
    expect(command('10')).toBe(10);
  });

  test('no two commands sound the same', () => {
    const all = COMMANDS.flatMap((each) => grammar.words[each]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('at the end of a sentence "stop" counts, also into the words of the app, but not when the app says it itself', () => {
    expect(command('oh no stop')).toBe('stop');
    expect(command('oh no stop', 'Half way. Twenty seconds more.')).toBe('stop');
    expect(command('tingles or turns sharp say stop', 'If it climbs, tingles or turns sharp, say stop.')).toBeNull();
    expect(command('we never stop talking')).toBeNull();
    expect(command('')).toBeNull();
  });

  test('nothing the app says while it speaks commands the app', () => {
    for (const sentence of spokenSentences) expect([sentence, command(sentence, sentence)]).toEqual([sentence, null]);
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
