// The safety check: facts people are asked, rules over them, and how far each rule reaches.

import * as v from 'valibot';
import { seedReading } from './claim.ts';
import { logic } from './logic.ts';
import { id, ids, type Known, sourceOrOwnSetting, text, texts } from './shape.ts';

/**
 * `derived` is worked out from the map or the diary; it is asked in words only when there is nothing to work it out from.
 * A `screen` names several signs in one line: no to it is no to every fact it covers, anything else asks them one by one.
 */
export const fact = v.strictObject({
  id,
  question: text,
  /** The same as a line to tick, read after "Do any of these fit you now?". */
  short: v.exactOptional(text),
  kind: v.picklist(['yes-no', 'number', 'scale-0-10', 'derived', 'body-map', 'screen']),
  /** Facts named by a `screen`. */
  covers: v.exactOptional(ids),
  help: v.exactOptional(text),
  unit: v.exactOptional(v.picklist(['years', 'months', 'weeks'])),
  /** A sensitive question may be skipped, and a skip is shown as a skip. */
  sensitive: v.exactOptional(v.boolean()),
});
export type Fact = Known<typeof fact>;

export const ruleLevel = v.picklist([
  'emergency',
  'urgent-24h',
  'see-doctor-soon',
  'see-doctor',
  'yellow-psychosocial',
]);
export type RuleLevel = v.InferOutput<typeof ruleLevel>;

export const checkLevel = v.strictObject({
  id: ruleLevel,
  meaning: text,
  userText: text,
  appStays: texts,
  closes: texts,
  /** Where the time frame comes from. */
  source: sourceOrOwnSetting,
});
export type CheckLevel = Known<typeof checkLevel>;

/** A made-up person and what the check must say. `expectLevel` null: nothing fires. */
export const testVector = v.strictObject({
  name: text,
  facts: v.record(id, v.union([v.boolean(), v.number(), v.literal('unsure')])),
  conditions: ids,
  expectLevel: v.nullable(ruleLevel),
  expectRules: ids,
  note: v.exactOptional(text),
});
export type TestVector = Known<typeof testVector>;

const redFlagEntries = {
  id,
  title: text,
  level: ruleLevel,
  logic,
  rationale: text,
  tellUser: text,
  accuracy: v.nullable(text),
  blocks: texts,
  sources: ids,
  basis: v.picklist(['published', 'own-judgement']),
};

/** A rule as the engine reads it. */
export const redFlagRule = v.strictObject(redFlagEntries);
export type RedFlagRule = Known<typeof redFlagRule>;

/** A rule as reviewers read it: one file with its question, the facts it asks, its notes, seed claims and test vectors. */
export const redFlagRecord = v.strictObject({
  ...redFlagEntries,
  question: text,
  asks: ids,
  notes: v.exactOptional(text),
  seedClaims: v.array(seedReading),
  testVectors: v.array(testVector),
});
export type RedFlagRecord = Known<typeof redFlagRecord>;

export const questionSet = v.strictObject({
  when: v.exactOptional(text),
  facts: ids,
  alsoAskConditions: v.exactOptional(ids),
});
export type QuestionSet = Known<typeof questionSet>;

/** One screen of the check: a question with its items, each a fact (or a condition) answered yes, no or not sure. */
export const checkQuestion = v.strictObject({
  id,
  title: text,
  ask: text,
  why: text,
  items: ids,
  conditionItems: v.exactOptional(ids),
  /** Lower comes first. A question is asked only while one of its items can still change the level. */
  order: v.number(),
  stage: v.picklist(['first-look', 'region', 'follow-up', 'about-you']),
});
export type CheckQuestion = Known<typeof checkQuestion>;

/** How facts follow from the drawing, from each other and from conditions, so that nothing is asked twice. */
export const factMapping = v.strictObject({
  why: text,
  /** Every region of the body once: painted, it is a yes to these facts. */
  regions: v.array(v.strictObject({ region: id, facts: ids, why: text })),
  /** Painted on the left and on the right, in any of the regions, is a yes to the fact. */
  bothSides: v.array(v.strictObject({ fact: id, regions: ids, why: text })),
  /** A yes to `fact` is a yes to each of `alsoYes`. */
  implied: v.array(v.strictObject({ fact: id, alsoYes: ids, why: text })),
  /** `both`: the condition and the fact are one question. `yes`: only a yes (or not sure) carries over. */
  conditions: v.array(v.strictObject({ condition: id, fact: id, answers: v.picklist(['both', 'yes']), why: text })),
});
export type FactMapping = Known<typeof factMapping>;

/** How the check treats answers and wording; the frame of all rules. */
export const checkFrame = v.strictObject({
  note: text,
  levels: v.array(checkLevel),
  precedence: v.array(ruleLevel),
  semantics: v.strictObject({
    unsure: text,
    skipped: text,
    ties: text,
    reAsk: text,
    override: text,
    wording: text,
    neverHide: text,
    logging: text,
  }),
  questionSets: v.record(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+$/)), questionSet),
  seedClaims: v.array(seedReading),
});
export type CheckFrame = Known<typeof checkFrame>;
export type CheckSemantics = CheckFrame['semantics'];
