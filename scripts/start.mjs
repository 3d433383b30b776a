// `npm start`: sets up what is missing, serves the app and prints its address. `PORT` and `HOST` change where.

import './ensure-node.mjs';

const DEFAULT_PORT = 4747;

const say = (line) => console.log(line);
try {
  const port = portFrom(process.env.PORT);
  const { ensureInstalled, ROOT } = await import('./ensure-installed.mjs');
  const { ensureBuilt } = await import('./ensure-built.mjs');
  ensureInstalled(say);
  await ensureBuilt(['knowledge', 'web', 'server'], say);
  const { serve } = await import('../apps/server/dist/serve.mjs');
  const running = await serve({
    folder: `${ROOT}apps/web/dist`,
    port,
    host: process.env.HOST || undefined,
    logRequests: process.env.LOG === 'requests',
  });
  say(`\nUnknot is ready:  ${running.address}\nStop it with Ctrl-C.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      say('\nStopping …');
      await running.stop();
      process.exit(0);
    });
  }
} catch (trouble) {
  console.error(trouble.message);
  process.exitCode = 1;
}

function portFrom(text) {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a whole number from 0 to 65535, got ${JSON.stringify(text)}.`);
}
