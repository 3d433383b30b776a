// The body before anything is fetched: outline and lines come with the room's own code, shading as soon as it is here.
// It stands exactly where the map will draw it, so that nothing jumps.

import { contours, edition, half, relief, silhouette, viewBox } from '@unknot/atlas/data/views/posterior.json';
import type { ViewOutline } from '@unknot/atlas/frame';
import { useState } from 'preact/hooks';
import { Plate } from '../../parts/BodyFigure.tsx';
import { bodyTexts as t } from '../../texts/body.ts';
import { HOME } from './camera.ts';

const outline = {
  view: 'posterior',
  edition,
  half,
  viewBox,
  silhouette,
  contours,
  relief,
  regions: [],
} as unknown as ViewOutline;

/** The map has a column of its own beside the sheet from this width on. */
const isWide = () => matchMedia('(min-width: 900px)').matches;

export function FirstDrawing() {
  const [box] = useState(() => (isWide() ? HOME.wide : HOME.narrow));
  return (
    <div class="map waiting" role="status" aria-label={t.waiting}>
      <svg viewBox={box.join(' ')} preserveAspectRatio="xMidYMin slice" aria-hidden="true">
        <Plate view="posterior" outline={outline} />
      </svg>
    </div>
  );
}
