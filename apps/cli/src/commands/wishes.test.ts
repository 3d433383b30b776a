import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';

const asked = {
  muscle: 'rhomboids',
  side: 'right',
  minutes: 10,
  tools: ['ball', 'wall'],
  place: ['desk', 'wall'],
  conditions: [],
};
const own = {
  id: 'own-1',
  name: 'From my physiotherapist',
  deed: 'stretch',
  muscles: ['rhomboids'],
  postures: ['sitting'],
  dose: { holdSeconds: 20, repetitions: 2 },
};

interface Answered {
  kind: string;
  items: { technique: string; seconds: number }[];
  days: unknown[];
}
const answer = (more: object) => plan({ ...asked, ...more }) as unknown as Answered;

describe('wishes of a plan', () => {
  test('a version narrows the plan, an own exercise comes into it, weeks make a programme', () => {
    const short = answer({ version: 'two-minutes' });
    expect(short.items.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(120);
    expect(answer({ own: [own], tools: [] }).items.map(({ technique }) => technique)).toContain('own-1');
    const weeks = answer({ weeks: 2, history: { now: 1_790_000_000_000 } });
    expect([weeks.kind, weeks.days.length]).toEqual(['programme', 14]);
    const gentle = answer({
      today: { energy: 'flare', floor: false },
      preferences: { felt: { 'slow-strokes': 'too-hard' } },
    });
    expect(gentle.kind).toBe('plan');
  });

  test.each([
    [{ version: 'two-minute' }, /version .* is not a version; did you mean "two-minutes"/],
    [{ today: { energy: 'much' } }, /today\.energy/],
    [{ weeks: 99 }, /weeks must be/],
    [{ weeks: 2 }, /history is missing/],
    [{ own: [{ ...own, id: 'mine' }] }, /own\[0\]\.id must begin with own-/],
    [{ own: [{ ...own, deed: 'needle' }] }, /own\[0\]\.deed/],
    [{ own: [{ ...own, dose: { holdSeconds: -1 } }] }, /own\[0\]\.dose\.holdSeconds/],
    [{ preferences: { felt: { 'slow-strokes': 'fine' } } }, /preferences\.felt\.slow-strokes/],
  ])('%o is refused by name', (more, message) => {
    expect(() => answer(more)).toThrow(message);
  });
});
