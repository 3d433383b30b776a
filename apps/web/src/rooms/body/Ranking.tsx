// Likely sources: words, and bars on a true scale that show how unsure they are; always with what else it can be.

import { useSignal } from '@preact/signals';
import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import type { Band, Imitation, MuscleSide, NextQuestion, OtherExplanation, Together } from '@unknot/engine/inference';
import { gate } from '../../gate.ts';
import { Chip } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { bodyTexts as t } from '../../texts/body.ts';
import { Likelihood } from './Likelihood.tsx';
import { numbersShown } from './numbers.ts';
import { QuestionCard, type QuestionCardProps } from './QuestionCard.tsx';
import { pair, zonesShown } from './reading.ts';
import { imitationIn, upshotOf } from './upshot.ts';

interface RankingProps extends Omit<QuestionCardProps, 'next'> {
  readonly next: NextQuestion | null;
  /** The word for a probability. */
  readonly wordOf: (probability: number) => Band;
  readonly onChoose: (muscle: MuscleId, side: PairedSide) => void;
}

/** Where the focus returns to from the details. */
export const rowId = (muscle: MuscleId, side: PairedSide): string => `rank-${muscle}-${side}`;

/** Muscles shown at first: on a phone as many as leave room for what is not a muscle. */
const SHOWN = matchMedia('(min-width: 900px)').matches ? 3 : 2;
const MOST = 10;

export function Ranking(props: RankingProps) {
  const { posterior, next, muscleOf, wordOf, onChoose } = props;
  const all = useSignal(false);
  const { candidates, other, together } = posterior;
  // What can hardly be behind it only makes the list long; but two muscles are always there.
  const worth = candidates.filter(({ probability }, i) => i < 2 || probability >= 0.02).slice(0, MOST);
  const shown = all.value ? worth : worth.slice(0, SHOWN);
  const imitation = imitationIn(posterior);
  const noPattern = other.find(({ hypothesis }) => hypothesis === 'no-clear-pattern');
  const first = shown[0];
  const oneSide = first && shown.every(({ side }) => side === first.side);
  // A pair without the leading muscle would only confuse.
  const both = together.find(({ muscles }) =>
    muscles.some(({ muscle, side }) => muscle === first?.muscle && side === first.side),
  );
  const upshot = upshotOf(posterior);
  const otherRow = imitation && (
    <OtherRow name={t.other[imitation.hypothesis]} note={t.otherNote} of={imitation} wordOf={wordOf} />
  );
  return (
    <>
      {upshot === 'imitation' && imitation && <OtherLeads hypothesis={imitation.hypothesis} />}
      {(upshot === 'nothing-fits' || upshot === 'nothing-stands-out') && <CannotTell upshot={upshot} />}
      <ol class={upshot === 'muscle' ? 'rank' : 'rank unsure'}>
        {upshot === 'imitation' && otherRow}
        {shown.map((candidate, i) => {
          const muscle = muscleOf(candidate.muscle);
          if (!muscle) return null;
          const { muscle: id, side } = candidate;
          return (
            // The place in the list is the key: new words in a row cost a slow phone less than a new row.
            <li key={i} class={i === 0 && upshot === 'muscle' ? 'top' : ''}>
              <button type="button" id={rowId(id, side)} onClick={() => onChoose(id, side)}>
                <span class="name latin">{muscle.name}</span>
                <Likelihood of={candidate} wordOf={wordOf} />
                <span class="plain">{t.muscle(muscle.plainName, side)}</span>
              </button>
            </li>
          );
        })}
        {upshot !== 'imitation' && otherRow}
        {noPattern && upshot !== 'nothing-fits' && wordOf(noPattern.probability) !== 'less-likely' && (
          <OtherRow name={t.cannotTell['nothing-fits']} note={t.noPatternNote} of={noPattern} wordOf={wordOf} />
        )}
      </ol>
      {both && <TogetherCard both={both} nameOf={(id) => muscleOf(id)?.name ?? id} />}
      {next && <QuestionCard {...props} next={next} />}
      {worth.length > SHOWN && (
        <button
          type="button"
          class="btn quiet more"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t.showFewer : t.showAll(worth.length - SHOWN)}
        </button>
      )}
      <p class="xs muted">
        {oneSide && `${t.allOn[first.side]} `}
        {t.intro} {t.notDiagnosis} {t.barKey}
      </p>
      <Explain about="referred" />
    </>
  );
}

interface OtherRowProps {
  readonly name: string;
  readonly note: string;
  readonly of: OtherExplanation;
  readonly wordOf: RankingProps['wordOf'];
}

function OtherRow({ name, note, of, wordOf }: OtherRowProps) {
  return (
    <li class="other">
      <div>
        <span class="name">{name}</span>
        <Likelihood of={of} wordOf={wordOf} />
        <span class="plain">{note}</span>
      </div>
    </li>
  );
}

/** Two muscles that explain more than one: both can be shown on the map at once. */
function TogetherCard({ both, nameOf }: { readonly both: Together; readonly nameOf: (id: MuscleId) => string }) {
  const isSame = (shown: readonly MuscleSide[] | null) =>
    shown?.every(({ muscle, side }, i) => both.muscles[i]?.muscle === muscle && both.muscles[i]?.side === side) ===
    true;
  const isShown = isSame(pair.value);
  const [one, other] = both.muscles.map(({ muscle }) => nameOf(muscle)) as [string, string];
  return (
    <section class="together">
      <p>
        <b class="latin">{one}</b> {t.and} <b class="latin">{other}</b>{' '}
        {numbersShown.value ? t.togetherNumbers(both.reaches, both.alone) : t.together(both.reaches, both.alone)}
      </p>
      <Chip
        on={isShown}
        onPress={() => {
          pair.value = isShown ? null : both.muscles;
          zonesShown.value = !isShown;
        }}
      >
        {t.showBoth}
      </Chip>
    </section>
  );
}

/** Flat or fitting nothing: said kindly, with what helps anyway. */
function CannotTell({ upshot }: { readonly upshot: keyof typeof t.cannotTell }) {
  return (
    <div class="cannot-tell stack tight">
      <h3>{t.cannotTell[upshot]}</h3>
      <p class="small">{t.cannotTellText[upshot]}</p>
      <details class="why">
        <summary>{t.generalCareTitle}</summary>
        <ul>
          {t.generalCare.map((care) => (
            <li key={care}>{care}</li>
          ))}
        </ul>
      </details>
      <Visit />
    </div>
  );
}

/** A nerve or a joint fits better than any muscle. */
function OtherLeads({ hypothesis }: { readonly hypothesis: Imitation }) {
  return (
    <div class="cannot-tell stack tight">
      <h3>{t.otherLeads[hypothesis]}</h3>
      <p class="small">{t.otherLeadsText[hypothesis]}</p>
      <Visit />
    </div>
  );
}

/** When to be seen: as the check has it, else when it does not get better. */
function Visit() {
  const at = gate.value;
  const isAdvised = at.kind === 'open' && at.verdict.kind !== 'self-care';
  return (
    <p class="small">
      {isAdvised ? t.visitAdvised : t.visitWhen}{' '}
      <a href={isAdvised ? '/check' : '/check?again'}>{isAdvised ? t.visitWhy : t.visitCheck}</a>
    </p>
  );
}
