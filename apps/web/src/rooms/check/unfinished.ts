// What an unfinished check leaves for the next time: its answers, and for how long they count.

import type { ConditionAnswer, FactAnswer } from '@unknot/engine/case';
import { ONE_SITTING, withoutNo } from '@unknot/engine/triage';
import { isSensitive } from '@unknot/journal/event';

/** Answers so far, one entry a screen, so that "back" takes back exactly one. */
export type Screens = readonly {
  readonly facts: Readonly<Record<string, FactAnswer>>;
  readonly conditions: Readonly<Record<string, ConditionAnswer>>;
}[];

/**
 * As it is stored. Private answers are left out unless the person agreed: unfinished, they are not asked for longer
 * than the page lives.
 */
export function draftOf(screens: Screens, at: number, keepPrivate: boolean): string {
  const open = <T>(answers: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    keepPrivate ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => !isSensitive(id)));
  return JSON.stringify({
    at,
    screens: screens.map(({ facts, conditions }) => ({ facts: open(facts), conditions: open(conditions) })),
  });
}

/** What still counts of it: within a sitting all, later whatever is not a plain no. Nothing of what cannot be read. */
export function screensOf(text: string | null, now: number): Screens {
  try {
    const { at, screens } = JSON.parse(text ?? '') as { at: number; screens: Screens };
    if (!Array.isArray(screens)) return [];
    if (now >= at && now - at < ONE_SITTING) return screens;
    const facts = withoutNo(Object.assign({}, ...screens.map((screen) => screen.facts)));
    const conditions = withoutNo(Object.assign({}, ...screens.map((screen) => screen.conditions)));
    return [{ facts, conditions: conditions as Screens[number]['conditions'] }];
  } catch {
    return [];
  }
}
