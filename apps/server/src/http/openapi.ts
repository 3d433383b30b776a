// The description of the API for other programs (OpenAPI 3.1). packages/sync/PROTOCOL.md says what the bytes mean.

const LOG = [{ log: [] }];
const json = (properties: Record<string, object>) => ({
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});
const bytes = (type: string) => ({ content: { [type]: { schema: { type: 'string', format: 'binary' } } } });
const text = { type: 'string' };
const number = { type: 'integer' };
const nullable = (type: string) => ({ type: [type, 'null'] });
const inPath = (name: string, description: string) => ({ name, in: 'path', required: true, description, schema: text });
const inQuery = (name: string, description: string, required = true) => ({
  name,
  in: 'query',
  required,
  description,
  schema: text,
});

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request is not of the described shape.',
  401: 'The Authorization header is missing or malformed.',
  403: 'The log is there, and this is not its token.',
  404: 'There is nothing here.',
  409: 'The cursor belongs to another past: begin again from the beginning.',
  410: 'The log was given up for another.',
  413: 'The body is too large.',
  428: 'This server takes only invited people.',
  429: 'Too many requests; Retry-After says when to come again.',
  502: 'The other server gave no calendar.',
  503: 'The store cannot be reached; come again.',
  507: 'There is no room left.',
};

function operation(summary: string, good: Record<number, object>, refusals: readonly number[], rest: object = {}) {
  const responses: Record<string, object> = {};
  for (const [status, content] of Object.entries(good)) responses[status] = { description: summary, ...content };
  for (const status of [...refusals, 429, 503])
    responses[status] = { description: REFUSALS[status], ...json({ error: text }) };
  return { summary, responses, ...rest };
}

const owned = { security: LOG };
const body = (content: object) => ({ requestBody: { required: true, ...content } });
const OWNER = [401, 403, 404, 410] as const;
const shareId = inPath('id', '16 bytes as base64url');
const feedId = inPath('id', '32 bytes as base64url');
const device = inPath('device', 'A name of up to 64 letters, digits, - and _');

export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Unknot sync',
    version: '1',
    description:
      'Keeps sealed envelopes for devices. The server cannot open them; packages/sync/PROTOCOL.md says how devices do.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      log: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Unknot ` and the log id and token, 48 bytes as base64url',
      },
    },
  },
  paths: {
    '/api/health': { get: operation('The server and its store are at work.', { 200: json({ status: text }) }, []) },
    '/api/openapi.json': { get: operation('This description.', { 200: json({ openapi: text }) }, []) },
    '/api/capabilities': {
      get: operation(
        'What this server does.',
        {
          200: json({
            sync: { type: 'object' },
            share: { type: 'object' },
            reminders: { type: 'object' },
            calendar: { type: 'boolean' },
            feed: { type: 'boolean' },
          }),
        },
        [],
      ),
    },
    '/api/log': {
      put: operation(
        'Makes a log if it is not there.',
        { 200: json({ head: text }), 201: json({ head: text }) },
        [401, 403, 410, 428, 507],
        {
          ...owned,
          parameters: [{ name: 'Unknot-Invite', in: 'header', required: false, schema: text }],
        },
      ),
      get: operation(
        'Where a log stands.',
        { 200: json({ head: text, bytes: number, quotaBytes: number }) },
        OWNER,
        owned,
      ),
      delete: operation('Gives a log up and deletes everything of it.', { 204: {} }, OWNER, owned),
    },
    '/api/log/envelopes': {
      post: operation(
        'Keeps the envelopes of a batch that are new; on the disk before the answer.',
        { 200: json({ before: text, after: text, added: number }) },
        [400, ...OWNER, 413, 507],
        { ...owned, ...body(bytes('application/vnd.unknot.batch')) },
      ),
      get: operation('Envelopes after a cursor.', { 200: bytes('application/vnd.unknot.page') }, [400, ...OWNER, 409], {
        ...owned,
        parameters: [
          inQuery('after', 'A cursor; without it from the beginning', false),
          inQuery('limit', '1 to 1000 envelopes', false),
        ],
      }),
    },
    '/api/log/live': {
      get: operation(
        'Positions as server-sent events: at once, at every growth, and every half minute.',
        { 200: { content: { 'text/event-stream': { schema: text } } } },
        OWNER,
        owned,
      ),
    },
    '/api/log/reminders/{device}': {
      put: operation(
        'Sets when a device is to be woken, instead of what it asked before.',
        { 204: {} },
        [400, ...OWNER, 413, 507],
        {
          ...owned,
          parameters: [device],
          ...body(
            json({
              endpoint: text,
              p256dh: text,
              auth: text,
              times: {
                type: 'array',
                maxItems: 200,
                items: { type: 'object', properties: { at: number, tag: text }, required: ['at', 'tag'] },
              },
            }),
          ),
        },
      ),
      delete: operation('Forgets a device.', { 204: {} }, [400, ...OWNER], { ...owned, parameters: [device] }),
    },
    '/api/shares/{id}': {
      put: operation('Keeps a sealed share for some days and views.', { 204: {} }, [400, ...OWNER, 413, 507], {
        ...owned,
        parameters: [shareId, inQuery('days', '1 to 30'), inQuery('views', '1 to 100')],
        ...body(bytes('application/octet-stream')),
      }),
      delete: operation('Takes a share back.', { 204: {} }, [400, 401], { ...owned, parameters: [shareId] }),
    },
    '/api/shares/{id}/views': {
      get: operation(
        'Views that are left; null when it is over.',
        { 200: json({ left: nullable('integer') }) },
        [400, 401],
        { ...owned, parameters: [shareId] },
      ),
    },
    '/api/shares/{id}/open': {
      post: operation('The sealed contents; counts as one view.', { 200: bytes('application/octet-stream') }, [404], {
        parameters: [shareId],
      }),
    },
    '/api/feeds/{id}': {
      put: operation(
        'Publishes a calendar at /feed/{id}.ics. The server can read it.',
        { 204: {} },
        [400, ...OWNER, 413, 507],
        {
          ...owned,
          parameters: [feedId],
          ...body({ content: { 'text/calendar': { schema: text } } }),
        },
      ),
      delete: operation('Takes a calendar away.', { 204: {} }, [400, 401], { ...owned, parameters: [feedId] }),
    },
    '/api/calendar': {
      post: operation(
        'Fetches a calendar from elsewhere, where the owner of the server allows it.',
        { 200: json({ text }) },
        [400, 404, 413, 502],
        body(json({ address: text })),
      ),
    },
  },
} as const;
