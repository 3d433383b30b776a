// How right and how fast learning is: 10,000 made-up people per figure, and five years of sessions. Prints one line of JSON per
// figure: {name, value, unit, ratio}. `npx tsx bench/learning.ts 500` asks fewer people.

import { expectations, learn, type Practice } from '@unknot/engine/learning';
import {
  betterOfTwo,
  chanceFrom,
  experiments,
  falseClaims,
  linkFigures,
  plainEffects,
  reliefByChoice,
  SIX_TECHNIQUES,
  USUAL_UNREST,
} from '@unknot/engine/testing';

const PEOPLE = Number(process.argv[2] ?? 10_000);
const SEED = 20261121;

const line = (name: string, value: number, unit: string, ratio: number | null = null) =>
  console.log(JSON.stringify({ name: `learning: ${name}`, value: Number(value.toPrecision(3)), unit, ratio }));

/** Everything twice as unruly as usual, and half. */
const LIVES = [
  ['', USUAL_UNREST],
  [', calm life', { rating: 0.5, response: 0.3, days: 0.6 }],
  [', unruly life', { rating: 1.2, response: 1, days: 1.5 }],
] as const;

for (const [life, unrest] of LIVES)
  for (const sessions of [12, 24, 60]) {
    const two = betterOfTwo(PEOPLE, sessions, 1, chanceFrom(SEED + sessions), unrest);
    line(`better of two chosen, 1 point apart, ${sessions} sessions${life}`, two.right, 'share');
    line(`difference of 1 point named, ${sessions} sessions${life}`, two.named, 'share');
    line(`named the wrong way round, ${sessions} sessions${life}`, two.namedWrong, 'share');
    line(`interval holds the difference, ${sessions} sessions${life}`, two.covered, 'share');
  }
line('difference of 2 points named, 24 sessions', betterOfTwo(PEOPLE, 24, 2, chanceFrom(SEED)).named, 'share');

for (const [life, unrest] of LIVES) {
  const none = falseClaims(Math.ceil(PEOPLE / 2), 60, chanceFrom(SEED), unrest);
  line(`two equal techniques told apart at any of 51 looks${life}`, none.pairEver, 'share');
  line(`two equal techniques told apart at the last look${life}`, none.pairAtEnd, 'share');
  line(`any of six useless techniques named at any of 51 looks${life}`, none.anyEver, 'share');
  line(`any of six useless techniques named at the last look${life}`, none.anyAtEnd, 'share');
}

for (const difference of [0, 1, 2]) {
  const figures = experiments(Math.ceil(PEOPLE / 2), difference, chanceFrom(SEED + difference));
  line(`experiment, ${difference} points apart: named`, figures.named, 'share');
  line(`experiment, ${difference} points apart: named wrongly`, figures.wrong, 'share');
  line(`experiment, ${difference} points apart: sessions`, figures.meanSessions, 'mean');
}

for (const days of [30, 60, 180]) {
  line(`links, nothing there, ${days} days: any named`, linkFigures(PEOPLE, days, 0, chanceFrom(SEED)).false, 'share');
  for (const link of [0.5, 1])
    line(
      `links, ${link} points a step, ${days} days: found`,
      linkFigures(Math.ceil(PEOPLE / 2), days, -link, chanceFrom(SEED)).found,
      'share',
    );
}

for (const way of ['lot', 'mean', 'draw'] as const) {
  const { mean, best } = reliefByChoice(Math.ceil(PEOPLE / 10), 60, way, chanceFrom(SEED));
  line(`relief of 60 sessions, chosen by ${way}`, -mean, 'points', Number((mean / best).toPrecision(3)));
}

const expected = expectations(SIX_TECHNIQUES);
for (const [name, count, kinds] of [
  ['5 years, a session a day', 1826, 40],
  ['5 years, three sessions a day', 5478, 60],
] as const) {
  const practice = somePractice(count, kinds);
  line(
    `${name}, ${kinds} techniques`,
    median(40, () => learn(practice, expected)),
    'ms',
  );
}
const small = somePractice(60, 6);
const [fast, slow] = [median(20, () => learn(small, expected)), median(3, () => plainEffects(small, expected))];
line('60 sessions, 6 techniques', fast, 'ms', Number((slow / fast).toPrecision(3)));

function somePractice(count: number, kinds: number): Practice[] {
  const chance = chanceFrom(SEED);
  const own = SIX_TECHNIQUES.techniques.map(({ id }) => id);
  const ids = Array.from({ length: kinds }, (_, i) => own[i] ?? `own-${i}`);
  return Array.from({ length: count }, (_, i) => ({
    at: i * 86_400_000,
    hour: 24 * chance(),
    techniques: ids.filter(() => chance() < 4 / kinds),
    painBefore: Math.floor(11 * chance()),
    painAfter: Math.floor(11 * chance()),
    painNextDay: null,
  }));
}

function median(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
