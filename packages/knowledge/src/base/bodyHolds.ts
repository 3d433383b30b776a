// Regions and muscles: a map without gaps, trigger points that refer to places on it, tools that are allowed there.

import type { Muscle } from '../schema/index.ts';
import type { Inspection } from './inspection.ts';

export function bodyHolds(inspection: Inspection): void {
  regionsHold(inspection);
  const places = new Map<string, string>();
  for (const muscle of inspection.knowledge.muscles) muscleHolds(muscle, places, inspection);
  rankingHolds(inspection);
}

/** Imitators and knots are on the map, and every trigger point lies under a region. */
function rankingHolds({ knowledge, expect, report }: Inspection): void {
  for (const { id, zone } of knowledge.competitors)
    expect(
      'region',
      zone.map(({ region }) => region),
      'competitors.json',
      `${id}.zone`,
    );
  const points = new Set(knowledge.muscles.flatMap(({ triggerPoints }) => triggerPoints.map(({ id }) => id)));
  for (const [point, regions] of Object.entries(knowledge.triggerPointHomes)) {
    expect('region', regions, 'trigger-point-homes.json', point);
    if (!points.has(point)) report('trigger-point-homes.json', point, 'is no trigger point');
  }
  for (const point of points)
    if (!(point in knowledge.triggerPointHomes)) report('trigger-point-homes.json', point, 'is missing');
}

function regionsHold({ knowledge, expect, report }: Inspection): void {
  const neighboursById = new Map(knowledge.regions.map(({ id, neighbours }) => [id, new Set(neighbours)]));
  for (const { id, neighbours } of knowledge.regions) {
    expect('region', neighbours, 'regions.json', `${id}.neighbours`);
    if (neighbours.length === 0) report('regions.json', `${id}.neighbours`, 'is empty');
    for (const other of neighbours) {
      if (other === id) report('regions.json', `${id}.neighbours`, 'names itself');
      if (neighboursById.get(other)?.has(id) === false)
        report('regions.json', `${id}.neighbours`, `names ${other}, which does not name ${id}`);
    }
  }
}

/** @param places  id of every trigger point and self-test met so far → muscle */
function muscleHolds(muscle: Muscle, places: Map<string, string>, { knowledge, expect, report }: Inspection): void {
  const file = `muscles/${muscle.id}.json`;
  for (const [field, entries] of [
    ['triggerPoints', muscle.triggerPoints],
    ['selfTests', muscle.selfTests],
  ] as const)
    for (const { id } of entries) {
      const earlier = places.get(id);
      if (earlier !== undefined) report(file, field, `duplicate id ${id}, also in ${earlier}`);
      places.set(id, file);
    }
  for (const point of muscle.triggerPoints) {
    const field = `triggerPoints.${point.id}.referral`;
    const regions = point.referral.map(({ region }) => region);
    expect('region', regions, file, field);
    if (new Set(regions).size < regions.length) report(file, field, 'names a region twice');
  }
  expect('perpetuating-factor', muscle.perpetuatingFactors, file, 'perpetuatingFactors');
  if (muscle.sources.length === 0) report(file, 'sources', 'is empty');
  for (const { share, range, note, source } of muscle.prevalence ?? [])
    if (share === null && range === undefined && note === undefined)
      report(file, 'prevalence', `gives neither share nor range, and no note says why (${source})`);
  for (const rule of knowledge.doseRules)
    for (const tool of muscle.palpation.tools)
      if (rule.forbiddenMuscles?.includes(muscle.id) === true && TAGS_BY_TOOL[tool].includes(rule.appliesTo))
        report(file, 'palpation.tools', `has ${tool}, which dose rule ${rule.id} forbids there`);
}

/** What using a tool on a muscle is, in the tags of dose rules. */
const TAGS_BY_TOOL = {
  hand: ['tag:pressure'],
  'ball-on-wall': ['tag:pressure', 'tag:tools-ball'],
  'ball-on-floor': ['tag:pressure', 'tag:tools-ball', 'tag:firm-pressure'],
  'hook-cane': ['tag:pressure', 'tag:firm-pressure'],
  'foam-roller': ['tag:pressure', 'tag:firm-pressure', 'tag:roller'],
  partner: ['tag:pressure'],
} satisfies Record<Muscle['palpation']['tools'][number], readonly string[]>;
