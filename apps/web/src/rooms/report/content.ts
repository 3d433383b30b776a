// What stands on the page, as a value: made from the diary, or read from a link that somebody shared. Only what was
// chosen is in it, so that nothing travels that is not shown.

import { LEVELS, PAIN_QUALITIES, type PainPlace } from '@unknot/engine/case';
import type { Band } from '@unknot/engine/inference';
import { type Change, HARM_KINDS } from '@unknot/engine/outcome';
import { report, rulesTold } from '@unknot/engine/report';
import type { CheckInput } from '@unknot/engine/triage';
import { isSensitive, splitSensitive } from '@unknot/journal/event';
import type { AppState, CheckRecord } from '@unknot/journal/project';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import * as v from 'valibot';
import type { ReportPart } from '../../texts/report.ts';
import { inputOf } from './input.ts';

/** Candidates and techniques that fit one page. */
const MOST_CANDIDATES = 5;
const MOST_TECHNIQUES = 10;

const id = v.pipe(v.string(), v.maxLength(200));
const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
const amount = v.pipe(v.number(), v.finite());
const at = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const nrs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10));
const side = v.picklist(['left', 'right', 'both', 'midline']);
const few = <const T extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(item: T) =>
  v.pipe(v.array(item), v.maxLength(200));

const content = v.object({
  /** 1: from before it told what came out of the safety questions, and what is withheld. */
  version: v.picklist([1, 2]),
  madeAt: at,
  ageYears: v.exactOptional(amount),
  question: v.exactOptional(words(2000)),
  drawing: v.exactOptional(
    v.object({
      encoded: words(2_000_000),
      savedAt: at,
      places: few(
        v.object({
          region: id,
          side,
          intensity: v.exactOptional(amount),
          quality: v.exactOptional(v.picklist(PAIN_QUALITIES)),
        }),
      ),
    }),
  ),
  pattern: v.exactOptional(
    v.object({
      nothingFits: v.boolean(),
      top: few(v.object({ muscle: id, side, probability: v.exactOptional(amount), band: v.exactOptional(id) })),
      other: few(v.object({ hypothesis: id, probability: v.exactOptional(amount), band: v.exactOptional(id) })),
    }),
  ),
  tests: v.exactOptional(
    few(v.object({ test: id, side: v.nullable(id), answer: v.picklist(['yes', 'no', 'unsure']) })),
  ),
  /** Null: the safety questions were never answered. */
  check: v.exactOptional(
    v.nullable(
      v.object({
        at,
        level: v.exactOptional(v.picklist(LEVELS)),
        rules: few(id),
        /** Answers that are not on the page are part of the level. */
        withheld: v.exactOptional(v.boolean()),
        /** When something closed this check again; absent: nothing did. */
        reopenedAt: v.exactOptional(at),
        clearedAt: few(at),
      }),
    ),
  ),
  health: v.exactOptional(v.object({ yes: few(id), unsure: few(id), withheld: v.exactOptional(v.boolean()) })),
  practice: v.exactOptional(
    v.object({
      span: v.nullable(v.object({ from: at, to: at })),
      sessions: amount,
      seconds: amount,
      done: few(
        v.object({
          technique: id,
          /** Of an own exercise, which no knowledge knows. */
          name: v.exactOptional(words(200)),
          muscle: v.nullable(id),
          side,
          times: amount,
          dose: v.nullable(
            v.object({
              holdSeconds: v.nullish(amount),
              repetitions: v.nullish(amount),
              sets: v.nullish(amount),
              intensityCap: v.nullish(amount),
            }),
          ),
          changes: few(amount),
        }),
      ),
    }),
  ),
  pain: v.exactOptional(
    v.object({
      weeks: few(
        v.object({ week: amount, sessions: amount, seconds: amount, before: v.nullable(nrs), after: v.nullable(nrs) }),
      ),
      overall: v.custom<Change>(isChange),
    }),
  ),
  harms: v.exactOptional(few(v.object({ kind: v.picklist(HARM_KINDS), times: amount, lastAt: at }))),
});

export type PageContent = v.InferOutput<typeof content>;

function isChange(value: unknown): boolean {
  const { kind, points } = (value ?? {}) as { kind?: unknown; points?: unknown };
  return (
    kind === 'notYetKnown' ||
    (['clearly-better', 'a-little-better', 'same', 'worse'].includes(String(kind)) && Number.isFinite(points))
  );
}

export interface Chosen {
  readonly shows: (part: ReportPart) => boolean;
  readonly withPrivate: boolean;
  /** Probabilities beside the words. */
  readonly numbers: boolean;
  /** Milliseconds back from now; null: everything. */
  readonly within: number | null;
}

/** What the diary alone does not tell. */
export interface Moment {
  readonly now: number;
  /** What is painted, measured. */
  readonly places: readonly PainPlace[];
  /** Whether the ranking belongs to the drawing. */
  readonly ranked: boolean;
  /** The word for a probability. */
  readonly wordOf: (probability: number) => Band;
}

/** The page of the person's own diary, but for the question, which changes with every letter. */
export function contentOf(
  state: AppState,
  rules: CheckKnowledge,
  { now, places, ranked, wordOf }: Moment,
  { shows, withPrivate, numbers, within }: Chosen,
): PageContent {
  const told = report(inputOf(state, now, within));
  const { drawing, ranking, profile, check } = state;
  const open = (condition: string) => withPrivate || !isSensitive(condition);
  const answered = (id: string) => profile.conditions[id] !== undefined;
  return {
    version: 2,
    madeAt: now,
    ...(profile.ageYears === undefined ? {} : { ageYears: profile.ageYears }),
    ...(shows('drawing') && drawing
      ? {
          drawing: {
            encoded: drawing.encoded,
            savedAt: drawing.savedAt,
            places: places.map(({ coverage: _, ...place }) => place),
          },
        }
      : {}),
    ...(shows('pattern') && ranking && ranked
      ? {
          pattern: {
            nothingFits: ranking.nothingFits ?? false,
            top: ranking.top
              .slice(0, MOST_CANDIDATES)
              .map(({ muscle, side: of, ...each }) => ({ muscle, side: of, ...likely(each, wordOf, numbers) })),
            other: (ranking.other ?? [])
              .map(({ hypothesis, ...each }) => ({ hypothesis, ...likely(each, wordOf, numbers) }))
              .filter(({ hypothesis, band }) => hypothesis !== 'no-clear-pattern' || band !== 'less-likely'),
          },
        }
      : {}),
    ...(shows('tests')
      ? {
          tests: Object.entries(state.findings).map(([key, answer]) => {
            const [test = key, of] = key.split('@');
            return { test, side: of ?? null, answer };
          }),
        }
      : {}),
    ...(shows('check') ? { check: check && checkTold(state, check, rules, withPrivate) } : {}),
    ...(shows('health')
      ? {
          health: {
            yes: rules.conditions.flatMap(({ id: c }) => (profile.conditions[c] === true && open(c) ? [c] : [])),
            unsure: rules.conditions.flatMap(({ id: c }) => (profile.conditions[c] === 'unsure' && open(c) ? [c] : [])),
            // The same whatever the answers are, so that it gives none away.
            withheld: !withPrivate || rules.conditions.some(({ id: c }) => isSensitive(c) && !answered(c)),
          },
        }
      : {}),
    ...(shows('practice')
      ? {
          practice: {
            span: told.span,
            sessions: told.sessions,
            seconds: told.seconds,
            done: told.practice
              .slice(0, MOST_TECHNIQUES)
              .map(({ technique, muscle, side: of, times, dose, changes }) => {
                const name = state.own.find(({ item }) => item.id === technique)?.item.name;
                return {
                  technique,
                  muscle,
                  side: of,
                  times,
                  dose,
                  changes: changes.slice(-200),
                  ...(name ? { name } : {}),
                };
              }),
          },
        }
      : {}),
    ...(shows('pain') && told.weeks.length > 0
      ? { pain: { weeks: told.weeks.slice(-200), overall: told.overall } }
      : {}),
    ...(shows('harms') ? { harms: told.harms } : {}),
  } as PageContent;
}

/** The page with what the person would like to ask. */
export function asking(page: PageContent, question: string): PageContent {
  const asked = question.trim();
  return asked ? { ...page, question: asked } : page;
}

/** Null: not a page that this version can show. */
export function readContent(text: string): PageContent | null {
  try {
    const read = v.safeParse(content, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Words first: a number looks surer than it is, and goes along only when the person asked for numbers. */
const likely = (
  { probability, band }: { readonly probability?: number; readonly band?: string },
  wordOf: Moment['wordOf'],
  numbers: boolean,
): { band?: string; probability?: number } =>
  probability === undefined
    ? { ...(band === undefined ? {} : { band }) }
    : { band: band ?? wordOf(probability), ...(numbers ? { probability } : {}) };

/** What came out of the latest check: the level always, and the signs that may be named. */
function checkTold(
  { checks, profile, overrides, reopened }: AppState,
  record: CheckRecord,
  rules: CheckKnowledge,
  withPrivate: boolean,
): NonNullable<PageContent['check']> {
  const fired = [...record.because, ...record.support];
  const told = withPrivate ? fired : rulesTold(rules, openAnswers(checks, record, profile), fired);
  const isLevel = (rule: string) => rules.rules.some(({ id: each, level }) => each === rule && level === record.level);
  return {
    at: record.at,
    level: record.level,
    rules: [...told],
    withheld:
      record.because.some((rule) => !told.includes(rule)) || (record.level !== 'self-care' && !told.some(isLevel)),
    ...(reopened ? { reopenedAt: reopened.at } : {}),
    clearedAt: overrides
      .filter(({ imported, rules: about }) => !imported && about.some((rule) => told.includes(rule)))
      .map((override) => override.at),
  };
}

/** All that the check knew but for private answers. The short form asks only what may be new. */
function openAnswers(
  checks: AppState['checks'],
  record: CheckRecord,
  { ageYears, sex }: AppState['profile'],
): CheckInput {
  const full =
    record.form === 'full' ? record : checks.findLast(({ form, at: on }) => form === 'full' && on <= record.at);
  return {
    facts: splitSensitive({ ...full?.facts, ...record.facts }).open,
    conditions: splitSensitive({ ...full?.conditions, ...record.conditions }).open,
    painted: record.painted.map(({ region, side: of }) => ({ region, side: of })),
    ...(ageYears === undefined ? {} : { ageYears }),
    ...(sex === 'female' || sex === 'male' ? { sex } : {}),
  };
}
