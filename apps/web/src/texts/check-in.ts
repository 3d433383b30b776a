// Words of the check-in: a few taps about yesterday, and short questionnaires of our own. Leaving out is always fine.

import type { Factor, Level } from '@unknot/engine/learning';

export const checkInTexts = {
  close: 'Close',
  title: 'Five taps',
  lead: 'Against your own usual. Leave out what you like.',
  pain: 'Pain today',
  ask: {
    sleep: 'Last night, you slept',
    sitting: 'Yesterday, you sat',
    stress: 'Yesterday, there was stress',
    load: 'Yesterday, you carried and lifted',
    water: 'Yesterday, you drank',
  } satisfies Record<Factor, string>,
  level: {
    sleep: { '-1': 'worse', '0': 'as usual', '1': 'better' },
    sitting: { '-1': 'less', '0': 'as usual', '1': 'more' },
    stress: { '-1': 'less', '0': 'as usual', '1': 'more' },
    load: { '-1': 'less', '0': 'as usual', '1': 'more' },
    water: { '-1': 'less', '0': 'as usual', '1': 'more' },
  } satisfies Record<Factor, Record<`${Level}`, string>>,
  done: 'Done',
  notNow: 'Not now',
  questions: {
    title: 'A short look at daily life',
    lead: 'These questions are our own. They are not a medical test, and leaving one out is fine.',
    save: 'Keep the answers',
    activity: (number: number) => `Thing ${number}`,
    activityHint: 'for example: carry shopping',
    rate: (activity: string) => `How well can you do it now: ${activity || 'this'}?`,
  },
} as const;
