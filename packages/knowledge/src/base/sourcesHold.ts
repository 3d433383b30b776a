// Where statements come from: every source exists, and every number somebody is shown has one or says "own setting".
//
// Note: which numbers need a source. The schemas already demand one for doses, expected relief, pooled effects and
// session priors, prevalence and observed frequencies, changes that matter (mcid, mdc), natural courses, time frames of
// levels, reference intakes of water, sequence rules, and parameters of the ranking. What they cannot see is checked
// here: figures inside sentences (evidence summaries, accuracy of warning rules). Weights of referral zones are never
// shown as numbers; `method-notes.json` says how they were set.

import { OWN_SETTING } from '../schema/index.ts';
import { preventionFile } from './decode.ts';
import { type Inspection, parts } from './inspection.ts';

export function sourcesHold(inspection: Inspection): void {
  const { expect, report, knowledge } = inspection;
  for (const [file, value] of sourcedFiles(inspection))
    for (const { path, value: part } of parts(value)) {
      const at = (key: string) => (path === '' ? key : `${path}.${key}`);
      if (typeof part.source === 'string' && part.source !== OWN_SETTING)
        expect('source', part.source, file, at('source'));
      if (Array.isArray(part.sources)) {
        expect('source', part.sources as string[], file, at('sources'));
        for (const key of ['summary', 'accuracy'])
          if (part.sources.length === 0 && /\d/.test(String(part[key] ?? '')))
            report(file, at(key), 'gives a figure, but there is no source');
      }
    }
  for (const source of knowledge.sources) expect('source', source.sameAs, 'sources', `${source.id}.sameAs`);
}

function* sourcedFiles({ knowledge }: Inspection): Generator<readonly [file: string, value: unknown]> {
  for (const rule of knowledge.rules) yield [`red-flags/${rule.id}.json`, rule];
  yield ['check-frame.json', knowledge.checkFrame];
  for (const condition of knowledge.conditions) yield [`conditions/${condition.id}.json`, condition];
  for (const muscle of knowledge.muscles) yield [`muscles/${muscle.id}.json`, muscle];
  for (const technique of knowledge.techniques) yield [`techniques/${technique.id}.json`, technique];
  yield ['dose-rules.json', knowledge.doseRules];
  yield ['sequence-rules.json', knowledge.sequenceRules];
  yield ['effect-priors.json', knowledge.effectPriors];
  yield ['seed-conflicts.json', knowledge.seedConflicts];
  yield ['natural-course.json', knowledge.naturalCourse];
  yield ['inference-parameters.json', knowledge.inferenceParameters];
  yield ['competitors.json', knowledge.competitors];
  yield ['method-notes.json', knowledge.methodNotes];
  yield ['outcome-frame.json', knowledge.outcomes.conflictNote];
  for (const measure of knowledge.outcomes.measures) yield [`outcomes/${measure.id}.json`, measure];
  for (const [section, value] of Object.entries(knowledge.prevention)) yield [preventionFile(section), value];
  for (const article of knowledge.seedArticles) yield [`seed-claims (${article.file})`, article];
  for (const text of knowledge.library) yield [`library/${text.id}.json`, text];
}
