// Writes the service worker once the build knows every file name.
//
// The worker keeps one complete copy of the app: every file of the build, named by a hash of them all. So the app
// works without a network after the first visit, and an update is all or nothing.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Files of a folder and below, as paths relative to it, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Replaces the two placeholders of `src/worker/service-worker.js` and writes it as `sw.js` beside `index.html`. */
export function offlineShell(): Plugin {
  let outDir = '';
  let root = '';
  return {
    name: 'unknot-offline-shell',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = filesBelow(outDir).filter((file) => file !== 'sw.js' && !/\.(br|gz|map)$/.test(file));
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(outDir, file)));
      const template = readFileSync(join(root, 'src/worker/service-worker.js'), 'utf8');
      const urls = files.map((file) => (file === 'index.html' ? '/' : `/${file}`));
      writeFileSync(
        join(outDir, 'sw.js'),
        template.replace('__BUILD__', hash.digest('hex').slice(0, 16)).replace("['__FILES__']", JSON.stringify(urls)),
      );
    },
  };
}
