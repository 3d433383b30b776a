// The ranking tried on made-up people: how often it is right, whether it means what it says, whether it says when nothing
// fits, what three self-tests add, and how much a redraw changes.

import { overlap, placesOf } from '@unknot/atlas/drawing';
import type { BodyMap } from '@unknot/atlas/region';
import type { FindingAnswer, PainPlace } from '../case/index.ts';
import { type Evidence, type Model, nextQuestion, type Posterior, rank } from '../inference/index.ts';
import { drawnByHand, spotsOf } from './hand.ts';
import { idealPosterior } from './ideal.ts';
import {
  areaOverlap,
  type Chance,
  chanceFrom,
  PEOPLE_COUNTS,
  type Person,
  painting,
  personWith,
  personWithout,
} from './people.ts';

/** Of all people, so many have no trigger point. */
const NONE = 0.15;

/** One tenth of what was said: how much was said in it, how much of that was true, and how often. */
export interface Bin {
  readonly said: number;
  readonly true: number;
  readonly count: number;
}

export interface Reliability {
  /** By tenths, 0–0.1 first; sums, not means. */
  readonly bins: readonly Bin[];
  /** Expected calibration error: mean distance of said and true over the tenths, weighed by how often. */
  readonly error: number;
}

/** Shares 0–1, with how many people they are of. */
export interface TrialResult {
  /** Every candidate of every person. */
  readonly every: Reliability;
  /** Only the first candidate of every person. */
  readonly first: Reliability;
  /** "No clear pattern", true of a person without a point. */
  readonly pattern: Reliability;
  readonly shares: Readonly<Record<string, { readonly share: number; readonly of: number }>>;
}

/** Ranks `people` made-up people once each. The same seed gives the same people. */
export function trial(model: Model, { people, seed }: { readonly people: number; readonly seed: number }): TrialResult {
  const chance = chanceFrom(seed);
  const every = emptyBins();
  const first = emptyBins();
  const pattern = emptyBins();
  const { note, shares } = tally();
  for (let i = 0; i < people; i++) {
    const person = somebody(model, chance);
    const count = person.units.length;
    const posterior = rank(model, { places: person.places });
    const truth = namesOf(model, person);
    const names = order(posterior);
    posterior.candidates.forEach(({ probability }, c) => {
      const isTrue = truth.has(names[c] as string);
      drop(every, probability, isTrue);
      if (c === 0) drop(first, probability, isTrue);
    });
    const none = posterior.other.find(({ hypothesis }) => hypothesis === 'no-clear-pattern');
    drop(pattern, none?.probability ?? Number.NaN, count === 0);
    if (count === 0) note('nothing fits, no point', posterior.nothingFits);
    else {
      note('nothing fits, with points', posterior.nothingFits);
      if (count === 1) note('nothing fits, one point', posterior.nothingFits);
      note(`${count} at work, first is one of them`, truth.has(names[0] as string));
    }
    if (count === 1) note('1 at work, within three', hits(names, 3, truth) === 1);
    if (count === 2) note('2 at work, both within four', hits(names, 4, truth) === 2);
  }
  return { every: reliability(every), first: reliability(first), pattern: reliability(pattern), shares: shares() };
}

/**
 * After up to `tests` self-tests that the ranking asked for.
 *
 * @param answers  `as-it-is`: yes exactly when the point is there; `as-ratios-say`: as often wrong as the ratios allow
 */
export function trialWithTests(
  model: Model,
  {
    people,
    seed,
    tests,
    answers,
  }: {
    readonly people: number;
    readonly seed: number;
    readonly tests: number;
    readonly answers: 'as-it-is' | 'as-ratios-say';
  },
): TrialResult['shares'] {
  const chance = chanceFrom(seed);
  const { note, shares } = tally();
  for (let i = 0; i < people; i++) {
    const count = 1 + (i % 2);
    const person = personWith(model, count, chance);
    const truth = namesOf(model, person);
    const findings: Record<string, FindingAnswer> = {};
    const evidence: Evidence = { places: person.places, findings };
    for (let t = 0; t < tests; t++) {
      const asked = nextQuestion(model, evidence, { kinds: ['test'] });
      if (asked?.kind !== 'test') break;
      const isThere = truth.has(`${asked.muscle}@${asked.side}`);
      const says = answers === 'as-it-is' ? isThere : chance() < chanceOfYes(model, asked.test, isThere);
      findings[`${asked.test}@${asked.side}`] = says ? 'yes' : 'no';
    }
    const names = order(rank(model, evidence));
    if (count === 1) note('1 at work, first', hits(names, 1, truth) === 1);
    else {
      note('2 at work, both within four', hits(names, 4, truth) === 2);
      note('2 at work, both left paint', hits(names, names.length, truth) === 2);
    }
  }
  return shares();
}

/** What stays of a ranking when the same pain is drawn again; means, 0–1. */
export interface RedrawResult {
  /** Area painted in both drawings over area painted in either; and the same counted in whole regions. */
  readonly areaOverlap: number;
  readonly regionOverlap: number;
  /** Share of the first three candidates that are among the first three again, and of firsts that stay first. */
  readonly firstThree: number;
  readonly first: number;
  /** Of the first three: how often the probability after the redraw lies within the range told before. */
  readonly withinRange: number;
}

/** Drawn again by a hand that forgets places and adds others. */
export function trialOfRedraws(
  model: Model,
  { people, seed }: { readonly people: number; readonly seed: number },
): RedrawResult {
  const chance = chanceFrom(seed);
  return redrawn(model, people, () => {
    const person = personWith(model, drawCount(chance), chance);
    let again = painting(model, person.painful, chance);
    while (again.length === 0) again = painting(model, person.painful, chance);
    return [person.places, again];
  });
}

/** Drawn again on the body itself, in strokes that land a little beside and come out larger or smaller. */
export function trialOfHands(
  model: Model,
  body: BodyMap,
  { people, seed }: { readonly people: number; readonly seed: number },
): RedrawResult & { readonly nothingFits: number } {
  const chance = chanceFrom(seed);
  let drawnOverlaps = 0;
  let unfit = 0;
  const result = redrawn(model, people, () => {
    for (;;) {
      const { painful } = personWith(model, drawCount(chance), chance);
      const spots = spotsOf(model, body, painful, chance);
      const [one, other] = [drawnByHand(body, spots, chance), drawnByHand(body, spots, chance)];
      const [places, again] = [placesOf(one), placesOf(other)];
      if (places.length === 0 || again.length === 0) continue;
      drawnOverlaps += overlap(one, other);
      unfit += rank(model, { places }).nothingFits ? 1 : 0;
      return [places, again];
    }
  });
  return { ...result, areaOverlap: drawnOverlaps / people, nothingFits: unfit / people };
}

function redrawn(
  model: Model,
  people: number,
  twice: () => readonly [readonly PainPlace[], readonly PainPlace[]],
): RedrawResult {
  const sums = { areaOverlap: 0, regionOverlap: 0, firstThree: 0, first: 0, withinRange: 0 };
  for (let i = 0; i < people; i++) {
    const [places, again] = twice();
    const [before, after] = [rank(model, { places }), rank(model, { places: again })];
    const [names, newNames] = [order(before).slice(0, 3), order(after)];
    sums.areaOverlap += areaOverlap(places, again);
    sums.regionOverlap += areaOverlap(whole(places), whole(again));
    sums.firstThree += names.filter((name) => newNames.slice(0, 3).includes(name)).length / 3;
    sums.first += names[0] === newNames[0] ? 1 : 0;
    sums.withinRange +=
      before.candidates.slice(0, 3).filter(({ range }, c) => {
        const p = after.candidates[newNames.indexOf(names[c] as string)]?.probability ?? 0;
        return p >= range.low && p <= range.high;
      }).length / 3;
  }
  return {
    areaOverlap: sums.areaOverlap / people,
    regionOverlap: sums.regionOverlap / people,
    firstThree: sums.firstThree / people,
    first: sums.first / people,
    withinRange: sums.withinRange / people,
  };
}

/** How far somebody gets who knows every rule by which the people were drawn; what is beyond that is not in a drawing. */
export function trialOfIdeal(
  model: Model,
  { people, seed }: { readonly people: number; readonly seed: number },
): Readonly<
  Record<'first' | 'withinThree' | 'bothWithinFour' | 'bothWithinSeven' | 'firstThreeKept' | 'told', number>
> {
  const chance = chanceFrom(seed);
  const { note, shares } = tally();
  const points: number[] = [];
  const none: number[] = [];
  let kept = 0;
  for (let i = 0; i < people; i++) {
    const person = personWith(model, drawCount(chance), chance);
    const truth = namesOf(model, person);
    const { names, logPoints } = idealPosterior(model, person.places);
    points.push(logPoints);
    none.push(idealPosterior(model, personWithout(model, chance).places).logPoints);
    if (truth.size === 1) {
      note('first', hits(names, 1, truth) === 1);
      note('withinThree', hits(names, 3, truth) === 1);
    } else if (truth.size === 2) {
      note('bothWithinFour', hits(names, 4, truth) === 2);
      note('bothWithinSeven', hits(names, 7, truth) === 2);
    }
    const again = idealPosterior(model, painting(model, person.painful, chance)).names.slice(0, 3);
    kept += names.slice(0, 3).filter((name) => again.includes(name)).length / 3;
  }
  const told = points.sort((a, b) => a - b)[Math.floor(0.05 * people)] as number;
  const share = (name: string) => shares()[name]?.share ?? Number.NaN;
  return {
    first: share('first'),
    withinThree: share('withinThree'),
    bothWithinFour: share('bothWithinFour'),
    bothWithinSeven: share('bothWithinSeven'),
    firstThreeKept: kept / people,
    told: none.filter((log) => log < told).length / people,
  };
}

const whole = (places: readonly PainPlace[]) => places.map((place) => ({ ...place, coverage: 1 }));

function somebody(model: Model, chance: Chance): Person {
  return chance() < NONE ? personWithout(model, chance) : personWith(model, drawCount(chance), chance);
}

function drawCount(chance: Chance): number {
  const drawn = chance();
  const [one, two] = PEOPLE_COUNTS;
  return drawn < one ? 1 : drawn < one + two ? 2 : 3;
}

function chanceOfYes({ parameters, tests }: Model, test: string, isThere: boolean): number {
  const { pressYes, pressNo, testYes, testNo } = parameters;
  const [yes, no] = tests.get(test)?.findsSpot ? [pressYes, pressNo] : [testYes, testNo];
  const falseYes = (1 - no) / (yes - no);
  return isThere ? yes * falseYes : falseYes;
}

const order = ({ candidates }: Posterior): string[] => candidates.map(({ muscle, side }) => `${muscle}@${side}`);

const namesOf = (model: Model, { units }: Person): ReadonlySet<string> =>
  new Set(
    units.flatMap((u) => {
      const unit = model.units[u];
      return unit?.kind === 'muscle' ? [`${unit.muscle}@${unit.side}`] : [];
    }),
  );

const hits = (names: readonly string[], count: number, truth: ReadonlySet<string>): number =>
  names.slice(0, count).filter((name) => truth.has(name)).length;

type Filling = { said: number; true: number; count: number };
const emptyBins = (): Filling[] => Array.from({ length: 10 }, () => ({ said: 0, true: 0, count: 0 }));

function drop(bins: readonly Filling[], said: number, isTrue: boolean): void {
  const bin = bins[Math.min(9, Math.floor(said * 10))] as Filling;
  bin.said += said;
  bin.true += isTrue ? 1 : 0;
  bin.count++;
}

function reliability(bins: readonly Bin[]): Reliability {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return { bins, error: bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / all };
}

function tally() {
  const counts = new Map<string, { yes: number; of: number }>();
  return {
    note: (name: string, isSo: boolean) => {
      const { yes, of } = counts.get(name) ?? { yes: 0, of: 0 };
      counts.set(name, { yes: yes + (isSo ? 1 : 0), of: of + 1 });
    },
    shares: (): TrialResult['shares'] =>
      Object.fromEntries([...counts].sort().map(([name, { yes, of }]) => [name, { share: yes / of, of }])),
  };
}
