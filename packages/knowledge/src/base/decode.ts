// From files to knowledge. Each kind has its place below the data folder; whatever does not fit is named by file and field.

import * as v from 'valibot';
import {
  checkFrame,
  checkQuestion,
  competitor,
  condition,
  doseRule,
  edition,
  effectPrior,
  fact,
  factMapping,
  inferenceParameters,
  type Knowledge,
  type Known,
  libraryText,
  methodNotes,
  muscle,
  muscleVocabulary,
  naturalCourse,
  outcomeFrame,
  outcomeMeasure,
  PREVENTION_SECTIONS,
  type Prevention,
  preventionSections,
  redFlagRecord,
  region,
  seedArticle,
  seedConflict,
  sequenceRule,
  source,
  techniqueRecord,
  techniqueVocabulary,
  testVector,
  triggerPointHomes,
  wording,
} from '../schema/index.ts';
import type { Problem } from './problem.ts';
import { repeatedKeys } from './repeatedKeys.ts';

/** A data file; `path` is relative to the data folder, with forward slashes. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

export type Decoded =
  | { readonly kind: 'ok'; readonly knowledge: Knowledge }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** Reads every data file. The order in which the files are given does not matter. */
export function decodeKnowledge(files: readonly DataFile[]): Decoded {
  const read = reader(files);
  const knowledge: Knowledge = {
    edition: read.one('edition.json', edition),
    facts: read.lists('facts', fact),
    rules: read.each('red-flags', redFlagRecord),
    quietVectors: read.one('red-flag-vectors.json', v.array(testVector)),
    checkFrame: read.one('check-frame.json', checkFrame),
    checkQuestions: read.each('check-questions', checkQuestion),
    factMapping: read.one('fact-mapping.json', factMapping),
    conditions: read.each('conditions', condition),
    regions: read.list('regions.json', region),
    muscles: read.each('muscles', muscle),
    muscleVocabulary: read.one('muscle-words.json', muscleVocabulary),
    inferenceParameters: read.one('inference-parameters.json', inferenceParameters, { parameters: {} }),
    competitors: read.list('competitors.json', competitor),
    triggerPointHomes: read.one('trigger-point-homes.json', triggerPointHomes),
    techniques: read.each('techniques', techniqueRecord),
    techniqueVocabulary: read.one('technique-words.json', techniqueVocabulary),
    doseRules: read.list('dose-rules.json', doseRule),
    sequenceRules: read.list('sequence-rules.json', sequenceRule),
    effectPriors: read.list('effect-priors.json', effectPrior),
    seedConflicts: read.list('seed-conflicts.json', seedConflict),
    naturalCourse: read.one('natural-course.json', v.array(naturalCourse)),
    outcomes: { ...read.one('outcome-frame.json', outcomeFrame), measures: read.each('outcomes', outcomeMeasure) },
    prevention: Object.fromEntries(
      PREVENTION_SECTIONS.map((section) => [
        section,
        read.one(preventionFile(section), preventionSections[section] as v.GenericSchema),
      ]),
    ) as unknown as Prevention,
    sources: read.lists('sources', source),
    seedArticles: read.articles('seed-claims', seedArticle),
    library: read.each('library', libraryText),
    methodNotes: read.one('method-notes.json', methodNotes),
    wording: read.one('wording.json', wording),
  };
  const problems = read.problems();
  return problems.length === 0 ? { kind: 'ok', knowledge } : { kind: 'broken', problems };
}

/** `sitStand` lives in `prevention/sit-stand.json`. */
export const preventionFile = (section: string): string =>
  `prevention/${section.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.json`;

type Identified = v.GenericSchema<unknown, { readonly id: string }>;

/**
 * Reads files by place and collects what is wrong with them. What could not be read comes back as `undefined` under
 * its promised type: the caller gives the whole result away when there are problems.
 */
function reader(files: readonly DataFile[]) {
  const problems: Problem[] = [];
  const unread = new Map(files.map((file) => [file.path, file]));
  const placeById = new Map<string, string>();

  function parse<S extends v.GenericSchema>(file: DataFile, schema: S): Known<S> {
    unread.delete(file.path);
    const complain = (field: string, problem: string) => problems.push({ file: file.path, field, problem });
    let json: unknown;
    try {
      json = JSON.parse(file.text);
    } catch (error) {
      complain('', `is not JSON: ${(error as Error).message}`);
      return undefined as Known<S>;
    }
    for (const key of repeatedKeys(file.text)) complain(key, 'appears twice in one object');
    const result = v.safeParse(schema, json);
    if (result.success) return result.output as Known<S>;
    for (const issue of result.issues) complain(v.getDotPath(issue) ?? '', inWords(issue));
    return undefined as Known<S>;
  }

  /** Ids are unique within one kind, that is, within one file or folder. */
  function claim(kind: string, id: string, file: string, field: string): void {
    const earlier = placeById.get(`${kind}/${id}`);
    if (earlier !== undefined) problems.push({ file, field, problem: `duplicate id ${id}, also in ${earlier}` });
    placeById.set(`${kind}/${id}`, file);
  }

  const filesIn = (folder: string) =>
    files.filter(({ path }) => path.startsWith(`${folder}/`)).toSorted((a, b) => (a.path < b.path ? -1 : 1));

  function listIn<S extends Identified>(kind: string, file: DataFile, schema: S): readonly Known<S>[] {
    const entries = (parse(file, v.array(schema)) ?? []) as readonly Known<S>[];
    entries.forEach((entry, index) => {
      claim(kind, (entry as { id: string }).id, file.path, `${index}.id`);
    });
    return entries;
  }

  function one<S extends v.GenericSchema>(path: string, schema: S, absent?: Known<S>): Known<S> {
    const file = unread.get(path);
    if (file !== undefined) return parse(file, schema);
    if (absent === undefined) problems.push({ file: path, field: '', problem: 'is missing' });
    return absent as Known<S>;
  }

  return {
    /** A file with one value. `absent` stands for a file that may be missing. */
    one,

    /** A file with a list of entries. */
    list<S extends Identified>(path: string, schema: S): readonly Known<S>[] {
      const file = unread.get(path);
      if (file !== undefined) return listIn(path, file, schema);
      problems.push({ file: path, field: '', problem: 'is missing' });
      return [];
    },

    /** A folder of files, each with a list of entries. */
    lists<S extends Identified>(folder: string, schema: S): readonly Known<S>[] {
      return filesIn(folder).flatMap((file) => listIn(folder, file, schema));
    },

    /** A folder with one entry per file; the file is named after the entry. */
    each<S extends Identified>(folder: string, schema: S): readonly Known<S>[] {
      return filesIn(folder).flatMap((file) => {
        const entry = parse(file, schema);
        if (entry === undefined) return [];
        const { id } = entry as { id: string };
        claim(folder, id, file.path, 'id');
        if (file.path !== `${folder}/${id}.json`)
          problems.push({ file: file.path, field: 'id', problem: `is ${id}, but the file is not named after it` });
        return [entry];
      });
    },

    /** A folder of articles: their names say little, so the files are numbered, and the claims have the ids. */
    articles(folder: string, schema: typeof seedArticle): readonly Known<typeof seedArticle>[] {
      return filesIn(folder).flatMap((file) => {
        const article = parse(file, schema);
        article?.claims.forEach((entry, index) => {
          claim(folder, entry.id, file.path, `claims.${index}.id`);
        });
        return article === undefined ? [] : [article];
      });
    },

    /** All that was wrong, and the files that nobody asked for. */
    problems(): readonly Problem[] {
      const strays = [...unread.keys()].map((file) => ({ file, field: '', problem: 'is not a place for knowledge' }));
      return [...problems, ...strays].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    },
  };
}

/** An issue as a sentence without a subject: the field is named beside it. */
function inWords(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not a known field';
  if (issue.received === 'undefined') return 'is missing';
  if (issue.kind === 'validation') return issue.message;
  return `must be ${issue.expected}, got ${issue.received}`;
}
