// Which muscle a plan works on, where that is not the one the drawing fits best.

import type { MuscleId } from '@unknot/atlas/frame';
import type { Plan, PlannedItem } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';

/**
 * The muscle that most of the plan is done on; null: the likely one itself, or nothing in particular. What presses counts
 * for the muscle it was made for, when that lies in another part of the body: the person feels it there.
 */
export function workedOnInstead(
  { muscles, techniques }: PlanKnowledge,
  { items }: Pick<Plan, 'items'>,
  likely: MuscleId,
): MuscleId | null {
  const groupOf = (id: MuscleId) => muscles.find((muscle) => muscle.id === id)?.group;
  const doneOn = ({ technique, muscle, phase }: PlannedItem): MuscleId | null => {
    const [first] = techniques.find(({ id }) => id === technique)?.targets ?? [];
    if (muscle === null || phase !== 'release' || first === undefined || groupOf(first) === undefined) return muscle;
    return groupOf(first) === groupOf(muscle) ? muscle : first;
  };
  const pressing = items.filter(({ phase, muscle }) => phase === 'release' && muscle !== null);
  const counted = pressing.length > 0 ? pressing : items.filter(({ phase }) => phase !== 'warm' && phase !== 'cool');
  const seconds = new Map<MuscleId, number>();
  for (const item of counted) {
    const on = doneOn(item);
    if (on !== null) seconds.set(on, (seconds.get(on) ?? 0) + item.seconds);
  }
  const [most] = [...seconds].toSorted((a, b) => b[1] - a[1])[0] ?? [likely];
  return most === likely ? null : most;
}
