// How fast and how right the ranking is: time per stroke, the search against plain enumeration, the casebook with each
// parameter moved, and made-up people. Prints one line of JSON per figure: {name, value, unit, ratio}.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  decodeIdentifyCasebook,
  identifyMeasures,
  type Model,
  nextQuestion,
  prepare,
  rank,
} from '@unknot/engine/inference';
import { chanceFrom, enumerate, smallKnowledge, trial, trialOfRedraws, trialWithTests } from '@unknot/engine/testing';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { buildSync } from 'esbuild';
import { hereAndThere, onePatch, quantile, timed } from './inference-drawings.ts';
import { besideLibrary } from './inference-peer.ts';

const SEED = 20261121;
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'));
const knowledge: IdentifyKnowledge = json('../packages/knowledge/edition/identify.json');
const model = prepare(knowledge);

const line = (name: string, value: number, unit: string, ratio: number | null = null) =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, ratio }));

function speed(): void {
  line(
    'inference.prepare',
    quantile(
      timed(10, () => prepare(knowledge)),
      0.5,
    ),
    'ms',
  );
  for (const [name, draw] of [
    ['', hereAndThere],
    ['-in-one-patch', onePatch],
  ] as const) {
    for (const painted of [1, 5, 10, 20, 30, 60]) {
      const chance = chanceFrom(SEED + painted);
      const drawn = Array.from({ length: 100 }, () => draw(model, painted, chance));
      const taken = timed(drawn.length, (i) => rank(model, { places: drawn[i] ?? [] }));
      const bounds = drawn.map((places) => rank(model, { places }).bound).sort((x, y) => x - y);
      line(`inference.rank.${painted}-regions${name}.median`, quantile(taken, 0.5), 'ms');
      line(`inference.rank.${painted}-regions${name}.p99`, quantile(taken, 0.99), 'ms');
      line(
        `inference.rank.${painted}-regions${name}.exact`,
        bounds.filter((bound) => bound === 0).length / 100,
        'share',
      );
      line(`inference.rank.${painted}-regions${name}.bound-median`, quantile(bounds, 0.5), 'probability');
    }
  }
  for (const painted of [5, 30]) {
    const chance = chanceFrom(SEED);
    const drawn = Array.from({ length: 40 }, () => hereAndThere(model, painted, chance));
    const asked = timed(40, (i) => nextQuestion(model, { places: drawn[i] ?? [] }));
    line(`inference.next-question.${painted}-regions.median`, quantile(asked, 0.5), 'ms');
    line(`inference.next-question.${painted}-regions.p99`, quantile(asked, 0.99), 'ms');
    const tests = timed(40, (i) => nextQuestion(model, { places: drawn[i] ?? [] }, { kinds: ['test'] }));
    line(`inference.next-self-test.${painted}-regions.median`, quantile(tests, 0.5), 'ms');
  }
}

async function besideOthers(): Promise<void> {
  againstEnumeration();
  const peer = await besideLibrary();
  if (!peer) return;
  line(
    `inference.rank.${peer.causes}-causes-beside-bayesjs`,
    peer.ours,
    'ms',
    Number((peer.theirs / peer.ours).toPrecision(3)),
  );
  line('inference.bayesjs.largest-difference', peer.apart, 'probability');
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
    'temper',
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
  const named = (name: string) => name.replaceAll(', ', '.').replaceAll(' ', '-');
  const { every, first, shares } = trial(model, { people: 2000, seed: SEED });
  for (const [name, { share }] of Object.entries(shares)) line(`inference.people.${named(name)}`, share, 'share');
  line('inference.people.calibration-error', every.error, 'probability');
  line('inference.people.calibration-error-of-the-first', first.error, 'probability');
  for (const answers of ['as-it-is', 'as-ratios-say'] as const) {
    const after = trialWithTests(model, { people: 1000, seed: SEED, tests: 3, answers });
    for (const [name, { share }] of Object.entries(after)) {
      line(`inference.people.after-three-tests-${answers}.${named(name)}`, share, 'share');
    }
  }
  const redrawn = trialOfRedraws(model, { people: 1000, seed: SEED });
  line('inference.redraw.area-overlap', redrawn.areaOverlap, 'share');
  line('inference.redraw.region-overlap', redrawn.regionOverlap, 'share');
  line('inference.redraw.first-three-kept', redrawn.firstThree, 'share');
  line('inference.redraw.first-kept', redrawn.first, 'share');
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
await besideOthers();
casebook();
people();
