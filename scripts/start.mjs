// `npm start`: sets up what is missing, then serves the app and prints its address.

import './ensure-node.mjs';

const say = (line) => console.log(line);
try {
  const { setUp } = await import('./ensure-built.mjs');
  await setUp(['knowledge', 'web', 'server'], say);
  await import('../apps/server/dist/serve.mjs');
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 1;
}
