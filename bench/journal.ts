// How long the journal takes: reading 1, 10 and 100 thousand events from text, adding them up, one more event, a file
// out and in. `ratio`: how much faster (above 1) or slower than the plain version named beside it.

import { exportJournal, importJournal } from '@unknot/journal/exchange';
import { entryOf, readLog } from '@unknot/journal/log';
import { applyEvent, project, projectionOf } from '@unknot/journal/project';
import { someonesEvents } from '@unknot/journal/testing';

/** Median of some runs, in milliseconds. */
function median(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

function print(name: string, value: number, unit: string, ratio: number | null): void {
  const rounded = (number: number) => Number(number.toPrecision(3));
  console.log(JSON.stringify({ name, value: rounded(value), unit, ratio: ratio === null ? null : rounded(ratio) }));
}

const story = someonesEvents(100_000, 1);
for (const count of [1_000, 10_000, 100_000]) {
  const entries = story.slice(0, count).map(entryOf);
  const runs = count > 10_000 ? 3 : 7;
  const { told } = readLog(entries);
  const plain = median(runs, () => {
    for (const { text } of entries) JSON.parse(text);
  });
  const read = median(runs, () => readLog(entries));
  // Plain: JSON.parse alone, without looking at what was parsed.
  print(`journal: read ${count} events`, read, 'ms', plain / read);
  const added = median(runs, () => project(told));
  print(`journal: add up ${count} events`, added, 'ms', null);
  const before = projectionOf(told.slice(0, -1));
  const last = told.at(-1);
  if (!last) throw new Error('a story has events');
  const one = median(50, () => applyEvent(before, last));
  // Plain: adding everything up again.
  print(`journal: one more event after ${count}`, one, 'ms', added / one);
}

const entries = story.slice(0, 10_000).map(entryOf);
const meta = { exportedAt: 0, editions: { atlas: '1', knowledge: '1' }, sensitive: true };
print(
  'journal: export 10000 events',
  median(5, () => exportJournal(entries, meta)),
  'ms',
  null,
);
const text = exportJournal(entries, meta);
const plain = median(5, () => JSON.parse(text));
const taken = median(5, () => importJournal(text, new Set()));
print('journal: import 10000 events', taken, 'ms', plain / taken);
print('journal: file of 10000 events', text.length / 1e6, 'MB', null);
