// `unknot backup [FILE]`: a copy of everything the embedded store holds, also while a server is at work.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { settingsFrom } from './settings.ts';
import { backUpEmbedded, DATABASE_FILE } from './store/index.ts';

try {
  const { folder, databaseUrl } = settingsFrom(process.env, []);
  if (databaseUrl)
    throw new Error(
      'With DATABASE_URL, use the tools of PostgreSQL: pg_dump --format=custom "$DATABASE_URL" > unknot.dump',
    );
  if (!existsSync(`${folder}/${DATABASE_FILE}`))
    throw new Error(`There is no data of a server in ${folder}. UNKNOT_DATA names another folder.`);
  const to = resolve(process.argv[3] ?? `unknot-server-${new Date().toISOString().slice(0, 10)}.db`);
  if (existsSync(to)) throw new Error(`${to} is there already.`);
  await backUpEmbedded(folder, to);
  console.log(to);
} catch (trouble) {
  process.stderr.write(`unknot backup: ${(trouble as Error).message}\n`);
  process.exitCode = 2;
}
