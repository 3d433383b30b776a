// The ranking's arithmetic done the plain way: every set of causes, one after the other. Slow and easy to believe;
// the fast search is checked against it.

/** A noisy-OR puzzle small enough to write down. */
export interface Puzzle {
  /** Odds of each cause before the drawing. */
  readonly odds: readonly number[];
  /** Which unit (muscle on a side) a cause belongs to. */
  readonly unit: readonly number[];
  /** Likelihood ratio that a unit brings along once, however many of its causes are active. */
  readonly unitRatio: readonly number[];
  /** Cause × cell → chance that the active cause makes the cell be painted, 0–1. */
  readonly effect: readonly (readonly number[])[];
  /** Cell → how surely it was painted, 0–1; 0 is blank. */
  readonly painted: readonly number[];
  /** Chance that a cell is painted without any cause. */
  readonly leak: number;
  /** How much a blank cell counts: 1 fully, 0 not at all. */
  readonly blankWeight: number;
}

export interface PuzzleAnswer {
  readonly cause: readonly number[];
  readonly unit: readonly number[];
  /** Unit × unit → both are active. */
  readonly both: readonly (readonly number[])[];
  /** Mean share of the painted pain that no cause made. */
  readonly unexplained: number;
  /** Unit, and unit × unit → active, given that some cause that reaches anything painted is; NaN when none can. */
  readonly made: { readonly unit: readonly number[]; readonly both: readonly (readonly number[])[] };
}

/**
 * Posterior of every cause and unit by summing over all 2ⁿ sets.
 *
 * @throws when there are more than 22 causes: that would take minutes
 */
export function enumerate(puzzle: Puzzle): PuzzleAnswer {
  const n = puzzle.odds.length;
  if (n > 22) throw new Error(`plain enumeration takes at most 22 causes, got ${n}`);
  const cause = puzzle.odds.map(() => 0);
  const unit = puzzle.unitRatio.map(() => 0);
  const both = puzzle.unitRatio.map(() => puzzle.unitRatio.map(() => 0));
  const paint = puzzle.painted.reduce((sum, share) => sum + share, 0);
  const made = { unit: puzzle.unitRatio.map(() => 0), both: puzzle.unitRatio.map(() => puzzle.unitRatio.map(() => 0)) };
  const reaches = puzzle.effect.map((row) => row.some((effect, r) => effect > 0 && (puzzle.painted[r] as number) > 0));
  let total = 0;
  let totalMade = 0;
  let unexplained = 0;
  for (let set = 0; set < 2 ** n; set++) {
    const active = puzzle.odds.map((_, c) => ((set >> c) & 1) === 1);
    const units = new Set(puzzle.unit.filter((_, c) => active[c]));
    let weight = 1;
    for (let c = 0; c < n; c++) if (active[c]) weight *= puzzle.odds[c] as number;
    for (const u of units) weight *= puzzle.unitRatio[u] as number;
    puzzle.painted.forEach((share, r) => {
      let quiet = 1 - puzzle.leak;
      for (let c = 0; c < n; c++) if (active[c]) quiet *= 1 - (puzzle.effect[c]?.[r] as number);
      weight *= share === 0 ? quiet ** puzzle.blankWeight : share * (1 - quiet) + (1 - share) * quiet;
    });
    total += weight;
    for (let c = 0; c < n; c++) if (active[c]) cause[c] = (cause[c] as number) + weight;
    for (const u of units) unit[u] = (unit[u] as number) + weight;
    for (const u of units) for (const v of units) (both[u] as number[])[v] = (both[u]?.[v] as number) + weight;
    if (active.some((isActive, c) => isActive && reaches[c])) {
      totalMade += weight;
      for (const u of units) made.unit[u] = (made.unit[u] as number) + weight;
      for (const u of units)
        for (const v of units) (made.both[u] as number[])[v] = (made.both[u]?.[v] as number) + weight;
    }
    puzzle.painted.forEach((share, r) => {
      if (share === 0) return;
      // Painted although no cause hit it: by the leak, or by mistake.
      let spared = 1;
      for (let c = 0; c < n; c++) if (active[c]) spared *= 1 - (puzzle.effect[c]?.[r] as number);
      const notHit = spared * (puzzle.leak * share + (1 - puzzle.leak) * (1 - share));
      unexplained += (weight * share * notHit) / (notHit + (1 - spared) * share) / paint;
    });
  }
  return {
    cause: cause.map((mass) => mass / total),
    unit: unit.map((mass) => mass / total),
    both: both.map((row) => row.map((mass) => mass / total)),
    unexplained: unexplained / total,
    made: {
      unit: made.unit.map((mass) => mass / totalMade),
      both: made.both.map((row) => row.map((mass) => mass / totalMade)),
    },
  };
}
