// Serves the built app until it is told to stop. settings.ts knows what may be chosen.

import { fileURLToPath } from 'node:url';
import { listen } from './listen.ts';
import { settingsFrom } from './settings.ts';

try {
  const settings = settingsFrom(process.env, process.argv.slice(process.argv[2] === 'serve' ? 3 : 2));
  const running = await listen({
    folder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    port: settings.port,
    host: settings.host,
    logRequests: settings.logRequests,
    settings,
  });
  console.log(`\nUnknot is ready:  ${running.address}\nStop it with Ctrl-C.`);
  if (settings.https)
    console.log(`Let your phone trust ${settings.folder}/local-authority.crt once (docs/operations/self-host.md).`);
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
