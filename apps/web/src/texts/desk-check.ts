// Words of the desk check. Comfort, never fault: no set-up is said to cause or prevent knots (messages.json, wordingLimits).

import type { DeskFit } from '@unknot/engine/prevention';

/** What can be said of an item, and what to do about it with what is in the room. A direction that is absent cannot happen. */
export interface DeskWords {
  readonly ask: string;
  readonly fits: Readonly<Partial<Record<Exclude<DeskFit, 'not-here'>, string>>>;
  readonly mend: Readonly<Partial<Record<'low' | 'high', string>>>;
  /** Offered as a fourth answer where there may be no such thing. */
  readonly notHere?: string;
}

export const deskItemWords: Readonly<Record<string, DeskWords>> = {
  'eye-screen-distance': {
    ask: 'How far is the screen?',
    fits: { low: 'Closer than my arm', right: 'About an arm', high: 'Much farther' },
    mend: {
      low: 'Push the screen back, or the chair. Make the letters larger instead of leaning in.',
      high: 'Pull the screen nearer until your fingertips about touch it.',
    },
  },
  'screen-top-height': {
    ask: 'Where is the top of the screen?',
    fits: { low: 'Far below my eyes', right: 'At my eyes or a bit below', high: 'Above my eyes' },
    mend: {
      low: 'Put books or a box under the screen until its top is about level with your eyes.',
      high: 'Lower the screen, or take away what it stands on. With varifocals, a little lower still.',
    },
  },
  'screen-straight': {
    ask: 'Is the main screen straight ahead?',
    fits: { right: 'Yes, straight', high: 'No, off to a side' },
    mend: { high: 'Turn the desk, the screen or the chair until your nose points at the middle of the main screen.' },
  },
  'elbow-angle': {
    ask: 'How do your elbows bend while typing?',
    fits: { low: 'Sharply, hands high', right: 'About a right angle', high: 'Nearly straight, I reach' },
    mend: {
      low: 'Raise the chair (and put something under the feet), or lower the keyboard.',
      high: 'Pull the keyboard to the edge of the desk, and the chair closer to it.',
    },
  },
  'keyboard-height': {
    ask: 'How high are the keys?',
    fits: { low: 'Below my elbows', right: 'Level with my elbows', high: 'Above my elbows' },
    mend: {
      low: 'Put the keyboard on a book, or lower the chair until elbows and keys are level.',
      high: 'Raise the chair and put books under the feet. Fold in the little legs of the keyboard.',
    },
  },
  'mouse-reach': {
    ask: 'Where is the mouse?',
    fits: { right: 'Close, elbow by my side', high: 'I reach out for it' },
    mend: { high: 'Bring the mouse right beside the keyboard. Move papers and cups out of its way.' },
    notHere: 'I use no mouse',
  },
  'forearm-support': {
    ask: 'Do your forearms rest on something?',
    fits: { right: 'Yes, shoulders down', low: 'No, or my shoulders rise' },
    mend: {
      low: 'Rest the forearms on the desk, or set the armrests lower, so that the shoulders can hang.',
    },
  },
  'seat-height': {
    ask: 'How do your feet meet the floor?',
    fits: { low: 'Flat, but my knees come up', right: 'Flat, thighs level', high: 'They dangle' },
    mend: {
      low: 'Raise the chair, or sit on a firm cushion.',
      high: 'Lower the chair, or put a thick book or box under both feet.',
    },
  },
  'lumbar-support': {
    ask: 'Does a flat hand fit behind your low back?',
    fits: { right: 'No, it is filled', high: 'Yes, there is a gap' },
    mend: { high: 'Sit fully back and put a rolled towel or small cushion in the curve.' },
  },
  'seat-depth': {
    ask: 'How many fingers fit behind your knee?',
    fits: { low: 'None, the seat presses', right: 'Two to four', high: 'Many more' },
    mend: {
      low: 'Move forward a little with a cushion behind your back.',
      high: 'Sit farther back, right to the back rest.',
    },
  },
  'leg-room': {
    ask: 'Is there room for your legs?',
    fits: { low: 'No, something is in the way', right: 'Yes, a hand fits above the thigh', high: 'Yes, plenty' },
    mend: {
      low: 'Clear out what stands under the desk, so that both legs can go straight in.',
    },
  },
  'phone-handling': {
    ask: 'How do you hold the phone for long reading?',
    fits: { right: 'Up, near eye height', high: 'Down in my lap' },
    mend: { high: 'Rest the elbows and bring the phone up. For calls, use the speaker or a headset.' },
    notHere: 'Never for long',
  },
  'laptop-stand': {
    ask: 'Is the laptop raised, with its own keyboard?',
    fits: { right: 'Yes', low: 'No, it stands on the desk' },
    mend: { low: 'For long work: put it on books and plug in any keyboard and mouse. Short jobs are fine as it is.' },
    notHere: 'I use no laptop here',
  },
  'light-and-glare': {
    ask: 'Do you see a lamp or window in the dark screen?',
    fits: { right: 'No', high: 'Yes, it glares' },
    mend: { high: 'Turn the screen so that the window is at its side, or draw the curtain halfway.' },
  },
  'bag-weight': {
    ask: 'How heavy is the bag you carry?',
    fits: { right: 'Light, or on two straps', high: 'Heavy, on one shoulder' },
    mend: { high: 'Take out what can stay, use both straps, or change the side every few minutes.' },
    notHere: 'I carry none',
  },
  'driving-seat': {
    ask: 'How do you reach the wheel?',
    fits: { low: 'Very close', right: 'With soft elbows', high: 'With straight arms' },
    mend: {
      low: 'Move the seat back a little, with your hands still resting easily on the wheel.',
      high: 'Move the seat nearer until the elbows are soft and the shoulders stay back.',
    },
    notHere: 'I do not drive',
  },
};

export const deskCheckTexts = {
  title: 'Desk check',
  lead: 'One thing at a time, with what is in the room. No set-up is right for everybody, and none keeps knots away: it makes comfortable working easier.',
  start: 'Check my desk',
  again: 'Check again',
  of: (at: number, all: number) => `${at} of ${all}`,
  how: 'How to look',
  why: 'Why',
  target: 'Usual',
  notHere: 'Not in this place',
  skip: 'Skip',
  back: 'Back',
  toDesk: 'Back to breaks',
  measure: 'Measure it on this screen',
  result: (right: number, asked: number) =>
    asked === 0
      ? 'Nothing was answered'
      : right === asked
        ? 'Everything fits'
        : right === 0
          ? 'Nothing fits yet'
          : `${right} of ${asked} things fit`,
  resultNote: 'The number only counts what you answered. It is no mark, and missing ones do no harm.',
  off: 'What could be changed',
  first: 'Begin with this one',
  firstWhy: 'One change at a time tells you what it does. Two weeks later we ask once what is different.',
  take: 'I will try this',
  taken: 'Noted. We ask again in two weeks.',
  all: 'Everything else',
  compared: 'Since last time',
  better: (label: string) => `${label}: fits now`,
  worse: (label: string) => `${label}: no longer fits`,
  same: 'Nothing changed since last time.',
  due: 'Two weeks have passed since your last check. What is different?',
  last: (day: string) => `Last checked on ${day}`,
  picture: (label: string, fit: string) => `${label}: ${fit}`,
  ruler: {
    title: 'Eye to screen, measured',
    card: 'Hold any bank card against the screen. Move the slider until the drawn card is as wide as the real one.',
    cardWidth: 'Width of the drawn card',
    cardDone: 'It matches',
    dot: 'Cover your right eye. Look at the cross with your left eye, from where you usually sit. Tap (or press space) at the moment when the moving dot vanishes.',
    vanished: 'It vanished',
    tries: (done: number, all: number) => `Try ${done + 1} of ${all}`,
    found: (cm: number) => `About ${cm} cm. This way of measuring can be several centimetres off.`,
    narrow: 'This screen is too narrow for the measurement. Use your arm: fingertips should about touch the screen.',
    use: 'Use this',
    close: 'Close',
    notMeasured: 'That gave no usable number. Try once more, or use your arm.',
  },
} as const;
