// One candidate in full: what speaks for and against, where to find the spot, what reaches it, and what else it can be.

import { useSignal } from '@preact/signals';
import type { ViewId } from '@unknot/atlas/frame';
import type { SelfTestId } from '@unknot/engine/case';
import type { Band, Candidate, Reason } from '@unknot/engine/inference';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import { useEffect, useRef } from 'preact/hooks';
import { Chip } from '../../parts/Choice.tsx';
import { ExplainMuscle } from '../../parts/Explain.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { MusclePicture } from '../../parts/MusclePicture.tsx';
import { SourceList } from '../../parts/Sources.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { loadLibrary } from '../../ports/knowledge.ts';
import { capital, bodyTexts as t } from '../../texts/body.ts';
import { Likelihood } from './Likelihood.tsx';
import { numbersShown } from './numbers.ts';
import { zonesShown } from './reading.ts';
import { type Answering, GuidedTest } from './SelfTest.tsx';
import { view } from './work.ts';

interface SourceProps {
  readonly candidate: Candidate;
  readonly muscle: IdentifyMuscle;
  readonly factors: IdentifyKnowledge['perpetuatingFactorVocabulary'];
  readonly wordOf: (probability: number) => Band;
  /** A view in which the muscle is drawn, when the one that is seen does not show it. */
  readonly elsewhere: ViewId | null;
  readonly nameOf: (region: string, side: Reason['side']) => string;
  readonly answering: Answering;
  /** Self-tests that are closed for this person; null: not known yet. */
  readonly closed: readonly SelfTestId[] | null;
  readonly onBack: () => void;
}

export function Source({
  candidate,
  muscle,
  factors,
  wordOf,
  elsewhere,
  nameOf,
  answering,
  closed,
  onBack,
}: SourceProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [muscle.id]);
  const { range, side } = candidate;
  const [least, most] = [wordOf(range.low), wordOf(range.high)];
  const leading = candidate.triggerPoints.slice(0, 1).map(({ id }) => id);
  const openTests = closed === null ? [] : muscle.selfTests.filter(({ id }) => !closed.includes(id));
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
          {capital(t.muscle(muscle.plainName, side))}
        </h2>
        <p class="latin">{muscle.latinName}</p>
        <div class="source-likelihood">
          <Likelihood of={candidate} wordOf={wordOf} />
        </div>
        <p class="xs muted">
          {least === most ? t.sameIfRedrawn : t.ifRedrawn(least, most)} {t.notDiagnosis}
        </p>
      </header>
      <div class="row wrap">
        <Chip
          on={zonesShown.value}
          onPress={() => {
            zonesShown.value = !zonesShown.value;
          }}
        >
          {t.referral}
        </Chip>
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
      <Reasons
        because={candidate.because}
        said={(reason) => wordsOf(reason, { muscle, factors, nameOf })}
        where={({ ref, side: at }) => nameOf(ref, at === side ? 'midline' : at)}
      />
      <section class="find stack tight">
        <h3>{t.findTitle}</h3>
        <div class="find-picture">
          <MusclePicture muscle={muscle.id} side={side} points={leading} label={t.spotPicture} />
        </div>
        <p class="small">{muscle.palpation.howToFind}</p>
        <p class="label">{t.points(muscle.triggerPoints.length)}</p>
        <ul class="small">
          {candidate.triggerPoints.flatMap(({ id }) => {
            const point = muscle.triggerPoints.find((one) => one.id === id);
            return point ? [<li key={id}>{point.location}</li>] : [];
          })}
        </ul>
      </section>
      <Reach tools={muscle.palpation.tools} />
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
      {closed !== null && muscle.selfTests.length > 0 && (
        <section class="stack">
          <div>
            <h3>{t.testsTitle}</h3>
            <p class="small muted">{openTests.length > 0 ? t.testsText : t.testsClosed}</p>
          </div>
          {openTests.map((test) => (
            <div key={test.id} class="self-test stack tight">
              <GuidedTest test={test} muscle={muscle.id} side={side} points={leading} answering={answering} />
            </div>
          ))}
          {openTests.length > 0 && openTests.length < muscle.selfTests.length && (
            <p class="xs muted">{t.someTestsClosed}</p>
          )}
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
      <ExplainMuscle muscle={muscle.id} name={muscle.name} />
      <MuscleSources muscle={muscle.id} />
    </article>
  );
}

interface Names {
  readonly muscle: IdentifyMuscle;
  readonly factors: SourceProps['factors'];
  readonly nameOf: SourceProps['nameOf'];
}

function wordsOf({ kind, ref, side, logOdds }: Reason, { muscle, factors, nameOf }: Names): string {
  const forIt = logOdds > 0;
  if (ref === 'earlier-relief') return t.earlierRelief;
  if (kind === 'test') return t.testSays(forIt, muscle.selfTests.find(({ id }) => id === ref)?.instruction ?? '');
  return t.reason(kind, forIt, kind === 'context' ? (factors[ref] ?? ref) : nameOf(ref, side));
}

interface ReasonsProps {
  readonly because: readonly Reason[];
  readonly said: (reason: Reason) => string;
  readonly where: (reason: Reason) => string;
}

const MOST_REASONS = 5;
/** Log-odds from which a reason counts as strong, and as fair: a threefold change of the odds, and by half. */
const STRONG = Math.log(3);
const FAIR = Math.log(1.5);

/** What speaks for it and against it: first in one sentence, then line by line with its weight. */
function Reasons({ because, said, where }: ReasonsProps) {
  const speaking = (forIt: boolean) => {
    const all = because
      .filter(({ logOdds }) => logOdds > 0 === forIt)
      .map((reason) => ({ reason, words: said(reason) }));
    return all.filter(({ words }, i) => all.findIndex((one) => one.words === words) === i).slice(0, MOST_REASONS);
  };
  const [pros, cons] = [speaking(true), speaking(false)];
  const isPlace = ({ kind }: Reason) => kind === 'place' || kind === 'blank' || kind === 'knot';
  const most = pros.find(({ reason }) => isPlace(reason))?.reason;
  const against = cons.find(({ reason }) => isPlace(reason))?.reason;
  return (
    <>
      {most && (
        <p class="mostly">
          {t.mostly(where(most))} {against?.kind === 'blank' && t.against(where(against), -against.logOdds < FAIR)}
        </p>
      )}
      <ReasonList title={t.speaksFor} none={t.nothingFor} reasons={pros} />
      <ReasonList title={t.speaksAgainst} none={t.nothingAgainst} reasons={cons} />
    </>
  );
}

interface ReasonListProps {
  readonly title: string;
  readonly none: string;
  readonly reasons: readonly { readonly reason: Reason; readonly words: string }[];
}

function ReasonList({ title, none, reasons }: ReasonListProps) {
  return (
    <section class="stack tight">
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p class="small muted">{none}</p>
      ) : (
        <ul class="small plain-list reasons">
          {reasons.map(({ reason: { logOdds }, words }) => {
            const size = Math.abs(logOdds);
            const weight = size >= STRONG ? 'strong' : size >= FAIR ? 'fair' : 'slight';
            return (
              <li key={words} class={weight}>
                <span class="weight" aria-hidden="true">
                  <i />
                  <i />
                  <i />
                </span>
                <span>
                  {words}
                  <span class="only-heard">, {t.weights[weight]}</span>
                  {numbersShown.value && <span class="xs muted num"> {t.oddsTimes(logOdds)}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Reach({ tools }: { readonly tools: IdentifyMuscle['palpation']['tools'] }) {
  const alone = tools.filter((tool) => tool !== 'partner').map((tool) => t.tools[tool]);
  return (
    <section class="stack tight">
      <h3>{t.reachTitle}</h3>
      <p class="small">{alone.length > 0 ? t.reachAlone(alone) : t.reachNobody}</p>
      {tools.includes('partner') && <p class="small">{t.reachTogether}</p>}
    </section>
  );
}

/** The list of sources is fetched when somebody wants to see it. */
function MuscleSources({ muscle }: { readonly muscle: string }) {
  const open = useSignal(false);
  return (
    <details
      class="why"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t.sourcesTitle}</summary>
      {open.value && <Listed muscle={muscle} />}
    </details>
  );
}

function Listed({ muscle }: { readonly muscle: string }) {
  const library = useLoaded(loadLibrary);
  if (library.kind === 'loading') return <p>{t.sourcesLoading}</p>;
  if (library.kind === 'failed')
    return (
      <button type="button" class="btn quiet" onClick={library.retry}>
        {t.retry}
      </button>
    );
  return <SourceList ids={library.value.anatomy.find(({ id }) => id === muscle)?.sources ?? []} />;
}
