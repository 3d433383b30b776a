// What an item is expected to do, in NRS points. The means by class come from the knowledge (`suggestedSessionPrior`,
// shrunk by hand from trials); the factors below are our own settings and only order what is allowed anyway.

import type { MuscleId, Side } from '@unknot/atlas/frame';
import type { Grade, PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import { has } from './closed.ts';
import type { Ceiling, Portion } from './dose.ts';
import { isOwn } from './own.ts';
import type { PlanRequest } from './request.ts';
import type { Sore } from './sore.ts';

/** Made for this muscle first; made for it too; done where it hurts; good for the whole body. */
const ON_FIRST_MUSCLE = 1;
const ON_NAMED_MUSCLE = 0.9;
const WHERE_IT_HURTS = 0.8;
const WHOLE_BODY = 0.5;
const BY_GRADE: Readonly<Record<Grade, number>> = {
  strong: 1,
  moderate: 1,
  limited: 0.9,
  'expert-opinion': 0.8,
  contested: 0.6,
  none: 0.3,
};
/** Getting down to the floor and up again is a price. */
const ON_THE_FLOOR = 0.9;
const PREFERRED = 1.3;
/** Somebody chose it for this very person. */
const OWN = 1.6;
/** What felt too easy gives way to its harder version. */
const TOO_EASY = 0.7;
/** What only lasts gains little beyond this. Own settings. */
const ENOUGH_MINUTES: Readonly<Record<string, number>> = { heat: 15, cold: 10, calm: 10, aerobic: 20 };

/** What only lasts: more of it is more minutes, and nothing is pressed, pulled or loaded. */
export const lastsOnly = ({ category }: Technique): boolean => ENOUGH_MINUTES[category] !== undefined;

/** How directly a technique acts on a muscle, 0–1; 0: not at all. */
export function actionOn(technique: Technique, muscle: MuscleId): number {
  if (technique.targets[0] === muscle) return ON_FIRST_MUSCLE;
  if (technique.targets.includes(muscle)) return ON_NAMED_MUSCLE;
  const touches = ['pressure', 'local-heat', 'cold', 'tens'].some((tag) => has(technique, tag));
  return touches && technique.targets.includes('any') ? WHERE_IT_HURTS : 0;
}

/** Wished for, one's own, or the step up from something that felt too easy. */
export const isPreferred = (request: PlanRequest, technique: Technique): boolean =>
  request.preferences?.prefer?.includes(technique.id) === true || isOwn(technique) || isStepUp(request, technique);

/** The step up from something that felt too easy. */
export const isStepUp = ({ preferences }: PlanRequest, { easierVersion }: Technique): boolean =>
  easierVersion !== undefined && preferences?.felt?.[easierVersion] === 'too-easy';

/** The step down from something that felt too hard. */
export const isStepDown = (k: PlanKnowledge, { preferences }: PlanRequest, { id }: Technique): boolean =>
  k.techniques.some((other) => other.easierVersion === id && preferences?.felt?.[other.id] === 'too-hard');

/** Expected drop of a full portion: class mean × how directly × how much of the pain × how sure. */
export function reliefOf(
  k: PlanKnowledge,
  request: PlanRequest,
  technique: Technique,
  sores: readonly Sore[],
  actsOn: readonly number[],
  side: Side | 'both',
): number {
  const learned = request.history?.learned?.[technique.id];
  const prior = k.effectPriors.find(({ id }) => id === technique.effectPriorClass)?.suggestedSessionPrior;
  const drop = Math.max(0, -(learned ?? prior?.mean ?? 0));
  const reach = actsOn.reduce((sum, index) => {
    const sore = sores[index] as Sore;
    const sided = side === 'both' || sore.sides.length < 2 ? 1 : 0.5;
    return sum + sore.share * sided * actionOn(technique, sore.muscle);
  }, 0);
  const preferred = isOwn(technique) ? OWN : isPreferred(request, technique) ? PREFERRED : 1;
  const easy = request.preferences?.felt?.[technique.id] === 'too-easy' ? TOO_EASY : 1;
  const floor = has(technique, 'floor') ? ON_THE_FLOOR : 1;
  const sure = learned === undefined ? BY_GRADE[technique.evidence.grade] : 1;
  return drop * (reach > 0 ? reach : WHOLE_BODY) * sure * preferred * easy * floor;
}

/** What a smaller portion keeps, 0–1: the first minute does more than the last. */
export function portionWorth(
  ceiling: Ceiling,
  { repetitions, sets }: Portion,
  technique: Technique,
  seconds: number,
): number {
  const { category, dose } = technique;
  const enough = ENOUGH_MINUTES[category];
  if (enough !== undefined) return Math.sqrt(Math.min(1, seconds / (60 * enough)));
  const full = (dose.repetitions ?? 1) * dose.sets * Math.max(1, dose.holdSeconds ?? 1);
  const done = (repetitions ?? 1) * sets * Math.max(1, ceiling.holdSeconds ?? 1);
  return Math.sqrt(Math.min(1, done / full));
}
