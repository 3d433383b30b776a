// The back of the body before anything is fetched: outline and lines come with the room's own code, so that the map
// stands at once. Its regions follow with the data; until then nothing can be painted.

import { contours, edition, half, relief, silhouette, viewBox } from '@unknot/atlas/data/views/posterior.json';
import type { ViewOutline } from '@unknot/atlas/frame';

export const FIRST_DRAWING = {
  view: 'posterior',
  edition,
  half,
  viewBox,
  silhouette,
  contours,
  relief,
  regions: [],
} as unknown as ViewOutline;
