// Words of the Plan room.

import type { Acute, ItemReason, LeftOutReason, Plan, VersionId } from '@unknot/engine/plan';
import type { Grade } from '@unknot/knowledge/schema';
import type { MuscleGroup } from '../rooms/learn/shelves.ts';
import { lasting, tenths } from './amounts.ts';

const MORE_IF_SO = 'More becomes possible if this is so';
const STEPS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

export const planTexts = {
  /** From rooms that belong to the plan. */
  backHere: 'Back to your plan',
  title: (minutes: number, muscle: string | null) =>
    `${minutes === 1 ? 'One minute' : `${minutes} minutes`} ${muscle ? `for ${muscle}` : 'of gentle care'}`,
  /** Where most of it is done beside the likely muscle. */
  area: {
    'head-neck': 'the neck',
    'neck-shoulder': 'the neck and shoulder',
    shoulder: 'the shoulder',
    'upper-back': 'the upper back',
    'mid-back': 'the middle of the back',
    chest: 'the chest',
    arm: 'the arm',
    'low-back': 'the low back',
    abdomen: 'the belly',
    'hip-buttock': 'the hip',
    'pelvic-floor': 'the pelvic floor',
    'thigh-leg': 'the leg',
  } satisfies Record<MuscleGroup, string>,
  workedOn: (done: string, likely: string) => `Mostly on the ${done}. Your drawing fits the ${likely} best.`,
  sideOf: { left: 'left', right: 'right', both: 'both sides', midline: '' },
  lead: 'Made from your drawing, your answers and what is at hand.',
  leadGentle: 'Something in your answers should be looked at, so this plan stays gentle: no pressing, nothing new.',
  fits: 'Fits you now',
  minutes: 'Minutes',
  minutesOption: (n: number) => `${n} min`,
  where: 'Where you are',
  today: 'Today',
  version: {
    'two-minutes': 'Two minutes',
    'nothing-at-hand': 'Nothing at hand',
    'flare-day': 'Flare-up',
    'first-72-hours': 'Strained in the last 3 days',
    'more-time': 'More exercises',
    travel: 'On the way',
    office: 'At work',
    'low-energy': 'Only lying down',
    'no-floor': 'Not on the floor',
    'with-a-helper': 'Somebody helps',
  } satisfies Record<VersionId, string>,
  atHand: 'At hand',
  near: 'Near you',
  nearFirst: 'What is near you?',
  nearHow: 'Tap what you have, and what is not there after all.',
  nearDone: 'That is all',
  nothingToBring: 'Here only your hands count.',
  onlyHands: 'only your hands',
  start: (minutes: number) => `Start, ${minutes} min`,
  warning: 'Stop if it climbs above four out of ten, tingles, or turns sharp.',
  askFirst: (count: number) => (count === 1 ? 'One health question first' : 'A few health questions first'),
  askAge: 'How old are you?',
  askAgeDone: 'Go on',
  askAgain: 'Is this still right?',
  askFirstWhy: (count: number) =>
    `Some things in this plan are not for everyone. Say once ${count === 1 ? 'whether this' : 'what'} fits you; it is kept on this device.`,
  nothing: 'Nothing safe fits these minutes, tools and places.',
  nothingSay: 'Try more minutes or another place. Slow walking and easy breathing are usually fine.',
  seeSomeone: 'This needs someone to look first.',
  seeSomeoneButton: 'What to do',
  /** Why it begins gently. */
  acute: {
    new: 'It began only days ago, so this plan is gentle: easy movement, slow breathing, warmth where it fits. Nothing presses or pulls.',
    strong:
      'It hurts a lot right now, so this plan is gentle: easy movement, slow breathing, warmth where it fits. Nothing presses or pulls.',
  } satisfies Record<Acute, string>,
  acuteShorter: (minutes: number) => `That makes it shorter than ${minutes} minutes.`,
  usual: 'Make the usual plan',
  /** Why it is clearly shorter than the minutes asked for. */
  shorter: {
    items: (steps: number, minutes: number) =>
      `${STEPS[steps] ?? steps} steps are enough for one sitting, so it is shorter than ${minutes} minutes.`,
    limits: (_: number, minutes: number) =>
      `Nothing more fits you and this place well, so it is shorter than ${minutes} minutes. More of the same would not help more.`,
  } satisfies Record<NonNullable<Plan['shorter']>, (steps: number, minutes: number) => string>,
  addSteps: 'Add some',
  paintFirst: 'Paint where it hurts, and the plan will fit. Without a drawing it stays general.',
  paint: 'Paint first',
  how: 'How to do it',
  mistakes: 'Easy to get wrong',
  stopIf: 'Stop if',
  evidence: 'Evidence',
  swapFor: (name: string) => `Swap ${name} for something else`,
  wishes: 'How is this one for you?',
  tooHard: 'Too hard',
  tooEasy: 'Too easy',
  like: 'I like it',
  never: 'Not for me',
  yourWishes: 'What you said about exercises',
  wish: { never: 'not for you', prefer: 'you like it', 'too-hard': 'was too hard', 'too-easy': 'was too easy' },
  takeBack: (name: string) => `Take back what you said about ${name}`,
  expected: (drop: number, from: 'learned' | 'own-setting') => {
    const points = `about ${tenths(drop)} ${drop === 1 ? 'point' : 'points'} out of 10`;
    return from === 'learned'
      ? `In your diary it went with ${points} less pain.`
      : `Plans count with ${points} less pain for something like this. That is our own careful guess from trials, not a promise.`;
  },
  someSay: 'Some say something else',
  saysElse: (says: readonly string[]) => `Articles say: ${says.join('; or: ')}.`,
  weDo: (resolution: string) => `What we do: ${resolution}`,
  ownTitle: 'Your own exercises and devices',
  ownLead: 'What your physiotherapist gave you, or a device you have. It keeps to the same limits as everything else.',
  weeksTitle: 'Your programme',
  weeksLead: 'What to do, over weeks: stretching, roller days with rest, and strength that grows slowly.',
  leftOut: (count: number) => `Left out, and why (${count})`,
  leftForSafety: 'To keep you safe',
  leftOtherwise: (count: number) => `With other things, places or days (${count})`,
  leftNotNeeded: (count: number) => `Fine for you, not needed now (${count})`,
  says: 'Good to know',
  moreIfSo: MORE_IF_SO,
  helper: {
    title: 'Card for a helper',
    picture: 'Where to press',
    where: (name: string, side: string) =>
      [name.charAt(0).toUpperCase() + name.slice(1), side].filter(Boolean).join(', '),
    howHard: (cap: number) => `Slowly, until the person says ${cap} out of 10. Not more.`,
    howLong: (hold: number | null, times: number, rest: number | null) =>
      `${hold === null ? 'Slow strokes' : `Hold ${hold} seconds`}, ${times === 1 ? 'once' : `${times} times${rest ? `, ${rest} seconds between` : ''}`}.`,
    stop: (word: string) => `At the word “${word}”: let go at once.`,
    keepOff: 'Never press on:',
    print: 'Print the card',
    send: 'Send as a picture',
    sendFailed: 'This browser could not draw the picture. Printing the card works.',
    fileName: 'unknot-helper-card',
  },
  dose: (hold: number | null, reps: number | null, sets: number, seconds: number) => {
    if (hold !== null && hold >= 8 && reps) return sets > 1 ? `${sets} × ${reps} × ${hold} s` : `${reps} × ${hold} s`;
    if (reps && reps > 1) return sets > 1 ? `${sets} × ${reps} slow ones` : `${reps} slow ones`;
    return lasting(seconds);
  },
  cap: (cap: number) => `at most ${cap} out of 10`,
  because: {
    'acts-on-muscle': 'Works on the muscle that fits your drawing.',
    'acts-where-it-hurts': 'Works where it hurts.',
    'whole-body': 'Good for the whole body.',
    settles: 'Settles breath and guarding.',
    'only-one-left': 'What is left that fits.',
    preferred: 'You like this one.',
    'helped-before': 'Went with less pain in your diary.',
    'easier-version': 'The easier version, because the other felt too hard.',
    'harder-version': 'The next step, because the other felt too easy.',
    own: 'Your own.',
  } satisfies Record<ItemReason, string>,
  grade: {
    strong: { dots: 4, words: 'Good evidence' },
    moderate: { dots: 3, words: 'Moderate evidence' },
    limited: { dots: 2, words: 'Limited evidence' },
    'expert-opinion': { dots: 1, words: 'Expert opinion, no trials' },
    contested: { dots: 1, words: 'Experts disagree' },
    none: { dots: 0, words: 'No support found' },
  } satisfies Record<Grade, { dots: number; words: string }>,
  left: (
    reason: LeftOutReason,
    words: { condition: (id: string) => string; tool: (id: string) => string; technique: (id: string) => string },
    /** A yes is all that it waits for. */
    isWaiting = false,
  ): string => {
    switch (reason.kind) {
      case 'posture':
        return 'Not possible in the positions that fit today.';
      case 'energy':
        return 'Too much for today.';
      case 'too-hard':
        return `It felt too hard; there is an easier one: ${words.technique(reason.easier)}.`;
      case 'condition':
        return `Not with: ${words.condition(reason.condition)}.`;
      case 'unconfirmed':
        return isWaiting
          ? `Opens with your yes above, under “${MORE_IF_SO}”. It is asked because of: ${words.condition(reason.condition)}.`
          : `Also needs a yes from you, because of: ${words.condition(reason.condition)}.`;
      case 'check':
        return 'Your safety answers keep this one closed.';
      case 'dose-rule':
        return 'The limits on how long or how often leave no room for it.';
      case 'sequence-rule':
        return 'Comes later: one step at a time.';
      case 'tool':
        return `Needs: ${words.tool(reason.tool)}.`;
      case 'place':
        return 'Not possible where you are.';
      case 'time':
        return 'Does not fit in the minutes.';
      case 'recent':
        return 'Done a short while ago, or it rests after a bad reaction.';
      case 'never':
        return 'You asked not to see it.';
      case 'not-for-this-muscle':
        return 'Made for other muscles.';
      case 'not-in-a-session':
        return 'Not something to do in a session.';
      case 'no-help':
        return 'It did not help you so far, by your own numbers.';
      case 'weaker':
        return 'Fine for you; the others do more in the same time.';
      case 'enough':
        return 'Fine for you, too; the steps above are enough for one sitting.';
      case 'alike':
        return 'Fine for you; the plan has as much of this kind as it should.';
      case 'by-wish':
        return 'For those who like it.';
    }
  },
} as const;
