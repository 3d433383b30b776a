// Door of the plan: what to do now, within every limit, and what was left out and why.

export { type PlanCase, type PlanCasebook, type PlanLine, type PlanMeasures, planMeasures } from './measures.ts';
export { type PartnerCard, partnerCard } from './partner.ts';
export { makePlan } from './plan.ts';
export type {
  ConfirmCode,
  ItemReason,
  LeftOut,
  LeftOutReason,
  Phase,
  Plan,
  PlanDose,
  PlanHistory,
  PlanItem,
  PlanPreferences,
  PlanRequest,
  PlanResult,
  SayCode,
  TechniqueUse,
} from './request.ts';
export { PHASES } from './request.ts';
