// Care: techniques inside their dose rules, conditions that every technique has taken notice of, measures and prevention.

import { APPLY_TO_PARTS, type Condition, type Dose, type DoseRule, type TechniqueRecord } from '../schema/index.ts';
import { preventionFile } from './decode.ts';
import { type Inspection, parts } from './inspection.ts';

export function careHolds(inspection: Inspection): void {
  const { knowledge } = inspection;
  for (const technique of knowledge.techniques) techniqueHolds(technique, inspection);
  for (const condition of knowledge.conditions) conditionHolds(condition, inspection);
  for (const rule of knowledge.doseRules) doseRuleHolds(rule, inspection);
  surroundingsHold(inspection);
  outcomesHold(inspection);
  preventionHolds(inspection);
}

function techniqueHolds(technique: TechniqueRecord, { knowledge, expect, report }: Inspection): void {
  const file = `techniques/${technique.id}.json`;
  const { categories } = knowledge.techniqueVocabulary;
  if (!categories.includes(technique.category)) report(file, 'category', `is not a category: ${technique.category}`);
  expect(
    'muscle',
    technique.targets.filter((target) => target !== 'any'),
    file,
    'targets',
  );
  expect('tool', technique.toolIds, file, 'toolIds');
  expect('tool', technique.optionalToolIds, file, 'optionalToolIds');
  for (const tool of technique.optionalToolIds ?? [])
    if (technique.toolIds.includes(tool)) report(file, 'optionalToolIds', `has ${tool}, which is a must already`);
  expect('tag', technique.tags, file, 'tags');
  expect('condition', technique.contraindications, file, 'contraindications');
  const cautioned = technique.cautions.map(({ condition }) => condition);
  expect('condition', cautioned, file, 'cautions');
  for (const condition of cautioned)
    if (technique.contraindications.includes(condition))
      report(file, 'cautions', `has ${condition}, which is a contraindication`);
  expect('effect-prior', technique.effectPriorClass, file, 'effectPriorClass');
  expect('technique', technique.easierVersion, file, 'easierVersion');
  expect('technique', technique.harderVersions, file, 'harderVersions');
  const { totalMinutesMin, totalMinutesMax } = technique.dose;
  if (totalMinutesMin !== null && totalMinutesMax !== null && totalMinutesMin > totalMinutesMax)
    report(file, 'dose.totalMinutesMin', `is above totalMinutesMax (${totalMinutesMin} > ${totalMinutesMax})`);
  for (const rule of knowledge.doseRules)
    if (technique.tags.includes(rule.appliesTo.slice('tag:'.length)) && rule.exempt?.includes(technique.id) !== true) {
      for (const fault of doseFaults(technique.dose, rule)) report(file, 'dose', `${fault} (dose rule ${rule.id})`);
      for (const muscle of technique.targets)
        if (rule.forbiddenMuscles?.includes(muscle) === true)
          report(file, 'targets', `has ${muscle}, where dose rule ${rule.id} forbids it`);
    }
}

/** In what a dose breaks a rule. Rules about a whole session or a whole week are kept by the plan, not by one dose. */
function doseFaults(dose: Dose, rule: DoseRule): readonly string[] {
  const faults: string[] = [];
  const atMost = (name: string, value: number | null, max: number | undefined) => {
    if (value !== null && max !== undefined && value > max) faults.push(`${name} ${value} is above ${max}`);
  };
  const { field } = rule;
  if (field === 'totalMinutesMax' || field === 'intensityCap' || field === 'holdSeconds')
    atMost(field, dose[field], rule.max);
  if (field === 'holdSeconds' && dose.dynamic !== true && dose.holdSeconds !== null && rule.min !== undefined)
    if (dose.holdSeconds < rule.min) faults.push(`holdSeconds ${dose.holdSeconds} is below ${rule.min}`);
  if (field === 'secondsPerMuscle' && dose.holdSeconds !== null)
    atMost('seconds on one muscle', dose.holdSeconds * (dose.repetitions ?? 1) * dose.sets, rule.max);
  atMost('intensityCap', dose.intensityCap, rule.intensityCap);
  atMost('holdSeconds', dose.holdSeconds, rule.secondsPerSpotMax);
  atMost('times a day', dose.perDay, rule.maxTimesPerSpotPerDay);
  return faults;
}

function conditionHolds(condition: Condition, inspection: Inspection): void {
  const { expect, report } = inspection;
  const file = `conditions/${condition.id}.json`;
  const excluded = new Set<string>();
  condition.excludes.forEach((applyTo, index) => {
    for (const technique of techniquesNamed(applyTo, inspection, file, `excludes.${index}`)) {
      excluded.add(technique.id);
      if (!technique.contraindications.includes(condition.id))
        report(
          `techniques/${technique.id}.json`,
          'contraindications',
          `leaves out ${condition.id}, which excludes it by ${applyTo}`,
        );
    }
  });
  condition.limits.forEach((limit, index) => {
    const field = `limits.${index}`;
    const { effect } = limit;
    for (const except of effect?.except ?? []) techniquesNamed(except, inspection, file, `${field}.effect.except`);
    expect('muscle-group', effect?.onlyGroups, file, `${field}.effect.onlyGroups`);
    expect('tool', effect?.onlyTools, file, `${field}.effect.onlyTools`);
    expect('confirmation', effect?.needs, file, `${field}.effect.needs`);
    expect('confirmation', effect?.confirm, file, `${field}.effect.confirm`);
    expect('say', effect?.say, file, `${field}.effect.say`);
    if ((APPLY_TO_PARTS as readonly string[]).includes(limit.applyTo)) return;
    for (const technique of techniquesNamed(limit.applyTo, inspection, file, `${field}.applyTo`))
      if (!excluded.has(technique.id) && !technique.contraindications.includes(condition.id))
        if (!technique.cautions.some((caution) => caution.condition === condition.id))
          report(`techniques/${technique.id}.json`, 'cautions', `leaves out ${condition.id}, which limits it`);
  });
  expect('say', condition.says, file, 'says');
  if (condition.basis !== 'own-judgement' && condition.sources.length === 0)
    report(file, 'sources', `is empty, but basis is ${condition.basis}`);
  if (condition.derivedFrom !== undefined) {
    const [fact = '', operator = '', number = ''] = condition.derivedFrom.split(' ');
    expect('fact', fact, file, 'derivedFrom');
    if (!/^[<>]=?$/.test(operator) || !/^\d+$/.test(number)) report(file, 'derivedFrom', 'is not "fact >= number"');
  }
}

/** The techniques that `tag:…` or an id names; reports a name that nothing has. */
function techniquesNamed(
  applyTo: string,
  { knowledge, ids, report }: Inspection,
  file: string,
  field: string,
): readonly TechniqueRecord[] {
  const { techniques } = knowledge;
  if (applyTo === 'tag:all') return techniques;
  const tag = applyTo.startsWith('tag:') ? applyTo.slice('tag:'.length) : undefined;
  if (tag === undefined ? !ids.technique.has(applyTo) : !ids.tag.has(tag))
    report(file, field, `names nothing that exists: ${applyTo}`);
  return techniques.filter(({ id, tags }) => (tag === undefined ? id === applyTo : tags.includes(tag)));
}

function doseRuleHolds(rule: DoseRule, { knowledge, ids, expect, report }: Inspection): void {
  const file = 'dose-rules.json';
  expect('tag', rule.appliesTo.slice('tag:'.length), file, `${rule.id}.appliesTo`);
  expect('technique', rule.exempt, file, `${rule.id}.exempt`);
  expect('muscle', rule.forbiddenMuscles, file, `${rule.id}.forbiddenMuscles`);
  expect('say', rule.says, file, `${rule.id}.says`);
  if (knowledge.techniqueVocabulary.confirmVocabulary !== undefined)
    expect('confirmation', rule.confirm, file, `${rule.id}.confirm`);
  for (const table of ['maxFor', 'defaultFor'] as const)
    for (const who of Object.keys(rule[table] ?? {}))
      if (!ids.condition.has(who) && !ids.technique.has(who))
        report(file, `${rule.id}.${table}`, `names neither a condition nor a technique: ${who}`);
  if (rule.basis !== 'own setting' && rule.sources.length === 0)
    report(file, `${rule.id}.sources`, `is empty, but basis is ${rule.basis}`);
}

/** What stands there need not be brought, so it is not among what is in reach of what somebody has. */
function surroundingsHold({ knowledge: { techniqueVocabulary }, expect, report }: Inspection): void {
  const file = 'technique-words.json';
  for (const [id, { furniture, inReach = [] }] of Object.entries(techniqueVocabulary.surroundings)) {
    expect('tool', furniture, file, `surroundings.${id}.furniture`);
    expect('tool', inReach, file, `surroundings.${id}.inReach`);
    for (const tool of inReach)
      if (furniture.includes(tool)) report(file, `surroundings.${id}.inReach`, `has ${tool}, which is furniture there`);
  }
}

function outcomesHold({ knowledge: { outcomes }, expect, report }: Inspection): void {
  for (const [when, ids] of Object.entries(outcomes.defaultSet))
    expect('outcome', ids, 'outcome-frame.json', `defaultSet.${when}`);
  for (const { id, licence } of outcomes.measures)
    if (!(licence.status in outcomes.licenceStatus))
      report(`outcomes/${id}.json`, 'licence.status', `is not explained in outcome-frame.json: ${licence.status}`);
}

/** Lists of techniques and of habits, wherever they stand in a section. */
function preventionHolds({ knowledge, expect }: Inspection): void {
  for (const [section, value] of Object.entries(knowledge.prevention)) {
    const file = preventionFile(section);
    for (const { path, value: entry } of parts(value)) {
      for (const key of ['techniques', 'microBreakMenu', 'items', 'routine', 'exercise', 'technique'] as const) {
        const named = [entry[key]].flat().filter((name): name is string => typeof name === 'string');
        expect('technique', named, file, path === '' ? key : `${path}.${key}`);
      }
      if (Array.isArray(entry.addresses))
        expect('perpetuating-factor', entry.addresses as string[], file, `${path}.addresses`);
    }
  }
  expect('condition', Object.keys(knowledge.prevention.hydration.limits), preventionFile('hydration'), 'limits');
}
