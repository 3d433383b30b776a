// Door of the safety check.

export { type CheckInput, factsOfDrawing, type PaintedRegion } from './answers.ts';
export {
  type BadInput,
  CASE_LEVELS,
  type CaseLevel,
  type CaseLine,
  caseLevel,
  decodeCheckInput,
  decodeTriageCases,
  type TriageCase,
  type TriageMeasures,
  triageMeasures,
} from './casebook.ts';
export { type CheckResult, check, verdictAssumingNo } from './check.ts';
export { clearance, type Refusal, type SelfCareClearance } from './clearance.ts';
export { type Answers, evaluateLogic, type Reading, type Truth } from './logic.ts';
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
  type Override,
  paintedKey,
  type StaleBecause,
  type Standing,
  type Story,
  standing,
} from './standing.ts';
export {
  CLOSABLE,
  type ClearedRule,
  type Closable,
  type FiredRule,
  type LevelVerdict,
  type UndecidedRule,
  type Verdict,
} from './verdict.ts';
