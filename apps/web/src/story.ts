// Where it hurts now, as regions: what the check must know before anything is read from a drawing.
//
// The Body room tells every change at once. After a reload, or when a drawing comes in with an import, the saved
// drawing is measured again, so that no drawing is planned for that the check has not seen.

import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PaintedPlace } from '@unknot/atlas/drawing';
import type { PainPlace } from '@unknot/engine/case';
import { journalReady, person } from './person.ts';

const known = signal<readonly PainPlace[] | null>(null);

/** Null while a saved drawing is being measured. */
export const paintedNow: ReadonlySignal<readonly PainPlace[] | null> = known;

let measured: string | null = null;

const asPlaces = (places: readonly PaintedPlace[]): PainPlace[] =>
  places.map(({ region, side, coverage, intensity, quality }) => ({
    region,
    side,
    coverage,
    ...(intensity === undefined ? {} : { intensity }),
    ...(quality === undefined ? {} : { quality }),
  }));

/** What is painted at this moment, told by the room where it is painted. */
export function tellPainted(places: readonly PaintedPlace[]): void {
  known.value = asPlaces(places);
}

/** The drawing with this text was measured while it was painted. */
export function tellSaved(encoded: string): void {
  measured = encoded;
}

effect(() => {
  if (!journalReady.value) return;
  const encoded = person.value.drawing?.encoded ?? null;
  if (encoded === measured && known.peek() !== null) return;
  measured = encoded;
  if (encoded === null) {
    known.value = known.peek() ?? [];
    return;
  }
  known.value = null;
  void measure(encoded).then((places) => {
    if (measured === encoded) known.value = places;
  });
});

async function measure(encoded: string): Promise<readonly PainPlace[]> {
  const [{ decodeDrawing, fieldOf, placesOf }, { loadBody }] = await Promise.all([
    import('@unknot/atlas/drawing'),
    import('./ports/atlas.ts'),
  ]);
  const decoded = decodeDrawing(encoded);
  if (decoded.kind !== 'ok') return [];
  const { map } = await loadBody();
  return asPlaces(placesOf(fieldOf(decoded.drawing, map)));
}
