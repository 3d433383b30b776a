// What each fact did to a candidate, in log-odds, so that a person can see why.

import type { RegionId, Side } from '@unknot/atlas/frame';
import { type Companion, cellKey, type Model, type Unit } from './model.ts';
import { knotRatio, qualityRatio, type Weighed } from './weigh.ts';

/**
 * One fact that moved a candidate, in log-odds: above 0 it speaks for it, below 0 against. `ref` is a region for place,
 * blank and knot, a test for test, and the tag or words for context; relief in an earlier episode is the tag
 * `earlier-relief`.
 */
export interface Reason {
  readonly kind: 'place' | 'blank' | 'knot' | 'quality' | 'test' | 'context';
  readonly ref: string;
  readonly side?: Side;
  readonly logOdds: number;
}

const EARLIER_RELIEF = 'earlier-relief';

/** Facts below this do not deserve a line: a twentieth of a doubling. */
const WORTH_TELLING = 0.03;

/**
 * What each fact does to the log-odds of a unit, taken as if it were the only explanation and averaged over its points by
 * their share.
 */
export function reasons(
  model: Model,
  weighed: Weighed,
  unit: Unit,
  index: number,
  shares: readonly number[],
): readonly Reason[] {
  const { leak, temper, earlierRelief } = model.parameters;
  const byCell = new Map<number, number>();
  const byKnot = new Map<number, number>();
  let quality = 0;
  unit.causes.forEach((c, i) => {
    const share = shares[i] as number;
    for (let k = model.zoneStart[c] as number; k < (model.zoneStart[c + 1] as number); k++) {
      const cell = model.zoneCell[k] as number;
      const quiet = 1 - (model.zoneEffect[k] as number);
      const sure = weighed.painted[cell] as number;
      const moved =
        sure === 0
          ? (weighed.blank[cell] as number) * Math.log(quiet)
          : Math.log((sure + (1 - 2 * sure) * (1 - leak) * quiet) / (sure + (1 - 2 * sure) * (1 - leak)));
      byCell.set(cell, (byCell.get(cell) ?? 0) + share * temper * moved);
    }
    for (const { cell, logRatio } of model.companions[c] as readonly Companion[]) {
      const sure = weighed.painted[cell] as number;
      if (sure > 0) byCell.set(cell, (byCell.get(cell) ?? 0) + share * sure * logRatio);
    }
    const knot = knotRatio(model, weighed.knots, c);
    if (knot.cell !== -1) byKnot.set(knot.cell, (byKnot.get(knot.cell) ?? 0) + share * Math.log(knot.ratio));
    quality += share * Math.log(qualityRatio(model, weighed, c));
  });
  const at = (cell: number): { ref: RegionId; side: Side } => {
    const place = model.cells[cell] as { region: RegionId; side: Side };
    return { ref: place.region, side: place.side };
  };
  const found: Reason[] = [
    ...[...byCell].map(
      ([cell, logOdds]): Reason => ({
        kind: (weighed.painted[cell] as number) > 0 ? 'place' : 'blank',
        ...at(cell),
        logOdds,
      }),
    ),
    ...[...byKnot].map(([cell, logOdds]): Reason => ({ kind: 'knot', ...at(cell), logOdds })),
    ...weighed.tests
      .filter((fact) => fact.unit === index)
      .map(({ test, ratio }): Reason => ({ kind: 'test', ref: test, logOdds: Math.log(ratio) })),
    ...weighed.context
      .filter((fact) => fact.unit === index)
      .map(({ ref, ratio }): Reason => ({ kind: 'context', ref, logOdds: Math.log(ratio) })),
    ...(weighed.earlier.has(index)
      ? [{ kind: 'context' as const, ref: EARLIER_RELIEF, logOdds: Math.log(earlierRelief) }]
      : []),
    { kind: 'quality', ref: 'tingling-numb-burning', logOdds: quality },
  ];
  const keyOf = (reason: Reason) => cellKey(reason.ref, reason.side ?? 'midline');
  return found
    .filter(({ logOdds }) => Math.abs(logOdds) >= WORTH_TELLING)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds) || (keyOf(a) < keyOf(b) ? -1 : 1));
}
