// Door of the plan: what to do now, within every limit, and what was left out and why.

export { type Acute, acuteBecause, type ToldPain } from './acute.ts';
export { isOpenAlone } from './alone.ts';
export { type PlanCase, type PlanCasebook, type PlanLine, type PlanMeasures, planMeasures } from './measures.ts';
export { withOwn } from './own.ts';
export { type PartnerCard, partnerCard } from './partner.ts';
export { makePlan } from './plan.ts';
export { planClassOf } from './planClass.ts';
export {
  type Programme,
  type ProgrammeDay,
  type ProgrammePart,
  type ProgrammePartKind,
  type ProgrammeReview,
  programme,
} from './programme.ts';
export type {
  ConfirmCode,
  ItemReason,
  LeftOut,
  LeftOutReason,
  OwnDeed,
  OwnDose,
  OwnItem,
  OwnTrait,
  Phase,
  Plan,
  PlanDose,
  PlanHistory,
  PlanItem,
  PlannedItem,
  PlanPreferences,
  PlanRequest,
  PlanResult,
  SayCode,
  TechniqueUse,
  Today,
} from './request.ts';
export { OWN_DEEDS, OWN_TRAITS } from './request.ts';
export { furnitureOf, inSurrounding, type SurroundingId } from './surroundings.ts';
export { VERSIONS, type VersionId, versionOf } from './version.ts';
export { lastsOnly } from './worth.ts';
