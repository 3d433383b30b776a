// What an integrity check works with: the knowledge, every id it defines, and a place to say what is wrong.

import type { Knowledge } from '../schema/index.ts';
import type { Problem } from './problem.ts';

export interface Inspection {
  readonly knowledge: Knowledge;
  readonly ids: IdsByKind;
  report(file: string, field: string, problem: string): void;
  /** Reports each of the ids that nothing of this kind has. */
  expect(kind: IdKind, ids: readonly string[] | string | undefined, file: string, field: string): void;
}

type IdKind =
  | 'condition'
  | 'confirmation'
  | 'dose-rule'
  | 'effect-prior'
  | 'fact'
  | 'library'
  | 'muscle'
  | 'muscle-group'
  | 'outcome'
  | 'perpetuating-factor'
  | 'prevention'
  | 'red-flag'
  | 'region'
  | 'say'
  | 'seed-conflict'
  | 'sequence-rule'
  | 'source'
  | 'tag'
  | 'technique'
  | 'tool';

type IdsByKind = Readonly<Record<IdKind, ReadonlySet<string>>>;

export function inspect(knowledge: Knowledge, problems: Problem[]): Inspection {
  const ids = idsOf(knowledge);
  const report: Inspection['report'] = (file, field, problem) => {
    problems.push({ file, field, problem });
  };
  return {
    knowledge,
    ids,
    report,
    expect(kind, wanted, file, field) {
      for (const id of typeof wanted === 'string' ? [wanted] : (wanted ?? []))
        if (!ids[kind].has(id)) report(file, field, `names a ${kind} that does not exist: ${id}`);
    },
  };
}

function idsOf(knowledge: Knowledge): IdsByKind {
  const of = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));
  const keys = (record: object | undefined) => new Set(Object.keys(record ?? {}));
  const { muscleVocabulary, techniqueVocabulary } = knowledge;
  return {
    condition: of(knowledge.conditions),
    confirmation: keys(techniqueVocabulary.confirmVocabulary),
    'dose-rule': of(knowledge.doseRules),
    'effect-prior': of(knowledge.effectPriors),
    fact: of(knowledge.facts),
    library: of(knowledge.library),
    muscle: of(knowledge.muscles),
    'muscle-group': new Set(knowledge.muscles.map(({ group }) => group)),
    outcome: of(knowledge.outcomes.measures),
    'perpetuating-factor': keys(muscleVocabulary.perpetuatingFactorVocabulary),
    prevention: preventionIds(knowledge),
    'red-flag': of(knowledge.rules),
    region: of(knowledge.regions),
    say: keys(techniqueVocabulary.sayVocabulary),
    'seed-conflict': of(knowledge.seedConflicts),
    'sequence-rule': of(knowledge.sequenceRules),
    source: of(knowledge.sources),
    tag: keys(techniqueVocabulary.tagVocabulary),
    technique: of(knowledge.techniques),
    tool: keys(techniqueVocabulary.toolVocabulary),
  };
}

/** A section by its file name (`sit-stand`), or an entry of a section by its own id (`desk-3-minutes`). */
function preventionIds({ prevention }: Knowledge): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [section, value] of Object.entries(prevention)) {
    ids.add(section.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`));
    for (const { value: entry } of parts(value)) if (typeof entry.id === 'string') ids.add(entry.id);
  }
  return ids;
}

/** Every object inside a value, the value itself included, with its dotted path. */
export function* parts(value: unknown, path = ''): Generator<{ path: string; value: Record<string, unknown> }> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { path, value: value as Record<string, unknown> };
  for (const [key, part] of Object.entries(value)) yield* parts(part, path === '' ? key : `${path}.${key}`);
}
