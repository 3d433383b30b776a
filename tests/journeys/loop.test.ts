// The whole job without a browser: a person is checked, paints, sees muscles, gets a plan, is guided, tells how it went,
// and finds it all again from a file. Only the doors of the packages are used.

import { readFileSync } from 'node:fs';
import { addMark, decodeDrawing, emptyDrawing, encodeDrawing, fieldOf, placesOf } from '@unknot/atlas/drawing';
import type { ViewOutline } from '@unknot/atlas/frame';
import { bodyMap } from '@unknot/atlas/region';
import type { PainPlace } from '@unknot/engine/case';
import { nextStep } from '@unknot/engine/guidance';
import { decodeEvidence, prepare, rank } from '@unknot/engine/inference';
import { change } from '@unknot/engine/outcome';
import { makePlan } from '@unknot/engine/plan';
import { advance, begin, scriptOf, viewOf } from '@unknot/engine/session';
import {
  answerQuestion,
  type CheckInput,
  check,
  clearance,
  type Marks,
  paintedKey,
  standing,
} from '@unknot/engine/triage';
import { exportJournal, importJournal } from '@unknot/journal/exchange';
import { entryOf, readLog } from '@unknot/journal/log';
import { project } from '@unknot/journal/project';
import { record, recordCheck } from '@unknot/journal/record';
import { seeded } from '@unknot/journal/testing';
import type { CheckKnowledge, IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { expect, test } from 'vitest';

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const knowledge = {
  check: read<CheckKnowledge>('packages/knowledge/edition/check.json'),
  identify: read<IdentifyKnowledge>('packages/knowledge/edition/identify.json'),
  plan: read<PlanKnowledge>('packages/knowledge/edition/plan.json'),
};
const outlines = {
  posterior: read<ViewOutline>('packages/atlas/data/views/posterior.json'),
  anterior: read<ViewOutline>('packages/atlas/data/views/anterior.json'),
  'lateral-left': read<ViewOutline>('packages/atlas/data/views/lateral-left.json'),
};
const body = bodyMap(outlines);

const NOON = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

/** A stroke down the right side of the neck, seen from behind. */
const drawing = addMark(emptyDrawing(), {
  kind: 'stroke',
  layer: 'pain',
  mode: 'paint',
  view: 'posterior',
  radius: 20,
  points: [70, 250, 80, 280, 92, 300, 96, 320],
  intensity: 6,
});
const painted = placesOf(fieldOf(drawing, body)) as readonly PainPlace[];

/** What a person marks on a screen; nothing is a no, but numbers must be told. */
type Person = (facts: readonly string[], conditions: readonly string[]) => Marks;

const numbers: Record<string, number> = { 'age-years': 35, 'pain-score': 5, 'weeks-since-start': 1 };
const deskKnot: Person = (facts) =>
  Object.fromEntries(facts.flatMap((fact) => (numbers[fact] === undefined ? [] : [[fact, numbers[fact]]])));

/** Answers one screen after the other until the check has nothing to ask or something to say. */
function checked(person: Person) {
  let input: CheckInput = { facts: { 'weeks-using-plan-without-gain': 0 }, conditions: {}, painted };
  for (let screens = 0; screens < 40; screens++) {
    const { verdict, next } = check(knowledge.check, input);
    if (verdict.kind !== 'ask-first') return { verdict, input, screens };
    if (!next) throw new Error('a check that asks first must have a question');
    const said = answerQuestion(knowledge.check, next, person(next.facts, next.conditions));
    input = {
      ...input,
      facts: { ...input.facts, ...said.facts },
      conditions: { ...input.conditions, ...said.conditions },
    };
  }
  throw new Error('a check must end');
}

function cleared({ verdict, input }: ReturnType<typeof checked>, now = NOON) {
  const key = paintedKey(knowledge.check, painted);
  const stands = standing(
    {
      finishedAt: NOON,
      level: verdict.kind,
      facts: input.facts,
      conditions: input.conditions,
      paintedKey: key,
      edition: '1',
    },
    now,
    { paintedKey: key, conditions: input.conditions, edition: '1' },
    NOON,
  );
  return clearance(verdict, stands);
}

test('a desk knot goes all the way round, and comes back out of a file', () => {
  const passed = checked(deskKnot);
  expect(passed.verdict.kind).toBe('self-care');
  expect(passed.screens).toBeLessThanOrEqual(10);
  const leave = cleared(passed);
  if (leave.kind !== 'cleared') throw new Error(`a desk knot must be cleared, got ${leave.because}`);

  const model = prepare(knowledge.identify);
  const evidence = decodeEvidence(model, { places: painted });
  if (evidence.kind !== 'ok') throw new Error(`a drawing must be evidence: ${evidence.field}`);
  const posterior = rank(model, evidence.evidence);
  expect(posterior.candidates.length).toBeGreaterThanOrEqual(2);
  expect(posterior.other.length).toBeGreaterThanOrEqual(1);
  expect(posterior.candidates[0]?.side).toBe('right');

  const targets = posterior.candidates
    .slice(0, 1)
    .map(({ muscle, side, explains }) => ({ muscle, side, share: explains }));
  const asked = Object.fromEntries(knowledge.plan.conditions.map(({ id }) => [id, false]));
  const plan = makePlan(knowledge.plan, {
    targets,
    minutes: 10,
    tools: ['ball', 'wall'],
    places: ['wall', 'desk', 'anywhere'],
    conditions: asked,
    ageYears: 35,
    clearance: leave,
  });
  if (plan.kind !== 'plan') throw new Error(`a plan must fit, got ${plan.kind}`);
  expect(plan.seconds).toBeLessThanOrEqual(600);
  expect(plan.items.some(({ muscle }) => muscle === targets[0]?.muscle)).toBe(true);

  const at = (ms: number) => ({ epoch: NOON + ms, mono: ms, lifeId: 'a page' });
  const script = scriptOf(plan.items);
  const begun = begin(
    script,
    { painNow: 6, confirmations: plan.items[0].dose.confirm, clearance: { until: leave.until } },
    at(0),
  );
  if (begun.kind !== 'begun') throw new Error(`a session must begin, got ${begun.because}`);
  let session = begun.state;
  let ms = 0;
  while (!session.outcome && ms < 30 * MINUTE) {
    ms += 700;
    const view = viewOf(session, at(ms));
    const input = view.confirm
      ? ({ kind: 'confirm', code: view.confirm } as const)
      : view.kind === 'ask-pain'
        ? ({ kind: 'pain', answer: 3 } as const)
        : view.asking
          ? ({ kind: 'pain', answer: 'fine' } as const)
          : ({ kind: 'tick' } as const);
    session = advance(session, input, at(ms)).state;
  }
  expect(session.outcome).toMatchObject({
    reason: 'completed',
    openCheck: false,
    itemsDone: plan.items.length,
    painAfter: 3,
  });
  expect(change(6, 3).kind).toBe('clearly-better');

  const random = seeded(1);
  const teller = (now: number, hlc: string | null) => ({
    now,
    random,
    device: 'phone',
    hlc,
    editions: { atlas: '2026.1', knowledge: '1' },
  });
  const told = recordCheck(
    teller(NOON, null),
    {
      form: 'full',
      facts: passed.input.facts,
      conditions: passed.input.conditions,
      painted: [...painted],
      level: passed.verdict.kind,
      because: [],
      support: [],
      edition: '1',
    },
    false,
  );
  const drawn = record(teller(NOON, told.hlc), 'drawing.saved', { drawingId: 'd1', encoded: encodeDrawing(drawing) });
  const started = record(teller(NOON, drawn.hlc), 'session.started', {
    sessionId: 's1',
    planId: 'p1',
    painBefore: 6,
    items: plan.items.map(({ technique, muscle, side, seconds }) => ({ technique, muscle, side, seconds })),
  });
  const finished = record(teller(NOON + ms, started.hlc), 'session.finished', {
    sessionId: 's1',
    reason: 'completed',
    itemsDone: plan.items.length,
    secondsDone: session.outcome?.secondsDone ?? 0,
    painAfter: 3,
  });
  const log = [...told.events, drawn.event, started.event, finished.event].map(entryOf);
  const file = exportJournal(log, { exportedAt: NOON + ms, editions: teller(NOON, null).editions, sensitive: false });
  const back = importJournal(file, new Set());
  if (back.kind !== 'ok') throw new Error(`an export must come back, got ${back.problem} at ${back.where}`);

  const state = project(readLog(back.add).told);
  expect(state.sessions).toMatchObject([{ sessionId: 's1', painBefore: 6, painAfter: 3, reason: 'completed' }]);
  expect(decodeDrawing(state.drawing?.encoded ?? '')).toEqual({ kind: 'ok', drawing });
  expect(state.check?.imported, 'a check from a file never counts').toBe(true);

  const step = (gate: 'open' | 'ask') =>
    nextStep(
      { gate, known: true, running: false, unrated: null, nextDay: null, painted: true, lastSessionAt: NOON + ms },
      NOON + ms + MINUTE,
    ).kind;
  expect([step('open'), step('ask')]).toEqual(['rest', 'check']);
});

test.each([
  ['pressure in the chest with sweating', ['chest-pain-now', 'any-faint', 'sweaty-sick'], 'emergency'],
  ['numbness between the legs since yesterday', ['any-saddle', 'saddle-numb', 'symptom-under-14-days'], 'emergency'],
])('%s ends the loop at the check: no clearance, so no plan and no session', (_, yes, level) => {
  const ill: Person = (facts, conditions) => ({
    ...deskKnot(facts, conditions),
    ...Object.fromEntries(facts.filter((fact) => yes.includes(fact)).map((fact) => [fact, true as const])),
  });
  const stopped = checked(ill);
  expect(stopped.verdict.kind).toBe(level);
  expect(cleared(stopped)).toEqual({ kind: 'refused', because: 'level' });
});

test('the same check a day later gives no leave to begin a session', () => {
  expect(cleared(checked(deskKnot), NOON + 25 * 60 * MINUTE)).toMatchObject({
    kind: 'refused',
    because: 'not-current',
  });
});
