// Every marked place with its name: how strong, what it feels like, away with it.

import { useSignal } from '@preact/signals';
import { type PainQuality, setPlace } from '@unknot/atlas/drawing';
import type { RegionId, Side } from '@unknot/atlas/frame';
import { Icon } from '../../parts/Icon.tsx';
import type { Body } from '../../ports/atlas.ts';
import { capital, bodyTexts as t } from '../../texts/body.ts';
import { Qualities, qualityOf } from './Qualities.tsx';
import { removeKnot, removePlace } from './regions.ts';
import { knots, places, sketch } from './work.ts';

interface PlacesProps {
  readonly body: Body;
  readonly nameOf: (region: RegionId, side: Side) => string;
}

/** Where the stepper begins when no number was given. */
const UNSAID = 5;

export function Places({ body, nameOf }: PlacesProps) {
  const open = useSignal(false);
  const count = places.value.length + knots.value.length;
  if (count === 0) return null;
  return (
    <details
      class="places"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <span>{t.placesCount(count)}</span>
      </summary>
      {open.value && <PlaceList body={body} nameOf={nameOf} />}
    </details>
  );
}

function PlaceList({ body, nameOf }: PlacesProps) {
  const say = (region: RegionId, side: Side, said: { intensity?: number; quality?: PainQuality | null }) => {
    // A stepper that is pressed again goes on with the same step, so that one "undo" takes all of it back.
    const last = sketch.drawing.value.marks.at(-1);
    const goesOn = last?.kind === 'place' && last.region === region && last.side === side;
    (goesOn ? sketch.goOn : sketch.change)((drawing) => setPlace(drawing, region, side, said));
  };
  return (
    <ul class="plain-list">
      {[...places.value]
        .sort((a, b) => (b.intensity ?? 0) - (a.intensity ?? 0))
        .map(({ region, side, intensity, quality }) => {
          const name = nameOf(region, side);
          const pain = Math.round(intensity ?? UNSAID);
          return (
            <li key={region + side}>
              <span class="place-name">{capital(name)}</span>
              <span class="stepper">
                <button
                  type="button"
                  class="iconbtn"
                  aria-label={t.less(name)}
                  disabled={pain <= 0}
                  onClick={() => say(region, side, { intensity: Math.max(0, pain - 1) })}
                >
                  <Icon name="minus" size={20} />
                </button>
                <b class="num" aria-label={intensity === undefined ? t.noQuality : t.painOf(pain)} role="img">
                  {intensity === undefined ? '–' : pain}
                </b>
                <button
                  type="button"
                  class="iconbtn"
                  aria-label={t.more(name)}
                  disabled={pain >= 10}
                  onClick={() => say(region, side, { intensity: Math.min(10, pain + 1) })}
                >
                  <Icon name="plus" size={20} />
                </button>
              </span>
              <select
                aria-label={t.qualityAt(name)}
                value={quality ?? ''}
                onChange={(event) => say(region, side, { quality: qualityOf(event.currentTarget.value) })}
              >
                <Qualities />
              </select>
              <button
                type="button"
                class="iconbtn"
                aria-label={t.remove(name)}
                onClick={() => removePlace(region, side, name)}
              >
                <Icon name="close" size={20} />
              </button>
            </li>
          );
        })}
      {knots.value.map(({ region, side }) => {
        const name = nameOf(region, side);
        return (
          <li key={`knot ${region}${side}`} class="knot-row">
            <span class="place-name">{t.knotAt(name)}</span>
            <button
              type="button"
              class="iconbtn"
              aria-label={t.remove(t.knotAt(name))}
              onClick={() => removeKnot(body, region, side, name)}
            >
              <Icon name="close" size={20} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
