// Every muscle lights up something that can be seen.

import { readFileSync } from 'node:fs';
import { drawnView, type ViewOutline } from '@unknot/atlas/frame';
import type { MuscleSheet } from '@unknot/atlas/muscle';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import { bestView, feltAt, VIEWS, weightsOf } from './referral.ts';

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../../packages/${path}.json`, import.meta.url), 'utf8')) as T;
const { muscles, regions } = read<IdentifyKnowledge>('knowledge/edition/identify');
const outlines = {
  posterior: read<ViewOutline>('atlas/data/views/posterior'),
  anterior: read<ViewOutline>('atlas/data/views/anterior'),
  'lateral-left': read<ViewOutline>('atlas/data/views/lateral-left'),
};
const sheets = {
  posterior: read<MuscleSheet>('atlas/data/muscles/posterior'),
  anterior: read<MuscleSheet>('atlas/data/muscles/anterior'),
  'lateral-left': read<MuscleSheet>('atlas/data/muscles/lateral-left'),
};

describe.each(muscles.map((muscle) => [muscle.id, muscle] as const))('%s', (id, muscle) => {
  const best = drawnView(bestView(outlines, sheets, muscle));

  test('is drawn in one of the three views, and something of its pain is seen where the picture begins', () => {
    expect(VIEWS.some((view) => sheets[drawnView(view)].muscles.some((drawn) => drawn.id === id))).toBe(true);
    expect(outlines[best].regions.some((region) => weightsOf(muscle).has(region.id))).toBe(true);
  });

  test('has no place that none of the views shows, and names where its pain is mostly felt', () => {
    const seen = new Set(Object.values(outlines).flatMap((outline) => outline.regions.map((region) => region.id)));
    expect([...weightsOf(muscle).keys()].filter((region) => !seen.has(region))).toEqual([]);
    expect(feltAt(muscle, regions).mostly).not.toBe('');
  });
});
