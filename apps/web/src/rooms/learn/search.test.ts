// What people type, and the pages they should meet. Typing errors are as people make them.

import { readFileSync } from 'node:fs';
import type { IdentifyKnowledge, LibraryKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { describe, expect, test } from 'vitest';
import { EXPLAINED, TOPIC_OF_CATEGORY } from '../../texts/explain.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { searchLibrary } from './search.ts';
import { CLAIMS_PAGE, MUSCLE_GROUPS, SHELVES } from './shelves.ts';

const slice = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../../../packages/knowledge/edition/${name}.json`, import.meta.url), 'utf8'),
  ) as T;
const library = slice<LibraryKnowledge>('library');
const identify = slice<IdentifyKnowledge>('identify');
const search = searchLibrary(library, identify);

/** Query → pages of which one must be among the first three. */
const QUERIES: readonly (readonly [query: string, ...pages: string[]])[] = [
  ['what is a knot', 'what-is-a-knot'],
  ['trigger point', 'what-is-a-knot', 'active-and-latent'],
  ['belt laser', 'devices-and-adverts'],
  ['laser belt worth it', 'devices-and-adverts'],
  ['banana', 'food-and-minerals'],
  ['cramp', 'not-a-spasm', 'food-and-minerals', 'soleus'],
  ['sore neck after sleeping', 'sleep-position', 'levator-scapulae'],
  ['slept wrong', 'sleep-position', 'levator-scapulae'],
  ['between shoulder blades', 'rhomboids', 'trapezius-middle'],
  ['stiff neck', 'levator-scapulae', 'splenius-cervicis', 'cervical-multifidi-rotatores'],
  ['ice or heat', 'what-cold-does', 'what-warmth-does'],
  ['hot water bottle', 'using-warmth-safely', 'what-warmth-does'],
  ['can I fall asleep on a heating pad', 'using-warmth-safely'],
  ['massage gun', 'massage-guns-and-tens'],
  ['theragun', 'massage-guns-and-tens'],
  ['tennis ball', 'hands-balls-and-tools'],
  ['foam roller lower back', 'foam-rollers'],
  ['how hard should I press', 'how-hard-to-press'],
  ['how long to hold', 'how-long-and-how-often'],
  ['ibuprofen', 'pain-tablets-and-gels'],
  ['tiger balm', 'rubs-and-patches'],
  ['dry needling', 'needles-cups-and-hands'],
  ['chiropractor', 'needles-cups-and-hands', 'seeing-a-professional'],
  ['text neck', 'phone-and-laptop', 'posture'],
  ['standing desk', 'desk-set-up'],
  ['sciatica', 'piriformis', 'gluteus-minimus', 'nerves-under-pressure', 'sitting'],
  ['lactic acid', 'waste-and-lactic-acid'],
  ['should I see a doctor', 'when-to-get-help', 'seeing-a-professional'],
  ['how long does it take to heal', 'how-long-it-lasts'],
  ['pain travels down arm', 'referred-pain', 'scalenes', 'infraspinatus', 'subclavius', 'pectoralis-minor'],
  ['stress', 'stress-and-tension'],
  ['mri scan', 'scans'],
  ['dehydration', 'water'],
  ['headache behind eye', 'headache-and-ear-pain', 'splenius-cervicis', 'scm-sternal'],
  ['rotator cuff', 'infraspinatus', 'supraspinatus', 'teres-minor'],
  ['get rid of knots', 'what-helps-most'],
  ['myths', 'said-and-true'],
  ['bum', 'gluteus-maximus'],
];

const WITH_SLIPS: readonly (readonly [query: string, ...pages: string[]])[] = [
  ['sholder blade', 'rhomboids', 'serratus-posterior-superior', 'levator-scapulae', 'infraspinatus'],
  ['trapezious', 'trapezius-upper', 'trapezius-middle', 'trapezius-lower'],
  ['magnesum', 'food-and-minerals'],
  ['ibuprofin', 'pain-tablets-and-gels'],
  ['fom roler', 'foam-rollers'],
  ['streching', 'what-stretching-does', 'how-to-stretch'],
  ['postur', 'posture'],
  ['refered pain', 'referred-pain'],
  ['acupunture', 'needles-cups-and-hands'],
  ['romboid', 'rhomboids'],
  ['hedache', 'headache-and-ear-pain'],
  ['physiotherapst', 'seeing-a-professional'],
];

const hits = (queries: typeof QUERIES) =>
  queries.filter(([query, ...pages]) =>
    search(query)
      .slice(0, 3)
      .some(({ id }) => pages.includes(id)),
  );

describe('UND-03: the library is found in everyday words', () => {
  test('"knot under shoulder blade" finds the three muscles that lie there', () => {
    const first = search('knot under shoulder blade')
      .slice(0, 3)
      .map(({ id }) => id);
    expect(first.toSorted()).toEqual(['levator-scapulae', 'rhomboids', 'serratus-posterior-superior']);
  });

  test.each(QUERIES)('%s', (query, ...pages) => {
    expect(pages).toContain(
      search(query)
        .slice(0, 3)
        .find(({ id }) => pages.includes(id))?.id,
    );
  });

  test.each(WITH_SLIPS)('with a slip: %s', (query, ...pages) => {
    expect(pages).toContain(
      search(query)
        .slice(0, 3)
        .find(({ id }) => pages.includes(id))?.id,
    );
  });

  test('nothing for nothing, and nothing for noise', () => {
    expect(search('')).toEqual([]);
    expect(search('zzxqj')).toEqual([]);
  });

  test('the hit rate among the first three', ({ annotate }) => {
    const all = [...QUERIES, ...WITH_SLIPS];
    annotate(`top 3: ${hits(all).length} of ${all.length}`);
    expect(hits(all)).toHaveLength(all.length);
  });
});

describe('UND-04: every page can be reached', () => {
  const onShelves: readonly string[] = Object.values(SHELVES).flat();

  test('each page of the library stands on one shelf, and no shelf holds an empty place', () => {
    expect(onShelves.toSorted()).toEqual(library.texts.map(({ id }) => id).toSorted());
  });

  test('each muscle belongs to a group that is shown, and shares its address with no page', () => {
    for (const { id, group } of identify.muscles) {
      expect(MUSCLE_GROUPS).toContain(group);
      expect(onShelves).not.toContain(id);
    }
  });

  test('everyday words lead to pages that exist', () => {
    const known = new Set([...onShelves, ...identify.muscles.map(({ id }) => id), CLAIMS_PAGE]);
    expect(Object.keys(EVERYDAY_WORDS).filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => EVERYDAY_WORDS[id] === undefined)).toEqual([]);
  });

  test('links from other rooms lead to pages that exist, and every technique has one', () => {
    for (const [page] of Object.values(EXPLAINED)) expect(onShelves).toContain(page);
    for (const { category } of slice<PlanKnowledge>('plan').techniques)
      expect(TOPIC_OF_CATEGORY).toHaveProperty(category);
  });
});
