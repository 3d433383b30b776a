// Where the pain of a muscle is said to be felt. Touch a muscle on the body, or choose one by name.

import { drawnView, flipOf, type RegionOutline, standingView, type ViewId } from '@unknot/atlas/frame';
import { type MuscleShape, muscleShape } from '@unknot/atlas/muscle';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';
import { useId, useMemo, useState } from 'preact/hooks';
import { Glow, Plate } from '../../../parts/BodyFigure.tsx';
import { Segments } from '../../../parts/Choice.tsx';
import { ExplainMuscle } from '../../../parts/Explain.tsx';
import { useLoaded } from '../../../parts/useLoaded.ts';
import { loadBody, loadMuscles } from '../../../ports/atlas.ts';
import { learnTexts } from '../../../texts/learn.ts';
import { pictureTexts } from '../../../texts/pictures.ts';
import { MUSCLE_GROUPS } from '../shelves.ts';
import { bestView, feltAt, type MapView, VIEWS, weightsOf } from './referral.ts';

const t = pictureTexts.referral;

const SIDE = 'right';
/** The part of each view that is shown: from the head to the knee. */
const BOX = { posterior: '-300 -10 600 1230', anterior: '-300 -10 600 1230', 'lateral-right': '-250 -10 460 1230' };

const loadSheets = () =>
  Promise.all([loadBody(), loadMuscles.posterior(), loadMuscles.anterior(), loadMuscles['lateral-left']()]).then(
    ([{ outlines }, posterior, anterior, lateral]) => ({
      outlines,
      sheets: { posterior, anterior, 'lateral-left': lateral },
    }),
  );

export function ReferralMap({ knowledge }: { knowledge: IdentifyKnowledge }) {
  const [id, setId] = useState('infraspinatus');
  const muscle = knowledge.muscles.find((one) => one.id === id);
  const groups = MUSCLE_GROUPS.map((group) => ({
    group,
    muscles: knowledge.muscles.filter((one) => one.group === group),
  }));
  const title = useId();
  if (!muscle) return null;
  return (
    <figure class="moving" aria-labelledby={title}>
      <h2 id={title}>{t.title}</h2>
      <p>{t.lead}</p>
      <div class="field">
        <label class="label" for={`${title}choose`}>
          {t.choose}
        </label>
        <select id={`${title}choose`} value={id} onChange={(event) => setId(event.currentTarget.value)}>
          {groups.map(({ group, muscles }) => (
            <optgroup key={group} label={learnTexts.group[group]}>
              {muscles.map(({ id: one, name }) => (
                <option key={one} value={one}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <ReferralFigure knowledge={knowledge} muscle={muscle} onTouch={setId} />
      <ExplainMuscle muscle={id} name={muscle.name} />
      <figcaption>
        <p>{t.known}</p>
      </figcaption>
    </figure>
  );
}

interface ReferralFigureProps {
  readonly knowledge: IdentifyKnowledge;
  readonly muscle: IdentifyMuscle;
  /** Makes every muscle of the view touchable. */
  readonly onTouch?: (muscle: string) => void;
}

/** One muscle, and the places where its pain is said to be felt, in the view that shows most of it. */
export function ReferralFigure({ knowledge, muscle, onTouch }: ReferralFigureProps) {
  const loaded = useLoaded(loadSheets);
  const [chosen, setChosen] = useState<{ muscle: string; view: MapView } | null>(null);
  const { mostly, sometimes } = feltAt(muscle, knowledge.regions);
  if (loaded.kind !== 'ready') return <div class="moving-stage referral-map" />;
  const view =
    chosen?.muscle === muscle.id ? chosen.view : bestView(loaded.value.outlines, loaded.value.sheets, muscle);
  return (
    <div class="stack tight">
      <Segments
        label={t.views}
        options={VIEWS}
        words={(one) => t.view[one]}
        chosen={view}
        onChosen={(one) => setChosen({ muscle: muscle.id, view: one })}
      />
      <div class="moving-stage referral-map">
        <svg
          viewBox={onTouch ? BOX[view] : around(loaded.value, view, muscle)}
          role="img"
          aria-label={t.picture(muscle.name, mostly, sometimes)}
        >
          <Body loaded={loaded.value} view={view} muscle={muscle} touchable={knowledge.muscles} onTouch={onTouch} />
        </svg>
      </div>
      {onTouch && <p class="moving-seen">{t.picture(muscle.plainName, mostly, sometimes)}</p>}
      <p class="small muted">{t.key}</p>
    </div>
  );
}

/** Room around what is shown of one muscle, and the least that is shown, in atlas units. */
const AROUND = 70;
const LEAST = 420;

/** The part of a view that holds a muscle and where its pain is felt. */
function around(loaded: Awaited<ReturnType<typeof loadSheets>>, view: MapView, muscle: IdentifyMuscle): string {
  const weights = weightsOf(muscle);
  const box = muscleShape(loaded.sheets[drawnView(view)], view, muscle.id, SIDE)?.box;
  const xs = box ? [box[0], box[2]] : [];
  const ys = box ? [box[1], box[3]] : [];
  for (const region of loaded.outlines[drawnView(view)].regions) {
    if (!weights.has(region.id)) continue;
    const flip = flipOfRegion(region, view);
    for (const ring of region.rings)
      ring.forEach((value, i) => {
        if (i % 2 === 0) xs.push(flip * value);
        else ys.push(value);
      });
  }
  if (xs.length === 0) return BOX[view];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(LEAST, right - left + 2 * AROUND);
  const height = Math.max(LEAST, bottom - top + 2 * AROUND);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height].map(Math.round).join(' ');
}

/** 1 as drawn, −1 with x negated, so that paired regions lie on the shown side. */
const flipOfRegion = (region: RegionOutline, view: ViewId): number =>
  region.side === 'midline' && view !== 'lateral-right' ? 1 : (flipOf(view, SIDE) ?? 1);

interface BodyProps {
  readonly loaded: Awaited<ReturnType<typeof loadSheets>>;
  readonly view: ViewId;
  readonly muscle: IdentifyMuscle;
  readonly touchable: readonly IdentifyMuscle[];
  readonly onTouch: ((muscle: string) => void) | undefined;
}

function Body({ loaded, view, muscle, touchable, onTouch }: BodyProps) {
  const id = useId();
  const outline = loaded.outlines[drawnView(view)];
  const sheet = loaded.sheets[drawnView(view)];
  const silhouette = useMemo(() => standingView(view, outline).silhouette.join(''), [view, outline]);
  const shapes = useMemo(() => {
    const known = new Set(touchable.map((one) => one.id));
    const sides = onTouch ? (['left', 'right'] as const) : [];
    return sides.flatMap((side) =>
      sheet.muscles.flatMap((drawn) => {
        const shape = known.has(drawn.id) ? muscleShape(sheet, view, drawn.id, side) : undefined;
        return shape ? [shape] : [];
      }),
    );
  }, [sheet, view, touchable, onTouch]);
  const glow = muscleShape(sheet, view, muscle.id, SIDE);
  const weights = weightsOf(muscle);
  return (
    <>
      <clipPath id={`${id}skin`}>
        <path d={silhouette} />
      </clipPath>
      <filter id={`${id}soft`} x="-30%" y="-30%" width="160%" height="160%">
        <feGaussianBlur stdDeviation="9" />
      </filter>
      <Plate view={view} outline={outline} contours />
      <g clip-path={`url(#${id}skin)`}>
        <g filter={`url(#${id}soft)`}>
          {outline.regions.flatMap((region) => {
            const weight = weights.get(region.id);
            return weight !== undefined
              ? [
                  <path
                    key={region.id + region.side}
                    class="felt-here"
                    d={pathOf(region, view)}
                    fill-rule="evenodd"
                    opacity={0.25 + 0.75 * weight}
                  />,
                ]
              : [];
          })}
        </g>
      </g>
      {glow && <Glow shape={glow} />}
      {onTouch && shapes.map((shape) => <Touch key={shape.id + shape.side} shape={shape} onTouch={onTouch} />)}
    </>
  );
}

/** A region on the shown side as path data. */
function pathOf(region: RegionOutline, view: ViewId): string {
  const flip = flipOfRegion(region, view);
  return region.rings
    .map((ring) => {
      const points = [];
      for (let i = 0; i + 1 < ring.length; i += 2) points.push(`${flip * (ring[i] ?? 0)} ${ring[i + 1]}`);
      return `M${points.join('L')}Z`;
    })
    .join('');
}

/** Unseen, above all else. Deep muscles lie below others: the list reaches those, and everything by keyboard. */
function Touch({ shape, onTouch }: { shape: MuscleShape; onTouch: (muscle: string) => void }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list above does the same by keyboard and by name
    <path class="touch" d={shape.parts.map((part) => part.shape).join('')} onClick={() => onTouch(shape.id)} />
  );
}
