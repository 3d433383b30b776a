// Installs the packages when what lies in node_modules is not what package-lock.json says.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root folder of the project, whatever folder the person is in. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {(line: string) => void} say  gets one line when there is something to do
 * @throws with a line for the person when npm fails
 */
export function ensureInstalled(say) {
  if (installedAsLocked()) return;
  say('Installing packages (once) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 'The packages could not be installed');
}

/**
 * npm notes what it installed in node_modules/.package-lock.json as its last step, so a broken install has no note.
 * Optional packages for other machines are in the lock and rightly not installed.
 */
function installedAsLocked() {
  const locked = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!locked || !installed) return false;
  const same = (a, b) => a.version === b.version && a.integrity === b.integrity;
  return (
    Object.entries(installed).every(([path, entry]) => locked[path] && same(entry, locked[path])) &&
    Object.entries(locked).every(
      ([path, entry]) => path === '' || entry.optional || entry.devOptional || installed[path],
    )
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs a program in the root folder and waits. Its words are shown to a person at a terminal, and to everybody when it
 * fails; they never go to stdout, which belongs to the answer of a command.
 * `npm` is the very npm that started us where there is one (npm.cmd cannot be started without a shell on Windows).
 *
 * @throws with the complaint, a line for the person
 */
export function run(program, args, complaint, output = process.stderr.isTTY ? 2 : 'pipe') {
  const npm = program === 'npm' && process.env.npm_execpath?.endsWith('npm-cli.js') && process.env.npm_execpath;
  const [file, words] = npm ? [process.execPath, [npm, ...args]] : [program, args];
  const shell = process.platform === 'win32' && file === 'npm';
  const done = spawnSync(file, words, { cwd: ROOT, stdio: ['ignore', output, output], shell, maxBuffer: 2 ** 26 });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  throw new Error(`${complaint}${done.error ? `: ${done.error.message}` : ', see the lines above'}.`);
}
