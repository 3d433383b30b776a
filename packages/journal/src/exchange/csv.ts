// The diary as one table that any spreadsheet opens: RFC 4180, one line for each thing told, its kind in the column
// `entry`. One file, because one tap should give one file and a filter is a tap in every spreadsheet; a drawing has one
// line for each place, so that pain can be summed up by place. A number is never in two lines.

import type {
  DiaryTold,
  ToldDay,
  ToldDrawing,
  ToldQuestionnaire,
  ToldReaction,
  ToldSession,
} from '@unknot/engine/report';

const COLUMNS = [
  ...['date', 'time', 'entry', 'pain', 'pain before', 'pain after', 'pain next day', 'minutes', 'detail'],
  ...['place', 'side', 'coverage %', 'quality', 'muscles', 'techniques'],
  ...['sleep', 'sitting', 'stress', 'load', 'water', 'sessions that day', 'minutes that day'],
  ...['breaks taken', 'breaks offered', 'minutes seated', 'minutes standing', 'note'],
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | null>>> & { readonly date: string };

/** With a mark of UTF-8 at the beginning: without it Excel takes the text for another alphabet. */
export function diaryCsv({ days, sessions, drawings, reactions, questionnaires }: DiaryTold): string {
  const rows = [
    ...days.map(dayRow),
    ...sessions.map(sessionRow),
    ...drawings.flatMap(drawingRows),
    ...reactions.map(reactionRow),
    ...questionnaires.map(questionnaireRow),
  ];
  // Sorting keeps the order of what has the same time; the line of a day has none and comes first.
  const sorted = rows.toSorted((a, b) => order(whenOf(a), whenOf(b)));
  const lines = [COLUMNS, ...sorted.map((row) => COLUMNS.map((column) => row[column] ?? null))];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

const whenOf = ({ date, time = '' }: Row): string => `${date} ${time}`;
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `2026-01-05T09:00:00+01:00` as a day and a time that spreadsheets know. */
const dated = (at: string) => ({ date: at.slice(0, 10), time: at.slice(11, 16) });
const spoken = (code: string | null): string => (code ?? '').replaceAll('-', ' ');

const dayRow = ({ day, pain, before, sessions, minutes, desk }: ToldDay): Row => ({
  date: day,
  entry: 'day',
  pain,
  ...before,
  ...(sessions > 0 ? { 'sessions that day': sessions, 'minutes that day': minutes } : {}),
  ...(desk && {
    'breaks taken': desk.breaksTaken,
    'breaks offered': desk.breaksOffered,
    'minutes seated': desk.minutesSeated,
    'minutes standing': desk.minutesStanding,
  }),
});

const sessionRow = (session: ToldSession): Row => ({
  ...dated(session.from ?? session.to ?? ''),
  entry: 'session',
  'pain before': session.painBefore,
  'pain after': session.painAfter,
  'pain next day': session.painNextDay,
  minutes: session.minutes,
  detail: spoken(session.ended),
  muscles: session.muscles.join('; '),
  techniques: session.techniques.join('; '),
});

function drawingRows({ at, pain, knots }: ToldDrawing): Row[] {
  const drawing = { ...dated(at), entry: 'drawing' };
  if (pain === null || knots === null) return [{ ...drawing, detail: 'cannot be read' }];
  if (pain.length + knots.length === 0) return [{ ...drawing, detail: 'nothing painted' }];
  return [
    ...pain.map(({ place, side, percent, intensity = null, quality = null }) => ({
      ...drawing,
      pain: intensity,
      detail: 'pain',
      ...{ place, side, 'coverage %': percent, quality },
    })),
    ...knots.map(({ place, side, percent }) => ({
      ...drawing,
      detail: 'knot',
      ...{ place, side, 'coverage %': percent },
    })),
  ];
}

const reactionRow = ({ at, kind, note }: ToldReaction): Row => ({
  ...dated(at),
  entry: 'reaction',
  detail: spoken(kind),
  note,
});

const questionnaireRow = ({ at, name, answers }: ToldQuestionnaire): Row => ({
  ...dated(at),
  entry: 'questionnaire',
  detail: name,
  note: answers.map(({ question, answer }) => `${question} ${answer ?? 'left open'}`).join('; '),
});

/** A cell that begins like this is a formula to some spreadsheet (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = value.replaceAll('\0', '');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
