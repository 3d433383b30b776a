// How long a plan takes: random people, people who are well and want seven items for two muscles, weeks of a programme,
// and the search for the best session against trying every set in every order. `ratio`: how much faster (above 1).

import { makePlan, type PlanRequest, programme } from '@unknot/engine/plan';
import fc from 'fast-check';
import type { Candidate } from '../packages/engine/src/plan/candidate.ts';
import { type Budget, choose, goTogether, sessionLimits, worthOf } from '../packages/engine/src/plan/choose.ts';
import { k, people, somebody } from '../packages/engine/src/plan/people.test-support.ts';
import { personOf } from '../packages/engine/src/plan/person.ts';
import { openFor } from '../packages/engine/src/plan/plan.ts';
import { PHASES } from '../packages/engine/src/plan/request.ts';
import { soresOf } from '../packages/engine/src/plan/sore.ts';

const PEOPLE = 3_000;
/** Every set of so many candidates in every order is still tried within a second. */
const SMALL = 13;

/** CPU time, so that a busy machine does not count against us. */
function milliseconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function print(name: string, value: number, unit: string, ratio: number | null): void {
  const rounded = (number: number) => Number(number.toPrecision(3));
  console.log(JSON.stringify({ name, value: rounded(value), unit, ratio: ratio === null ? null : rounded(ratio) }));
}

function printTimes(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  for (const [part, at] of [
    ['median', 0.5],
    ['99 %', 0.99],
    ['slowest', 1],
  ] as const)
    print(
      `plan: ${name}, ${part}`,
      sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0,
      'ms CPU',
      null,
    );
}

const well = (muscles: readonly string[], minutes: number, moreItems: boolean): PlanRequest =>
  somebody({
    targets: muscles.flatMap((muscle, n) =>
      (['left', 'right'] as const).map((side) => ({ muscle, side, share: 1 / (n + 2) })),
    ),
    minutes,
    tools: Object.keys(k.toolVocabulary),
    places: ['desk', 'wall', 'floor', 'bed', 'shower'],
    preferences: { moreItems },
  });

const everybody = fc.sample(people(), { numRuns: PEOPLE, seed: 7 });
for (const person of everybody.slice(0, 300)) makePlan(k, person);
printTimes(
  `${PEOPLE} random people`,
  everybody.map((person) => milliseconds(() => makePlan(k, person))),
);

const pairs = k.muscles.map(({ id }, n) => [id, k.muscles[(7 * n + 3) % k.muscles.length]?.id ?? id]);
for (const moreItems of [false, true])
  printTimes(
    `two muscles on both sides, everything at hand, ${moreItems ? 7 : 4} items`,
    pairs.flatMap((muscles) =>
      [5, 10, 20, 30].map((minutes) => milliseconds(() => makePlan(k, well(muscles, minutes, moreItems)))),
    ),
  );

const history = { now: 1_790_000_000_000, sessionsDone: 4, uses: [] };
const weeks = () => milliseconds(() => programme(k, well(['rhomboids'], 15, false), 6, history));
print('plan: a programme of six weeks, the first', weeks(), 'ms CPU', null);
printTimes('a programme of six weeks, after that', Array.from({ length: 20 }, weeks));

/** Every set, in every order that the parts of a session allow. */
function byHand(candidates: readonly Candidate[], request: PlanRequest, budget: Budget): number {
  const sores = soresOf(request.targets);
  const limits = sessionLimits(k, Number.POSITIVE_INFINITY);
  const ordersOf = (items: readonly Candidate[]): readonly (readonly Candidate[])[] =>
    items.length === 0
      ? [[]]
      : items.flatMap((first) => {
          const rest = items.filter((item) => item !== first);
          const tooSoon = rest.some(({ phase }) => PHASES.indexOf(phase) < PHASES.indexOf(first.phase));
          return tooSoon ? [] : ordersOf(rest).map((order) => [first, ...order]);
        });
  let best = 0;
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const chosen = candidates.filter((_, n) => ((set >> n) & 1) === 1);
    if (!goTogether(chosen, budget, limits)) continue;
    for (const order of ordersOf(chosen)) best = Math.max(best, worthOf(order, sores));
  }
  return best;
}

let plain = 0;
let quick = 0;
let apart = 0;
for (const [n, muscles] of pairs.slice(0, 12).entries()) {
  const request = well(muscles, 5 + n, false);
  const budget = { seconds: 60 * request.minutes, items: 4 };
  const sores = soresOf(request.targets);
  const open = openFor(k, personOf(k, request), request, sores, budget.seconds).candidates;
  // Every seventh or so, so that warmth, pressing, stretching and moving are all among the few.
  const few = open
    .filter(({ relief }, at) => relief > 0.05 && at % Math.ceil(open.length / SMALL) === 0)
    .slice(0, SMALL);
  const limits = sessionLimits(k, Number.POSITIVE_INFINITY);
  let best = 0;
  plain += milliseconds(() => {
    best = byHand(few, request, budget);
  });
  let found: readonly Candidate[] = [];
  quick += milliseconds(() => {
    for (let again = 0; again < 20; again++) found = choose(few, sores, budget, limits);
  });
  apart = Math.max(apart, Math.abs(worthOf(found, sores) - best));
}
print(
  `plan: best of ${SMALL} candidates, against every set in every order`,
  quick / 20 / 12,
  'ms CPU',
  plain / (quick / 20),
);
print('plan: farthest from the best of every set in every order', apart, 'NRS points', null);
if (apart > 1e-9) throw new Error(`the search must find the best session, was ${apart} NRS points below`);
