import library from '@unknot/knowledge/edition/library.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import {
  type Answered,
  knotsOf,
  QUESTIONNAIRES,
  type QuestionnaireId,
  questionnaireDue,
  quietDays,
  scoreChange,
  scoreOf,
  visitDue,
} from './index.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 1, 9);
/** A session every third day, with this pain before it. */
const sessions = (...pains: number[]) => pains.map((painBefore, i) => ({ startedAt: START + 3 * i * DAY, painBefore }));
const steady = sessions(...Array.from({ length: 20 }, () => 6));

describe('when somebody should look', () => {
  const due = (days: number, seenAt: number | null = null) =>
    visitDue(
      steady.filter(({ startedAt }) => startedAt <= START + days * DAY),
      START + days * DAY,
      seenAt,
    );

  test('OUT-10: after two weeks without a gain a physiotherapist is offered, after six a visit is advised', () => {
    expect(due(13)).toBeNull();
    expect(due(14)).toMatchObject({ kind: 'offer', weeks: 2, whom: ['physiotherapist'] });
    expect(due(41)).toMatchObject({ kind: 'offer', weeks: 5 });
    expect(due(42)).toMatchObject({ kind: 'advise', weeks: 6, whom: ['doctor', 'physiotherapist'] });
    expect(due(42)?.sources).toEqual(['costa2012', 'nhs-neck', 'mpft-neck']);
  });

  test('OUT-10: a gain, or hardly any sessions, is no reason', () => {
    expect(visitDue(sessions(7, 7, 6, 5, 4, 3, 3), START + 20 * DAY, null)).toBeNull();
    expect(visitDue(sessions(7, 7), START + 20 * DAY, null)).toBeNull();
  });

  test('OUT-11: after somebody has looked the weeks begin anew', () => {
    expect(due(42, START + 20 * DAY)).toMatchObject({ kind: 'offer', weeks: 3 });
    expect(due(42, START + 35 * DAY)).toBeNull();
  });
});

describe('short questionnaires', () => {
  const told = (questionnaire: QuestionnaireId, day: number, ...answers: (number | null)[]): Answered => ({
    questionnaire,
    at: START + day * DAY,
    answers,
  });
  const due = (day: number, ...answered: Answered[]) => questionnaireDue(answered, START, START + day * DAY);

  test('OUT-12: own activities at the start, three questions after a week, a look back after four', () => {
    expect(questionnaireDue([], null, START)).toBeNull();
    expect(due(0)).toBe('my-activities');
    const activities = told('my-activities', 0, 3, 4);
    expect(due(6, activities)).toBeNull();
    expect(due(7, activities)).toBe('impact-3');
    expect(due(8, activities, told('impact-3', 7, 5, 5, 5))).toBeNull();
    expect(due(14, activities, told('impact-3', 13, 5, 5, 5))).toBe('my-activities');
    expect(due(28, told('my-activities', 20, 3), told('impact-3', 27, 5, 5, 5))).toBe('groc');
  });

  test('OUT-13: a score is the mean of what was answered; nothing answered is nothing known', () => {
    expect(scoreOf([3, null, 6])).toBe(4.5);
    expect(scoreOf([null, null])).toBeNull();
    expect(scoreOf([])).toBeNull();
  });

  test.each([
    ['impact-3', [5, 5, 5], [4, 4, 4], 'better'],
    ['impact-3', [5, 5, 5], [5, 4, 4], 'no-important-change'],
    ['impact-3', [5, 5, 5], [7, 6, 5], 'worse'],
    ['my-activities', [3, 4], [5, 6], 'better'],
    ['my-activities', [3, 4], [4, 5], 'no-important-change'],
    ['my-activities', [7], [4], 'worse'],
  ] as const)('OUT-13: %s from %j to %j is %s', (id, first, last, kind) => {
    expect(scoreChange(id, [told(id, 0, ...first), told(id, 7, ...last)]).kind).toBe(kind);
    expect(scoreChange(id, [told(id, 0, ...first)]).kind).toBe('notYetKnown');
  });

  test('OUT-13: a look back compares with "the same"', () => {
    expect(scoreChange('groc', [told('groc', 28, 2)])).toEqual({ kind: 'better', points: 2 });
    expect(scoreChange('groc', [told('groc', 28, -1)]).kind).toBe('no-important-change');
    expect(scoreChange('groc', []).kind).toBe('notYetKnown');
  });

  test('OUT-12, OUT-13: words, cadence, range and the change that matters are those of the knowledge', () => {
    const days: Readonly<Record<string, number>> = { 'every 7 days': 7, 'every 2 weeks': 14 };
    for (const [id, own] of Object.entries(QUESTIONNAIRES)) {
      const measure = library.outcomes.measures.find((each) => each.id === id);
      expect(measure?.licence.permissionNeeded).toBe(false);
      expect(measure?.mcid[0]).toMatchObject({ value: own.important, source: own.source });
      expect(measure?.range).toEqual([own.lowest, own.highest]);
      expect(measure?.direction).toBe(`${own.better}-is-better`);
      expect(days[measure?.cadence ?? ''] ?? 28).toBe(own.everyDays);
    }
  });
});

describe('the same knot again', () => {
  const worked = (day: number, ...muscles: string[]) => ({
    startedAt: START + day * DAY,
    items: muscles.map((muscle) => ({ muscle, side: 'right' as const })),
  });

  test('OUT-14: a pause of three weeks is the same spell, a longer one begins another', () => {
    const knots = knotsOf([worked(0, 'levator', 'levator'), worked(21, 'levator', 'rhomboid'), worked(43, 'levator')]);
    expect(knots.map(({ muscle, spells }) => [muscle, spells.map(({ sessions: count }) => count)])).toEqual([
      ['levator', [2, 1]],
      ['rhomboid', [1]],
    ]);
    expect(knotsOf([])).toEqual([]);
    expect(knotsOf([{ startedAt: START, items: [{ muscle: null, side: 'both' }] }])).toEqual([]);
  });
});

describe('quiet days', () => {
  const days = (...pains: (number | null)[]) => pains.map((pain, day) => ({ day, pain }));

  test('OUT-16: two points above the usual is no quiet day, one point is', () => {
    expect(quietDays(days(3, 3, 4, 5, 3, 3, 3, 6), 7)).toEqual({ told: 8, quiet: 6 });
    expect(quietDays(days(0, 0, 0, 0, 0, 0, 0), 6)).toEqual({ told: 7, quiet: 7 });
  });

  test('OUT-16: six days have no usual, days not told and older than four weeks do not count', () => {
    expect(quietDays(days(3, 3, 3, 3, 3, 3, null), 6)).toBeNull();
    expect(quietDays(days(9, 3, 3, 3, 3, 3, 3, 3), 28)).toEqual({ told: 7, quiet: 7 });
    expect(quietDays(days(3, 3, 3, 3, 3, 3, 3, 9), 6)).toEqual({ told: 7, quiet: 7 });
  });
});
