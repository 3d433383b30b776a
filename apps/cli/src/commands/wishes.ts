// What somebody wishes of a plan: what today allows, likes and dislikes, exercises and devices of their own.

import { OWN_DEEDS, OWN_TRAITS, type OwnItem, type PlanPreferences, type Today } from '@unknot/engine/plan';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { fieldsOf, listOf, numberIn, oneOf, onlyFields, refuse, textOf } from '../input/index.ts';
import { PLACES } from './story.ts';

const POSTURES = ['sitting', 'standing', 'lying', 'kneeling'] as const;

export const idsIn = (
  value: unknown,
  name: string,
  what: string,
  vocabulary: Readonly<Record<string, unknown>>,
): string[] => listOf(value, name).map((id, i) => oneOf(id, `${name}[${i}]`, what, Object.keys(vocabulary)));

const yesOrNo = (value: unknown, name: string): boolean =>
  typeof value === 'boolean' ? value : refuse(name, 'must be true or false');

export function todayIn(value: unknown): Today {
  const fields = fieldsOf(value, 'today');
  onlyFields(fields, ['floor', 'postures', 'energy'], 'today');
  return {
    ...(fields.floor === undefined ? {} : { floor: yesOrNo(fields.floor, 'today.floor') }),
    ...(fields.postures === undefined
      ? {}
      : {
          postures: listOf(fields.postures, 'today.postures').map((posture, i) =>
            oneOf(posture, `today.postures[${i}]`, 'a posture', POSTURES),
          ),
        }),
    ...(fields.energy === undefined
      ? {}
      : { energy: oneOf(fields.energy, 'today.energy', 'an energy', ['low', 'flare'] as const) }),
  };
}

export function preferencesIn(value: unknown, { techniques }: PlanKnowledge): PlanPreferences {
  const fields = fieldsOf(value, 'preferences');
  onlyFields(fields, ['never', 'prefer', 'moreItems', 'felt'], 'preferences');
  const ids = techniques.map(({ id }) => id);
  const some = (name: string) =>
    listOf(fields[name] ?? [], `preferences.${name}`).map((id, i) =>
      oneOf(id, `preferences.${name}[${i}]`, 'a technique', ids),
    );
  const felt = Object.entries(fieldsOf(fields.felt ?? {}, 'preferences.felt')).map(([id, how]) => [
    oneOf(id, 'preferences.felt', 'a technique', ids),
    oneOf(how, `preferences.felt.${id}`, 'a feeling', ['too-hard', 'too-easy'] as const),
  ]);
  return {
    never: some('never'),
    prefer: some('prefer'),
    ...(fields.moreItems === undefined ? {} : { moreItems: yesOrNo(fields.moreItems, 'preferences.moreItems') }),
    felt: Object.fromEntries(felt),
  };
}

const DOSE = { holdSeconds: 600, repetitions: 200, sets: 20, minutes: 120, perDay: 24, perWeek: 100, intensityCap: 10 };

/** @throws {BadInput} naming the field */
export function ownIn(value: unknown, knowledge: PlanKnowledge): OwnItem[] {
  const byId = (list: readonly { readonly id: string }[]) => Object.fromEntries(list.map(({ id }) => [id, id]));
  return listOf(value, 'own').map((entry, i): OwnItem => {
    const at = `own[${i}]`;
    const item = fieldsOf(entry, at);
    const known = [
      'id',
      'name',
      'deed',
      'muscles',
      'traits',
      'tools',
      'places',
      'postures',
      'dose',
      'notWith',
      'knownTo',
    ];
    onlyFields(item, known, at);
    const id = textOf(item.id, `${at}.id`);
    if (!id.startsWith('own-')) refuse(`${at}.id`, 'must begin with own-');
    const dose = fieldsOf(item.dose ?? {}, `${at}.dose`);
    onlyFields(dose, [...Object.keys(DOSE), 'perSide'], `${at}.dose`);
    const amounts = Object.entries(DOSE).flatMap(([name, most]) =>
      dose[name] === undefined ? [] : [[name, numberIn(dose[name], `${at}.dose.${name}`, 0, most)]],
    );
    const traits = Object.entries(fieldsOf(item.traits ?? {}, `${at}.traits`)).map(([trait, yes]) => [
      oneOf(trait, `${at}.traits`, 'a trait', OWN_TRAITS),
      yesOrNo(yes, `${at}.traits.${trait}`),
    ]);
    const conditions = byId(knowledge.conditions);
    return {
      id,
      name: textOf(item.name, `${at}.name`),
      deed: oneOf(item.deed, `${at}.deed`, 'a deed', OWN_DEEDS),
      muscles: idsIn(item.muscles ?? [], `${at}.muscles`, 'a muscle', byId(knowledge.muscles)),
      traits: Object.fromEntries(traits),
      tools: idsIn(item.tools ?? [], `${at}.tools`, 'a tool', knowledge.toolVocabulary),
      places: listOf(item.places ?? [], `${at}.places`).map((place, n) =>
        oneOf(place, `${at}.places[${n}]`, 'a place', PLACES),
      ),
      postures: listOf(item.postures ?? [], `${at}.postures`).map((posture, n) =>
        oneOf(posture, `${at}.postures[${n}]`, 'a posture', POSTURES),
      ),
      dose: {
        ...Object.fromEntries(amounts),
        ...(dose.perSide === undefined ? {} : { perSide: yesOrNo(dose.perSide, `${at}.dose.perSide`) }),
      },
      notWith: idsIn(item.notWith ?? [], `${at}.notWith`, 'a condition', conditions),
      knownTo: idsIn(item.knownTo ?? [], `${at}.knownTo`, 'a condition', conditions),
    };
  });
}
