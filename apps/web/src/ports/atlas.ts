// The body as files of the app: outlines, muscles and shading per view, fetched when a figure is first shown.

import anteriorMusclesUrl from '@unknot/atlas/data/muscles/anterior.json?url';
import lateralMusclesUrl from '@unknot/atlas/data/muscles/lateral-left.json?url';
import posteriorMusclesUrl from '@unknot/atlas/data/muscles/posterior.json?url';
import anteriorRelief from '@unknot/atlas/data/relief/anterior.webp?url';
import lateralRelief from '@unknot/atlas/data/relief/lateral-left.webp?url';
import posteriorRelief from '@unknot/atlas/data/relief/posterior.webp?url';
import anteriorUrl from '@unknot/atlas/data/views/anterior.json?url';
import lateralUrl from '@unknot/atlas/data/views/lateral-left.json?url';
import posteriorUrl from '@unknot/atlas/data/views/posterior.json?url';
import {
  type DrawnViewId,
  drawnView,
  VIEWS,
  type ViewId,
  type ViewOutline,
  type ViewOutlines,
} from '@unknot/atlas/frame';
import type { MuscleSheet } from '@unknot/atlas/muscle';
import { type BodyMap, type RegionMap, regionMap } from '@unknot/atlas/region';
import { once } from './knowledge.ts';

/** Outline, contours and regions of one drawn view. */
export const loadOutline: Readonly<Record<DrawnViewId, () => Promise<ViewOutline>>> = {
  posterior: once<ViewOutline>(posteriorUrl),
  anterior: once<ViewOutline>(anteriorUrl),
  'lateral-left': once<ViewOutline>(lateralUrl),
};

/** Shapes, fibres and trigger points of the muscles a drawn view shows. */
export const loadMuscles: Readonly<Record<DrawnViewId, () => Promise<MuscleSheet>>> = {
  posterior: once<MuscleSheet>(posteriorMusclesUrl),
  anterior: once<MuscleSheet>(anteriorMusclesUrl),
  'lateral-left': once<MuscleSheet>(lateralMusclesUrl),
};

/** Address of the shading, drawn over the whole view box with `hard-light`. */
export const reliefOf: Readonly<Record<DrawnViewId, string>> = {
  posterior: posteriorRelief,
  anterior: anteriorRelief,
  'lateral-left': lateralRelief,
};

export interface Body {
  readonly outlines: ViewOutlines;
  readonly map: BodyMap;
}

let body: Promise<Body> | null = null;

/** All views with their grids of regions, laid out once per page. A failed load is forgotten. */
export function loadBody(): Promise<Body> {
  body ??= Promise.all([loadOutline.posterior(), loadOutline.anterior(), loadOutline['lateral-left']()])
    .then(async ([posterior, anterior, lateral]) => {
      const outlines = { posterior, anterior, 'lateral-left': lateral };
      const map = {} as Record<ViewId, RegionMap>;
      for (const view of VIEWS) {
        map[view] = regionMap(view, outlines[drawnView(view)]);
        // Each in a task of its own: all together would hold up a slow phone.
        await new Promise((next) => setTimeout(next));
      }
      return { outlines, map };
    })
    .catch((trouble: unknown) => {
      body = null;
      throw trouble;
    });
  return body;
}
