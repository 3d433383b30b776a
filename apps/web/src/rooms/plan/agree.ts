// A plan that was agreed to: told to the diary, and kept for the session that plays it.

import type { MuscleTarget, NonEmpty } from '@unknot/engine/case';
import type { PlanItem } from '@unknot/engine/plan';
import type { Gate } from '../../gate.ts';
import { record } from '../../person.ts';
import { keepPlan, planKey } from '../../ports/plan-draft.ts';

interface Agreed {
  readonly items: NonEmpty<PlanItem>;
  readonly says: readonly string[];
  readonly minutes: number;
  readonly tools: readonly string[];
  readonly places: readonly string[];
  readonly targets: readonly MuscleTarget[];
}

export async function agree(
  open: Extract<Gate, { kind: 'open' }>,
  { items, says, minutes, tools, places, targets }: Agreed,
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
