// Words of the Progress room. "In your diary", never "will"; missed days are never mentioned.

const points = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const progressTexts = {
  title: 'What your diary shows',
  emptyTitle: 'Nothing here yet',
  empty: 'After your first session you will see your pain before and after it here, and how your drawings change.',
  start: 'Paint where it hurts',
  pain: 'Pain around sessions',
  painLead: (sessions: number) =>
    sessions === 1 ? 'One session, pain out of 10.' : `The last ${sessions} sessions, pain out of 10.`,
  tooEarly: 'Too early to say what helps. A few more sessions will tell more.',
  meanDrop: (drop: number, sessions: number) =>
    drop > 0
      ? `In your diary, ${sessions} sessions were followed by a drop of about ${points.format(drop)} points. Part of that may have come anyway.`
      : drop < 0
        ? `In your diary, pain was about ${points.format(-drop)} points higher after ${sessions} sessions. It may be time to try something else, or to ask a professional.`
        : `In your diary, pain was about the same before and after ${sessions} sessions.`,
  before: 'before',
  after: 'after',
  nextDay: 'next day',
  asTable: 'The same as a table',
  when: 'When',
  notSaid: 'not said',
  where: 'Where it hurt',
  drawn: (date: string) => `Drawing of ${date}`,
  sessions: 'Sessions',
  items: (done: number, planned: number) => `${done} of ${planned} done`,
  minutes: (seconds: number) => `${Math.max(1, Math.round(seconds / 60))} min`,
  change: {
    'clearly-better': 'clearly better',
    'a-little-better': 'a little better',
    same: 'about the same',
    worse: 'worse',
    notYetKnown: 'not known yet',
  },
  stopped: {
    completed: '',
    'done-early': 'stopped early',
    pain: 'stopped: pain',
    dizzy: 'stopped: dizzy',
    tingling: 'stopped: tingling',
    weakness: 'stopped: weakness',
    breathless: 'stopped: breathless',
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
