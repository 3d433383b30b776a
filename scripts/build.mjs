// `npm run build`: everything that needs building, nothing that does not.

import './ensure-node.mjs';

const say = (line) => console.log(line);
try {
  const { EVERYTHING, setUp } = await import('./ensure-built.mjs');
  await setUp(EVERYTHING, say);
  say('Everything is built.');
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 1;
}
