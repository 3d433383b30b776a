// What was typed into the form for an own exercise, and what it becomes. Nothing here touches the page.

import type { ConditionId, PlaceId, ToolId } from '@unknot/engine/case';
import { OWN_TRAITS, type OwnDeed, type OwnTrait } from '@unknot/engine/plan';
import type { BodyOf } from '@unknot/journal/event';
import type { Posture } from '@unknot/knowledge/schema';

/** Numbers as they were typed. */
export interface TypedDose {
  readonly holdSeconds: string;
  readonly repetitions: string;
  readonly sets: string;
  readonly minutes: string;
  readonly perDay: string;
}

export interface OwnForm {
  readonly id: string;
  readonly name: string;
  readonly deed: OwnDeed | null;
  readonly muscles: readonly string[];
  readonly dose: TypedDose;
  readonly perSide: boolean;
  readonly places: readonly PlaceId[];
  readonly postures: readonly Posture[];
  readonly tools: readonly ToolId[];
  readonly traits: readonly OwnTrait[];
  /** The person said that it does none of the others. */
  readonly traitsAll: boolean;
  readonly notWith: readonly ConditionId[];
  readonly knownTo: readonly ConditionId[];
  readonly how: string;
  readonly givenBy: string;
  readonly picture: string | null;
}

type Missing = 'name' | 'deed' | 'dose' | 'number' | 'muscle';

const NO_DOSE: TypedDose = { holdSeconds: '', repetitions: '', sets: '', minutes: '', perDay: '' };
/** What acts on a place and nowhere else. */
const NEEDS_A_PLACE: ReadonlySet<OwnDeed> = new Set(['press', 'roll', 'drum', 'warm', 'cool', 'tens']);
/** As the diary keeps them; own setting. */
const MOST = { holdSeconds: 3600, repetitions: 200, sets: 20, minutes: 240, perDay: 24 } as const;

export const emptyForm = (id: string): OwnForm => ({
  id,
  name: '',
  deed: null,
  muscles: [],
  dose: NO_DOSE,
  perSide: false,
  places: [],
  postures: [],
  tools: [],
  traits: [],
  traitsAll: false,
  notWith: [],
  knownTo: [],
  how: '',
  givenBy: '',
  picture: null,
});

export function formOf({ item, how = '', givenBy = '', picture }: BodyOf<'own.kept'>): OwnForm {
  const typed = (n: number | undefined) => (n === undefined ? '' : String(n));
  const { holdSeconds, repetitions, sets, minutes, perDay, perSide = false } = item.dose;
  const told = Object.entries(item.traits ?? {}) as [OwnTrait, boolean][];
  return {
    id: item.id,
    name: item.name,
    deed: item.deed,
    muscles: item.muscles,
    dose: {
      holdSeconds: typed(holdSeconds),
      repetitions: typed(repetitions),
      sets: typed(sets),
      minutes: typed(minutes),
      perDay: typed(perDay),
    },
    perSide,
    places: item.places,
    postures: item.postures,
    tools: item.tools,
    traits: told.flatMap(([trait, does]) => (does ? [trait] : [])),
    traitsAll: told.some(([, does]) => !does),
    notWith: item.notWith ?? [],
    knownTo: item.knownTo ?? [],
    how,
    givenBy,
    picture: picture ?? null,
  };
}

/** A trait that nobody spoke of is not said to be absent. */
const traitsOf = ({ traits, traitsAll }: OwnForm): Readonly<Partial<Record<OwnTrait, boolean>>> =>
  Object.fromEntries(
    OWN_TRAITS.filter((trait) => traitsAll || traits.includes(trait)).map((trait) => [trait, traits.includes(trait)]),
  );

export type ReadForm = { readonly kind: 'item'; readonly body: BodyOf<'own.kept'> } | { readonly kind: Missing };

/** The event that keeps it, or the first thing that is missing. */
export function readForm(form: OwnForm): ReadForm {
  const { id, deed, muscles, perSide, places, postures, tools, notWith, knownTo } = form;
  const name = form.name.trim();
  if (name === '') return { kind: 'name' };
  if (deed === null) return { kind: 'deed' };
  if (NEEDS_A_PLACE.has(deed) && muscles.length === 0) return { kind: 'muscle' };
  const dose: Record<string, number> = {};
  for (const field of Object.keys(NO_DOSE) as (keyof TypedDose)[]) {
    const text = form.dose[field].trim();
    if (text === '') continue;
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > MOST[field]) return { kind: 'number' };
    dose[field] = number;
  }
  if (dose.holdSeconds === undefined && dose.repetitions === undefined && dose.minutes === undefined)
    return { kind: 'dose' };
  return {
    kind: 'item',
    body: {
      item: {
        id,
        name,
        deed,
        muscles: [...muscles],
        traits: { ...traitsOf(form) },
        tools: [...tools],
        places: [...places],
        postures: [...postures],
        dose: { ...dose, ...(perSide ? { perSide } : {}) },
        ...(notWith.length > 0 ? { notWith: [...notWith] } : {}),
        ...(knownTo.length > 0 && form.givenBy.trim() !== '' ? { knownTo: [...knownTo] } : {}),
      },
      ...(form.how.trim() === '' ? {} : { how: form.how.trim() }),
      ...(form.givenBy.trim() === '' ? {} : { givenBy: form.givenBy.trim() }),
      ...(form.picture === null ? {} : { picture: form.picture }),
    },
  };
}
