// One self-test: what to do, what "yes" means, and the answers.

import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import type { FindingAnswer, Findings, SelfTestId } from '@unknot/engine/case';
import type { SelfTest } from '@unknot/knowledge/schema';
import { bodyTexts as t } from '../../texts/body.ts';

export type Reply = FindingAnswer | 'notNow';

export interface Answering {
  readonly findings: Findings;
  readonly putOff: readonly SelfTestId[];
  readonly answer: (test: SelfTestId, muscle: MuscleId, side: PairedSide, reply: Reply) => void;
}

export function TestWords({ test, side }: { readonly test: SelfTest; readonly side: PairedSide }) {
  return (
    <>
      <p class="small">
        {test.instruction} {t.testSide[side]}
      </p>
      <p class="small muted">{t.positive(test.positiveSign)}</p>
    </>
  );
}

interface TestAnswersProps {
  readonly test: SelfTest;
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  readonly answering: Answering;
  readonly offer: readonly Reply[];
}

export function TestAnswers({ test, muscle, side, answering, offer }: TestAnswersProps) {
  const given: Reply | undefined =
    answering.findings[`${test.id}@${side}`] ??
    answering.findings[test.id] ??
    (answering.putOff.includes(test.id) ? 'notNow' : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, each an answer
    <div class="row wrap answers" role="group" aria-label={test.instruction}>
      {offer.map((reply) => (
        <button
          key={reply}
          type="button"
          class={reply === 'notNow' ? 'btn quiet' : 'btn'}
          aria-pressed={given === reply}
          onClick={() => answering.answer(test.id, muscle, side, reply)}
        >
          {t.answers[reply]}
        </button>
      ))}
    </div>
  );
}
