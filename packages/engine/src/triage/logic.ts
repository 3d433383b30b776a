// What a rule says about a person, in three values: it holds, it does not, or it is not known yet.

import type { Logic } from '@unknot/knowledge/schema';
import type { ConditionAnswer, ConditionId, FactAnswer, FactId } from '../case/index.ts';

export type Truth = boolean | 'unknown';

/**
 * How "not sure" is read. `cautious`, for emergency and urgent rules: as a yes, and as the number that would make the
 * rule hold. `plain`, for all others: as unknown. In neither does "not sure" below a `not` switch a rule off.
 */
export type Reading = 'cautious' | 'plain';

/** What is known of a person; `undefined` was never answered. */
export interface Answers {
  readonly fact: (id: FactId) => FactAnswer | undefined;
  readonly condition: (id: ConditionId) => ConditionAnswer | undefined;
}

/** A fact or a condition that a rule looks at. */
export type Leaf = { readonly fact: FactId } | { readonly condition: ConditionId };

/** Three-valued truth of a rule. A skipped answer is no answer. */
export function evaluateLogic(logic: Logic, answers: Answers, reading: Reading): Truth {
  return truthOf(logic, answers, reading, true);
}

/**
 * What would have to be known to settle an unknown rule: the unanswered leaves that can still change it.
 * Empty for a rule that is settled, and for one that only "not sure" keeps open.
 */
export function openLeaves(logic: Logic, answers: Answers, reading: Reading): readonly Leaf[] {
  return openOrNone(settle(logic, answers, reading, true, (parts) => parts.flat()));
}

/**
 * A few of the open leaves, enough to go on with: of parts that must all hold, only the one that is cheapest to settle,
 * because a single "no" settles them all.
 *
 * @param cost  what it takes to ask for a leaf; the dearest leaf of a part is the cost of the part
 */
export function nextLeaves(
  logic: Logic,
  answers: Answers,
  reading: Reading,
  cost: (leaf: Leaf) => number,
): readonly Leaf[] {
  const dearest = (leaves: readonly Leaf[]) => Math.max(...leaves.map(cost));
  const cheapest = (parts: readonly (readonly Leaf[])[]): readonly Leaf[] => {
    const askable = parts.filter((leaves) => leaves.length > 0);
    return askable.length === 0 ? [] : askable.reduce((a, b) => (dearest(b) < dearest(a) ? b : a));
  };
  return openOrNone(settle(logic, answers, reading, true, cheapest));
}

/** The answers a rule rests on: leaves that hold and are not below a `not`. */
export function holdingLeaves(logic: Logic, answers: Answers, reading: Reading): readonly Leaf[] {
  const found: Leaf[] = [];
  gatherHolding(logic, answers, reading, found);
  return found;
}

const leavesByLogic = new WeakMap<Logic, readonly Leaf[]>();

/** Every leaf of a rule, worked out once. */
export function leavesOf(logic: Logic): readonly Leaf[] {
  const kept = leavesByLogic.get(logic);
  if (kept !== undefined) return kept;
  const leaves =
    'fact' in logic || 'condition' in logic
      ? [logic]
      : ('not' in logic ? [logic.not] : partsOf(logic)).flatMap((part) => leavesOf(part));
  leavesByLogic.set(logic, leaves);
  return leaves;
}

/** @param wanted  false below an odd number of `not`s */
function truthOf(logic: Logic, answers: Answers, reading: Reading, wanted: boolean): Truth {
  if ('fact' in logic) return factTruth(logic, answers.fact(logic.fact), reading, wanted);
  if ('condition' in logic) return answerTruth(answers.condition(logic.condition), reading, wanted);
  if ('not' in logic) {
    const inner = truthOf(logic.not, answers, reading, !wanted);
    return inner === 'unknown' ? 'unknown' : !inner;
  }
  const needed = 'all' in logic ? logic.all.length : 'any' in logic ? 1 : logic.atLeast;
  const parts = partsOf(logic);
  let holding = 0;
  let possible = parts.length;
  for (const part of parts) {
    const truth = truthOf(part, answers, reading, wanted);
    if (truth === true) holding += 1;
    if (truth === false) possible -= 1;
    if (holding >= needed) return true;
    if (possible < needed) return false;
  }
  return 'unknown';
}

function factTruth(
  { op, value }: Extract<Logic, { fact: string }>,
  answer: FactAnswer | undefined,
  reading: Reading,
  wanted: boolean,
): Truth {
  if (typeof value === 'boolean') {
    const truth = typeof answer === 'number' ? 'unknown' : answerTruth(answer, reading, wanted);
    return truth === 'unknown' || value ? truth : !truth;
  }
  if (answer === false) return false;
  if (typeof answer !== 'number') return answerTruth(answer === true ? undefined : answer, reading, wanted);
  if (op === '>=') return answer >= value;
  if (op === '<=') return answer <= value;
  if (op === '>') return answer > value;
  if (op === '<') return answer < value;
  return answer === value;
}

function answerTruth(answer: Exclude<FactAnswer, number> | undefined, reading: Reading, wanted: boolean): Truth {
  if (answer === undefined || answer === 'skipped') return 'unknown';
  if (answer !== 'unsure') return answer;
  if (!wanted) return false;
  return reading === 'cautious' ? true : 'unknown';
}

/** Settled, or the leaves that keep it open. */
type Settled = boolean | readonly Leaf[];

const openOrNone = (settled: Settled): readonly Leaf[] => (typeof settled === 'boolean' ? [] : settled);

/** @param ofAll  which leaves to go on with when several parts must all hold and are open */
function settle(
  logic: Logic,
  answers: Answers,
  reading: Reading,
  wanted: boolean,
  ofAll: (open: readonly (readonly Leaf[])[]) => readonly Leaf[],
): Settled {
  if ('fact' in logic || 'condition' in logic) {
    const truth = truthOf(logic, answers, reading, wanted);
    if (truth !== 'unknown') return truth;
    const answer = 'fact' in logic ? answers.fact(logic.fact) : answers.condition(logic.condition);
    return answer === 'unsure' ? [] : [logic];
  }
  if ('not' in logic) {
    const inner = settle(logic.not, answers, reading, !wanted, ofAll);
    return typeof inner === 'boolean' ? !inner : inner;
  }
  const parts = partsOf(logic);
  const needed = 'all' in logic ? parts.length : 'any' in logic ? 1 : logic.atLeast;
  const open: (readonly Leaf[])[] = [];
  let holding = 0;
  let possible = parts.length;
  for (const part of parts) {
    const settled = settle(part, answers, reading, wanted, ofAll);
    if (settled === true) holding += 1;
    else if (settled === false) possible -= 1;
    else open.push(settled);
    if (holding >= needed) return true;
    if (possible < needed) return false;
  }
  return 'all' in logic ? ofAll(open) : open.flat();
}

function gatherHolding(logic: Logic, answers: Answers, reading: Reading, found: Leaf[]): void {
  if ('not' in logic || truthOf(logic, answers, reading, true) !== true) return;
  if ('fact' in logic || 'condition' in logic) {
    found.push(logic);
    return;
  }
  for (const part of partsOf(logic)) gatherHolding(part, answers, reading, found);
}

const partsOf = (logic: Exclude<Logic, { fact: string } | { condition: string } | { not: Logic }>): readonly Logic[] =>
  'all' in logic ? logic.all : 'any' in logic ? logic.any : logic.of;
