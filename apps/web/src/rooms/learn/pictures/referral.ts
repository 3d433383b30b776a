// Where the pain of a muscle is said to be felt, and which view of the body shows it best.

import { type DrawnViewId, drawnView, type ViewOutlines } from '@unknot/atlas/frame';
import type { MuscleSheet } from '@unknot/atlas/muscle';
import type { IdentifyKnowledge, IdentifyMuscle } from '@unknot/knowledge/schema';

export type Sheets = Readonly<Record<DrawnViewId, MuscleSheet>>;

export const VIEWS = ['posterior', 'anterior', 'lateral-right'] as const;
export type MapView = (typeof VIEWS)[number];

/** From here on a place is among those where pain is mostly felt. Own setting. */
const MOSTLY = 0.5;

/** Region → how often its pain is thought to be felt there, the strongest of all points of a muscle. */
export function weightsOf(muscle: IdentifyMuscle): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { referral } of muscle.triggerPoints)
    for (const { region, weight } of referral) weights.set(region, Math.max(weight, weights.get(region) ?? 0));
  return new Map([...weights].sort((a, b) => b[1] - a[1]));
}

/** Where pain is mostly and sometimes felt, in plain words. */
export function feltAt(muscle: IdentifyMuscle, regions: IdentifyKnowledge['regions']) {
  const nameOf = new Map(regions.map(({ id, plainName }) => [id, plainName]));
  const [mostly, sometimes]: [string[], string[]] = [[], []];
  for (const [region, weight] of weightsOf(muscle))
    (weight >= MOSTLY ? mostly : sometimes).push(nameOf.get(region) ?? region);
  // Names have commas of their own.
  return { mostly: mostly.join('; '), sometimes: sometimes.join('; ') };
}

/** What it counts that a view shows the muscle itself, and that it faces the body. Own settings. */
const HOME = 1.5;
const FACING = 0.4;

/** The view that shows most of what is felt, and the muscle. */
export function bestView(outlines: ViewOutlines, sheets: Sheets, muscle: IdentifyMuscle): MapView {
  const weights = weightsOf(muscle);
  const shown = (view: MapView) =>
    outlines[drawnView(view)].regions.reduce((sum, { id, shown }) => sum + shown * (weights.get(id) ?? 0), 0) +
    (sheets[drawnView(view)].muscles.some(({ id }) => id === muscle.id) ? HOME : 0) +
    (view === 'lateral-right' ? 0 : FACING);
  return VIEWS.reduce((best, view) => (shown(view) > shown(best) + 0.01 ? view : best));
}
