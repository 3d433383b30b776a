// A self-test to see: the muscle with its spot, and the movement when one is drawn.

import type { MuscleId, PairedSide, TriggerPointId } from '@unknot/atlas/frame';
import type { SelfTestId } from '@unknot/engine/case';
import { useEffect, useRef } from 'preact/hooks';
import { Guide } from '../../parts/Guide.tsx';
import { MusclePicture } from '../../parts/MusclePicture.tsx';
import { bodyTexts as t } from '../../texts/body.ts';
import { TEST_POSES } from './test-poses.ts';

export interface TestPicturesProps {
  readonly test: SelfTestId;
  readonly muscle: MuscleId;
  readonly side: PairedSide;
  readonly points?: readonly TriggerPointId[];
}

export function TestPictures({ test, muscle, side, points }: TestPicturesProps) {
  const technique = TEST_POSES[test];
  const pictures = useRef<HTMLDivElement>(null);
  useEffect(() => pictures.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class={technique ? 'test-pictures two' : 'test-pictures'} ref={pictures}>
      <MusclePicture muscle={muscle} side={side} {...(points && { points })} label={t.spotPicture} />
      {technique && <Guide technique={technique} muscle={muscle} side={side} label={t.movePicture} motion="repeat" />}
    </div>
  );
}
