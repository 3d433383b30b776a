// One candidate in full: what speaks for and against, where to find the spot, what reaches it, and what else it can be.

import { useSignal } from '@preact/signals';
import type { ViewId } from '@unknot/atlas/frame';
import type { Candidate, Reason } from '@unknot/engine/inference';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { loadLibrary } from '../../ports/knowledge.ts';
import { capital, bodyTexts as t } from '../../texts/body.ts';
import { Likelihood } from './Ranking.tsx';
import { zonesShown } from './reading.ts';
import { type Answering, TestAnswers, TestWords } from './SelfTest.tsx';
import { view } from './work.ts';

interface SourceProps {
  readonly candidate: Candidate;
  readonly muscle: IdentifyMuscle;
  readonly factors: IdentifyKnowledge['perpetuatingFactorVocabulary'];
  /** A view in which the muscle is drawn, when the one that is seen does not show it. */
  readonly elsewhere: ViewId | null;
  readonly nameOf: (region: string, side: Reason['side']) => string;
  readonly answering: Answering;
  readonly onBack: () => void;
}

export function Source({ candidate, muscle, factors, elsewhere, nameOf, answering, onBack }: SourceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [muscle.id]);
  const reasons = candidate.because.map((reason) => ({
    forIt: reason.logOdds > 0,
    words: t.reason(
      reason.kind,
      reason.logOdds > 0,
      reason.kind === 'context' ? (factors[reason.ref] ?? reason.ref) : nameOf(reason.ref, reason.side),
    ),
  }));
  const alone = muscle.palpation.tools.filter((tool) => tool !== 'partner').map((tool) => t.tools[tool]);
  return (
    <article
      class="source stack"
      aria-labelledby="source-name"
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
    >
      <button type="button" class="btn quiet back" onClick={onBack}>
        <Icon name="back" size={20} />
        {t.back}
      </button>
      <header>
        <h2 id="source-name" ref={heading} tabIndex={-1}>
          {capital(t.muscle(muscle.plainName, candidate.side))}
        </h2>
        <p class="latin">{muscle.latinName}</p>
        <div class="source-likelihood">
          <Likelihood candidate={candidate} />
        </div>
        <p class="xs muted">{t.notDiagnosis}</p>
      </header>
      <div class="row wrap">
        <button
          type="button"
          class="chip"
          aria-pressed={zonesShown.value}
          onClick={() => {
            zonesShown.value = !zonesShown.value;
          }}
        >
          {t.referral}
        </button>
        {elsewhere && (
          <button
            type="button"
            class="chip"
            onClick={() => {
              view.value = elsewhere;
            }}
          >
            {t.seeFrom(elsewhere)}
          </button>
        )}
      </div>
      {zonesShown.value && <p class="xs muted">{t.referralKey}</p>}
      <Reasons title={t.speaksFor} none={t.nothingFor} reasons={reasons.filter(({ forIt }) => forIt)} />
      <Reasons title={t.speaksAgainst} none={t.nothingAgainst} reasons={reasons.filter(({ forIt }) => !forIt)} />
      <section class="stack tight">
        <h3>{t.findTitle}</h3>
        <p class="small">{muscle.palpation.howToFind}</p>
        <p class="label">{t.points(muscle.triggerPoints.length)}</p>
        <ul class="small">
          {candidate.triggerPoints.flatMap(({ id }) => {
            const point = muscle.triggerPoints.find((one) => one.id === id);
            return point ? [<li key={id}>{point.location}</li>] : [];
          })}
        </ul>
      </section>
      <section class="stack tight">
        <h3>{t.reachTitle}</h3>
        {alone.length > 0 && <p class="small">{t.reachAlone(alone)}</p>}
        {muscle.palpation.tools.includes('partner') && <p class="small">{t.reachTogether}</p>}
        {alone.length === 0 && <p class="small">{t.reachNobody}</p>}
      </section>
      {muscle.selfTreatmentCautions.length > 0 && (
        <section class="note know">
          <Icon name="warn" />
          <div class="stack tight">
            <h3>{t.careTitle}</h3>
            <ul class="small">
              {muscle.selfTreatmentCautions.map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {muscle.selfTests.length > 0 && (
        <section class="stack">
          <div>
            <h3>{t.testsTitle}</h3>
            <p class="small muted">{t.testsText}</p>
          </div>
          {muscle.selfTests.map((test) => (
            <div key={test.id} class="self-test stack tight">
              <TestWords test={test} side={candidate.side} />
              <TestAnswers
                test={test}
                muscle={muscle.id}
                side={candidate.side}
                answering={answering}
                offer={['yes', 'no', 'unsure', 'notNow']}
              />
            </div>
          ))}
        </section>
      )}
      {muscle.differential.length > 0 && (
        <section class="stack tight">
          <h3>{t.differentialTitle}</h3>
          <ul class="small">
            {muscle.differential.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </section>
      )}
      <Sources muscle={muscle.id} />
    </article>
  );
}

function Reasons({ title, none, reasons }: { title: string; none: string; reasons: readonly { words: string }[] }) {
  const shown = [...new Set(reasons.map(({ words }) => words))].slice(0, 5);
  return (
    <section class="stack tight">
      <h3>{title}</h3>
      {shown.length === 0 ? (
        <p class="small muted">{none}</p>
      ) : (
        <ul class="small">
          {shown.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The list of sources is fetched when somebody wants to see it. */
function Sources({ muscle }: { readonly muscle: string }) {
  const open = useSignal(false);
  return (
    <details
      class="why"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t.sourcesTitle}</summary>
      {open.value && <SourceList muscle={muscle} />}
    </details>
  );
}

function SourceList({ muscle }: { readonly muscle: string }) {
  const library = useLoaded(loadLibrary);
  if (library.kind === 'loading') return <p>{t.sourcesLoading}</p>;
  if (library.kind === 'failed')
    return (
      <button type="button" class="btn quiet" onClick={library.retry}>
        {t.retry}
      </button>
    );
  const ids = library.value.anatomy.find(({ id }) => id === muscle)?.sources ?? [];
  return (
    <ul>
      {ids.flatMap((id) => {
        const source = library.value.sources[id];
        if (!source) return [];
        const { authors, year, title, container } = source;
        return [
          <li key={id}>
            {authors}
            {year && ` (${year})`}. {title}
            {container && `. ${container}`}.
          </li>,
        ];
      })}
    </ul>
  );
}
