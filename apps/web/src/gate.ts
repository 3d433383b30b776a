// The gate: may this person go on to self-care now? Worked out anew from the diary whenever anything changes, so that no
// address, reload, import or clock leads around it. Plan and Session show nothing unless it is open.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ConditionId, Conditions, FactId, Facts, Level, PainPlace } from '@unknot/engine/case';
import { weeksWithoutGain } from '@unknot/engine/outcome';
import {
  type CheckInput,
  type ClearedRule,
  check,
  clearance,
  clearedNow,
  type LevelVerdict,
  ONE_SITTING,
  paintedKey,
  placesTold,
  type SelfCareClearance,
  type StaleBecause,
  standing,
  type Verdict,
  withoutNo,
} from '@unknot/engine/triage';
import type { CheckRecord } from '@unknot/journal/project';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { conditionsNow, journalReady, person, unkeptAnswers } from './person.ts';
import { minute, now } from './ports/clock.ts';
import { loadCheck } from './ports/knowledge.ts';
import { paintedNow } from './story.ts';

export type Gate =
  /** The diary, the rules or the drawing are still being read. */
  | { readonly kind: 'wait' }
  | {
      readonly kind: 'ask';
      readonly because: 'never' | 'reopened' | 'questions-open' | 'short-form' | StaleBecause;
      /** Answers that still count, so that only what is open has to be asked. */
      readonly facts: Facts;
    }
  | {
      readonly kind: 'closed';
      readonly verdict: LevelVerdict;
      /** Questions were left that can still make it an emergency; signs among them of which each alone would. */
      readonly unfinished: boolean;
      readonly callNowFor: readonly FactId[];
      /** What counts on when they are answered. */
      readonly facts: Facts;
      /** The finding is of an earlier start: when it was made, so that the person is asked whether somebody looked. */
      readonly askSeenOf: number | null;
    }
  | {
      readonly kind: 'open';
      readonly verdict: LevelVerdict;
      readonly clearance: SelfCareClearance;
      /** From then on a session needs the short form or the check again. */
      readonly until: number;
    };

/** Nothing with a plan can be shown or started without it. */
export type OpenGate = Extract<Gate, { kind: 'open' }>;

/** A phone that corrects its clock by less than this was not set back. Own setting. */
const CLOCK_SLACK_MS = 2 * 60_000;
/** SAFETY.md §5, mistake 7: the condition gate. */
const CONDITIONS_STAND_MS = 28 * 86_400_000;
const EPISODE_MS = 28 * 86_400_000;

const rules = signal<CheckKnowledge | null>(null);

// The first visit needs no rules; whoever was here before gets them with the first screen.
effect(() => {
  if (journalReady.value && person.value.checks.length > 0 && rules.peek() === null)
    void loadCheck().then((k) => {
      rules.value = k;
    });
});

const oldOnes: ReadonlySignal<string> = computed(() => {
  minute.value;
  const isOld = ([id, at]: readonly [ConditionId, number]) =>
    now() - at > CONDITIONS_STAND_MS && unkeptAnswers.value.conditions[id] === undefined;
  return JSON.stringify(Object.entries(person.value.conditionsAt).flatMap((told) => (isOld(told) ? [told[0]] : [])));
});

/** Conditions that were answered longer than 28 days ago and must be asked again. The same set until one more grows old. */
export const conditionsOld: ReadonlySignal<ReadonlySet<ConditionId>> = computed(
  () => new Set<ConditionId>(JSON.parse(oldOnes.value)),
);

const answered = (counts: (id: ConditionId, answer: Conditions[string]) => boolean): Conditions =>
  Object.fromEntries(Object.entries(conditionsNow.value).filter(([id, answer]) => counts(id, answer)));

/** Conditions as far as they were answered in the last 28 days; older answers are unknown again. */
export const conditionsStanding: ReadonlySignal<Conditions> = computed(() =>
  answered((id) => !conditionsOld.value.has(id)),
);

/** Conditions as they limit a plan: an old "no" is unknown again, an old "yes" goes on limiting. */
export const conditionsHeld: ReadonlySignal<Conditions> = computed(() =>
  answered((id, answer) => answer !== false || !conditionsOld.value.has(id)),
);

/** The latest whole check that was answered on this device. */
const lastFull: ReadonlySignal<CheckRecord | null> = computed(
  () => person.value.checks.findLast(({ form, imported }) => form === 'full' && !imported) ?? null,
);

/** What was told in that check, private answers of this window included. The age is the profile's, which may be put right. */
export const factsHeld: ReadonlySignal<Facts> = computed(() => {
  const { 'age-years': _, ...facts } = lastFull.value?.facts ?? {};
  return { ...facts, ...unkeptAnswers.value.facts };
});

/** Warning signs that a clinician has looked at, as far as that counts now. */
export const cleared: ReadonlySignal<readonly ClearedRule[]> = computed(() => {
  const k = rules.value;
  minute.value;
  if (!k) return [];
  const { overrides, checks } = person.value;
  const told = overrides
    .filter(({ imported }) => !imported)
    .map(({ at, rules: ids }) => {
      const known = checks.findLast((record) => record.form === 'full' && record.at <= at);
      const facts = Object.entries(known?.facts ?? {}).flatMap(([id, answer]) => (answer === false ? [] : [id]));
      return { at, rules: ids, facts };
    });
  return clearedNow(k, told, now(), now() - EPISODE_MS);
});

/** Facts that the diary tells, and nobody is asked. */
export const factsOfDiary: ReadonlySignal<Facts> = computed(() => {
  minute.value;
  return { 'weeks-using-plan-without-gain': weeksWithoutGain(person.value.sessions, now()) };
});

const STARTED = 'unknot-started';

/** When the app was started. A reload is the same start; a window that was closed and opened is a new one. */
const startedAt = ((): number => {
  try {
    const kept = Number(sessionStorage.getItem(STARTED));
    if (kept > 0) return kept;
    sessionStorage.setItem(STARTED, String(now()));
  } catch {
    // Blocked: then every reload is a start.
  }
  return now();
})();

const placeOf = ({ region, side }: PainPlace) => ({ region, side });

const toldIn = ({ facts, conditions, painted }: CheckRecord): CheckInput => ({
  facts,
  conditions,
  painted: painted.map(placeOf),
});

const isAtOnce = (level: Level): boolean => level === 'emergency' || level === 'urgent-24h';

const isFound = (verdict: Verdict): verdict is LevelVerdict => verdict.kind !== 'ask-first' && isAtOnce(verdict.kind);

/**
 * What a check found that called for somebody today, as it was told then: an answer that grew old since, or a drawing that
 * was rubbed out, takes nothing back. Null when a clinician has cleared it. Where the answers it rests on were private and not
 * kept, the level alone is left.
 */
function findingOf(k: CheckKnowledge, record: CheckRecord, now: CheckInput): LevelVerdict | null {
  const then = toldIn(record);
  const { 'age-years': age } = then.facts;
  const told: CheckInput = {
    ...now,
    conditions: { ...now.conditions, ...then.conditions, ...unkeptAnswers.value.conditions },
    painted: [...then.painted, ...now.painted],
    ...(typeof age === 'number' ? { ageYears: age } : {}),
  };
  const { verdict } = check(k, told, cleared.value);
  if (isFound(verdict)) return verdict;
  const isCleared = person.value.overrides.some(({ imported, at }) => !imported && at >= record.at);
  if (isCleared || isFound(check(k, told).verdict)) return null;
  return { kind: record.level, because: [], support: [], undecided: [], closes: ['plan', 'session'] };
}

export const gate: ReadonlySignal<Gate> = computed(() => {
  if (!journalReady.value) return { kind: 'wait' };
  const record = lastFull.value;
  const { checks, reopened, seenUntil, profile } = person.value;
  if (!record) return { kind: 'ask', because: 'never', facts: {} };
  const k = rules.value;
  const painted = paintedNow.value;
  minute.value;
  if (!k || painted === null) return { kind: 'wait' };

  const at = now();
  const facts = { ...factsHeld.value, ...factsOfDiary.value };
  const inputWith = (known: Facts): CheckInput => ({
    facts: known,
    conditions: conditionsStanding.value,
    painted: painted.map(placeOf),
    ...(profile.ageYears === undefined ? {} : { ageYears: profile.ageYears }),
    ...(profile.sex === 'female' || profile.sex === 'male' ? { sex: profile.sex } : {}),
  });
  // What a check that found nothing has settled stands as long as it does, although private answers are not kept.
  const settledBy = record.level === 'self-care' ? toldIn(record) : null;
  const { verdict, next, callNowFor } = check(k, inputWith(facts), cleared.value, settledBy);
  const found = isAtOnce(record.level) ? findingOf(k, record, inputWith(facts)) : isFound(verdict) ? verdict : null;
  // A warning sign that nobody has looked at is forgotten neither by time, nor by a clock, nor by what was told since.
  if (reopened) return { kind: 'ask', because: 'reopened', facts: found ? withoutNo(facts) : {} };

  const shortForm = checks.findLast(({ form, imported }) => form === 'short' && !imported);
  const told = placesTold(k, record);
  const stands = standing(
    {
      finishedAt: record.at,
      level: record.level,
      facts,
      // A condition that joined later needs no new check by itself: the verdict below is worked out with it.
      conditions: conditionsStanding.value,
      paintedKey: told,
      edition: record.edition,
    },
    at,
    {
      // A check and a drawing of one sitting belong together: a newly painted place then only adds its own questions.
      paintedKey: at - record.at < ONE_SITTING ? told : paintedKey(k, painted),
      conditions: conditionsStanding.value,
      edition: String(k.edition),
      startedAt,
      ...(shortForm && shortForm.at > record.at ? { shortFormAt: shortForm.at } : {}),
    },
    seenUntil - CLOCK_SLACK_MS,
  );
  if (stands.kind === 'none') return { kind: 'ask', because: 'never', facts: {} };
  if (found) {
    const kept = stands.kind === 'stale' ? withoutNo(facts) : facts;
    const rest = check(k, inputWith(kept), cleared.value);
    return {
      kind: 'closed',
      verdict: found,
      unfinished: found.kind === 'urgent-24h' && found.because.length > 0 && rest.next !== null,
      callNowFor: rest.callNowFor,
      facts: kept,
      askSeenOf: stands.kind === 'stale' ? record.at : null,
    };
  }
  if (stands.kind === 'stale') return { kind: 'ask', because: stands.because, facts: {} };

  if (verdict.kind === 'ask-first') return { kind: 'ask', because: 'questions-open', facts };
  const leave = clearance(verdict, stands);
  if (leave.kind === 'cleared') return { kind: 'open', verdict, clearance: leave, until: leave.until };
  if (leave.because === 'not-current') return { kind: 'ask', because: 'short-form', facts };
  return { kind: 'closed', verdict, unfinished: next !== null, callNowFor, facts, askSeenOf: null };
});

/** The rules are here already: whoever answers the check need not wait for them twice. */
export function tellRules(k: CheckKnowledge): void {
  rules.value ??= k;
}
