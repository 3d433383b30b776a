// Did it help? The number before and the number after, in the words groups of people gave to such differences.
// See RULES.md, OUT-01 to OUT-03.

/** Pain now, NRS: a whole number 0–10. */
export type Nrs = number;

export type Change =
  | { readonly kind: 'notYetKnown' }
  /** `points`: after minus before; negative is less pain. */
  | { readonly kind: 'clearly-better' | 'a-little-better' | 'same' | 'worse'; readonly points: number };

/** outcomes.json, nrs-pain-now [ostelo2008]: 2 points or 30 % of the starting value. */
const CLEAR_POINTS = 2;
const CLEAR_SHARE = 0.3;
/** outcomes.json, interpretation.small [salaffi2004]. */
const SMALL_POINTS = 1;

const isNrs = (value: unknown): value is Nrs =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10;

/**
 * @param before  pain before, NRS; null when it was not asked
 * @param after   pain after, NRS; null when it was not asked
 * @param over    a session asks for 2 points and 30 %, a week for 2 points or 30 % (outcomes.json, clearBetter)
 */
export function change(before: Nrs | null, after: Nrs | null, over: 'session' | 'week' = 'session'): Change {
  if (before === null || after === null) return { kind: 'notYetKnown' };
  if (!isNrs(before) || !isNrs(after)) throw new Error(`pain must be a whole number 0–10, got ${before} and ${after}`);
  const points = after - before;
  const drop = -points;
  const enoughPoints = drop >= CLEAR_POINTS;
  const enoughShare = drop > 0 && drop >= CLEAR_SHARE * before;
  const clear = over === 'session' ? enoughPoints && enoughShare : enoughPoints || enoughShare;
  if (clear) return { kind: 'clearly-better', points };
  if (drop >= SMALL_POINTS) return { kind: 'a-little-better', points };
  return { kind: points >= SMALL_POINTS ? 'worse' : 'same', points };
}

/** outcomes.json, clearWorse; techniques.json, `stop-and-review`: two points up is the mark at which a technique rests. */
export const isClearlyWorse = (measured: Change): boolean =>
  measured.kind === 'worse' && measured.points >= CLEAR_POINTS;
