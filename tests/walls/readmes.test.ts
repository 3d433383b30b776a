// What the pages of the packages say is tried out: examples are run as they stand there, and every door is named.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ROOT } from './sources.ts';

afterEach(() => vi.restoreAllMocks());

const page = (name: string): string => readFileSync(join(ROOT, `packages/${name}/README.md`), 'utf8');

describe.each(['engine', 'knowledge', 'journal'])('packages/%s/README.md', (name) => {
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(page(name)) ?? [];
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);

  test('its example prints what it says it prints', async () => {
    expect(promised.length).toBeGreaterThan(0);
    const { outputFiles } = await build({
      stdin: { contents: example, loader: 'ts', resolveDir: ROOT },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
    });
    const printed: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((...words) => printed.push(words.join(' ')));
    await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`);
    expect(printed).toEqual(promised);
  });
});

test.each(['atlas', 'engine', 'knowledge', 'journal'])(
  'packages/%s/README.md names every door, and no other',
  (name) => {
    const folders = readdirSync(join(ROOT, `packages/${name}/src`), { withFileTypes: true });
    const doors = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const named = [...page(name).matchAll(/^- `@unknot\/(\w+)\/(\w+)`/gm)].map(([, home, door]) => `${home}/${door}`);
    expect(named.sort()).toEqual(doors.map((door) => `${name}/${door}`).sort());
  },
);

test.each(['atlas', 'engine', 'knowledge', 'journal'])(
  'packages/%s/README.md leads to pages that are there',
  (name) => {
    const home = dirname(join(ROOT, `packages/${name}/README.md`));
    const links = [...page(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => to);
    expect(links.filter((to) => !existsSync(join(home, to)))).toEqual([]);
  },
);
