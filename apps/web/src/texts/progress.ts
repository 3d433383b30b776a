// Words of the Progress room. "In your diary", never "will"; missed days are never mentioned.

import { minutesOf } from './amounts.ts';

export const progressTexts = {
  title: 'What your diary shows',
  emptyTitle: 'Nothing here yet',
  empty: 'After your first session you will see your pain before and after it here, and how your drawings change.',
  start: 'Paint where it hurts',
  before: 'before',
  after: 'after',
  nextDay: 'next day',
  when: 'When',
  notSaid: 'not said',
  sessions: 'Sessions',
  items: (done: number, planned: number) => `${done} of ${planned} done`,
  minutes: (seconds: number) => `${minutesOf(seconds)} min`,
  change: {
    'clearly-better': 'clearly better',
    'a-little-better': 'a little better',
    same: 'about the same',
    worse: 'worse',
    notYetKnown: 'not known yet',
  },
  notCompared: 'no step was done, so not compared',
  stopped: {
    completed: '',
    'done-early': 'stopped early',
    pain: 'stopped: pain',
    dizzy: 'stopped: dizzy',
    tingling: 'stopped: tingling',
    weakness: 'stopped: weakness',
    breathless: 'stopped: breathless',
    'chest-pain': 'stopped: chest pain',
    'saddle-numb': 'stopped: numb between the legs',
    'bad-headache': 'stopped: sudden bad pain in head or neck',
    other: 'stopped',
    left: 'left open',
  },
  harms: 'What you reported',
  harm: {
    worse: 'Pain got worse',
    'sore-muscles': 'Sore muscles',
    bruise: 'Bruise',
    'skin-burn': 'Skin burn',
    tingling: 'Tingling',
    numb: 'Numbness',
    weak: 'Weakness',
    dizzy: 'Dizziness',
    breathless: 'Breathlessness',
    'bad-headache': 'Bad headache',
    other: 'Something else',
  },
  report: 'Something got worse?',
} as const;

/** What a session brought. A number after one in which no step was done stays a number. @param after  pain, 0 to 10 */
export const changeWords = (kind: keyof typeof progressTexts.change, after: number | null): string =>
  kind === 'notYetKnown' && after !== null ? progressTexts.notCompared : progressTexts.change[kind];
