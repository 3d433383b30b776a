// What the product says in its own voice never contains a forbidden phrase (wording.json). Quotations may.

import { preventionFile } from './decode.ts';
import type { Inspection } from './inspection.ts';

export function wordsHold({ knowledge, report }: Inspection): void {
  const rules = knowledge.wording.forbidden.map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, 'i') }));
  for (const [file, value, corrects] of spokenFiles(knowledge))
    for (const { path, text } of spokenTexts(value))
      for (const rule of rules) {
        if (corrects && rule.allowedInCorrections === true) continue;
        const found = rule.pattern.exec(text)?.[0];
        if (found !== undefined) report(file, path, `says "${found}" (${rule.why}); say "${rule.say}"`);
      }
}

/** Words about words, and words of others: never spoken. */
const UNSPOKEN = new Set([
  'claim',
  'logic',
  'notes',
  'ourReading',
  'seedClaims',
  'semantics',
  'sides',
  'source',
  'sources',
  'testVectors',
  'wordingLimits',
]);

function* spokenTexts(value: unknown, path = ''): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    if (!UNSPOKEN.has(key)) yield* spokenTexts(part, path === '' ? key : `${path}.${key}`);
}

/** Files with texts the product speaks, and whether a file is there to correct a claim. */
function* spokenFiles(
  knowledge: Inspection['knowledge'],
): Generator<readonly [file: string, value: unknown, corrects: boolean]> {
  const folders = {
    'red-flags': knowledge.rules,
    'check-questions': knowledge.checkQuestions,
    conditions: knowledge.conditions,
    muscles: knowledge.muscles,
    techniques: knowledge.techniques,
    outcomes: knowledge.outcomes.measures.map(({ id, ownWording }) => ({ id, ownWording })),
  };
  for (const [folder, entries] of Object.entries(folders))
    for (const entry of entries) yield [`${folder}/${entry.id}.json`, entry, false];
  for (const text of knowledge.library) yield [`library/${text.id}.json`, text, text.kind === 'corrected'];
  for (const [section, value] of Object.entries(knowledge.prevention)) yield [preventionFile(section), value, false];
  yield ['facts', knowledge.facts, false];
  yield ['check-frame.json', knowledge.checkFrame, false];
  yield ['regions.json', knowledge.regions, false];
  yield ['muscle-words.json', knowledge.muscleVocabulary, false];
  yield ['technique-words.json', knowledge.techniqueVocabulary, false];
  yield ['dose-rules.json', knowledge.doseRules, false];
  yield ['sequence-rules.json', knowledge.sequenceRules, false];
  yield ['effect-priors.json', knowledge.effectPriors, false];
  yield ['seed-conflicts.json', knowledge.seedConflicts, false];
  yield ['outcome-frame.json', knowledge.outcomes.interpretation, false];
}
