// The door of session.

export { FINISH_REASONS, type FinishReason, opensCheck, STOP_REASONS, type StopReason } from './reason.ts';
