// What each technique does for this person, learned from sessions that mix several. The plan already chooses by it long
// before anything may be said about it. See RULES.md, LRN-01 to LRN-08.

import type { TechniqueId } from '../case/index.ts';
import { claimedAmong, isClaimed } from './claim.ts';
import type { Expectations, Practice } from './practice.ts';
import {
  type Belief,
  beliefIn,
  evidence,
  interval,
  type Posterior,
  priorBelief,
  regress,
  type Sums,
} from './regression.ts';

/** Which pain is compared with the pain before the session. */
export type Response = 'after' | 'next-day';

/** A number with its interval: nine in ten. NRS points, negative is relief. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface TechniqueEffect extends Estimate {
  readonly technique: TechniqueId;
  readonly family: string;
  /** Rated sessions with it and without it. */
  readonly with: number;
  readonly without: number;
  /** Betting score against "it does nothing"; null while nobody may judge. */
  readonly evidence: number | null;
  /**
   * `too-early`: fewer than five sessions with or without it. `could-be-chance`: within the noise. `over-weeks`: strength and
   * habits do not show after a session.
   */
  readonly standing: 'too-early' | 'could-be-chance' | 'less-pain' | 'more-pain' | 'over-weeks';
}

export interface Learned {
  /** Rated sessions. */
  readonly sessions: number;
  /** Techniques that were done, most done first. */
  readonly effects: readonly TechniqueEffect[];
  /** Opaque: what `compare`, `learnedChanges` and `drawnChanges` read. */
  readonly model: Model;
}

/** outcomes.json, personalTrial: "at least five sessions with a technique and five without". */
export const ENOUGH_SESSIONS = 5;

/** Own settings, except where a source is named. */
const SETTINGS = {
  /** √(2 × 2² × (1 − 0.76)): two ratings of people whose pain has a standard deviation of 2; ICC 0.76 [cleland2008]. */
  noise: 1.39,
  noiseWorth: 8,
  /** What a session does whatever is in it. */
  anywaySd: 1,
  /** Of each point above the usual, 1 − ICC goes back by itself [cleland2008]. */
  returnMean: -0.24,
  returnSd: 0.15,
  /** Half the swing over the hours of a day. */
  daytimeSd: 0.3,
} as const;
/** Of the variance of a technique's effect, what its class shares. Own setting. */
export const SHARED_BY_FAMILY = 0.5;

/** Anyway, starting pain, and two columns that turn with the hours of the day. Techniques come after them. */
const ANYWAY = 0;
const START = 1;
const OTHERS = 4;

export interface Model {
  readonly posterior: Posterior;
  readonly columns: ReadonlyMap<TechniqueId, number>;
  readonly counts: readonly number[];
  readonly sessions: number;
  readonly expectations: Expectations;
}

/**
 * @param practice  oldest first; sessions without the rating asked for do not count
 * @param response  `after`: right after the session. `next-day`: on the day after
 */
export function learn(
  practice: readonly Practice[],
  expectations: Expectations,
  response: Response = 'after',
): Learned {
  const model = modelOf(practice, expectations, response);
  const judged = [...model.columns.keys()].map((technique) => {
    const is = beliefOf(model, technique);
    const { family, mean, sd, overWeeks } = expectations.of(technique);
    const count = model.counts[model.columns.get(technique) as number] as number;
    const without = model.sessions - count;
    const mayJudge = !overWeeks && count >= ENOUGH_SESSIONS && without >= ENOUGH_SESSIONS;
    const score = mayJudge ? evidence(priorBelief(mean, sd, SETTINGS.noiseWorth), is) : null;
    return { technique, family, overWeeks, count, without, is, score };
  });
  const open = judged.filter(({ score }) => score !== null);
  const claims = claimedAmong(open.map(({ score }) => score as number));
  const claimed = new Set(open.filter((_, i) => claims[i]).map(({ technique }) => technique));
  const effects = judged.map(({ technique, family, overWeeks, count, without, is, score }): TechniqueEffect => {
    const standing = overWeeks
      ? 'over-weeks'
      : score === null
        ? 'too-early'
        : !claimed.has(technique)
          ? 'could-be-chance'
          : is.mean < 0
            ? 'less-pain'
            : 'more-pain';
    return { technique, family, with: count, without, evidence: score, standing, ...estimateOf(is) };
  });
  return { sessions: model.sessions, effects: effects.sort((a, b) => b.with - a.with), model };
}

export interface Comparison extends Estimate {
  /** Which is followed by less pain as far as anyone can tell; the plan may choose by it. */
  readonly better: TechniqueId;
  /** Whether that may be said. */
  readonly standing: 'too-early' | 'could-be-chance' | 'differs';
}

/** `a` against `b`: mean below zero when `a` is followed by less pain. Null while one of them was never done. */
export function compare({ model }: Learned, a: TechniqueId, b: TechniqueId): Comparison | null {
  const [i, j] = [model.columns.get(a), model.columns.get(b)];
  if (i === undefined || j === undefined || i === j) return null;
  const is = beliefIn(model.posterior, [
    [i, 1],
    [j, -1],
  ]);
  const [one, other] = [model.expectations.of(a), model.expectations.of(b)];
  const shared = one.family === other.family ? SHARED_BY_FAMILY * one.sd * other.sd : 0;
  const sd = Math.sqrt(one.sd ** 2 + other.sd ** 2 - 2 * shared);
  const was = priorBelief(one.mean - other.mean, sd, SETTINGS.noiseWorth);
  const isEnough = [i, j].every((column) => (model.counts[column] as number) >= ENOUGH_SESSIONS);
  const standing = !isEnough ? 'too-early' : isClaimed(evidence(was, is)) ? 'differs' : 'could-be-chance';
  return { ...estimateOf(is), better: is.mean < 0 ? a : b, standing };
}

const beliefOf = ({ posterior, columns }: Model, technique: TechniqueId): Belief =>
  beliefIn(posterior, [[columns.get(technique) as number, 1]]);

const estimateOf = (is: Belief): Estimate => ({ mean: is.mean, ...interval(is) });

function modelOf(practice: readonly Practice[], expectations: Expectations, response: Response): Model {
  const columns = new Map<TechniqueId, number>();
  for (const { techniques } of practice)
    for (const technique of techniques) if (!columns.has(technique)) columns.set(technique, OTHERS + columns.size);
  const { sums, counts } = sumsOf(practice, columns, expectations.naturalDropPerDay, response);
  const posterior = regress(sums, priorOf([...columns.keys()], expectations));
  return { posterior, columns, counts, sessions: sums.count, expectations };
}

/** One pass over the sessions, however many: only a handful of columns of each are not zero. */
function sumsOf(
  practice: readonly Practice[],
  columns: ReadonlyMap<TechniqueId, number>,
  naturalDropPerDay: number,
  response: Response,
): { sums: Sums; counts: number[] } {
  const n = OTHERS + columns.size;
  const xx = new Float64Array(n * n);
  const xy = new Float64Array(n);
  const counts = new Array<number>(n).fill(0);
  let [count, yy] = [0, 0];
  const row: number[] = [ANYWAY, START, 2, 3];
  const values: number[] = [1, 0, 0, 0];
  for (const session of practice) {
    const y = changeOf(session, response, naturalDropPerDay);
    if (y === null) continue;
    const turn = (session.hour / 24) * 2 * Math.PI;
    values[START] = session.painBefore;
    values[2] = Math.cos(turn);
    values[3] = Math.sin(turn);
    row.length = OTHERS;
    for (const technique of session.techniques) {
      const column = columns.get(technique) as number;
      row.push(column);
      counts[column] = (counts[column] as number) + 1;
    }
    for (let a = 0; a < row.length; a++) {
      const i = row[a] as number;
      const x = a < OTHERS ? (values[a] as number) : 1;
      xy[i] = (xy[i] as number) + x * y;
      for (let b = 0; b < row.length; b++) {
        const j = row[b] as number;
        if (j < i) continue;
        xx[i * n + j] = (xx[i * n + j] as number) + x * (b < OTHERS ? (values[b] as number) : 1);
      }
    }
    count += 1;
    yy += y * y;
  }
  centre(xx, xy, n, count);
  return { sums: { columns: n, count, xx, xy, yy }, counts };
}

/** The change that natural course does not explain; null when it was not told. */
function changeOf({ painBefore, painAfter, painNextDay }: Practice, response: Response, naturalDropPerDay: number) {
  if (response === 'after') return painAfter === null ? null : painAfter - painBefore;
  return painNextDay === null ? null : painNextDay - painBefore * Math.exp(-naturalDropPerDay);
}

/** Starting pain is measured from the person's own mean, so that "anyway" is about a usual day. */
function centre(xx: Float64Array, xy: Float64Array, n: number, count: number): void {
  if (count === 0) return;
  const usual = (xx[START] as number) / count;
  const sumOf = (j: number) => xx[j] as number;
  xx[START * n + START] = (xx[START * n + START] as number) - usual * sumOf(START);
  for (let j = START + 1; j < n; j++) xx[START * n + j] = (xx[START * n + j] as number) - usual * sumOf(j);
  xy[START] = (xy[START] as number) - usual * (xy[ANYWAY] as number);
  xx[START] = 0;
}

/**
 * What is believed beforehand. Techniques of one class are correlated, because they share half of their variance: the inverse
 * of d·I + s·J has a closed form.
 */
function priorOf(techniques: readonly TechniqueId[], expectations: Expectations) {
  const n = OTHERS + techniques.length;
  const mean = new Float64Array(n);
  const precision = new Float64Array(n * n);
  const say = (column: number, value: number, sd: number) => {
    mean[column] = value;
    precision[column * n + column] = 1 / sd ** 2;
  };
  say(ANYWAY, 0, SETTINGS.anywaySd);
  say(START, SETTINGS.returnMean, SETTINGS.returnSd);
  say(2, 0, SETTINGS.daytimeSd);
  say(3, 0, SETTINGS.daytimeSd);
  const families = new Map<string, number[]>();
  techniques.forEach((technique, k) => {
    const { family, mean: expected } = expectations.of(technique);
    mean[OTHERS + k] = expected;
    families.set(family, [...(families.get(family) ?? []), OTHERS + k]);
  });
  for (const members of families.values()) {
    const { sd } = expectations.of(techniques[(members[0] as number) - OTHERS] as TechniqueId);
    const shared = SHARED_BY_FAMILY * sd ** 2;
    const own = sd ** 2 - shared;
    const off = shared / (own * (own + members.length * shared));
    for (const i of members) for (const j of members) precision[i * n + j] = (i === j ? 1 / own : 0) - off;
  }
  return { mean, precision, noise: SETTINGS.noise, noiseWorth: SETTINGS.noiseWorth };
}
