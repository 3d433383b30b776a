// Words of a session: what is written, and what is spoken. One instruction a sentence.

import type { CueSaid, PauseReason, StartProblem, StepKind, StopReason } from '@unknot/engine/session';

const SIDE = { left: 'left side', right: 'right side', both: 'both sides', midline: '' } as const;
const seconds = (n: number) =>
  n >= 90 ? `${Math.round(n / 60)} minutes` : n === 60 ? 'one minute' : `${Math.round(n)} seconds`;

export const sessionTexts = {
  title: 'Session',
  noPlan: 'There is no plan to start yet.',
  oldPlan: 'Things have changed since that plan. A new one takes a moment.',
  makePlan: 'Make a plan',
  home: 'Back to today',
  before: 'Before we start',
  painNow: 'How strong is the pain right now?',
  confirmLead: 'Please make sure of this:',
  start: 'Start',
  startTime: (minutes: string) => `Start, ${minutes}`,
  notYet: {
    'no-steps': 'This plan has nothing to do in it. Make a new one.',
    'pain-not-said': 'Tap your pain first.',
    'not-confirmed': 'Please confirm every point first.',
    'check-missing': 'The safety questions come first.',
    'check-too-old': 'The safety questions are too old. Please answer them again.',
  } satisfies Record<StartProblem, string>,
  reminder: 'Stay at four out of ten or less. If it climbs, tingles or turns sharp, stop.',
  stepOf: (step: number, of: number) => `Step ${step} of ${of}`,
  round: (rep: number, set: number) => (set > 1 ? `set ${set}, round ${rep}` : `round ${rep}`),
  side: SIDE,
  kind: {
    'get-ready': 'Get ready',
    confirm: 'One moment',
    hold: 'Hold',
    repeat: 'Slowly, at your pace',
    rest: 'Rest',
    'switch-side': 'Change sides',
    passive: 'Let it work',
    breathe: 'Breathe slowly',
    'ask-pain': 'How strong is the pain now?',
    done: 'Done',
  } satisfies Record<StepKind, string>,
  part: { warm: 'Warm', cold: 'Cold' },
  controls: {
    pause: 'Pause',
    resume: 'Go on',
    back: 'Back',
    skip: 'Skip',
    stop: 'Stop',
    voiceOn: 'Voice on',
    voiceOff: 'Voice off',
    yes: 'Yes, that is so',
    skipItem: 'Leave this one out',
    keys: 'Keys: space pauses, arrows go back and on, S stops.',
    steps: 'Show the steps',
  },
  paused: {
    person: 'Paused',
    pain: 'Paused. Ease off until it is comfortable.',
    call: 'Paused for the call',
    away: 'You were away. The clock waits for you.',
    reload: 'Welcome back. It goes on where you were.',
  } satisfies Record<PauseReason, string>,
  stillRuns: 'The time of warmth and cold runs on, for your skin.',
  painCheck: (cap: number) => `Still ${cap} out of ten or less?`,
  painFine: 'Yes',
  painAbove: 'No, more',
  stopOffer: 'It climbs again. Better stop here for today.',
  stopNow: 'Stop here',
  goOnGently: 'Go on, more gently',
  stopTitle: 'Why do you stop?',
  stopBack: 'Go on with the session',
  stopReason: {
    'done-early': 'Enough for today',
    pain: 'It hurts more',
    dizzy: 'I feel dizzy',
    tingling: 'Tingling or numbness',
    weakness: 'Weakness',
    breathless: 'Short of breath',
    other: 'Something else',
  } satisfies Record<StopReason, string>,
  next: 'Next',
  last: 'This is the last one',
  painAfter: 'How strong is the pain now?',
  skipPain: 'Not now',
  finishedTitle: 'Done',
  stoppedTitle: 'Stopped',
  toCheck: 'Please answer the safety questions before anything else.',
  checkButton: 'Answer the questions',
  goOnButton: 'How did it go?',
} as const;

/** What is spoken for a cue; null: nothing, a chime or a shake does it. `names`: technique names by id. */
export function spoken(
  cue: CueSaid,
  names: (technique: string) => string,
  confirmWords: (code: string) => string,
  firstStep: (technique: string) => string,
): string | null {
  switch (cue.code) {
    case 'next-up':
      return [names(cue.technique), cue.side === 'both' ? '' : SIDE[cue.side], firstStep(cue.technique)]
        .filter(Boolean)
        .join('. ');
    case 'get-ready':
      return null;
    case 'confirm':
      return confirmWords(cue.what);
    case 'start-hold':
      return cue.rep === 1 ? `Hold for ${seconds(cue.seconds)}.` : `Round ${cue.rep} of ${cue.of}. Hold.`;
    case 'start-repeat':
      return `${cue.repetitions} slow ones, at your pace.`;
    case 'start-passive':
      return cue.part
        ? `${sessionTexts.part[cue.part]} now, ${seconds(cue.seconds)}.`
        : `${seconds(cue.seconds)}. Stay awake.`;
    case 'start-breathing':
      return 'Breathe in slowly through the nose. And out, a little longer.';
    case 'half-way':
      return 'Half way.';
    case 'pain-check':
      return `Still ${cue.cap} or less? If it climbs, tingles or turns sharp, stop.`;
    case 'check-skin':
      return 'Lift the edge and look at your skin.';
    case 'last-3':
      return String(cue.n);
    case 'rest':
      return 'Rest.';
    case 'switch-side':
      return `Now the ${SIDE[cue.side] || 'other side'}.`;
    case 'take-off':
      return 'Time is up. Take it off now.';
    case 'ask-pain':
      return 'How strong is the pain now, from zero to ten?';
    case 'ease-off':
      return `Ease off. Not more than ${cue.cap} out of ten.`;
    case 'offer-stop':
      return sessionTexts.stopOffer;
    case 'paused':
      return sessionTexts.paused[cue.because];
    case 'resumed':
      return 'Go on.';
    case 'you-were-away':
      return cue.ended
        ? 'You were away, and the step ran out. The next one waits for you.'
        : 'You were away for a while.';
    case 'stopped':
      return 'Stopped.';
    case 'done':
      return 'Done. Well looked after.';
    case 'chime':
    case 'vibrate':
      return null;
  }
}
