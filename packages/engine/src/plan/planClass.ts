// Which muscles lead to the same plan: those that mostly the same techniques are for.

import type { MuscleId } from '@unknot/atlas/frame';
import type { PlanKnowledge } from '@unknot/knowledge/schema';

/** Share of their techniques that two muscles must have in common. Own setting. */
const MOSTLY = 2 / 3;

/**
 * Muscle → name of its class: the first of its members by name. Between muscles of one class a question tells nothing
 * about what to do, so `nextQuestion` takes this as `planOf`.
 *
 * A muscle joins a class only when it is close to every member, so that a chain of neighbours never becomes one class.
 * A muscle that the knowledge does not have is a class of its own.
 */
export function planClassOf(knowledge: Pick<PlanKnowledge, 'muscles' | 'techniques'>): (muscle: MuscleId) => MuscleId {
  const techniques = new Map<MuscleId, Set<string>>(knowledge.muscles.map(({ id }) => [id, new Set()]));
  for (const { id, targets } of knowledge.techniques) for (const target of targets) techniques.get(target)?.add(id);
  const common = (one: MuscleId, other: MuscleId): number => {
    const [a, b] = [techniques.get(one), techniques.get(other)];
    if (!a || !b || a.size === 0 || b.size === 0) return 0;
    let both = 0;
    for (const technique of a) if (b.has(technique)) both++;
    return both / (a.size + b.size - both);
  };
  const classes: MuscleId[][] = [];
  for (const muscle of [...techniques.keys()].sort()) {
    const close = classes.find((members) => members.every((member) => common(member, muscle) >= MOSTLY));
    if (close) close.push(muscle);
    else classes.push([muscle]);
  }
  const classOf = new Map(classes.flatMap((members) => members.map((member) => [member, members[0] as MuscleId])));
  return (muscle) => classOf.get(muscle) ?? muscle;
}
