// Why a session ended. Dizziness, tingling, weakness and breathlessness lead to the check (SAFETY.md §6).

/** What a person may say when they stop. */
export const STOP_REASONS = ['done-early', 'pain', 'dizzy', 'tingling', 'weakness', 'breathless', 'other'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** `completed`: the last step ran out. `left`: the person never came back to it. */
export const FINISH_REASONS = ['completed', ...STOP_REASONS, 'left'] as const;
export type FinishReason = (typeof FINISH_REASONS)[number];

const CHECK_AGAIN: ReadonlySet<FinishReason> = new Set(['dizzy', 'tingling', 'weakness', 'breathless']);

/** Whether the check has to be answered again before anything else is offered. */
export const opensCheck = (reason: FinishReason): boolean => CHECK_AGAIN.has(reason);
