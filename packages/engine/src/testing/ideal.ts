// The best any ranking could do on the made-up people: somebody who knows every rule by which they were drawn.
//
// All sets of up to three trigger points are added up with their true chances: how many there are, on which side, where
// they hurt, what the hand forgot and where it spilled. What this observer cannot tell, nothing in a drawing tells.

import type { PainPlace } from '../case/index.ts';
import type { Model } from '../inference/index.ts';
import { meanEffect, PEOPLE_COUNTS, SAME_SIDE, USUAL_WRONGNESS } from './people.ts';

export interface IdealPosterior {
  /** `muscle@side`, likeliest first, only muscles that can hurt somewhere that was painted. */
  readonly names: readonly string[];
  readonly probability: readonly number[];
  /** Log of how much better points explain the drawing than places anywhere do. */
  readonly logPoints: number;
}

/** A place painted less than this is the spilled edge of another; real ones are painted more (0.4–0.5 can be either). */
const EDGE = 0.45;

export function idealPosterior(
  model: Model,
  places: readonly PainPlace[],
  wrongness = USUAL_WRONGNESS,
): IdealPosterior {
  const kept = 1 - wrongness.forgotten;
  const isHit = new Uint8Array(model.cells.length);
  for (const { region, side, coverage } of places) {
    if (coverage >= EDGE) isHit[model.cellOf.get(`${region}@${side}`) as number] = 1;
  }
  const hits = isHit.reduce((sum, hit) => sum + hit, 0);

  // Cause → cell → chance that the active cause does not hurt there.
  const points = model.causes.flatMap(({ unit }, c) => (model.units[unit]?.kind === 'muscle' ? [c] : []));
  const odds = (c: number) => model.priorOdds[c] as number;
  const all = points.reduce((sum, c) => sum + odds(c), 0);
  const zoneOf = (c: number) => {
    const zone = new Map<number, number>();
    for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
      zone.set(model.zoneCell[k] as number, 1 - meanEffect(model.zoneEffect[k] as number, wrongness));
    }
    return zone;
  };
  const zones = new Map(points.map((c) => [c, zoneOf(c)]));
  const visible = points.filter((c) => [...(zones.get(c) as Map<number, number>).keys()].some((r) => isHit[r] === 1));
  const cells = [...new Set(visible.flatMap((c) => [...(zones.get(c) as Map<number, number>).keys()]))];
  for (let r = 0; r < isHit.length; r++) if (isHit[r] === 1 && !cells.includes(r)) cells.push(r);
  const spared = visible.map((c) => Float64Array.from(cells, (r) => zones.get(c)?.get(r) ?? 1));
  /** That a cause hurts nowhere: such people were drawn again. */
  const nowhere = spared.map((row) => row.reduce((all, quiet) => all * quiet, 1));
  const hitAt = Uint8Array.from(cells, (r) => isHit[r] as number);
  const likelihood = (rows: readonly Float64Array[]): number => {
    let product = 1;
    for (let i = 0; i < cells.length; i++) {
      let quiet = 1;
      for (const row of rows) quiet *= row[i] as number;
      product *= hitAt[i] === 1 ? kept * (1 - quiet) : 1 - kept * (1 - quiet);
      if (product === 0) return 0;
    }
    return product;
  };

  // Chance that one point is drawn, by the side the person's pain is mostly on.
  const sides = ['left', 'right'] as const;
  const share = sides.map((side) => {
    const here = points.reduce((sum, c) => (model.causes[c]?.side === side ? sum + odds(c) : sum), 0);
    return (c: number) => odds(c) * ((model.causes[c]?.side === side ? SAME_SIDE / here : 0) + (1 - SAME_SIDE) / all);
  });
  const prior = share.map((of) => Float64Array.from(visible, of));
  const unseen = share.map((of) =>
    points.reduce((sum, c) => {
      if (visible.includes(c)) return sum;
      let quiet = 1;
      let none = 1;
      for (const spare of (zones.get(c) as Map<number, number>).values()) {
        quiet *= 1 - kept * (1 - spare);
        none *= spare;
      }
      return sum + of(c) * ((quiet - none) / (1 - none));
    }, 0),
  );
  const counts = [1, 2, 3].map((n) => PEOPLE_COUNTS[n - 1] as number);
  const ways = (n: number, m: number) => (m === 1 ? n : m === 2 ? n * (n - 1) : n * (n - 1) * (n - 2));
  const priorOf = (set: readonly number[]): number =>
    sides.reduce((sum, _, s) => {
      let product = 0.5;
      for (const i of set) product *= prior[s]?.[i] as number;
      let more = 0;
      for (let n = set.length; n <= 3; n++) {
        more += (counts[n - 1] as number) * ways(n, set.length) * (unseen[s] as number) ** (n - set.length);
      }
      return sum + product * more;
    }, 0);

  const unit = visible.map((c) => model.causes[c]?.unit as number);
  const mass = new Map<number, number>();
  let total = 0;
  const add = (set: readonly number[], weight: number) => {
    let hurting = 1;
    for (const i of set) hurting *= 1 - (nowhere[i] as number);
    const value = (weight / hurting) * priorOf(set);
    total += value;
    for (const i of set) mass.set(unit[i] as number, (mass.get(unit[i] as number) ?? 0) + value);
  };
  const n = visible.length;
  const none = hits === 0 ? 1 : 0;
  const single = Float64Array.from({ length: n }, (_, i) => likelihood([spared[i] as Float64Array]));
  const pair = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    add([i], (single[i] as number) - (nowhere[i] as number) * none);
    for (let j = 0; j < i; j++) {
      const both = likelihood([spared[i] as Float64Array, spared[j] as Float64Array]);
      (pair[i] as Float64Array)[j] = both;
      (pair[j] as Float64Array)[i] = both;
    }
  }
  for (let i = 0; i < n; i++) {
    const a = nowhere[i] as number;
    for (let j = 0; j < i; j++) {
      const b = nowhere[j] as number;
      const ij = pair[i]?.[j] as number;
      const two = ij - a * (single[j] as number) - b * (single[i] as number) + a * b * none;
      if (unit[i] !== unit[j]) add([i, j], two);
      for (let k = 0; k < j; k++) {
        if (unit[i] === unit[j] || unit[j] === unit[k] || unit[i] === unit[k]) continue;
        const c = nowhere[k] as number;
        const three =
          likelihood([spared[i], spared[j], spared[k]] as Float64Array[]) -
          a * (pair[j]?.[k] as number) -
          b * (pair[i]?.[k] as number) -
          c * ij +
          a * b * (single[k] as number) +
          a * c * (single[j] as number) +
          b * c * (single[i] as number) -
          a * b * c * none;
        add([i, j, k], three);
      }
    }
  }
  const ranked = [...mass].map(([u, value]) => {
    const of = model.units[u];
    return { name: of?.kind === 'muscle' ? `${of.muscle}@${of.side}` : '', probability: value / total };
  });
  ranked.sort((x, y) => y.probability - x.probability || (x.name < y.name ? -1 : 1));
  return {
    names: ranked.map(({ name }) => name),
    probability: ranked.map(({ probability }) => probability),
    logPoints: Math.log(total) - anywhere(model.cells.length, hits),
  };
}

/** Log of the chance of so many places anywhere: two to five, all alike. */
function anywhere(cells: number, hits: number): number {
  if (hits < 2 || hits > 5) return Number.NEGATIVE_INFINITY;
  let log = Math.log(1 / 4);
  for (let i = 0; i < hits; i++) log -= Math.log((cells - i) / (i + 1));
  return log;
}
