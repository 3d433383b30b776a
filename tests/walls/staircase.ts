// Judges imports by the table of floors. Each answer is a list of faults in words; an empty list is a wall that stands.

import { posix } from 'node:path';
import { APPS, FOLDERS, PACKAGES } from './floors.ts';
import { type Import, importsOf, isTest, type Source, target } from './sources.ts';

interface Home {
  readonly kind: 'packages' | 'apps';
  readonly name: string;
  /** Folder under `src`; empty for a file directly in it. */
  readonly folder: string;
}

const TESTING = 'testing';

/** Down only, doors only, nothing the package did not declare. */
export function staircaseFaults(sources: readonly Source[], declared: (home: string) => ReadonlySet<string>): string[] {
  return sources.flatMap((source) => {
    const home = homeOf(source.path);
    if (!home) return [];
    return importsOf(source).flatMap((one) => {
      const fault = one.from.startsWith('.')
        ? insideFault(source.path, home, target(one.from, source.path))
        : one.from.startsWith('@unknot/')
          ? acrossFault(source.path, home, one)
          : outsideFault(source.path, home, one.from, declared);
      return fault ? [`${source.path} imports ${one.from}: ${fault}`] : [];
    });
  });
}

/** Files that import each other in a ring, as the ring. Types count: a circle in the types is a circle in the thought. */
export function circles(sources: readonly Source[]): string[] {
  const known = new Set(sources.map((source) => source.path));
  const next = new Map(sources.map((source) => [source.path, importsOf(source).flatMap((one) => file(source, one))]));
  const rings: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      rings.push([...trail.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const other of next.get(path) ?? []) walk(other, [...trail, path]);
    done.add(path);
  };
  for (const path of known) walk(path, []);
  return rings;

  function file(source: Source, { from }: Import): string[] {
    const [, name, folder] = /^@unknot\/(\w+)\/(\w+)$/.exec(from) ?? [];
    const path = from.startsWith('.') ? target(from, source.path) : `packages/${name}/src/${folder}/index.ts`;
    return known.has(path) ? [path] : [];
  }
}

/** Folders that the table does not know, and doors that open everything at once. */
export function strayFolders(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path }) => {
    const home = homeOf(path);
    if (home?.kind !== 'packages') return [];
    if (!PACKAGES[home.name]) return [`${path}: the package ${home.name} has no floor`];
    if (home.folder === '') return [`${path}: a file outside every folder; there is no door to the whole package`];
    return home.folder === TESTING || floorOf(home) >= 0 ? [] : [`${path}: the folder ${home.folder} has no floor`];
  });
}

function homeOf(path: string): Home | undefined {
  const [, kind, name, rest] = /^(packages|apps)\/(\w+)\/src\/(.*)$/.exec(path) ?? [];
  if (!kind || !name || !rest) return undefined;
  return { kind: kind as Home['kind'], name, folder: rest.includes('/') ? (rest.split('/')[0] ?? '') : '' };
}

const floorOf = ({ name, folder }: Home): number => (FOLDERS[name] ?? []).findIndex((floor) => floor.includes(folder));

/** An import by relative path. */
function insideFault(path: string, home: Home, file: string): string | undefined {
  const other = homeOf(file);
  const staysHome = file.startsWith(`${home.kind}/${home.name}/`);
  if (!staysHome)
    return isTest(path) && !file.startsWith('packages/') ? undefined : 'a relative path out of the package';
  if (isTest(file) && !isTest(path)) return 'this is for tests';
  if (home.kind === 'apps' || !other) return undefined;
  if (other.folder === home.folder) return undefined;
  if (!isTest(path) && home.folder !== TESTING) {
    if (other.folder === TESTING) return 'this is for tests';
    if (floorOf(other) >= floorOf(home)) return `${other.folder} is not below ${home.folder}`;
  }
  return posix.basename(file) === 'index.ts' ? undefined : `${other.folder} has a door, index.ts`;
}

/** An import of another package of ours. */
function acrossFault(path: string, home: Home, { from, typesOnly }: Import): string | undefined {
  const [, name = '', door = ''] = /^@unknot\/(\w+)\/(.+)$/.exec(from) ?? [];
  if (!PACKAGES[name]) return 'there is no such package';
  if (!isDoor(name, door)) return 'not a door';
  if (name === home.name && home.kind === 'packages') return 'inside a package we import by relative path';
  if (isTest(path)) return undefined;
  if (door === TESTING) return home.folder === TESTING ? undefined : 'this is for tests';
  if (home.kind === 'apps') {
    const may = APPS[home.name] ?? [];
    return may.includes(name) || may.includes(`${name}/${door}`)
      ? undefined
      : `${home.name} may not know ${name}/${door}`;
  }
  const right = PACKAGES[home.name]?.[name];
  if (!right) return `${name} is not below ${home.name}`;
  return right === 'types' && !typesOnly ? `only types: ${name} is a value passed in` : undefined;
}

/** A folder with an index, or a data file that is meant to be read. */
const isDoor = (name: string, door: string): boolean =>
  (FOLDERS[name] ?? []).flat().includes(door) ||
  door === TESTING ||
  /^(edition\.json|(edition|data)\/[\w-]+(\/[\w-]+)*\.(json|webp)(\?url)?)$/.test(door);

/** An import of Node or of a package from the registry. */
function outsideFault(
  path: string,
  home: Home,
  from: string,
  declared: (home: string) => ReadonlySet<string>,
): string | undefined {
  if (isTest(path) || home.folder === TESTING) return undefined;
  if (from === '(computed)') return 'an import nobody can follow';
  if (from.startsWith('node:')) {
    return home.kind === 'packages' || home.name === 'web' ? 'Node is not everywhere' : undefined;
  }
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
  return declared(`${home.kind}/${home.name}`).has(name) ? undefined : 'not among the dependencies of its package.json';
}
