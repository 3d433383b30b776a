// `npm run evaluate`: the figures of the casebooks, and a refusal when one is worse than we may ever be.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEVELS } from '@unknot/engine/case';
import { decodeTriageCases, triageMeasures } from '@unknot/engine/triage';
import type { CheckKnowledge } from '@unknot/knowledge/schema';
import { evaluate } from '../apps/cli/src/commands/evaluate.ts';
import { screensOfVisits } from './visits.ts';

const FOLDER = join(import.meta.dirname, '../tests/casebook');

/** Figure → least or most it may be. Advice that harms is never a matter of degree: those are all 0. */
const BARS: Readonly<Record<string, { readonly least?: number; readonly most?: number }>> = {
  top3: { least: 0.75 },
  forbiddenSelfCare: { most: 0 },
  emergencyBelow24h: { most: 0 },
  forbidden: { most: 0 },
  missingTool: { most: 0 },
  overTime: { most: 0 },
  nothingSuitable: { most: 0 },
  useful: { least: 0.9 },
};

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
  const { measures } = evaluate(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  const figures: [string, number][] = Object.entries(measures);
  if (figures.length === 0) throw new Error(`${file} must give figures, gave none`);
  console.log(`${file}: ${figures.map(([name, value]) => `${name} ${Number(Number(value).toFixed(3))}`).join(', ')}`);
  for (const [name, value] of figures) {
    const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = BARS[name] ?? {};
    if (value >= least && value <= most) continue;
    console.error(`${file}: ${name} is ${value} and must be ${value < least ? `${least} or more` : `${most} or less`}`);
    process.exitCode = 1;
  }
}

// The check as it is asked: screen by screen, against all answers at once, and how long that takes who has nothing serious.
const k: CheckKnowledge = JSON.parse(
  readFileSync(join(import.meta.dirname, '../packages/knowledge/edition/check.json'), 'utf8'),
);
for (const file of ['triage.json', 'triage-own.json']) {
  const decoded = decodeTriageCases(k, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  if (decoded.kind === 'bad') throw new Error(`${file}: ${decoded.field} ${decoded.problem}`);
  const { lines } = triageMeasures(k, decoded.cases);
  const than = (isSo: (asked: number, atOnce: number) => boolean) =>
    lines.filter(({ got, atOnce }) => isSo(LEVELS.indexOf(got), LEVELS.indexOf(atOnce))).length;
  const milder = than((asked, atOnce) => asked > atOnce);
  console.log(
    `${file}: asked screen by screen, ${milder} milder and ${than((a, b) => a < b)} stricter than all answers at once`,
  );
  if (milder > 0) {
    console.error(`${file}: nobody may get less by being asked screen by screen`);
    process.exitCode = 1;
  }
  const benign = decoded.cases.filter((_, index) => lines[index]?.got === 'self-care');
  const visits = Object.entries(screensOfVisits(k, benign)).map(
    ([visit, { median, most }]) => `${visit} ${median} (most ${most})`,
  );
  console.log(`${file}: screens of questions, ${benign.length} who pass to self-care: ${visits.join(', ')}`);
}
