// Where the tool goes now, on the body: the muscle glows with its usual spots, and what must be left alone is crossed out.

import { drawnView, type MuscleId, type PairedSide, type Side, type ViewBox, type ViewId } from '@unknot/atlas/frame';
import { type MuscleShape, muscleShape } from '@unknot/atlas/muscle';
import { regionPath } from '@unknot/atlas/region';
import { useId } from 'preact/hooks';
import { Glow, Plate } from '../../parts/BodyFigure.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { loadMuscles, loadOutline } from '../../ports/atlas.ts';
import { sessionTexts as t } from '../../texts/session.ts';
import type { KeepOff } from './keep-off.ts';

interface WhereMapProps {
  readonly muscle: MuscleId;
  readonly name: string;
  readonly side: PairedSide;
  readonly keepOff: KeepOff;
}

/** Body around the muscle, as a share of its size: enough to see the spine or the neck beside it. */
const AROUND = 1.1;
const LEAST = 520;

const load = async () => {
  const [posterior, anterior, lateral, back, front, flank] = await Promise.all([
    loadMuscles.posterior(),
    loadMuscles.anterior(),
    loadMuscles['lateral-left'](),
    loadOutline.posterior(),
    loadOutline.anterior(),
    loadOutline['lateral-left'](),
  ]);
  return {
    sheets: { posterior, anterior, 'lateral-left': lateral },
    outlines: { posterior: back, anterior: front, 'lateral-left': flank },
  };
};

export function WhereMap({ muscle, name, side, keepOff }: WhereMapProps) {
  const ready = useLoaded(load);
  const hatch = useId();
  if (ready.kind !== 'ready') return null;
  const { sheets, outlines } = ready.value;
  const views: readonly ViewId[] = ['posterior', 'anterior', side === 'left' ? 'lateral-left' : 'lateral-right'];
  const found = views
    .map((view) => ({ view, shape: muscleShape(sheets[drawnView(view)], view, muscle, side) }))
    .find((one): one is { view: ViewId; shape: MuscleShape } => one.shape !== undefined);
  if (!found) return null;
  const { view, shape } = found;
  const outline = outlines[drawnView(view)];
  const sides: readonly Side[] = ['left', 'right', 'midline'];
  const off = keepOff.regions
    .flatMap((region) => sides.flatMap((one) => regionPath(view, outline, region, one)))
    .join('');
  return (
    <figure class="where-map">
      <svg viewBox={boxAround(shape.box).join(' ')} role="img" aria-label={t.whereMap(name, t.side[side])}>
        <defs>
          <pattern id={hatch} width="22" height="22" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="off-ground" width="22" height="22" />
            <rect class="off-line" width="7" height="22" />
          </pattern>
        </defs>
        <Plate view={view} outline={outline} />
        <Glow shape={shape} />
        <path class="off-edge" d={off} fill={`url(#${hatch})`} />
      </svg>
      <figcaption class="xs">
        <span class="key on">{t.whereOn}</span>
        <span class="key off">{t.whereOff}</span>
      </figcaption>
    </figure>
  );
}

/** A square around a muscle. */
function boxAround([left, top, right, bottom]: MuscleShape['box']): ViewBox {
  const size = Math.max(LEAST, Math.max(right - left, bottom - top) * (1 + AROUND));
  return [(left + right - size) / 2, (top + bottom - size) / 2, size, size];
}
