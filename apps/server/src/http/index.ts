// What the server answers: the files of the app, its pages, and to devices what api.ts says. It knows no person.

import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Hono } from 'hono';
import type { AppFile, AppFiles } from '../files/index.ts';
import { type ApiParts, api, feedText } from './api.ts';

export { type ApiParts, storeSize } from './api.ts';
export { type Metrics, metrics } from './metrics.ts';

/** What the log may know of a request: no address, no path, no browser. */
export interface RequestLine {
  readonly event: 'request' | 'error';
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** The browser may load from here, run from here and send nowhere else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A session keeps the screen awake and may be steered by voice; the app needs nothing else of the device. */
const PERMISSIONS_POLICY = [
  'screen-wake-lock=(self)',
  'microphone=(self)',
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer'],
  ...['midi', 'payment', 'serial', 'usb'],
]
  .map((feature) => (feature.includes('=') ? feature : `${feature}=()`))
  .join(', ');

const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Permissions-Policy': PERMISSIONS_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Rooms of the app have plain paths, for example `/check` or `/muscle/levator-scapulae`. */
const ROOM = /^(\/[\w-]+)*\/?$/;

/**
 * @param files  the built app, `/index.html` included
 * @param log    gets one line per request
 * @param parts  for devices; without them the server hands out the app and nothing else
 */
export function app(files: AppFiles, log: (line: RequestLine) => void = () => {}, parts?: ApiParts): Hono {
  const door = new Hono();

  door.use(async (c, next) => {
    const begun = performance.now();
    await next();
    for (const [name, value] of Object.entries(ALWAYS)) c.res.headers.set(name, value);
    log({
      event: c.error ? 'error' : 'request',
      method: c.req.method,
      status: c.res.status,
      milliseconds: Math.round(performance.now() - begun),
    });
  });

  door.get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));

  if (parts) {
    door.route('/api', api(parts) as unknown as Hono);
    addFeeds(door, parts);
    addMetrics(door, parts);
  }

  door.get('*', async (c) => {
    const path = c.req.path;
    const file = files.get(path) ?? (ROOM.test(path) ? files.get('/index.html') : undefined);
    if (!file) return c.text('There is nothing here.', 404, { 'Cache-Control': 'no-store' });
    const headers: Record<string, string> = {
      'Cache-Control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
      ...(file.squeezable ? { Vary: 'Accept-Encoding' } : {}),
    };
    if (names(c.req.header('If-None-Match'), file.etag)) return c.body(null, 304, headers);
    headers['Content-Type'] = file.type;
    const encoding = file.squeezable ? preferred(c.req.header('Accept-Encoding')) : undefined;
    if (encoding) headers['Content-Encoding'] = encoding;
    const bytes = encoding ? await squeezed(file, encoding) : file.bytes;
    headers['Content-Length'] = String(bytes.byteLength);
    return c.body(bytes, 200, headers);
  });

  door.all('*', (c) => c.text('Only reading is possible here.', 405, { Allow: 'GET, HEAD' }));
  door.onError((_, c) => c.text('Something went wrong here.', 500, { 'Cache-Control': 'no-store' }));
  return door;
}

function addFeeds(door: Hono, { store }: ApiParts): void {
  door.get('/feed/*', async (c) => {
    const calendar = await feedText(store, c.req.path);
    if (calendar === null) return c.text('There is nothing here.', 404, { 'Cache-Control': 'no-store' });
    return c.body(calendar, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
    });
  });
}

/** For this machine only, unless the owner opens them: a proxy on this machine says that it asks for somebody else. */
function addMetrics(door: Hono, { size, live, metrics, settings, now, mono }: ApiParts): void {
  const started = now() / 1000 - mono() / 1000;
  door.get('/metrics', async (c) => {
    const { incoming } = c.env as { incoming: IncomingMessage };
    const isHere = /^(127\.|::1$|::ffff:127\.)/.test(incoming.socket.remoteAddress ?? '');
    const isForOther = ['X-Forwarded-For', 'Forwarded'].some((name) => c.req.header(name) !== undefined);
    if (!settings.openMetrics && (!isHere || isForOther)) return c.text('There is nothing here.', 404);
    const [logs, bytes] = [await size.logs(), await size.bytes()];
    const text = metrics.text({
      unknot_logs: logs,
      unknot_log_bytes: bytes,
      unknot_listeners: live.count(),
      unknot_resident_bytes: process.memoryUsage.rss(),
      unknot_start_seconds: Math.round(started),
    });
    return c.body(text, 200, { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' });
  });
}

type Encoding = 'br' | 'gzip';

/** The best of ours that the browser takes; `q=0` is a refusal. */
function preferred(accepted = ''): Encoding | undefined {
  const offers = accepted
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding));
}

function names(ifNoneMatch: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch?.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag)) ?? false;
}

const squeezedFiles = new WeakMap<AppFile, Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>>();

/** Compressed when first asked for, then kept: start-up stays quick, and the build writes no second copy. */
function squeezed(file: AppFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const kept = squeezedFiles.get(file) ?? new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  squeezedFiles.set(file, kept);
  const bytes = kept.get(encoding) ?? squeeze[encoding](file.bytes).then((buffer) => new Uint8Array(buffer));
  kept.set(encoding, bytes);
  return bytes;
}

/** Of 11: within 2 % of the smallest, in a third of the time. */
const BROTLI_QUALITY = 10;

const squeeze = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
};
