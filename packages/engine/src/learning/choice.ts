// What the plan may take from what was learned. It only ever changes the order of what is allowed and wanted anyway: no number
// from here opens anything. See RULES.md, LRN-09 to LRN-11.

import type { TechniqueId } from '../case/index.ts';
import { type Learned, type Model, SHARED_BY_FAMILY } from './effects.ts';
import { cholesky } from './regression.ts';

/** A number from 0 up to 1, evenly spread. */
export type Chance = () => number;

/** Sessions with a technique before its own mean takes the place of what the knowledge expects. Own setting. */
const ENOUGH_FOR_PLAN = 3;
/** Sessions with it before a technique may be called no help. Own setting. */
const ENOUGH_TO_DROP = 8;
/** More new ones at once would always hold one that looks great by luck. Own setting. */
const MOST_NEW = 3;
/** Half of a small difference (1 point [salaffi2004]): what even the hopeful end of the interval does not reach. */
const TOO_LITTLE = -0.5;

/** Mean change by technique, NRS points, negative is relief: `PlanHistory.learned`. */
export type Changes = Readonly<Record<TechniqueId, number>>;

/** What the diary expects of each technique that was done often enough, and that shows after a session. */
export const learnedChanges = ({ effects }: Learned): Changes =>
  Object.fromEntries(
    effects
      .filter(({ with: count, standing }) => standing !== 'over-weeks' && count >= ENOUGH_FOR_PLAN)
      .map(({ technique, mean }) => [technique, mean]),
  );

/** Techniques that may be said to have helped before. */
export const helpedBefore = ({ effects }: Learned): TechniqueId[] =>
  effects.filter(({ standing }) => standing === 'less-pain').map(({ technique }) => technique);

/** Techniques that need not be offered any more: more pain, or too little even at the hopeful end (C62). */
export const noHelp = ({ effects }: Learned): TechniqueId[] =>
  effects
    .filter(
      ({ standing, low, with: count }) =>
        standing === 'more-pain' ||
        (standing !== 'too-early' && standing !== 'over-weeks' && count >= ENOUGH_TO_DROP && low > TOO_LITTLE),
    )
    .map(({ technique }) => technique);

/**
 * The same as `learnedChanges`, but each number is drawn from what is believed (Thompson sampling): what is unsure gets its
 * turn as often as it may be the best. For people who said that they like to try things.
 *
 * @param others  techniques that would do as well and may be new; three of them, by lot, are drawn too
 */
export function drawnChanges(learned: Learned, chance: Chance, others: readonly TechniqueId[] = []): Changes {
  const { model, effects } = learned;
  const drawn = drawFrom(model, chance);
  const known = effects
    .filter(({ standing }) => standing !== 'over-weeks')
    .map(({ technique }) => [technique, drawn[model.columns.get(technique) as number] as number] as const);
  const fresh = others.filter(
    (technique) => !model.columns.has(technique) && !model.expectations.of(technique).overWeeks,
  );
  const invited = Array.from({ length: Math.min(MOST_NEW, fresh.length) }, () =>
    fresh.splice(Math.floor(chance() * fresh.length), 1),
  ).flat();
  return Object.fromEntries([
    ...known,
    ...invited.map((technique) => [technique, drawNew(learned, known, technique, chance)]),
  ]);
}

/** Never tried: what the knowledge expects, moved by how the others of its class did (they share part of their variance). */
function drawNew(
  { model }: Learned,
  known: readonly (readonly [TechniqueId, number])[],
  technique: TechniqueId,
  chance: Chance,
): number {
  const { family, mean, sd } = model.expectations.of(technique);
  const kin = known.filter(([id]) => model.expectations.of(id).family === family);
  const shared = SHARED_BY_FAMILY * sd ** 2;
  const weight = shared / (sd ** 2 - shared + kin.length * shared);
  const moved = kin.reduce((sum, [id, change]) => sum + weight * (change - model.expectations.of(id).mean), 0);
  return mean + moved + drawNormal(chance) * Math.sqrt(sd ** 2 - kin.length * shared * weight);
}

/** One draw of all numbers together: mean + noise × L·z, with L the factor of their covariance. */
function drawFrom({ posterior }: Model, chance: Chance): Float64Array {
  const n = posterior.mean.length;
  const lower = cholesky(posterior.spread, n);
  // A t distribution: a normal whose spread is itself drawn.
  const stretch = posterior.noise / Math.sqrt(drawChiSquare(posterior.freedom, chance) / posterior.freedom);
  const z = Array.from({ length: n }, () => drawNormal(chance));
  return posterior.mean.map((middle, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += (lower[i * n + j] as number) * (z[j] as number);
    return middle + stretch * sum;
  });
}

/** Box and Muller. */
const drawNormal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** Wilson and Hilferty; good to a hundredth for the 8 and more degrees of freedom there are here. */
function drawChiSquare(freedom: number, chance: Chance): number {
  const c = 2 / (9 * freedom);
  return freedom * Math.max(1e-6, 1 - c + drawNormal(chance) * Math.sqrt(c)) ** 3;
}

/** A chance that repeats: the same words give the same numbers (FNV-1a, then mulberry32). */
export function chanceOf(words: string): Chance {
  let state = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) state = Math.imul(state ^ words.charCodeAt(i), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
