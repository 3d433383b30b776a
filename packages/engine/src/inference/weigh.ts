// Evidence turned into numbers on the model's arrays: how surely each cell is painted, how much each cause's odds move
// before the painted cells are looked at, and what the self-tests say about each muscle.

import type { RegionId, Side } from '@unknot/atlas/frame';
import { type Episode, type Evidence, findingKey } from './evidence.ts';
import { type Companion, cellKey, type Model, type Unit } from './model.ts';
import type { Problem } from './problem.ts';
import { movementMatch } from './words.ts';

export interface Weighed {
  /** Cell → how surely it was painted, 0–1; 0 is blank. */
  readonly painted: Float64Array;
  /** Cell → how surely anything is meant there at all, however much of it is painted; 0 is blank. */
  readonly meant: Float64Array;
  /** Cell → 1 where a neighbour is painted more: its paint may have slipped over. */
  readonly beside: Uint8Array;
  /**
   * Cell → how much its blank counts, 0–1: 0 where it is painted and while nothing is painted at all, because blank then
   * means "not yet"; 1 where the person was asked and said that it is clear.
   */
  readonly blank: Float64Array;
  /** Cell → share of a knot mark in it, 0–1. */
  readonly knots: Float64Array;
  /** Cell → `painted` where the quality is tingling, numbness or burning, else 0. */
  readonly nerveLike: Float64Array;
  /** Self-test answers: test, unit and likelihood ratio; unsure is left out. */
  readonly tests: readonly { readonly test: string; readonly unit: number; readonly ratio: number }[];
  /** Units that were at work in an earlier episode, confirmed by relief. */
  readonly earlier: ReadonlySet<number>;
  /** Context: what was said, unit, and likelihood ratio. */
  readonly context: readonly { readonly ref: string; readonly unit: number; readonly ratio: number }[];
}

const NERVE_LIKE: ReadonlySet<string | undefined> = new Set(['tingling', 'numb', 'burning']);

export function weigh(model: Model, evidence: Evidence): Weighed {
  const { parameters } = model;
  const painted = new Float64Array(model.cells.length);
  const meant = new Float64Array(model.cells.length);
  const beside = new Uint8Array(model.cells.length);
  const knots = new Float64Array(model.cells.length);
  const nerveLike = new Float64Array(model.cells.length);
  const worst = evidence.places.reduce((most, { intensity }) => Math.max(most, intensity ?? 0), 0);
  const covered = new Float64Array(model.cells.length);
  for (const { region, side, coverage } of evidence.places) covered[cellAt(model, region, side)] = coverage;
  // A place hardly painted says as little as one that is not.
  const least = (1 - parameters.blankWeight) / (2 - parameters.blankWeight);
  for (const { region, side, coverage, intensity, quality } of evidence.places) {
    const cell = cellAt(model, region, side);
    // A person's own worst pain is full strength: somebody who paints everything 4 is read like one who paints 8.
    const relative = intensity === undefined || worst === 0 ? 1 : intensity / worst;
    const strength = parameters.faintestIntensity + (1 - parameters.faintestIntensity) * relative;
    const full = (coverage * (1 + parameters.coverageHalf)) / (coverage + parameters.coverageHalf);
    // Less painted than its neighbour: more likely the edge of that one's pain.
    const around = (model.around[cell] as readonly number[]).reduce(
      (most, r) => Math.max(most, covered[r] as number),
      0,
    );
    const own = coverage === 0 ? 0 : 1 / (1 + parameters.edge * (Math.max(0, around - coverage) / coverage) ** 2);
    const sure = coverage === 0 ? 0 : least + (parameters.surest - least) * full * strength * own;
    painted[cell] = Math.max(painted[cell] as number, sure);
    const clear = Math.min(1, coverage / parameters.clearFrom);
    const surely = coverage === 0 ? 0 : least + (parameters.patternSurest - least) * clear * strength * own;
    meant[cell] = Math.max(meant[cell] as number, surely);
    if (coverage > 0 && around > coverage) beside[cell] = 1;
    if (NERVE_LIKE.has(quality)) nerveLike[cell] = painted[cell] as number;
  }
  const unasked = painted.some((sure) => sure > 0) ? parameters.blankWeight : 0;
  const blank = painted.map((sure) => (sure > 0 ? 0 : unasked));
  for (const { region, side, coverage } of evidence.places) if (coverage === 0) blank[cellAt(model, region, side)] = 1;
  for (const { region, side, coverage } of evidence.knots ?? []) {
    const cell = cellAt(model, region, side);
    knots[cell] = Math.max(knots[cell] as number, coverage);
  }
  return {
    painted,
    meant,
    beside,
    blank,
    knots,
    nerveLike,
    tests: weighTests(model, evidence),
    earlier: weighEarlier(model, evidence),
    context: weighContext(model, evidence),
  };
}

function cellAt(model: Model, region: RegionId, side: Side): number {
  const cell = model.cellOf.get(cellKey(region, side));
  if (cell === undefined) throw new Error(`evidence must be decoded first, got ${region} on side ${side}`);
  return cell;
}

function weighTests({ parameters, tests, units }: Model, { findings = {} }: Evidence): Weighed['tests'] {
  const weighed: { test: string; unit: number; ratio: number }[] = [];
  for (const key of Object.keys(findings).sort()) {
    const answer = findings[key];
    const { test, side } = findingKey(key);
    const about = tests.get(test);
    if (!about) throw new Error(`evidence must be decoded first, got the test ${test}`);
    if (answer === 'unsure') continue;
    const yes = answer === 'yes';
    const ratio = about.findsSpot
      ? yes
        ? parameters.pressYes
        : parameters.pressNo
      : yes
        ? parameters.testYes
        : parameters.testNo;
    units.forEach((unit, u) => {
      if (unit.kind === 'muscle' && unit.muscle === about.muscle && (side === undefined || side === unit.side)) {
        weighed.push({ test, unit: u, ratio });
      }
    });
  }
  return weighed;
}

function weighEarlier({ units }: Model, { earlier = [] }: Evidence): Weighed['earlier'] {
  const isSame = (unit: Unit) => (episode: Episode) =>
    unit.kind === 'muscle' && unit.muscle === episode.muscle && unit.side === episode.side;
  return new Set(units.flatMap((unit, u) => (earlier.some(isSame(unit)) ? [u] : [])));
}

function weighContext(
  { parameters, muscles, units, contextIds, words }: Model,
  { context = [] }: Evidence,
): Weighed['context'] {
  const weighed: { ref: string; unit: number; ratio: number }[] = [];
  const said = [...new Set(context)].sort();
  units.forEach((unit, u) => {
    if (unit.kind !== 'muscle') return;
    let room = Math.log(parameters.contextMost);
    for (const ref of said) {
      const logRatio = contextIds.has(ref)
        ? muscles.get(unit.muscle)?.perpetuatingFactors.includes(ref)
          ? Math.log(parameters.contextFactor)
          : 0
        : movementMatch(words, unit.muscle, ref) * Math.log(parameters.contextWords);
      const taken = Math.min(room, logRatio);
      if (taken <= 0) continue;
      room -= taken;
      weighed.push({ ref, unit: u, ratio: Math.exp(taken) });
    }
  });
  return weighed;
}

/** Likelihood ratio that knot marks give to one cause: best where the point lies under the mark, less beside it. */
export function knotRatio(model: Model, knots: Float64Array, cause: number): { ratio: number; cell: number } {
  let ratio = 1;
  let cell = -1;
  for (const home of model.over[cause] as readonly number[]) {
    const over = 1 + (model.parameters.knotOver - 1) * (knots[home] as number);
    if (over > ratio) {
      ratio = over;
      cell = home;
    }
    for (const near of model.around[home] as readonly number[]) {
      const beside = 1 + (model.parameters.knotBeside - 1) * (knots[near] as number);
      if (beside > ratio) {
        ratio = beside;
        cell = near;
      }
    }
  }
  return { ratio, cell };
}

/** Likelihood ratio that tingling, numbness or burning inside its zone gives to one cause. */
export function qualityRatio(model: Model, { painted, nerveLike }: Weighed, cause: number): number {
  let all = 0;
  let nerve = 0;
  for (let k = model.zoneStart[cause] as number; k < (model.zoneStart[cause + 1] as number); k++) {
    const cell = model.zoneCell[k] as number;
    all += painted[cell] as number;
    nerve += nerveLike[cell] as number;
  }
  if (nerve === 0) return 1;
  const unit = model.units[model.causes[cause]?.unit as number];
  const isRoot = unit?.kind === 'imitation' && unit.hypothesis === 'nerve-root';
  return (isRoot ? model.parameters.nerveQualityForRoot : model.parameters.nerveQualityForOthers) ** (nerve / all);
}

/** Likelihood ratio that pain in the zones of its companions gives to one cause. */
function companionRatio({ companions }: Model, { painted }: Weighed, cause: number): number {
  let logRatio = 0;
  for (const companion of companions[cause] as readonly Companion[]) {
    logRatio += companion.logRatio * (painted[companion.cell] as number);
  }
  return Math.exp(logRatio);
}

/** The problem that the joint search solves. Blank cells and everything about single causes go into their odds. */
export function problemOf(model: Model, weighed: Weighed): Problem {
  const { parameters, zoneStart, zoneCell, zoneEffect, zoneBlank } = model;
  const odds = model.priorOdds.slice();
  const isMarked = weighed.knots.some((share) => share > 0);
  const contextRatio = new Float64Array(model.units.length).fill(1);
  for (const { unit, ratio } of weighed.context) contextRatio[unit] = (contextRatio[unit] as number) * ratio;
  // What is said in whole ratios must move the answer by them after tempering.
  const untempered = 1 / parameters.temper;
  for (let c = 0; c < odds.length; c++) {
    let blank = 1;
    for (let k = zoneStart[c] as number; k < (zoneStart[c + 1] as number); k++) {
      const power = weighed.blank[zoneCell[k] as number] as number;
      if (power === 0) continue;
      blank *= power === parameters.blankWeight ? (zoneBlank[k] as number) : (1 - (zoneEffect[k] as number)) ** power;
    }
    odds[c] =
      (odds[c] as number) *
      blank *
      ((contextRatio[model.causes[c]?.unit as number] as number) *
        companionRatio(model, weighed, c) *
        qualityRatio(model, weighed, c) *
        (isMarked ? knotRatio(model, weighed.knots, c).ratio : 1)) **
        untempered;
  }
  const unitRatio = new Float64Array(model.units.length).fill(1);
  for (const { unit, ratio } of weighed.tests) unitRatio[unit] = (unitRatio[unit] as number) * ratio ** untempered;
  for (const unit of weighed.earlier) {
    unitRatio[unit] = (unitRatio[unit] as number) * parameters.earlierRelief ** untempered;
  }
  return {
    odds,
    unit: model.unitOf,
    unitRatio,
    start: zoneStart,
    cell: zoneCell,
    effect: zoneEffect,
    painted: weighed.painted,
    leak: model.leaks,
  };
}
