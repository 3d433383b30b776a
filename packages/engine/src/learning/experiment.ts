// A guided experiment of one person: two techniques take turns in an order drawn beforehand, and the difference is named only
// when it is more than chance. See RULES.md, LRN-12 to LRN-16.

import type { EpochMs, TechniqueId } from '../case/index.ts';
import { type Chance, chanceOf } from './choice.ts';
import { ENOUGH_SESSIONS, type Estimate } from './effects.ts';
import { type DoneSession, techniquesDone } from './practice.ts';
import { type Belief, beliefIn, evidence, interval, priorBelief, regress } from './regression.ts';
import { studentQuantile } from './student.ts';

/** As it was agreed to. The order follows from `seed`, so it cannot be changed afterwards. */
export interface Experiment {
  readonly experimentId: string;
  readonly a: TechniqueId;
  readonly b: TechniqueId;
  readonly seed: string;
  readonly begunAt: EpochMs;
  /** Null while it runs. */
  readonly endedAt: EpochMs | null;
}

export type Arm = 'a' | 'b';

/** A session that was done as the order asked, and rated. */
export interface ExperimentSession {
  readonly sessionId: string;
  readonly at: EpochMs;
  readonly arm: Arm;
  /** After minus before, NRS points. */
  readonly change: number;
}

export interface ExperimentState {
  readonly sessions: readonly ExperimentSession[];
  readonly done: Readonly<Record<Arm, number>>;
  /** What the next session should contain; null when the experiment is over. */
  readonly next: Arm | null;
  /** `b` minus `a`: below zero when `b` is followed by less pain. Null before both had a turn. */
  readonly difference: Estimate | null;
  readonly result:
    | { readonly kind: 'running' }
    | { readonly kind: 'differs'; readonly better: Arm }
    /** The order came to its end, or was broken off: what is there could be chance. */
    | { readonly kind: 'could-be-chance' }
    | { readonly kind: 'too-early' };
}

/** Twelve turns each. Own setting. */
export const MOST_SESSIONS = 24;
/** A block holds both twice, so that nobody can guess the next and neither runs ahead. */
const BLOCK: readonly Arm[] = ['a', 'a', 'b', 'b'];

/** Before the end, one false claim in a hundred; at the end, four: together no more than one in twenty. */
const EARLY_EVIDENCE = 100;
/** Quantile 0.98 of the normal: 96 in 100 in the middle. */
const AT_THE_END = 2.053748910631823;

/** The difference of two techniques, before anything is known; and the same noise as everywhere. Own settings. */
const SETTINGS = {
  noise: 1.39,
  noiseWorth: 8,
  anywaySd: 2,
  returnMean: -0.24,
  returnSd: 0.15,
  differenceSd: 1.5,
} as const;

/** The technique of the day, or null when the experiment is over. What the plan asks for. */
export function armOf(experiment: Experiment, sessions: readonly DoneSession[]): TechniqueId | null {
  const { next } = experimentState(experiment, sessions);
  return next === null ? null : experiment[next];
}

/** Every arm in its turn. */
export function armsInOrder(seed: string): readonly Arm[] {
  const chance = chanceOf(seed);
  return Array.from({ length: MOST_SESSIONS / BLOCK.length }, () => shuffled(BLOCK, chance)).flat();
}

export function experimentState(experiment: Experiment, sessions: readonly DoneSession[]): ExperimentState {
  const order = armsInOrder(experiment.seed);
  const counted: (ExperimentSession & { before: number })[] = [];
  let stopped = false;
  for (const session of sessions) {
    const arm = order[counted.length];
    if (arm === undefined || stopped) break;
    const turn = turnOf(experiment, arm, session);
    if (turn === null) continue;
    counted.push(turn);
    stopped = isDecidedEarly(counted);
  }
  const done = { a: countOf(counted, 'a'), b: countOf(counted, 'b') };
  const isOver = experiment.endedAt !== null || stopped || counted.length === order.length;
  const belief = done.a > 0 && done.b > 0 ? differenceIn(counted) : null;
  return {
    sessions: counted.map(({ sessionId, at, arm, change }) => ({ sessionId, at, arm, change })),
    done,
    next: isOver ? null : (order[counted.length] as Arm),
    difference: belief && { mean: belief.mean, ...interval(belief) },
    result: !isOver ? { kind: 'running' } : resultOf(counted, done, belief, stopped),
  };
}

/** A session counts when it had the technique whose turn it was, and not the other one. */
function turnOf(
  experiment: Experiment,
  arm: Arm,
  session: DoneSession,
): (ExperimentSession & { before: number }) | null {
  const { begunAt, endedAt } = experiment;
  const { sessionId, startedAt, painBefore, painAfter } = session;
  if (startedAt === null || startedAt < begunAt || (endedAt !== null && startedAt > endedAt)) return null;
  if (painBefore === null || painAfter === null) return null;
  const techniques = techniquesDone(session);
  const other = arm === 'a' ? 'b' : 'a';
  if (!techniques.includes(experiment[arm]) || techniques.includes(experiment[other])) return null;
  return { sessionId, at: startedAt, arm, change: painAfter - painBefore, before: painBefore };
}

type Counted = readonly (ExperimentSession & { readonly before: number })[];

const countOf = (counted: Counted, arm: Arm) => counted.filter((session) => session.arm === arm).length;

function isDecidedEarly(counted: Counted): boolean {
  if (countOf(counted, 'a') < ENOUGH_SESSIONS || countOf(counted, 'b') < ENOUGH_SESSIONS) return false;
  const was = priorBelief(0, SETTINGS.differenceSd, SETTINGS.noiseWorth);
  return evidence(was, differenceIn(counted)) >= EARLY_EVIDENCE;
}

function resultOf(
  counted: Counted,
  done: Readonly<Record<Arm, number>>,
  belief: Belief | null,
  stopped: boolean,
): ExperimentState['result'] {
  if (belief === null || Math.min(done.a, done.b) < ENOUGH_SESSIONS) return { kind: 'too-early' };
  const isWhole = counted.length === MOST_SESSIONS;
  const half = studentQuantile(AT_THE_END, belief.freedom) * belief.scale;
  if (stopped || (isWhole && Math.abs(belief.mean) > half))
    return { kind: 'differs', better: belief.mean < 0 ? 'b' : 'a' };
  return { kind: 'could-be-chance' };
}

/** Change = what happens anyway + the return of the starting pain to the usual + half the difference, up or down. */
function differenceIn(counted: Counted): Belief {
  const usual = counted.reduce((sum, { before }) => sum + before, 0) / counted.length;
  const xx = new Float64Array(9);
  const xy = new Float64Array(3);
  let yy = 0;
  for (const { arm, change, before } of counted) {
    const row = [1, before - usual, arm === 'b' ? 0.5 : -0.5];
    row.forEach((x, i) => {
      xy[i] = (xy[i] as number) + x * change;
      row.forEach((other, j) => {
        xx[i * 3 + j] = (xx[i * 3 + j] as number) + x * other;
      });
    });
    yy += change * change;
  }
  const sds = [SETTINGS.anywaySd, SETTINGS.returnSd, SETTINGS.differenceSd];
  const precision = new Float64Array(9);
  sds.forEach((sd, i) => {
    precision[i * 4] = 1 / sd ** 2;
  });
  const { noise, noiseWorth } = SETTINGS;
  const prior = { mean: Float64Array.of(0, SETTINGS.returnMean, 0), precision, noise, noiseWorth };
  return beliefIn(regress({ columns: 3, count: counted.length, xx, xy, yy }, prior), [[2, 1]]);
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
