// Words of a session: what is written, and what is spoken. One instruction a sentence.

import type { CueSaid, PauseReason, Sound, StartProblem, StepKind, StopReason } from '@unknot/engine/session';

const SIDE = { left: 'left side', right: 'right side', both: 'both sides', midline: '' } as const;
const seconds = (n: number) =>
  n >= 90 ? `${Math.round(n / 60)} minutes` : n === 60 ? 'one minute' : `${Math.round(n)} seconds`;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const sessionTexts = {
  /** When a session ends or is left while something lies on the skin. */
  takeOffNow: 'Take it off your skin now.',
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
    ready: 'I am in position',
    keys: 'Keys: space pauses and goes on, arrows go back and on, R repeats, T tells the time, H says it hurts, Y says yes, S stops.',
    steps: 'Show the steps',
    picture: 'Show the picture',
    earOn: 'Voice commands on',
    earOff: 'Voice commands off',
  },
  handsFree: {
    title: 'Hands free',
    waits: 'Wait for me before each exercise',
    waitsHelp: 'It starts when you say, tap or press. All steps are read out meanwhile.',
    hears: 'Listen to my voice',
    hearsHelp:
      'Understood on this device. Nothing you say is sent or kept. Say: stop, pause, go on, next, back, repeat, it hurts.',
    fetch: 'This browser can learn to understand you on the device. It fetches what it needs first.',
    fetchButton: 'Fetch it and listen',
    fetching: 'It is being fetched …',
    notFetched: 'That did not work. The keys, your headset and the big button do the same.',
    cannot:
      'Voice commands are left out here: this browser would send your voice to a server. The big button, keys and headset do the same.',
    sounds: 'What the sounds mean. Tap to hear and feel them.',
    sound: {
      start: 'Begin',
      end: 'This one is over',
      change: 'Other side',
      ask: 'A question',
      stop: 'Stop, ease off',
      done: 'All done',
    } satisfies Record<Sound, string>,
    touch: 'The whole lower half of the screen is one button: it pauses and goes on. Headset keys work too.',
  },
  brokenVoice: 'The voice of this device has gone silent. Everything is written here, and the chimes go on.',
  whereMap: (muscle: string, side: string) => `Where it goes now: ${[muscle, side].filter(Boolean).join(', ')}`,
  whereOn: 'here, on the muscle',
  whereOff: 'not here',
  keepOff: (areas: readonly string[]) => `Keep off: ${areas.join(', ')}.`,
  breath: { in: 'In', hold: 'Hold', out: 'Out' },
  timeLeft: (left: number) => `${seconds(left)} left.`,
  timeLeftNone: 'This step waits for you.',
  numbered: (choices: readonly string[]) => choices.map((reason, n) => `${n + 1}: ${reason}.`).join(' '),
  elsewhere: {
    title: 'This session runs in another window',
    body: 'Two at once would talk over each other. You can bring it here; the other one then stands still.',
    stays: 'Safety questions are open in this window, so the session goes on in the other one.',
    take: 'Go on here',
    home: 'Back to today',
  },
  grammar: {
    words: {
      stop: ['stop', 'stop it', 'end', 'finish', 'help'],
      pause: ['pause', 'wait', 'hold on', 'one moment'],
      goOn: ['go on', 'continue', 'go', 'ready', 'i am ready', "i'm ready", 'resume', 'carry on'],
      next: ['next', 'skip', 'next one', 'skip it'],
      back: ['back', 'go back', 'previous'],
      repeat: ['repeat', 'again', 'say that again', 'what', 'how'],
      hurts: ['it hurts', 'hurts', 'ouch', 'too much', 'no more', 'more pain', 'no'],
      fine: ['yes', 'fine', 'ok', 'okay', 'it is fine', 'good', 'done'],
      timeLeft: ['how long', 'time', 'how much longer', 'how long left'],
    },
    numbers: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    polite: ['please', 'um', 'uh', 'now'],
  },
  paused: {
    person: 'Paused',
    pain: 'Paused. Ease off until it is comfortable.',
    call: 'Paused for the call',
    away: 'You were away. The clock waits for you.',
    reload: 'Welcome back. It goes on where you were.',
    stop: 'Stopped. Go on when you like.',
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
    'chest-pain': 'Pain or pressure in the chest',
    'saddle-numb': 'Numbness between the legs',
    'bad-headache': 'Sudden bad pain in head or neck',
    other: 'Something else',
  } satisfies Record<StopReason, string>,
  hurtsTitle: 'How is it, now that you stopped?',
  hurtsLead: 'That exercise is over.',
  hurts: {
    eases: 'It eases. Go on with the rest',
    enough: 'Enough for today',
    stays: 'It does not ease, or it is sharp, burning or spreading',
  },
  helpNow: 'Get help now',
  next: 'Next',
  last: 'This is the last one',
  painAfter: 'How strong is the pain now?',
  skipPain: 'Not now',
  stoppedTitle: 'Stopped',
  toCheck: 'Please answer the safety questions before anything else.',
  checkButton: 'Answer the questions',
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
      return [names(cue.technique), cue.side === 'both' ? '' : capital(SIDE[cue.side]), firstStep(cue.technique)]
        .filter(Boolean)
        .join('. ');
    case 'get-ready':
      return null;
    case 'confirm':
      return confirmWords(cue.what);
    case 'start-hold':
      return [
        cue.rep > 1 ? `Round ${cue.rep} of ${cue.of}.` : '',
        cue.side === 'left' || cue.side === 'right' ? `${capital(SIDE[cue.side])}.` : '',
        `Hold for ${seconds(cue.seconds)}.`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'start-repeat':
      return `${cue.repetitions} slow ones, at your pace.`;
    case 'start-passive':
      // What works by itself can send one to sleep, and that is how skin gets burnt.
      return cue.part
        ? `${sessionTexts.part[cue.part]} now, ${seconds(cue.seconds)}.`
        : `${seconds(cue.seconds)}. Stay awake.`;
    case 'start-breathing':
      return 'Breathe in slowly through the nose. And out, a little longer.';
    case 'half-way':
      return `Half way. ${seconds(cue.secondsLeft)} left.`;
    case 'pain-check':
      return `Still ${cue.cap} out of ten or less? If it climbs, tingles or turns sharp, stop.`;
    case 'check-skin':
      return 'Lift the edge and look at your skin.';
    case 'last-3':
      return String(cue.n);
    case 'rest':
      return `Rest, ${seconds(cue.seconds)}.`;
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
      return 'On we go.';
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

/** Sentences the app says by itself, for the promise that none of them commands the app. */
export const spokenSentences: readonly string[] = [
  ...Object.values(sessionTexts.paused),
  sessionTexts.stopOffer,
  ...(
    [
      { code: 'start-hold', seconds: 45, side: 'left', rep: 2, of: 3 },
      { code: 'start-repeat', seconds: 30, side: 'both', repetitions: 8 },
      { code: 'start-passive', seconds: 900 },
      { code: 'start-breathing', seconds: 120 },
      { code: 'half-way', secondsLeft: 20 },
      { code: 'pain-check', cap: 4 },
      { code: 'check-skin' },
      { code: 'rest', seconds: 20 },
      { code: 'switch-side', side: 'right', seconds: 10 },
      { code: 'take-off' },
      { code: 'ask-pain' },
      { code: 'ease-off', cap: 4 },
      { code: 'resumed' },
      { code: 'you-were-away', seconds: 90, ended: true },
      { code: 'stopped', reason: 'pain' },
      { code: 'done' },
    ] as const satisfies readonly CueSaid[]
  ).flatMap((cue) => spoken(cue, String, String, String) ?? []),
];
