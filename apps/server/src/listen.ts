// Opens the door to the network. What is said there is in http/, what is served is in files/.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { readAppFiles } from './files/index.ts';
import { app } from './http/index.ts';

/** This machine only, by both of its names. A server for others names its host. */
const LOOPBACK = ['127.0.0.1', '::1'];
/** How long a stop waits for answers under way. */
const PATIENCE_MS = 2000;

export interface ListenOptions {
  /** Folder of the built app. */
  readonly folder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on; without it only this machine is answered. */
  readonly host?: string | undefined;
  /** Print one JSON line per request; errors are always printed. */
  readonly logRequests?: boolean;
}

export interface Running {
  /** For a browser, for example `http://localhost:4747`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** @throws with a line for the person when the app is not built or the port is taken */
export async function listen({ folder, port, host, logRequests = false }: ListenOptions): Promise<Running> {
  const files = await readAppFiles(folder).catch(() => new Map());
  if (!files.has('/index.html')) throw new Error(`There is no built app in ${folder}. Run "npm run build" first.`);
  const { fetch } = app(files, (line) => {
    if (logRequests || line.event === 'error') console.log(JSON.stringify(line));
  });

  const servers: Server[] = [];
  for (const address of host === undefined ? LOOPBACK : [host]) {
    const server = createAdaptorServer({ fetch }) as Server;
    try {
      // the second address takes the port that the first one got
      await open(server, servers[0] ? portOf(servers[0]) : port, address);
      servers.push(server);
    } catch (trouble) {
      // a machine without IPv6 is answered on IPv4 alone
      if (servers.length > 0 && (trouble as NodeJS.ErrnoException).code !== 'EADDRINUSE') continue;
      await Promise.all(servers.map(close));
      throw sayPlainly(trouble as NodeJS.ErrnoException, port, address);
    }
  }

  const [first] = servers;
  if (!first) throw new Error('a server must listen somewhere, got no address');
  const name = host === undefined ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${name}:${portOf(first)}`,
    stop: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function open(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Lets answers under way finish, then hangs up. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(hangUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function sayPlainly(trouble: NodeJS.ErrnoException, port: number, host: string): Error {
  if (trouble.code === 'EADDRINUSE')
    return new Error(
      `Port ${port} is taken, perhaps by an Unknot that is already running: look at http://localhost:${port}. ` +
        `Otherwise choose another port: PORT=${port + 1} npm start`,
    );
  if (trouble.code === 'EACCES')
    return new Error(`This system does not let you use port ${port}. Choose one above 1023: PORT=4747 npm start`);
  if (trouble.code === 'EADDRNOTAVAIL' || trouble.code === 'ENOTFOUND')
    return new Error(`HOST names ${JSON.stringify(host)}, which is not an address of this machine.`);
  return trouble;
}
