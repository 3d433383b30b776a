import { expect, test } from 'vitest';
import { CHIMES } from './chime.ts';

test('no two chimes sound alike with eyes closed', () => {
  /** What an ear keeps: how many notes, up, down or level, short or long, deep or not. */
  const heard = Object.values(CHIMES).map(({ notes, noteSeconds }) => {
    const [first = 0, last = 0] = [notes[0], notes.at(-1)];
    return [notes.length, Math.sign(last - first), notes.length * noteSeconds > 0.2, first < 300].join();
  });
  expect(new Set(heard).size).toBe(heard.length);
});
