// Beside the map: the gate, the hint, the ranking or one muscle in full; below it the places that are marked.

import type { ReadonlySignal } from '@preact/signals';
import {
  drawnView,
  type MuscleId,
  type PairedSide,
  type RegionId,
  type Side,
  VIEWS,
  type ViewId,
} from '@unknot/atlas/frame';
import { muscleShape } from '@unknot/atlas/muscle';
import type { Posterior } from '@unknot/engine/inference';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { Loaded } from '../../parts/useLoaded.ts';
import { drawingNow, record } from '../../person.ts';
import { type Body, loadMuscles } from '../../ports/atlas.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import { shellTexts } from '../../texts/shell.ts';
import { numbersShown } from './numbers.ts';
import { Places } from './Places.tsx';
import { Ranking, rowId } from './Ranking.tsx';
import { chosen, chosenIn, gateKind, pair, type Reading, zonesShown } from './reading.ts';
import { toggleRegion } from './regions.ts';
import type { Answering } from './SelfTest.tsx';
import { focusSoon, sheetHeight } from './Sheet.tsx';
import { Source } from './Source.tsx';
import { imitationIn, upshotOf } from './upshot.ts';
import { Bones, Retry } from './Waiting.tsx';
import { wordOf } from './word.ts';
import { findings, isBlank, lastDrawing, notNow, saveDrawing, sketch, view } from './work.ts';

interface SourcesProps {
  readonly reading: Reading;
  readonly knowledge: Loaded<IdentifyKnowledge>;
  readonly body: Body | null;
  readonly nameOfRegion: (region: RegionId, side: Side | undefined) => string;
  readonly nameOfMuscle: (muscle: MuscleId | undefined) => string;
}

export function Sources({ reading, knowledge, body, nameOfRegion, nameOfMuscle }: SourcesProps) {
  const posterior = reading.posterior.value;
  const open = chosenIn(posterior);
  const first = open ?? posterior?.candidates[0];
  const elsewhere = useElsewhere(first?.muscle, first?.side);
  const answering = useAnswering();
  useSpokenRanking(posterior, nameOfMuscle);
  const known = knowledge.kind === 'ready' ? knowledge.value : null;
  const word = (probability: number) => (known ? wordOf(known, probability) : 'less-likely');
  const muscleOf = (id: MuscleId) => known?.muscles.find((muscle) => muscle.id === id);
  const muscle = open && muscleOf(open.muscle);
  if (open && muscle && known) {
    return (
      <Source
        candidate={open}
        muscle={muscle}
        factors={known.perpetuatingFactorVocabulary}
        wordOf={word}
        elsewhere={elsewhere}
        nameOf={nameOfRegion}
        answering={answering}
        closed={reading.closed.value}
        onBack={() => {
          chosen.value = null;
          sheetHeight.value = 'mid';
          focusSoon(rowId(open.muscle, open.side));
        }}
      />
    );
  }
  return (
    <>
      <div class="row between sheet-head">
        <h2 id="sources-title" tabIndex={-1}>
          {t.sources}
        </h2>
        {posterior ? (
          <button
            type="button"
            class="btn quiet numbers"
            aria-pressed={numbersShown.value}
            onClick={() => {
              numbersShown.value = !numbersShown.value;
            }}
          >
            {numbersShown.value ? t.hideNumbers : t.showNumbers}
          </button>
        ) : (
          <span class="xs muted">{t.updates}</span>
        )}
      </div>
      {gateKind.value === 'ask' || gateKind.value === 'closed' ? (
        <Gated isClosed={gateKind.value === 'closed'} />
      ) : reading.failed.value || knowledge.kind === 'failed' ? (
        <Retry
          text={t.rankingFailed}
          retry={() => {
            if (knowledge.kind === 'failed') knowledge.retry();
            reading.retry();
          }}
        />
      ) : posterior && known ? (
        <>
          {elsewhere && upshotOf(posterior) === 'muscle' && (
            <ElsewhereLink there={elsewhere} name={nameOfMuscle(first?.muscle)} />
          )}
          <Ranking
            posterior={posterior}
            next={reading.next.value}
            wordOf={word}
            muscleOf={muscleOf}
            nameOfRegion={nameOfRegion}
            factors={known.perpetuatingFactorVocabulary}
            onPlace={(region, side) => body && toggleRegion(body, region, side, nameOfRegion(region, side))}
            answering={answering}
            onChoose={(id, side) => {
              pair.value = null;
              chosen.value = { muscle: id, side };
              zonesShown.value = true;
            }}
          />
        </>
      ) : isBlank.value ? (
        <Hint />
      ) : (
        <Bones />
      )}
      {body && <Places body={body} nameOf={nameOfRegion} />}
    </>
  );
}

/** The one next step: a plan for what fits best. */
export function PlanButton({ posterior }: { readonly posterior: ReadonlySignal<Posterior | null> }) {
  const { route } = useLocation();
  const ranking = posterior.value;
  if (!ranking) return null;
  const makePlan = async () => {
    const drawingId = await saveDrawing();
    await record('ranking.shown', {
      drawingId,
      top: ranking.candidates
        .slice(0, 10)
        .map(({ muscle, side, probability, band }) => ({ muscle, side, probability, band })),
      other: ranking.other.map(({ hypothesis, probability }) => ({ hypothesis, probability })),
      nothingFits: ranking.nothingFits,
    });
    route('/plan');
  };
  return (
    <div class="sheet-foot">
      <button type="button" class="btn primary wide" onClick={() => void makePlan()}>
        {t.makePlan}
      </button>
    </div>
  );
}

function useAnswering(): Answering {
  return {
    findings: findings.value,
    putOff: notNow.value,
    answer: (test, muscle, side, reply) => {
      notNow.value = [...notNow.value.filter((one) => one !== test), ...(reply === 'notNow' ? [test] : [])];
      if (reply !== 'notNow') announce(t.answered);
      if (reply === 'notNow' && findings.value[`${test}@${side}`] === undefined) return;
      // A finding belongs to the drawing it was found with, so that one is kept first.
      void saveDrawing().then(() =>
        record('finding.answered', { test, muscle, side, answer: reply === 'notNow' ? null : reply }),
      );
    },
  };
}

const HEARD_AFTER_MS = 1500;

/** Says what fits best, once the drawing has been left alone for a moment. */
function useSpokenRanking(posterior: Posterior | null, nameOf: SourcesProps['nameOfMuscle']): void {
  const words = posterior ? heard(posterior, nameOf) : '';
  useEffect(() => {
    if (!words) return;
    const timer = setTimeout(() => announce(words), HEARD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
}

function heard(posterior: Posterior, nameOf: SourcesProps['nameOfMuscle']): string {
  const upshot = upshotOf(posterior);
  if (upshot === 'nothing-fits' || upshot === 'nothing-stands-out') return t.cannotTell[upshot];
  const imitation = imitationIn(posterior);
  if (upshot === 'imitation' && imitation) return t.otherLeads[imitation.hypothesis];
  const [first, second] = posterior.candidates;
  if (!first || !second) return '';
  return t.rankHeard(
    t.muscle(nameOf(first.muscle), first.side),
    t.bands[first.band],
    t.muscle(nameOf(second.muscle), second.side),
    posterior.together.length > 0,
  );
}

/**
 * Another view in which a muscle is drawn, when the one that is seen does not show it. Shapes of other views are only
 * fetched then.
 */
function useElsewhere(muscle: MuscleId | undefined, side: PairedSide | undefined): ViewId | null {
  const [elsewhere, setElsewhere] = useState<ViewId | null>(null);
  const seen = view.value;
  useEffect(() => {
    let live = true;
    setElsewhere(null);
    if (muscle === undefined || side === undefined) return;
    const isDrawn = async (one: ViewId) => {
      const sheet = await loadMuscles[drawnView(one)]();
      return muscleShape(sheet, one, muscle, side) !== undefined;
    };
    const look = async () => {
      if (await isDrawn(seen)) return;
      for (const one of VIEWS) {
        if (!(await isDrawn(one))) continue;
        if (live) setElsewhere(one);
        return;
      }
    };
    // Without shapes nothing glows, and there is no view to point to; the ranking stands without them.
    look().catch(() => undefined);
    return () => {
      live = false;
    };
  }, [muscle, side, seen]);
  return elsewhere;
}

/** The muscle that fits best glows in another view. */
function ElsewhereLink({ there, name }: { readonly there: ViewId; readonly name: string }) {
  return (
    <button
      type="button"
      class="btn quiet elsewhere"
      onClick={() => {
        view.value = there;
      }}
    >
      {name}: {t.seenFrom[there]}
      <Icon name="next" size={18} />
    </button>
  );
}

function Gated({ isClosed }: { readonly isClosed: boolean }) {
  const { route } = useLocation();
  const go = async () => {
    if (!isBlank.value) await saveDrawing();
    route('/check');
  };
  return (
    <section class="gate-card stack tight">
      <h3>{isClosed ? t.closedTitle : t.gateTitle}</h3>
      <p class="small">{isClosed ? t.closedText : t.gateText}</p>
      <button type="button" class="btn primary wide" onClick={() => void go()}>
        {isClosed ? t.closedButton : t.gateButton}
      </button>
    </section>
  );
}

function Hint() {
  const last = lastDrawing.value;
  return (
    <div class="stack tight">
      <h3>{t.hintTitle}</h3>
      <p class="small muted">{t.hint}</p>
      {drawingNow.value?.kind === 'unreadable' && <p class="note know">{shellTexts.drawingUnread}</p>}
      {last && (
        <button type="button" class="btn" onClick={() => sketch.change(() => last.drawing)}>
          {t.lastTime(last.savedAt)}
        </button>
      )}
    </div>
  );
}
