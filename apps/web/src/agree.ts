// A plan that was agreed to: told to the diary, and kept for the session that plays it.

import type { NonEmpty } from '@unknot/engine/case';
import type { PlanItem, PlanRequest } from '@unknot/engine/plan';
import type { OpenGate } from './gate.ts';
import { record } from './person.ts';
import { keepPlan, planKey } from './ports/plan-draft.ts';

/** What was asked for and what came out of it. */
export async function agree(
  open: OpenGate,
  { minutes, tools, places, targets }: Pick<PlanRequest, 'minutes' | 'tools' | 'places' | 'targets'>,
  { items, says }: { readonly items: NonEmpty<PlanItem>; readonly says: readonly string[] },
): Promise<void> {
  const planId = crypto.randomUUID();
  await record('plan.made', {
    planId,
    request: {
      minutes,
      tools: [...tools],
      places: [...places],
      targets: targets.map(({ muscle: id, side }) => ({ muscle: id, side })),
    },
    items: items.map(({ technique, muscle: id, side, seconds, dose, phase, grade, because, sources }) => ({
      technique,
      muscle: id,
      side,
      seconds,
      dose: {
        holdSeconds: dose.holdSeconds,
        repetitions: dose.repetitions,
        sets: dose.sets,
        restSeconds: dose.restSeconds,
        intensityCap: dose.intensityCap,
        perSide: dose.perSide,
      },
      phase,
      grade,
      because: [...because],
      sources: [...sources],
    })),
    says: [...says],
  });
  await keepPlan({ planId, madeFor: planKey(open), items });
}
