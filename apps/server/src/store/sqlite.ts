// SQLite, whichever this Node brings: its own (from 22.13 on), else libsql. Both are spoken to in one way.

type Value = number | string | Uint8Array | null;
export type Row = Readonly<Record<string, unknown>>;

interface Statement {
  run(...values: Value[]): { readonly changes: number | bigint };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

export interface Sqlite {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

export async function openSqlite(file: string): Promise<Sqlite> {
  const own = ownSqlite();
  if (own) return new own.DatabaseSync(file);
  const { default: Database } = await import('libsql');
  const db = new Database(file) as unknown as LibsqlDatabase;
  return {
    exec: (sql) => db.exec(sql),
    close: () => db.close(),
    prepare(sql) {
      const statement = db.prepare(sql);
      // one array: libsql would take a single array of bytes for a table of named values
      return {
        run: (...values) => statement.run(values),
        get: (...values) => statement.get(values),
        all: (...values) => statement.all(values),
      };
    },
  };
}

interface LibsqlDatabase {
  exec(sql: string): unknown;
  close(): unknown;
  prepare(sql: string): {
    run(values: readonly Value[]): { readonly changes: number | bigint };
    get(values: readonly Value[]): unknown;
    all(values: readonly Value[]): unknown[];
  };
}

interface NodeSqlite {
  readonly DatabaseSync: new (file: string) => Sqlite;
}

/** Without the note that it is experimental, which means nothing to the person who starts the server. */
function ownSqlite(): NodeSqlite | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const find = (process as { getBuiltinModule?: (name: string) => unknown }).getBuiltinModule;
    return find?.('node:sqlite') as NodeSqlite | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** libsql gives ArrayBuffers, Node its own arrays. */
export const bytesOf = (value: unknown): Uint8Array =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : (value as Uint8Array);
