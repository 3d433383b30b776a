// The little guide: a figure that shows a movement, or, where no movement fits honestly, the muscle on the body.

import { drawFigure, type Pose, stillsOf } from '@unknot/atlas/figure';
import type { MuscleId, PairedSide } from '@unknot/atlas/frame';
import type { TechniqueId } from '@unknot/engine/case';
import { useEffect, useState } from 'preact/hooks';
import { mono } from '../ports/clock.ts';
import { loadPoses } from '../ports/poses.ts';
import './guide.css';
import { MusclePicture } from './MusclePicture.tsx';
import { useLoaded } from './useLoaded.ts';

interface GuideProps {
  readonly technique: TechniqueId;
  readonly muscle: MuscleId | null;
  readonly side: PairedSide;
  /** What the picture shows, for people who hear it. Empty: the words beside it say enough. */
  readonly label: string;
  /** `still`: the end position. `hold`: moves there and stays. `repeat`: to and fro. */
  readonly motion: 'still' | 'hold' | 'repeat';
}

/** Frames a second; more is not seen and costs battery. */
const FRAME_MS = 1000 / 30;

const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function Guide({ technique, muscle, side, label, motion }: GuideProps) {
  const poses = useLoaded(loadPoses);
  if (poses.kind !== 'ready') return <div class="guide" />;
  const pose = poses.value(technique, muscle);
  if (!pose)
    return (
      <div class="guide on-body">
        <MusclePicture muscle={muscle} side={side} label={label} />
      </div>
    );
  if (motion === 'still' || !wantsStillness())
    return (
      <div class="guide">
        <Moving pose={pose} side={side} label={label} motion={motion} />
      </div>
    );
  return (
    <div class="guide two">
      {stillsOf(pose).map((still) => (
        <figure key={still.t}>
          <Still pose={pose} side={side} t={still.t} label="" />
          <figcaption class="xs muted">{still.label}</figcaption>
        </figure>
      ))}
    </div>
  );
}

const ease = (x: number) => x * x * (3 - 2 * x);

/** Where in the movement it is `ms` after the beginning, 0–1. */
function placeAt(ms: number, motion: 'hold' | 'repeat', moveMs: number): number {
  if (motion === 'hold') return ease(Math.min(1, ms / moveMs));
  const round = (ms % (2 * moveMs)) / moveMs;
  return ease(round < 1 ? round : 2 - round);
}

function Moving({
  pose,
  side,
  label,
  motion,
}: { pose: Pose; side: PairedSide } & Pick<GuideProps, 'label' | 'motion'>) {
  const [t, setT] = useState(motion === 'still' ? 1 : 0);
  useEffect(() => {
    if (motion === 'still') return setT(1);
    const begin = mono();
    let drawn = 0;
    let frame = 0;
    const draw = () => {
      const at = mono();
      const ms = at - begin;
      if (at - drawn >= FRAME_MS) {
        drawn = at;
        setT(placeAt(ms, motion, pose.moveSeconds * 1000));
      }
      if (motion === 'repeat' || ms < pose.moveSeconds * 1000 + FRAME_MS) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [pose, motion]);
  return <Still pose={pose} side={side} t={t} label={label} />;
}

function Still({ pose, side, t, label }: { pose: Pose; side: PairedSide; t: number; label: string }) {
  const { viewBox, shapes } = drawFigure(pose, t, side);
  return (
    <svg
      class="guide-figure"
      viewBox={viewBox.join(' ')}
      role={label ? 'img' : undefined}
      aria-label={label || undefined}
      aria-hidden={label ? undefined : true}
    >
      {shapes.map(({ tone, d, width, opacity }, index) => (
        <path
          key={index}
          class={width === undefined ? `fill-${tone}` : `stroke-${tone}`}
          d={d}
          stroke-width={width}
          opacity={opacity}
        />
      ))}
    </svg>
  );
}
