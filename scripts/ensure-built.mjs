// Builds what is missing or out of date, and nothing else.
//
// Each stage remembers a fingerprint of its inputs in node_modules/.cache/unknot. Like git, we first compare names, sizes
// and times (a few milliseconds) and read the contents only when those differ, so a fresh checkout of the same files
// does not build again.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { alone } from './ensure-alone.mjs';
import { ensureInstalled, ROOT, run } from './ensure-installed.mjs';

const STAMPS = `${ROOT}node_modules/.cache/unknot/`;

/** Every stage depends on the ones above it; `inputs` are folders and files, `output` is the last file it writes. */
const STAGES = {
  knowledge: {
    says: 'Compiling the knowledge',
    inputs: ['packages/knowledge/data', 'packages/knowledge/src', 'packages/atlas', 'scripts/compile.ts'],
    output: 'packages/knowledge/edition/check.json',
    build: () => tool('tsx/dist/cli.mjs', ['scripts/compile.ts']),
  },
  web: {
    says: 'Building the app',
    inputs: ['apps/web', 'packages'],
    output: 'apps/web/dist/index.html',
    build: () => tool('vite/bin/vite.js', ['build', 'apps/web', '--logLevel', 'warn']),
  },
  server: {
    says: 'Building the server',
    inputs: ['apps/server', 'packages/sync'],
    output: 'apps/server/dist/serve.mjs',
    build: () => bundle('apps/server/dist', { serve: 'apps/server/src/serve.ts', backup: 'apps/server/src/backup.ts' }),
  },
  cli: {
    says: 'Building the command line',
    inputs: ['apps/cli', 'packages'],
    output: 'apps/cli/dist/unknot.mjs',
    build: () => bundle('apps/cli/dist', { unknot: 'apps/cli/src/unknot.ts' }),
  },
};

export const EVERYTHING = Object.keys(STAGES);

/**
 * Installs and builds what is missing, in one go.
 *
 * @param {string[]} names  stages to bring up to date
 * @param {(line: string) => void} say  gets one line per piece of work
 * @throws with a line for the person when something fails
 */
export function setUp(names, say) {
  return alone(async () => {
    ensureInstalled(say);
    await ensureBuilt(names, say);
  });
}

async function ensureBuilt(names, say) {
  for (const [name, stage] of Object.entries(STAGES)) {
    if (!names.includes(name)) continue;
    const files = ['package-lock.json', 'scripts/ensure-built.mjs', ...stage.inputs].flatMap(filesUnder);
    const glance = digest(files, (file) => `${statSync(ROOT + file).size} ${statSync(ROOT + file).mtimeMs}`);
    const last = existsSync(ROOT + stage.output) ? readStamp(name) : undefined;
    if (last?.glance === glance) continue;
    const contents = digest(files, (file) => readFileSync(ROOT + file));
    if (last?.contents !== contents) {
      say(`${stage.says} …`);
      await stage.build();
    }
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(`${STAMPS}${name}.json`, JSON.stringify({ glance, contents }));
  }
}

function readStamp(name) {
  try {
    return JSON.parse(readFileSync(`${STAMPS}${name}.json`, 'utf8'));
  } catch {
    return undefined;
  }
}

function digest(files, read) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(read(file)).update('\0');
  return hash.digest('hex');
}

/** Paths from the root, sorted, without what a build writes and what only tests read. */
function filesUnder(path) {
  if (!existsSync(ROOT + path)) return [];
  if (!statSync(ROOT + path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(ROOT + path)
    .filter((name) => !['node_modules', 'dist', 'e2e'].includes(name) && !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

const tool = (script, args) =>
  run(process.execPath, [`node_modules/${script}`, ...args], `"${script} ${args.join(' ')}" did not finish`);

/** One folder of ES modules for Node; lazily imported commands become chunks of their own. */
async function bundle(outdir, entryPoints) {
  const { build } = await import('esbuild');
  rmSync(ROOT + outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // native code, or written for another module system
    external: ['libsql', 'pg'],
    legalComments: 'linked',
    logLevel: 'warning',
  });
}
