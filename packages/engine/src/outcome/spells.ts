// The same knot again: spells in which a muscle was worked on, with a real pause between them. See RULES.md, OUT-14.

import type { MuscleId, Side } from '@unknot/atlas/frame';
import type { EpochMs } from '../case/index.ts';

export interface WorkedOn {
  readonly startedAt: EpochMs | null;
  readonly items: readonly { readonly muscle: MuscleId | null; readonly side: Side | 'both' }[];
}

export interface Spell {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly sessions: number;
}

export interface Knot {
  readonly muscle: MuscleId;
  readonly side: Side | 'both';
  /** Oldest first; more than one: it came back. */
  readonly spells: readonly Spell[];
}

/** A pause that ends a spell; the same as in OUT-09. Own setting. */
const PAUSE = 21 * 86_400_000;

/** Muscles with their spells, most often returned first, then latest first. */
export function knotsOf(sessions: readonly WorkedOn[]): Knot[] {
  const knots = new Map<string, { muscle: MuscleId; side: Side | 'both'; spells: Spell[] }>();
  for (const { startedAt, items } of sessions) {
    if (startedAt === null) continue;
    const seen = new Set<string>();
    for (const { muscle, side } of items) {
      const key = `${muscle} ${side}`;
      if (muscle === null || seen.has(key)) continue;
      seen.add(key);
      const knot = knots.get(key) ?? { muscle, side, spells: [] };
      knots.set(key, knot);
      const last = knot.spells.at(-1);
      if (last && startedAt - last.to <= PAUSE)
        knot.spells[knot.spells.length - 1] = { ...last, to: startedAt, sessions: last.sessions + 1 };
      else knot.spells.push({ from: startedAt, to: startedAt, sessions: 1 });
    }
  }
  const latest = ({ spells }: Knot) => spells.at(-1)?.to ?? 0;
  return [...knots.values()].sort((a, b) => b.spells.length - a.spells.length || latest(b) - latest(a));
}
