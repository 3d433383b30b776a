import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceFrom, experiments } from '../testing/index.ts';
import {
  armOf,
  armsInOrder,
  type DoneSession,
  type Experiment,
  experimentState,
  MOST_SESSIONS,
  practiceOf,
} from './index.ts';

const BEGUN = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;
const experiment: Experiment = {
  experimentId: 'e',
  a: 'ball',
  b: 'roller',
  seed: 'one',
  begunAt: BEGUN,
  endedAt: null,
};
let number = 0;
const session = (techniques: readonly string[], painBefore: number | null, painAfter: number | null): DoneSession => {
  number += 1;
  const at = BEGUN + number * DAY;
  return {
    sessionId: `s${number}`,
    startedAt: at,
    finishedAt: at,
    items: techniques.map((technique) => ({ technique })),
    itemsDone: techniques.length,
    painBefore,
    painAfter,
    painNextDay: null,
  };
};
/** Does as the order asks until it is over. */
function follow(changes: { a: number; b: number }, most = 40): DoneSession[] {
  const sessions: DoneSession[] = [];
  while (sessions.length < most) {
    const technique = armOf(experiment, sessions);
    if (technique === null) break;
    sessions.push(session([technique], 6, 6 + (technique === 'ball' ? changes.a : changes.b)));
  }
  return sessions;
}

describe('the order', () => {
  test('LRN-12: every block of four has both twice, and the same seed the same order', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const order = armsInOrder(seed);
        expect(order).toHaveLength(MOST_SESSIONS);
        for (let i = 0; i < order.length; i += 4)
          expect(order.slice(i, i + 4).filter((arm) => arm === 'a')).toHaveLength(2);
        expect(armsInOrder(seed)).toEqual(order);
      }),
      { seed: 3 },
    );
  });

  test('LRN-12: each of the two is as often first', () => {
    const first = Array.from({ length: 400 }, (_, i) => armsInOrder(`seed ${i}`)[0]);
    const share = first.filter((arm) => arm === 'a').length / 400;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.08);
  });

  test('LRN-21: sessions with nothing done teach nothing, whatever numbers were told', () => {
    const opened = ['ball', 'roller', 'ball'].map((one) => ({ ...session([one], 8, 0), itemsDone: 0 }));
    expect(practiceOf(opened, 0)).toEqual([]);
    expect(experimentState(experiment, opened)).toMatchObject({ sessions: [], done: { a: 0, b: 0 } });
  });

  test('LRN-13: a turn stays until it was done without the other, and rated', () => {
    const first = armOf(experiment, []) as string;
    const other = first === 'ball' ? 'roller' : 'ball';
    const idle = [
      session([other], 6, 3),
      session([first, other], 6, 3),
      session([first], 6, null),
      session([first], null, 3),
      { ...session([first], 6, 3), startedAt: BEGUN - 1 },
    ];
    expect(experimentState(experiment, idle).sessions).toEqual([]);
    expect(armOf(experiment, idle)).toBe(first);
    expect(experimentState(experiment, [...idle, session([first, 'stretch'], 6, 3)]).sessions).toHaveLength(1);
  });
});

describe('the result', () => {
  test('LRN-14: a great difference ends it early, with the better one named', () => {
    const state = experimentState(experiment, follow({ a: 0, b: -4 }));
    expect(state.result).toEqual({ kind: 'differs', better: 'b' });
    expect(state.next).toBeNull();
    expect(state.sessions.length).toBeLessThan(MOST_SESSIONS);
    expect(Math.min(state.done.a, state.done.b)).toBeGreaterThanOrEqual(5);
    expect(state.difference?.high).toBeLessThan(0);
  });

  test('LRN-15: the same for both is chance, at the end of all turns', () => {
    const state = experimentState(experiment, follow({ a: -2, b: -2 }));
    expect(state).toMatchObject({ result: { kind: 'could-be-chance' }, next: null, done: { a: 12, b: 12 } });
  });

  test('LRN-15, LRN-16: ended by the person: too early with few turns, and later sessions change nothing', () => {
    const sessions = follow({ a: 0, b: -4 });
    const ended = { ...experiment, endedAt: sessions[3]?.startedAt ?? 0 };
    expect(experimentState(ended, sessions)).toMatchObject({ result: { kind: 'too-early' }, next: null });
    expect(experimentState(ended, sessions).sessions).toHaveLength(4);
    expect(experimentState(experiment, sessions.slice(0, 4)).result).toEqual({ kind: 'running' });
  });

  test('LRN-14: of experiments between equals, at most one in twenty names a difference', () => {
    expect(experiments(300, 0, chanceFrom(21)).wrong).toBeLessThanOrEqual(0.05);
    const two = experiments(60, 2, chanceFrom(22));
    expect(two.named).toBeGreaterThan(0.6);
    expect(two.wrong).toBe(0);
  });
});
