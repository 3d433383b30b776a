// The atlas must not look up to the knowledge, so whether the two speak of the same body is asked here.

import { readFileSync } from 'node:fs';
import type { ViewOutline } from '@unknot/atlas/frame';
import type { MuscleSheet } from '@unknot/atlas/muscle';
import type { IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { expect, test } from 'vitest';

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const identify = read<IdentifyKnowledge>('packages/knowledge/edition/identify.json');
const plan = read<PlanKnowledge>('packages/knowledge/edition/plan.json');
const VIEWS = ['posterior', 'anterior', 'lateral-left'] as const;
const outlines = VIEWS.map((view) => read<ViewOutline>(`packages/atlas/data/views/${view}.json`));
const sheets = VIEWS.map((view) => read<MuscleSheet>(`packages/atlas/data/muscles/${view}.json`));

const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();

test('every region that can be painted is known, and every known region can be painted', () => {
  const drawn = outlines.flatMap(({ regions }) => regions.map(({ id }) => id));
  expect(sorted(drawn)).toEqual(sorted(identify.regions.map(({ id }) => id)));
});

test('every muscle that is ranked can be shown on the body', () => {
  const drawn = new Set(sheets.flatMap(({ muscles }) => muscles.map(({ id }) => id)));
  expect(identify.muscles.map(({ id }) => id).filter((id) => !drawn.has(id))).toEqual([]);
});

test('every trigger point that is ranked has its place on the body', () => {
  const drawn = new Set(sheets.flatMap(({ muscles }) => muscles.flatMap((m) => Object.keys(m.triggerPoints))));
  const known = identify.muscles.flatMap(({ triggerPoints }) => triggerPoints.map(({ id }) => id));
  expect(known.length).toBe(81);
  expect(known.filter((id) => !drawn.has(id))).toEqual([]);
});

test('every technique has a movement, or stands on the list of those that need none', () => {
  const { poseByTechnique, withoutFigure } = read<{
    poseByTechnique: Record<string, string>;
    withoutFigure: Record<string, string[]>;
  }>('packages/atlas/data/technique-poses.json');
  const techniques = plan.techniques.map(({ id }) => id);
  const bare = Object.values(withoutFigure).flat();
  expect([...Object.keys(poseByTechnique), ...bare].sort()).toEqual(techniques.toSorted());
  // Whatever is held, pressed, moved, warmed or breathed is shown.
  const maybeBare = new Set(['medicine', 'professional', 'prevention']);
  expect(plan.techniques.filter(({ id, category }) => bare.includes(id) && !maybeBare.has(category))).toEqual([]);
});
