// Words of the summary for a professional. It reports what the person wrote and did; it never concludes.

import type { Level } from '@unknot/engine/case';
import type { Change } from '@unknot/engine/outcome';
import { lasting, tenths } from './amounts.ts';
import { checkTexts } from './check.ts';

export const reportTexts = {
  title: 'Summary for a professional',
  lead: 'One page about your pain and what you did, to print, save as a PDF or show on the screen. It is made on this device, and nothing is sent.',
  emptyTitle: 'Nothing to sum up yet',
  empty: 'Answer the safety questions or paint where it hurts. Then this page has something to show.',
  start: 'Paint where it hurts',
  print: 'Print or save as PDF',
  choose: 'What goes on the page',
  period: 'From when',
  periods: { all: 'All', month: 'Last 4 weeks', quarter: 'Last 3 months' },
  parts: {
    drawing: 'Where it hurts',
    pattern: 'Muscles that fit the pattern',
    tests: 'Self-tests',
    check: 'Safety questions',
    health: 'Health answers',
    practice: 'What I did',
    pain: 'How the pain went',
    harms: 'Reactions',
    question: 'What I want to ask',
  },
  private: 'Also private answers (mood, pregnancy, and the like)',
  paperTitle: 'Summary of self-care for muscle pain',
  disclaimer: 'Written by the person with the help of an app (Unknot). Not a clinical assessment.',
  made: (day: string) => `Made on ${day}`,
  age: (years: number) => `${years} years`,
  drawn: (day: string) => `Drawing of ${day}`,
  back: 'from behind',
  front: 'from the front',
  place: (name: string, side: string, intensity: number | undefined, quality: string | undefined) =>
    [name, side, intensity === undefined ? '' : `${tenths(intensity)}/10`, quality ?? ''].filter(Boolean).join(', '),
  noPlaces: 'Nothing is painted at the moment.',
  sideOf: { left: 'left', right: 'right', both: 'both sides', midline: '' },
  quality: {
    ache: 'aching',
    sharp: 'sharp',
    burning: 'burning',
    tingling: 'tingling',
    numb: 'numb',
    stiff: 'stiff',
  } as Readonly<Record<string, string>>,
  patternLead:
    'Referred-pain patterns from the literature, compared with the drawing. A pattern is no finding: other causes can feel the same.',
  nothingFits: 'No single pattern fits what was painted.',
  probability: (share: number) => `${Math.round(share * 100)}%`,
  other: {
    'nerve-root': 'A nerve root pattern',
    'joint-or-disc': 'A joint or disc pattern',
    'no-clear-pattern': 'No clear pattern',
  } as Readonly<Record<string, string>>,
  answer: {
    yes: 'brought on the familiar pain',
    no: 'did not bring it on',
    unsure: 'not sure',
  },
  checkOn: (day: string) => `Asked on ${day}.`,
  noSign: 'No warning sign in the answers.',
  level: (level: Exclude<Level, 'self-care'>) => `What came out: ${checkTexts.result[level]}.`,
  levelUnknown: 'This page does not tell what came out.',
  signs: 'Warning signs in the answers:',
  support: 'Also told, and worth support:',
  signsWithheld: 'Some answers are withheld. They are part of what came out.',
  reopened: (day: string) =>
    `On ${day} something new was told. The questions have not been answered again since, so ask what has changed.`,
  seen: (day: string) => `The person said on ${day} that a clinician had looked at this.`,
  noCheck: 'The safety questions have not been answered.',
  yes: 'Yes:',
  unsure: 'Not sure:',
  noneSaid: 'Nothing was answered with yes or not sure.',
  healthWithheld:
    'Private answers (mood, pregnancy, and the like) are not all on this page. What is not here is not a no.',
  noneOther: 'None of the other answers is yes or not sure.',
  practiceLead: (sessions: number, minutes: number, from: string, to: string) =>
    `${sessions === 1 ? 'One session' : `${sessions} sessions`}, ${minutes} minutes in all, ${from} to ${to}.`,
  noPractice: 'No session yet in this time.',
  nothingDone: 'No exercise was done to its end in this time.',
  numbers: 'Numbers beside the words',
  technique: 'What',
  where: 'Where',
  times: 'Sessions',
  dose: 'Dose',
  cap: (cap: number) => `up to ${cap}/10`,
  hold: (hold: number, times: number, sets: number) => `${sets > 1 ? `${sets} × ` : ''}${times} × ${hold} s`,
  repetitions: (times: number, sets: number) => `${sets > 1 ? `${sets} × ` : ''}${times} times`,
  lasting,
  changes: 'Pain after − before',
  spread: (values: readonly number[]): string => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted[Math.floor((sorted.length - 1) / 2)];
    if (middle === undefined) return 'not told';
    const signed = (n: number) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');
    return sorted.length === 1
      ? signed(middle)
      : `${signed(middle)} (${signed(sorted[0] ?? middle)} to ${signed(sorted.at(-1) ?? middle)})`;
  },
  together: 'Several things were done in one session, so these numbers are not the effect of one of them.',
  week: 'Week',
  before: 'Before (median)',
  after: 'After (median)',
  minutes: 'Minutes',
  notTold: '–',
  overall: (change: Change): string => {
    if (change.kind === 'notYetKnown') return 'Too few told sessions to compare weeks.';
    const size = Math.abs(change.points);
    if (change.points === 0) return 'Pain before sessions is about where it was in the first week.';
    return `Pain before sessions is ${size} ${size === 1 ? 'point' : 'points'} ${change.points < 0 ? 'lower' : 'higher'} than in the first week. Part of a change like this can come by itself.`;
  },
  harm: (name: string, times: number, day: string) =>
    times === 1 ? `${name}, ${day}` : `${name}, ${times} times, last ${day}`,
  noHarms: 'None reported.',
  ask: 'What do you want to ask or say?',
  askHelp: 'In your own words. It stays on this device and stands at the top of the page.',
  share: {
    title: 'Share by a link',
    lead: 'The page as it stands now, sealed on this device. Whoever has the whole link can read it; the server cannot. It is over after the days or openings you choose, or when you end it.',
    noServer: 'This copy of the app has no server behind it, so links are not possible here. Printing works.',
    days: 'For how long',
    daysOption: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    views: 'How often it can be opened',
    viewsOption: (n: number) => (n === 1 ? 'once' : `${n} times`),
    make: 'Make the link',
    invite: 'This server asks for a word of invitation. Ask whoever runs it.',
    inviteWord: 'Word of invitation',
    failed: 'The link could not be made: no line, or the server is busy. Nothing was shared. Try again in a moment.',
    made: 'The link is ready.',
    copied: 'The link is copied. Paste it into a message.',
    copyByHand: 'The link is ready below. Copy it by hand.',
    until: (when: string) => `Open until ${when}`,
    again: 'Send again',
    end: 'End it now',
    ended: 'Ended. The link opens nothing any more.',
    notEnded: 'It could not be ended just now: no line. It ends by itself on its day. Try again.',
  },
  shared: {
    title: 'Somebody shared a summary with you',
    lead: 'It was written by the person, about their pain and their self-care. Opening it counts as one of the openings they allowed.',
    open: 'Open it',
    gone: 'This link is over: its time or its openings are used up, or the person ended it. Ask them for a new one.',
    'no-line': 'The server could not be reached. Try again in a moment.',
    broken: 'The link is not whole. Copy it again, right to its end.',
  },
  editions: (atlas: string, knowledge: string) => `Atlas edition ${atlas}, knowledge edition ${knowledge}.`,
} as const;

export type ReportPart = keyof typeof reportTexts.parts;
