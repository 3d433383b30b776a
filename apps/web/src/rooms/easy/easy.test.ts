// The simple way asks less and shows less; it never allows more.

import { readFileSync } from 'node:fs';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { expect, test } from 'vitest';
import { drawingOf, EASY_PLACES, type EasyPlace } from './places.ts';

const identify = JSON.parse(
  readFileSync(new URL('../../../../../packages/knowledge/edition/identify.json', import.meta.url), 'utf8'),
) as IdentifyKnowledge;

test('every place stands for regions of the map that come in pairs', () => {
  const paired = new Set(identify.regions.filter((region) => region.paired).map(({ id }) => id));
  for (const regions of Object.values(EASY_PLACES)) for (const region of regions) expect(paired).toContain(region);
});

test('"both sides" of a place is a drawing of each of its regions on each side, and says nothing of how much', () => {
  for (const place of Object.keys(EASY_PLACES) as EasyPlace[]) {
    const { marks } = drawingOf(place, ['left', 'right']);
    expect(marks).toHaveLength(2 * EASY_PLACES[place].length);
    for (const mark of marks) expect(mark).not.toHaveProperty('intensity');
  }
});
