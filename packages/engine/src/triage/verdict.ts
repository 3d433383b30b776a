// The verdict: exactly one answer, with its reasons. Rules are data; this file only reads them (RULES.md, TRI-01 to TRI-09).

import type { CheckKnowledge, RedFlagRule, RuleLevel } from '@unknot/knowledge/schema';
import { type ConditionId, type FactId, LEVELS, type Level, type NonEmpty, type RuleId } from '../case/index.ts';
import { type Answers, evaluateLogic, holdingLeaves, type Leaf, leavesOf, openLeaves, type Reading } from './logic.ts';

/** Parts of the product that a verdict closes. */
const CLOSABLE = [
  'plan',
  'session',
  'prevent',
  'pressure',
  'manual-tools',
  'strength-beyond-easy',
  'new-techniques',
] as const;
export type Closable = (typeof CLOSABLE)[number];

/** A rule that holds, and the answers it rests on. */
export interface FiredRule {
  readonly rule: RuleId;
  /** As the rule says; `see-doctor` for a rule that only a skipped answer keeps from holding. */
  readonly level: RuleLevel;
  readonly facts: readonly FactId[];
  readonly conditions: readonly ConditionId[];
  /** Facts and conditions among them that were answered "not sure". */
  readonly unsure: readonly string[];
  /** Facts that were skipped and would have made the rule hold. */
  readonly skipped: readonly FactId[];
}

/** A rule that stays open although it was asked about: shown in the report, never counted as a no. */
export interface UndecidedRule {
  readonly rule: RuleId;
  readonly level: RuleLevel;
  readonly unsure: readonly string[];
  readonly skipped: readonly FactId[];
}

interface Reasons {
  /** The rules that hold, the most urgent first, without those that a more urgent one says already. */
  readonly because: readonly FiredRule[];
  /** Worries that deserve support and never change the level. */
  readonly support: readonly FiredRule[];
  readonly undecided: readonly UndecidedRule[];
}

export interface LevelVerdict extends Reasons {
  readonly kind: Level;
  readonly closes: readonly Closable[];
}

export type Verdict =
  | { readonly kind: 'ask-first'; readonly unanswered: NonEmpty<string>; readonly soFar: readonly FiredRule[] }
  | LevelVerdict;

/** What a person recorded after a clinician looked at a warning sign. */
export interface ClearedRule {
  readonly rule: RuleId;
  /** The answers the clinician knew of: a rule that now rests on more is not cleared. */
  readonly facts: readonly FactId[];
}

/** A rule with what it says now. */
export interface Finding {
  readonly rule: RedFlagRule;
  readonly reading: Reading;
  readonly truth: boolean | 'unknown';
}

/** Whether a level is more urgent than another; `undefined` stands for "nothing found". */
export function isMoreUrgent(level: RuleLevel, than: Level): boolean {
  return level !== 'yellow-psychosocial' && LEVELS.indexOf(level) < LEVELS.indexOf(than);
}

export const isSaidAtOnce = (level: RuleLevel | 'self-care'): boolean =>
  level === 'emergency' || level === 'urgent-24h';

/** Every rule with its truth, in the order of the knowledge. */
export function findingsOf(k: CheckKnowledge, answers: Answers): readonly Finding[] {
  return k.rules.map((rule) => {
    const reading: Reading = isSaidAtOnce(rule.level) ? 'cautious' : 'plain';
    return { rule, reading, truth: evaluateLogic(rule.logic, answers, reading) };
  });
}

/**
 * Findings beside a finished check that found nothing: a rule that open answers leave unknown, and that sees the very same
 * answers as then, says what it said then.
 */
export function asSettled(findings: readonly Finding[], now: Answers, then: Answers): readonly Finding[] {
  const isSame = (leaf: Leaf) => {
    const [said, before] = [answerTo(leaf, now), answerTo(leaf, then)];
    return said === before || (said === false && before === undefined);
  };
  return findings.map((finding) => {
    const { rule, reading, truth } = finding;
    if (truth !== 'unknown' || openLeaves(rule.logic, now, reading).length === 0) return finding;
    return leavesOf(rule.logic).every(isSame) ? { ...finding, truth: false } : finding;
  });
}

/** The level the findings reach and why, before asking whether questions are still open. */
export function levelOf(
  k: CheckKnowledge,
  findings: readonly Finding[],
  answers: Answers,
  cleared: readonly ClearedRule[] = [],
): LevelVerdict {
  const isCleared = ({ rule, facts }: FiredRule) =>
    cleared.some((clearing) => clearing.rule === rule && facts.every((fact) => clearing.facts.includes(fact)));
  const fired = findings
    .flatMap((finding) => firedBy(finding, k, answers))
    .filter((rule) => !isCleared(rule))
    .sort((a, b) => k.precedence.indexOf(a.level) - k.precedence.indexOf(b.level));
  const because = fired.filter(
    (rule) => rule.level !== 'yellow-psychosocial' && !fired.some((other) => says(other, rule)),
  );
  const kind = because.reduce<Level>(
    (most, { level }) => (isMoreUrgent(level, most) ? (level as Level) : most),
    'self-care',
  );
  return {
    kind,
    because,
    support: fired.filter(({ level }) => level === 'yellow-psychosocial'),
    undecided: findings.flatMap((finding) => undecidedBy(finding, answers)),
    closes: closedBy(k, kind, because),
  };
}

/** Whether a more urgent rule rests on all that a milder one rests on: the milder one then adds nothing to say. */
function says(other: FiredRule, milder: FiredRule): boolean {
  return (
    milder.level !== 'yellow-psychosocial' &&
    isMoreUrgent(other.level, milder.level) &&
    milder.facts.every((fact) => other.facts.includes(fact)) &&
    milder.conditions.every((condition) => other.conditions.includes(condition))
  );
}

/** A rule that holds; or, reduced to a visit, one that only a skipped answer keeps open. */
function firedBy({ rule, reading, truth }: Finding, k: CheckKnowledge, answers: Answers): readonly FiredRule[] {
  if (truth === true) return [evidence(rule, rule.level, reading, answers, [])];
  if (truth === false || reading === 'plain') return [];
  const skipped = skippedIn(rule, answers).filter((fact) => k.facts[fact]?.sensitive === true);
  if (skipped.length === 0) return [];
  const asYes: Answers = {
    ...answers,
    fact: (id) => (skipped.includes(id) ? true : answers.fact(id)),
  };
  if (evaluateLogic(rule.logic, asYes, reading) !== true) return [];
  return [evidence(rule, 'see-doctor', reading, asYes, skipped)];
}

function evidence(
  rule: RedFlagRule,
  level: RuleLevel,
  reading: Reading,
  answers: Answers,
  skipped: readonly FactId[],
): FiredRule {
  const leaves = holdingLeaves(rule.logic, answers, reading);
  return {
    rule: rule.id,
    level,
    facts: unique(leaves.flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []))),
    conditions: unique(leaves.flatMap((leaf) => ('condition' in leaf ? [leaf.condition] : []))),
    unsure: unique(leaves.filter((leaf) => answerTo(leaf, answers) === 'unsure').map(nameOf)),
    skipped,
  };
}

function undecidedBy({ rule, reading, truth }: Finding, answers: Answers): readonly UndecidedRule[] {
  if (truth !== 'unknown') return [];
  const skipped = skippedIn(rule, answers);
  const isAsked = (leaf: Leaf) => 'fact' in leaf && skipped.includes(leaf.fact);
  if (!openLeaves(rule.logic, answers, reading).every(isAsked)) return [];
  const unsure = unique(
    leavesOf(rule.logic)
      .filter((leaf) => answerTo(leaf, answers) === 'unsure')
      .map(nameOf),
  );
  return [{ rule: rule.id, level: rule.level, unsure, skipped }];
}

const skippedIn = (rule: RedFlagRule, answers: Answers): readonly FactId[] =>
  unique(
    leavesOf(rule.logic).flatMap((leaf) =>
      'fact' in leaf && answers.fact(leaf.fact) === 'skipped' ? [leaf.fact] : [],
    ),
  );

/** How the knowledge names closed parts, in its own words, and the codes the engine speaks. */
const CODE_BY_WORDS: Readonly<Record<string, Closable>> = {
  PLAN: 'plan',
  SESSION: 'session',
  PREVENT: 'prevent',
  'PLAN on the affected area': 'plan',
  'SESSION on the affected area': 'session',
  pressure: 'pressure',
  'pressing the area': 'pressure',
  'manual tools': 'manual-tools',
  'strength beyond easy': 'strength-beyond-easy',
  'new techniques': 'new-techniques',
};

function closedBy(k: CheckKnowledge, kind: Level, because: readonly FiredRule[]): readonly Closable[] {
  const fired = new Set(because.filter(({ skipped }) => skipped.length === 0).map(({ rule }) => rule));
  const words = [
    ...(k.levels.find(({ id }) => id === kind)?.closes ?? []),
    ...k.rules.filter(({ id }) => fired.has(id)).flatMap(({ blocks }) => blocks),
  ];
  const closed = new Set(words.map(codeOf));
  return CLOSABLE.filter((part) => closed.has(part));
}

function codeOf(words: string): Closable {
  const code = CODE_BY_WORDS[words];
  if (code === undefined) throw new Error(`a rule or level closes something the engine does not know: ${words}`);
  return code;
}

const answerTo = (leaf: Leaf, answers: Answers) =>
  'fact' in leaf ? answers.fact(leaf.fact) : answers.condition(leaf.condition);

const nameOf = (leaf: Leaf): string => ('fact' in leaf ? leaf.fact : leaf.condition);

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];
