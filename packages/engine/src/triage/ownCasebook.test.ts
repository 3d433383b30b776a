import { describe, expect, test } from 'vitest';
import casebook from '../../../../tests/casebook/triage-own.json' with { type: 'json' };
import { LEVELS } from '../case/index.ts';
import { decodeTriageCases, type TriageCase, triageMeasures, verdictAssumingNo } from './index.ts';
import { knowledge as k } from './knowledge.test-support.ts';

const decoded = decodeTriageCases(k, casebook);
if (decoded.kind === 'bad') throw new Error(`${decoded.field} ${decoded.problem}`);
const { cases } = decoded;
const { measures, lines } = triageMeasures(k, cases);
const levelAtOnce = ({ input }: TriageCase) => verdictAssumingNo(k, input).kind;
const benign = cases.filter(({ expectedLevel }) => expectedLevel === 'self-care');

/** The same people, with some of what they said left out or said differently. */
const changed = (change: (id: string, answer: unknown) => unknown): readonly TriageCase[] =>
  cases.map((each) => {
    const facts = Object.entries(each.input.facts).flatMap(([id, answer]) => {
      const now = change(id, answer);
      return now === undefined ? [] : [[id, now]];
    });
    return { ...each, input: { ...each.input, facts: Object.fromEntries(facts) } };
  });

describe('people made up from guidance, most of them before the rules were read', () => {
  test('nobody who must be seen gets self-care, no emergency waits longer than a day, none gets less than is acceptable', () => {
    expect(measures).toMatchObject({ forbiddenSelfCare: 0, emergencyBelow24h: 0, under: 0 });
  });

  test('answered screen by screen nobody gets less than all answers at once give', () => {
    expect(lines.filter(({ got, atOnce }) => LEVELS.indexOf(got) > LEVELS.indexOf(atOnce))).toEqual([]);
  });

  test('eight in ten benign stories pass to self-care, and the others get a visit at most', () => {
    expect(benign.length).toBeGreaterThanOrEqual(30);
    expect(measures.selfCarePassed).toBeGreaterThanOrEqual(0.8 * benign.length);
    for (const { id, expected, got } of lines)
      if (expected === 'self-care')
        expect([id, LEVELS.indexOf(got) >= LEVELS.indexOf('see-doctor-soon')]).toEqual([id, true]);
  });

  test('nobody is sent further than is acceptable', () => {
    expect(measures.over).toBe(0);
  });

  test('where it hurts may be told by the drawing alone: the levels are the same', () => {
    const derived = (id: string) => k.facts[id]?.kind === 'derived';
    const painted = changed((id, answer) =>
      derived(id) && id !== 'weeks-using-plan-without-gain' ? undefined : answer,
    )
      // Both shoulders or hips cannot be seen in a drawing without sides.
      .filter((_, index) => cases[index]?.input.facts['pain-shoulder-girdle-both'] !== true)
      .filter(({ input }) => input.painted.length > 0);
    for (const each of painted) {
      const told = cases.find(({ id }) => id === each.id) as TriageCase;
      expect([each.id, verdictAssumingNo(k, each.input).kind]).toEqual([
        each.id,
        verdictAssumingNo(k, told.input).kind,
      ]);
    }
  });

  test('the age may stand beside the facts or among them', () => {
    const beside = changed((id, answer) => (id === 'age-years' ? undefined : answer));
    expect(beside.map(levelAtOnce)).toEqual(cases.map(levelAtOnce));
  });

  test('"not sure" to every sign an emergency rests on still gets help within a day', () => {
    const unsure = changed((_, answer) => (answer === true ? 'unsure' : answer));
    const waiting = unsure.filter(
      (each) => each.expectedLevel === 'emergency' && !['emergency', 'urgent-24h'].includes(levelAtOnce(each)),
    );
    expect(waiting).toEqual([]);
  });
});
