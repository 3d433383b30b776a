// Finds the programs of a PostgreSQL server for the tests; on Debian, as root, it installs them when there are none.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './ensure-installed.mjs';

const DEBIAN = '/usr/lib/postgresql';
const PLACES = ['/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin', '/usr/pgsql/bin'];

/** Folder with `initdb` and `postgres`, or undefined. `POSTGRES_BIN` goes first. */
export function findPostgres() {
  if (process.env.POSTGRES_BIN) return has(process.env.POSTGRES_BIN) ? process.env.POSTGRES_BIN : undefined;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...PLACES];
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)].find(has);
}

const has = (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

/**
 * @param {(line: string) => void} say
 * @returns folder of the programs
 * @throws with what to do when there are none and we may not install them
 */
export function ensurePostgres(say) {
  const found = findPostgres();
  if (found) return found;
  if (process.env.POSTGRES_BIN)
    throw new Error(`POSTGRES_BIN names ${process.env.POSTGRES_BIN}, and there is no PostgreSQL server in it.`);
  if (isDebianAsRoot()) {
    say('Installing PostgreSQL for the tests of the server (once) …');
    run('apt-get', ['update', '-q'], 'The list of Debian packages could not be read');
    run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', 'postgresql'],
      'PostgreSQL could not be installed',
    );
    const installed = findPostgres();
    if (installed) return installed;
  }
  throw new Error(
    'The tests of the server need PostgreSQL, and none was found. Install it (Debian, Ubuntu: sudo apt-get install ' +
      'postgresql; macOS: brew install postgresql), or set POSTGRES_BIN to the folder that holds initdb and postgres.',
  );
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
