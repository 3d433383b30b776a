// `npm test`: sets up what is missing, then runs everything, stops at the first red stage, and ends with one plain line.

import './ensure-node.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { EVERYTHING, setUp } from './ensure-built.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { ROOT, run } from './ensure-installed.mjs';
import { ensurePostgres } from './ensure-postgres.mjs';

const COUNTS = `${ROOT}node_modules/.cache/unknot/counts/`;
const say = (line) => console.log(line);

const STAGES = [
  ['packages', () => setUp([], say)],
  ['browser', findBrowser],
  ['database', findDatabase],
  ['knowledge', () => setUp(['knowledge'], say)],
  ['types', () => script('types')],
  ['lint', () => script('lint')],
  ['walls', () => vitest('walls', ['tests/walls'])],
  ['unit and property tests', () => vitest('unit', ['--exclude', 'tests/walls/**', '--exclude', 'tests/journeys/**'])],
  ['build', () => setUp(EVERYTHING, say)],
  ['journeys', () => vitest('journeys', ['tests/journeys'])],
  ['end to end', () => vitest('e2e', ['--config', 'vitest.e2e.config.ts'])],
  ['casebook', () => script('evaluate')],
];

const counts = { passed: 0, failed: 0 };
const begun = performance.now();
for (const [name, stage] of STAGES) {
  const stageBegun = performance.now();
  say(`\n━━ ${name} ${'━'.repeat(Math.max(0, 74 - name.length))}`);
  try {
    await stage();
    say(`── ${name}: ${secondsSince(stageBegun)}`);
  } catch (trouble) {
    say(`── ${name}: RED after ${secondsSince(stageBegun)}. ${trouble.message}`);
    counts.failed = Math.max(counts.failed, 1);
    process.exitCode = 1;
    break;
  }
}
say(`\n${secondsSince(begun)} in all`);
say(`${counts.passed} passed, ${counts.failed} failed`);

/** The end-to-end tests read CHROME_PATH. */
function findBrowser() {
  process.env.CHROME_PATH = ensureChromium(say);
  say(process.env.CHROME_PATH);
}

/** The tests of the server read POSTGRES_BIN. */
function findDatabase() {
  process.env.POSTGRES_BIN = ensurePostgres(say);
  say(process.env.POSTGRES_BIN);
}

function script(name) {
  run('npm', ['run', '--silent', name], `npm run ${name} found something`, 1);
}

/** Runs one set of tests and adds up what it counted, also when it is red. */
function vitest(name, args) {
  const file = `${COUNTS}${name}.json`;
  rmSync(file, { force: true });
  mkdirSync(COUNTS, { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], 'Some tests failed', 1);
  } finally {
    const told = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    counts.passed += told.numPassedTests ?? 0;
    counts.failed += told.numFailedTests ?? 0;
  }
}

function secondsSince(moment) {
  return `${((performance.now() - moment) / 1000).toFixed(1)} s`;
}
