#!/usr/bin/env node
// `npx unknot …` from any folder: brings the command line up to date, quietly, and hands over to it.

import '../scripts/ensure-node.mjs';

/** Progress is for a person at a terminal; a program that reads our stderr wants trouble only. */
const say = (line) => process.stderr.isTTY && process.stderr.write(`${line}\n`);
try {
  if (process.argv[2] === 'serve') {
    await import('../scripts/start.mjs');
  } else if (process.argv[2] === 'backup') {
    const { setUp } = await import('../scripts/ensure-built.mjs');
    await setUp(['server'], say);
    await import('../apps/server/dist/backup.mjs');
  } else {
    const { setUp } = await import('../scripts/ensure-built.mjs');
    await setUp(['knowledge', 'cli'], say);
    await import('../apps/cli/dist/unknot.mjs');
  }
} catch (trouble) {
  process.stderr.write(`${trouble.message}\n`);
  process.exitCode = 1;
}
