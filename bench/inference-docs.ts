// Writes docs/knowledge/calibration.md and docs/knowledge/ranking-speed.md: `npx tsx bench/inference-docs.ts`, or one of
// them with `calibration` or `speed` behind it.
//
// The first is the same on every machine, because everything is drawn from a seed. The second holds times of the machine
// it ran on.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { bodyMap } from '@unknot/atlas/region';
import {
  decodeIdentifyCasebook,
  identifyMeasures,
  type Model,
  nextQuestion,
  prepare,
  rank,
} from '@unknot/engine/inference';
import {
  chanceFrom,
  type RedrawResult,
  type Reliability,
  trial,
  trialOfHands,
  trialOfIdeal,
  trialOfRedraws,
  trialWithTests,
} from '@unknot/engine/testing';
import type { IdentifyKnowledge } from '@unknot/knowledge/schema';
import { hereAndThere, modelOfSize, onePatch, quantile, timed } from './inference-drawings.ts';
import { besideLibrary } from './inference-peer.ts';

const SEED = 20261121;
const PEOPLE = 1200;
/** Somebody who adds up all sets of three takes his time. */
const IDEAL = 400;
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const knowledge: IdentifyKnowledge = JSON.parse(readFileSync(at('packages/knowledge/edition/identify.json'), 'utf8'));
const model = prepare(knowledge);
const view = (name: string) => JSON.parse(readFileSync(at(`packages/atlas/data/views/${name}.json`), 'utf8'));
const body = bodyMap({
  posterior: view('posterior'),
  anterior: view('anterior'),
  'lateral-left': view('lateral-left'),
});

/** The model with some parameters set otherwise. */
function modelWith(values: Readonly<Record<string, number>>): Model {
  const parameters = { ...knowledge.parameters.parameters };
  for (const [name, value] of Object.entries(values)) {
    const known = parameters[name];
    if (!known) throw new Error(`parameter ${name} must be in the knowledge`);
    parameters[name] = { ...known, value };
  }
  return prepare({ ...knowledge, parameters: { parameters } });
}

const share = (value: number, digits = 2) => value.toFixed(digits);
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');
const parameter = (name: string) => knowledge.parameters.parameters[name]?.value ?? Number.NaN;

/** Reliability diagram: said against true, the area of a dot for how often, the diagonal for a perfect ranking. */
function diagram({ bins }: Reliability, title: string): string {
  const dots = bins
    .filter(({ count }) => count > 0)
    .map((bin) => {
      const [x, y] = [40 + (200 * bin.said) / bin.count, 220 - (200 * bin.true) / bin.count];
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(2 + Math.sqrt(bin.count) / 6).toFixed(1)}"/>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 260 260" width="260" height="260" role="img" font-family="sans-serif" font-size="11">`,
    `<title>${title}</title>`,
    '<rect width="260" height="260" fill="#fff"/>',
    '<path d="M40 20V220H240" fill="none" stroke="#444"/><path d="M40 220L240 20" stroke="#999" stroke-dasharray="4 4"/>',
    '<text x="140" y="250" text-anchor="middle">said</text><text x="14" y="120" text-anchor="middle" transform="rotate(-90 14 120)">true</text>',
    '<text x="40" y="234">0</text><text x="234" y="234">1</text><text x="28" y="24">1</text>',
    `<g fill="#b4532a" fill-opacity="0.75">${dots.join('')}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

const binRows = ({ bins }: Reliability) =>
  bins
    .filter(({ count }) => count > 0)
    .map((bin) => [share(bin.said / bin.count), share(bin.true / bin.count), bin.count]);

const redrawRow = (result: RedrawResult) =>
  [result.areaOverlap, result.regionOverlap, result.firstThree, result.first, result.withinRange].map((x) => share(x));

function casebook(some: Model) {
  const decoded = decodeIdentifyCasebook(some, JSON.parse(readFileSync(at('tests/casebook/identify.json'), 'utf8')));
  if (decoded.kind === 'bad') throw new Error(`casebook: ${decoded.field} ${decoded.problem}`);
  const { measures } = identifyMeasures(some, decoded.cases);
  const unfit = decoded.cases.filter(({ evidence }) => rank(some, evidence).nothingFits).length;
  return { ...measures, unfit };
}

function calibration(): string {
  const { every, first, pattern, shares } = trial(model, { people: PEOPLE, seed: SEED });
  writeFileSync(at('docs/knowledge/calibration-every.svg'), diagram(every, 'Reliability over every candidate'));
  writeFileSync(at('docs/knowledge/calibration-first.svg'), diagram(first, 'Reliability of the first candidate'));
  const redraw = trialOfRedraws(model, { people: 600, seed: SEED });
  const hands = trialOfHands(model, body, { people: 150, seed: SEED });
  const ideal = trialOfIdeal(model, { people: IDEAL, seed: SEED });
  const asItIs = trialWithTests(model, { people: 500, seed: SEED, tests: 3, answers: 'as-it-is' });
  const asRatiosSay = trialWithTests(model, { people: 500, seed: SEED, tests: 3, answers: 'as-ratios-say' });
  const of = (list: typeof shares, name: string) => share(list[name]?.share ?? Number.NaN);
  const cases = casebook(model);
  const temper = [1, 1.25, 1.55, 1.75].map((value) => {
    const other = modelWith({ temper: value });
    const tried = trial(other, { people: 600, seed: SEED });
    const { top1, top3 } = casebook(other);
    return [value, ...[tried.every.error, tried.first.error].map((x) => share(x, 3)), share(top1), share(top3)];
  });
  const fit = [0.2, 0.25, 0.3, 0.4].map((value) => {
    const other = modelWith({ nothingFitsFrom: value });
    const tried = trial(other, { people: 600, seed: SEED }).shares;
    return [
      value,
      of(tried, 'nothing fits, no point'),
      of(tried, 'nothing fits, with points'),
      of(tried, 'nothing fits, one point'),
      casebook(other).unfit,
    ];
  });
  const moved = [
    'damping',
    'temper',
    'leak',
    'blankWeight',
    'coverageHalf',
    'edge',
    'baseOdds',
    'prevalenceWeight',
    'bothSides',
    'pointsTogether',
    'usualCauses',
    'patternLeak',
    'strayChance',
    'slip',
    'clearFrom',
  ].flatMap((name) =>
    [0.67, 1.5].map((factor) => {
      const other = modelWith({ [name]: parameter(name) * factor });
      const { top1, top3, mrr } = casebook(other);
      const { every: all, shares: told } = trial(other, { people: 200, seed: SEED });
      return [
        `${name} × ${factor}`,
        ...[top1, top3, mrr].map((x) => share(x)),
        share(all.error, 3),
        of(told, 'nothing fits, no point'),
        of(told, 'nothing fits, with points'),
      ];
    }),
  );
  return `# Does the ranking mean what it says?

Written by \`npx tsx bench/inference-docs.ts\` (seed ${SEED}, ${PEOPLE} simulated people); do not edit by hand.

No study says how often a trigger point is behind a drawn pain, so there is nothing to calibrate against but the casebook and
people drawn from the model itself. That tests the arithmetic, the damping and the threshold; it does not test the tradition
of pain maps.

## The people

Of all, 15 % have no trigger point: two to five places anywhere on the body. Of the others 60 % have one, 30 % two, 10 % three,
each in another muscle, four fifths on one side, drawn from the prior. Every zone weight is wrong by a factor of its own
(standard deviation of its log 0.4). A point hurts somewhere in its zone. The hand forgets a quarter of the painful
regions, spills over into neighbours, and paints more or less of a place: the same pain drawn twice overlaps by ${share(redraw.areaOverlap)}
of the area (Jaccard), as in people.

## Reliability

![Every candidate: said against true](calibration-every.svg) ![First candidate: said against true](calibration-first.svg)

Every candidate, expected calibration error **${share(every.error, 3)}**:

${table(['said', 'true', 'how often'], binRows(every))}

Only the first candidate of each person, expected calibration error **${share(first.error, 3)}**:

${table(['said', 'true', 'how often'], binRows(first))}

"No clear pattern", expected calibration error **${share(pattern.error, 3)}**:

${table(['said', 'true', 'how often'], binRows(pattern))}

Three numbers were fitted on simulated people, of other seeds than these: \`temper\`, now ${parameter('temper')}, and for "no clear pattern"
\`anywhereOdds\` and \`anywhereTemper\`.

${table(['temper', 'error, every', 'error, first', 'casebook first', 'casebook within three'], temper)}

## Right and wrong

${table(
  [
    '',
    'drawing only',
    'the best there is',
    'after three self-tests, answered as it is',
    'after three, as often wrong as the ratios allow',
  ],
  [
    [
      'one at work: first',
      of(shares, '1 at work, first is one of them'),
      share(ideal.first),
      of(asItIs, '1 at work, first'),
      of(asRatiosSay, '1 at work, first'),
    ],
    ['one at work: within three', of(shares, '1 at work, within three'), share(ideal.withinThree), '', ''],
    [
      'two at work: both within four',
      of(shares, '2 at work, both within four'),
      share(ideal.bothWithinFour),
      of(asItIs, '2 at work, both within four'),
      of(asRatiosSay, '2 at work, both within four'),
    ],
    ['two at work: both within seven', '', share(ideal.bothWithinSeven), '', ''],
    [
      'two at work: both left any paint',
      '',
      '',
      of(asItIs, '2 at work, both left paint'),
      of(asRatiosSay, '2 at work, both left paint'),
    ],
  ],
)}

"As it is" means that a person says yes exactly when the point is there. "The best there is" is somebody who knows every rule by
which these people were drawn and adds up all sets of up to three points with their true chances (\`testing/ideal.ts\`). From the drawing
alone nobody can do better than that, up to chance in ${IDEAL} people.

**Two at work, after three tests: asked for are four in five; nobody reaches that here.** Three answers can clear three wrong muscles
out of the way, so both end up within four mostly where they were within seven before: ${share(ideal.bothWithinSeven)} for the best there is. In
many of the others one of the two left no paint at all, because the hand forgot it, or one place that a dozen muscles reach.

Casebook (${cases.cases} cases): first ${share(cases.top1)}, within three ${share(cases.top3)}, mean reciprocal rank ${share(cases.mrr)}.

## "No clear pattern"

Told when its probability is at least \`nothingFitsFrom\`, now ${parameter('nothingFitsFrom')}. It is a comparison of two accounts of the same paint: a few causes of
the map, and places anywhere. Told too seldom it hides doubt; told too often it hides help.

${table(['from', 'told, no point', 'told, with points', 'told, one point', `told in ${cases.cases} cases`], fit)}

The best there is tells ${share(ideal.told)} of the people without a point at 5 % false alarms; it also knows that they have two to five places and that points
keep to one side, which we do not use, because it is true of the simulation only; where it takes part of a place for an edge it can be wrong. Before, the share of the pain that one pattern
reaches was compared with a threshold: 0.55 at 5 %. A logistic classifier with fourteen measures of the drawing reached 0.77.

## Redraw

Two hands draw the same pain twice, both with an overlap near 0.42 of the painted area. One forgets whole regions and adds others. The
other draws strokes on the body (\`testing/hand.ts\`), which land a little beside and come out larger or smaller; many more regions get a
little paint then.

${table(
  [
    '',
    'area overlap',
    'region overlap',
    'first three kept',
    'first kept',
    'probability after within the range told before',
  ],
  [
    ['forgets and adds', ...redrawRow(redraw)],
    ['strokes beside', ...redrawRow(hands)],
    [
      'the best there is, forgets and adds',
      share(redraw.areaOverlap),
      share(redraw.regionOverlap),
      share(ideal.firstThreeKept),
      '',
      '',
    ],
  ],
)}

**Of the first three, four in five are asked for; we keep ${share(redraw.firstThree)} and ${share(hands.firstThree)}.** The best there is keeps ${share(ideal.firstThreeKept)}: it reads more out of each place,
and half of the places are others. A ranking that keeps more must read less. What can be done is done on the screen: the range of
a candidate (INF-26) says how far a redraw would move it. "No clear pattern" is told to ${share(hands.nothingFits)} of the people with points whose
pain is drawn in strokes.

## How much hangs on each number

Each multiplied alone; casebook, and 200 people.

${table(['', 'first', 'within three', 'mean reciprocal rank', 'error, every', 'no pattern, no point', 'no pattern, with points'], moved)}
`;
}

async function growth(): Promise<string> {
  const times = (some: Model, painted: number, draw: typeof onePatch) => {
    const chance = chanceFrom(SEED + painted);
    const drawn = Array.from({ length: 40 }, () => draw(some, painted, chance));
    const taken = timed(drawn.length, (i) => rank(some, { places: drawn[i] ?? [] }));
    const bounds = drawn.map((places) => rank(some, { places }).bound);
    return [
      quantile(taken, 0.5).toFixed(2),
      quantile(taken, 0.99).toFixed(2),
      share(bounds.filter((bound) => bound === 0).length / bounds.length),
    ];
  };
  const regions = [1, 2, 5, 10, 15, 20, 30, 45, 60];
  const byRegions = regions.map((painted) => [
    painted,
    ...times(model, painted, hereAndThere),
    ...times(model, painted, onePatch),
  ]);
  const asking = [5, 15, 30].map((painted) => {
    const ask = (draw: typeof onePatch) => {
      const chance = chanceFrom(SEED + painted);
      const drawn = Array.from({ length: 30 }, () => draw(model, painted, chance));
      const taken = timed(drawn.length, (i) => nextQuestion(model, { places: drawn[i] ?? [] }));
      return [0.5, 0.99].map((q) => quantile(taken, q).toFixed(1));
    };
    return [painted, ...ask(hereAndThere), ...ask(onePatch)];
  });
  const byCauses = [10, 25, 50, 100, 200, 300, 400].map((causes) => {
    const some = modelOfSize(knowledge, causes);
    return [some.causes.length, ...times(some, 5, onePatch), ...times(some, 15, onePatch)];
  });
  const reaching = new Int32Array(model.cells.length);
  for (const cell of model.zoneCell) reaching[cell] = (reaching[cell] as number) + 1;
  const mostCauses = Math.max(...reaching);
  const peer = await besideLibrary();
  return `# How the cost of a ranking grows

Written by \`npx tsx bench/inference-docs.ts\`; do not edit by hand. Milliseconds of processor time on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version},
40 drawings each, other work running beside. Median, 99th percentile, and share of drawings summed exactly; the rest is
searched and carries a \`bound\`.

## By painted regions (${model.causes.length} causes)

"Here and there" adds up people until so many regions are painted; "one patch" grows over neighbours and is the hardest.

${table(['regions', 'here and there: median', 'p99', 'exact', 'one patch: median', 'p99', 'exact'], byRegions)}

## The next question

Out of self-tests, places and context, each answer worked out.

${table(['regions', 'here and there: median', 'p99', 'one patch: median', 'p99'], asking)}

## By causes

Fewer muscles, or copies of muscles in the same places.

${table(['causes', '5 regions in one patch: median', 'p99', 'exact', '15 regions: median', 'p99', 'exact'], byCauses)}

## Beside others

${
  peer
    ? `bayesjs 0.6.5 (junction tree, MIT) on the same ${peer.causes} causes and three regions: ${peer.theirs.toFixed(1)} ms, this ranking with reasons ${peer.ours.toFixed(2)} ms,
${(peer.theirs / peer.ours).toFixed(0)} times as fast. The probabilities differ by at most ${peer.apart.toExponential(0)}. A general library needs a table of 2ⁿ rows for a
region that n causes reach; in the full model n is up to ${mostCauses}.`
    : 'bayesjs was not installed (`npm ci --ignore-scripts` in `bench/peers`).'
}
`;
}

const [only] = process.argv.slice(2);
if (only !== 'speed') writeFileSync(at('docs/knowledge/calibration.md'), calibration());
if (only !== 'calibration') writeFileSync(at('docs/knowledge/ranking-speed.md'), await growth());
