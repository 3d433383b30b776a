// Serves the built app until it is told to stop. `PORT` and `HOST` change where, `LOG=requests` logs every request.

import { fileURLToPath } from 'node:url';
import { listen } from './listen.ts';

const DEFAULT_PORT = 4747;

try {
  const running = await listen({
    folder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    port: portFrom(process.env.PORT),
    host: process.env.HOST || undefined,
    logRequests: process.env.LOG === 'requests',
  });
  console.log(`\nUnknot is ready:  ${running.address}\nStop it with Ctrl-C.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      console.log('\nStopping …');
      await running.stop();
      process.exit(0);
    });
  }
} catch (trouble) {
  console.error((trouble as Error).message);
  process.exitCode = 1;
}

function portFrom(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a whole number from 0 to 65535, got ${JSON.stringify(text)}.`);
}
