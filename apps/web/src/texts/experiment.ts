// Words of the experiment room: two steps take turns. "Chance" is said in words and shown as dots.

import { MOST_SESSIONS } from '@unknot/engine/learning';
import { points, pointWord, tenths } from './amounts.ts';

const inPoints = (value: number) => `${points(value)} ${pointWord(value)}`;

/** Names of steps begin with a capital; in the middle of a sentence they do not, abbreviations apart. */
const within = (name: string) => (/^[A-Z][a-z ]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);
export const eitherOr = (a: string, b: string) => `${a} or ${within(b)}?`;

export const experimentTexts = {
  back: 'Back to your diary',
  title: 'Try one against the other',
  lead: 'Choose two steps that could take each other’s place. They take turns, in an order drawn by lot, so that neither gets the better days.',
  how: [
    `It goes on for at most ${MOST_SESSIONS} sessions, and stops earlier when the answer is plain.`,
    'The result stays hidden until then: knowing it would colour your numbers.',
    'Nothing is offered here that your plan would not allow today, and you can stop whenever you like.',
  ],
  first: 'This one',
  second: 'against this one',
  begin: 'Begin',
  needPlan: 'The choice comes from a plan for now. Make one first, then come back.',
  makePlan: 'Make a plan',
  noPair:
    'Nothing in your plan for now has a step that could take its place. With more minutes or tools there may be one.',
  vs: eitherOr,
  turn: 'Now it is the turn of',
  turnSay: 'Your next plan asks for it, as long as it is fine for you that day. Everything else stays as usual.',
  progress: (done: number, most: number) => `${done} of at most ${most} sessions done`,
  hidden: 'What comes out is shown at the end.',
  toPlan: 'Make a plan',
  stop: 'Stop the experiment',
  stopSure: 'Stop it? What was counted so far is kept.',
  stopYes: 'Yes, stop',
  stopNo: 'Go on',
  result: {
    differs: (better: string) => `${better} did better for you`,
    'could-be-chance': 'It could be chance',
    'too-early': 'Too early to say',
    running: '',
  },
  say: {
    differs: (difference: number, low: number, high: number): string =>
      `After it, pain was about ${inPoints(difference)} lower than after the other (somewhere between ${tenths(low)} and ${inPoints(high)}). If both were the same, a difference like this would come up in fewer than one of twenty such experiments.`,
    'could-be-chance': () =>
      'The two lie so close together, or go up and down so much, that tossing a coin could have made the difference. For you, either is a fair choice: take the one you like better.',
    'too-early': () => 'There were fewer than five sessions with each. With so few, nearly everything can be chance.',
    running: () => '',
  },
  dots: 'Each dot is a session: how pain changed from before to after.',
  dotsLabel: (name: string, changes: string) => `${name}: ${changes}`,
  less: 'less pain',
  more: 'more pain',
  table: ['Session', 'Step', 'Change'],
  again: 'Set up another',
} as const;
