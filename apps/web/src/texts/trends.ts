// Words for what the diary adds up to: trends, effects, links, practice. "In your diary", never "will" and never "because";
// missed days are never mentioned.

import type { Factor, Link, TechniqueEffect } from '@unknot/engine/learning';
import type { QuestionnaireId } from '@unknot/engine/outcome';
import { points, pointWord } from './amounts.ts';

const times = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** From–to of a range that may cross "the same". */
function range({ low, high }: { low: number; high: number }): string {
  if (high < 0) return `between ${points(high)} and ${points(low)} lower`;
  if (low > 0) return `between ${points(low)} and ${points(high)} higher`;
  const end = (value: number, word: string) => (points(value) === '0' ? 'the same' : `${points(value)} ${word}`);
  return `anything from ${end(low, 'lower')} to ${end(high, 'higher')}`;
}

export const trendTexts = {
  trend: {
    title: 'Pain over time',
    lead: 'The line is the pain you live with. Each stroke is a session, from before to after.',
    label: (count: number, from: string, to: string) =>
      `Pain from 0 to 10, told ${times(count, 'time')} from ${from} to ${to}. The numbers follow as a table.`,
    spans: { fortnight: '2 weeks', quarter: '3 months', all: 'All' },
    span: 'How far back',
    line: 'pain of the day',
    session: 'session, before to after',
    nothingHere: 'Nothing was told in this time.',
    quiet: (quiet: number, told: number) =>
      `Of ${told} days told in the last four weeks, ${quiet === told ? 'all' : quiet} were at your usual or near it.`,
    checkIn: 'check-in',
  },
  body: {
    title: 'Where it hurt',
    slider: 'Drawing',
    of: (at: number, count: number) => `${at} of ${count}`,
    label: (date: string) => `Drawing of ${date}`,
    view: { posterior: 'Back', anterior: 'Front', 'lateral-left': 'Left side', 'lateral-right': 'Right side' },
    views: 'Side of the body',
    first: 'Your first drawing here.',
    change: {
      gone: 'Nothing is painted in this one.',
      'much-smaller': 'Much smaller than the first.',
      smaller: 'Smaller than the first.',
      same: 'About as large as the first.',
      larger: 'Larger than the first.',
      elsewhere: 'In another place than the first.',
      new: 'Painted anew.',
    },
    repaint: 'Paint it as it is now',
    only: 'Paint again on another day, and you can slide from one to the next.',
  },
  helps: {
    title: 'What works for you',
    lead: 'Worked out from sessions with and without each step, your pain at the start and the time of day.',
    right: 'Right after',
    nextDay: 'Next day',
    when: 'Pain compared',
    less: 'less pain',
    more: 'more pain',
    none: 'A few sessions with both numbers, and this starts to fill.',
    nothingClear: 'Nothing stands out from chance yet. That is usual in the first weeks.',
    early: (count: number) => `Too early to say (${count})`,
    chance: 'Could still be chance',
    clear: 'Stands out from chance',
    weeks: 'Shows over weeks',
    weeksSay: 'Strength and habits do not show right after a session, so they are not judged by it.',
    counts: (effect: TechniqueEffect) => `${times(effect.with, 'session')} with it, ${effect.without} without`,
    say: (effect: TechniqueEffect) => {
      const { standing, mean } = effect;
      if (standing === 'less-pain')
        return `In your diary, pain ended about ${points(mean)} ${pointWord(mean)} lower with it (${range(effect)}).`;
      if (standing === 'more-pain')
        return `In your diary, pain ended about ${points(mean)} ${pointWord(mean)} higher with it (${range(effect)}).`;
      return `So far: ${range(effect)}.`;
    },
    needs: (effect: TechniqueEffect) => {
      const [own, other] = [Math.max(0, 5 - effect.with), Math.max(0, 5 - effect.without)];
      const parts = [own > 0 ? `${own} more with it` : '', other > 0 ? `${other} more without it` : ''];
      return `${parts.filter(Boolean).join(' and ')}, then there is something to say.`;
    },
    explores: 'Try something else now and then',
    exploresHelp: 'Your plans then also give turns to steps that may turn out better, some of them new to you.',
    how: 'How this is worked out',
    howSay: [
      'The bar holds the true value in about nine of ten people; the dot is the best guess. While the bar crosses the middle line, there may be no difference at all.',
      'Something is named only when chance alone would hardly make it, however often you look. What studies expect of a step is where the guess begins, but it is never named as your own result.',
      'Pain on a bad day comes down by itself. That part is taken off before anything is counted.',
    ],
    table: ['Step', 'With it', 'Without', 'Points', 'From', 'To'],
  },
  experiment: {
    title: 'Try one against the other',
    lead: 'Two steps take turns, in an order drawn by lot. In the end you know whether there is more to it than chance.',
    start: 'Set up a small experiment',
    done: (done: number, most: number) => `${done} of at most ${most} sessions`,
    open: 'Open the experiment',
    result: 'See the result',
  },
  links: {
    title: 'What goes together',
    lead: 'Sleep, sitting, stress, load and water of the day before, beside the pain of the day.',
    tell: "Tell today's check-in",
    told: 'Told for today. Thank you.',
    factor: {
      sleep: 'Sleep',
      sitting: 'Sitting',
      stress: 'Stress',
      load: 'Carrying and lifting',
      water: 'Drinking',
    } satisfies Record<Factor, string>,
    after: {
      sleep: 'After better nights',
      sitting: 'After days with more sitting',
      stress: 'After days with more stress',
      load: 'After days with more carrying and lifting',
      water: 'After days with more drinking',
    } satisfies Record<Factor, string>,
    say: (factor: Factor, link: Link): string => {
      if (link.kind === 'not-enough-days') {
        const unlike = link.unlike > 0 ? `, ${link.unlike} of them unlike your usual` : '';
        return `Not enough days yet: ${times(link.more, 'more day')}${unlike}.`;
      }
      const { mean } = link;
      if (link.kind === 'could-be-chance') return `Nothing that stands out from chance (${times(link.days, 'day')}).`;
      const way = link.kind === 'more-pain' ? 'higher' : 'lower';
      return `${trendTexts.links.after[factor]}, pain was about ${points(mean)} ${pointWord(mean)} ${way} (${range(link)}; ${times(link.days, 'day')}).`;
    },
    caution: 'Things that go together need not cause each other: a bad night can bring pain, and pain a bad night.',
    table: ['What', 'Days', 'Points a step', 'From', 'To'],
  },
  practice: {
    title: 'Your practice',
    lead: (sessions: number, minutes: number) =>
      minutes < 60
        ? `${times(sessions, 'session')}, ${times(minutes, 'minute')} for yourself.`
        : `${times(sessions, 'session')}, ${times(Math.floor(minutes / 60), 'hour')}${minutes % 60 ? ` and ${times(minutes % 60, 'minute')}` : ''} for yourself.`,
    table: ['Week of', 'Sessions', 'Minutes'],
  },
  knots: {
    title: 'The same knot again',
    lead: 'Worked on, gone quiet for three weeks or more, and back. That is common; it says where a little care in between may pay.',
    spells: (count: number) => `${count} times`,
    spell: (from: string, to: string, sessions: number) =>
      from === to ? `${from}: ${times(sessions, 'session')}` : `${from} to ${to}: ${times(sessions, 'session')}`,
    side: { left: 'left', right: 'right', both: 'both sides', midline: 'in the middle' },
  },
  life: {
    title: 'In daily life',
    ask: {
      'impact-3': 'Three quick questions',
      'my-activities': 'Three things you want back',
      groc: 'One look back',
    } satisfies Record<QuestionnaireId, string>,
    name: {
      'impact-3': 'Pain and how much it gets in the way',
      'my-activities': 'What you want back',
      groc: 'Compared with four weeks before',
    } satisfies Record<QuestionnaireId, string>,
    scale: {
      'impact-3': '0 is none, 10 the most',
      'my-activities': '0 is cannot do it, 10 as easy as ever',
      groc: '−5 is much worse, 5 much better',
    } satisfies Record<QuestionnaireId, string>,
    change: {
      notYetKnown: 'Once told. The next time there is something to compare.',
      better: 'Better, and by as much as matters to people.',
      worse: 'Less good, and by as much as matters to people.',
      'no-important-change': 'No change that would matter to most people.',
    },
    important: (points: number) =>
      `A change of ${points === 1 ? '1 point' : `${points} points`} is where it begins to matter to people. These questions are our own and not a medical test.`,
    now: 'Now',
    once: 'At first',
  },
  table: 'The same as a table',
  none: 'not told',
} as const;

export const signed = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `−${points(rounded)}` : rounded > 0 ? `+${points(rounded)}` : '0';
};
