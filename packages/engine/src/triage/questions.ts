// One question at a time: the first screen, in the order of the knowledge, that can still change the verdict.

import type { CheckKnowledge, CheckQuestion, Fact, Logic, RedFlagRule } from '@unknot/knowledge/schema';
import type { ConditionAnswer, ConditionId, FactAnswer, FactId } from '../case/index.ts';
import { type CheckInput, COMPUTED_FROM } from './answers.ts';
import { type Answers, evaluateLogic, type Leaf, leavesOf, nextLeaves, openLeaves } from './logic.ts';
import { type Finding, isMoreUrgent, isSaidAtOnce, type LevelVerdict } from './verdict.ts';

/**
 * One screen. Its words are in the knowledge: `title`, `ask` and `why` of the question, `short` of each fact, `name`
 * of each condition. Items that can no longer change the verdict are left out.
 */
export interface QuestionView {
  readonly question: string;
  /** Short screens that ask in the same words and are shown with it. */
  readonly also: readonly string[];
  readonly facts: readonly FactId[];
  readonly conditions: readonly ConditionId[];
}

/** What a person marked on a screen, by fact or condition; whatever is not marked is a no, a number not given is unsure. */
export type Marks = Readonly<Record<string, true | 'unsure' | 'skipped' | number>>;

/**
 * The screens that are needed as far as can be seen now, in the order in which they are asked. A screen is chosen for
 * what must be known next, and then shows all of its items that can still change the verdict. Once something urgent was
 * found, the screens that can tell most about it come first.
 */
export function openQuestions(
  k: CheckKnowledge,
  findings: readonly Finding[],
  answers: Answers,
  reached: LevelVerdict,
): readonly QuestionView[] {
  const asking = askingOf(k);
  const known = new Map<string, readonly string[]>();
  const itemsOf = (leaf: Leaf): readonly string[] => {
    const name = 'fact' in leaf ? leaf.fact : leaf.condition;
    const items = known.get(name) ?? itemsFor(leaf, asking, answers);
    known.set(name, items);
    return items;
  };
  const cost = (leaf: Leaf) => Math.max(-1, ...itemsOf(leaf).map((id) => asking.costByItem.get(id) ?? -1));
  const open = new Set<string>();
  const needed = new Set<string>();
  const nearest = new Set(telling(k, findings, answers, reached).flatMap((fact) => itemsOf({ fact })));
  const near = new Set<string>();
  const belongs = belongsTo(k, reached);
  for (const { rule, reading, truth } of findings) {
    if (truth !== 'unknown' || !isMoreUrgent(rule.level, reached.kind)) continue;
    for (const leaf of openLeaves(rule.logic, answers, reading)) for (const item of itemsOf(leaf)) open.add(item);
    for (const leaf of nextLeaves(rule.logic, answers, reading, cost))
      for (const item of itemsOf(leaf)) {
        needed.add(item);
        if (belongs(rule)) near.add(item);
      }
  }
  const screens = asking.questions.flatMap(({ id, stage, items, conditionItems = [] }) => {
    if (![...items, ...conditionItems].some((item) => needed.has(item))) return [];
    // Places of the body and the parts of a composite line are one list: half of it would read as a strange question.
    const isOneList = stage === 'region' || items.some((item) => asking.screenByFact.has(item));
    const isShown = (item: string) => open.has(item) || (isOneList && answers.fact(item) === undefined);
    return [
      {
        question: id,
        also: [],
        facts: items.filter(isShown),
        conditions: conditionItems.filter((item) => open.has(item)),
      },
    ];
  });
  const hasAny = ({ facts, conditions }: QuestionView, items: ReadonlySet<string>) =>
    [...facts, ...conditions].some((item) => items.has(item));
  const rank = (screen: QuestionView) => (hasAny(screen, nearest) ? 0 : hasAny(screen, near) ? 1 : 2);
  return joined(
    screens.toSorted((a, b) => rank(a) - rank(b)),
    asking,
  );
}

/** Most lines on a screen that is made of several; a composite line counts as two, it takes that long to read. Own setting. */
const MOST_LINES = 14;

/** Screens that ask "Do any of these fit you now?" are one as long as it stays short. Follow-ups keep to themselves. */
function joined(screens: readonly QuestionView[], asking: Asking): readonly QuestionView[] {
  const whole: QuestionView[] = [];
  for (const screen of screens) {
    const into = whole.findLastIndex((other) => mayJoin(other, screen, asking));
    const other = whole[into];
    if (other === undefined) whole.push(screen);
    else
      whole[into] = {
        question: other.question,
        also: [...other.also, screen.question],
        facts: [...other.facts, ...screen.facts],
        conditions: [...other.conditions, ...screen.conditions],
      };
  }
  return whole;
}

function mayJoin(one: QuestionView, other: QuestionView, { general, screenByFact }: Asking): boolean {
  if (!general.has(one.question) || !general.has(other.question)) return false;
  const composites = new Set(screenByFact.values());
  const lines = [one, other].flatMap(({ facts, conditions }) => [...facts, ...conditions]);
  return lines.length + lines.filter((line) => composites.has(line)).length <= MOST_LINES;
}

/** Signs nobody has asked about yet, each of which alone would make an emergency of what is known; near ones first. */
export function openSigns(
  k: CheckKnowledge,
  findings: readonly Finding[],
  answers: Answers,
  reached: LevelVerdict,
): readonly FactId[] {
  const near = telling(k, findings, answers, reached);
  const rest = findings.flatMap((finding) => signsThatSettle(k, finding, answers));
  return [...new Set([...near, ...rest])];
}

/** The same, of rules only that look at a sign on which an urgent finding rests. */
function telling(
  k: CheckKnowledge,
  findings: readonly Finding[],
  answers: Answers,
  reached: LevelVerdict,
): readonly FactId[] {
  if (reached.kind !== 'urgent-24h') return [];
  const belongs = belongsTo(k, reached);
  return findings.filter(({ rule }) => belongs(rule)).flatMap((finding) => signsThatSettle(k, finding, answers));
}

function signsThatSettle(k: CheckKnowledge, { rule, reading, truth }: Finding, answers: Answers): readonly FactId[] {
  if (rule.level !== 'emergency' || truth !== 'unknown') return [];
  return openLeaves(rule.logic, answers, reading).flatMap((leaf) => {
    if (!('fact' in leaf) || k.facts[leaf.fact]?.kind !== 'yes-no' || !k.facts[leaf.fact]?.short) return [];
    const withIt: Answers = { ...answers, fact: (id) => (id === leaf.fact ? true : answers.fact(id)) };
    return evaluateLogic(rule.logic, withIt, reading) === true ? [leaf.fact] : [];
  });
}

/** Whether a rule looks at a sign on which an urgent finding rests. Places and age belong to everything. */
function belongsTo(k: CheckKnowledge, { because }: LevelVerdict): (rule: RedFlagRule) => boolean {
  const isSign = (id: string) => id !== 'age-years' && k.facts[id]?.kind !== 'derived';
  const found = new Set(
    because.flatMap(({ level, facts, conditions }) =>
      isSaidAtOnce(level) ? [...facts.filter(isSign), ...conditions] : [],
    ),
  );
  return ({ logic }) => leavesOf(logic).some((leaf) => found.has('fact' in leaf ? leaf.fact : leaf.condition));
}

/** The answers that marking a screen gives. */
export function answerQuestion(
  k: CheckKnowledge,
  view: QuestionView,
  marks: Marks,
): {
  readonly facts: Readonly<Record<FactId, FactAnswer>>;
  readonly conditions: Readonly<Record<ConditionId, ConditionAnswer>>;
} {
  const facts: Record<FactId, FactAnswer> = {};
  const conditions: Record<ConditionId, ConditionAnswer> = {};
  for (const id of view.facts) facts[id] = marks[id] ?? (takesNumber(k.facts[id]) ? 'unsure' : false);
  for (const id of view.conditions) {
    const mark = marks[id];
    // A condition cannot be skipped; the fact it stands for can.
    const fact = k.factMapping.conditions.find(({ condition }) => condition === id)?.fact;
    if (mark === 'skipped' && fact !== undefined) facts[fact] = 'skipped';
    else conditions[id] = mark === true || mark === 'unsure' ? mark : mark === undefined ? false : 'unsure';
  }
  return { facts, conditions };
}

/** Questions of which the person has answered something. */
export function askedQuestions(k: CheckKnowledge, { facts, conditions }: CheckInput): readonly string[] {
  return askingOf(k)
    .questions.filter(({ items, conditionItems = [] }) =>
      [...items.map((id) => facts[id]), ...conditionItems.map((id) => conditions[id])].some(
        (said) => said !== undefined,
      ),
    )
    .map(({ id }) => id);
}

/** Facts and conditions of a rule that no screen can ask for. */
export function unaskable(k: CheckKnowledge, logic: Logic): readonly string[] {
  const nothing: Answers = { fact: () => undefined, condition: () => undefined };
  return openLeaves(logic, nothing, 'plain')
    .filter((leaf) => itemsFor(leaf, askingOf(k), nothing).length === 0)
    .map((leaf) => ('fact' in leaf ? leaf.fact : leaf.condition));
}

const takesNumber = (fact: Fact | undefined): boolean => fact?.kind === 'number' || fact?.kind === 'scale-0-10';

/** How to learn a leaf: through a screen line that covers it, in words, or through the condition that asks the same. */
function itemsFor(leaf: Leaf, asking: Asking, answers: Answers): readonly string[] {
  if ('condition' in leaf) return asking.costByItem.has(leaf.condition) ? [leaf.condition] : [];
  const { fact } = leaf;
  if (answers.fact(fact) === 'skipped' && asking.sensitive.has(fact)) return [];
  const computedFrom = COMPUTED_FROM[fact];
  if (computedFrom !== undefined)
    return computedFrom.filter((id) => typeof answers.fact(id) !== 'number' && answers.fact(id) !== 'unsure');
  const screen = asking.screenByFact.get(fact);
  if (screen !== undefined && answers.fact(screen) === undefined) return [screen];
  if (asking.costByItem.has(fact)) return [fact];
  const condition = asking.conditionByFact.get(fact);
  return condition === undefined ? [] : [condition];
}

/** Screens everybody sees cost less than follow-ups: their "no" spares the follow-up. */
const isAskedOfAll = (stage: CheckQuestion['stage']): boolean => stage === 'first-look' || stage === 'region';
const AFTER_ALL = 1000;

interface Asking {
  readonly questions: readonly CheckQuestion[];
  /** Questions in the words that most are asked in. */
  readonly general: ReadonlySet<string>;
  readonly costByItem: ReadonlyMap<string, number>;
  readonly screenByFact: ReadonlyMap<FactId, FactId>;
  readonly conditionByFact: ReadonlyMap<FactId, ConditionId>;
  readonly sensitive: ReadonlySet<FactId>;
}

const askingByKnowledge = new WeakMap<CheckKnowledge, Asking>();

/** Look-ups over the questions of one edition, worked out once. */
function askingOf(k: CheckKnowledge): Asking {
  const kept = askingByKnowledge.get(k);
  if (kept !== undefined) return kept;
  const costByItem = new Map(
    k.checkQuestions.flatMap(({ items, conditionItems = [], order, stage }) =>
      [...items, ...conditionItems].map((item) => [item, isAskedOfAll(stage) ? order : order + AFTER_ALL] as const),
    ),
  );
  const facts = Object.values(k.facts);
  const words = k.checkQuestions.find(({ stage }) => stage === 'first-look')?.ask;
  const asking: Asking = {
    questions: k.checkQuestions.toSorted((a, b) => a.order - b.order),
    general: new Set(k.checkQuestions.flatMap(({ id, ask }) => (ask === words ? [id] : []))),
    costByItem,
    screenByFact: new Map(
      facts.flatMap(({ id, covers = [] }) => (costByItem.has(id) ? covers.map((fact) => [fact, id] as const) : [])),
    ),
    conditionByFact: new Map(
      k.factMapping.conditions
        .filter(({ condition, answers }) => answers === 'both' && costByItem.has(condition))
        .map(({ condition, fact }) => [fact, condition]),
    ),
    sensitive: new Set(facts.filter(({ sensitive }) => sensitive === true).map(({ id }) => id)),
  };
  askingByKnowledge.set(k, asking);
  return asking;
}
