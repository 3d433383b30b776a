// How likely, in a word and as a bar that fades where it is unsure: full up to where most redraws would leave it, gone
// where hardly any would bring it, with a mark where it stands now. Numbers only on request.

import type { Band, Candidate } from '@unknot/engine/inference';
import { bodyTexts as t } from '../../texts/body.ts';
import { numbersShown } from './numbers.ts';

interface LikelihoodProps {
  readonly of: Pick<Candidate, 'probability'> & Partial<Pick<Candidate, 'range'>>;
  /** The word for a probability. */
  readonly wordOf: (probability: number) => Band;
}

export function Likelihood({ of: { probability, range }, wordOf }: LikelihoodProps) {
  const { low, high } = range ?? { low: probability, high: probability };
  const [least, most] = [wordOf(low), wordOf(high)];
  return (
    <>
      <span class="word">
        {numbersShown.value
          ? range
            ? t.percentRange(probability, low, high)
            : t.percent(probability)
          : t.bands[wordOf(probability)]}
        {!numbersShown.value && least !== most && <span class="only-heard">, {t.couldBe(least, most)}</span>}
      </span>
      <span class="bar" aria-hidden="true">
        <i style={{ '--low': low.toFixed(3), '--high': high.toFixed(3), '--at': probability.toFixed(3) }} />
      </span>
    </>
  );
}
