// A muscle where it lies on the body, in the view that shows it.

import type { MuscleId, PairedSide, TriggerPointId, ViewBox, ViewId } from '@unknot/atlas/frame';
import { muscleShape } from '@unknot/atlas/muscle';
import { loadMuscles } from '../ports/atlas.ts';
import { BodyFigure } from './BodyFigure.tsx';
import { useLoaded } from './useLoaded.ts';

interface MusclePictureProps {
  readonly muscle: MuscleId | null;
  readonly side: PairedSide;
  /** Trigger points to mark; all of the muscle when absent. */
  readonly points?: readonly TriggerPointId[];
  readonly label: string;
}

/** Skin around the muscle, as a share of its size, so that one can see where on the body it is. */
const AROUND = 0.7;
/** No closer than this, in atlas units. */
const LEAST = 360;

const loadAll = async () => {
  const [posterior, anterior, lateral] = await Promise.all([
    loadMuscles.posterior(),
    loadMuscles.anterior(),
    loadMuscles['lateral-left'](),
  ]);
  return { posterior, anterior, lateral };
};

export function MusclePicture({ muscle, side, points, label }: MusclePictureProps) {
  const sheets = useLoaded(loadAll);
  if (muscle === null || sheets.kind !== 'ready') return <BodyFigure view="posterior" label={label} />;
  const { posterior, anterior, lateral } = sheets.value;
  const sideView: ViewId = side === 'left' ? 'lateral-left' : 'lateral-right';
  const views = [
    ['posterior', posterior],
    ['anterior', anterior],
    [sideView, lateral],
  ] as const;
  const shown = views.flatMap(([view, sheet]) => {
    const shape = muscleShape(sheet, view, muscle, side);
    return shape ? [{ view, shape }] : [];
  });
  // A spot that is asked for decides which way the body is turned.
  const best = shown.find(({ shape }) => points?.some((id) => shape.triggerPoints.some((at) => at.id === id)));
  const found = best ?? shown[0];
  if (!found) return <BodyFigure view="posterior" label={label} />;
  const { view, shape } = found;
  const glow = [{ muscle, side, ...(best && points && { points }) }];
  return <BodyFigure view={view} box={boxAround(shape.box)} glow={glow} label={label} />;
}

/** A square around a muscle. */
function boxAround([left, top, right, bottom]: readonly [number, number, number, number]): ViewBox {
  const size = Math.max(LEAST, Math.max(right - left, bottom - top) * (1 + AROUND));
  return [(left + right - size) / 2, (top + bottom - size) / 2, size, size];
}
