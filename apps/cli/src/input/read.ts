// Gets the text in: from a file or from stdin, and only as much as a person's case can be.

import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { BadInput } from './fields.ts';
import { parseJson } from './json.ts';
import { shown } from './shown.ts';

const MB = 1024 * 1024;
/** 20 MB: a hundred times the largest case we can think of, and far less than memory. */
const SIZE_LIMIT = 20 * MB;

/**
 * @param file  path; undefined reads stdin
 * @throws {BadInput} when there is no such file, it is too large, not UTF-8 or not JSON
 */
export async function readInput(file: string | undefined, stdin: NodeJS.ReadStream = process.stdin): Promise<unknown> {
  const name = file === undefined ? 'the input' : shown(file);
  if (file === undefined && stdin.isTTY) process.stderr.write('Type or paste JSON, then press Ctrl-D.\n');
  const bytes = await (file === undefined ? collect(stdin, name, SIZE_LIMIT) : readBytes(file, SIZE_LIMIT));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${name} is not text in UTF-8`);
  }
  return parseJson(text, name);
}

/** @throws {BadInput} when there is no such file, or it has more than `limit` bytes */
export async function readBytes(path: string, limit: number): Promise<Buffer> {
  const name = shown(path);
  try {
    const handle = await open(path);
    try {
      return await collect(handle.createReadStream({ autoClose: false }), name, limit, (await handle.stat()).size);
    } finally {
      await handle.close();
    }
  } catch (trouble) {
    if (trouble instanceof BadInput) throw trouble;
    const said: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'this is a folder',
      EACCES: 'we may not read it',
    };
    throw new BadInput(
      `${name} cannot be read: ${said[(trouble as NodeJS.ErrnoException).code ?? ''] ?? 'the system refuses'}`,
    );
  }
}

/** One secret line: not shown while it is typed, and all of a pipe, up to a few lines. */
export async function readSecret(question: string, stdin: NodeJS.ReadStream = process.stdin): Promise<string> {
  if (!stdin.isTTY) return String(await collect(stdin, 'the input', SECRET_LIMIT));
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

const SECRET_LIMIT = 4096;

/** Stops at the limit: a size can be wrong, and a pipe has none. */
async function collect(stream: AsyncIterable<Buffer>, name: string, limit: number, size = 0): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  if (size <= limit) {
    for await (const chunk of stream) {
      chunks.push(chunk);
      read += chunk.length;
      if (read > limit) break;
    }
  }
  if (Math.max(size, read) > limit)
    throw new BadInput(`${name} is larger than ${limit < MB ? `${limit} bytes` : `${limit / MB} MB`} and was not read`);
  return Buffer.concat(chunks);
}
