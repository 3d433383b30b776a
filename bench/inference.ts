// How fast and how right the ranking is: time per stroke, the search against plain enumeration, the casebook with each
// parameter moved, and made-up people. Prints one line of JSON per figure: {name, value, unit, ratio}.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  decodeIdentifyCasebook,
  identifyMeasures,
  type Model,
  nextTest,
  prepare,
  rank,
} from '@unknot/engine/inference';
import {
  chanceFrom,
  enumerate,
  personWith,
  personWithout,
  smallKnowledge,
  USUAL_WRONGNESS,
} from '@unknot/engine/testing';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { buildSync } from 'esbuild';

const SEED = 20261121;
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
const knowledge: IdentifyKnowledge = json('../packages/knowledge/edition/identify.json');
const model = prepare(knowledge);

const line = (name: string, value: number, unit: string, ratio: number | null = null) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, ratio }));

/** Sorted milliseconds of `times` runs after warming up. */
function timed(times: number, run: (i: number) => void): number[] {
  for (let i = 0; i < times / 2; i++) run(i);
  const taken = Array.from({ length: times }, (_, i) => {
    const from = performance.now();
    run(i);
    return performance.now() - from;
  });
  return taken.sort((a, b) => a - b);
}
const quantile = (sorted: readonly number[], q: number) => sorted[Math.floor(q * (sorted.length - 1))] as number;

/** Drawings with exactly `painted` regions: people added up until there are enough. */
function drawings(count: number, painted: number) {
  const chance = chanceFrom(SEED + painted);
  return Array.from({ length: count }, () => {
    const places = new Map<string, ReturnType<typeof personWith>['places'][number]>();
    while (places.size < painted) {
      for (const place of personWith(model, 1, chance).places) {
        if (places.size < painted) places.set(`${place.region}@${place.side}`, place);
      }
    }
    return [...places.values()];
  });
}

function speed(): void {
  line(
    'inference.prepare',
    quantile(
      timed(10, () => prepare(knowledge)),
      0.5,
    ),
    'ms',
  );
  for (const painted of [1, 5, 10, 20, 30, 60]) {
    const drawn = drawings(60, painted);
    const bounds: number[] = [];
    const taken = timed(drawn.length, (i) => bounds.push(rank(model, { places: drawn[i] ?? [] }).bound));
    line(`inference.rank.${painted}-regions.median`, quantile(taken, 0.5), 'ms');
    line(`inference.rank.${painted}-regions.p99`, quantile(taken, 0.99), 'ms');
    bounds.sort((a, b) => a - b);
    line(`inference.rank.${painted}-regions.bound-median`, quantile(bounds, 0.5), 'probability');
  }
  const drawn = drawings(40, 30);
  line(
    'inference.next-test.30-regions',
    quantile(
      timed(40, (i) => nextTest(model, { places: drawn[i] ?? [] })),
      0.5,
    ),
    'ms',
  );
}

/** The same small problem by the search and by adding up all sets. */
function againstEnumeration(): void {
  const small = prepare(smallKnowledge());
  const places = [
    { region: 'neck', side: 'left', coverage: 1 },
    { region: 'blade', side: 'left', coverage: 0.7 },
    { region: 'arm', side: 'left', coverage: 0.5 },
  ] as const;
  const fast = quantile(
    timed(50, () => rank(small, { places })),
    0.5,
  );
  const puzzle = {
    odds: [...small.priorOdds],
    unit: small.causes.map(({ unit }) => unit),
    unitRatio: small.units.map(() => 1),
    effect: small.causes.map(() => small.cells.map(() => 0.3)),
    painted: small.cells.map((_, r) => (r < 3 ? 0.9 : 0)),
    leak: 0.02,
    blankWeight: 0.5,
  };
  const plain = quantile(
    timed(4, () => enumerate(puzzle)),
    0.5,
  );
  line(`inference.rank.${small.causes.length}-causes`, fast, 'ms', Number((plain / fast).toPrecision(3)));
}

function measure(some: Model) {
  const decoded = decodeIdentifyCasebook(some, json('../tests/casebook/identify.json'));
  if (decoded.kind === 'bad') throw new Error(`casebook: ${decoded.field} ${decoded.problem}`);
  return identifyMeasures(some, decoded.cases).measures;
}

/** The casebook as it is, and with one parameter at a time halved and one and a half times as high. */
function casebook(): void {
  for (const [name, value] of Object.entries(measure(model))) line(`inference.casebook.${name}`, value, 'share');
  for (const name of [
    'damping',
    'leak',
    'blankWeight',
    'baseOdds',
    'pointsOfOneMuscle',
    'prevalenceWeight',
    'coverageHalf',
    'contextWords',
  ]) {
    for (const factor of [0.5, 1.5]) {
      const { parameters } = knowledge.parameters;
      const known = parameters[name];
      if (!known) throw new Error(`parameter ${name} must be in the knowledge`);
      const moved = { ...parameters, [name]: { ...known, value: known.value * factor } };
      const { top1, top3, mrr } = measure(prepare({ ...knowledge, parameters: { parameters: moved } }));
      line(`inference.casebook.top1.${name}×${factor}`, top1, 'share');
      line(`inference.casebook.top3.${name}×${factor}`, top3, 'share');
      line(`inference.casebook.mrr.${name}×${factor}`, mrr, 'share');
    }
  }
}

function people(): void {
  const chance = chanceFrom(SEED);
  const bins = Array.from({ length: 10 }, () => ({ said: 0, true: 0, count: 0 }));
  const hits = new Map<string, number[]>();
  const note = (name: string, value: number) => hits.set(name, [...(hits.get(name) ?? []), value]);
  for (let i = 0; i < 1500; i++) {
    const count = chance() < 0.6 ? 1 : chance() < 0.75 ? 2 : 3;
    const isWithout = chance() < 0.1;
    const person = isWithout ? personWithout(model, chance) : personWith(model, count, chance, USUAL_WRONGNESS);
    const posterior = rank(model, { places: person.places });
    const truth = new Set(
      person.units.map((u) => {
        const unit = model.units[u];
        return unit?.kind === 'muscle' ? `${unit.muscle}@${unit.side}` : '';
      }),
    );
    const names = posterior.candidates.map(({ muscle, side }) => `${muscle}@${side}`);
    posterior.candidates.forEach(({ probability }, c) => {
      const bin = bins[Math.min(9, Math.floor(probability * 10))];
      if (!bin) return;
      bin.said += probability;
      bin.true += truth.has(names[c] as string) ? 1 : 0;
      bin.count++;
    });
    if (isWithout) note('nothing-fits.without-point', posterior.nothingFits ? 1 : 0);
    else {
      note('nothing-fits.with-point', posterior.nothingFits ? 1 : 0);
      note(`${count}-cause.first-is-one`, truth.has(names[0] as string) ? 1 : 0);
      if (count === 1) note('1-cause.within-three', names.slice(0, 3).some((name) => truth.has(name)) ? 1 : 0);
      if (count === 2)
        note('2-cause.both-within-four', names.slice(0, 4).filter((name) => truth.has(name)).length === 2 ? 1 : 0);
    }
  }
  for (const [name, values] of [...hits].sort()) {
    line(`inference.people.${name}`, values.reduce((sum, value) => sum + value, 0) / values.length, 'share');
  }
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.said - bin.true), 0) / all;
  line('inference.people.calibration-error', error, 'probability');
  bins.forEach((bin, i) => {
    if (bin.count > 0)
      line(
        `inference.people.true-share-where-said-${i / 10}`,
        bin.true / bin.count,
        'share',
        Number((bin.true / bin.said).toPrecision(3)),
      );
  });
}

function size(): void {
  const built = buildSync({
    entryPoints: [at('../packages/engine/src/inference/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  line('inference.size', gzipSync(built.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length, 'bytes gz');
}

size();
speed();
againstEnumeration();
casebook();
people();
