// The one question that would tell most about what to do: a self-test, another place, or what makes it worse. Skipping
// is always fine, and a skipped question does not come back.

import type { MuscleId, RegionId, Side } from '@unknot/atlas/frame';
import type { NextQuestion } from '@unknot/engine/inference';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import { announce } from '../../parts/announce.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import { type Answering, TestAnswers, TestWords } from './SelfTest.tsx';
import { clearPlaces, context, notNow } from './work.ts';

interface QuestionCardProps {
  readonly next: NextQuestion;
  readonly muscleOf: (id: MuscleId) => IdentifyMuscle | undefined;
  readonly nameOfRegion: (region: RegionId, side: Side) => string;
  readonly factors: IdentifyKnowledge['perpetuatingFactorVocabulary'];
  readonly answering: Answering;
  readonly onPlace: (region: RegionId, side: Side) => void;
}

export function QuestionCard({ next, muscleOf, nameOfRegion, factors, answering, onPlace }: QuestionCardProps) {
  if (next.kind === 'test') {
    const test = muscleOf(next.muscle)?.selfTests.find(({ id }) => id === next.test);
    if (!test) return null;
    return (
      <Card title={t.testTitle}>
        <TestWords test={test} side={next.side} />
        <TestAnswers
          test={test}
          muscle={next.muscle}
          side={next.side}
          answering={answering}
          offer={['yes', 'no', 'notNow']}
        />
      </Card>
    );
  }
  const skip = (key: string) => {
    notNow.value = [...notNow.value, key];
  };
  if (next.kind === 'place') {
    const { region, side } = next;
    return (
      <Card title={t.questionTitle}>
        <p>{t.alsoHere(nameOfRegion(region, side))}</p>
        <Replies
          onYes={() => onPlace(region, side)}
          onNo={() => {
            clearPlaces.value = [...clearPlaces.value, { region, side }];
          }}
          onSkip={() => skip(`${region}@${side}`)}
        />
      </Card>
    );
  }
  return (
    <Card title={t.questionTitle}>
      <p>{t.worseWith(factors[next.ref] ?? next.ref)}</p>
      <Replies
        onYes={() => {
          context.value = [...context.value, next.ref];
        }}
        onNo={() => skip(next.ref)}
        onSkip={() => skip(next.ref)}
      />
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: preact.ComponentChildren }) {
  return (
    <section class="ask" aria-labelledby="next-question">
      <h3 id="next-question">{title}</h3>
      {children}
    </section>
  );
}

interface RepliesProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly onSkip: () => void;
}

function Replies({ onYes, onNo, onSkip }: RepliesProps) {
  const said = (act: () => void) => () => {
    act();
    announce(t.answered);
  };
  return (
    <div class="row wrap answers">
      <button type="button" class="btn" onClick={said(onYes)}>
        {t.answers.yes}
      </button>
      <button type="button" class="btn" onClick={said(onNo)}>
        {t.answers.no}
      </button>
      <button type="button" class="btn quiet" onClick={onSkip}>
        {t.answers.notNow}
      </button>
    </div>
  );
}
