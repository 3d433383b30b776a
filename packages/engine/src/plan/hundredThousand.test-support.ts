// 100,000 random people past the planner and the independent checker, and how often caution leaves somebody with nothing
// that acts on the muscle, with the reasons. Not part of the suite (which runs 2,000): `npx tsx <this file> [people] [seed]`.

import fc from 'fast-check';
import { violationsOf } from './checker.test-support.ts';
import { makePlan, type PlanRequest } from './index.ts';
import { k, people, somebody } from './people.test-support.ts';

const [count = 100_000, seed = 20_261_121] = process.argv.slice(2).map(Number);
const CHUNK = 1_000;
const AT_HOME_EVERY = 5;
/** Every so many of those at home, whether the minutes asked for are used. */
const TIMED_EVERY = 20;
const MINUTES = [5, 10, 20];

/** People at home with the usual things and at most two conditions: where nothing useful is a fault of ours. */
const atHome = (person: PlanRequest): PlanRequest =>
  somebody({
    targets: person.targets.slice(0, 2),
    minutes: Math.max(5, person.minutes),
    tools: ['ball', 'wall', 'chair', 'heat-pack', 'towel', 'lotion'],
    places: ['desk', 'wall', 'floor', 'bed', 'shower'],
    conditions: Object.fromEntries(Object.entries(person.conditions).slice(0, 2)),
    ageYears: Math.max(18, person.ageYears ?? 40),
  });

interface Tally {
  asked: number;
  withPlan: number;
  /** Acts on one of the sore muscles. */
  useful: number;
  readonly why: Map<string, number>;
}

const tallies: Record<'anybody' | 'at home', Tally> = {
  anybody: { asked: 0, withPlan: 0, useful: 0, why: new Map() },
  'at home': { asked: 0, withPlan: 0, useful: 0, why: new Map() },
};
const wrong: string[] = [];

function look(person: PlanRequest, tally: Tally): void {
  const result = makePlan(k, person);
  const faults = violationsOf(k, person, result);
  if (faults.length > 0 && wrong.length < 20)
    wrong.push(`${faults.join('; ')} ${JSON.stringify(person).slice(0, 2000)}`);
  violations += faults.length > 0 ? 1 : 0;
  if (person.targets.length === 0 || result.kind === 'see-someone') return;
  tally.asked++;
  if (result.kind === 'plan') tally.withPlan++;
  if (result.kind === 'plan' && result.items.some(({ muscle }) => muscle !== null)) {
    tally.useful++;
    return;
  }
  // What closed the techniques that were meant for these muscles: the reason most of them share.
  const meant = new Map(k.techniques.map(({ id, targets }) => [id, targets]));
  const reasons = result.leftOut.flatMap(({ technique, because }) =>
    person.targets.some(({ muscle }) => meant.get(technique)?.includes(muscle) === true)
      ? because.map((reason) => (reason.kind === 'condition' ? `condition ${reason.condition}` : reason.kind))
      : [],
  );
  const byReason = new Map<string, number>();
  for (const reason of reasons) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const [most = 'nothing is meant for the muscle'] = [...byReason].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  tally.why.set(most, (tally.why.get(most) ?? 0) + 1);
}

/** PLN-28. Of those at home with so many minutes, how many use four fifths of them, with a ball and a heat pack and without. */
const timed = new Map<string, { plans: number; used: number }>();

function time(person: PlanRequest): void {
  for (const [name, tools] of Object.entries({ 'ball and heat pack': person.tools, 'own hands': ['wall', 'chair'] }))
    for (const minutes of MINUTES) {
      const result = makePlan(k, { ...person, minutes, tools });
      if (result.kind !== 'plan') continue;
      const { plans, used } = timed.get(`${name}, ${minutes} min`) ?? { plans: 0, used: 0 };
      const nearly = result.seconds >= 0.8 * 60 * minutes;
      timed.set(`${name}, ${minutes} min`, { plans: plans + 1, used: used + (nearly ? 1 : 0) });
    }
}

let violations = 0;
let seen = 0;
for (let done = 0; done < count; done += CHUNK)
  for (const person of fc.sample(people(), { numRuns: Math.min(CHUNK, count - done), seed: seed + done })) {
    look(person, tallies.anybody);
    if (seen % AT_HOME_EVERY === 0) look(atHome(person), tallies['at home']);
    if (seen % TIMED_EVERY === 0) time(atHome(person));
    seen++;
  }

for (const fault of wrong) console.error(fault);
const share = (part: number, whole: number) => Number((part / Math.max(1, whole)).toFixed(4));
console.log(
  JSON.stringify(
    {
      people: count,
      seed,
      violations,
      usesTheMinutes: Object.fromEntries([...timed].map(([name, { plans, used }]) => [name, share(used, plans)])),
      ...Object.fromEntries(
        Object.entries(tallies).map(([who, { asked, withPlan, useful, why }]) => [
          who,
          {
            withSoreMuscle: asked,
            plan: share(withPlan, asked),
            actsOnTheMuscle: share(useful, asked),
            otherwiseMostly: Object.fromEntries([...why].toSorted((a, b) => b[1] - a[1]).slice(0, 12)),
          },
        ]),
      ),
    },
    null,
    1,
  ),
);
if (violations > 0) process.exitCode = 1;
