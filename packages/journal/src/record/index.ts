// Telling the journal something: builders that stamp, name and check an event before it may be appended.

import type { Conditions, Facts, Level, PainPlace, RuleId } from '@unknot/engine/case';
import * as v from 'valibot';
import {
  type BodyOf,
  bodies,
  catalogue,
  type DeviceId,
  type Editions,
  type EventType,
  eventId,
  isCrisis,
  isSensitive,
  type JournalEvent,
  nextStamp,
  type ProfilePatch,
  type Stamp,
  splitSensitive,
  type Telling,
  versionOf,
} from '../event/index.ts';

/** Who tells it, when, and with what knowledge. `hlc`: latest stamp known here, null in an empty journal. */
export interface Teller {
  readonly now: number;
  /** Uniform in [0, 1); only for the id. */
  readonly random: () => number;
  readonly device: DeviceId;
  readonly hlc: Stamp | null;
  readonly editions: Editions;
}

export interface Recorded<T extends EventType = EventType> {
  readonly event: JournalEvent<T>;
  /** To be used as `hlc` for the next event. */
  readonly hlc: Stamp;
}

/** Several events that belong together: append them in one batch, or none. */
export interface RecordedBatch {
  readonly events: readonly JournalEvent[];
  readonly hlc: Stamp | null;
}

/**
 * One event of any type.
 *
 * @throws when the body does not fit its shape: a broken promise of our own code. The message names the field only.
 */
export function record<T extends EventType>(teller: Teller, type: T, body: BodyOf<T>): Recorded<T> {
  const checked = v.safeParse(bodies[type], body, { abortEarly: true });
  if (!checked.success)
    throw new Error(`${type} must fit its shape, does not at ${v.getDotPath(checked.issues[0]) ?? 'body'}`);
  const hlc = nextStamp(teller.hlc, teller.now, teller.device);
  const event = {
    id: eventId(hlc, teller.random),
    v: versionOf(catalogue[type] as Telling),
    type,
    at: teller.now,
    hlc,
    device: teller.device,
    editions: teller.editions,
    body: checked.output,
  };
  return { event: event as unknown as JournalEvent<T>, hlc };
}

/** A finished check as the engine gave it, private answers included. */
export interface FinishedCheck {
  readonly form?: 'full' | 'short';
  readonly facts: Facts;
  readonly conditions: Conditions;
  readonly painted: readonly PainPlace[];
  readonly level: Level;
  readonly because: readonly RuleId[];
  readonly support: readonly RuleId[];
  readonly edition: string;
}

/**
 * A finished check, with private answers only if the person agreed (SAFETY.md §9).
 *
 * Without agreement: private answers and the rules that would give them away are left out; the level stays, so the
 * journal never looks safer than the check was. When thoughts of suicide were answered with anything but no, nothing
 * of the check is told (SAFETY.md §5, 15); an earlier check is closed instead, in words that say nothing.
 */
export function recordCheck(teller: Teller, check: FinishedCheck, keepSensitive: boolean): RecordedBatch {
  const crisis = Object.entries(check.facts).some(([id, answer]) => isCrisis(id) && isOpen(answer));
  const crisisRule = [...check.because, ...check.support].some(isCrisis);
  if ((crisis || crisisRule) && !keepSensitive) return batch(teller, [['check.reopened', { because: 'asked-again' }]]);

  const facts = splitSensitive(check.facts);
  const conditions = splitSensitive(check.conditions);
  const tellable = (rules: readonly RuleId[]) => rules.filter((rule) => keepSensitive || !isSensitive(rule));
  const finished = record(teller, 'check.finished', {
    ...(check.form ? { form: check.form } : {}),
    facts: { ...facts.open },
    conditions: { ...conditions.open },
    painted: check.painted.map((place) => ({ ...place })),
    level: check.level,
    because: tellable(check.because),
    support: tellable(check.support),
    edition: check.edition,
  });
  const hasSensitive = Object.keys(facts.sensitive).length + Object.keys(conditions.sensitive).length > 0;
  if (!keepSensitive || !hasSensitive) return { events: [finished.event], hlc: finished.hlc };
  const apart = record({ ...teller, hlc: finished.hlc }, 'check.sensitive', {
    checkId: finished.event.id,
    facts: { ...facts.sensitive },
    conditions: { ...conditions.sensitive },
  });
  return { events: [finished.event, apart.event], hlc: apart.hlc };
}

/** A changed profile; private conditions (pregnancy, mood) go apart, and only if the person agreed. */
export function recordProfile(teller: Teller, patch: ProfilePatch, keepSensitive: boolean): RecordedBatch {
  const all = Object.entries(patch.conditions ?? {});
  const open = Object.fromEntries(all.filter(([id]) => !isSensitive(id)));
  const apart: Record<string, boolean | 'unsure'> = {};
  for (const [id, answer] of all) if (isSensitive(id) && answer !== null) apart[id] = answer;
  const { conditions: _, ...rest } = patch;
  const openPatch: ProfilePatch = Object.keys(open).length > 0 ? { ...rest, conditions: open } : rest;
  const told: Tellings = [];
  if (Object.keys(openPatch).length > 0) told.push(['profile.changed', { patch: openPatch }]);
  if (keepSensitive && Object.keys(apart).length > 0)
    told.push(['check.sensitive', { checkId: null, facts: {}, conditions: apart }]);
  return batch(teller, told);
}

type Tellings = { [T in EventType]: [T, BodyOf<T>] }[EventType][];

function batch(teller: Teller, tellings: Tellings): RecordedBatch {
  const events: JournalEvent[] = [];
  let hlc = teller.hlc;
  for (const [type, body] of tellings) {
    const told = record({ ...teller, hlc }, type, body as BodyOf<typeof type>);
    events.push(told.event);
    hlc = told.hlc;
  }
  return { events, hlc };
}

/** Anything but a clear no. */
const isOpen = (answer: Facts[string]): boolean => answer !== false && answer !== 'skipped';
