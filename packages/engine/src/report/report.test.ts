import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReportInput, type ReportSession, report } from './index.ts';

const DAY = 86_400_000;
const NOW = 1_790_000_000_000;

const item = (technique: string, muscle: string | null = 'levator-scapulae') =>
  ({ technique, muscle, side: 'left', seconds: 120 }) as const;

const session = (day: number, before: number | null, after: number | null, more: Partial<ReportSession> = {}) =>
  ({
    startedAt: NOW - 60 * DAY + day * DAY,
    items: [item('ball-wall')],
    itemsDone: 1,
    secondsDone: 100,
    painBefore: before,
    painAfter: after,
    painNextDay: null,
    ...more,
  }) satisfies ReportSession;

const of = (sessions: readonly ReportSession[], more: Partial<ReportInput> = {}) =>
  report({ now: NOW, since: null, sessions, harms: [], ...more });

test('REP-01: an empty diary makes an empty report, without numbers', () => {
  expect(of([])).toEqual({
    span: null,
    sessions: 0,
    seconds: 0,
    practice: [],
    weeks: [],
    overall: { kind: 'notYetKnown' },
    nextDayTold: null,
    harms: [],
  });
});

test('REP-01: pain that was not told is absent from the week and from the changes', () => {
  const { weeks, practice } = of([session(0, null, null), session(1, 5, null)]);
  expect(weeks).toEqual([{ week: 0, sessions: 2, seconds: 200, before: 5, after: null }]);
  expect(practice[0]?.changes).toEqual([]);
});

test('REP-02: an item that was not lived to its end was not done', () => {
  const items = [item('ball-wall'), item('side-neck-stretch')];
  const { practice } = of([session(0, 5, 3, { items, itemsDone: 1 })]);
  expect(practice.map(({ technique }) => technique)).toEqual(['ball-wall']);
  expect(practice[0]?.changes).toEqual([-2]);
});

test('REP-02: an item that stands twice in a session was done in one session, and its pain counts once', () => {
  const { practice } = of([session(0, 5, 3, { items: [item('ball-wall'), item('ball-wall')], itemsDone: 2 })]);
  expect(practice).toMatchObject([{ times: 1, changes: [-2] }]);
});

test('REP-03: weeks count from the first session, and an empty one is there', () => {
  const { weeks } = of([session(0, 6, 4), session(15, 4, 3)]);
  expect(weeks.map(({ sessions }) => sessions)).toEqual([1, 0, 1]);
  expect(weeks[1]).toMatchObject({ before: null, after: null });
});

test('REP-04: the pain of a week is a number somebody told, and the lower of two in the middle', () => {
  expect(of([session(0, 7, 5), session(1, 4, 3)]).weeks[0]).toMatchObject({ before: 4, after: 3 });
});

test('REP-04: the pain after sessions in which nothing was done is no pain after sessions', () => {
  const { weeks, practice } = of([session(0, 7, 1, { itemsDone: 0 }), session(1, 6, 5)]);
  expect(weeks[0]).toMatchObject({ sessions: 2, before: 6, after: 5 });
  expect(practice.map(({ times }) => times)).toEqual([1]);
});

describe('REP-05: a change over weeks', () => {
  test('is told between two weeks with two told sessions each', () => {
    expect(of([session(0, 7, 5), session(1, 7, 5), session(14, 4, 3), session(15, 4, 3)]).overall).toEqual({
      kind: 'clearly-better',
      points: -3,
    });
  });
  test('is not told from single sessions, nor within one week', () => {
    expect(of([session(0, 7, 5), session(14, 4, 3)]).overall.kind).toBe('notYetKnown');
    expect(of([session(0, 7, 5), session(1, 3, 3)]).overall.kind).toBe('notYetKnown');
  });
});

test('REP-06: nothing before the asked time or after now counts', () => {
  const sessions = [session(0, 7, 5), session(30, 5, 3), session(70, 1, 1)];
  const { sessions: count, span } = of(sessions, { since: NOW - 40 * DAY });
  expect(count).toBe(1);
  expect(span).toEqual({ from: sessions[1]?.startedAt, to: sessions[1]?.startedAt });
});

test('REP-06: harms are counted by kind, whatever their order', () => {
  const harms = [
    { at: NOW - DAY, kind: 'bruise' },
    { at: NOW - 3 * DAY, kind: 'worse' },
    { at: NOW - 2 * DAY, kind: 'bruise' },
    { at: NOW + DAY, kind: 'dizzy' },
  ] as const;
  const expected = [
    { kind: 'bruise', times: 2, lastAt: NOW - DAY },
    { kind: 'worse', times: 1, lastAt: NOW - 3 * DAY },
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray([...harms], { minLength: 4 }), (shuffled) => {
      expect(of([], { harms: shuffled }).harms).toEqual(expected);
    }),
    { seed: 7, numRuns: 24 },
  );
});

test('REP-01: sessions, minutes and times add up, for any diary', () => {
  const nrs = fc.option(fc.integer({ min: 0, max: 10 }));
  const some = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 59 }), before: nrs, after: nrs, done: fc.integer({ min: 0, max: 1 }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(some, (days) => {
      const sessions = days
        .sort((a, b) => a.day - b.day)
        .map(({ day, before, after, done }) => session(day, before, after, { itemsDone: done }));
      const told = of(sessions);
      expect(told.weeks.reduce((sum, week) => sum + week.sessions, 0)).toBe(sessions.length);
      expect(told.weeks.reduce((sum, week) => sum + week.seconds, 0)).toBe(told.seconds);
      expect(told.practice[0]?.times ?? 0).toBe(days.filter(({ done }) => done === 1).length);
    }),
    { seed: 11, numRuns: 200 },
  );
});
