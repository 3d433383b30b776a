// What happened, added up. Sorted by stamp and told once each, so that any order of arrival gives the same state.

import { compareStamps } from '../event/index.ts';
import type { Told } from '../log/index.ts';
import { type Draft, emptyDraft, hear, profileOf } from './apply.ts';
import type { AppState } from './state.ts';

export type {
  AppState,
  BreakDayRecord,
  CheckRecord,
  DayRecord,
  DeskCheckRecord,
  DrawingRecord,
  ExperimentRecord,
  HarmRecord,
  Override,
  OwnRecord,
  PlanRecord,
  Profile,
  QuestionnaireRecord,
  RankingRecord,
  Reopening,
  SessionRecord,
  TimelineEntry,
} from './state.ts';

/** The events heard so far, in order, and what they add up to. Opaque besides `state`. */
export interface Projection {
  readonly state: AppState;
  readonly heard: readonly Told[];
  readonly ids: ReadonlySet<string>;
  readonly draft: Readonly<Draft>;
}

export const project = (told: readonly Told[]): AppState => projectionOf(told).state;

export function projectionOf(told: readonly Told[]): Projection {
  const steps = projecting(told);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `projectionOf`, in small pieces: who must not be held up may rest after each. Some ten events are a piece. */
export function* projecting(told: readonly Told[]): Generator<void, Projection> {
  const heard = inOrder(told);
  const draft = emptyDraft();
  for (const [n, one] of heard.entries()) {
    if (n % 32 === 0) yield;
    hear(draft, one);
  }
  return { state: stateOf(draft), heard, ids: new Set(heard.map(({ event }) => event.id)), draft };
}

/**
 * The projection after one more event. Newest last is the usual case and costs one event; an event that belongs
 * earlier (another tab, an import) is put in its place and everything is told again.
 */
export function applyEvent(before: Projection, one: Told): Projection {
  const last = before.heard.at(-1);
  if (before.ids.has(one.event.id) || (last && order(last, one) > 0)) return projectionOf([...before.heard, one]);
  const draft = copyOf(before.draft);
  hear(draft, one);
  return {
    state: stateOf(draft),
    heard: [...before.heard, one],
    ids: new Set(before.ids).add(one.event.id),
    draft,
  };
}

const order = (a: Told, b: Told): number =>
  compareStamps(a.event.hlc, b.event.hlc) || compareStamps(a.event.id, b.event.id);

/** Sorted, each id once; of two copies the one told on this device counts. */
function inOrder(told: readonly Told[]): Told[] {
  const byId = new Map<string, Told>();
  for (const one of told) {
    const other = byId.get(one.event.id);
    if (!other || (other.imported && !one.imported)) byId.set(one.event.id, one);
  }
  return [...byId.values()].sort(order);
}

function stateOf(draft: Draft): AppState {
  const check = draft.checks.at(-1) ?? null;
  return {
    profile: profileOf(draft),
    conditionsAt: Object.fromEntries(draft.conditionsAt),
    check,
    checks: draft.checks,
    reopened: draft.reopened,
    overrides: draft.overrides,
    drawings: draft.drawings,
    drawing: draft.drawings.find(({ drawingId }) => drawingId === draft.current) ?? null,
    findings: Object.fromEntries(draft.findings),
    ranking: draft.ranking,
    plans: draft.plans,
    sessions: draft.sessions,
    harms: draft.harms,
    preferences: Object.fromEntries(draft.preferences),
    felt: Object.fromEntries(draft.felt),
    own: [...draft.own.values()],
    programme: draft.programme,
    habit: draft.habit,
    keptHabits: draft.keptHabits,
    deskChecks: draft.deskChecks,
    passed: draft.passed,
    days: draft.days,
    experiments: draft.experiments,
    questionnaires: draft.questionnaires,
    breaks: draft.breaks,
    breakDays: draft.breakDays,
    schedule: draft.schedule,
    timeline: draft.timeline,
    clock: draft.clock,
    seenUntil: draft.seenUntil,
  };
}

/** Lists are copied, records are shared: `hear` replaces records and never changes one. */
const copyOf = (draft: Readonly<Draft>): Draft => ({
  ...draft,
  here: { ...draft.here, conditions: new Map(draft.here.conditions) },
  fromFile: { ...draft.fromFile, conditions: new Map(draft.fromFile.conditions) },
  conditionsAt: new Map(draft.conditionsAt),
  findings: new Map(draft.findings),
  preferences: new Map(draft.preferences),
  felt: new Map(draft.felt),
  own: new Map(draft.own),
  checks: [...draft.checks],
  sensitive: new Map(draft.sensitive),
  overrides: [...draft.overrides],
  drawings: [...draft.drawings],
  plans: [...draft.plans],
  sessions: [...draft.sessions],
  toldHere: new Set(draft.toldHere),
  harms: [...draft.harms],
  passed: [...draft.passed],
  days: [...draft.days],
  experiments: [...draft.experiments],
  questionnaires: [...draft.questionnaires],
  breakDays: [...draft.breakDays],
  timeline: [...draft.timeline],
});
