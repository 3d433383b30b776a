// One event heard: what changes. The only place where events become state; `project` and `applyEvent` both come here.
// The draft's lists may be pushed to and its records replaced; a record itself is never changed, since states share them.
//
// Two asymmetries keep imports from weakening safety: what a file says never replaces what was said on this device
// about the same thing, and a condition a file answers with "no" stays unanswered. A file may add warnings.

import { consequenceOf, isInTime } from '@unknot/engine/outcome';
import { opensCheck } from '@unknot/engine/session';
import type { BodyOf, EventType, JournalEvent, ProfilePatch } from '../event/index.ts';
import type { Told } from '../log/index.ts';
import type {
  AppState,
  BreakDayRecord,
  CheckRecord,
  DayRecord,
  DrawingRecord,
  ExperimentRecord,
  HarmRecord,
  Layer,
  Override,
  OwnRecord,
  PlanRecord,
  Profile,
  QuestionnaireRecord,
  Reopening,
  SessionRecord,
  TimelineEntry,
} from './state.ts';

/** The state while it is being put together. What may have a name of its own in every event is a map, so that a long file takes no longer line by line. */
export interface Draft {
  here: Layer;
  fromFile: Layer;
  conditionsAt: Map<string, number>;
  checks: CheckRecord[];
  /** Private answers by check, for a check that is heard after them. */
  sensitive: Map<string, { body: BodyOf<'check.sensitive'>; imported: boolean }>;
  reopened: Reopening | null;
  overrides: Override[];
  drawings: DrawingRecord[];
  current: string | null;
  findings: Map<string, 'yes' | 'no' | 'unsure'>;
  ranking: AppState['ranking'];
  plans: PlanRecord[];
  sessions: SessionRecord[];
  /** What of each session was told on this device, and may not be replaced by a file. */
  toldHere: Set<string>;
  harms: HarmRecord[];
  preferences: Map<string, 'never' | 'prefer'>;
  felt: Map<string, 'too-hard' | 'too-easy'>;
  own: Map<string, OwnRecord>;
  programme: AppState['programme'];
  habit: AppState['habit'];
  keptHabits: AppState['keptHabits'];
  deskChecks: AppState['deskChecks'];
  passed: string[];
  days: DayRecord[];
  experiments: ExperimentRecord[];
  questionnaires: QuestionnaireRecord[];
  breaks: AppState['breaks'];
  breakDays: BreakDayRecord[];
  schedule: AppState['schedule'];
  timeline: TimelineEntry[];
  clock: string | null;
  seenUntil: number;
}

const emptyLayer = (): Layer => ({ fields: {}, conditions: new Map() });

export const emptyDraft = (): Draft => ({
  here: emptyLayer(),
  fromFile: emptyLayer(),
  conditionsAt: new Map(),
  checks: [],
  sensitive: new Map(),
  reopened: null,
  overrides: [],
  drawings: [],
  current: null,
  findings: new Map(),
  ranking: null,
  plans: [],
  sessions: [],
  toldHere: new Set(),
  harms: [],
  preferences: new Map(),
  felt: new Map(),
  own: new Map(),
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

/** Own exercises up to which a file may add more: every plan weighs each of them. Own setting. */
const MOST_OWN = 200;

type Hear = { [T in EventType]: (draft: Draft, event: JournalEvent<T>, imported: boolean) => void };

/** Changes the draft. Events must come in the order of their stamps. */
export function hear(draft: Draft, { event, imported }: Told): void {
  draft.clock = event.hlc;
  if (!imported) draft.seenUntil = Math.max(draft.seenUntil, event.at);
  (hearing[event.type] as (draft: Draft, event: JournalEvent, imported: boolean) => void)(draft, event, imported);
}

const hearing: Hear = {
  'profile.changed': (draft, { at, body }, imported) => {
    const { conditions = {}, ...fields } = body.patch;
    if (imported) draft.fromFile.fields = { ...draft.fromFile.fields, ...sparingNothing(fields) };
    else draft.here.fields = { ...draft.here.fields, ...fields };
    answer(draft, at, conditions, imported);
  },

  'check.finished': (draft, { id, at, body }, imported) => {
    const told = draft.sensitive.get(id);
    const apart = told && mayAdd(told.imported, imported) ? told.body : null;
    draft.checks.push({
      id,
      at,
      form: body.form ?? 'full',
      facts: { ...body.facts, ...apart?.facts },
      conditions: { ...body.conditions, ...apart?.conditions },
      painted: body.painted,
      level: body.level,
      because: body.because,
      support: body.support,
      edition: body.edition,
      imported,
    });
    // An imported check closes nothing that was open: it does not count as an answer.
    if (!imported) {
      draft.reopened = null;
      draft.seenUntil = at;
    }
    draft.timeline.push({ at, kind: 'check', ref: id });
  },

  'check.sensitive': (draft, { at, body }, imported) => {
    if (body.checkId === null) return answer(draft, at, body.conditions, imported);
    const { checkId } = body;
    draft.sensitive.set(checkId, { body, imported });
    replaceLast(
      draft.checks,
      (check) => check.id === checkId && mayAdd(imported, check.imported),
      (check) => ({
        ...check,
        facts: { ...check.facts, ...body.facts },
        conditions: { ...check.conditions, ...body.conditions },
      }),
    );
  },

  'check.reopened': (draft, { id, at, body }) => reopen(draft, at, body.because, id),

  'clearance.overridden': (draft, { id, at, body }, imported) => {
    draft.overrides.push({ at, ...body, imported });
    draft.timeline.push({ at, kind: 'cleared', ref: id });
  },

  'drawing.saved': (draft, { at, body }) => {
    const { drawingId, encoded } = body;
    const known = replaceLast(
      draft.drawings,
      (drawing) => drawing.drawingId === drawingId,
      (drawing) => ({ ...drawing, savedAt: at, encoded }),
    );
    if (!known) {
      draft.drawings.push({ drawingId, startedAt: at, savedAt: at, encoded });
      draft.timeline.push({ at, kind: 'drawing', ref: drawingId });
      draft.findings.clear();
    }
    draft.current = drawingId;
  },

  'finding.answered': (draft, { body }) => {
    const key = body.side === null ? body.test : `${body.test}@${body.side}`;
    draft.findings.delete(key);
    if (body.answer !== null) draft.findings.set(key, body.answer);
  },

  'ranking.shown': (draft, { at, body }, imported) => {
    draft.ranking = { ...body, at, imported };
  },

  'plan.made': (draft, { at, body }) => {
    draft.plans.push({ ...body, at });
    draft.timeline.push({ at, kind: 'plan', ref: body.planId });
  },

  'session.started': (draft, { at, body }, imported) => {
    const { sessionId, planId, painBefore, items } = body;
    if (!mayTell(draft, `started ${sessionId}`, imported)) return;
    changeSession(draft, sessionId, (session) => ({
      ...session,
      planId,
      painBefore,
      items,
      startedAt: at,
      imported,
    }));
    draft.timeline.push({ at, kind: 'session', ref: sessionId });
  },

  'session.finished': (draft, { id, at, body }, imported) => {
    const { sessionId, reason, itemsDone, done = [], secondsDone, painAfter } = body;
    if (opensCheck(reason)) reopen(draft, at, `stopped-${reason}`, id);
    if (!mayTell(draft, `finished ${sessionId}`, imported)) return;
    if (typeof painAfter === 'number') mayTell(draft, `after ${sessionId}`, imported);
    changeSession(draft, sessionId, (session) => ({
      ...session,
      finishedAt: at,
      reason,
      items: [
        ...session.items.filter((_, at) => done.includes(at)),
        ...session.items.filter((_, at) => !done.includes(at)),
      ],
      itemsDone,
      secondsDone,
      painAfter: painAfter ?? session.painAfter,
      imported,
    }));
  },

  'outcome.rated': (draft, { at, body }, imported) => {
    const { sessionId, when, pain } = body;
    const finishedAt = draft.sessions.findLast((session) => session.sessionId === sessionId)?.finishedAt ?? null;
    // OUT-17. Told too late it says nothing of that session, also in a diary from before that was so.
    if (when === 'after' && !isInTime(finishedAt, at)) return;
    if (!mayTell(draft, `${when} ${sessionId}`, imported)) return;
    const rated = when === 'after' ? { painAfter: pain } : { painNextDay: pain };
    changeSession(draft, sessionId, (session) => ({ ...session, ...rated }));
  },

  'harm.reported': (draft, { id, at, body }) => {
    const { kind, sessionId = null, note } = body;
    draft.harms.push({ id, at, kind, sessionId, ...(note === undefined ? {} : { note }) });
    draft.timeline.push({ at, kind: 'harm', ref: id });
    if (consequenceOf(kind).openCheck) reopen(draft, at, `harm-${kind}`, id);
  },

  'technique.preferred': (draft, { body }, imported) => {
    if (!mayTell(draft, `preferred ${body.technique}`, imported)) return;
    draft.preferences.delete(body.technique);
    if (body.wish !== 'neutral') draft.preferences.set(body.technique, body.wish);
  },

  'technique.felt': (draft, { body }, imported) => {
    if (!mayTell(draft, `felt ${body.technique}`, imported)) return;
    draft.felt.delete(body.technique);
    if (body.felt !== 'right') draft.felt.set(body.technique, body.felt);
  },

  'own.kept': (draft, { body }, imported) => {
    if (!mayTell(draft, `own ${body.item.id}`, imported)) return;
    if (imported && draft.own.size >= MOST_OWN && !draft.own.has(body.item.id)) return;
    // What a professional knows of a person is believed from that person, not from a file.
    const { knownTo: _, ...item } = body.item;
    const kept: OwnRecord = { ...body, item: imported ? item : body.item, imported };
    draft.own.delete(item.id);
    draft.own.set(item.id, kept);
  },

  'own.dropped': (draft, { body }, imported) => {
    if (!mayTell(draft, `own ${body.own}`, imported)) return;
    draft.own.delete(body.own);
  },

  'programme.begun': (draft, { at, body }, imported) => {
    if (mayTell(draft, 'programme', imported)) draft.programme = { begunAt: at, ...body };
  },

  'habit.begun': (draft, { at, body }, imported) => {
    if (!mayTell(draft, 'habit', imported)) return;
    draft.habit = { ...body, begunAt: at };
    draft.keptHabits = draft.keptHabits.filter((habit) => habit !== body.habit);
  },

  'habit.ended': (draft, { body }, imported) => {
    if (!mayTell(draft, 'habit', imported)) return;
    if (draft.habit?.habit === body.habit) draft.habit = null;
    const others = draft.keptHabits.filter((habit) => habit !== body.habit);
    draft.keptHabits = body.because === 'kept' ? [...others, body.habit] : others;
  },

  'desk.checked': (draft, { at, body }) => {
    draft.deskChecks = [...draft.deskChecks, { at, ...body }];
  },

  'programme.ended': (draft, _, imported) => {
    if (mayTell(draft, 'programme', imported)) draft.programme = null;
  },

  'outcome.passed': (draft, { body }) => {
    if (!draft.passed.includes(body.sessionId)) draft.passed.push(body.sessionId);
  },

  'day.told': (draft, { body }, imported) => {
    const { day, pain, before } = body;
    const at = draft.days.findIndex((known) => known.day >= day);
    const known = draft.days[at];
    const old: DayRecord = known?.day === day ? known : { day, pain: null, before: {} };
    const factors: Record<string, unknown> = { ...old.before };
    for (const [factor, level] of Object.entries(before))
      if (mayTell(draft, `day ${day} ${factor}`, imported)) factors[factor] = level;
    const said = pain !== undefined && mayTell(draft, `day ${day} pain`, imported);
    const told: DayRecord = { day, pain: said ? pain : old.pain, before: spoken(factors) };
    draft.days.splice(at < 0 ? draft.days.length : at, known?.day === day ? 1 : 0, told);
  },

  'experiment.begun': (draft, { at, body }, imported) => {
    if (!mayTell(draft, 'experiment', imported)) return;
    if (draft.experiments.some(({ experimentId }) => experimentId === body.experimentId)) return;
    endExperiments(draft, at, 'stopped');
    draft.experiments.push({ ...body, begunAt: at, endedAt: null, because: null });
  },

  'experiment.ended': (draft, { at, body }, imported) => {
    const { experimentId, because } = body;
    if (mayTell(draft, `ended ${experimentId}`, imported)) endExperiments(draft, at, because, experimentId);
  },

  'questionnaire.answered': (draft, { at, body }) => {
    draft.questionnaires.push({ ...body, at });
  },

  'breaks.set': (draft, { body }, imported) => {
    if (mayTell(draft, 'breaks', imported)) draft.breaks = body;
  },

  'breaks.counted': (draft, { device, body }, imported) => {
    if (!mayTell(draft, `breaks ${body.day} ${device}`, imported)) return;
    const known = draft.breakDays.findLastIndex((one) => one.day === body.day && one.device === device);
    if (known < 0) draft.breakDays.push({ ...body, device });
    else draft.breakDays[known] = { ...body, device };
  },

  'schedule.set': (draft, { body }, imported) => {
    if (mayTell(draft, 'schedule', imported)) draft.schedule = body.entries;
  },
};

/** A file adds nothing to what was told on this device. */
const mayAdd = (fromFile: boolean, toFile: boolean): boolean => toFile || !fromFile;

function reopen(draft: Draft, at: number, because: string, ref: string): void {
  draft.reopened = { at, because };
  draft.timeline.push({ at, kind: 'reopened', ref });
}

/** What this device said of a session stays; a file fills gaps only. */
function mayTell(draft: Draft, what: string, imported: boolean): boolean {
  if (!imported) draft.toldHere.add(what);
  return !imported || !draft.toldHere.has(what);
}

function changeSession(draft: Draft, sessionId: string, change: (session: SessionRecord) => SessionRecord): void {
  const known = replaceLast(draft.sessions, (session) => session.sessionId === sessionId, change);
  if (!known) draft.sessions.push(change(unheardSession(sessionId)));
}

const unheardSession = (sessionId: string): SessionRecord => ({
  sessionId,
  planId: null,
  startedAt: null,
  finishedAt: null,
  reason: null,
  items: [],
  itemsDone: 0,
  secondsDone: 0,
  painBefore: null,
  painAfter: null,
  painNextDay: null,
  imported: true,
});

/** One runs at a time: a new one ends the one before. */
function endExperiments(draft: Draft, at: number, because: 'finished' | 'stopped', only?: string): void {
  draft.experiments = draft.experiments.map((each) =>
    each.endedAt === null && (only === undefined || each.experimentId === only)
      ? { ...each, endedAt: at, because }
      : each,
  );
}

/** Searches from the newest: what changes is nearly always the last one. */
function replaceLast<T>(list: T[], is: (item: T) => boolean, change: (item: T) => T): boolean {
  const at = list.findLastIndex(is);
  if (at < 0) return false;
  list[at] = change(list[at] as T);
  return true;
}

/** Age and sex spare questions: they are believed from the person, not from a file that may be somebody else's. */
function sparingNothing({ ageYears: _, ageBand: __, sex: ___, ...fields }: Omit<ProfilePatch, 'conditions'>) {
  return fields;
}

/** One answer makes no other young again; null takes one back. */
function answer(draft: Draft, at: number, said: ProfilePatch['conditions'], imported: boolean): void {
  for (const [id, each] of Object.entries(said ?? {})) {
    (imported ? draft.fromFile : draft.here).conditions.set(id, each);
    if (imported) continue;
    if (each === null) draft.conditionsAt.delete(id);
    else draft.conditionsAt.set(id, at);
  }
}

/** What was said here over what a file said; a file's "no" to a condition is no answer. */
export function profileOf(draft: Draft): Profile {
  const warnings = [...draft.fromFile.conditions].filter(([, answer]) => answer !== false);
  const conditions = spoken(Object.fromEntries([...warnings, ...draft.here.conditions]));
  const fields = spoken({ ...draft.fromFile.fields, ...draft.here.fields });
  return { ...fields, conditions } as Profile;
}

const spoken = (answers: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null));
