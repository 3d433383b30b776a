// Why a session ended, and where that leads. Nobody knows that what is not on the list is harmless (as OUT-08).

/** What a person may say when they stop, in the order of the screen. */
export const STOP_REASONS = [
  'done-early',
  'pain',
  'dizzy',
  'tingling',
  'weakness',
  'breathless',
  'chest-pain',
  'saddle-numb',
  'bad-headache',
  'other',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** `completed`: the last step ran out. `left`: the person never came back to it. */
export const FINISH_REASONS = ['completed', ...STOP_REASONS, 'left'] as const;
export type FinishReason = (typeof FINISH_REASONS)[number];

/**
 * techniques, `stopIf`: chest pain and a sudden severe pain of head or neck end in the emergency screen; red-flags,
 * `cauda-equina-recent`: so does numbness between the legs.
 */
const HELP_NOW: ReadonlySet<FinishReason> = new Set(['chest-pain', 'saddle-numb', 'bad-headache']);
const NOTHING_NEW: ReadonlySet<FinishReason> = new Set(['completed', 'done-early', 'pain', 'left']);

/** Whether the emergency card comes before anything else. */
export const needsHelpNow = (reason: FinishReason): boolean => HELP_NOW.has(reason);

/** Whether the check has to be answered again before anything else is offered. */
export const opensCheck = (reason: FinishReason): boolean => !NOTHING_NEW.has(reason);
