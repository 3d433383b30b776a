// Gets the text in: from a file or from stdin, and only as much as a person's case can be.

import { open } from 'node:fs/promises';
import { BadInput } from './fields.ts';
import { parseJson } from './json.ts';
import { shown } from './shown.ts';

/** 20 MB: a hundred times the largest case we can think of, and far less than memory. */
const SIZE_LIMIT = 20 * 1024 * 1024;

/**
 * @param file  path; undefined reads stdin
 * @throws {BadInput} when there is no such file, it is too large, not UTF-8 or not JSON
 */
export async function readInput(file: string | undefined, stdin: NodeJS.ReadStream = process.stdin): Promise<unknown> {
  const name = file === undefined ? 'the input' : shown(file);
  if (file === undefined && stdin.isTTY) process.stderr.write('Type or paste JSON, then press Ctrl-D.\n');
  const bytes = await (file === undefined ? collect(stdin, name) : fromFile(file, name));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${name} is not text in UTF-8`);
  }
  return parseJson(text, name);
}

async function fromFile(path: string, name: string): Promise<Buffer> {
  try {
    const handle = await open(path);
    try {
      return await collect(handle.createReadStream({ autoClose: false }), name, (await handle.stat()).size);
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

/** Stops at the limit: a size can be wrong, and a pipe has none. */
async function collect(stream: AsyncIterable<Buffer>, name: string, size = 0): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  if (size <= SIZE_LIMIT) {
    for await (const chunk of stream) {
      chunks.push(chunk);
      read += chunk.length;
      if (read > SIZE_LIMIT) break;
    }
  }
  if (Math.max(size, read) > SIZE_LIMIT)
    throw new BadInput(`${name} is larger than ${SIZE_LIMIT / 1024 / 1024} MB and was not read`);
  return Buffer.concat(chunks);
}
