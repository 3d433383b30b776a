// The safety check: rules over facts that exist and are asked, test vectors that expect what they can expect.

import type { Fact, Logic, RedFlagRecord, TestVector } from '../schema/index.ts';
import type { Inspection } from './inspection.ts';

export function checkHolds(inspection: Inspection): void {
  const { knowledge } = inspection;
  for (const rule of knowledge.rules) ruleHolds(rule, inspection);
  for (const vector of knowledge.quietVectors) vectorHolds(vector, 'red-flag-vectors.json', vector.name, inspection);
  frameHolds(inspection);
  questionsHold(inspection);
  mappingHolds(inspection);
}

function ruleHolds(rule: RedFlagRecord, inspection: Inspection): void {
  const { expect, report } = inspection;
  const file = `red-flags/${rule.id}.json`;
  logicHolds(rule.logic, file, 'logic', inspection);
  expect('fact', rule.asks, file, 'asks');
  const used = namesIn(rule.logic, 'fact');
  for (const fact of used)
    if (!rule.asks.includes(fact)) report(file, 'asks', `leaves out ${fact}, which the logic uses`);
  for (const fact of rule.asks) if (!used.has(fact)) report(file, 'asks', `has ${fact}, which the logic does not use`);
  if (rule.basis === 'published' && rule.sources.length === 0)
    report(file, 'sources', 'is empty, but basis is published');
  rule.testVectors.forEach((vector, index) => {
    vectorHolds(vector, file, `testVectors.${index}`, inspection);
    if (!vector.expectRules.includes(rule.id))
      report(file, `testVectors.${index}.expectRules`, `does not name ${rule.id}, whose file it is in`);
  });
}

/** Facts and conditions exist, and a fact is compared with the kind of value it has. */
function logicHolds(logic: Logic, file: string, field: string, { knowledge, expect, report }: Inspection): void {
  const kindById = new Map(knowledge.facts.map(({ id, kind }) => [id, kind]));
  expect('condition', [...namesIn(logic, 'condition')], file, field);
  for (const part of logicParts(logic)) {
    if ('atLeast' in part && part.atLeast > part.of.length)
      report(file, field, `asks for ${part.atLeast} of ${part.of.length}`);
    if (!('fact' in part)) continue;
    expect('fact', part.fact, file, field);
    const kind = kindById.get(part.fact);
    if (kind !== undefined && !takes(kind, part.value))
      report(file, field, `compares ${part.fact}, a ${kind} fact, with ${part.value}`);
    if (typeof part.value === 'boolean' && part.op !== '==')
      report(file, field, `compares ${part.fact} with ${part.value} by ${part.op}`);
  }
}

function takes(kind: Fact['kind'], value: boolean | number): boolean {
  if (kind === 'yes-no' || kind === 'screen') return typeof value === 'boolean';
  if (kind === 'number' || kind === 'scale-0-10') return typeof value === 'number';
  return kind === 'derived';
}

function vectorHolds(vector: TestVector, file: string, field: string, { knowledge, expect, report }: Inspection): void {
  const kindById = new Map(knowledge.facts.map(({ id, kind }) => [id, kind]));
  expect('fact', Object.keys(vector.facts), file, `${field}.facts`);
  for (const [fact, value] of Object.entries(vector.facts)) {
    const kind = kindById.get(fact);
    if (kind !== undefined && value !== 'unsure' && !takes(kind, value))
      report(file, `${field}.facts.${fact}`, `is ${value}, but the fact is a ${kind} fact`);
  }
  expect('condition', vector.conditions, file, `${field}.conditions`);
  expect('red-flag', vector.expectRules, file, `${field}.expectRules`);
  const levels = knowledge.rules.filter(({ id }) => vector.expectRules.includes(id)).map(({ level }) => level);
  const highest = knowledge.checkFrame.precedence.find((level) => levels.includes(level)) ?? null;
  if (vector.expectLevel !== highest)
    report(file, `${field}.expectLevel`, `is ${vector.expectLevel}, but the expected rules reach ${highest}`);
}

function frameHolds({ knowledge: { checkFrame }, expect, report }: Inspection): void {
  const file = 'check-frame.json';
  if (checkFrame.levels.map(({ id }) => id).join() !== checkFrame.precedence.join())
    report(file, 'precedence', 'does not list the levels in their order');
  for (const [name, set] of Object.entries(checkFrame.questionSets)) {
    expect('fact', set.facts, file, `questionSets.${name}.facts`);
    expect('condition', set.alsoAskConditions, file, `questionSets.${name}.alsoAskConditions`);
  }
}

/** Every fact a rule uses can be learnt: one question asks it, or it follows from a condition that is asked, or from the map. */
function questionsHold({ knowledge, expect, report }: Inspection): void {
  const questionByItem = new Map<string, string>();
  for (const question of knowledge.checkQuestions) {
    const file = `check-questions/${question.id}.json`;
    expect('fact', question.items, file, 'items');
    expect('condition', question.conditionItems, file, 'conditionItems');
    for (const item of [...question.items, ...(question.conditionItems ?? [])]) {
      const earlier = questionByItem.get(item);
      if (earlier !== undefined) report(file, 'items', `asks ${item}, which ${earlier} asks already`);
      questionByItem.set(item, question.id);
    }
  }
  for (const fact of knowledge.facts) {
    expect('fact', fact.covers, 'facts', `${fact.id}.covers`);
    if ((fact.kind === 'screen') !== (fact.covers !== undefined))
      report(
        'facts',
        `${fact.id}.covers`,
        fact.kind === 'screen' ? 'is missing' : `belongs to a screen, not to a ${fact.kind} fact`,
      );
  }
  if (knowledge.checkQuestions.length === 0) return;
  const learnt = new Set([
    ...questionByItem.keys(),
    ...knowledge.facts.filter(({ kind }) => kind === 'derived').map(({ id }) => id),
    ...knowledge.factMapping.conditions.filter((link) => questionByItem.has(link.condition)).map(({ fact }) => fact),
  ]);
  for (const rule of knowledge.rules)
    for (const fact of rule.asks)
      if (!learnt.has(fact)) report(`red-flags/${rule.id}.json`, 'asks', `uses ${fact}, which no question asks`);
}

function mappingHolds({ knowledge, expect, report }: Inspection): void {
  const file = 'fact-mapping.json';
  const { regions, bothSides, implied, conditions } = knowledge.factMapping;
  const mapped = new Set<string>();
  for (const { region, facts } of regions) {
    expect('region', region, file, 'regions');
    expect('fact', facts, file, `regions.${region}`);
    if (mapped.has(region)) report(file, 'regions', `has ${region} twice`);
    mapped.add(region);
  }
  for (const { id } of knowledge.regions) if (!mapped.has(id)) report(file, 'regions', `leaves out ${id}`);
  const midline = new Set(knowledge.regions.filter(({ paired }) => !paired).map(({ id }) => id));
  for (const link of bothSides) {
    expect('fact', link.fact, file, 'bothSides');
    expect('region', link.regions, file, `bothSides.${link.fact}`);
    for (const region of link.regions)
      if (midline.has(region)) report(file, `bothSides.${link.fact}`, `has ${region}, which has no sides`);
  }
  for (const link of implied) expect('fact', [link.fact, ...link.alsoYes], file, `implied.${link.fact}`);
  for (const link of conditions) {
    expect('condition', link.condition, file, 'conditions');
    expect('fact', link.fact, file, `conditions.${link.condition}`);
  }
}

/** Every part of a logic, the whole included. */
function* logicParts(logic: Logic): Generator<Logic> {
  yield logic;
  if ('all' in logic) for (const part of logic.all) yield* logicParts(part);
  if ('any' in logic) for (const part of logic.any) yield* logicParts(part);
  if ('of' in logic) for (const part of logic.of) yield* logicParts(part);
  if ('not' in logic) yield* logicParts(logic.not);
}

function namesIn(logic: Logic, kind: 'fact' | 'condition'): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of logicParts(logic)) {
    if (kind === 'fact' && 'fact' in part) names.add(part.fact);
    if (kind === 'condition' && 'condition' in part) names.add(part.condition);
  }
  return names;
}
