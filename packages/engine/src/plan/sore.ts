// The targets of a plan, put together by muscle.

import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import type { MuscleTarget } from '../case/index.ts';

/** A sore muscle with the sides it is sore on; shares of all add up to 1. */
export interface Sore {
  readonly muscle: MuscleId;
  readonly sides: readonly PairedSide[];
  readonly share: number;
  /** The side to begin with when both are done. */
  readonly lessSore: PairedSide;
}

/** The targets by muscle, shares made to add up to 1; targets without a share count alike. */
export function soresOf(targets: readonly MuscleTarget[]): readonly Sore[] {
  const total = targets.reduce((sum, { share }) => sum + Math.max(0, share), 0);
  const weigh = ({ share }: MuscleTarget) => (total > 0 ? Math.max(0, share) / total : 1 / targets.length);
  return [...new Set(targets.map(({ muscle }) => muscle))].map((muscle) => {
    const own = targets.filter((target) => target.muscle === muscle);
    const on = (side: PairedSide) => own.filter((target) => target.side === side).reduce((sum, t) => sum + weigh(t), 0);
    return {
      muscle,
      sides: (['left', 'right'] as const).filter((side) => own.some((target) => target.side === side)),
      share: on('left') + on('right'),
      lessSore: on('right') < on('left') ? ('right' as const) : ('left' as const),
    };
  });
}
