// The staircase of ARCHITECTURE.md as one table. Who may stand on what; nothing here computes.

/**
 * Package → packages it may import. `types` means: only their shapes, because knowledge is a value passed in.
 * Floor by floor, lowest first.
 */
export const PACKAGES: Readonly<Record<string, Readonly<Record<string, 'all' | 'types'>>>> = {
  atlas: {},
  knowledge: { atlas: 'all' },
  engine: { atlas: 'all', knowledge: 'types' },
  journal: { atlas: 'all', engine: 'all' },
  sync: {},
};

/**
 * App → packages, or doors, it may import. The server carries envelopes: it can name no health event and open nothing.
 * The command line opens a backup for whoever has its words.
 */
export const APPS: Readonly<Record<string, readonly string[]>> = {
  web: ['atlas', 'knowledge', 'engine', 'journal', 'sync'],
  cli: ['atlas', 'knowledge', 'engine', 'journal', 'sync/protocol', 'sync/crypto'],
  server: ['sync/protocol'],
};

/**
 * Folders inside a package, lowest floor first; folders on one floor do not import each other.
 * `testing` stands outside: it may import every folder, and only tests may import it.
 */
export const FOLDERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  atlas: [['frame'], ['region', 'muscle'], ['drawing', 'figure']],
  knowledge: [['schema'], ['base']],
  engine: [
    ['case'],
    ['triage'],
    ['inference'],
    ['outcome'],
    ['learning'],
    ['plan'],
    ['session', 'prevention'],
    ['guidance'],
    ['report'],
  ],
  journal: [['event'], ['log'], ['record', 'project'], ['exchange']],
  sync: [['protocol'], ['crypto'], ['client']],
};

/** Names that reach outside the values a function was given. */
export const AMBIENT: ReadonlySet<string> = new Set([
  ...['performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['requestIdleCallback', 'crypto', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel'],
  ...['console', 'process', 'require', 'globalThis', 'global', 'window', 'self', 'document', 'navigator', 'location'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'Worker', 'alert', 'confirm', 'prompt'],
]);

/** Packages from the registry that reach the person, each with its reason in docs/decisions/0005-dependencies.md. */
export const DEPENDENCIES: ReadonlySet<string> = new Set([
  '@fontsource-variable/newsreader',
  '@fontsource-variable/source-sans-3',
  '@hono/node-server',
  '@neon-rs/load',
  '@noble/ciphers',
  '@noble/hashes',
  '@preact/signals',
  '@preact/signals-core',
  '@scure/bip39',
  '@standard-schema/spec',
  'detect-libc',
  'hono',
  'idb',
  'libsql',
  'minisearch',
  'pg',
  'pg-connection-string',
  'pg-int8',
  'pg-pool',
  'pg-protocol',
  'pg-types',
  'pgpass',
  'postgres-array',
  'postgres-bytea',
  'postgres-date',
  'postgres-interval',
  'preact',
  'preact-iso',
  'rrule-temporal',
  'split2',
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'ts-ics',
  'uqr',
  'valibot',
  'xtend',
]);

export const LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'OFL-1.1',
]);
