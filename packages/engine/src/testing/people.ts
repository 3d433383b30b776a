// Made-up people for measuring the ranking: trigger points drawn from the prior, pain drawn from zones that are wrong by
// a factor each, and a hand that spills over, forgets and adds.

import type { PainPlace } from '../case/index.ts';
import type { Model } from '../inference/index.ts';

/** A number from 0 up to 1, evenly spread; handed in so that the same people can be drawn again. */
export type Chance = () => number;

export interface Person {
  /** Units (muscle on a side) of the model with an active trigger point; empty for a person without one. */
  readonly units: readonly number[];
  /** Cells that hurt, before any drawing. */
  readonly painful: ReadonlySet<number>;
  readonly places: readonly PainPlace[];
}

export interface Wrongness {
  /** Standard deviation of the log of the factor on each zone weight. */
  readonly weights: number;
  /** Chance that a neighbour of a painful region is painted too. */
  readonly spill: number;
  /** Chance that a painful region is forgotten. */
  readonly forgotten: number;
}

/** Of people with a trigger point, so many have one, two and three. */
export const PEOPLE_COUNTS = [0.6, 0.3, 0.1] as const;

/** Points of one person lie on the same side with this chance; else on either. */
export const SAME_SIDE = 0.8;

/** Redrawing with `spill` 0.12 and `forgotten` 0.25 gives a mean Jaccard overlap near the 0.42 seen in people. */
export const USUAL_WRONGNESS: Wrongness = { weights: 0.4, spill: 0.12, forgotten: 0.25 };

/** Small, fast and good enough for drawing people (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A person with `count` active trigger points, each in another muscle, mostly on one side. */
export function personWith(model: Model, count: number, chance: Chance, wrongness = USUAL_WRONGNESS): Person {
  const points = model.causes.flatMap(({ unit }, c) => (model.units[unit]?.kind === 'muscle' ? [c] : []));
  const side = chance() < 0.5 ? 'left' : 'right';
  for (;;) {
    const units = new Set<number>();
    const painful = new Set<number>();
    while (units.size < count) {
      const here = chance() < SAME_SIDE ? points.filter((c) => model.causes[c]?.side === side) : points;
      const c = drawn(here, (i) => model.priorOdds[i] as number, chance);
      const unit = model.causes[c]?.unit as number;
      if (units.has(unit)) continue;
      units.add(unit);
      for (const cell of hurtBy(model, c, chance, wrongness)) painful.add(cell);
    }
    const places = painting(model, painful, chance, wrongness);
    if (places.length > 0) return { units: [...units], painful, places };
  }
}

/** A person whose pain has nothing to do with the map: a few places anywhere. */
export function personWithout(model: Model, chance: Chance, wrongness = USUAL_WRONGNESS): Person {
  const painful = new Set<number>();
  const count = 2 + Math.floor(chance() * 4);
  while (painful.size < count) painful.add(Math.floor(chance() * model.cells.length));
  return { units: [], painful, places: painting(model, painful, chance, { ...wrongness, forgotten: 0 }) };
}

/** How one person draws the same pain: called twice, it gives a drawing and its redraw. */
export function painting(
  model: Model,
  painful: ReadonlySet<number>,
  chance: Chance,
  wrongness = USUAL_WRONGNESS,
): PainPlace[] {
  const coverage = new Map<number, number>();
  for (const cell of [...painful].sort((a, b) => a - b)) {
    if (chance() < wrongness.forgotten) continue;
    coverage.set(cell, 0.4 + 0.6 * chance());
    for (const near of model.around[cell] as readonly number[]) {
      if (chance() < wrongness.spill && !coverage.has(near)) coverage.set(near, 0.1 + 0.4 * chance());
    }
  }
  return [...coverage].map(([cell, share]) => {
    const { region, side } = model.cells[cell] as Model['cells'][number];
    return { region, side, coverage: share };
  });
}

/** Overlap of two drawings: area painted in both over area painted in either (weighted Jaccard), 0–1. */
export function areaOverlap(a: readonly PainPlace[], b: readonly PainPlace[]): number {
  const at = (places: readonly PainPlace[]) => new Map(places.map((p) => [`${p.region}@${p.side}`, p.coverage]));
  const [one, other] = [at(a), at(b)];
  let both = 0;
  let either = 0;
  for (const cell of new Set([...one.keys(), ...other.keys()])) {
    both += Math.min(one.get(cell) ?? 0, other.get(cell) ?? 0);
    either += Math.max(one.get(cell) ?? 0, other.get(cell) ?? 0);
  }
  return either === 0 ? 1 : both / either;
}

/** Where one active point hurts: somewhere in its zone, or it would not be called active. */
function hurtBy(model: Model, cause: number, chance: Chance, wrongness: Wrongness): number[] {
  const hurting: number[] = [];
  while (hurting.length === 0) {
    for (let k = model.zoneStart[cause] as number; k < (model.zoneStart[cause + 1] as number); k++) {
      const effect = (model.zoneEffect[k] as number) * Math.exp(wrongness.weights * normal(chance));
      // What the model calls felt and painted; forgetting comes on top when drawing, so it is taken out here.
      if (chance() < Math.min(0.97, effect / (1 - wrongness.forgotten))) hurting.push(model.zoneCell[k] as number);
    }
  }
  return hurting;
}

/** Mean chance over wrong weights that an active point hurts in a place of its zone. */
export function meanEffect(effect: number, wrongness: Wrongness): number {
  // Evenly spaced quantiles of the standard normal, by its middle: fine for a mean.
  let sum = 0;
  let weights = 0;
  for (let z = -4; z <= 4; z += 0.05) {
    const density = Math.exp((-z * z) / 2);
    sum += density * Math.min(0.97, (effect * Math.exp(wrongness.weights * z)) / (1 - wrongness.forgotten));
    weights += density;
  }
  return sum / weights;
}

function drawn(from: readonly number[], weight: (item: number) => number, chance: Chance): number {
  const sum = from.reduce((total, item) => total + weight(item), 0);
  let left = chance() * sum;
  for (const item of from) {
    left -= weight(item);
    if (left <= 0) return item;
  }
  return from.at(-1) as number;
}

/** Standard normal (Box and Muller). */
export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
