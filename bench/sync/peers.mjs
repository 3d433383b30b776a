// The peers as processes of their own: `node peers.mjs pouchdb|y-websocket FOLDER`. Says its port through IPC.

import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [kind, folder] = process.argv.slice(2);

if (kind === 'pouchdb') {
  const PouchDB = require('pouchdb').defaults({ prefix: `${folder}/` });
  const app = require('express')();
  app.use(
    '/',
    require('express-pouchdb')(PouchDB, {
      mode: 'minimumForPouchDB',
      inMemoryConfig: true,
      logPath: `${folder}/log.txt`,
    }),
  );
  tell(createServer(app).listen(0, '127.0.0.1'));
} else {
  process.env.YPERSISTENCE = folder;
  const { setupWSConnection } = require('y-websocket/bin/utils');
  const { WebSocketServer, Server } = require('ws');
  const server = createServer();
  new (WebSocketServer ?? Server)({ server, maxPayload: 1e9 }).on('connection', (socket, request) =>
    setupWSConnection(socket, request),
  );
  tell(server.listen(0, '127.0.0.1'));
}

function tell(server) {
  server.once('listening', () => process.send({ port: server.address().port }));
}
