// Likely sources: words and bars on a true scale, always with what else it can be.

import { useSignal } from '@preact/signals';
import type { MuscleId, PairedSide, RegionId, Side } from '@unknot/atlas/frame';
import type { Band, Candidate, Imitation, NextQuestion, OtherExplanation, Posterior } from '@unknot/engine/inference';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import { bodyTexts as t } from '../../texts/body.ts';
import { numbersShown } from './numbers.ts';
import { QuestionCard } from './QuestionCard.tsx';
import type { Answering } from './SelfTest.tsx';

interface RankingProps {
  readonly posterior: Posterior;
  readonly next: NextQuestion | null;
  /** Marks a place, as painting it would. */
  readonly onPlace: (region: RegionId, side: Side) => void;
  readonly nameOfRegion: (region: RegionId, side: Side) => string;
  readonly factors: IdentifyKnowledge['perpetuatingFactorVocabulary'];
  readonly muscleOf: (id: MuscleId) => IdentifyMuscle | undefined;
  /** The word for a probability. */
  readonly wordOf: (probability: number) => Band;
  readonly answering: Answering;
  readonly onChoose: (muscle: MuscleId, side: PairedSide) => void;
}

type ImitationReason = OtherExplanation & { readonly hypothesis: Imitation };
const isImitation = (reason: OtherExplanation): reason is ImitationReason => reason.hypothesis !== 'no-clear-pattern';

/** Where the focus returns to from the details. */
export const rowId = (muscle: MuscleId, side: PairedSide): string => `rank-${muscle}-${side}`;

/** Muscles shown at first: on a phone as many as leave room for what is not a muscle. */
const SHOWN = matchMedia('(min-width: 900px)').matches ? 3 : 2;
const MOST = 10;

export function Ranking(props: RankingProps) {
  const { posterior, next, muscleOf, wordOf, onChoose } = props;
  const all = useSignal(false);
  const { candidates, other, nothingFits } = posterior;
  // What can hardly be behind it only makes the list long; but two muscles are always there.
  const worth = candidates.filter(({ probability }, i) => i < 2 || probability >= 0.02).slice(0, MOST);
  const shown = all.value ? worth : worth.slice(0, SHOWN);
  const otherReason = other.find(isImitation);
  const first = shown[0];
  const oneSide = first && shown.every(({ side }) => side === first.side);
  return (
    <>
      {nothingFits && <NothingFits />}
      <ol class={nothingFits ? 'rank unsure' : 'rank'}>
        {shown.map((candidate, i) => {
          const muscle = muscleOf(candidate.muscle);
          if (!muscle) return null;
          const { muscle: id, side } = candidate;
          return (
            <li key={`${id} ${side}`} class={i === 0 && !nothingFits ? 'top' : ''}>
              <button type="button" id={rowId(id, side)} onClick={() => onChoose(id, side)}>
                <span class="name latin">{muscle.name}</span>
                <Likelihood candidate={candidate} />
                <span class="plain">{t.muscle(muscle.plainName, side)}</span>
              </button>
            </li>
          );
        })}
        {otherReason && <OtherRow reason={otherReason} band={wordOf(otherReason.probability)} />}
      </ol>
      {next && <QuestionCard {...props} next={next} />}
      {worth.length > SHOWN && (
        <button
          type="button"
          class="btn quiet more"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t.showFewer : t.showAll(worth.length - SHOWN)}
        </button>
      )}
      <p class="xs muted">
        {oneSide && `${t.allOn[first.side]} `}
        {t.intro} {t.notDiagnosis}
      </p>
    </>
  );
}

export function Likelihood({ candidate }: { readonly candidate: Pick<Candidate, 'probability' | 'band'> }) {
  const { probability, band } = candidate;
  return (
    <>
      <span class="word">{numbersShown.value ? t.percent(probability) : t.bands[band]}</span>
      <Bar share={probability} />
    </>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <span class="bar" aria-hidden="true">
      <i style={{ transform: `translateX(${(100 * share - 100).toFixed(1)}%)` }} />
    </span>
  );
}

function OtherRow({ reason, band }: { readonly reason: ImitationReason; readonly band: Band }) {
  return (
    <li class="other">
      <div>
        <span class="name">{t.other[reason.hypothesis]}</span>
        <Likelihood candidate={{ probability: reason.probability, band }} />
        <span class="plain">{t.otherNote[reason.hypothesis]}</span>
      </div>
    </li>
  );
}

function NothingFits() {
  return (
    <div class="nothing-fits stack tight">
      <h3>{t.nothingFits}</h3>
      <p class="small">{t.nothingFitsText}</p>
      <details class="why">
        <summary>{t.generalCareTitle}</summary>
        <ul>
          {t.generalCare.map((care) => (
            <li key={care}>{care}</li>
          ))}
        </ul>
        <p>{t.generalCareWhen}</p>
      </details>
    </div>
  );
}
