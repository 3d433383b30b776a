// The safety check: facts people are asked, rules over them, and how far each rule reaches.

import * as v from 'valibot';
import { seedReading } from './claim.ts';
import { logic } from './logic.ts';
import { id, ids, type Known, sourceOrOwnSetting, text, texts } from './shape.ts';

/** `derived` is worked out from the map or the diary; it is asked in words only when there is nothing to work it out from. */
export const fact = v.strictObject({
  id,
  question: text,
  kind: v.picklist(['yes-no', 'number', 'scale-0-10', 'derived', 'body-map']),
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
  question: text,
  asks: ids,
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

/** A rule as reviewers read it: one file with its notes, seed claims and test vectors. */
export const redFlagRecord = v.strictObject({
  ...redFlagEntries,
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
  /** Asked only when this holds; absent: always asked. */
  when: v.exactOptional(logic),
  order: v.number(),
  stage: v.picklist(['first-look', 'region', 'follow-up', 'about-you']),
});
export type CheckQuestion = Known<typeof checkQuestion>;

/** Which painted regions make a derived fact true. */
export const factMapping = v.strictObject({
  why: v.exactOptional(text),
  /** Fact → regions; one painted region is enough. */
  facts: v.record(id, ids),
  /** Fact → regions; one of them painted on both sides is needed. */
  bothSides: v.exactOptional(v.record(id, ids)),
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
