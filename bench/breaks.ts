// `npx tsx bench/breaks.ts [days] [seed]`: the break clock over made-up days, judged by an oracle that knows what really
// happened. 10,000 days take about two minutes. Prints figures as `npm run bench` does.

import { deskDays } from '@unknot/engine/testing';

const [days = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const { due, inTime, twice, early, medianSeconds, p99Seconds, happened, firstBad } = deskDays({ days, seed });

const figures: readonly (readonly [name: string, value: number, unit: string])[] = [
  ['days at the desk', days, ''],
  ['breaks due', due, ''],
  ['offered within 60 s of the first moment', (100 * inTime) / due, '%'],
  ['offered twice', twice, ''],
  ['offered more than a minute early', (100 * early) / due, '%'],
  ['from the first moment to the offer, median', medianSeconds, 's'],
  ['from the first moment to the offer, 99 of 100', p99Seconds, 's'],
  ...Object.entries(happened).map(([what, count]) => [`days with: ${what}`, count, ''] as const),
];
for (const [name, value, unit] of figures)
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(5)), unit }));
console.error(`first day worth a look, by seed: ${JSON.stringify(firstBad)}`);
