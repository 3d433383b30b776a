// How far an earlier check still reaches: now, a day, an episode. A check ages towards being asked again, never away from it.

import type { CheckKnowledge } from '@unknot/knowledge/schema';
import type { Conditions, EpochMs, FactId, Facts, Level, RuleId } from '../case/index.ts';
import { answersOf, type CheckInput, factsOfDrawing, type PaintedRegion } from './answers.ts';
import { type ClearedRule, isSaidAtOnce } from './verdict.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** For a session the check, or the short form since, is at most this old (SAFETY.md §6). */
const SESSION_WITHIN = DAY;
/** Emergency and urgent answers are asked again after this long (semantics.reAsk). */
const URGENT_ASKED_AGAIN_AFTER = DAY;
/**
 * A sitting: whoever starts the app again within it is still where they were, and needs what to do more than a question.
 * Own setting.
 */
export const ONE_SITTING = 2 * HOUR;
/** An episode: after this long the whole check is asked again. Own setting, with conditions every 28 days. */
const EPISODE = 28 * DAY;
/** A clinician's word on an emergency sign counts this long (semantics.override). */
const EMERGENCY_CLEARED_FOR = 7 * DAY;

/** A finished check as it was recorded. */
export interface CheckRecord {
  readonly finishedAt: EpochMs;
  readonly level: Level;
  readonly facts: Facts;
  readonly conditions: Conditions;
  /** `placesTold` of it. */
  readonly paintedKey: string;
  /** Edition of the rules that decided. */
  readonly edition: string;
}

/** What is so now. */
export interface Story {
  readonly paintedKey: string;
  readonly conditions: Conditions;
  readonly edition: string;
  /** A symptom was reported since the check: a stop for dizziness, harm after a session, a yes in a short form. */
  readonly newSymptomAt?: EpochMs;
  /** When the app was last started. */
  readonly startedAt?: EpochMs;
  /** When a short form was last answered without anything to report. */
  readonly shortFormAt?: EpochMs;
}

export type StaleBecause =
  | 'clock-set-back'
  | 'asked-again-daily'
  | 'new-symptom'
  | 'new-place'
  | 'new-condition'
  | 'new-edition'
  | 'episode-over';

export type Standing =
  | { readonly kind: 'none' }
  /** @param until  from then on a session needs the short form */
  | { readonly kind: 'current'; readonly until: EpochMs }
  | { readonly kind: 'short-form' }
  | { readonly kind: 'stale'; readonly because: StaleBecause };

/**
 * What an earlier check is worth now.
 *
 * @param lastSeen  the latest time this device has ever shown; a clock behind it, or behind the check, was set back,
 *                  and then nothing counts as fresh
 */
export function standing(record: CheckRecord | null, now: EpochMs, story: Story, lastSeen: EpochMs): Standing {
  if (record === null) return { kind: 'none' };
  const because = staleBecause(record, now, story, lastSeen);
  if (because !== null) return { kind: 'stale', because };
  const answeredAt = Math.max(record.finishedAt, story.shortFormAt ?? record.finishedAt);
  const until = Math.min(answeredAt + SESSION_WITHIN, record.finishedAt + EPISODE);
  return now < until ? { kind: 'current', until } : { kind: 'short-form' };
}

function staleBecause(
  { finishedAt, level, conditions, paintedKey: checked, edition }: CheckRecord,
  now: EpochMs,
  story: Story,
  lastSeen: EpochMs,
): StaleBecause | null {
  if (now < finishedAt || now < lastSeen || now < (story.shortFormAt ?? now)) return 'clock-set-back';
  if (isSaidAtOnce(level)) {
    const wasRestarted = story.startedAt !== undefined && story.startedAt - finishedAt >= ONE_SITTING;
    if (wasRestarted || now - finishedAt >= URGENT_ASKED_AGAIN_AFTER) return 'asked-again-daily';
  }
  if (story.newSymptomAt !== undefined && story.newSymptomAt >= finishedAt) return 'new-symptom';
  if (!placesIn(story.paintedKey).every((place) => placesIn(checked).includes(place))) return 'new-place';
  const isNew = ([id, answer]: readonly [string, unknown]) => answer !== false && conditions[id] !== answer;
  if (Object.entries(story.conditions).some(isNew)) return 'new-condition';
  if (story.edition !== edition) return 'new-edition';
  if (now - finishedAt >= EPISODE) return 'episode-over';
  return null;
}

/** The places a drawing shows, as far as the check tells places apart. A story changes when a new one joins. */
export const paintedKey = (k: CheckKnowledge, painted: readonly PaintedRegion[]): string =>
  [...factsOfDrawing(k, painted)].sort().join(' ');

/** The places a check knew of: painted then, or told in words. `paintedKey` of what is painted since is compared with it. */
export function placesTold(k: CheckKnowledge, { facts, painted }: Pick<CheckInput, 'facts' | 'painted'>): string {
  const { fact } = answersOf(k, { facts, painted, conditions: {} });
  const places = new Set([
    ...k.factMapping.regions.flatMap((region) => region.facts),
    ...k.factMapping.bothSides.map((both) => both.fact),
  ]);
  return [...places]
    .filter((place) => fact(place) === true || fact(place) === 'unsure')
    .sort()
    .join(' ');
}

const placesIn = (key: string): readonly string[] => key.split(' ').filter((place) => place !== '');

/** "A clinician has cleared this flag", as it was recorded. */
export interface Override {
  readonly at: EpochMs;
  readonly rules: readonly RuleId[];
  /** Facts answered yes or not sure in the check that the clinician knew of. */
  readonly facts: readonly FactId[];
}

/**
 * The warning signs that count as cleared now: within their episode, an emergency for seven days at most, and never
 * on a clock that was set back.
 *
 * @param episodeSince  when the present episode began, by its first check
 */
export function clearedNow(
  k: CheckKnowledge,
  overrides: readonly Override[],
  now: EpochMs,
  episodeSince: EpochMs,
): readonly ClearedRule[] {
  const levelById = new Map(k.rules.map(({ id, level }) => [id, level]));
  return overrides
    .filter(({ at }) => at <= now && at >= episodeSince)
    .flatMap(({ at, rules, facts }) =>
      rules
        .filter((rule) => levelById.get(rule) !== 'emergency' || now - at < EMERGENCY_CLEARED_FOR)
        .map((rule) => ({ rule, facts })),
    );
}
