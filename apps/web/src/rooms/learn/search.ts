// Search in the library: at once, offline, and kind to slips of the finger. Loaded when somebody begins to search.

import type { IdentifyKnowledge, LibraryKnowledge } from '@unknot/knowledge/schema';
import MiniSearch from 'minisearch';
import { learnTexts as t } from '../../texts/learn.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { CLAIMS_PAGE } from './shelves.ts';

export interface Found {
  readonly id: string;
  readonly title: string;
  /** A muscle, a text, or the page of claims. */
  readonly kind: 'muscle' | 'text' | 'claims';
}

interface Entry extends Found {
  readonly everyday: string;
  readonly text: string;
  readonly claims: string;
}

/** Parts of a muscle's pain this strong or stronger count as "where it hurts". Own setting. */
const STRONG = 0.5;
/** More results than this are no help. */
const AT_MOST = 8;
/** What counts how much; own settings, tried on the queries of the test. */
const BOOST = { title: 4, everyday: 3, claims: 0.8, text: 1 };

const FILLERS = new Set(
  'a about all am an and any are as at be been but by can could did do does doing for from get getting got had has have how i if in into is it its just me my no not now of on or our own should so some that the their them there this to too very was what when which who why will with would you your'.split(
    ' ',
  ),
);

/** A word as it is compared: lower case, no accents, no endings; nothing for words that say nothing. */
function comparable(word: string): string | null {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’]s?$/gu, '');
  if (plain.length < 2 || FILLERS.has(plain)) return null;
  if (plain.length > 5 && plain.endsWith('ing')) return plain.slice(0, -3).replace(/([b-df-hj-np-rtv-z])\1$/, '$1');
  if (plain.length > 3 && /[^su]s$/.test(plain)) return plain.slice(0, -1).replace(/(ch|sh|x)e$/, '$1');
  return plain;
}

export function searchLibrary(
  library: LibraryKnowledge,
  identify: IdentifyKnowledge,
): (query: string) => readonly Found[] {
  const index = new MiniSearch<Entry>({
    fields: Object.keys(BOOST),
    storeFields: ['title', 'kind'],
    processTerm: comparable,
    searchOptions: {
      boost: BOOST,
      // One slip in words of four letters or more, two in long ones.
      fuzzy: (word) => (word.length < 4 ? false : word.length < 8 ? 1 : 2),
      prefix: (word) => word.length > 2,
      weights: { fuzzy: 0.35, prefix: 0.6 },
    },
  });
  index.addAll(entriesOf(library, identify));
  return (query) => {
    // Pages that fit every word come first, then those that fit some.
    const all = index.search(query, { combineWith: 'AND' });
    const some = index.search(query);
    const ids = new Set(all.map(({ id }) => id));
    return [...all, ...some.filter(({ id }) => !ids.has(id))]
      .slice(0, AT_MOST)
      .map(({ id, title, kind }) => ({ id, title, kind }));
  };
}

function entriesOf(library: LibraryKnowledge, identify: IdentifyKnowledge): readonly Entry[] {
  const nameOf = new Map(identify.regions.map(({ id, plainName }) => [id, plainName]));
  const symptomsOf = new Map(library.anatomy.map(({ id, commonSymptoms }) => [id, commonSymptoms.join(' ')]));
  const texts = library.texts.map(
    ({ id, title, paragraphs }): Entry => ({
      id,
      title,
      kind: 'text',
      everyday: EVERYDAY_WORDS[id] ?? '',
      text: paragraphs.join(' '),
      claims: library.seedClaims
        .filter(({ carriedBy }) => carriedBy.some((by) => by.kind === 'library' && by.id === id))
        .map(({ claim }) => claim)
        .join(' '),
    }),
  );
  const muscles = identify.muscles.map(
    ({ id, plainName, name, latinName, triggerPoints }): Entry => ({
      id,
      title: `${name}: ${plainName}`,
      kind: 'muscle',
      everyday: EVERYDAY_WORDS[id] ?? '',
      text: [
        latinName,
        symptomsOf.get(id) ?? '',
        ...triggerPoints.flatMap(({ referral }) =>
          referral.filter(({ weight }) => weight >= STRONG).map(({ region }) => nameOf.get(region) ?? ''),
        ),
      ].join(' '),
      claims: '',
    }),
  );
  const said: Entry = {
    id: CLAIMS_PAGE,
    title: t.claimsTitle,
    kind: 'claims',
    everyday: EVERYDAY_WORDS[CLAIMS_PAGE] ?? '',
    text: '',
    claims: '',
  };
  return [...texts, ...muscles, said];
}
