// Where does it hurt, and which muscle may be behind it: the map on one side, what it adds up to on the other.

import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
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
import type { Candidate, Posterior } from '@unknot/engine/inference';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { gate } from '../../gate.ts';
import { announce } from '../../parts/announce.ts';
import type { GlowOf } from '../../parts/BodyFigure.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { record } from '../../person.ts';
import { loadBody, loadMuscles, loadOutline } from '../../ports/atlas.ts';
import { loadIdentify } from '../../ports/knowledge.ts';
import { openRanker } from '../../ports/ranker.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import { BodyMap, type Zone } from './BodyMap.tsx';
import './body.css';
import { numbersShown } from './numbers.ts';
import { Places } from './Places.tsx';
import { Ranking } from './Ranking.tsx';
import { RegionList } from './RegionList.tsx';
import type { Answering } from './SelfTest.tsx';
import { Sheet, sheetHeight } from './Sheet.tsx';
import { Source } from './Source.tsx';
import {
  findings,
  knots,
  lastDrawing,
  notNow,
  openWork,
  places,
  saveDrawing,
  sketch,
  view,
  workReady,
} from './work.ts';

/** What the sheet shows. */
type Shown =
  | { readonly kind: 'sources' }
  | { readonly kind: 'list' }
  | { readonly kind: 'source'; readonly muscle: MuscleId; readonly side: PairedSide };

export function Body() {
  const { route } = useLocation();
  const knowledge = useLoaded(loadIdentify);
  const body = useLoaded(loadBody);
  const outline = useLoaded(loadOutline[drawnView(view.value)]);
  const shown = useSignal<Shown>({ kind: 'sources' });
  const zonesShown = useSignal(false);
  const { posterior, next, failed, retry } = useRanking();
  const names = useNames(knowledge.kind === 'ready' ? knowledge.value : null);
  const chosen = chosenOf(shown.value, posterior);
  const drawnIn = useDrawnIn(chosen ?? posterior?.candidates[0]);
  const known = knowledge.kind === 'ready' ? knowledge.value : null;
  useEffect(() => void openWork(), []);
  useSpokenRanking(posterior, names.muscle);

  const show = (what: Shown) => {
    shown.value = what;
    zonesShown.value = what.kind === 'source';
    sheetHeight.value =
      what.kind === 'sources'
        ? 'mid'
        : what.kind === 'list'
          ? 'high'
          : sheetHeight.value === 'low'
            ? 'mid'
            : sheetHeight.value;
  };
  const answering: Answering = {
    findings: findings.value,
    putOff: notNow.value,
    answer: (test, muscle, side, reply) => {
      notNow.value = [...notNow.value.filter((one) => one !== test), ...(reply === 'notNow' ? [test] : [])];
      const before = findings.value[`${test}@${side}`];
      if (reply === 'notNow' && before === undefined) return;
      // A finding belongs to the drawing it was found with, so that one is kept first.
      void saveDrawing().then(() =>
        record('finding.answered', { test, muscle, side, answer: reply === 'notNow' ? null : reply }),
      );
      announce(t.answered);
    },
  };
  const makePlan = async (ranking: Posterior) => {
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
  const goToCheck = async () => {
    if (sketch.drawing.value.marks.length > 0) await saveDrawing();
    route('/check');
  };

  return (
    <div class={`body-room sheet-${sheetHeight.value}`}>
      <header class="body-head">
        <h1>{t.title}</h1>
        <div class="body-views">
          {/* biome-ignore lint/a11y/useSemanticElements: a row of switches */}
          <div class="seg" role="group" aria-label={t.viewGroup}>
            {VIEWS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={view.value === one}
                onClick={() => {
                  view.value = one;
                }}
              >
                {t.views[one]}
              </button>
            ))}
          </div>
          <button
            type="button"
            class="btn list-button"
            aria-label={t.listTitle}
            aria-expanded={shown.value.kind === 'list'}
            onClick={() => show(shown.value.kind === 'list' ? { kind: 'sources' } : { kind: 'list' })}
          >
            <Icon name="list" size={20} />
            {t.list}
          </button>
        </div>
      </header>
      {outline.kind === 'ready' && outline.value.view === drawnView(view.value) && workReady.value ? (
        <BodyMap
          outline={outline.value}
          body={body.kind === 'ready' ? body.value : null}
          glow={glowOf(chosen, posterior)}
          zones={chosen && zonesShown.value && known ? zonesOf(known, chosen) : []}
          nameOf={names.region}
        />
      ) : outline.kind === 'failed' || body.kind === 'failed' ? (
        <Retry
          text={t.failed}
          retry={() => {
            for (const one of [outline, body]) if (one.kind === 'failed') one.retry();
          }}
        />
      ) : (
        <div class="map waiting" role="status" aria-label={t.waiting} />
      )}
      <Sheet
        foot={
          posterior && shown.value.kind !== 'list' ? (
            <button type="button" class="btn primary wide" onClick={() => void makePlan(posterior)}>
              {t.makePlan}
            </button>
          ) : null
        }
      >
        {shown.value.kind === 'list' ? (
          known && body.kind === 'ready' ? (
            <RegionList
              regions={known.regions}
              body={body.value}
              nameOf={names.region}
              onClose={() => show({ kind: 'sources' })}
            />
          ) : (
            <Bones />
          )
        ) : chosen && known ? (
          <ChosenSource
            chosen={chosen}
            known={known}
            drawnIn={drawnIn}
            zonesShown={zonesShown.value}
            onZones={(is) => {
              zonesShown.value = is;
            }}
            nameOf={names.region}
            answering={answering}
            onBack={() => show({ kind: 'sources' })}
          />
        ) : (
          <>
            <div class="row between sheet-head">
              <h2>{t.sources}</h2>
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
            {failed || knowledge.kind === 'failed' ? (
              <Retry
                text={t.rankingFailed}
                retry={() => {
                  if (knowledge.kind === 'failed') knowledge.retry();
                  retry();
                }}
              />
            ) : gate.value.kind !== 'open' ? (
              <Gated isClosed={gate.value.kind === 'closed'} onGo={() => void goToCheck()} />
            ) : posterior && known ? (
              <>
                <ElsewhereLink drawnIn={drawnIn} name={names.muscle(posterior.candidates[0]?.muscle)} />
                <Ranking
                  posterior={posterior}
                  next={next}
                  muscleOf={(id) => known.muscles.find((muscle) => muscle.id === id)}
                  answering={answering}
                  onChoose={(muscle, side) => show({ kind: 'source', muscle, side })}
                />
              </>
            ) : sketch.drawing.value.marks.length > 0 && places.value.length + knots.value.length === 0 ? (
              <Bones />
            ) : (
              <Hint />
            )}
            {body.kind === 'ready' && <Places body={body.value} nameOf={names.region} />}
          </>
        )}
      </Sheet>
    </div>
  );
}

/** Asks for a new ranking whenever something changes that it depends on. */
function useRanking() {
  const ranker = useMemo(openRanker, []);
  useEffect(() => ranker.close, [ranker]);
  useSignalEffect(() => {
    ranker.ask({
      drawing: sketch.drawing.value,
      rank: gate.value.kind === 'open',
      findings: findings.value,
      context: [],
      notNow: notNow.value,
    });
  });
  useSignalEffect(() => {
    const answer = ranker.answer.value;
    if (!answer) return;
    places.value = answer.places;
    knots.value = answer.knots;
  });
  const posterior = useComputed(() => (gate.value.kind === 'open' ? (ranker.answer.value?.posterior ?? null) : null));
  return {
    posterior: posterior.value,
    next: ranker.answer.value?.next ?? null,
    failed: ranker.failed.value,
    retry: ranker.retry,
  };
}

/** Plain names of regions and muscles; ids until the knowledge is here. */
function useNames(known: IdentifyKnowledge | null) {
  return useMemo(() => {
    const regions = new Map(known?.regions.map(({ id, plainName }) => [id, plainName]));
    const muscles = new Map(known?.muscles.map(({ id, name }) => [id, name]));
    return {
      region: (region: RegionId, side: Side | undefined) => t.place(regions.get(region) ?? region, side ?? 'midline'),
      muscle: (muscle: MuscleId | undefined) => (muscle === undefined ? '' : (muscles.get(muscle) ?? muscle)),
    };
  }, [known]);
}

const HEARD_AFTER_MS = 1500;

/** Says what fits best, once the drawing has been left alone for a moment. */
function useSpokenRanking(posterior: Posterior | null, nameOf: (muscle: MuscleId | undefined) => string): void {
  const [first, second] = posterior?.candidates ?? [];
  const words =
    first && second && !posterior?.nothingFits
      ? t.rankHeard(
          t.muscle(nameOf(first.muscle), first.side),
          t.bands[first.band],
          t.muscle(nameOf(second.muscle), second.side),
        )
      : posterior?.nothingFits
        ? t.nothingFits
        : '';
  useEffect(() => {
    if (!words) return;
    const timer = setTimeout(() => announce(words), HEARD_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
}

/** Views in which a muscle is drawn; empty until its shapes are here. */
function useDrawnIn(target: { readonly muscle: MuscleId; readonly side: PairedSide } | undefined): readonly ViewId[] {
  const [drawnIn, setDrawnIn] = useState<readonly ViewId[]>([]);
  const { muscle, side } = target ?? {};
  useEffect(() => {
    let live = true;
    setDrawnIn([]);
    if (muscle === undefined || side === undefined) return;
    Promise.all(VIEWS.map(async (one) => ({ one, sheet: await loadMuscles[drawnView(one)]() }))).then(
      (sheets) =>
        live &&
        setDrawnIn(sheets.filter(({ one, sheet }) => muscleShape(sheet, one, muscle, side)).map(({ one }) => one)),
      () => {
        // Without shapes nothing glows, and there is no view to point to; the ranking stands without them.
      },
    );
    return () => {
      live = false;
    };
  }, [muscle, side]);
  return drawnIn;
}

function chosenOf(shown: Shown, posterior: Posterior | null): Candidate | undefined {
  if (shown.kind !== 'source') return undefined;
  return posterior?.candidates.find(({ muscle, side }) => muscle === shown.muscle && side === shown.side);
}

/** Points that carry less than this of a muscle's share are not marked. */
const LEAST_POINT = 0.2;

/** The chosen muscle alone, or the first two at full and half strength. */
function glowOf(chosen: Candidate | undefined, posterior: Posterior | null): GlowOf[] {
  const glowing = ({ muscle, side, triggerPoints }: Candidate, strength: number): GlowOf => ({
    muscle,
    side,
    strength,
    points: triggerPoints.filter(({ share }) => share >= LEAST_POINT).map(({ id }) => id),
  });
  if (chosen) return [glowing(chosen, 1)];
  if (!posterior || posterior.nothingFits) return [];
  return posterior.candidates
    .slice(0, 2)
    .filter(({ band }, i) => i === 0 || band !== 'less-likely')
    .map((candidate, i) => glowing(candidate, i === 0 ? 1 : 0.5));
}

/** Where the points of a muscle can send pain, each region once. */
function zonesOf(known: IdentifyKnowledge, { muscle, side }: Candidate): Zone[] {
  const zones = new Map<RegionId, Zone>();
  for (const { referral } of known.muscles.find(({ id }) => id === muscle)?.triggerPoints ?? []) {
    for (const { region, kind } of referral) {
      const isPaired = known.regions.find(({ id }) => id === region)?.paired ?? true;
      const often = kind === 'essential' || zones.get(region)?.often === true;
      zones.set(region, { region, side: isPaired ? side : 'midline', often });
    }
  }
  return [...zones.values()];
}

function ChosenSource({
  chosen,
  known,
  ...rest
}: { chosen: Candidate; known: IdentifyKnowledge } & Omit<
  Parameters<typeof Source>[0],
  'candidate' | 'muscle' | 'factors'
>) {
  const muscle = known.muscles.find(({ id }) => id === chosen.muscle);
  if (!muscle) throw new Error(`a ranked muscle must be in the knowledge, got ${chosen.muscle}`);
  return <Source candidate={chosen} muscle={muscle} factors={known.perpetuatingFactorVocabulary} {...rest} />;
}

/** The muscle that fits best glows in another view. */
function ElsewhereLink({ drawnIn, name }: { readonly drawnIn: readonly ViewId[]; readonly name: string }) {
  const there = VIEWS.find((one) => drawnIn.includes(one));
  if (!there || drawnIn.includes(view.value)) return null;
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

function Gated({ isClosed, onGo }: { readonly isClosed: boolean; readonly onGo: () => void }) {
  return (
    <section class="gate-card stack tight">
      <h3>{isClosed ? t.closedTitle : t.gateTitle}</h3>
      <p class="small">{isClosed ? t.closedText : t.gateText}</p>
      <button type="button" class="btn primary wide" onClick={onGo}>
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
      {last && sketch.drawing.value.marks.length === 0 && (
        <button type="button" class="btn" onClick={() => sketch.change(() => last.drawing)}>
          {t.lastTime(last.savedAt)}
        </button>
      )}
    </div>
  );
}

function Retry({ text, retry }: { readonly text: string; readonly retry: () => void }) {
  return (
    <div class="note honey retry" role="alert">
      <span class="grow">{text}</span>
      <button type="button" class="btn" onClick={retry}>
        {t.retry}
      </button>
    </div>
  );
}

/** Grey bars where the list will be. */
function Bones() {
  return (
    <div class="bones" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
}
