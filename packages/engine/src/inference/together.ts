// Two muscles that explain a drawing together: when one alone leaves too much of it out, and both may well be at work.

import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import type { Model } from './model.ts';
import type { Weighed } from './weigh.ts';

export interface MuscleSide {
  readonly muscle: MuscleId;
  readonly side: PairedSide;
}

/** Two muscles that explain clearly more of the drawing than either alone. */
export interface Together {
  /** The likelier first. */
  readonly muscles: readonly [MuscleSide, MuscleSide];
  /** That both are at work, 0–1; never more than either alone. */
  readonly probability: number;
  /** Share of the painted pain that lies where the two can send it, 0–1 … */
  readonly reaches: number;
  /** … and where the better of the two alone can. */
  readonly alone: number;
}

/** Pairs are looked for among so many leading muscles … */
const LEADING = 5;
/** … and so many are told. */
const MOST_PAIRS = 3;

/**
 * The pairs worth telling, likeliest first.
 *
 * @param leading  units of muscles, likeliest first
 * @param both     probability that two units are both at work
 */
export function together(
  model: Model,
  weighed: Weighed,
  leading: readonly number[],
  both: (one: number, other: number) => number,
): readonly Together[] {
  const { pairFrom, pairAdds } = model.parameters;
  const paint = sumOf([...weighed.painted]);
  if (paint === 0) return [];
  const reach = (units: readonly number[]): number => {
    const cells = new Set<number>();
    for (const u of units) {
      for (const c of model.units[u]?.causes ?? []) {
        for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
          cells.add(model.zoneCell[k] as number);
        }
      }
    }
    // Smallest first: the sum must be the same for the mirrored drawing.
    return sumOf([...cells].map((r) => weighed.painted[r] as number)) / paint;
  };
  const first = leading.slice(0, LEADING);
  const pairs = first.flatMap((one, i) =>
    first.slice(i + 1).flatMap((other): Together[] => {
      const [a, b] = [model.units[one], model.units[other]];
      if (a?.kind !== 'muscle' || b?.kind !== 'muscle') return [];
      const reaches = reach([one, other]);
      const alone = Math.max(reach([one]), reach([other]));
      if (reaches - alone < pairAdds) return [];
      const probability = both(one, other);
      if (probability < pairFrom) return [];
      const named = ({ muscle, side }: MuscleSide): MuscleSide => ({ muscle, side });
      return [{ muscles: [named(a), named(b)], probability, reaches, alone }];
    }),
  );
  // Stable: equal ones stay in the order of their muscles.
  return pairs.sort((a, b) => b.probability - a.probability).slice(0, MOST_PAIRS);
}

const sumOf = (values: number[]): number => values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);

/**
 * That both of two things are so, when each has been said to be likelier or less likely than it was worked out, and how
 * they hang together is kept: the one table with these two margins and the same odds ratio.
 *
 * @param p, q   probabilities as they are said
 * @param was    probabilities of the one, the other and both as they were worked out
 */
export function jointly(p: number, q: number, was: { readonly p: number; readonly q: number; readonly both: number }) {
  const onlyOne = was.p - was.both;
  const onlyOther = was.q - was.both;
  const neither = 1 - (was.p + was.q) + was.both;
  const ratio = (was.both * neither) / (onlyOne * onlyOther);
  if (!(ratio >= 0) || ratio === Number.POSITIVE_INFINITY) return Math.min(p, q);
  const s = 1 + (p + q) * (ratio - 1);
  const root = Math.sqrt(Math.max(0, s * s - 4 * ratio * (ratio - 1) * (p * q)));
  // Two ways to write the same root; each keeps its digits where the other loses them.
  return Math.min(p, q, s >= 0 ? (2 * ratio * (p * q)) / (s + root) : (s - root) / (2 * (ratio - 1)));
}
