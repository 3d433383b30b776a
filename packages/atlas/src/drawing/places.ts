// The places a drawing speaks of: for every painted region how much of it is covered, how strong and of what kind.

import { type RegionId, type Side, VIEWS } from '../frame/index.ts';
import { CELL_VALUES, LEAST_COVERAGE, type PaintField, saidIn } from './field.ts';
import { type Layer, PAIN_QUALITIES, type PainQuality, type Said } from './marks.ts';

/** A painted region on one side. */
export interface PaintedPlace extends Said {
  readonly region: RegionId;
  readonly side: Side;
  /** Share of the region that is painted, 0–1, three decimals. */
  readonly coverage: number;
}

/**
 * Where it hurts.
 *
 * Coverage is painted cells / cells of the region in a view; of several views the largest counts. A view that shows
 * only a sliver of a region counts in proportion (see `FULL_SIGHT`). In that view, intensity is the mean over painted
 * cells that have one (NRS, one decimal), quality the most common one.
 *
 * @returns sorted by region, then side; slips over a border are left out, but paint on the body never reads as nothing
 */
export const placesOf = (field: PaintField): PaintedPlace[] => painted(field, 'pain');

/** Where the person feels a knot. */
export const knotsOf = (field: PaintField): Omit<PaintedPlace, keyof Said>[] =>
  painted(field, 'knot').map(({ region, side, coverage }) => ({ region, side, coverage }));

/** A dab of this many cells counts however large the region is: the disc of a brush of radius 12. Own setting. */
const LEAST_CELLS = 24;

/**
 * A view that shows less than this share of what the best view shows cannot speak for the whole region: full paint on
 * the rim of the shoulder blade seen from the side is not a fully painted shoulder blade. Own setting.
 */
const FULL_SIGHT = 0.25;

interface Tally {
  readonly region: RegionId;
  readonly side: Side;
  readonly coverage: number;
  /** Cells by what was said about them (see field.ts), in the view with this coverage. */
  readonly said: Uint32Array;
  /** Painted cells in the view that has most of them. */
  readonly most: number;
}

function painted(field: PaintField, layer: Layer): PaintedPlace[] {
  const tallies = new Map<string, Tally>();
  for (const view of VIEWS) {
    const { cells: numbers, regions } = field.body[view];
    const values = field.cells[layer][view];
    const counts = new Uint32Array((regions.length + 1) * CELL_VALUES);
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value) (counts[(numbers[i] as number) * CELL_VALUES + value] as number)++;
    }
    regions.forEach(({ region, side, cells, shown }, index) => {
      const own = counts.subarray((index + 1) * CELL_VALUES, (index + 2) * CELL_VALUES);
      let all = 0;
      for (const n of own) all += n;
      if (all === 0) return;
      const coverage = (all / cells) * Math.min(1, shown / FULL_SIGHT);
      const key = `${region} ${side}`;
      const before = tallies.get(key);
      const most = Math.max(before?.most ?? 0, all);
      const speaks = before && before.coverage >= coverage ? before : { region, side, coverage, said: own };
      tallies.set(key, { ...speaks, most });
    });
  }
  const all = [...tallies.values()].sort((a, b) =>
    a.region < b.region ? -1 : a.region > b.region ? 1 : a.side < b.side ? -1 : 1,
  );
  const meant = all.filter(({ coverage, most }) => coverage >= LEAST_COVERAGE || most >= LEAST_CELLS);
  const largest = all.reduce<Tally[]>((best, tally) => (best[0] && best[0].most >= tally.most ? best : [tally]), []);
  return (meant.length > 0 ? meant : largest).map(({ region, side, coverage, said }) => ({
    region,
    side,
    coverage: Math.max(0.001, Math.round(coverage * 1000) / 1000),
    ...summary(said),
  }));
}

/** Mean intensity and most common quality; of equally common ones the first in the list. */
function summary(said: Uint32Array): Said {
  let sum = 0;
  let rated = 0;
  const byQuality = new Map<PainQuality, number>();
  said.forEach((n, cell) => {
    if (n === 0) return;
    const { intensity, quality } = saidIn(cell);
    if (intensity !== undefined) {
      sum += intensity * n;
      rated += n;
    }
    if (quality) byQuality.set(quality, (byQuality.get(quality) ?? 0) + n);
  });
  const most = Math.max(...byQuality.values());
  const quality = PAIN_QUALITIES.find((candidate) => byQuality.get(candidate) === most);
  return { ...(rated > 0 && { intensity: Math.round((sum / rated) * 10) / 10 }), ...(quality && { quality }) };
}
