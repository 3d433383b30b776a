// Compiles the knowledge: reads every data file, refuses anything wrong, writes the slices of the edition.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  checkIntegrity,
  type DataFile,
  decodeKnowledge,
  type Problem,
  sentence,
  slices,
} from '../packages/knowledge/src/base/index.ts';

const home = fileURLToPath(new URL('../packages/knowledge/', import.meta.url));

const decoded = decodeKnowledge(dataFiles(join(home, 'data')));
if (decoded.kind === 'broken') refuse(decoded.problems);
const problems = checkIntegrity(decoded.knowledge);
if (problems.length > 0) refuse(problems);

mkdirSync(join(home, 'edition'), { recursive: true });
for (const [name, slice] of Object.entries(slices(decoded.knowledge))) {
  const json = JSON.stringify(slice);
  writeFileSync(join(home, 'edition', `${name}.json`), json);
  console.log(
    `${name.padEnd(9)} ${kilobytes(Buffer.byteLength(json))} kB, ${kilobytes(gzipSync(json, { level: 9 }).length)} kB gz`,
  );
}

function dataFiles(folder: string): readonly DataFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

function refuse(problems: readonly Problem[]): never {
  for (const problem of problems) console.error(sentence(problem));
  console.error(
    `The knowledge has ${problems.length === 1 ? 'one fault' : `${problems.length} faults`}; nothing was written.`,
  );
  process.exit(1);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(7);
}
