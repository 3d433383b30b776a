// Words of the Check room (SAFETY notes, phrase bank). It only ever says "get seen", never "you need not be seen".

import type { Level } from '@unknot/engine/case';

const days = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const dayOf = (at: number) => Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000);

/** "Today", "Yesterday", "3 days ago"; a clock set back says "Today". */
function daysAgo(at: number, now: number): string {
  const words = days.format(Math.min(0, dayOf(at) - dayOf(now)), 'day');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const checkTexts = {
  back: 'Back',
  close: 'Leave the questions',
  questionNumber: (n: number) => `Question ${n}`,
  why: 'Why we ask',
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
  skip: 'Rather not say',
  yesTo: (sign: string) => `Yes: ${sign}`,
  unsureAbout: (sign: string) => `Not sure: ${sign}`,
  none: 'None of these',
  noneGoOn: 'None of these, go on',
  goOn: 'Go on',
  needNumber: 'Please give a number, or tap “not sure”.',
  unit: { years: 'years', months: 'months', weeks: 'weeks' },
  aside: {
    title: 'What can come out',
    levels: [
      ['Get help now', 'Rare. Some signs cannot wait.'],
      ['See someone today', 'A clinician should look within a day.'],
      ['See a doctor this week', 'Gentle care meanwhile, no pressing.'],
      ['Book a visit', 'Self-care is fine while you wait.'],
      ['Self-care', 'No warning sign in your answers today.'],
    ],
  },
  result: {
    'ask-first': '',
    emergency: 'Get help now',
    'urgent-24h': 'See someone today',
    'see-doctor-soon': 'See a doctor this week',
    'see-doctor': 'Book a visit',
    'self-care': 'No warning sign found in your answers today',
  } satisfies Record<Level | 'ask-first', string>,
  say: {
    emergency: '',
    'urgent-24h':
      'Something in your answers should be looked at within a day. Call your doctor, an advice line or an out-of-hours service. Self-care stays closed until then.',
    'see-doctor-soon':
      'Please have this seen within a week. Until then you may use warmth, easy walking and breathing. Pressing stays off.',
    'see-doctor': 'Please book a visit in the next two to four weeks. What your answers allow is fine meanwhile.',
    'self-care': 'Most back and neck pain is not dangerous. Run this again if anything changes.',
  } satisfies Record<Level, string>,
  /** Above the questions that go on after an urgent sign. */
  goingOn: {
    title: 'This needs someone today.',
    say: 'A few more questions show how soon.',
    stop: 'Stop here: what to do now',
  },
  /** Stopped early: the rest could still tell of something that cannot wait. */
  left: {
    title: 'Not everything was asked',
    say: 'If one of these fits you, do not wait until later today. Get help now:',
    /** Signs whose words lean on another line of their screen. */
    alone: {
      'symptom-under-14-days': 'What you named began in the last 14 days',
      'chest-pressure': 'Pressure, squeezing or a heavy weight in the chest',
      'chest-longer-15-min': 'Chest pain for more than 15 minutes',
      'pain-exertional': 'Pain that comes on with effort and goes with rest',
      'limb-tingling-since-injury': 'Tingling or burning in an arm or leg since an injury',
    } as Readonly<Record<string, string>>,
    others: 'More signs that cannot wait',
    help: 'One of these fits: get help now',
    more: 'Answer the remaining questions',
  },
  /** At the start after a warning sign. */
  seenSince: {
    ask: (at: number, now: number, isEmergency: boolean) =>
      `${daysAgo(at, now)} your answers said to ${isEmergency ? 'get help at once' : 'see someone'}. Did you?`,
    say: 'Self-care stays closed until somebody has looked at it.',
    yes: 'Yes, somebody has looked',
    notYet: 'Not yet',
    worse: 'It got worse',
    whatSaid: 'What did they say about self-care?',
    whatSaidSay: 'Gentle movement, warmth and light pressing, at home.',
    fine: 'It is fine',
    notFine: 'Not now, or they did not say',
  },
  whatToDo: 'What to do',
  reasons: 'Reasons and sources',
  /** Behind the emergency card. */
  whyLater: 'Later: why this, and what comes next',
  whyTitle: 'Why this, and what comes next',
  toCard: 'Back to the number to call',
  toResult: 'Back to what to do',
  support: 'Also worth support',
  toEasy: 'Go on',
  toBody: 'Paint where it hurts',
  toSources: 'See which muscles fit',
  toPlan: 'Go to the plan',
  toToday: 'Back to today',
  again: 'Answer the questions again',
  seen: 'A clinician has looked at this',
  seenSure: 'Was it about exactly this, in the last week?',
  seenYes: 'Yes, and self-care was fine',
  seenNo: 'No',
  quickExit: 'Leave this page quickly',
  violence: 'If someone hurt you: you are not to blame, and help exists. Tap “leave quickly” to hide this page.',
  shortTitle: 'Anything new since your last check?',
  shortLead: 'One screen before a session.',
  keepPrivate: 'Keep these private answers on this device',
  failed: 'The questions could not be loaded.',
  retry: 'Try again',
} as const;
