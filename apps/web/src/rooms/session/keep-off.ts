// Where a ball, a roller, a device or a hand must not press, as places on the body map. The areas are those of the dose
// rules; what has no place on a map (a lump, a pulse) is said in words only.

import type { RegionId } from '@unknot/atlas/frame';
import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';

const NECK_FRONT = ['neck-throat', 'neck-anterolateral', 'neck-lateral-upper', 'neck-lateral-lower'];
const NECK_BACK = ['neck-posterior-midline', 'neck-posterior-upper', 'neck-posterior-lower'];
const SPINE = [
  'neck-posterior-midline',
  'spine-cervicothoracic',
  'spine-upper-thoracic',
  'spine-lower-thoracic',
  'spine-upper-lumbar',
  'spine-lower-lumbar',
  'sacrum',
  'coccyx',
];
const BONE = [
  'shoulder-acromion',
  'sternum',
  'elbow-lateral',
  'elbow-medial',
  'elbow-posterior',
  'greater-trochanter',
  'knee-anterior',
  'leg-anterior',
  'ankle-lateral',
  'heel',
];
const BELLY = [
  'abdomen-epigastric',
  'abdomen-upper-lateral',
  'abdomen-umbilical',
  'abdomen-lower-lateral',
  'abdomen-suprapubic',
];
const LOW_BACK = [
  'lumbar-paraspinal-upper',
  'lumbar-paraspinal-mid',
  'lumbar-paraspinal-lower',
  'flank-posterior',
  'spine-upper-lumbar',
  'spine-lower-lumbar',
];

/** Forbidden area of a dose rule → regions; an empty list is an area without a place of its own. */
export const REGIONS_OF_AREA: Readonly<Record<string, readonly RegionId[]>> = {
  'front and sides of the neck': NECK_FRONT,
  'front of the neck': NECK_FRONT,
  neck: [...NECK_FRONT, ...NECK_BACK],
  head: ['head-vertex', 'head-occiput', 'head-suboccipital', 'head-retroauricular', 'head-temple', 'head-parietal'],
  'anywhere a pulse is felt': [],
  'hollow above the collarbone': ['supraclavicular-fossa'],
  'armpit hollow': ['axilla'],
  'breast tissue or implant': ['chest-breast'],
  'front of chest': ['chest-breast', 'chest-upper', 'sternum', 'parasternal', 'infraclavicular'],
  'across the chest': ['chest-breast', 'chest-upper', 'sternum', 'parasternal', 'infraclavicular'],
  belly: BELLY,
  groin: ['groin'],
  'back of the knee': ['knee-posterior'],
  spine: SPINE,
  'spine and other bone': [...SPINE, ...BONE],
  'low back': LOW_BACK,
  'kidney area below the last rib': ['flank-posterior'],
  'broken or numb skin': [],
  'lymph nodes': [],
  lumps: [],
  'over a device, scar, bruise, varicose vein or numb skin': [],
};

export interface KeepOff {
  readonly regions: readonly RegionId[];
  /** As the rules name them, for words. */
  readonly areas: readonly string[];
}

/** Null for a technique that presses nowhere. */
export function keepOffOf({ doseRules }: Pick<PlanKnowledge, 'doseRules'>, technique: Technique): KeepOff | null {
  const areas = doseRules
    .filter(({ appliesTo }) => technique.tags.includes(appliesTo.slice('tag:'.length)))
    .flatMap(({ forbiddenAreas }) => forbiddenAreas ?? []);
  if (areas.length === 0) return null;
  return { areas: [...new Set(areas)], regions: [...new Set(areas.flatMap((area) => REGIONS_OF_AREA[area] ?? []))] };
}
