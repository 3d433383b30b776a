// Random people: complete sets of answers for property tests, and noise to bury an emergency in.

import type { RegionId } from '@unknot/atlas/frame';
import fc from 'fast-check';
import type { ConditionAnswer, Conditions, FactAnswer, FactId, Facts } from '../case/index.ts';
import { answersOf, type CheckInput, COMPUTED_FROM, type PaintedRegion } from './answers.ts';
import { inputOf, knowledge as k, vectors } from './knowledge.test-support.ts';
import { SERIOUS } from './vignettes.test-support.ts';

const mapped = new Set(k.factMapping.regions.flatMap(({ facts }) => facts));
const byCondition = new Set(
  k.factMapping.conditions.filter(({ answers }) => answers === 'both').map(({ fact }) => fact),
);

/** Facts a person can be asked for one by one; the rest follows from these, from the drawing or from conditions. */
export const askable: readonly FactId[] = k.checkQuestions
  .flatMap(({ items }) => items)
  .filter((id) => k.facts[id]?.kind !== 'screen' && COMPUTED_FROM[id] === undefined && !byCondition.has(id));

const mostlyNo = (yesWeight: number) =>
  fc.oneof(
    { weight: 100 - yesWeight, arbitrary: fc.constant<FactAnswer>(false) },
    { weight: yesWeight, arbitrary: fc.constant<FactAnswer>(true) },
    { weight: Math.ceil(yesWeight / 2), arbitrary: fc.constant<FactAnswer>('unsure') },
  );

const numberFor = (id: FactId): fc.Arbitrary<FactAnswer> => {
  const [most, unsure] = k.facts[id]?.kind === 'scale-0-10' ? [10, 1] : id === 'age-years' ? [95, 0] : [60, 1];
  return fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: id === 'age-years' ? 16 : 0, max: most }) },
    { weight: unsure, arbitrary: fc.constant<FactAnswer>('unsure') },
  );
};

const answerFor = (id: FactId, yesWeight: number): fc.Arbitrary<FactAnswer> => {
  const kind = k.facts[id]?.kind;
  return kind === 'number' || kind === 'scale-0-10' ? numberFor(id) : mostlyNo(yesWeight);
};

const region = fc.constantFrom<RegionId>(...k.factMapping.regions.map(({ region: id }) => id));
const side = fc.constantFrom('left', 'right');
const painted: fc.Arbitrary<readonly PaintedRegion[]> = fc.array(fc.record({ region, side }), { maxLength: 4 });

const conditions: fc.Arbitrary<Conditions> = fc.record(
  Object.fromEntries(k.conditions.map(({ id }) => [id, mostlyNo(5) as fc.Arbitrary<ConditionAnswer>])),
);

/** Somebody with an answer to everything; how much is a yes differs from person to person. */
export const completePerson: fc.Arbitrary<CheckInput & { readonly ageYears: number }> = fc
  .constantFrom(1, 3, 8, 20)
  .chain((yesWeight) =>
    fc.record({
      painted,
      conditions,
      facts: fc.record(Object.fromEntries(askable.map((id) => [id, answerFor(id, yesWeight)]))) as fc.Arbitrary<Facts>,
    }),
  )
  .map(({ painted, conditions, facts }) => {
    const ageYears = facts['age-years'] as number;
    const said: Record<FactId, FactAnswer> = { ...facts, 'weeks-using-plan-without-gain': 0 };
    // A drawing answers for the places it can show; in words they are asked only when nothing is painted.
    if (painted.length > 0) for (const fact of mapped) if (k.facts[fact]?.kind === 'derived') delete said[fact];
    const age: Conditions = { 'age-over-65': ageYears >= 65, 'under-18': ageYears < 18 };
    const someone = { painted, facts: said, conditions: { ...conditions, ...age }, ageYears };
    // Nobody contradicts themselves here: who names a big fall also names a fall.
    const { fact } = answersOf(k, someone);
    return { ...someone, facts: Object.fromEntries(Object.keys(said).map((id) => [id, fact(id) ?? false])) };
  });

/** Emergencies from vectors and vignettes. */
export const EMERGENCIES: readonly CheckInput[] = [
  ...vectors.filter(({ expectLevel }) => expectLevel === 'emergency').map(inputOf),
  ...SERIOUS.filter(({ levels }) => levels.join() === 'emergency').map(({ input }) => input),
];

/** Small, fast, seeded: mulberry32. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An emergency with answers added that have nothing to do with it: other signs, numbers, conditions and painted places.
 * What the emergency named stays as it was.
 *
 * @param apart  facts and conditions that a rule names as a reason to be less urgent, and that are left out of the noise
 */
export function buried(emergency: CheckInput, chance: () => number, apart: ReadonlySet<string>): CheckInput {
  const facts: Record<FactId, FactAnswer> = {};
  for (const id of askable) {
    if (id in emergency.facts || apart.has(id) || chance() > 0.12) continue;
    const kind = k.facts[id]?.kind;
    if (kind === 'number' || kind === 'scale-0-10') facts[id] = Math.floor(chance() * (kind === 'number' ? 60 : 11));
    else facts[id] = chance() < 0.7 ? true : chance() < 0.5 ? 'unsure' : false;
  }
  if (!('age-years' in emergency.facts)) delete facts['age-years'];
  const conditions: Record<string, ConditionAnswer> = {};
  for (const { id } of k.conditions)
    if (!(id in emergency.conditions) && !apart.has(id) && chance() < 0.06)
      conditions[id] = chance() < 0.8 ? true : 'unsure';
  const places: PaintedRegion[] = [];
  while (chance() < 0.4) {
    const place = k.factMapping.regions[Math.floor(chance() * k.factMapping.regions.length)];
    if (place !== undefined) places.push({ region: place.region, side: chance() < 0.5 ? 'left' : 'right' });
  }
  return {
    ...emergency,
    facts: { ...facts, ...emergency.facts },
    conditions: { ...conditions, ...emergency.conditions },
    painted: [...emergency.painted, ...places],
  };
}
