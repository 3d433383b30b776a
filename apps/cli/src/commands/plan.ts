// What to do now, within every limit.

import type { MuscleTarget } from '@unknot/engine/case';
import {
  makePlan,
  type PlanHistory,
  type PlanRequest,
  programme,
  type TechniqueUse,
  VERSIONS,
  versionOf,
} from '@unknot/engine/plan';
import { clearance, verdictAssumingNo } from '@unknot/engine/triage';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { type Fields, fieldsOf, listOf, numberIn, oneOf, onlyFields, refuse, whole } from '../input/index.ts';
import { checkKnowledge, planKnowledge } from '../knowledge.ts';
import { PLACES, storyIn } from './story.ts';
import { idsIn, ownIn, preferencesIn, todayIn } from './wishes.ts';

const FIELDS = [
  'identify',
  'muscle',
  'side',
  'minutes',
  'tools',
  'place',
  'conditions',
  'answers',
  'history',
  'version',
  'today',
  'preferences',
  'confirmed',
  'own',
  'weeks',
];
const MOST_WEEKS = 12;
const SIDES = ['left', 'right'] as const;
const CALLED = { facts: 'answers', conditions: 'conditions' };
const LONGEST_MINUTES = 24 * 60;
/** Muscles of a ranking that a plan is made for; beyond the second they are too unsure. Own setting, as in the app. */
const MOST_TARGETS = 2;

/**
 * A plan on the word of whoever asks: answers that are not given count as no. Apps for people go through the check.
 *
 * @throws {BadInput} naming the field
 */
export function plan(input: unknown) {
  const knowledge = planKnowledge();
  const fields = fieldsOf(input, 'the input');
  onlyFields(fields, FIELDS);
  for (const name of ['minutes', 'tools', 'place', 'conditions']) if (!(name in fields)) refuse(name, 'is missing');
  const check = checkKnowledge();
  const story = storyIn(check, { facts: fields.answers, conditions: fields.conditions }, CALLED);
  const verdict = verdictAssumingNo(check, story);
  const cleared = clearance(verdict, { kind: 'current', until: Number.POSITIVE_INFINITY });
  const age = story.facts['age-years'];
  const version = fields.version === undefined ? undefined : oneOf(fields.version, 'version', 'a version', VERSIONS);
  const request: Omit<PlanRequest, 'clearance'> = {
    targets: targetsIn(fields, knowledge),
    minutes: numberIn(fields.minutes, 'minutes', 1, LONGEST_MINUTES),
    tools: listOf(fields.tools, 'tools').map((tool, i) =>
      oneOf(tool, `tools[${i}]`, 'a tool', Object.keys(knowledge.toolVocabulary)),
    ),
    places: (Array.isArray(fields.place) ? fields.place : [fields.place]).map((place, i) =>
      oneOf(place, Array.isArray(fields.place) ? `place[${i}]` : 'place', 'a place', PLACES),
    ),
    conditions: story.conditions,
    ...(typeof age === 'number' ? { ageYears: age } : {}),
    facts: story.facts,
    ...(fields.today === undefined ? {} : { today: todayIn(fields.today) }),
    ...(fields.preferences === undefined ? {} : { preferences: preferencesIn(fields.preferences, knowledge) }),
    ...(fields.confirmed === undefined
      ? {}
      : { confirmed: idsIn(fields.confirmed, 'confirmed', 'a confirmation', knowledge.confirmVocabulary) }),
    ...(fields.own === undefined ? {} : { own: ownIn(fields.own, knowledge) }),
    ...(fields.history === undefined ? {} : { history: historyIn(fields.history, knowledge) }),
  };
  if (cleared.kind === 'refused')
    return { kind: 'seeSomeone', level: verdict.kind, because: verdict.because.map(({ rule }) => rule) };
  const made = { ...request, clearance: cleared };
  const asked = version === undefined ? made : versionOf(knowledge, made, version);
  const result =
    fields.weeks === undefined
      ? makePlan(knowledge, asked)
      : programme(
          knowledge,
          asked,
          whole(fields.weeks, 'weeks', 1, MOST_WEEKS),
          asked.history ?? refuse('history', 'is missing: weeks are counted from history.now'),
        );
  if (result.kind === 'see-someone') return { ...result, kind: 'seeSomeone' };
  return result.kind === 'nothing-fits' ? { ...result, kind: 'nothingFits' } : result;
}

/** One muscle, or the leading muscles of a ranking. A muscle without a side means both. */
function targetsIn(fields: Fields, { muscles }: PlanKnowledge): MuscleTarget[] {
  const known = muscles.map(({ id }) => id);
  if (fields.muscle !== undefined && fields.identify !== undefined)
    refuse('muscle', 'and identify cannot both be given: one of them says what the plan is for');
  if (fields.muscle !== undefined) {
    const muscle = oneOf(fields.muscle, 'muscle', 'a muscle', known);
    const sides = fields.side === undefined ? SIDES : [oneOf(fields.side, 'side', 'a side', SIDES)];
    return sides.map((side) => ({ muscle, side, share: 1 / sides.length }));
  }
  if (fields.identify === undefined) refuse('muscle', 'is missing (or identify, the answer of unknot identify)');
  if (fields.side !== undefined) refuse('side', 'goes with muscle; identify names its own sides');
  const candidates = listOf(fieldsOf(fields.identify, 'identify').candidates, 'identify.candidates');
  const targets = candidates.map((value, i) => {
    const at = `identify.candidates[${i}]`;
    const candidate = fieldsOf(value, at);
    return {
      muscle: oneOf(candidate.muscle, `${at}.muscle`, 'a muscle', known),
      side: oneOf(candidate.side, `${at}.side`, 'a side', SIDES),
      share: numberIn(candidate.probability, `${at}.probability`, 0, 1),
    };
  });
  return fieldsOf(fields.identify, 'identify').nothingFits === true ? [] : targets.slice(0, MOST_TARGETS);
}

function historyIn(value: unknown, { techniques, muscles }: PlanKnowledge): PlanHistory {
  const fields = fieldsOf(value, 'history');
  onlyFields(fields, ['now', 'sessionsDone', 'uses', 'lastHardExercise', 'learned'], 'history');
  const ids = techniques.map(({ id }) => id);
  const time = (at: unknown, name: string) => numberIn(at, name, 0, Number.MAX_SAFE_INTEGER);
  const uses = listOf(fields.uses ?? [], 'history.uses').map((entry, i): TechniqueUse => {
    const at = `history.uses[${i}]`;
    const use = fieldsOf(entry, at);
    onlyFields(use, ['technique', 'muscle', 'side', 'at', 'change', 'sorerNextDay', 'bruise', 'done'], at);
    if (use.bruise !== undefined && typeof use.bruise !== 'boolean') refuse(`${at}.bruise`, 'must be true or false');
    return {
      technique: oneOf(use.technique, `${at}.technique`, 'a technique', ids),
      muscle:
        use.muscle === null
          ? null
          : oneOf(
              use.muscle,
              `${at}.muscle`,
              'a muscle',
              muscles.map(({ id }) => id),
            ),
      side: oneOf(use.side, `${at}.side`, 'a side', ['left', 'right', 'midline', 'both'] as const),
      at: time(use.at, `${at}.at`),
      ...(use.change === undefined ? {} : { change: numberIn(use.change, `${at}.change`, -10, 10) }),
      ...(use.sorerNextDay === undefined
        ? {}
        : { sorerNextDay: numberIn(use.sorerNextDay, `${at}.sorerNextDay`, -10, 10) }),
      ...(use.bruise === undefined ? {} : { bruise: use.bruise }),
      ...(use.done === undefined ? {} : { done: numberIn(use.done, `${at}.done`, 0, 10_000) }),
    };
  });
  const learned = Object.entries(fieldsOf(fields.learned ?? {}, 'history.learned')).map(([id, change]) => [
    oneOf(id, 'history.learned', 'a technique', ids),
    numberIn(change, `history.learned.${id}`, -10, 10),
  ]);
  return {
    now: time(fields.now, 'history.now'),
    sessionsDone: whole(fields.sessionsDone ?? 0, 'history.sessionsDone', 0, 1_000_000),
    uses,
    ...(fields.lastHardExercise === undefined
      ? {}
      : { lastHardExercise: time(fields.lastHardExercise, 'history.lastHardExercise') }),
    ...(learned.length === 0 ? {} : { learned: Object.fromEntries(learned) }),
  };
}
