// `npm run build`: everything that needs building, nothing that does not.

import './ensure-node.mjs';

const say = (line) => console.log(line);
try {
  const { ensureInstalled } = await import('./ensure-installed.mjs');
  const { EVERYTHING, ensureBuilt } = await import('./ensure-built.mjs');
  ensureInstalled(say);
  await ensureBuilt(EVERYTHING, say);
  say('Everything is built.');
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 1;
}
