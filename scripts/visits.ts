// How many screens of questions a person sees who has nothing serious: at the first visit, and when they come back in a
// new window, without the private answers, which are not kept. The same steps as the gate of the app.

import type { Conditions, Facts } from '@unknot/engine/case';
import {
  askedFromNothing,
  askedPath,
  type CheckInput,
  check,
  placesTold,
  standing,
  type TriageCase,
} from '@unknot/engine/triage';
import { isSensitive } from '@unknot/journal/event';
import type { CheckKnowledge } from '@unknot/knowledge/schema';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When they come back, in milliseconds after the first visit. */
const VISITS = {
  'first visit': 0,
  '30 minutes later': 30 * MINUTE,
  'next day': 26 * 60 * MINUTE,
  'a week later': 7 * DAY,
};

const kept = <T extends Facts | Conditions>(answers: T): T =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !isSensitive(id))) as T;

/** Median screens of questions for each visit, and the most. */
export function screensOfVisits(
  k: CheckKnowledge,
  people: readonly TriageCase[],
): Readonly<Record<string, { readonly median: number; readonly most: number }>> {
  const counts = people.map(({ input }) => screensOf(k, input));
  return Object.fromEntries(
    Object.keys(VISITS).map((visit) => {
      const sorted = counts.map((each) => each[visit] ?? 0).sort((a, b) => a - b);
      return [visit, { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 }];
    }),
  );
}

function screensOf(k: CheckKnowledge, person: CheckInput): Readonly<Record<string, number>> {
  const first = askedFromNothing(k, person);
  const { painted } = person;
  const diary = { ...first.input, facts: kept(first.input.facts), conditions: kept(first.input.conditions) };
  const record = {
    finishedAt: 0,
    level: first.verdict.kind,
    facts: diary.facts,
    conditions: diary.conditions,
    paintedKey: placesTold(k, diary),
    edition: '',
  };
  const comingBack = (now: number): number => {
    const story = { paintedKey: placesTold(k, { facts: {}, painted }), conditions: diary.conditions, edition: '' };
    const stands = standing(record, now, story, 0);
    const told = answersOfCase(k, person);
    if (stands.kind === 'stale') {
      const { 'age-years': age } = diary.facts;
      const start = {
        facts: {},
        conditions: diary.conditions,
        painted,
        ...(typeof age === 'number' ? { ageYears: age } : {}),
      };
      return askedPath(k, start, told).screens.length;
    }
    const known = { ...diary, painted };
    const open = check(k, known, [], first.verdict.kind === 'self-care' ? diary : null).next;
    const asked = open === null ? 0 : askedPath(k, known, told).screens.length;
    return asked + (stands.kind === 'short-form' ? 1 : 0);
  };
  return Object.fromEntries(
    Object.entries(VISITS).map(([visit, now]) => [visit, now === 0 ? first.screens.length : comingBack(now)]),
  );
}

const answersOfCase = (k: CheckKnowledge, person: CheckInput) => {
  const { input } = askedFromNothing(k, person);
  return {
    fact: (id: string) => input.facts[id] ?? person.facts[id],
    condition: (id: string) => input.conditions[id] ?? person.conditions[id],
  };
};
