// Which self-test would tell most next.
//
// A test depends on its muscle alone, so what its answer tells about the whole joint posterior is what it tells about
// that muscle: the mutual information has a closed form and no second ranking is needed.

import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import type { SelfTestId } from '../case/index.ts';
import type { Evidence } from './evidence.ts';
import type { Model } from './model.ts';
import { type Posterior, rank } from './rank.ts';

export interface NextTest {
  readonly test: SelfTestId;
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  /** Expected information about what is behind the pain, in bits. */
  readonly gain: number;
}

/**
 * The self-test of a leading candidate with the highest expected information gain; null when none promises enough.
 * A test that was answered for that side, or without a side, is never asked again; neither is one of `notThese`, such as
 * tests that the check or a condition forbids.
 *
 * @param posterior  ranking of the same evidence, when it is at hand
 */
export function nextTest(
  model: Model,
  evidence: Evidence,
  notThese: ReadonlySet<SelfTestId> = new Set(),
  posterior: Posterior = rank(model, evidence),
): NextTest | null {
  const { smallestGain, testCandidates } = model.parameters;
  let best: NextTest | null = null;
  for (const { muscle, side, probability } of posterior.candidates.slice(0, testCandidates)) {
    for (const { id, ifYes, ifNo } of openTests(model, evidence, muscle, side, notThese)) {
      const gain = expectedGain(probability, ifYes, ifNo);
      if (gain >= smallestGain && gain > (best?.gain ?? 0)) best = { test: id, muscle, side, gain };
    }
  }
  return best;
}

/** Self-tests of a muscle that may still be asked, with the likelihood ratios of their answers. */
export function openTests(
  { parameters, muscles, tests }: Model,
  { findings = {} }: Evidence,
  muscle: MuscleId,
  side: PairedSide,
  notThese: ReadonlySet<string>,
) {
  const { pressYes, pressNo, testYes, testNo } = parameters;
  return (muscles.get(muscle)?.selfTests ?? []).flatMap(({ id }) => {
    if (Object.hasOwn(findings, id) || Object.hasOwn(findings, `${id}@${side}`) || notThese.has(id)) return [];
    const presses = tests.get(id)?.presses === true;
    return [{ id, presses, ifYes: presses ? pressYes : testYes, ifNo: presses ? pressNo : testNo }];
  });
}

/**
 * Mutual information between a yes/no answer and the fact it depends on, in bits.
 *
 * @param probability  of the fact now, 0–1
 * @param ifYes        likelihood ratio of yes, above 1
 * @param ifNo         likelihood ratio of no, below 1
 */
export function expectedGain(probability: number, ifYes: number, ifNo: number): number {
  const falseYes = (1 - ifNo) / (ifYes - ifNo);
  const trueYes = ifYes * falseYes;
  const yes = probability * trueYes + (1 - probability) * falseYes;
  return entropy(yes) - probability * entropy(trueYes) - (1 - probability) * entropy(falseYes);
}

/** Of a coin that falls on one side with chance `p`, in bits. */
function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}
