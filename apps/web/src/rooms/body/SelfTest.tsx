// One self-test, guided: what to do, to read or to hear, with a picture when it is wanted; what "yes" means; the answers.

import { useSignal } from '@preact/signals';
import type { MuscleId, PairedSide, TriggerPointId } from '@unknot/atlas/frame';
import type { FindingAnswer, Findings, SelfTestId } from '@unknot/engine/case';
import type { SelfTest } from '@unknot/knowledge/schema';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { hasVoice, hush, say } from '../../ports/speech.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import type { TestPicturesProps } from './TestPictures.tsx';

type Reply = FindingAnswer | 'notNow';

export interface Answering {
  readonly findings: Findings;
  readonly putOff: readonly SelfTestId[];
  readonly answer: (test: SelfTestId, muscle: MuscleId, side: PairedSide, reply: Reply) => void;
}

const REPLIES: readonly Reply[] = ['yes', 'no', 'unsure', 'notNow'];

interface GuidedTestProps {
  readonly test: SelfTest;
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  /** Where to press or to feel; all points of the muscle when absent. */
  readonly points?: readonly TriggerPointId[];
  readonly answering: Answering;
  /** Called with an answer, once it was given on. */
  readonly onAnswer?: () => void;
}

export function GuidedTest({ test, muscle, side, points, answering, onAnswer }: GuidedTestProps) {
  const pictured = useSignal(false);
  useEffect(() => hush, []);
  const yesMeans = t.positive(test.positiveSign);
  const given: Reply | undefined =
    answering.findings[`${test.id}@${side}`] ??
    answering.findings[test.id] ??
    (answering.putOff.includes(test.id) ? 'notNow' : undefined);
  return (
    <>
      <p class="small">
        {test.instruction} {t.testSide[side]}
      </p>
      <p class="small muted">{yesMeans}</p>
      <div class="row wrap helps">
        <button
          type="button"
          class="btn quiet"
          aria-expanded={pictured.value}
          onClick={() => {
            pictured.value = !pictured.value;
          }}
        >
          <Icon name="body" size={20} />
          {pictured.value ? t.hidePicture : t.showPicture}
        </button>
        {hasVoice.value && (
          <button
            type="button"
            class="btn quiet"
            onClick={() => say(`${test.instruction} ${t.testSide[side]} ${yesMeans}`)}
          >
            <Icon name="voice" size={20} />
            {t.hear}
          </button>
        )}
      </div>
      {pictured.value && <Pictures test={test.id} muscle={muscle} side={side} {...(points && { points })} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, each an answer */}
      <div class="row wrap answers" role="group" aria-label={test.instruction}>
        {REPLIES.map((reply) => (
          <button
            key={reply}
            type="button"
            class={reply === 'notNow' ? 'btn quiet' : 'btn'}
            aria-pressed={given === reply}
            onClick={() => {
              hush();
              answering.answer(test.id, muscle, side, reply);
              onAnswer?.();
            }}
          >
            {t.answers[reply]}
          </button>
        ))}
      </div>
    </>
  );
}

const loadPictures = () => import('./TestPictures.tsx');

/** Fetched when somebody wants to see them. */
function Pictures(props: TestPicturesProps) {
  const pictures = useLoaded(loadPictures);
  return pictures.kind === 'ready' ? <pictures.value.TestPictures {...props} /> : null;
}
