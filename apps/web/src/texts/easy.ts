// Words of the simple way through a bad day: short, plain, one thing at a time.

import type { NextStep } from '@unknot/engine/guidance';
import type { EasyPlace } from '../rooms/easy/places.ts';

type Asked = Exclude<NextStep['kind'], 'paint' | 'plan'>;

export const easyTexts = {
  leave: 'Show the whole app',
  keep: 'Keep it this simple',
  title: {
    begin: 'One thing at a time',
    check: 'First: is it safe today?',
    'see-someone': 'Someone should look at this',
    resume: 'You are in the middle',
    rate: 'How is it now?',
    'next-day': 'How is it today?',
    rest: 'That is enough for now',
  } satisfies Record<Asked, string>,
  say: {
    begin: 'A few short questions. Then two easy minutes.',
    check: 'A few short questions, one at a time.',
    'see-someone': 'Self-care can wait. This comes first.',
    resume: 'Go on where you stopped.',
    rate: 'One number. That is all.',
    'next-day': 'One number. That is all.',
    rest: 'Rest, or move a little, as you like. You can come back in a few hours.',
  } satisfies Record<Asked, string>,
  action: {
    begin: 'Begin',
    check: 'Ask me',
    'see-someone': 'What to do',
    resume: 'Go on',
    rate: 'Tell',
    'next-day': 'Tell',
    rest: null,
  } satisfies Record<Asked, string | null>,
  where: 'Where is it worst?',
  place: {
    neck: 'Neck',
    'shoulder-top': 'Top of the shoulder',
    'shoulder-blade': 'Shoulder blade',
    'between-blades': 'Between the shoulder blades',
    'middle-back': 'Middle of the back',
    'low-back': 'Low back',
    buttock: 'Buttock',
  } satisfies Record<EasyPlace, string>,
  elsewhere: 'Somewhere else',
  side: 'Which side?',
  sides: { left: 'Left', right: 'Right', both: 'Both' },
  back: 'Back',
  moment: 'One moment …',
  planTitle: 'Two easy minutes',
  planSay: 'Lie down or sit. You need nothing. A voice tells you what to do.',
  start: 'Start',
  otherPlace: 'It hurts somewhere else now',
  nothing: 'Today, rest is enough',
  nothingSay:
    'Nothing fits into two minutes that is right for you now. Breathe slowly, and change position when you like.',
} as const;
