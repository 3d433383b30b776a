import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AMBIENT } from './floors.ts';
import { ambientUses, isTest, ROOT, type Source, sourcesUnder } from './sources.ts';
import { circles, staircaseFaults, strayFolders } from './staircase.ts';

const sources = sourcesUnder('packages', 'apps');

function declared(home: string): ReadonlySet<string> {
  const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, home, 'package.json'), 'utf8'));
  return new Set(Object.keys(dependencies));
}

const faultsOf = (path: string, text: string): string[] => staircaseFaults([{ path, text }], declared);

/** Thinking is pure in every file of a package that is not a test. */
const ambientFaults = (files: readonly Source[]): string[] =>
  files
    .filter(({ path }) => /^packages\/\w+\/src\//.test(path) && !isTest(path))
    .flatMap((source) => ambientUses(source, AMBIENT).map((use) => `${source.path} uses ${use}`));

describe('the walls stand', () => {
  test('the walls look at the whole house', () => {
    expect(sources.length).toBeGreaterThan(80);
    for (const folder of ['packages/atlas', 'packages/knowledge', 'packages/engine', 'packages/journal'])
      expect(sources.filter(({ path }) => path.startsWith(`${folder}/src/`)).length, folder).toBeGreaterThan(5);
  });

  test('imports go down, through doors, and only to what is declared', () => {
    expect(staircaseFaults(sources, declared)).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(circles(sources)).toEqual([]);
  });

  test('every folder has a floor, and no package has a door that opens everything', () => {
    expect(strayFolders(sources)).toEqual([]);
  });

  test('time, chance, the network and the page are arguments in packages', () => {
    expect(ambientFaults(sources)).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  test.each([
    ['packages/atlas/src/frame/x.ts', "import { fit } from '@unknot/engine/inference'", 'engine is not below atlas'],
    ['packages/atlas/src/frame/x.ts', "import type { Case } from '@unknot/engine/case'", 'engine is not below atlas'],
    ['packages/atlas/src/frame/x.ts', "type C = import('@unknot/engine/case').Level", 'engine is not below atlas'],
    ['packages/engine/src/case/x.ts', "export * from '../plan/index.ts'", 'plan is not below case'],
    ['packages/engine/src/triage/x.ts', "import '../inference/index.ts'", 'inference is not below triage'],
    ['packages/engine/src/session/x.ts', "import '../prevention/index.ts'", 'prevention is not below session'],
    ['packages/engine/src/plan/x.ts', "import { all } from '../triage/logic.ts'", 'triage has a door, index.ts'],
    ['packages/engine/src/plan/x.ts', "import '../testing/index.ts'", 'this is for tests'],
    ['packages/engine/src/plan/x.ts', "import './people.test-support.ts'", 'this is for tests'],
    ['packages/engine/src/plan/x.ts', "import '@unknot/engine/triage'", 'inside a package we import by relative path'],
    [
      'packages/engine/src/plan/x.ts',
      "import '../../../atlas/src/frame/index.ts'",
      'a relative path out of the package',
    ],
    [
      'packages/engine/src/plan/x.ts',
      "import { decode } from '@unknot/knowledge/schema'",
      'only types: knowledge is a value',
    ],
    [
      'packages/engine/src/plan/x.ts',
      "import k from '@unknot/knowledge/edition/plan.json'",
      'only types: knowledge is a value',
    ],
    ['packages/engine/src/plan/x.ts', "import fs from 'node:fs'", 'Node is not everywhere'],
    ['packages/engine/src/plan/x.ts', "import * as v from 'valibot'", 'not among the dependencies'],
    ['packages/engine/src/plan/x.ts', 'await import(name)', 'an import nobody can follow'],
    ['packages/journal/src/log/x.ts', "import { all } from '@unknot/engine/triage/logic'", 'not a door'],
    ['packages/journal/src/log/x.ts', "import { all } from '@unknot/engine'", 'there is no such package'],
    ['apps/server/src/http/x.ts', "import type { Level } from '@unknot/engine/case'", 'server may not know engine'],
    ['apps/server/src/http/x.ts', "import { keysOf } from '@unknot/sync/crypto'", 'server may not know sync/crypto'],
    ['apps/cli/src/x.ts', "import { serverAt } from '@unknot/sync/client'", 'cli may not know sync/client'],
    ['apps/web/src/rooms/x.tsx', "import { readFile } from 'node:fs/promises'", 'Node is not everywhere'],
    [
      'apps/web/src/rooms/x.tsx',
      "import { serve } from '../../../server/src/listen.ts'",
      'a relative path out of the package',
    ],
  ])('%s: %s', (path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    ['packages/engine/src/triage/x.ts', "import type { Facts } from '../case/index.ts'"],
    ['packages/engine/src/triage/x.ts', "import type { CheckKnowledge } from '@unknot/knowledge/schema'"],
    ['packages/engine/src/triage/x.ts', "import { type CheckKnowledge } from '@unknot/knowledge/schema'"],
    ['packages/engine/src/triage/x.test.ts', "import { deskKnot } from '../testing/index.ts'"],
    ['packages/knowledge/src/base/x.ts', "import * as v from 'valibot'"],
    ['apps/cli/src/x.ts', "import check from '@unknot/knowledge/edition/check.json'"],
    ['apps/server/src/x.ts', "import { createServer } from 'node:http'"],
    ['apps/server/src/x.ts', "import { readBatch } from '@unknot/sync/protocol'"],
  ])('%s may: %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });

  test('a circle, also one of types only', () => {
    const ring = [
      { path: 'packages/atlas/src/frame/a.ts', text: "import type { B } from './b.ts'" },
      { path: 'packages/atlas/src/frame/b.ts', text: "import type { A } from './a.ts'" },
    ];
    expect(circles(ring)).toEqual([
      'packages/atlas/src/frame/a.ts → packages/atlas/src/frame/b.ts → packages/atlas/src/frame/a.ts',
    ]);
  });

  test.each([
    ['packages/engine/src/helpers/index.ts', 'the folder helpers has no floor'],
    ['packages/engine/src/index.ts', 'there is no door to the whole package'],
    ['packages/utils/src/case/index.ts', 'the package utils has no floor'],
  ])('%s', (path, fault) => {
    expect(strayFolders([{ path, text: '' }])).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    ['const at = Date.now()', 'Date.now'],
    ['const at = new Date()', 'new Date()'],
    ['const at = new Date', 'new Date()'],
    ['const at = Date()', 'new Date()'],
    ['const clock = { now: Date.now }', 'Date.now'],
    ['const at = performance.now()', 'performance'],
    ['const roll = Math.random()', 'Math.random'],
    ['const id = crypto.randomUUID()', 'crypto'],
    ['const { crypto } = globalThis', 'globalThis'],
    ['setTimeout(() => {}, 1)', 'setTimeout'],
    ['setInterval(() => {}, 1)', 'setInterval'],
    ["const page = await fetch('/')", 'fetch'],
    ['const ask = new XMLHttpRequest()', 'XMLHttpRequest'],
    ["console.log('pain 7')", 'console'],
    ['const home = process.env.HOME', 'process'],
    ["localStorage.setItem('pain', '7')", 'localStorage'],
    ['const ports = { fetch }', 'fetch'],
  ])('ambient: %s', (text, use) => {
    expect(ambientUses({ path: 'packages/engine/src/plan/x.ts', text }, AMBIENT)).toContain(use);
  });

  test.each([
    'const at = new Date(0)',
    'const year = new Date(now).getUTCFullYear()',
    'const { location } = triggerPoint; use(location)',
    'const where = triggerPoint.location',
    'interface TriggerPoint { location: string; process: number }',
    'const point = { location: 1 }',
    '// Date.now() would be wrong here',
    "const words = 'console fetch'",
    'const step = (process: number) => process + 1',
  ])('not ambient: %s', (text) => {
    expect(ambientUses({ path: 'packages/engine/src/plan/x.ts', text }, AMBIENT)).toEqual([]);
  });
});
