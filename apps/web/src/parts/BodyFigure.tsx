// The body as an anatomical plate: skin, shading, contour lines; on it pain as warm light and muscles as cool light.
// The layers are shared with the Body room; `BodyFigure` is the small still picture for the other rooms.

import { type PainDrawing, paintField } from '@unknot/atlas/drawing';
import {
  drawnView,
  type MuscleId,
  type PairedSide,
  standingView,
  type TriggerPointId,
  type ViewBox,
  type ViewId,
  type ViewOutline,
} from '@unknot/atlas/frame';
import { type MuscleShape, muscleShape } from '@unknot/atlas/muscle';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { type Body, loadBody, loadMuscles, loadOutline, reliefOf } from '../ports/atlas.ts';
import './BodyFigure.css';
import { type Palette, PIXEL, paintedPatch, paintPatch, paletteOf } from './painter.ts';
import { shortened } from './strand.ts';
import { useLoaded } from './useLoaded.ts';

/** A muscle that glows under the skin. */
export interface GlowOf {
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  /** 0–1; the second muscle glows at half strength. */
  readonly strength?: number;
  /** Trigger points to mark; all of the muscle when absent. */
  readonly points?: readonly TriggerPointId[];
}

const LINE_WIDTH = [0, 0.9, 1.25, 1.7];
const LINE_OPACITY = [0, 0.19, 0.34, 0.5];

/** Skin, shading and contour lines in view coordinates; goes into an svg. */
export function Plate({ view, outline, contours = true }: { view: ViewId; outline: ViewOutline; contours?: boolean }) {
  const id = useId();
  const standing = useMemo(() => standingView(view, outline), [view, outline]);
  const silhouette = standing.silhouette.join('');
  const [left, top, width, height] = outline.viewBox;
  return (
    <g class="plate">
      <clipPath id={id}>
        <path d={silhouette} />
      </clipPath>
      <path class="plate-edge" d={silhouette} />
      <path class="plate-skin" d={silhouette} />
      <g class="plate-relief" clip-path={`url(#${id})`}>
        <image
          href={reliefOf[outline.view]}
          x={left}
          y={top}
          width={width}
          height={height}
          preserveAspectRatio="none"
          transform={standing.reliefMirrored ? 'scale(-1 1)' : undefined}
        />
      </g>
      {contours && (
        <g class="plate-lines">
          {standing.contours.map((line) => (
            <path
              key={line.id + line.d.slice(0, 9)}
              d={line.d}
              stroke-width={LINE_WIDTH[line.weight]}
              stroke-opacity={LINE_OPACITY[line.weight]}
            />
          ))}
        </g>
      )}
    </g>
  );
}

/** A muscle as strands of light from origin to insertion, with a cross in a disc at each trigger point. */
export function Glow({ shape, strength = 1, points }: { shape: MuscleShape } & Pick<GlowOf, 'strength' | 'points'>) {
  const id = useId();
  const light = useMemo(() => lightOf(shape), [shape]);
  const marked = shape.triggerPoints.filter((point) => !points || points.includes(point.id));
  return (
    <g class="glow" style={{ opacity: strength }}>
      <filter id={`${id}soft`} x="-20%" y="-20%" width="140%" height="140%">
        <feGaussianBlur stdDeviation="7" />
      </filter>
      <path class="glow-halo" d={light.outline} filter={`url(#${id}soft)`} />
      <path class="glow-body" d={light.outline} />
      <path class="glow-bloom" d={light.strand} />
      <path class="glow-strand" d={light.strand} />
      <path class="glow-core" d={light.core} />
      {marked.map(({ id: point, at: [x, y] }) => (
        <g key={point} class="trigger-point">
          <circle cx={x} cy={y} r={8} />
          <path d={`M${x - 4.2} ${y - 4.2}l8.4 8.4m0 -8.4l-8.4 8.4`} />
        </g>
      ))}
    </g>
  );
}

/** Strands end a little before the fibre does, their bright core well before. */
function lightOf({ parts }: MuscleShape) {
  const strands = parts.flatMap((part) => part.strands);
  const cut = (ends: number) => strands.map((d) => shortened(d, ends)).join('');
  return { outline: parts.map((part) => part.shape).join(''), strand: cut(0.02), core: cut(0.12) };
}

/** The five colours of the pain scale as they are now; follows light and dark. */
export function useHeatPalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const refresh = () => setPalette(readPalette());
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const theme = new MutationObserver(refresh);
    scheme.addEventListener('change', refresh);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      scheme.removeEventListener('change', refresh);
      theme.disconnect();
    };
  }, []);
  return palette;
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return paletteOf([0, 1, 2, 3, 4].map((i) => style.getPropertyValue(`--heat-${i}`).trim()));
}

interface BodyFigureProps {
  readonly view: ViewId;
  readonly drawing?: PainDrawing;
  readonly glow?: readonly GlowOf[];
  /** Part of the view to show, atlas units; all of it when absent. */
  readonly box?: ViewBox;
  /** What the picture shows, in words; an empty label hides it from screen readers. */
  readonly label: string;
}

/** A still picture of the body. Takes the width it is given and keeps the shape of its box. */
export function BodyFigure({ view, drawing, glow = [], box, label }: BodyFigureProps) {
  const outline = useLoaded(loadOutline[drawnView(view)]);
  const viewBox =
    box ?? (outline.kind === 'ready' ? standingView(view, outline.value).viewBox : WHOLE[drawnView(view)]);
  return (
    <svg
      class={outline.kind === 'ready' ? 'body-figure' : 'body-figure waiting'}
      viewBox={viewBox.join(' ')}
      role="img"
      aria-label={label}
      aria-hidden={label === ''}
    >
      {outline.kind === 'ready' && (
        <>
          <Plate view={view} outline={outline.value} contours={viewBox[2] < 600} />
          {drawing && drawing.marks.length > 0 && <StillHeat view={view} outline={outline.value} drawing={drawing} />}
          {glow.length > 0 && <StillGlow view={view} glow={glow} />}
        </>
      )}
    </svg>
  );
}

/** Shape of the picture before the outline is there. */
const WHOLE = {
  posterior: [-420, -10, 840, 1770],
  anterior: [-420, -10, 840, 1770],
  'lateral-left': [-330, -10, 520, 1770],
} as const satisfies Record<string, ViewBox>;

function StillHeat({ view, outline, drawing }: { view: ViewId; outline: ViewOutline; drawing: PainDrawing }) {
  const id = useId();
  const body = useLoaded(loadBody);
  const palette = useHeatPalette();
  const ready = body.kind === 'ready' ? body.value : undefined;
  const picture = useMemo(() => ready && heatPicture(ready, view, drawing, palette), [ready, view, drawing, palette]);
  if (!picture) return null;
  return (
    <>
      <clipPath id={id}>
        <path d={standingView(view, outline).silhouette.join('')} />
      </clipPath>
      <g clip-path={`url(#${id})`}>
        <image {...picture} preserveAspectRatio="none" />
      </g>
    </>
  );
}

/** The pain of a drawing as an image in view coordinates; nothing where the view has none. */
function heatPicture({ map }: Body, view: ViewId, drawing: PainDrawing, palette: Palette) {
  const cells = paintField(map).follow(drawing).cells.pain[view];
  const patch = paintedPatch(map[view], cells);
  if (!patch) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = patch.right - patch.left;
  canvas.height = patch.bottom - patch.top;
  const colours = paintPatch(map[view], cells, patch, palette);
  canvas.getContext('2d')?.putImageData(new ImageData(colours, canvas.width, canvas.height), 0, 0);
  return {
    href: canvas.toDataURL(),
    x: map[view].left + patch.left * PIXEL,
    y: map[view].top + patch.top * PIXEL,
    width: canvas.width * PIXEL,
    height: canvas.height * PIXEL,
  };
}

function StillGlow({ view, glow }: { view: ViewId; glow: readonly GlowOf[] }) {
  const sheet = useLoaded(loadMuscles[drawnView(view)]);
  if (sheet.kind !== 'ready') return null;
  return (
    <>
      {glow.map(({ muscle, side, strength, points }) => {
        const shape = muscleShape(sheet.value, view, muscle, side);
        return (
          shape && (
            <Glow
              key={muscle + side}
              shape={shape}
              {...(strength !== undefined && { strength })}
              {...(points && { points })}
            />
          )
        );
      })}
    </>
  );
}
