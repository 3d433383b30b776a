// Where does it hurt, and which muscle may be behind it: the map on one side, what it adds up to on the other.

import { useSignal } from '@preact/signals';
import { drawnView, type MuscleId, type RegionId, type Side, VIEWS } from '@unknot/atlas/frame';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useMemo } from 'preact/hooks';
import { Icon } from '../../parts/Icon.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { loadBody, loadOutline } from '../../ports/atlas.ts';
import { shadingHere } from '../../ports/early.ts';
import { loadIdentify } from '../../ports/knowledge.ts';
import { bodyTexts as t } from '../../texts/body.ts';
import { BodyMap } from './BodyMap.tsx';
import { Bones, Retry } from './Waiting.tsx';
import './body.css';
import { FIRST_DRAWING } from './first-drawing.ts';
import { RegionList } from './RegionList.tsx';
import { chosen, pair, useReading, useZones } from './reading.ts';
import { focusSoon, Sheet, sheetHeight } from './Sheet.tsx';
import { PlanButton, Sources } from './Sources.tsx';
import { openWork, view, workReady } from './work.ts';

/** What the room needs once somebody paints. */
const later = {
  identify: () => shadingHere().then(loadIdentify),
  body: () => shadingHere().then(loadBody),
  posterior: () => shadingHere().then(loadOutline.posterior),
  anterior: loadOutline.anterior,
  'lateral-left': loadOutline['lateral-left'],
};

export function Body() {
  const knowledge = useLoaded(later.identify);
  const body = useLoaded(later.body);
  const outline = useLoaded(later[drawnView(view.value)]);
  const known = knowledge.kind === 'ready' ? knowledge.value : null;
  const laidOut = body.kind === 'ready' ? body.value : null;
  const seen = drawnView(view.value);
  const fetched = outline.kind === 'ready' && outline.value.view === seen ? outline.value : null;
  const drawn = fetched ?? (seen === FIRST_DRAWING.view ? FIRST_DRAWING : null);
  const listed = useSignal(false);
  const reading = useReading();
  const zones = useZones(known);
  const names = useNames(known);
  useEffect(() => {
    void openWork();
    return () => {
      chosen.value = null;
      pair.value = null;
      sheetHeight.value = 'mid';
    };
  }, []);

  const showList = (is: boolean) => {
    listed.value = is;
    sheetHeight.value = is ? 'high' : 'mid';
    if (!is) focusSoon('list-button');
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
            id="list-button"
            class="btn list-button"
            aria-label={t.listTitle}
            aria-expanded={listed.value}
            onClick={() => showList(!listed.value)}
          >
            <Icon name="list" size={20} />
            {t.list}
          </button>
        </div>
      </header>
      {drawn ? (
        <BodyMap
          outline={drawn}
          body={workReady.value ? laidOut : null}
          glow={reading.glow}
          zones={zones}
          nameOf={names.region}
        />
      ) : outline.kind === 'failed' ? null : (
        <div class="map" role="status" aria-label={t.waiting} />
      )}
      {(outline.kind === 'failed' || body.kind === 'failed') && (
        <Retry
          text={t.failed}
          retry={() => {
            for (const one of [outline, body]) if (one.kind === 'failed') one.retry();
          }}
        />
      )}
      <Sheet foot={listed.value ? null : <PlanButton posterior={reading.posterior} />}>
        {!listed.value ? (
          <Sources
            reading={reading}
            knowledge={knowledge}
            body={laidOut}
            nameOfRegion={names.region}
            nameOfMuscle={names.muscle}
          />
        ) : known && laidOut ? (
          <RegionList regions={known.regions} body={laidOut} nameOf={names.region} onClose={() => showList(false)} />
        ) : (
          <Bones />
        )}
      </Sheet>
    </div>
  );
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
