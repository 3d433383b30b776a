// Door of the safety check.

export { type CheckInput, type PaintedRegion, withoutNo } from './answers.ts';
export { type Asked, askedFromNothing, askedPath } from './asked.ts';
export {
  type BadInput,
  type CaseLevel,
  type CaseLine,
  decodeCheckInput,
  decodeTriageCases,
  type TriageCase,
  type TriageMeasures,
  triageMeasures,
} from './casebook.ts';
export { type CheckResult, check, verdictAssumingNo } from './check.ts';
export { clearance, type Refusal, type SelfCareClearance } from './clearance.ts';
export { answerQuestion, type Marks, type QuestionView } from './questions.ts';
export {
  preSessionCheck,
  SHORT_FORMS,
  type ShortForm,
  type ShortFormOutcome,
  shortForm,
  shortFormOutcome,
} from './shortForm.ts';
export {
  type CheckRecord,
  clearedNow,
  ONE_SITTING,
  type Override,
  paintedKey,
  placesTold,
  type StaleBecause,
  type Standing,
  type Story,
  standing,
} from './standing.ts';
export type {
  ClearedRule,
  Closable,
  FiredRule,
  LevelVerdict,
  UndecidedRule,
  Verdict,
} from './verdict.ts';
