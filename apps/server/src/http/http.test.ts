import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { appFile } from '../files/index.ts';
import { app, type RequestLine } from './index.ts';

const HTML = '<!doctype html><title>Unknot</title>'.padEnd(2000, ' ');
const contents: Record<string, string> = {
  '/index.html': HTML,
  '/sw.js': 'self.skipWaiting;',
  '/manifest.webmanifest': '{}',
  '/assets/main-B7kq2x9d.js': 'export const knot = 1;'.repeat(100),
  '/assets/body-C_7-x2Qd.webp': 'RIFF',
  '/icon-192.png': 'PNG',
  '/silence.wav': 'RIFF',
};
const files = new Map(
  Object.entries(contents).map(([path, text]) => [path, appFile(path, new TextEncoder().encode(text))]),
);
const door = app(files);
const get = (path: string, headers: Record<string, string> = {}) => door.request(path, { headers });

describe('the app is served', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/assets/body-C_7-x2Qd.webp', 'image/webp'],
    ['/silence.wav', 'audio/wav'],
  ])('%s has the type %s', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
  });

  test.each(['/check', '/plan/', '/muscle/levator-scapulae'])('the room %s opens the app', async (path) => {
    expect(await (await get(path)).text()).toBe(HTML);
  });

  test('HEAD answers with the headers of GET and no body', async () => {
    const response = await door.request('/sw.js', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Length')).toBe(String(contents['/sw.js']?.length));
    expect(await response.text()).toBe('');
  });

  test('health is one small answer that nobody keeps', async () => {
    const response = await get('/healthz');
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('nothing else is served', () => {
  test.each([
    '/assets/gone-B7kq2x9d.js',
    '/index.html.bak',
    '/.env',
    '/../../etc/passwd.txt',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/..\\..\\etc\\passwd',
    '/assets/%00',
    '/%',
    '/check/<script>',
  ])('%s is not found', async (path) => {
    // a Request would tidy the dots away, as a browser does; a rude client does not
    const response = await door.fetch({ ...requestOf(path) } as Request);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('There is nothing here.');
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const response = await door.request('/', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
  });

  const requestOf = (path: string) => ({
    url: `http://localhost${path}`,
    method: 'GET',
    headers: new Headers(),
  });
});

describe('what the browser may do', () => {
  test.each(['/', '/sw.js', '/healthz', '/gone.js', '/assets/main-B7kq2x9d.js'])(
    '%s carries every guard',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('Content-Security-Policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
          "media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
          "form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headers.get('Permissions-Policy')).toMatch(
        /^screen-wake-lock=\(self\), microphone=\(self\)(, [a-z-]+=\(\))+$/,
      );
    },
  );

  test('the service worker cannot be pushed out of its place: no cookie, no other origin is ever named', async () => {
    const { headers } = await get('/sw.js');
    expect(headers.get('Set-Cookie')).toBeNull();
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('what the browser may keep', () => {
  test('a file with a hash in its name is kept for ever', async () => {
    const { headers } = await get('/assets/main-B7kq2x9d.js');
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/', '/check', '/sw.js', '/manifest.webmanifest', '/icon-192.png'])(
    '%s is asked for again',
    async (path) => {
      expect((await get(path)).headers.get('Cache-Control')).toBe('no-cache');
    },
  );

  test('an unchanged file is not sent twice', async () => {
    const etag = (await get('/')).headers.get('ETag') ?? '';
    const again = await get('/', { 'If-None-Match': `"other", ${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get('/', { 'If-None-Match': '"other"' })).status).toBe(200);
  });
});

describe('text travels small', () => {
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
    ['GZIP', 'gzip', gunzipSync],
  ] as const)('a browser that takes "%s" gets %s', async (accepted, encoding, open) => {
    const response = await get('/', { 'Accept-Encoding': accepted });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    const body = await bytesOf(response);
    expect(response.headers.get('Content-Length')).toBe(String(body.length));
    expect(body.length).toBeLessThan(HTML.length);
    expect(open(body).toString()).toBe(HTML);
  });

  test.each(['', 'identity', 'zstd'])('a browser that takes "%s" gets it plain', async (accepted) => {
    const response = await get('/', { 'Accept-Encoding': accepted });
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(await response.text()).toBe(HTML);
  });

  test('pictures are small already', async () => {
    const response = await get('/icon-192.png', { 'Accept-Encoding': 'br' });
    expect(response.headers.get('Content-Encoding')).toBeNull();
  });
});

test('the log knows method, status and time, and nothing about who asked for what', async () => {
  const lines: RequestLine[] = [];
  const logged = app(files, (line) => lines.push(line));
  await logged.request('/check?pain=8', { headers: { 'User-Agent': 'Somebody', 'X-Forwarded-For': '192.0.2.1' } });
  expect(lines).toEqual([{ event: 'request', method: 'GET', status: 200, milliseconds: expect.any(Number) }]);
});

test('a fault inside answers 500 without telling what happened', async () => {
  const broken = new Map(files);
  broken.get = () => {
    throw new Error('secret path /home/anna');
  };
  const lines: RequestLine[] = [];
  const response = await app(broken, (line) => lines.push(line)).request('/');
  expect(response.status).toBe(500);
  expect(await response.text()).toBe('Something went wrong here.');
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(lines[0]?.event).toBe('error');
});
