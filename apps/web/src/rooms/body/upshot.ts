// What a ranking comes down to, before any of its lines is read.

import type { Imitation, OtherExplanation, Posterior } from '@unknot/engine/inference';

type ImitationReason = OtherExplanation & { readonly hypothesis: Imitation };
const isImitation = (reason: OtherExplanation): reason is ImitationReason => reason.hypothesis !== 'no-clear-pattern';

/** The nerve or joint that is most likely behind it, always told beside the muscles. */
export const imitationIn = (posterior: Posterior): ImitationReason | undefined => posterior.other.find(isImitation);

/** What the ranking comes down to: a muscle, something that is no muscle, or that nobody can tell. */
export function upshotOf(posterior: Posterior): 'muscle' | 'imitation' | 'nothing-fits' | 'nothing-stands-out' {
  const first = posterior.candidates[0];
  if (posterior.nothingFits) return 'nothing-fits';
  if ((imitationIn(posterior)?.probability ?? 0) > (first?.probability ?? 0)) return 'imitation';
  return first?.band === 'less-likely' ? 'nothing-stands-out' : 'muscle';
}
