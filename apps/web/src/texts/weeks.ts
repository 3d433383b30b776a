// Words of the programme over weeks. The days ahead, never the days missed.

import type { ProgrammePart, ProgrammePartKind, ProgrammeReview } from '@unknot/engine/plan';

export const weeksTexts = {
  title: 'Your programme',
  lead: 'What to do, day by day over weeks: stretching on most days, roller days with rest between, strength and walking that grow slowly. It is worked out anew from what you did and told, so a missed day simply moves on.',
  times: 'When, with reminders: your days and times',
  length: 'How many weeks',
  weeks: (n: number) => (n === 1 ? '1 week' : `${n} weeks`),
  minutes: 'Minutes a day',
  minutesOption: (n: number) => `${n} min`,
  follow: 'Follow this',
  end: 'Stop following',
  ended: 'You no longer follow it. Your diary stays.',
  following: (left: number) =>
    left === 1 ? 'You follow this, in its last week.' : `You follow this, ${left} weeks to go.`,
  over: 'The weeks are over. Begin again, change it, or leave it: all are fine.',
  today: 'Today',
  doToday: (minutes: number) => `Do today’s, ${minutes} min`,
  gentleToday: 'It is new or strong right now, so the programme waits.',
  gentlePlan: 'Today’s gentle plan',
  nothingToday: 'Nothing planned today. A walk is always good.',
  rest: 'easy day',
  week: (n: number) => `Week ${n}`,
  days: (n: number) => (n === 7 ? 'Something on every day' : n === 1 ? 'Something on 1 day' : `Something on ${n} days`),
  kind: { roll: 'Rolling', stretch: 'Stretching', strengthen: 'Strength', aerobic: 'Walking' } satisfies Record<
    ProgrammePartKind,
    string
  >,
  change: { start: 'begins', same: '', up: 'a little more', down: 'less, after a flare' } satisfies Record<
    ProgrammePart['change'],
    string
  >,
  part: (name: string, minutes: number, change: string) => [name, `${minutes} min`, change].filter(Boolean).join(' · '),
  review: {
    'professional-card': 'Two weeks: if nothing is better by then, show your summary to a physiotherapist or doctor.',
    visit: 'Six weeks: if it still hurts as much, please book a visit.',
  } satisfies Record<ProgrammeReview['kind'], string>,
  summary: 'Open the summary',
} as const;
