// People for the plan: somebody ordinary, and random ones from fast-check with any mix of conditions, tools, places,
// minutes, levels and histories.

import planEdition from '@unknot/knowledge/edition/plan.json';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import fc from 'fast-check';
import type { PlaceId } from '../case/index.ts';
import { clearance, type SelfCareClearance } from '../triage/index.ts';
import { makePlan, type Plan, type PlanRequest } from './index.ts';

export const k = planEdition as unknown as PlanKnowledge;

const NOW = 1_790_000_000_000;
const HOUR = 3_600_000;
const PLACES: readonly PlaceId[] = ['desk', 'wall', 'floor', 'bed', 'shower'];

/** A clearance as triage makes it from a verdict of that level. */
export function clearedAt(
  level: SelfCareClearance['level'],
  rules: readonly string[] = level === 'self-care' ? [] : ['nerve-root'],
  closes: SelfCareClearance['restrictions']['closed'] = [],
): SelfCareClearance {
  const because = rules.map(
    (rule) => ({ rule, level: 'see-doctor', facts: [], conditions: [], unsure: [], skipped: [] }) as const,
  );
  const made = clearance({ kind: level, because, support: [], undecided: [], closes }, { kind: 'current', until: NOW });
  if (made.kind === 'refused') throw new Error(`a clearance for ${level} was refused: ${made.because}`);
  return made;
}

/** Somebody of forty at home whose shoulder is sore on the right. */
export const somebody = (over: Partial<PlanRequest> = {}): PlanRequest => ({
  targets: [{ muscle: 'trapezius-upper', side: 'right', share: 1 }],
  minutes: 10,
  tools: ['ball', 'wall', 'chair', 'heat-pack', 'towel', 'lotion', 'pillow'],
  places: ['desk', 'wall', 'floor', 'bed'],
  conditions: {},
  ageYears: 40,
  clearance: clearedAt('self-care'),
  ...over,
});

/** The plan for somebody who gets one. */
export function planOf(request: PlanRequest): Plan {
  const result = makePlan(k, request);
  if (result.kind !== 'plan') throw new Error(`expected a plan, got ${result.kind}`);
  return result;
}

export function people(): fc.Arbitrary<PlanRequest> {
  const technique = fc.constantFrom(...k.techniques.map(({ id }) => id));
  const muscle = fc.constantFrom(...k.muscles.map(({ id }) => id));
  const side = fc.constantFrom('left' as const, 'right' as const);
  const target = fc.record({ muscle, side, share: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100) });
  const condition = fc.constantFrom(...k.conditions.map(({ id }) => id).filter((id) => id !== 'under-18'));
  const answer = fc.constantFrom(true as const, true as const, 'unsure' as const, false as const);
  const conditions = fc
    .array(fc.tuple(condition, answer), { maxLength: 4 })
    .map((pairs) => Object.fromEntries(pairs) as PlanRequest['conditions']);
  const use = fc.record(
    {
      technique,
      muscle: fc.option(muscle),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      at: fc.integer({ min: 0, max: 21 * 24 }).map((hours) => NOW - hours * HOUR),
      done: fc.integer({ min: 1, max: 40 }),
      change: fc.integer({ min: -5, max: 4 }),
      sorerNextDay: fc.integer({ min: 0, max: 3 }),
      bruise: fc.boolean(),
    },
    { requiredKeys: ['technique', 'muscle', 'side', 'at'] },
  );
  const history = fc.record(
    {
      now: fc.constant(NOW),
      sessionsDone: fc.integer({ min: 0, max: 20 }),
      uses: fc.array(use, { maxLength: 8 }),
      lastHardExercise: fc.integer({ min: 0, max: 72 }).map((hours) => NOW - hours * HOUR),
      learned: fc.dictionary(
        technique,
        fc.integer({ min: -30, max: 10 }).map((tenths) => tenths / 10),
        { maxKeys: 5 },
      ),
      noHelp: fc.array(technique, { maxLength: 3 }),
    },
    { requiredKeys: ['now', 'sessionsDone', 'uses'] },
  );
  const preferences = fc.record(
    {
      never: fc.array(technique, { maxLength: 4 }),
      prefer: fc.array(technique, { maxLength: 12 }),
      moreItems: fc.boolean(),
      felt: fc.dictionary(technique, fc.constantFrom('too-hard' as const, 'too-easy' as const), { maxKeys: 5 }),
    },
    { requiredKeys: [] },
  );
  const level = fc.constantFrom(
    'self-care' as const,
    'self-care' as const,
    'see-doctor' as const,
    'see-doctor-soon' as const,
  );
  return fc.record(
    {
      targets: fc.array(target, { maxLength: 3 }),
      minutes: fc.integer({ min: 1, max: 45 }),
      tools: fc.subarray(Object.keys(k.toolVocabulary)),
      places: fc.subarray([...PLACES]),
      conditions,
      ageYears: fc.integer({ min: 16, max: 95 }),
      clearance: level.map((value) => clearedAt(value)),
      history,
      preferences,
      confirmed: fc.subarray(Object.keys(k.confirmVocabulary)),
      facts: fc.record({ 'pregnancy-weeks': fc.integer({ min: 1, max: 42 }) }),
      today: fc.record(
        {
          floor: fc.boolean(),
          postures: fc.subarray(['sitting', 'standing', 'lying', 'kneeling'] as const, { minLength: 1 }),
          energy: fc.constantFrom('low' as const, 'flare' as const),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['targets', 'minutes', 'tools', 'places', 'conditions', 'clearance'] },
  );
}
