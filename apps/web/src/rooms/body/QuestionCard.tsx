// The one question that would tell most about what to do: a self-test, another place, or what makes it worse. Skipping
// is always fine, and a skipped question does not come back.

import type { MuscleId, RegionId, Side } from '@unknot/atlas/frame';
import type { NextQuestion, Posterior } from '@unknot/engine/inference';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../parts/announce.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import { type Answering, GuidedTest } from './SelfTest.tsx';
import { clearPlaces, context, notNow } from './work.ts';

export interface QuestionCardProps {
  readonly posterior: Posterior;
  readonly next: NextQuestion;
  readonly muscleOf: (id: MuscleId) => IdentifyMuscle | undefined;
  readonly nameOfRegion: (region: RegionId, side: Side) => string;
  readonly factors: IdentifyKnowledge['perpetuatingFactorVocabulary'];
  readonly answering: Answering;
  /** Marks a place, as painting it would. */
  readonly onPlace: (region: RegionId, side: Side) => void;
}

export function QuestionCard({
  posterior,
  next,
  muscleOf,
  nameOfRegion,
  factors,
  answering,
  onPlace,
}: QuestionCardProps) {
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes with its question: the focus waits at the title, and above it when none follows.
  useEffect(
    () => () => {
      if (card.current?.contains(document.activeElement)) document.getElementById('sources-title')?.focus();
    },
    [],
  );
  const answered = () => {
    heading.current?.focus({ preventScroll: true });
    announce(t.answered);
  };
  const skip = (key: string) => () => {
    heading.current?.focus({ preventScroll: true });
    notNow.value = [...notNow.value, key];
  };
  const show = (title: string, children: ComponentChildren) => (
    <section class="ask" ref={card} aria-labelledby="next-question">
      <h3 id="next-question" ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
  if (next.kind === 'test') {
    const { muscle, side } = next;
    const test = muscleOf(muscle)?.selfTests.find(({ id }) => id === next.test);
    const points = posterior.candidates
      .find((candidate) => candidate.muscle === muscle && candidate.side === side)
      ?.triggerPoints.slice(0, 1)
      .map(({ id }) => id);
    if (!test) return null;
    return show(
      t.testTitle,
      <GuidedTest
        key={`${test.id} ${side}`}
        test={test}
        muscle={muscle}
        side={side}
        {...(points && { points })}
        answering={answering}
        onAnswer={() => heading.current?.focus({ preventScroll: true })}
      />,
    );
  }
  if (next.kind === 'place') {
    const { region, side } = next;
    return show(
      t.questionTitle,
      <>
        <p>{t.alsoHere(nameOfRegion(region, side))}</p>
        <Replies
          onYes={() => {
            onPlace(region, side);
            answered();
          }}
          onNo={() => {
            clearPlaces.value = [...clearPlaces.value, { region, side }];
            answered();
          }}
          onSkip={skip(`${region}@${side}`)}
        />
      </>,
    );
  }
  return show(
    t.questionTitle,
    <>
      <p>{t.worseWith(factors[next.ref] ?? next.ref)}</p>
      <Replies
        onYes={() => {
          context.value = [...context.value, next.ref];
          answered();
        }}
        onNo={skip(next.ref)}
        onSkip={skip(next.ref)}
      />
    </>,
  );
}

interface RepliesProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
  readonly onSkip: () => void;
}

function Replies({ onYes, onNo, onSkip }: RepliesProps) {
  return (
    <div class="row wrap answers">
      <button type="button" class="btn" onClick={onYes}>
        {t.answers.yes}
      </button>
      <button type="button" class="btn" onClick={onNo}>
        {t.answers.no}
      </button>
      <button type="button" class="btn quiet" onClick={onSkip}>
        {t.answers.notNow}
      </button>
    </div>
  );
}
