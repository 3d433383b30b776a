#!/usr/bin/env node
// `npx unknot …` from any folder: brings the command line up to date, quietly, and hands over to it.

import '../scripts/ensure-node.mjs';

// stdout belongs to the answer
const say = (line) => process.stderr.write(`${line}\n`);
try {
  if (process.argv[2] === 'serve') {
    await import('../scripts/start.mjs');
  } else {
    const { ensureInstalled } = await import('../scripts/ensure-installed.mjs');
    const { ensureBuilt } = await import('../scripts/ensure-built.mjs');
    ensureInstalled(say);
    await ensureBuilt(['knowledge', 'cli'], say);
    await import('../apps/cli/dist/unknot.mjs');
  }
} catch (trouble) {
  say(trouble.message);
  process.exitCode = 1;
}
