// "Too hard" and "too easy": one step down or up among the versions the knowledge names, as far as they are open for
// this person. See RULES.md, PLN-19.

import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { TechniqueId } from '../case/index.ts';
import { closedFor, techniqueById } from './closed.ts';
import type { Ceiling } from './dose.ts';
import type { Person } from './person.ts';
import type { PlanRequest } from './request.ts';
import type { Sore } from './sore.ts';
import { actionOn } from './worth.ts';

export interface Steps {
  readonly easier: TechniqueId | null;
  readonly harder: TechniqueId | null;
}

/** The versions next to a technique that are open now and act on every sore muscle that it acts on. */
export function stepsOf(
  k: PlanKnowledge,
  person: Person,
  request: PlanRequest,
  technique: Technique,
  sores: readonly Sore[],
): Steps {
  const { felt: _, ...wishes } = request.preferences ?? {};
  const unasked = { ...request, preferences: wishes };
  const isOpen = (id: TechniqueId): boolean => {
    const other = techniqueById(k, id);
    if (other === undefined || closedFor(k, person, unasked, other).length > 0) return false;
    return sores.every(({ muscle }) => actionOn(technique, muscle) === 0 || actionOn(other, muscle) > 0);
  };
  const easier = technique.easierVersion;
  return {
    easier: easier !== undefined && isOpen(easier) ? easier : null,
    harder: technique.harderVersions?.find(isOpen) ?? null,
  };
}

/** Half of it and one point milder, where there is no easier version. Own setting. */
export function lessOf(ceiling: Ceiling): Ceiling {
  const { repetitions, minutes, intensityCap } = ceiling;
  return {
    ...ceiling,
    sets: 1,
    repetitions: repetitions === null ? null : Math.max(1, Math.floor(repetitions / 2)),
    minutes: minutes === null ? null : { min: minutes.min, max: Math.max(minutes.min, minutes.max / 2) },
    minutesMax: ceiling.minutesMax / 2 > 0 ? Math.max(minutes?.min ?? 0, ceiling.minutesMax / 2) : ceiling.minutesMax,
    intensityCap: Math.min(intensityCap, Math.max(1, intensityCap - 1)),
  };
}
