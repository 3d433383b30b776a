// An exercise or device of the person's own as a technique like any other, so that every limit holds for it without
// knowing that it is one. What nobody said about it is taken the careful way. See RULES.md, PLN-20.

import type { Condition, Grade, PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import type { ConditionId } from '../case/index.ts';
import { names } from './person.ts';
import type { OwnDeed, OwnDose, OwnItem, OwnTrait } from './request.ts';

interface Kind {
  readonly category: string;
  readonly goal: Technique['goal'];
  readonly tags: readonly string[];
  readonly grade: Grade;
}

const KIND_BY_DEED: Readonly<Record<OwnDeed, Kind>> = {
  stretch: { category: 'stretch', goal: 'lengthen', tags: ['stretch'], grade: 'expert-opinion' },
  move: { category: 'mobility', goal: 'mobilise', tags: ['mobilise'], grade: 'expert-opinion' },
  strengthen: { category: 'strength', goal: 'strengthen', tags: ['strengthen'], grade: 'expert-opinion' },
  breathe: { category: 'calm', goal: 'calm', tags: ['calm'], grade: 'expert-opinion' },
  press: { category: 'pressure-release', goal: 'release', tags: ['pressure', 'firm-pressure'], grade: 'limited' },
  roll: {
    category: 'pressure-release',
    goal: 'release',
    tags: ['pressure', 'firm-pressure', 'roller'],
    grade: 'limited',
  },
  drum: {
    category: 'percussion',
    goal: 'release',
    tags: ['percussion', 'pressure', 'firm-pressure'],
    grade: 'limited',
  },
  warm: { category: 'heat', goal: 'warm', tags: ['heat', 'local-heat'], grade: 'limited' },
  cool: { category: 'cold', goal: 'cool', tags: ['cold'], grade: 'limited' },
  tens: { category: 'device', goal: 'release', tags: ['tens'], grade: 'contested' },
};

const TAGS_BY_TRAIT: Readonly<Record<OwnTrait, readonly string[]>> = {
  'rounds-the-back': ['spine-flexion'],
  'arches-the-back': ['spine-extension'],
  'turns-the-back': ['spine-rotation'],
  'head-below-heart': ['head-down'],
  'lying-on-the-back': ['supine'],
  'lying-face-down': ['prone'],
  'on-the-knees': ['kneel'],
  'down-to-the-floor': ['floor', 'floor-only'],
  'holds-the-breath': ['breath-hold'],
  'to-the-end-of-range': ['end-range'],
  'hand-on-the-head': ['neck-hand-force'],
};

const NECK = ['head-neck', 'neck-shoulder'];
const LEGS = ['hip-buttock', 'thigh-leg'];
const OVER_RIBS = ['upper-back', 'mid-back', 'chest'];
const UPPER_HALF = [...NECK, 'shoulder', 'arm', 'upper-back', 'chest'];

/** The knowledge with the own items as techniques; later ones of the same id and ids of the knowledge are left out. */
export function withOwn(k: PlanKnowledge, own: readonly OwnItem[] | undefined): PlanKnowledge {
  if (own === undefined || own.length === 0) return k;
  const techniques = [...k.techniques];
  for (const item of own) if (techniques.every(({ id }) => id !== item.id)) techniques.push(techniqueOf(k, item));
  return { ...k, techniques };
}

export const isOwn = ({ id }: Technique): boolean => id.startsWith('own-');

function techniqueOf(k: PlanKnowledge, item: OwnItem): Technique {
  const kind = KIND_BY_DEED[item.deed];
  const kin = k.techniques.filter(
    ({ category, tags }) => category === kind.category && kind.tags.every((tag) => tags.includes(tag)),
  );
  const near = kin.filter(({ targets }) => targets.some((muscle) => item.muscles.includes(muscle)));
  const most = (of: (technique: Technique) => number | null) =>
    Math.max(0, ...kin.map((technique) => of(technique) ?? 0)) || Number.POSITIVE_INFINITY;
  const { holdSeconds, repetitions, minutes, perSide = false, sets = 1 } = amountOf(item);
  const lasts = minutes !== undefined || holdSeconds === undefined;
  const longest = Math.min(
    minutes ?? 1,
    most(({ dose }) => dose.totalMinutesMax),
  );
  const notAbove = (given: number | undefined, max: number): number | null =>
    given === undefined ? (Number.isFinite(max) ? max : null) : Math.min(given, max);
  return {
    id: item.id,
    name: item.name,
    plainName: item.name,
    category: kind.category,
    goal: kind.goal,
    targets: item.muscles.length > 0 ? item.muscles : ['any'],
    tools: [],
    toolIds: item.tools,
    place: item.places.length > 0 ? item.places : ['anywhere'],
    position: '',
    postures: item.postures.length > 0 ? item.postures : ['standing'],
    dose: {
      holdSeconds:
        holdSeconds === undefined
          ? null
          : Math.min(
              holdSeconds,
              most(({ dose }) => dose.holdSeconds),
            ),
      repetitions: repetitions ?? (lasts ? null : 1),
      sets,
      totalMinutesMin: minutes === undefined ? null : Math.min(1, longest),
      totalMinutesMax: minutes === undefined ? null : longest,
      perDay: notAbove(
        item.dose.perDay,
        most(({ dose }) => dose.perDay),
      ),
      perWeek: item.dose.perWeek ?? null,
      restSeconds: null,
      intensityCap: Math.min(
        item.dose.intensityCap ?? 4,
        most(({ dose }) => dose.intensityCap),
      ),
      perSide,
      source: 'own setting',
    },
    steps: [],
    commonMistakes: [],
    stopIf: [],
    tags: [...new Set([...kind.tags, ...placeTags(k, item), ...traitTags(k, item)])],
    contraindications: [...new Set([...(item.notWith ?? []), ...inherited(k, item, near.length > 0 ? near : kin)])],
    cautions: [],
    evidence: { grade: kind.grade, summary: '', sources: [] },
    expectedRelief: null,
    effectPriorClass: classOf(k, item),
  };
}

/** A movement or a breath whose length nobody told, seconds. Own settings. */
const MOVE_SECONDS = 1;
const BREATH_SECONDS = 4;

/**
 * What was told, as the limits count it. Warmth, cold and current lie on the skin until they are taken off: held or
 * not, what counts is how long that is.
 */
function amountOf({ deed, dose }: OwnItem): OwnDose {
  const { holdSeconds, repetitions, sets = 1, minutes, ...rest } = dose;
  if (['warm', 'cool', 'tens'].includes(deed) && holdSeconds !== undefined) {
    const held = Math.ceil((holdSeconds * (repetitions ?? 1) * sets) / 60);
    return { ...rest, minutes: Math.max(minutes ?? 0, held) };
  }
  if (holdSeconds !== undefined || minutes !== undefined || repetitions === undefined) return dose;
  return { ...dose, holdSeconds: deed === 'breathe' ? BREATH_SECONDS : MOVE_SECONDS };
}

/**
 * Conditions that close any technique of this kind on these muscles close this one too: nobody has told in which way it
 * differs. What the person who gave it knows about does not count; limits on tags hold all the same.
 */
function inherited(k: PlanKnowledge, { knownTo = [] }: OwnItem, kin: readonly Technique[]): readonly ConditionId[] {
  const closes = ({ id, excludes }: Condition, technique: Technique) =>
    technique.contraindications.includes(id) || excludes.some((applyTo) => names(applyTo, technique));
  return k.conditions.flatMap((condition) =>
    !knownTo.includes(condition.id) && kin.some((technique) => closes(condition, technique)) ? [condition.id] : [],
  );
}

/** Where it may be done; no muscle named is anywhere. */
const groupsOf = (k: PlanKnowledge, { muscles }: OwnItem): readonly string[] =>
  k.muscles.filter(({ id }) => muscles.length === 0 || muscles.includes(id)).map(({ group }) => group);

const touches = ({ deed }: OwnItem): boolean => ['press', 'roll', 'drum'].includes(deed);
const moves = ({ deed }: OwnItem): boolean => ['stretch', 'move', 'strengthen'].includes(deed);

/** What lies where it is done. */
function placeTags(k: PlanKnowledge, item: OwnItem): readonly string[] {
  const groups = groupsOf(k, item);
  const isAt = (some: readonly string[]) => groups.some((group) => some.includes(group));
  const tags: string[] = [];
  if (touches(item)) {
    if (isAt(NECK)) tags.push('neck-pressure', 'neck-pressure-top');
    if (isAt(LEGS)) tags.push('leg-pressure');
    if (isAt(OVER_RIBS)) tags.push('over-ribs');
    if (item.tools.some((tool) => ['ball', 'two-balls'].includes(tool))) tags.push('tools-ball');
    if (item.places.includes('floor') || item.postures.includes('lying')) tags.push('body-weight');
  }
  if (moves(item) && isAt(NECK)) tags.push('neck', ...(item.deed === 'stretch' ? ['neck-stretch'] : []));
  if (item.postures.every((posture) => posture === 'standing')) tags.push('standing');
  return tags;
}

/** A trait that was denied is not there, one that was named is; one nobody spoke of is there where it could be. */
function traitTags(k: PlanKnowledge, item: OwnItem): readonly string[] {
  const groups = groupsOf(k, item);
  const trunk = groups.some((group) => !['head-neck', 'arm', 'shoulder'].includes(group));
  const neck = groups.some((group) => NECK.includes(group));
  const couldBe: Readonly<Record<OwnTrait, boolean>> = {
    'rounds-the-back': moves(item) && trunk,
    'arches-the-back': moves(item) && trunk,
    'turns-the-back': moves(item) && trunk,
    'head-below-heart': moves(item) && !item.postures.every((posture) => posture === 'sitting'),
    'lying-on-the-back': item.postures.includes('lying'),
    'lying-face-down': item.postures.includes('lying'),
    'on-the-knees': item.postures.includes('kneeling'),
    'down-to-the-floor': item.places.every((place) => place === 'floor'),
    'holds-the-breath': item.deed === 'strengthen' || item.deed === 'breathe',
    'to-the-end-of-range': item.deed === 'stretch',
    'hand-on-the-head': neck && (item.deed === 'stretch' || item.deed === 'strengthen'),
  };
  return (Object.keys(TAGS_BY_TRAIT) as OwnTrait[]).flatMap((trait) =>
    (item.traits?.[trait] ?? couldBe[trait]) ? TAGS_BY_TRAIT[trait] : [],
  );
}

function classOf(k: PlanKnowledge, item: OwnItem): string {
  const upper = groupsOf(k, item).some((group) => UPPER_HALF.includes(group));
  const byDeed: Readonly<Record<OwnDeed, string>> = {
    stretch: upper ? 'stretch-neck-shoulder' : 'stretch-back-hip',
    move: 'movement',
    strengthen: upper ? 'strength-neck-shoulder' : 'strength-back',
    breathe: 'calm',
    press: 'pressure',
    roll: 'rolling',
    drum: 'percussion',
    warm: 'heat',
    cool: 'cold',
    tens: 'tens',
  };
  return byDeed[item.deed];
}
