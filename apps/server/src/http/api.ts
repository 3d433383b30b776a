// The answers of the server to devices: logs, shares, reminders, calendars. It handles sealed envelopes, sizes, times and
// tags, and could not say what any of them is about.

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  BATCH_LIMIT,
  BEGINNING,
  cursorOfText,
  cursorText,
  fromText,
  ID_BYTES,
  LOG_BYTES,
  PAGE_TYPE,
  pageBytes,
  readAuthorization,
  readBatch,
  readEnvelope,
} from '@unknot/sync/protocol';
import { type Context, Hono, type HonoRequest } from 'hono';
import { clientOf, limit } from '../limits/index.ts';
import type { Live } from '../live/index.ts';
import type { Outside } from '../outside/index.ts';
import type { Reminding } from '../reminders/index.ts';
import type { Settings } from '../settings.ts';
import { type Done, type Refused, type Store, StoreFull, type Who } from '../store/index.ts';
import { type Body, readBody } from './body.ts';
import type { Metrics } from './metrics.ts';
import { openapi } from './openapi.ts';
import { isCalendar, readAddress, readCount, readReminders } from './shapes.ts';

export const PROTOCOL_VERSION = 1;

export interface ApiParts {
  readonly store: Store;
  readonly size: StoreSize;
  readonly live: Live;
  readonly reminding: Reminding;
  readonly outside: Outside;
  readonly metrics: Metrics;
  readonly settings: Settings;
  /** Epoch ms. */
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly mono: () => number;
}

/** Counting takes a moment on a large store, so the count may be some seconds old. */
export interface StoreSize {
  logs(): Promise<number>;
  bytes(): Promise<number>;
}

const COUNT_EVERY_MS = 2000;

export function storeSize(store: Store, mono: () => number): StoreSize {
  let counted: { readonly at: number; readonly size: Promise<{ logs: number; bytes: number }> } | null = null;
  const size = () => {
    if (!counted || mono() - counted.at > COUNT_EVERY_MS) counted = { at: mono(), size: store.size() };
    return counted.size;
  };
  return { logs: async () => (await size()).logs, bytes: async () => (await size()).bytes };
}

/** Limits that are the same everywhere. Own settings. */
const SHARE_BYTES = 1024 * 1024;
const SHARE_DAYS = 30;
const SHARE_VIEWS = 100;
const MOST_SHARES = 50;
const MOST_DEVICES = 10;
const REMINDERS_BYTES = 64 * 1024;
const FEED_BYTES = 256 * 1024;
const MOST_FEEDS = 3;
const FEED_ID_BYTES = 32;
const CALENDAR_BYTES = 2 * 1024 * 1024;
const MOST_PAGE = 1000;
/** Bodies that are being read or kept at the same time: of everybody, and of one client, who must not shut others out. */
const MOST_BYTES_UNDER_WAY = 256 * 1024 * 1024;
const MOST_BYTES_OF_CLIENT = 16 * 1024 * 1024;
const DAY_MS = 24 * 3600 * 1000;

/** A log nobody has, to ask the store something. */
const NO_LOG = new Uint8Array(LOG_BYTES);

type Env = { Bindings: { incoming: IncomingMessage }; Variables: { who: Who } };

export function api({ store, size, live, reminding, outside, metrics, settings, now, mono }: ApiParts): Hono<Env> {
  const door = new Hono<Env>();
  const { requestsPerSecond: rate, newLogsPerDay: perDay } = settings;
  const requests = rate > 0 ? limit({ burst: rate * 10, perSecond: rate, now: mono }) : null;
  const newLogs = perDay > 0 ? limit({ burst: perDay, perSecond: perDay / 86_400, now: mono }) : null;
  const underWay = new Map<string, number>();
  let allUnderWay = 0;
  const trips = limit({ burst: 10, perSecond: 0.2, now: mono });

  // ---- every answer --------------------------------------------------------------------------------------------------

  const refuse = (c: Context, status: number, error: string, headers: Record<string, string> = {}): Response =>
    c.json({ error }, status as 400, headers);

  const SAID: Readonly<Record<Refused['kind'], number>> = { absent: 404, forbidden: 403, closed: 410 };
  const refused = (c: Context, { kind }: Refused): Response => refuse(c, SAID[kind], kind);
  const done = (c: Context, answer: Done | Refused): Response =>
    answer.kind === 'done' ? c.body(null, 204) : answer.kind === 'quota' ? refuse(c, 507, 'quota') : refused(c, answer);

  function tooMany(c: Context, which: string, seconds: number): Response {
    metrics.count('unknot_refused_total', { limit: which });
    return refuse(c, 429, 'busy', { 'Retry-After': String(seconds) });
  }

  function clientOfRequest(c: Context<Env>): string {
    const said = settings.trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
    return clientOf(said || c.env.incoming.socket.remoteAddress || '');
  }

  door.use(async (c, next) => {
    const begun = mono();
    c.header('Cache-Control', 'no-store');
    c.header('Unknot-Protocol', String(PROTOCOL_VERSION));
    const wait = requests?.take(clientOfRequest(c)) ?? true;
    if (wait !== true) return tooMany(c, 'requests', wait);
    await next();
    const route = c.req.routePath;
    metrics.count('unknot_answers_total', { route, status: `${Math.floor(c.res.status / 100)}xx` });
    if (route !== '/api/log/live') metrics.took(route, (mono() - begun) / 1000);
  });

  door.on(['POST', 'PUT'], '*', (c, next) => withRoom(c, next));

  door.onError((trouble, c) => {
    if (trouble instanceof StoreFull) return refuse(c, 507, 'full');
    metrics.count('unknot_store_trouble_total');
    return refuse(c, 503, 'busy', { 'Retry-After': '5' });
  });

  /** The routes of a log need its id and token. */
  async function owner(c: Context<Env>, next: () => Promise<void>): Promise<Response | undefined> {
    const credential = readAuthorization(c.req.header('Authorization') ?? '');
    if (!credential) return refuse(c, 401, 'unsigned', { 'WWW-Authenticate': 'Unknot' });
    c.set('who', { log: credential.logId, proof: createHash('sha256').update(credential.token).digest() });
    await next();
    return undefined;
  }

  /** Many large bodies at once must not fill the memory: those who come too many wait outside. */
  async function withRoom(c: Context<Env>, next: () => Promise<void>): Promise<Response | undefined> {
    const size = sizeAhead(c.req);
    const client = clientOfRequest(c);
    const own = () => underWay.get(client) ?? 0;
    if (allUnderWay + size > MOST_BYTES_UNDER_WAY || own() + size > MOST_BYTES_OF_CLIENT) {
      metrics.count('unknot_refused_total', { limit: 'bytes' });
      return refuse(c, 503, 'busy', { 'Retry-After': '1', Connection: 'close' });
    }
    allUnderWay += size;
    underWay.set(client, own() + size);
    try {
      await next();
      return undefined;
    } finally {
      allUnderWay -= size;
      if (own() > size) underWay.set(client, own() - size);
      else underWay.delete(client);
    }
  }

  async function bodyOf(c: Context<Env>, mostBytes: number): Promise<Buffer | Response> {
    const body: Body = await readBody(c.env.incoming, mostBytes);
    if (body === 'too-large') return refuse(c, 413, 'too-large', { Connection: 'close' });
    return body === 'cut' ? refuse(c, 400, 'cut') : body;
  }

  const isResponse = (value: Buffer | Response): value is Response => value instanceof Response;

  // ---- about the server ----------------------------------------------------------------------------------------------

  door.get('/health', async (c) => {
    await store.position(NO_LOG);
    return c.json({ status: 'ok' });
  });

  door.get('/openapi.json', (c) => c.json(openapi));

  door.get('/capabilities', (c) =>
    c.json({
      sync: {
        version: PROTOCOL_VERSION,
        registration: settings.invites.length > 0 ? 'invite' : 'open',
        quotaBytes: settings.quotaBytes,
      },
      share: { longestDays: SHARE_DAYS, mostViews: SHARE_VIEWS, largestBytes: SHARE_BYTES },
      reminders: { publicKey: reminding.publicKey },
      calendar: settings.calendar,
      feed: true,
    }),
  );

  // ---- a log ---------------------------------------------------------------------------------------------------------

  door.put('/log', owner, async (c) => {
    const who = c.get('who');
    const looked = await store.look(who);
    if (looked.kind === 'there') return c.json({ head: cursorText(looked.head) });
    if (looked.kind !== 'absent') return refused(c, looked);
    if (settings.invites.length > 0 && !settings.invites.includes(c.req.header('Unknot-Invite') ?? ''))
      return refuse(c, 428, 'invite');
    const wait = newLogs?.take(clientOfRequest(c)) ?? true;
    if (wait !== true) return tooMany(c, 'new-logs', wait);
    if ((await size.logs()) >= settings.mostLogs) return refuse(c, 507, 'full');
    const made = await store.create(who);
    if (made.kind !== 'created' && made.kind !== 'there') return refused(c, made);
    return c.json({ head: cursorText(BEGINNING) }, 201);
  });

  door.get('/log', owner, async (c) => {
    const looked = await store.look(c.get('who'));
    if (looked.kind !== 'there') return refused(c, looked);
    return c.json({ head: cursorText(looked.head), bytes: looked.bytes, quotaBytes: settings.quotaBytes });
  });

  door.delete('/log', owner, async (c) => {
    const closed = await store.giveUp(c.get('who'));
    return closed.kind === 'closed' ? c.body(null, 204) : refused(c, closed);
  });

  door.post('/log/envelopes', owner, async (c) => {
    const body = await bodyOf(c, BATCH_LIMIT);
    if (isResponse(body)) return body;
    const batch = readBatch(body);
    if (!batch) return refuse(c, 400, 'malformed');
    const answer = await store.append(c.get('who'), batch, settings.quotaBytes);
    if (answer.kind === 'quota') return refuse(c, 507, 'quota');
    if (answer.kind !== 'appended') return refused(c, answer);
    metrics.count('unknot_envelopes_total', {}, answer.added);
    metrics.count('unknot_envelope_bytes_total', {}, body.length);
    return c.json({ before: cursorText(answer.before), after: cursorText(answer.after), added: answer.added });
  });

  door.get('/log/envelopes', owner, async (c) => {
    const after = c.req.query('after') === undefined ? BEGINNING : cursorOfText(c.req.query('after') ?? '');
    const most = readCount(c.req.query('limit') ?? '200', MOST_PAGE);
    if (!after || !most) return refuse(c, 400, 'malformed');
    const page = await store.read(c.get('who'), after, most);
    if (page.kind === 'unknown-cursor') return refuse(c, 409, 'unknown-cursor');
    if (page.kind !== 'page') return refused(c, page);
    return c.body(pageBytes(page.frames, page.cursor, page.more), 200, { 'Content-Type': PAGE_TYPE });
  });

  door.get('/log/live', owner, async (c) => {
    const looked = await store.look(c.get('who'));
    if (looked.kind !== 'there') return refused(c, looked);
    const stream = live.listen(c.get('who').log);
    if (!stream) return tooMany(c, 'listeners', 60);
    return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  });

  // ---- shares --------------------------------------------------------------------------------------------------------

  door.put('/shares/:id', owner, async (c) => {
    const id = fromText(c.req.param('id') ?? '', ID_BYTES);
    const [days, views] = [readCount(c.req.query('days'), SHARE_DAYS), readCount(c.req.query('views'), SHARE_VIEWS)];
    if (!id || !days || !views) return refuse(c, 400, 'malformed');
    const contents = await bodyOf(c, SHARE_BYTES);
    if (isResponse(contents)) return contents;
    const envelope = readEnvelope(contents);
    if (!envelope || !Buffer.from(envelope.id).equals(id)) return refuse(c, 400, 'malformed');
    return done(
      c,
      await store.putShare(c.get('who'), { id, contents, until: now() + days * DAY_MS, views }, MOST_SHARES),
    );
  });

  door.get('/shares/:id/views', owner, async (c) => {
    const id = fromText(c.req.param('id') ?? '', ID_BYTES);
    return id ? c.json({ left: await store.shareViews(c.get('who'), id, now()) }) : refuse(c, 400, 'malformed');
  });

  door.delete('/shares/:id', owner, async (c) => {
    const id = fromText(c.req.param('id') ?? '', ID_BYTES);
    if (!id) return refuse(c, 400, 'malformed');
    await store.removeShare(c.get('who'), id);
    return c.body(null, 204);
  });

  door.post('/shares/:id/open', async (c) => {
    const id = fromText(c.req.param('id') ?? '', ID_BYTES);
    const contents = id && (await store.openShare(id, now()));
    if (!contents) return refuse(c, 404, 'absent');
    return c.body(new Uint8Array(contents), 200, { 'Content-Type': 'application/octet-stream' });
  });

  // ---- reminders -----------------------------------------------------------------------------------------------------

  door.on(['PUT', 'DELETE'], '/log/reminders/:device', owner, async (c) => {
    const device = c.req.param('device') ?? '';
    if (!/^[\w-]{1,64}$/.test(device)) return refuse(c, 400, 'malformed');
    const none = { endpoint: '', p256dh: '', auth: '', times: [] };
    const body = c.req.method === 'PUT' ? await bodyOf(c, REMINDERS_BYTES) : null;
    if (body && isResponse(body)) return body;
    const asked = body ? readReminders(body) : none;
    if (!asked) return refuse(c, 400, 'malformed');
    return done(c, await store.setReminders(c.get('who'), device, asked, asked.times, MOST_DEVICES));
  });

  // ---- calendars -----------------------------------------------------------------------------------------------------

  door.on(['PUT', 'DELETE'], '/feeds/:id', owner, async (c) => {
    const id = fromText(c.req.param('id') ?? '', FEED_ID_BYTES);
    if (!id) return refuse(c, 400, 'malformed');
    if (c.req.method === 'DELETE') {
      await store.removeFeed(c.get('who'), id);
      return c.body(null, 204);
    }
    const body = await bodyOf(c, FEED_BYTES);
    if (isResponse(body)) return body;
    const calendar = body.toString();
    if (!isCalendar(calendar)) return refuse(c, 400, 'malformed');
    return done(c, await store.putFeed(c.get('who'), id, calendar, MOST_FEEDS));
  });

  door.post('/calendar', async (c) => {
    if (!settings.calendar) return refuse(c, 404, 'absent');
    const wait = trips.take(clientOfRequest(c));
    if (wait !== true) return tooMany(c, 'calendar', wait);
    const body = await bodyOf(c, 4096);
    if (isResponse(body)) return body;
    const address = readAddress(body);
    if (!address) return refuse(c, 400, 'malformed');
    const answer = await outside(address, {
      method: 'GET',
      headers: { Accept: 'text/calendar' },
      mostBytes: CALENDAR_BYTES,
      mostMs: 10_000,
      mostRedirects: 3,
    });
    if (answer.kind === 'refused') return refuse(c, 400, 'refused');
    if (answer.kind === 'too-large') return refuse(c, 502, 'too-large');
    if (answer.kind !== 'answer' || answer.status !== 200) return refuse(c, 502, 'unreachable');
    const calendar = Buffer.from(answer.bytes).toString();
    return isCalendar(calendar) ? c.json({ text: calendar }) : refuse(c, 502, 'no-calendar');
  });

  door.all('*', (c) => refuse(c, 404, 'absent'));
  return door;
}

/** The bytes that a request may still bring. Without a length and without pieces there is no body (RFC 9112 §6.3). */
function sizeAhead(request: HonoRequest): number {
  if (request.header('Transfer-Encoding')) return BATCH_LIMIT;
  return Math.min(Number(request.header('Content-Length') ?? 0) || 0, BATCH_LIMIT);
}

/** The address that calendar programs ask: `/feed/ID.ics`. Null when there is none. */
export async function feedText(store: Store, path: string): Promise<string | null> {
  const [, id = ''] = /^\/feed\/([\w-]+)\.ics$/.exec(path) ?? [];
  const bytes = fromText(id, FEED_ID_BYTES);
  return bytes && store.readFeed(bytes);
}
