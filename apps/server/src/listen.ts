// Opens the door to the network. What is said there is in http/, what is served is in files/, what is kept is in store/.

import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { createAdaptorServer } from '@hono/node-server';
import { readAppFiles } from './files/index.ts';
import { type ApiParts, app, metrics, storeSize } from './http/index.ts';
import { liveOf } from './live/index.ts';
import { outside } from './outside/index.ts';
import { startReminders } from './reminders/index.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store/index.ts';
import { localCertificate } from './tls/index.ts';

/** This machine only, by both of its names. A server for others names its host. */
const LOOPBACK = ['127.0.0.1', '::1'];
/** How long a stop waits for answers under way. */
const PATIENCE_MS = 2000;
const SWEEP_EVERY_MS = 3600 * 1000;

/** Somebody who sends one byte a minute must not hold a connection. */
const PATIENCE_WITH_CLIENTS = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16_384,
};

export interface ListenOptions {
  /** Folder of the built app. */
  readonly folder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on; without it only this machine is answered. */
  readonly host?: string | undefined;
  /** Print one JSON line per request; errors are always printed. */
  readonly logRequests?: boolean;
  /** Without them the server hands out the app and nothing else. */
  readonly settings?: Settings;
  /** For tests, which have less patience. */
  readonly patience?: Partial<typeof PATIENCE_WITH_CLIENTS>;
}

export interface Running {
  /** For a browser, for example `http://localhost:4747`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** @throws with a line for the person when the app is not built, the port is taken or the store cannot be opened */
export async function listen(options: ListenOptions): Promise<Running> {
  const { folder, port, host, logRequests = false, settings, patience } = options;
  const files = await readAppFiles(folder).catch(() => new Map());
  if (!files.has('/index.html')) throw new Error(`There is no built app in ${folder}. Run "npm run build" first.`);
  const kept = settings && (await openOrDoWithout(settings));
  const { fetch } = app(
    files,
    (line) => {
      if (logRequests || line.event === 'error') console.log(JSON.stringify(line));
    },
    kept?.parts,
  );

  const serverOptions = { ...PATIENCE_WITH_CLIENTS, ...patience };
  const secure = settings?.https ? localCertificate(settings.folder, namesOf(host), Date.now()) : null;
  const servers: Server[] = [];
  for (const address of host === undefined ? LOOPBACK : [host]) {
    const server = createAdaptorServer(
      secure
        ? {
            fetch,
            createServer: createHttpsServer,
            serverOptions: { ...serverOptions, key: secure.key, cert: secure.cert },
          }
        : { fetch, serverOptions },
    ) as Server;
    try {
      // the second address takes the port that the first one got
      await openPort(server, servers[0] ? portOf(servers[0]) : port, address);
      servers.push(server);
    } catch (trouble) {
      // a machine without IPv6 is answered on IPv4 alone
      if (servers.length > 0 && (trouble as NodeJS.ErrnoException).code !== 'EADDRINUSE') continue;
      await Promise.all(servers.map(close));
      await kept?.close();
      throw sayPlainly(trouble as NodeJS.ErrnoException, port, address);
    }
  }

  const [first] = servers;
  if (!first) throw new Error('a server must listen somewhere, got no address');
  const name = host === undefined ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    address: `${secure ? 'https' : 'http'}://${name}:${portOf(first)}`,
    stop: async () => {
      kept?.parts.live.stop();
      await Promise.all(servers.map(close));
      await kept?.close();
    },
  };
}

interface Kept {
  readonly parts: ApiParts;
  close(): Promise<void>;
}

/** At home the app must start whatever is the matter with the disk; it is complete without a store. */
async function openOrDoWithout(settings: Settings): Promise<Kept | undefined> {
  try {
    return await open(settings);
  } catch (trouble) {
    if (settings.storeIsChosen) throw trouble;
    console.error(`Sync is off: nothing can be kept in ${settings.folder} (${(trouble as Error).message}).`);
    return undefined;
  }
}

async function open(settings: Settings): Promise<Kept> {
  const counted = metrics();
  const mono = () => performance.now();
  const store = await openStore({
    ...settings,
    chance: (bytes) => randomBytes(bytes),
    onTrouble: () => counted.count('unknot_store_trouble_total'),
  });
  const toOthers = outside();
  const reminding = await startReminders({
    store,
    send: toOthers,
    contact: settings.contact,
    now: Date.now,
    count: (what) => counted.count('unknot_reminders_total', { what }),
  });
  const sweep = setInterval(() => store.sweep(Date.now()).catch(() => {}), SWEEP_EVERY_MS);
  sweep.unref();
  const parts: ApiParts = {
    store,
    size: storeSize(store, mono),
    live: liveOf(store),
    reminding,
    outside: toOthers,
    metrics: counted,
    settings,
    now: Date.now,
    mono,
  };
  return {
    parts,
    async close() {
      clearInterval(sweep);
      reminding.stop();
      await store.close();
    },
  };
}

/** Every name and address by which this machine may be reached at home. */
function namesOf(host: string | undefined): string[] {
  const name = hostname()
    .toLowerCase()
    .replace(/\.local$/, '');
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? []);
  const all = [`${name}.local`, name, 'localhost', ...LOOPBACK, ...addresses, ...(host ? [host] : [])];
  return [...new Set(all.map((one) => one.replace(/%.*$/, '')))];
}

function openPort(server: Server, port: number, host: string): Promise<void> {
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
