// Words of the Today room.

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const either = new Intl.ListFormat('en', { type: 'disjunction' });

export const todayTexts = {
  title: {
    begin: 'Knots, taken seriously',
    'see-someone': 'This needs someone to look',
    resume: 'Your session is waiting',
    check: 'A few safety questions',
    paint: 'Where does it hurt?',
    plan: 'Ready when you are',
    rest: 'Enough for now',
    rate: 'How is it now?',
    'next-day': 'How is it today?',
  },
  say: {
    begin:
      'Unknot asks a few safety questions, lets you paint where it hurts, shows which muscles fit that pattern, and guides you through a short plan. It stays on this device.',
    'see-someone': 'Your last answers include a sign that should be looked at. Self-care stays closed until then.',
    resume: 'You stopped in the middle. You can go on where you were.',
    check: 'They make sure that self-care is fine today. It takes about a minute.',
    paint: 'Paint it on the body. It takes a few seconds, and tells most.',
    plan: 'Your drawing is here. Make a short plan that fits your minutes and what is at hand.',
    rest: 'Muscles like a pause of about three hours between sessions. Moving around is always good.',
    rate: 'One number after your session helps to see what works.',
    'next-day': 'One number, the day after. Then you are done.',
  },
  action: {
    begin: 'Start',
    'see-someone': 'What to do',
    resume: 'Go on',
    check: 'Answer the questions',
    paint: 'Open the body',
    plan: 'Make a plan',
    rest: 'Look at my diary',
    rate: 'Tell how it went',
    'next-day': 'Tell in one tap',
  },
  adults: 'For adults with everyday muscle tenderness. It cannot examine you, and it is not for emergencies.',
  goingOn: {
    title: 'What you have begun',
    programme: 'Your programme',
    programmeWhat: 'What to do today',
    habit: 'Your small habit',
  },
  last: 'Last time',
  howNow: 'How is it now? One number for your diary',
  drawing: 'Your drawing',
  change: 'Change it',
  easy: 'A bad day? Make it simple',
  early: 'It starts to ache: two minutes now',
  worse: 'It got worse, or something happened',
  checkAgain: 'Something changed? Answer the safety questions again',
  checkIn: "Today's check-in, five taps",
  visit: {
    title: { offer: 'A second pair of eyes may help', advise: 'Time to have it looked at' },
    say: {
      offer: (weeks: number, who: readonly string[]) =>
        `After ${weeks} weeks of plans your pain starts about where it began. ${capital(either.format(who))} can look at it and change the plan with you.`,
      advise: (weeks: number, who: readonly string[]) =>
        `After ${weeks} weeks of plans your pain starts about where it began. Please book a visit with ${either.format(who)}, and take the summary along.`,
    },
    who: { physiotherapist: 'a physiotherapist', doctor: 'a doctor' },
    why: 'Most new back pain gets much better within six weeks. When it does not, someone should look for other reasons. You can go on moving gently meanwhile.',
    report: 'Summary to take along',
    more: 'What they can do',
  },
  steps: {
    title: 'How it works',
    list: [
      ['Check', 'Is self-care fine for this pain, today?'],
      ['Paint', 'Where it hurts, how much, what it feels like.'],
      ['See', 'Which muscles fit the pattern, and how sure that is.'],
      ['Plan', 'A few minutes, with what you have at hand.'],
      ['Do', 'Guided by voice and picture, hands free.'],
    ],
  },
} as const;
