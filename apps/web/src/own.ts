// The person's own exercises and devices, beside the knowledge: a plan and a session find them like any other technique.

import { type OwnItem, withOwn } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { person } from './person.ts';

export const ownItems = (): readonly OwnItem[] => person.value.own.map(({ item }) => item);

/** The knowledge with what the person keeps of their own, in the words of whoever gave it. */
export function withMyOwn(k: PlanKnowledge): PlanKnowledge {
  const told = new Map(person.value.own.map((each) => [each.item.id, each]));
  if (told.size === 0) return k;
  const { techniques, ...rest } = withOwn(k, ownItems());
  return {
    ...rest,
    techniques: techniques.map((technique) => {
      const own = told.get(technique.id);
      const steps = own?.how?.split('\n').filter((line) => line.trim() !== '') ?? [];
      return own ? { ...technique, steps } : technique;
    }),
  };
}

/** The picture of an own exercise; null: it has none, or it is not an own one. */
export const ownPicture = (technique: string): string | null =>
  person.value.own.find(({ item }) => item.id === technique)?.picture ?? null;
