// The library keeps its two promises: every claim we started from is answered on a page, and every page reads easily.
//
// Reading age is Flesch–Kincaid (Kincaid et al. 1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59 is a
// school grade of the United States; grade + 5 is about the age. A sentence is a unit of thought, so a colon or a
// semicolon ends one (Flesch 1949). Syllables are counted by runs of vowels, which is right for about nine words of ten.
// The formula knows nothing of order, of rare short words, or of what a reader already knows: it finds long sentences
// and long words, and no more. A person has to read the rest.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LibraryText, SeedArticle } from '../schema/index.ts';

const data = join(import.meta.dirname, '../../data');
const all = <T>(folder: string): readonly T[] =>
  readdirSync(join(data, folder)).map((file) => JSON.parse(readFileSync(join(data, folder, file), 'utf8')) as T);

const pages = all<LibraryText>('library');
const articles = all<SeedArticle>('seed-claims');
const claims = articles.flatMap((article) => article.claims);

/** Reading age 12. */
const GRADE = 7;

function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?:[^laeiouycghsxz]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '');
  return Math.max(1, (spoken.match(/[aeiouy]{1,2}/g) ?? []).length);
}

function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:;]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part)).length;
  const words = text.split(/[\s–-]+/).filter((part) => /[a-z0-9]/i.test(part));
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * words.length) / sentences + (11.8 * spoken) / words.length - 15.59;
}

describe('the formula of the reading age', () => {
  test('counts syllables as people do', () => {
    const known = { back: 1, muscle: 2, shoulder: 2, pressing: 2, walked: 1, needed: 2, stretches: 2, paracetamol: 5 };
    for (const [word, count] of Object.entries(known)) expect([word, syllables(word)]).toEqual([word, count]);
  });

  test('tells an easy text from a hard one', () => {
    expect(readingGrade('The cat sat on the mat. It was warm.')).toBeLessThan(2);
    expect(
      readingGrade('Myofascial trigger points constitute hyperirritable nodules within palpable bands of musculature.'),
    ).toBeGreaterThan(14);
  });
});

describe('UND-01: what the articles claim is answered', () => {
  test('all 293 claims are there, each once', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(293);
    expect(claims).toHaveLength(293);
  });

  test('each is taught, limited or corrected by a page that exists', () => {
    const ids = new Set(pages.map(({ id }) => id));
    const open = claims.filter(({ carriedBy }) => !carriedBy.some(({ kind, id }) => kind === 'library' && ids.has(id)));
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  test('each is answered in at most forty words, as to a person', () => {
    for (const { id, reading } of claims) {
      expect([id, reading.split(/\s+/).length <= 40]).toEqual([id, true]);
      expect([id, /\b(CHECK|PLAN|LEARN|IDENTIFY|Adopted)\b/.test(reading)]).toEqual([id, false]);
    }
  });
});

describe('UND-02: a twelve-year-old can read it', () => {
  test.each(pages.map(({ id, paragraphs }) => [id, paragraphs] as const))('%s', (_, paragraphs) => {
    expect(readingGrade(paragraphs.join(' '))).toBeLessThanOrEqual(GRADE);
  });

  test.each(articles.map(({ file, claims: list }) => [file, list] as const))('the answers to %s', (_, list) => {
    expect(readingGrade(list.map(({ reading }) => reading).join(' '))).toBeLessThanOrEqual(GRADE);
  });
});
