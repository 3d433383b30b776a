// The built app, read once into memory. A request can only name what is in this map, so no path leads out of the folder.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface AppFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Value of the Content-Type header. */
  readonly type: string;
  /** Weak, because one file has three encodings. */
  readonly etag: string;
  /** The name carries a hash of the contents: it may be kept for ever. */
  readonly lasting: boolean;
  /** Text, which compression makes smaller; pictures and fonts are small already. */
  readonly squeezable: boolean;
}

/** By path as the browser asks for it, for example `/assets/main-B7kq2x9d.js`. */
export type AppFiles = ReadonlyMap<string, AppFile>;

const TEXT: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
const BINARY: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.bin': 'application/octet-stream',
};

/** Everything under a folder. The whole app is 5 MB at most, so it stays in memory. */
export async function readAppFiles(folder: string): Promise<AppFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      return [path, appFile(path, new Uint8Array(await readFile(file)))] as const;
    });
  return new Map(await Promise.all(read));
}

export function appFile(path: string, bytes: Uint8Array<ArrayBuffer>): AppFile {
  const ending = extname(path).toLowerCase();
  return {
    bytes,
    type: TEXT[ending] ?? BINARY[ending] ?? 'application/octet-stream',
    etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    lasting: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path),
    squeezable: ending in TEXT,
  };
}
