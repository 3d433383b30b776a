// `npm run evaluate`: the figures of the casebooks, and a refusal when one is worse than we may ever be.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../apps/cli/src/commands/evaluate.ts';

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
