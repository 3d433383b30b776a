// The one question that waits, if any.

import type { SessionView, StopReason } from '@unknot/engine/session';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { PainPicker } from '../../parts/PainPicker.tsx';
import { sessionTexts as t } from '../../texts/session.ts';
import type { Playing } from './playing.ts';

interface AnswerProps {
  readonly view: SessionView;
  readonly knowledge: PlanKnowledge;
  readonly send: Playing['send'];
  readonly onStop: (reason: StopReason) => void;
  /** Most discomfort allowed, 0–10. */
  readonly cap: number;
}

export function Answer({ view, knowledge, send, onStop, cap }: AnswerProps) {
  if (view.kind === 'ask-pain')
    return (
      <div class="answer-box">
        <PainPicker label={t.painAfter} value={null} onPick={(answer) => send({ kind: 'pain', answer })} />
        <button type="button" class="btn quiet" onClick={() => send({ kind: 'skip' })}>
          {t.skipPain}
        </button>
      </div>
    );
  if (view.stopOffered)
    return (
      <div class="answer-box note know" role="alertdialog" aria-label={t.stopOffer}>
        <span>{t.stopOffer}</span>
        <div class="session-answers">
          <button type="button" class="btn primary" onClick={() => onStop('pain')}>
            {t.stopNow}
          </button>
          <button type="button" class="btn" onClick={() => send({ kind: 'resume' })}>
            {t.goOnGently}
          </button>
        </div>
      </div>
    );
  if (view.confirm)
    return (
      <div class="answer-box note">
        <span>{knowledge.confirmVocabulary[view.confirm] ?? view.confirm}</span>
        <div class="session-answers">
          <button type="button" class="btn primary" onClick={() => send({ kind: 'confirm', code: view.confirm ?? '' })}>
            {t.controls.yes}
          </button>
          <button type="button" class="btn" onClick={() => send({ kind: 'skip-item' })}>
            {t.controls.skipItem}
          </button>
        </div>
      </div>
    );
  if (view.asking)
    return (
      <div class="answer-box note">
        <span>{t.painCheck(cap)}</span>
        <div class="session-answers">
          <button type="button" class="btn" onClick={() => send({ kind: 'pain', answer: 'fine' })}>
            {t.painFine}
          </button>
          <button type="button" class="btn" onClick={() => send({ kind: 'pain', answer: 'above' })}>
            {t.painAbove}
          </button>
        </div>
      </div>
    );
  return null;
}
