import { readFileSync } from 'node:fs';
import anterior from '@unknot/atlas/data/views/anterior.json' with { type: 'json' };
import lateralLeft from '@unknot/atlas/data/views/lateral-left.json' with { type: 'json' };
import posterior from '@unknot/atlas/data/views/posterior.json' with { type: 'json' };
import { addMark, emptyDrawing, encodeDrawing } from '@unknot/atlas/drawing';
import type { ViewOutlines } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import type { DiaryTold } from '@unknot/engine/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project } from '../project/index.ts';
import { event, someonesEvents } from '../testing/index.ts';
import { diaryCsv, diaryTold } from './index.ts';

const body = bodyMap({ posterior, anterior, 'lateral-left': lateralLeft } as unknown as ViewOutlines);
const words = {
  muscle: (id: string) => id.toUpperCase(),
  region: (id: string) => id.toUpperCase(),
  technique: (id: string) => id.toUpperCase(),
  questionnaire: (id: string) => ({ name: id.toUpperCase(), questions: ['How strong?'] }),
};

/** What was told, in a zone an hour ahead of UTC. */
const toldOf = (events: ReturnType<typeof someonesEvents>) =>
  diaryTold(project(events.map((one) => ({ event: one, imported: false }))), { words, body, offsetAt: () => 60 });
const rowsOf = (events: ReturnType<typeof someonesEvents>) => table(diaryCsv(toldOf(events)));

/** RFC 4180, letter by letter; rows by their headings, without empty cells. */
function table(csv: string): Record<string, string>[] {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const lines: string[][] = [[]];
  let at = 1;
  for (;;) {
    let cell = '';
    if (csv[at] === '"') {
      for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
        if (at >= csv.length) throw new Error('a quote is left open');
        cell += csv[at];
        if (csv[at] === '"') at += 1;
      }
      at += 1;
    } else {
      for (; csv[at] !== ',' && csv[at] !== '\r'; at += 1) {
        if (csv[at] === '"' || csv[at] === '\n' || at >= csv.length) throw new Error(`a bare ${csv[at]} at ${at}`);
        cell += csv[at];
      }
    }
    lines.at(-1)?.push(cell);
    if (csv[at] === ',') at += 1;
    else if (csv.startsWith('\r\n', at)) {
      at += 2;
      if (at === csv.length) break;
      lines.push([]);
    } else throw new Error(`a cell that does not end at ${at}`);
  }
  const [heads = [], ...rows] = lines;
  return rows.map((row) => {
    expect(row).toHaveLength(heads.length);
    return Object.fromEntries(heads.flatMap((head, i) => (row[i] ? [[head, row[i]]] : [])));
  });
}

const items = [
  { technique: 'ball', muscle: 'levator', side: 'left', seconds: 90 },
  { technique: 'stretch', muscle: 'levator', side: 'left', seconds: 90 },
  { technique: 'walk', muscle: null, side: 'midline', seconds: 90 },
] as const;
const session = [
  event('session.started', { sessionId: 's', planId: null, painBefore: 6, items: [...items] }, 0),
  event('session.finished', { sessionId: 's', reason: 'done-early', itemsDone: 2, secondsDone: 150, painAfter: 0 }, 5),
];

describe('the diary as one table', () => {
  test('a session is one line with what was done, in words, on the clock of the person', () => {
    const late = event('session.started', { sessionId: 't', planId: null, painBefore: 2, items: [] }, 15 * 60 + 30);
    expect(rowsOf([...session, late])).toEqual([
      { date: '2026-01-05', entry: 'day', 'sessions that day': '1', 'minutes that day': '2.5' },
      {
        ...{ date: '2026-01-05', time: '09:00', entry: 'session', detail: 'done early', minutes: '2.5' },
        ...{ 'pain before': '6', 'pain after': '0', muscles: 'LEVATOR, left', techniques: 'BALL; STRETCH' },
      },
      { date: '2026-01-06', entry: 'day', 'sessions that day': '1', 'minutes that day': '0' },
      { date: '2026-01-06', time: '00:30', entry: 'session', 'pain before': '2', minutes: '0' },
    ]);
  });

  test('a drawing is one line for each place, one that cannot be read says so', () => {
    const region = { kind: 'region', region: 'neck-angle', side: 'left' } as const;
    const pain = addMark(emptyDrawing(), { ...region, layer: 'pain', coverage: 1, intensity: 6, quality: 'burning' });
    const both = addMark(pain, { ...region, layer: 'knot', coverage: 0.5 });
    const saved = (drawingId: string, encoded: string, minute: number) =>
      event('drawing.saved', { drawingId, encoded }, minute);
    const rows = rowsOf([
      saved('painted', encodeDrawing(both), 0),
      saved('empty', encodeDrawing(emptyDrawing()), 1),
      saved('strange', '?', 2),
    ]);
    const place = { date: '2026-01-05', time: '09:00', entry: 'drawing', place: 'NECK-ANGLE', side: 'left' };
    expect(rows).toEqual([
      { ...place, detail: 'pain', pain: '6', quality: 'burning', 'coverage %': '100' },
      { ...place, detail: 'knot', 'coverage %': expect.stringMatching(/^(49|50|51)$/) },
      { date: '2026-01-05', time: '09:01', entry: 'drawing', detail: 'nothing painted' },
      { date: '2026-01-05', time: '09:02', entry: 'drawing', detail: 'cannot be read' },
    ]);
  });

  test('a day is one line: its check-in, its sessions and its breaks at all desks', () => {
    const count = { offered: 4, taken: 3, skipped: 1, passed: 0, pauses: 0, longestMs: 0, standMs: 60_000 };
    const rows = rowsOf([
      ...session,
      event('day.told', { day: '2026-01-05', pain: 5, before: { sleep: -1, water: 0, load: 1 } }, 10),
      event('day.told', { day: '2026-01-05', before: { load: null } }, 11),
      event('breaks.counted', { day: '2026-01-05', ...count, seatedMs: 3_600_000 }, 12),
      event('breaks.counted', { day: '2026-01-05', ...count, seatedMs: 1_800_000 }, 13, 'laptop'),
      event('day.told', { day: '2026-02-31', pain: 5, before: {} }, 14),
    ]);
    expect(rows.filter(({ entry }) => entry === 'day')).toEqual([
      {
        ...{ date: '2026-01-05', entry: 'day', pain: '5', sleep: 'worse', water: 'as usual' },
        ...{ 'sessions that day': '1', 'minutes that day': '2.5', 'breaks taken': '6', 'breaks offered': '8' },
        ...{ 'minutes seated': '90', 'minutes standing': '2' },
      },
    ]);
  });

  test('reactions and questionnaires are in the words of the person', () => {
    const activities = ['carry, "heavy" things', '', ''];
    const rows = rowsOf([
      event('harm.reported', { kind: 'sore-muscles', note: 'two\nlines' }, 1),
      event('questionnaire.answered', { questionnaire: 'mine', answers: [4, null, 0], activities }, 2),
    ]);
    expect(rows).toMatchObject([
      { entry: 'reaction', detail: 'sore muscles', note: 'two\nlines' },
      { entry: 'questionnaire', detail: 'MINE', note: 'carry, "heavy" things 4; 2 left open; 3 0' },
    ]);
  });

  test('an own exercise has the name the person gave it', () => {
    const own = {
      id: 'own-1',
      name: 'From Anna',
      deed: 'stretch',
      muscles: [],
      tools: [],
      places: [],
      postures: [],
      dose: {},
    };
    const begun = { sessionId: 's', planId: null, painBefore: 1 };
    const rows = rowsOf([
      event('own.kept', { item: own as never }, 0),
      event(
        'session.started',
        { ...begun, items: [{ technique: 'own-1', muscle: null, side: 'both', seconds: 9 }] },
        1,
      ),
      event('session.finished', { sessionId: 's', reason: 'completed', itemsDone: 1, secondsDone: 9 }, 2),
    ]);
    expect(rows.find(({ entry }) => entry === 'session')).toMatchObject({ techniques: 'From Anna' });
  });

  test('an empty diary is a line of headings, and each is explained on its page', () => {
    const [heads = '', ...rows] = diaryCsv(toldOf([])).slice(1).trim().split('\r\n');
    expect(rows).toEqual([]);
    const explained = readFileSync(new URL('../../../../docs/exports.md', import.meta.url), 'utf8').split(
      '## The bundle',
    )[0];
    expect([...(explained ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(([, head]) => head)).toEqual(heads.split(','));
  });

  test('REP-08: answers to safety questions and about health are never in it, private or not', () => {
    const said = { facts: { 'mood-low': true, 'saddle-numb': true }, conditions: { pregnancy: true, diabetes: true } };
    const check = event(
      'check.finished',
      { ...said, painted: [], level: 'see-doctor', because: ['mood-low'], support: [], edition: '1' },
      1,
    );
    const told = toldOf([
      check,
      event('check.sensitive', { checkId: check.id, ...said }, 2),
      event('profile.changed', { patch: { ageYears: 44, sex: 'female', conditions: said.conditions } }, 3),
      event('ranking.shown', { top: [{ muscle: 'levator', side: 'left', probability: 0.7 }] }, 4),
      event('clearance.overridden', { rules: ['mood-low'], note: 'asked' }, 5),
    ]);
    expect(told).toEqual({ days: [], sessions: [], drawings: [], reactions: [], questionnaires: [] });
  });

  test('a time that no clock of a person tells is left out', () => {
    const far = { ...event('harm.reported', { kind: 'worse' }, 0), at: 8.64e15 };
    expect(toldOf([far]).reactions).toEqual([]);
  });

  test('a number is in one line only, so that a column can be summed up', () => {
    const rows = rowsOf(someonesEvents(300, 4));
    const minutes = (column: string) => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
    expect(rows.filter(({ entry }) => entry === 'session').length).toBeGreaterThan(5);
    expect(minutes('minutes')).toBeCloseTo(minutes('minutes that day'), 5);
    expect(rows.filter((row) => row.entry === 'day' && row.minutes !== undefined)).toEqual([]);
  });
});

describe('whatever words stand in it', () => {
  const diary = (note: string): DiaryTold => ({
    ...{ days: [], sessions: [], drawings: [], questionnaires: [] },
    reactions: [{ at: '2026-01-05T09:00:00+01:00', kind: 'other', note, sessionId: null }],
  });
  const noteOf = (text: string) => table(diaryCsv(diary(text)))[0]?.note ?? '';

  test.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1+1', '＝1', '\0=1', "=cmd|' /C calc'!A0"])(
    'no spreadsheet takes %j for a formula',
    (text) => {
      expect(noteOf(text)).toBe(`'${text.replaceAll('\0', '')}`);
    },
  );

  test('they come back as they were, but for the guard', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a,;"\r\n\t =+-@ü\'') }), (text) => {
        const note = noteOf(text);
        expect([text, `'${text}`]).toContain(note);
        expect(note).not.toMatch(/^\s*[=+\-@]/);
      }),
      { seed: 81, numRuns: 400 },
    );
  });
});
