import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Told } from '../log/index.ts';
import { event, seeded, someonesEvents } from '../testing/index.ts';
import { applyEvent, project, projectionOf } from './index.ts';

const here = (...events: Told['event'][]): Told[] => events.map((one) => ({ event: one, imported: false }));
const fromFile = (...events: Told['event'][]): Told[] => events.map((one) => ({ event: one, imported: true }));

const calm = { facts: {}, conditions: {}, painted: [], because: [], support: [], edition: '1' };

/** Two devices' stories, part of them imported. */
const story = fc
  .record({ seed: fc.integer({ min: 1, max: 1e6 }), count: fc.integer({ min: 0, max: 60 }), files: fc.boolean() })
  .map(({ seed, count, files }): Told[] => [
    ...here(...someonesEvents(count, seed)),
    ...someonesEvents(Math.ceil(count / 2), seed + 1, 'laptop').map((one) => ({ event: one, imported: files })),
  ]);

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('adding up', () => {
  test('an empty journal knows nothing and claims nothing', () => {
    expect(project([])).toEqual({
      profile: { conditions: {} },
      conditionsAt: {},
      check: null,
      checks: [],
      reopened: null,
      overrides: [],
      drawings: [],
      drawing: null,
      findings: {},
      ranking: null,
      plans: [],
      sessions: [],
      harms: [],
      preferences: {},
      felt: {},
      own: [],
      programme: null,
      habit: null,
      keptHabits: [],
      deskChecks: [],
      passed: [],
      days: [],
      experiments: [],
      questionnaires: [],
      breaks: null,
      breakDays: [],
      schedule: [],
      timeline: [],
      clock: null,
      seenUntil: 0,
    });
  });

  test('any order of arrival, with any duplicates, gives the same state', () => {
    fc.assert(
      fc.property(story, fc.integer(), (told, seed) => {
        const again = told.filter((_, index) => (index + seed) % 3 === 0);
        expect(project(shuffled([...told, ...again], seed))).toEqual(project(told));
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  test('event by event, in any order of arrival, is the same as from scratch', () => {
    fc.assert(
      fc.property(story, fc.integer(), fc.boolean(), (told, seed, inOrderOfStamps) => {
        const arriving = inOrderOfStamps ? told : shuffled(told, seed);
        const grown = arriving.reduce(applyEvent, projectionOf([]));
        expect(grown.state).toEqual(project(told));
      }),
      { seed: 22, numRuns: 60 },
    );
  });

  test('a state that was handed out never changes afterwards', () => {
    const told = here(...someonesEvents(80, 5));
    let grown = projectionOf([]);
    for (const one of told) {
      const before = grown.state;
      const copy = structuredClone(before);
      grown = applyEvent(grown, one);
      expect(before).toEqual(copy);
    }
  });

  test('two ways to go on from one projection know nothing of each other', () => {
    const base = projectionOf([]);
    const rated = event('outcome.rated', { sessionId: 's', when: 'after', pain: 8 }, 5);
    const file = event('outcome.rated', { sessionId: 's', when: 'after', pain: 1 }, 6);
    applyEvent(base, { event: rated, imported: false });
    expect(applyEvent(base, { event: file, imported: true }).state.sessions).toMatchObject([{ painAfter: 1 }]);
  });

  test('a session carries its outcome, before, after and on the next day', () => {
    const state = project(
      here(
        event('session.started', { sessionId: 's', planId: 'p', painBefore: 6, items: [] }, 0),
        event('session.finished', { sessionId: 's', reason: 'completed', itemsDone: 2, secondsDone: 300 }, 6),
        event('outcome.rated', { sessionId: 's', when: 'after', pain: 3 }, 7),
        event('outcome.rated', { sessionId: 's', when: 'next-day', pain: 4 }, 1500),
      ),
    );
    expect(state.sessions).toMatchObject([
      { sessionId: 's', reason: 'completed', painBefore: 6, painAfter: 3, painNextDay: 4, itemsDone: 2 },
    ]);
  });

  test('a new drawing starts with no findings; more strokes on the same one keep them', () => {
    const answer = event('finding.answered', { test: 'press', side: 'left', answer: 'yes' }, 2);
    const first = event('drawing.saved', { drawingId: 'd1', encoded: 'a' }, 1);
    const more = event('drawing.saved', { drawingId: 'd1', encoded: 'b' }, 3);
    expect(project(here(first, answer, more))).toMatchObject({
      findings: { 'press@left': 'yes' },
      drawing: { drawingId: 'd1', encoded: 'b' },
    });
    const next = event('drawing.saved', { drawingId: 'd2', encoded: 'c' }, 4);
    expect(project(here(first, answer, more, next)).findings).toEqual({});
  });

  test('an answer taken back is unknown again, never no', () => {
    const state = project(
      here(
        event('profile.changed', { patch: { minutes: 5, conditions: { diabetes: true, migraine: false } } }, 1),
        event('profile.changed', { patch: { minutes: null, conditions: { migraine: null } } }, 2),
        event('finding.answered', { test: 'press', side: null, answer: 'no' }, 3),
        event('finding.answered', { test: 'press', side: null, answer: null }, 4),
      ),
    );
    expect(state.profile).toEqual({ conditions: { diabetes: true } });
    expect(state.findings).toEqual({});
  });
});

describe('the check', () => {
  const fine = event('check.finished', { ...calm, level: 'self-care' }, 10);

  test('private answers join their check, in whichever order they are heard', () => {
    const apart = event('check.sensitive', { checkId: fine.id, facts: { pregnant: true }, conditions: {} }, 11);
    expect(project(here(fine, apart)).check?.facts).toEqual({ pregnant: true });
    const early = event('check.sensitive', { checkId: fine.id, facts: { pregnant: true }, conditions: {} }, 9);
    expect(project(here(fine, early)).check?.facts).toEqual({ pregnant: true });
  });

  test.each(['dizzy', 'tingling', 'weakness', 'breathless'] as const)('is open again after a stop for %s', (reason) => {
    const stop = event('session.finished', { sessionId: 's', reason, itemsDone: 0, secondsDone: 5 }, 20);
    expect(project(here(fine, stop)).reopened).toEqual({ at: stop.at, because: `stopped-${reason}` });
  });

  test('is not open again after a session that simply ended', () => {
    const stop = event('session.finished', { sessionId: 's', reason: 'done-early', itemsDone: 0, secondsDone: 5 }, 20);
    expect(project(here(fine, stop)).reopened).toBeNull();
  });

  test('is open again after harm that needs looking at, until it is answered anew', () => {
    const harm = event('harm.reported', { kind: 'numb' }, 20);
    expect(project(here(fine, harm)).reopened?.because).toBe('harm-numb');
    const anew = event('check.finished', { ...calm, level: 'self-care' }, 30);
    expect(project(here(fine, harm, anew)).reopened).toBeNull();
  });

  test('does not grow young when the clock is set back', () => {
    const later = event('profile.changed', { patch: { minutes: 5 } }, 5000);
    const setBack = event('profile.changed', { patch: { minutes: 10 } }, 12);
    expect(project(here(fine, later, setBack)).seenUntil).toBe(later.at);
  });

  test('a new check is judged from its own time, although the clock once ran ahead', () => {
    const ahead = event('check.finished', { ...calm, level: 'self-care' }, 900_000);
    const corrected = {
      ...event('check.finished', { ...calm, level: 'self-care' }, 60),
      hlc: `zz${ahead.hlc.slice(2)}`,
    };
    expect(project(here(ahead, corrected)).seenUntil).toBe(corrected.at);
  });
});

describe('what comes from a file may warn and never reassure', () => {
  const urgent = event('check.finished', { ...calm, level: 'urgent-24h', because: ['fever'] }, 10);

  test('an imported check is marked, so that it is asked again', () => {
    const state = project([...here(urgent), ...fromFile(event('check.finished', { ...calm, level: 'self-care' }, 20))]);
    expect(state.check).toMatchObject({ level: 'self-care', imported: true });
  });

  test('an imported check does not answer a check that was opened again here', () => {
    const reopened = event('check.reopened', { because: 'new-symptom' }, 15);
    const state = project([
      ...here(urgent, reopened),
      ...fromFile(event('check.finished', { ...calm, level: 'self-care' }, 20)),
    ]);
    expect(state.reopened?.because).toBe('new-symptom');
  });

  test('an imported stop for dizziness opens the check', () => {
    const stop = event('session.finished', { sessionId: 's', reason: 'dizzy', itemsDone: 0, secondsDone: 5 }, 20);
    expect(project([...here(urgent), ...fromFile(stop)]).reopened?.because).toBe('stopped-dizzy');
  });

  test('an imported clearance is marked', () => {
    const cleared = event('clearance.overridden', { rules: ['fever'] }, 20);
    expect(project([...here(urgent), ...fromFile(cleared)]).overrides).toMatchObject([{ imported: true }]);
  });

  test('an imported "no" to a condition is no answer, an imported "yes" is a warning', () => {
    const said = event('profile.changed', { patch: { conditions: { anticoagulant: false, diabetes: true } } }, 5);
    const state = project(fromFile(said));
    expect(state.profile.conditions).toEqual({ diabetes: true });
    expect(state.conditionsAt).toEqual({});
  });

  test('what was said here about oneself stays, although the file is newer', () => {
    const mine = event('profile.changed', { patch: { ageYears: 15, conditions: { anticoagulant: true } } }, 5);
    const file = event('profile.changed', { patch: { ageYears: 40, conditions: { anticoagulant: false } } }, 50);
    expect(project([...here(mine), ...fromFile(file)]).profile).toEqual({
      ageYears: 15,
      conditions: { anticoagulant: true },
    });
  });

  test('what is missing where somebody is stays as it was said last, here before in a file', () => {
    const lacking = (home: string[], minutes: number) =>
      event('profile.changed', { patch: { lacks: { home } } }, minutes);
    expect(project(here(lacking(['shower'], 1), lacking(['wall'], 2))).profile.lacks).toEqual({ home: ['wall'] });
    expect(project([...fromFile(lacking([], 3)), ...here(lacking(['wall'], 2))]).profile.lacks).toEqual({
      home: ['wall'],
    });
  });

  test('a ranking from a file is marked, so that no plan is made for it before the drawing was read here', () => {
    const shown = event('ranking.shown', { drawingId: 'd', top: [{ muscle: 'psoas', side: 'left' }] }, 5);
    expect(project(fromFile(shown)).ranking?.imported).toBe(true);
    expect(project(here(shown)).ranking?.imported).toBe(false);
  });

  test('age and sex from a file spare no question: nobody knows whose file it is', () => {
    const file = event('profile.changed', { patch: { ageYears: 30, sex: 'male', minutes: 5 } }, 5);
    expect(project(fromFile(file)).profile).toEqual({ minutes: 5, conditions: {} });
    expect(project(here(file)).profile).toEqual({ ageYears: 30, sex: 'male', minutes: 5, conditions: {} });
  });

  test('"never again", and how a technique felt, stay as they were said here', () => {
    const mine = [
      event('technique.preferred', { technique: 'roll', wish: 'never' }, 5),
      event('technique.felt', { technique: 'bridge', felt: 'too-hard' }, 6),
    ];
    const file = [
      event('technique.preferred', { technique: 'roll', wish: 'neutral' }, 50),
      event('technique.preferred', { technique: 'press', wish: 'never' }, 51),
      event('technique.felt', { technique: 'bridge', felt: 'too-easy' }, 52),
    ];
    const state = project([...here(...mine), ...fromFile(...file)]);
    expect(state.preferences).toEqual({ roll: 'never', press: 'never' });
    expect(state.felt).toEqual({ bridge: 'too-hard' });
  });

  test('one answer about a condition makes no other answer young, and one taken back has no age', () => {
    const first = event('profile.changed', { patch: { conditions: { osteoporosis: false, diabetes: false } } }, 5);
    const later = event('profile.changed', { patch: { conditions: { diabetes: true } } }, 50);
    const back = event('profile.changed', { patch: { conditions: { osteoporosis: null } } }, 60);
    expect(project(here(first, later)).conditionsAt).toEqual({ osteoporosis: first.at, diabetes: later.at });
    expect(project(here(first, later, back)).conditionsAt).toEqual({ diabetes: later.at });
  });

  test('a file in which every line names something new is added up line by line', () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => [
      event('technique.preferred', { technique: `t${n}`, wish: 'never' }, 4 * n),
      event('finding.answered', { test: `t${n}`, side: null, answer: 'yes' }, 4 * n + 1),
      event(
        'own.kept',
        {
          item: { id: `own-${n}`, name: 'x', deed: 'move', muscles: [], tools: [], places: [], postures: [], dose: {} },
        },
        4 * n + 2,
      ),
      event('profile.changed', { patch: { conditions: { [`c${n}`]: true } } }, 4 * n + 3),
    ]).flat();
    const { preferences, findings, own, profile } = project(fromFile(...lines));
    for (const some of [preferences, findings, profile.conditions]) expect(Object.keys(some)).toHaveLength(5_000);
    expect(own).toHaveLength(200);
  });

  test('private answers from a file do not change a check that was answered here', () => {
    const file = event('check.sensitive', { checkId: urgent.id, facts: { pregnant: false }, conditions: {} }, 9);
    expect(project([...here(urgent), ...fromFile(file)]).check?.facts).toEqual({});
    const later = event('check.sensitive', { checkId: urgent.id, facts: { pregnant: false }, conditions: {} }, 19);
    expect(project([...here(urgent), ...fromFile(later)]).check?.facts).toEqual({});
  });

  test('the outcome of a session that was rated here stays', () => {
    const rated = event('outcome.rated', { sessionId: 's', when: 'after', pain: 8 }, 5);
    const file = event('outcome.rated', { sessionId: 's', when: 'after', pain: 1 }, 50);
    expect(project([...here(rated), ...fromFile(file)]).sessions).toMatchObject([{ painAfter: 8 }]);
    const done = { sessionId: 's', reason: 'completed', itemsDone: 1, secondsDone: 9, painAfter: 7 } as const;
    const finished = event('session.finished', done, 4);
    expect(project([...here(finished), ...fromFile(file)]).sessions).toMatchObject([{ painAfter: 7 }]);
  });

  test('a session is somebody’s own only when its end was told here; the file alone gives no experience', () => {
    const done = { sessionId: 's', reason: 'completed', itemsDone: 1, secondsDone: 9 } as const;
    const begun = event('session.started', { sessionId: 's', planId: 'p', painBefore: 4, items: [] }, 3);
    const ended = event('session.finished', done, 4);
    const of = (...told: Told[][]) => project(told.flat()).sessions.map(({ imported }) => imported);
    expect(of(here(begun), here(ended))).toEqual([false]);
    expect(of(fromFile(begun), fromFile(ended))).toEqual([true]);
    expect(of(here(begun), fromFile(ended))).toEqual([true]);
    expect(of(fromFile(begun), here(ended))).toEqual([false]);
    expect(of(here(begun), here(ended), fromFile(event('session.finished', done, 5)))).toEqual([false]);
  });

  test('of an event that was told here and is in the file too, the one told here counts', () => {
    expect(project([...fromFile(urgent), ...here(urgent)]).check).toMatchObject({ imported: false });
    expect(applyEvent(projectionOf(fromFile(urgent)), { event: urgent, imported: false }).state.check).toMatchObject({
      imported: false,
    });
  });

  test('a file with times far in the future makes no check of this device old', () => {
    const file = event('profile.changed', { patch: { minutes: 5 } }, 9_000_000);
    expect(project([...here(urgent), ...fromFile(file)]).seenUntil).toBe(urgent.at);
  });

  test('an own exercise from a file is added, without what a professional is said to know, and never replaces one of here', () => {
    const item = {
      id: 'own-1',
      name: 'Doorway',
      deed: 'stretch',
      muscles: [],
      tools: [],
      places: ['anywhere'],
      postures: ['standing'],
      dose: { holdSeconds: 20, repetitions: 2 },
      knownTo: ['osteoporosis'],
    } as const;
    const told = (name: string) =>
      event(
        'own.kept',
        {
          item: {
            ...item,
            name,
            muscles: [],
            tools: [],
            places: ['anywhere'],
            postures: ['standing'],
            knownTo: ['osteoporosis'],
          },
        },
        name === 'Doorway' ? 1 : 2,
      );
    const { knownTo: _, ...without } = item;
    expect(project(fromFile(told('Doorway'))).own).toEqual([{ item: without, imported: true }]);
    expect(project([...here(told('Doorway')), ...fromFile(told('Wall'))]).own).toMatchObject([
      { item: { name: 'Doorway', knownTo: ['osteoporosis'] }, imported: false },
    ]);
    const dropped = event('own.dropped', { own: 'own-1' }, 3);
    expect(project([...here(told('Doorway')), ...fromFile(dropped)]).own).toHaveLength(1);
    expect(project(here(told('Doorway'), dropped)).own).toEqual([]);
  });
});

describe('wishes', () => {
  const felt = (word: 'too-hard' | 'too-easy' | 'right', minutes: number) =>
    event('technique.felt', { technique: 'levator-stretch', felt: word }, minutes);

  test('the last word on a technique counts, and "right" takes it back', () => {
    expect(project(here(felt('too-hard', 1), felt('too-easy', 2))).felt).toEqual({ 'levator-stretch': 'too-easy' });
    expect(project(here(felt('too-hard', 1), felt('right', 2))).felt).toEqual({});
  });

  test('one habit is tried at a time; one that is kept is remembered, one that is dropped is not', () => {
    const begun = event('habit.begun', { habit: 'breathing', moment: 'after the kettle' }, 1);
    expect(project(here(begun)).habit).toEqual({ habit: 'breathing', moment: 'after the kettle', begunAt: begun.at });
    const kept = event('habit.ended', { habit: 'breathing', because: 'kept' }, 2);
    expect(project(here(begun, kept))).toMatchObject({ habit: null, keptHabits: ['breathing'] });
    const dropped = event('habit.ended', { habit: 'breathing', because: 'dropped' }, 3);
    expect(project(here(begun, kept, dropped))).toMatchObject({ habit: null, keptHabits: [] });
  });

  test('desk checks are kept one after the other, so that the next one can be compared', () => {
    const first = event('desk.checked', { answers: { 'seat-height': 'low' }, chosen: 'seat-height' }, 1);
    const second = event('desk.checked', { answers: { 'seat-height': 'right' }, chosen: null }, 9);
    expect(project(here(second, first)).deskChecks.map(({ answers }) => answers['seat-height'])).toEqual([
      'low',
      'right',
    ]);
  });

  test('a programme is followed until it is ended', () => {
    const begun = event('programme.begun', { weeks: 4, minutes: 10 }, 1);
    expect(project(here(begun)).programme).toEqual({ begunAt: begun.at, weeks: 4, minutes: 10 });
    expect(project(here(begun, event('programme.ended', {}, 2))).programme).toBeNull();
  });
});

describe('days, experiments and questionnaires', () => {
  const day = (date: string, told: object, minutes: number) =>
    event('day.told', { day: date, before: {}, ...told } as never, minutes);

  test('a day is added up answer by answer, in the order of the calendar', () => {
    const told = here(
      day('2026-01-06', { pain: 4, before: { sleep: -1 } }, 1),
      day('2026-01-05', { before: { water: 0 } }, 2),
      day('2026-01-06', { before: { stress: 1 } }, 3),
    );
    expect(project(told).days).toEqual([
      { day: '2026-01-05', pain: null, before: { water: 0 } },
      { day: '2026-01-06', pain: 4, before: { sleep: -1, stress: 1 } },
    ]);
    const back = here(day('2026-01-06', { pain: null, before: { sleep: null } }, 4));
    expect(project([...told, ...back]).days[1]).toEqual({ day: '2026-01-06', pain: null, before: { stress: 1 } });
  });

  test('a file fills gaps of a day, and changes no answer of this device', () => {
    const file = fromFile(day('2026-01-05', { pain: 9, before: { sleep: 1, load: 1 } }, 9));
    const own = here(day('2026-01-05', { pain: 2, before: { sleep: -1 } }, 1));
    expect(project([...own, ...file]).days).toEqual([{ day: '2026-01-05', pain: 2, before: { sleep: -1, load: 1 } }]);
  });

  const begun = (experimentId: string, minutes: number) =>
    event('experiment.begun', { experimentId, a: 'ball', b: 'roller', seed: 'x' }, minutes);

  test('one experiment runs at a time, and one that has ended stays ended', () => {
    const ended = event('experiment.ended', { experimentId: 'e2', because: 'finished' }, 3);
    const { experiments } = project(here(begun('e1', 1), begun('e2', 2), ended, begun('e1', 4)));
    expect(experiments).toMatchObject([
      { experimentId: 'e1', because: 'stopped' },
      { experimentId: 'e2', because: 'finished', endedAt: ended.at },
    ]);
  });

  test('an experiment from a file does not end or replace one that was begun here', () => {
    const told = project([...here(begun('e1', 1)), ...fromFile(begun('e2', 2))]);
    expect(told.experiments).toMatchObject([{ experimentId: 'e1', endedAt: null }]);
  });

  test('a question that was passed over, and answered questionnaires, are remembered', () => {
    const passed = event('outcome.passed', { sessionId: 's', when: 'next-day' }, 1);
    const answered = event('questionnaire.answered', { questionnaire: 'impact-3', answers: [3, null, 2] }, 2);
    const state = project(here(passed, answered, event('outcome.passed', { sessionId: 's', when: 'next-day' }, 3)));
    expect(state.passed).toEqual(['s']);
    expect(state.questionnaires).toEqual([{ at: answered.at, questionnaire: 'impact-3', answers: [3, null, 2] }]);
  });
});

describe('breaks and the week', () => {
  const counted = (day: string, taken: number, minutes: number, device = 'phone') => ({
    ...event(
      'breaks.counted',
      { day, taken, offered: 9, skipped: 1, passed: 0, pauses: 2, seatedMs: 100, longestMs: 50, standMs: 0 },
      minutes,
    ),
    device,
  });
  const set = (everyMinutes: number, minutes: number) =>
    event(
      'breaks.set',
      {
        settings: {
          everyMinutes,
          breakSeconds: 60,
          hours: { 1: { from: 540, to: 1020 } },
          fixedTimes: [],
          sitStand: null,
          water: false,
        },
        ways: { notify: false, spoken: false, fullScreen: false },
      },
      minutes,
    );
  const week = (at: number, minutes: number) =>
    event(
      'schedule.set',
      { entries: [{ id: 'w', kind: 'walk', days: [1], at, minutes: 20, remindMinutes: null }] },
      minutes,
    );

  test('a day at a device is counted once: its last telling stands, another device has its own', () => {
    const told = here(counted('2026-01-05', 3, 1), counted('2026-01-05', 5, 2), counted('2026-01-05', 2, 3, 'laptop'));
    expect(project(told).breakDays).toMatchObject([
      { day: '2026-01-05', device: 'phone', taken: 5 },
      { device: 'laptop', taken: 2 },
    ]);
  });

  test('a file brings days and settings where there are none, and changes none that were told here', () => {
    const file = fromFile(set(60, 5), week(600, 6), counted('2026-01-05', 9, 7), counted('2026-01-06', 4, 8));
    expect(project(file)).toMatchObject({ breaks: { settings: { everyMinutes: 60 } }, schedule: [{ at: 600 }] });
    const both = project([...here(set(30, 1), week(700, 2), counted('2026-01-05', 3, 3)), ...file]);
    expect(both.breaks?.settings.everyMinutes).toBe(30);
    expect(both.schedule).toMatchObject([{ at: 700 }]);
    expect(both.breakDays.map(({ day, taken }) => [day, taken])).toEqual([
      ['2026-01-05', 3],
      ['2026-01-06', 4],
    ]);
  });
});
