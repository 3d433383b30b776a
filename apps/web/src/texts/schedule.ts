// Words of the week: what is planned, never what was missed.

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const scheduleTexts = {
  title: 'Your week',
  lead: 'A few things on days that suit you. Leaving one out is fine; the next one comes as planned.',
  kind: {
    stretching: 'Stretching',
    roller: 'Roller',
    strength: 'Strength',
    walk: 'Walk',
  },
  kindSay: {
    stretching: 'Slow, no bouncing, four out of ten at most. In trials three or more times a week mattered.',
    roller: 'Not every day: the same muscle likes a pause of two days. Never on the spine, the neck or the low back.',
    strength: 'Two or three days a week, with a day between.',
    walk: 'Any length counts. Begin with what is easy.',
  },
  next: 'Next',
  nextNone: 'Nothing planned yet.',
  planned: 'Planned',
  minutes: (minutes: number) => `${minutes} min`,
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  everyDay: 'every day',
  remind: (minutes: number | null) =>
    minutes === null ? 'quiet' : minutes === 0 ? 'reminder on time' : `reminder ${minutes} min before`,
  add: 'Add something',
  what: 'What',
  when: 'On these days',
  at: 'At',
  long: 'How long',
  reminder: 'Calendar reminder',
  reminderQuiet: 'None',
  reminderAt: (minutes: number) => (minutes === 0 ? 'On time' : `${minutes} min before`),
  keep: 'Keep it',
  change: 'Change',
  changeOf: (name: string) => `Change ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  cancel: 'Leave it',
  needsDay: 'Choose at least one day.',
  calendar: 'In my calendar',
  calendarSay:
    'The file works in every calendar program. Open it there once; after a change here, open a new one: it takes the place of the old entries.',
  save: 'Save calendar file (.ics)',
  saved: 'The file is in your downloads.',
  count: (count: number) => plural(count, 'entry', 'entries'),
  file: 'unknot-week.ics',
  plan: 'Make a plan now',
  eventText: 'Open Unknot and make a plan for it. If today is not the day, leave it out.',
  breaks: 'Breaks at the desk',
} as const;
