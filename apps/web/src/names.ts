// What the knowledge calls things; what it does not know keeps its id.

import type { PlanKnowledge } from '@unknot/knowledge/schema';

export const namesIn = ({ techniques, conditions, toolVocabulary }: PlanKnowledge) => ({
  technique: (technique: string): string => techniques.find(({ id }) => id === technique)?.plainName ?? technique,
  condition: (condition: string): string => conditions.find(({ id }) => id === condition)?.name ?? condition,
  tool: (tool: string): string => toolVocabulary[tool]?.label ?? tool,
});
