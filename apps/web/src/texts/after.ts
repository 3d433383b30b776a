// Words after a session: one number, what it means, and two taps when something went wrong.

import { tenths } from './amounts.ts';

export const afterTexts = {
  ask: 'How strong is the pain now?',
  askNextDay: (when: string) => `How is it now, after the session of ${when}?`,
  nothing: 'Nothing to tell right now.',
  home: 'Back to today',
  result: {
    'clearly-better': 'Clearly better',
    'a-little-better': 'A little better',
    same: 'About the same',
    worse: 'A little worse',
    notYetKnown: 'Thank you',
  },
  meaning: {
    'clearly-better': (drop: number) =>
      `${tenths(drop)} points less. Groups of people call two points, and a third of the pain they began with, a clear difference.`,
    'a-little-better': (drop: number) => `${tenths(drop)} points less. One point is a small difference.`,
    same: () => 'That happens, and it tells something too: the next plan can try another way.',
    worse: (rise: number) =>
      `${tenths(rise)} points more. Sore muscles for a day are common. If it is two points worse tomorrow, skip the next session.`,
    notYetKnown: () => 'Your number is in your diary.',
  },
  chance: 'One session says little: pain goes up and down by itself.',
  pass: 'Leave it out this time',
  experimentOver: 'Your experiment has a result',
  repaint: 'Paint where it hurts now',
  worseAsk: 'It got worse, or something happened',
  harmTitle: 'What happened?',
  harmLead: 'One tap is enough. It goes into your diary, and the plan takes care of it.',
  harmThanks: 'Noted',
  rest: 'What you did in that session rests for two days. Gentle movement and warmth without numb or bruised skin are fine.',
  noHeat: 'No warmth on that place until it has healed.',
  checkAgain: 'Please answer the safety questions again before anything else.',
  sore: 'Sore muscles for a day are common and settle by themselves.',
  toCheck: 'Answer the questions',
  unwell: 'Feeling very unwell? Get help now',
} as const;
