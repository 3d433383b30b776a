// A card for the person who helps (C44): where, how hard, how long, and the word that ends it. Codes and numbers only.

import type { MuscleId } from '@unknot/atlas/frame';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import type { MuscleTarget, RuleId, TechniqueId } from '../case/index.ts';
import { has, rulesOn } from './closed.ts';
import type { PlanItem } from './request.ts';

export interface PartnerCard {
  readonly technique: TechniqueId;
  readonly muscle: MuscleId;
  readonly side: PlanItem['side'];
  /** Highest discomfort the person may name, NRS 0–10. */
  readonly intensityCap: number;
  readonly holdSeconds: number | null;
  readonly repetitions: number;
  readonly restSeconds: number | null;
  readonly seconds: number;
  readonly confirm: readonly string[];
  /** Dose rules whose forbidden areas the helper keeps off. */
  readonly keepOff: readonly RuleId[];
  /** Said by the person; everything stops at once. */
  readonly stopWord: 'stop';
}

/**
 * The card for one item of a plan, on the target it is meant for.
 *
 * @returns undefined when it is nothing for a helper: no pressing, or a muscle that nobody but oneself may press
 */
export function partnerCard(k: PlanKnowledge, item: PlanItem, target: MuscleTarget): PartnerCard | undefined {
  const technique = k.techniques.find(({ id }) => id === item.technique);
  const muscle = k.muscles.find(({ id }) => id === target.muscle);
  if (technique === undefined || !has(technique, 'pressure') || item.muscle !== target.muscle) return undefined;
  if (muscle?.palpation.tools.includes('partner') !== true) return undefined;
  const { dose } = item;
  return {
    technique: item.technique,
    muscle: target.muscle,
    side: item.side,
    intensityCap: dose.intensityCap,
    holdSeconds: dose.holdSeconds,
    repetitions: (dose.repetitions ?? 1) * dose.sets,
    restSeconds: dose.restSeconds,
    seconds: item.seconds,
    confirm: [...new Set([...dose.confirm, 'stop-word-agreed'])],
    keepOff: rulesOn(k, technique).flatMap(({ id, forbiddenAreas }) => (forbiddenAreas === undefined ? [] : [id])),
    stopWord: 'stop',
  };
}
