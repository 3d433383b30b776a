// A drawing in small: the side of the body where most of it is, near enough to see it.

import { fieldOf, type PainDrawing } from '@unknot/atlas/drawing';
import { useMemo } from 'preact/hooks';
import { loadBody } from '../ports/atlas.ts';
import { BodyFigure } from './BodyFigure.tsx';
import { framesOf } from './painted-frames.ts';
import { useLoaded } from './useLoaded.ts';

/** A square picture; the whole back while nothing is painted. */
export function PainFigure({ drawing, label }: { drawing: PainDrawing; label: string }) {
  const body = useLoaded(loadBody);
  const map = body.kind === 'ready' ? body.value.map : null;
  const frame = useMemo(() => (map ? framesOf([fieldOf(drawing, map)])[0] : undefined), [map, drawing]);
  if (!map) return null;
  return (
    <BodyFigure view={frame?.view ?? 'posterior'} drawing={drawing} label={label} {...(frame && { box: frame.box })} />
  );
}
