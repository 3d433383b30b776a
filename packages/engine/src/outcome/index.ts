// The door of outcome: did it help, when to ask again, and what follows from harm.

export { type Change, change, isClearlyWorse, type Nrs } from './change.ts';
export { type PainDay, type QuietDays, quietDays } from './flares.ts';
export { type DatedPain, weeksWithoutGain } from './gain.ts';
export { type Consequence, consequenceOf, HARM_KINDS, type HarmKind } from './harm.ts';
export { nextDayFrom, nextDayQuestion, type RatedSession } from './nextDay.ts';
export {
  type Answered,
  QUESTIONNAIRES,
  type QuestionnaireId,
  questionnaireDue,
  type ScoreChange,
  scoreChange,
  scoreOf,
} from './questionnaires.ts';
export { isInTime, isUnrated, type RateableSession, sessionChange } from './rating.ts';
export { type Redraw, redraw } from './redraw.ts';
export { type Knot, knotsOf, type Spell, type WorkedOn } from './spells.ts';
export { type Visit, visitDue } from './visit.ts';
