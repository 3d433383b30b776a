// Days at the usual or better: what prevention is about. See RULES.md, OUT-16.

import type { Nrs } from './change.ts';

/** A day of the calendar with its pain. */
export interface PainDay {
  readonly day: number;
  readonly pain: Nrs | null;
}

export interface QuietDays {
  /** Days told in the last four weeks. */
  readonly told: number;
  /** Of them, at the usual or better, or not far above. */
  readonly quiet: number;
}

/** outcomes/days-without-flare.json: two points above the usual; the last 28 days. */
const FLARE_POINTS = 2;
const WINDOW = 28;
/** Fewer days told have no usual. Own setting. */
const ENOUGH = 7;

/** @returns null while too few days were told; the usual is the middle of the days told */
export function quietDays(days: readonly PainDay[], today: number): QuietDays | null {
  const pains = days.flatMap(({ day, pain }) => (pain !== null && day <= today && day > today - WINDOW ? [pain] : []));
  if (pains.length < ENOUGH) return null;
  const sorted = pains.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  const usual = ((low as Nrs) + (high as Nrs)) / 2;
  return { told: pains.length, quiet: pains.filter((pain) => pain < usual + FLARE_POINTS).length };
}
