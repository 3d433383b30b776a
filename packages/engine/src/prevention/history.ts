// What the days at the desk add up to: numbers to know, nothing to reach. See RULES.md, PRV-14.

import type { BreakDay } from './state.ts';

export interface BreakHistory {
  /** With time at the desk, oldest first, as many as were asked for. */
  readonly days: readonly BreakDay[];
  readonly taken: number;
  readonly pauses: number;
  readonly offered: number;
  /** Longest time seated without a break in the middle of these days, milliseconds; null: no day. */
  readonly usualLongestMs: number | null;
  /** Seated for each break or pause, milliseconds; null: there was none. */
  readonly seatedPerRestMs: number | null;
}

/** @param upTo  at most so many of the latest days */
export function breakHistory(days: readonly BreakDay[], upTo = 14): BreakHistory {
  const counted = days
    .filter(({ seatedMs, taken, pauses, offered }) => seatedMs + taken + pauses + offered > 0)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-upTo);
  const sum = (of: (day: BreakDay) => number) => counted.reduce((total, day) => total + of(day), 0);
  const longest = counted.map(({ longestMs }) => longestMs).toSorted((a, b) => a - b);
  const rests = sum(({ taken, pauses }) => taken + pauses);
  return {
    days: counted,
    taken: sum(({ taken }) => taken),
    pauses: sum(({ pauses }) => pauses),
    offered: sum(({ offered }) => offered),
    usualLongestMs: longest[Math.floor(longest.length / 2)] ?? null,
    seatedPerRestMs: rests === 0 ? null : sum(({ seatedMs }) => seatedMs) / rests,
  };
}
