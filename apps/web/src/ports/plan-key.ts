// All that limits a plan, as one text: when any of it changes, a plan that was agreed to has to be made anew.

import type { Conditions, Facts } from '@unknot/engine/case';
import type { SelfCareClearance } from '@unknot/engine/triage';
import type { AppState } from '@unknot/journal/project';

export interface Limits {
  readonly clearance: SelfCareClearance;
  /** As they count now: one that grew old is unknown, and unknown is not what a plan was made for. */
  readonly conditions: Conditions;
  readonly facts: Facts;
  /** Edition of the knowledge: a technique may be gone, or its dose smaller. */
  readonly edition: string;
}

export function planKeyOf(
  { profile, sessions, harms, preferences, felt, own }: AppState,
  { clearance, conditions, facts, edition }: Limits,
): string {
  const { level, because, restrictions } = clearance;
  const inOrder = (answers: object) => Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const done = sessions.filter(({ finishedAt }) => finishedAt !== null);
  const sum = (of: readonly (number | null)[]) => [
    of.filter((n) => n !== null).length,
    of.reduce<number>((total, n) => total + (n ?? 0), 0),
  ];
  return JSON.stringify([
    edition,
    level,
    because,
    restrictions.closed,
    inOrder(conditions),
    inOrder(facts).filter(([, value]) => typeof value === 'number'),
    profile.ageYears ?? null,
    // How sessions went closes techniques: also what is told of one the day after.
    [done.length, sum(done.map(({ painAfter }) => painAfter)), sum(done.map(({ painNextDay }) => painNextDay))],
    harms.length,
    inOrder(preferences),
    inOrder(felt),
    own.map(({ item }) => item),
  ]);
}
