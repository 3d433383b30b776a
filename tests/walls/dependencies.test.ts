import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEPENDENCIES, LICENCES } from './floors.ts';
import { ROOT } from './sources.ts';

const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Names of everything that a workspace needs to run, and what that needs in turn. */
function reachingThePerson(): Set<string> {
  const reached = new Set<string>();
  const follow = (manifest: { dependencies?: Record<string, string> }): void => {
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (reached.has(name) || name.startsWith('@unknot/')) continue;
      reached.add(name);
      follow(json(`node_modules/${name}/package.json`));
    }
  };
  for (const kind of ['packages', 'apps'])
    for (const name of readdirSync(join(ROOT, kind))) follow(json(`${kind}/${name}/package.json`));
  follow(json('package.json'));
  return reached;
}

test('every package that reaches the person is one we chose, and every one we chose is used', () => {
  expect([...reachingThePerson()].sort()).toEqual([...DEPENDENCIES].sort());
});

test.each([...DEPENDENCIES])('%s has a licence that lets everybody use and share it', (name) => {
  expect(LICENCES).toContain(json(`node_modules/${name}/package.json`).license);
});

test.each([...DEPENDENCIES])('%s has its reason in the decision record', (name) => {
  expect(readFileSync(join(ROOT, 'docs/decisions/0005-dependencies.md'), 'utf8')).toContain(`\`${name}\``);
});
