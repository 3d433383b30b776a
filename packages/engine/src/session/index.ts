// The door of session: a plan as steps, a machine that plays them, a view for the player, a draft for after a crash.

export { type Cue, type CueSaid, cuesOf, type PauseReason, type PlacedCue, type Sound, signal } from './cue.ts';
export { decode, encode } from './draft.ts';
export {
  type Advanced,
  advance,
  type Begun,
  begin,
  type Clearance,
  returnTo,
  type SessionInput,
  type StartProblem,
} from './machine.ts';
export {
  FINISH_REASONS,
  type FinishReason,
  needsHelpNow,
  opensCheck,
  STOP_REASONS,
  type StopReason,
} from './reason.ts';
export {
  type ItemSide,
  isWork,
  type ReadyBy,
  type SessionDose,
  type SessionItem,
  type SessionScript,
  type SessionStep,
  type StepKind,
  scriptOf,
  scriptSeconds,
} from './script.ts';
export type { Moment, SessionOutcome, SessionState } from './state.ts';
export { type SessionView, viewOf } from './view.ts';
