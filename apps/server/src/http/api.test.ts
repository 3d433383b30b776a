import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createLine } from 'node:net';
import { capabilitiesOf, fetchShare, type SyncStatus, serverAt, startExchange } from '@unknot/sync/client';
import { keysOf, newPhrase, openShare, readPhrase, sealShare } from '@unknot/sync/crypto';
import { BEGINNING, batchBytes, readPage, toText } from '@unknot/sync/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chance, letter } from '../store/suite.test-support.ts';
import { api } from './api.ts';
import { openapi } from './openapi.ts';
import { type ServerForTests, serverForTests, signer } from './server.test-support.ts';

let server: ServerForTests;
beforeAll(async () => {
  server = await serverForTests();
});
afterAll(() => server.stop());

const status = async (answer: Promise<Response>) => (await answer).status;

describe('a device', () => {
  test('makes a log, tells it something, and another reads it', async () => {
    const me = signer(server.base);
    expect(await status(me.ask('GET', '/log'))).toBe(404);
    expect(await status(me.ask('PUT', '/log'))).toBe(201);
    expect(await status(me.ask('PUT', '/log'))).toBe(200);
    const told = await (await me.append(...me.letters(0, 3))).json();
    expect(told).toMatchObject({ added: 3 });
    expect(await (await me.append(...me.letters(0, 3))).json()).toEqual({
      before: told.after,
      after: told.after,
      added: 0,
    });
    const page = readPage(new Uint8Array(await (await me.ask('GET', '/log/envelopes')).arrayBuffer()));
    expect(page?.envelopes.map((one) => Buffer.from(one))).toEqual(me.letters(0, 3).map((one) => Buffer.from(one)));
    expect(await status(me.ask('GET', `/log/envelopes?after=${told.after}`))).toBe(200);
    expect(await status(me.ask('GET', '/log/envelopes?after=2.AAAAAAAAAAA'))).toBe(409);
    expect(await (await me.ask('GET', '/log')).json()).toMatchObject({ head: told.after });
  });

  test('with the wrong token, with none, or of a log that was given up is refused', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const thief = signer(server.base, { logId: me.credential.logId, token: chance(32) });
    for (const [method, path] of [
      ['GET', '/log'],
      ['PUT', '/log'],
      ['DELETE', '/log'],
      ['GET', '/log/envelopes'],
      ['GET', '/log/live'],
    ] as const) {
      expect(await status(thief.ask(method, path)), path).toBe(403);
      expect((await fetch(`${server.base}/api${path}`, { method })).status, path).toBe(401);
    }
    expect(await status(thief.append(letter(1)))).toBe(403);
    expect(await status(me.ask('DELETE', '/log'))).toBe(204);
    expect(await status(me.ask('PUT', '/log'))).toBe(410);
    expect(await status(me.append(letter(1)))).toBe(410);
  });

  test('hears at once when another tells something', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const live = await me.ask('GET', '/log/live');
    const reader = live.body?.getReader();
    const text = new TextDecoder();
    let heard = '';
    const hear = async () => {
      heard += text.decode((await reader?.read())?.value);
    };
    await hear();
    expect(heard).toBe('data: 0\n\n');
    await me.append(...me.letters(0, 5));
    await hear();
    expect(heard).toBe('data: 0\n\ndata: 5\n\n');
    await reader?.cancel();
  });

  test('two real devices end with the same diary, and the server never sees a word of it', async () => {
    const phrase = newPhrase(chance);
    const read = readPhrase(phrase);
    if (read.kind !== 'phrase') throw new Error('our phrase must be one');
    const keys = keysOf(read.entropy);
    const devices = ['phone', 'laptop'].map((name) => {
      let entries = [{ id: `${name}-1`, text: `${name}: levator scapulae hurts`, imported: false }];
      let last: SyncStatus | undefined;
      const wire = serverAt({ base: server.base, credential: keys, fetch: (address, init) => fetch(address, init) });
      const running = startExchange(
        keys,
        {
          entries: () => entries,
          add: async (more) => {
            entries = [...entries, ...more.filter(({ id }) => !entries.some((one) => one.id === id))];
            return true;
          },
          progress: async () => null,
          keep: async () => {},
          forget: async () => {},
        },
        wire,
        {
          now: Date.now,
          wait: (ms, then) => {
            const timer = setTimeout(then, ms);
            return () => clearTimeout(timer);
          },
          roll: () => 0.5,
          chance,
        },
        (now) => {
          last = now;
        },
      );
      return { running, wire, ids: () => entries.map(({ id }) => id).sort(), status: () => last };
    });
    await expect
      .poll(() => devices.map((device) => device.ids()), { timeout: 10_000 })
      .toEqual([
        ['laptop-1', 'phone-1'],
        ['laptop-1', 'phone-1'],
      ]);
    await expect.poll(() => devices[0]?.status()?.kind).toBe('in-step');
    const { readFileSync, readdirSync } = await import('node:fs');
    for (const file of readdirSync(`${server.folder}/data`)) {
      const disk = readFileSync(`${server.folder}/data/${file}`);
      for (const secret of ['levator', 'phone-1', phrase]) expect(disk.includes(secret), file).toBe(false);
      for (const key of [keys.token, keys.entryKey, keys.nameKey, keys.backupKey])
        expect(disk.includes(Buffer.from(key)), file).toBe(false);
    }
    const otherWords = keysOf(chance(16));
    const stranger = serverAt({
      base: server.base,
      credential: otherWords,
      fetch: (address, init) => fetch(address, init),
    });
    expect(await stranger.look(), 'other words are a log that is not there').toEqual({
      kind: 'failed',
      because: 'unknown-log',
    });
    expect(await devices[0]?.wire.remove()).toEqual({ kind: 'done' });
    expect(await devices[1]?.wire.look()).toEqual({ kind: 'failed', because: 'moved' });
    for (const { running } of devices) running.stop();
  });
});

describe('sharing, reminders and calendars', () => {
  test('a share can be opened with the link as often as was said, and taken back', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const wire = serverAt({
      base: server.base,
      credential: me.credential,
      fetch: (address, init) => fetch(address, init),
    });
    const share = sealShare('{"drawing":1}', chance);
    expect(await wire.share(share.id, share.bytes, 7, 2)).toEqual({ kind: 'done' });
    const got = await fetchShare(server.base, share.id, (address, init) => fetch(address, init));
    expect(got.kind === 'sealed' && openShare(share.id, share.fragment, got.bytes)).toBe('{"drawing":1}');
    expect(await wire.shareViews(share.id)).toEqual({ kind: 'views', left: 1 });
    expect(await wire.unshare(share.id)).toEqual({ kind: 'done' });
    expect(await fetchShare(server.base, share.id, (address, init) => fetch(address, init))).toEqual({ kind: 'gone' });
    for (const [id, days, views] of [
      ['x', 1, 1],
      [share.id, 31, 1],
      [share.id, 1, 101],
      [toText(chance(16)), 1, 1],
    ] as const)
      expect(await wire.share(id, share.bytes, days, views)).toMatchObject({ kind: 'failed' });
  });

  test('reminders are taken in one shape only', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const good = {
      endpoint: 'https://push.example/1',
      p256dh: toText(chance(65)),
      auth: toText(chance(16)),
      times: [{ at: 5, tag: 'a.1' }],
    };
    const put = (body: unknown) => status(me.ask('PUT', '/log/reminders/phone', JSON.stringify(body)));
    expect(await put(good)).toBe(204);
    for (const wrong of [
      { endpoint: 'javascript:alert(1)' },
      { p256dh: 'x' },
      { auth: '' },
      { times: 'soon' },
      { times: [{ at: 5, tag: 'Ask about your neck' }] },
      { times: [{ at: 1.5, tag: 'a' }] },
      { times: Array(201).fill({ at: 5, tag: 'a' }) },
    ])
      expect(await put({ ...good, ...wrong }), JSON.stringify(wrong).slice(0, 50)).toBe(400);
    expect(await status(me.ask('PUT', '/log/reminders/my%20phone', JSON.stringify(good)))).toBe(400);
    expect(await status(me.ask('DELETE', '/log/reminders/phone'))).toBe(204);
  });

  test('a feed is read by whoever knows its address', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const id = toText(chance(32));
    const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    expect(await status(me.ask('PUT', `/feeds/${id}`, calendar))).toBe(204);
    const answer = await fetch(`${server.base}/feed/${id}.ics`);
    expect([await answer.text(), answer.headers.get('Content-Type')]).toEqual([
      calendar,
      'text/calendar; charset=utf-8',
    ]);
    expect(await status(me.ask('PUT', `/feeds/${id}`, '<script>'))).toBe(400);
    expect(await status(me.ask('DELETE', `/feeds/${id}`))).toBe(204);
    expect((await fetch(`${server.base}/feed/${id}.ics`)).status).toBe(404);
  });

  test('the calendar door does not lead into this network, and can be closed', async () => {
    const secret = createServer((_, answer) => answer.end('BEGIN:VCALENDAR\r\nsecret'));
    await new Promise<void>((listening) => secret.listen(0, '127.0.0.1', listening));
    const { port } = secret.address() as AddressInfo;
    const ask = (address: string, base = server.base) =>
      fetch(`${base}/api/calendar`, { method: 'POST', body: JSON.stringify({ address }) });
    for (const address of [
      `http://127.0.0.1:${port}/`,
      `webcal://localhost:${port}/`,
      'https://[::1]/',
      'file:///etc/passwd',
    ])
      expect(await status(ask(address)), address).toBe(400);
    secret.close();
    const closed = await serverForTests({ calendar: false });
    expect(await status(ask('https://calendar.example/', closed.base))).toBe(404);
    expect(await capabilitiesOf(closed.base, (address, init) => fetch(address, init))).toMatchObject({
      calendar: false,
    });
    await closed.stop();
  });
});

describe('limits', () => {
  test('an invite-only server takes people with the word only; those who are in stay in', async () => {
    const closed = await serverForTests({ invites: ['walnut'] });
    const me = signer(closed.base);
    expect(await status(me.ask('PUT', '/log'))).toBe(428);
    expect(await status(me.ask('PUT', '/log', undefined, { 'Unknot-Invite': 'hazelnut' }))).toBe(428);
    expect(await status(me.ask('PUT', '/log', undefined, { 'Unknot-Invite': 'walnut' }))).toBe(201);
    expect(await status(me.ask('PUT', '/log'))).toBe(200);
    await closed.stop();
  });

  test('of three hundred logs that one client asks for it gets twenty (of ten thousand too: limits.test.ts)', async () => {
    const small = await serverForTests();
    const answers: number[] = [];
    for (let n = 0; n < 3; n++)
      answers.push(
        ...(await Promise.all(Array.from({ length: 100 }, () => status(signer(small.base).ask('PUT', '/log'))))),
      );
    expect(answers.filter((one) => one === 201)).toHaveLength(20);
    expect(answers.filter((one) => one === 429)).toHaveLength(280);
    await small.stop();
  }, 60_000);

  test('one client asks only so often, and is told when to come again', async () => {
    const slow = await serverForTests({ requestsPerSecond: 1 });
    const answers = await Promise.all(Array.from({ length: 15 }, () => fetch(`${slow.base}/api/capabilities`)));
    expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThanOrEqual(4);
    expect(answers.find((answer) => answer.status === 429)?.headers.get('Retry-After')).toBe('1');
    expect((await fetch(`${slow.base}/check`)).status).toBe(200);
    await slow.stop();
  });

  test('behind a proxy it is the address that the proxy names that counts, and only then', async () => {
    const proxied = await serverForTests({ requestsPerSecond: 1, trustProxy: true });
    const from = (address: string) =>
      status(fetch(`${proxied.base}/api/capabilities`, { headers: { 'X-Forwarded-For': address } }));
    const many = await Promise.all(Array.from({ length: 40 }, (_, n) => from(`9.9.9.9, 192.0.2.${n}`)));
    expect(new Set(many)).toEqual(new Set([200]));
    const one = await Promise.all(Array.from({ length: 15 }, () => from('192.0.2.99')));
    expect(one).toContain(429);
    await proxied.stop();
  });

  test('no log grows beyond its quota, no store beyond its logs', async () => {
    const small = await serverForTests({ quotaBytes: 1000, mostLogs: 1, newLogsPerDay: 0 });
    const me = signer(small.base);
    await me.ask('PUT', '/log');
    expect(await status(me.append(...me.letters(0, 5)))).toBe(200);
    expect(await status(me.append(...me.letters(5, 15)))).toBe(507);
    await expect.poll(() => status(signer(small.base).ask('PUT', '/log')), { timeout: 8000 }).toBe(507);
    await small.stop();
  });
});

describe('what a server tells of itself', () => {
  test('health, and metrics for this machine only', async () => {
    expect(await (await fetch(`${server.base}/api/health`)).json()).toEqual({ status: 'ok' });
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    await me.append(letter(1));
    const text = await (await fetch(`${server.base}/metrics`)).text();
    expect(text).toMatch(/^unknot_answers_total\{route="\/api\/log\/envelopes",status="2xx"\} \d+$/m);
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[^}]+\})? [\d.e-]+)$/);
    expect(text).not.toContain(toText(me.credential.logId));
    expect(text).not.toContain('127.0.0.1');
    const forOther = await fetch(`${server.base}/metrics`, { headers: { 'X-Forwarded-For': '192.0.2.1' } });
    expect(forOther.status).toBe(404);
  });

  test('its description names every route, and no other', () => {
    const routes = api({ settings: { requestsPerSecond: 0, newLogsPerDay: 0, invites: [] } } as never).routes;
    const real = new Set(
      routes
        .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
        .map(({ method, path }) => `${method} /api${path.replace(/:(\w+)/g, '{$1}')}`),
    );
    const told = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...real].sort()).toEqual(told.sort());
  });

  test('every answer carries the guards, and none sets a cookie or is kept', async () => {
    for (const path of ['/api/capabilities', '/api/log', '/api/nothing', '/metrics', '/feed/x.ics']) {
      const { headers } = await fetch(server.base + path);
      expect(headers.get('Content-Security-Policy'), path).toContain("default-src 'none'");
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
      expect(headers.get('Set-Cookie'), path).toBeNull();
      expect(headers.get('Access-Control-Allow-Origin'), path).toBeNull();
      expect(headers.get('Cache-Control') ?? 'no-store', path).toBe('no-store');
    }
  });

  test('the log knows method, status and time of a device too: no address, no log, no path', async () => {
    const lines: string[] = [];
    const { log } = console;
    console.log = (line: string) => lines.push(line);
    const loud = await serverForTests({}, { logRequests: true });
    const me = signer(loud.base);
    await me.ask('PUT', '/log');
    await me.append(letter(1));
    await me.ask('GET', `/shares/${toText(chance(16))}/views`);
    console.log = log;
    await loud.stop();
    expect(lines).toHaveLength(3);
    for (const line of lines)
      expect(Object.keys(JSON.parse(line)).sort()).toEqual(['event', 'method', 'milliseconds', 'status']);
  });
});

describe('rude clients', () => {
  const raw = (text: string | Buffer, port = server.port) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let got = '';
      socket.on('data', (piece) => {
        got += piece;
      });
      socket.once('close', () => resolve(got));
      socket.once('error', () => resolve(got));
      socket.write(text);
      setTimeout(() => socket.destroy(), 300);
    });

  test('a body of 100 MB is refused before it is read', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const head = (length: string) =>
      `POST /api/log/envelopes HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorizationOf(me)}\r\n${length}\r\n\r\n`;
    expect(await raw(head('Content-Length: 104857600'))).toMatch(/^HTTP\/1.1 413/);
    const before = process.memoryUsage.rss();
    const endless = Buffer.concat([
      Buffer.from(head('Transfer-Encoding: chunked')),
      Buffer.from(`6400000\r\n`),
      Buffer.alloc(4 * 1024 * 1024),
    ]);
    expect(await raw(endless)).toMatch(/^HTTP\/1.1 413/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(60e6);
    expect(await status(me.append(letter(1)))).toBe(200);
  });

  test('large bodies that never end neither fill the memory nor shut others out', async () => {
    const full = await serverForTests({ trustProxy: true });
    const head = `POST /api/log/envelopes HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorizationOf(signer(''))}\r\nContent-Length: 2097152\r\n\r\n`;
    const sockets = Array.from({ length: 8 }, () => connect(full.port, '127.0.0.1'));
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.write(head);
    }
    const me = signer(full.base);
    const from = (address: string) =>
      status(me.ask('POST', '/log/envelopes', batchBytes([letter(1)]), { 'X-Forwarded-For': address }));
    await expect.poll(() => from('127.0.0.1')).toBe(503);
    expect(await from('192.0.2.7')).toBe(404);
    // what brings no body takes no room
    const bare = `PUT /api/log HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorizationOf(me)}\r\n\r\n`;
    expect(await raw(bare, full.port)).toMatch(/^HTTP\/1.1 201/);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => from('127.0.0.1')).toBe(200);
    await full.stop();
  });

  test('whoever sends one byte now and then is hung up on', async () => {
    const strict = await serverForTests(
      {},
      { patience: { headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 } },
    );
    const closed = await Promise.all(
      [
        'GET /api/log HTTP/1.1\r\nHost: x\r\n',
        'POST /api/calendar HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{',
      ].map(
        (start) =>
          new Promise<boolean>((resolve) => {
            const socket = connect(strict.port, '127.0.0.1');
            const drip = setInterval(() => socket.write(' '), 100);
            const end = (isClosed: boolean) => {
              clearInterval(drip);
              socket.destroy();
              resolve(isClosed);
            };
            socket.once('close', () => end(true));
            socket.on('error', () => {});
            socket.resume();
            socket.write(start);
            setTimeout(() => end(false), 5000);
          }),
      ),
    );
    expect(closed).toEqual([true, true]);
    await strict.stop();
  });

  test.each([
    '/api/../../etc/passwd',
    '/api/%2e%2e/%2e%2e/etc/passwd',
    '/feed/..%2f..%2fetc.ics',
    '/api//log',
    '/api/log/reminders/..',
    '/api/%00',
  ])('the path %s leads nowhere', async (path) => {
    // a plain path is a room of the app, whatever it looks like
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 40[014]|<title>Unknot<\/title>$/);
    expect(answer).not.toContain('root:');
  });

  test('random bytes at every door are answered calmly, and the server is well afterwards', async () => {
    const fuzzed = await serverForTests({ newLogsPerDay: 0 });
    const me = signer(fuzzed.base);
    await me.ask('PUT', '/log');
    await me.append(...me.letters(0, 3));
    const statuses = new Set<number>();
    for (const [path, methods] of Object.entries(openapi.paths))
      for (const method of [...Object.keys(methods), 'patch', 'options'])
        for (let n = 0; n < 12; n++) {
          const real = path
            .replace(/\{\w+\}/g, () => encodeURIComponent(Buffer.from(chance(n * 3)).toString('latin1')))
            .slice(4);
          if (real === '/log' && method === 'delete') continue;
          const body = method === 'get' ? undefined : chance(n * 50);
          const query =
            n % 2
              ? `?after=${encodeURIComponent(Buffer.from(chance(9)).toString('latin1'))}&limit=${n - 3}&days=${n}&views=x`
              : '';
          const answer = await me.ask(
            method.toUpperCase(),
            real + query,
            body,
            n % 3 === 0 ? { Authorization: 'Unknot !' } : {},
          );
          await answer.body?.cancel();
          statuses.add(answer.status);
        }
    expect([...statuses].filter((one) => one >= 500)).toEqual([]);
    const wire = serverAt({
      base: fuzzed.base,
      credential: me.credential,
      fetch: (address, init) => fetch(address, init),
    });
    const page = await wire.read(BEGINNING);
    expect(page.kind === 'page' && page.page.envelopes).toHaveLength(3);
    await fuzzed.stop();
  });

  test('a request cut at any byte changes everything or nothing', async () => {
    const me = signer(server.base);
    await me.ask('PUT', '/log');
    const batch = batchBytes(me.letters(0, 2));
    const whole = Buffer.concat([
      Buffer.from(
        `POST /api/log/envelopes HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorizationOf(me)}\r\nContent-Length: ${batch.length}\r\n\r\n`,
      ),
      batch,
    ]);
    const cut = (length: number) =>
      new Promise<void>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () =>
          socket.write(whole.subarray(0, length), () => socket.destroy()),
        );
        socket.on('error', () => {});
        socket.once('close', () => resolve());
      });
    for (let length = 1; length < whole.length; length += 16)
      await Promise.all(Array.from({ length: 16 }, (_, n) => cut(Math.min(length + n, whole.length - 1))));
    expect(await (await me.ask('GET', '/log')).json()).toMatchObject({ bytes: 0 });
    expect(await (await me.append(...me.letters(0, 2))).json()).toMatchObject({ added: 2 });
  });

  test('an answer cut anywhere loses and doubles nothing: the device tells it again', async () => {
    let left = 0;
    const line = createLine((socket) => {
      const on = connect(server.port, '127.0.0.1');
      for (const [from, to] of [
        [socket, on],
        [on, socket],
      ] as const) {
        from.on('error', () => {});
        from.once('close', () => to.destroy());
      }
      socket.on('data', (piece) => on.write(piece));
      on.on('data', (piece) => {
        socket.write(piece.subarray(0, left));
        left -= piece.length;
        if (left < 0) socket.end();
      });
    });
    await new Promise<void>((listening) => line.listen(0, '127.0.0.1', listening));
    const bad = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
    const me = signer(bad);
    const direct = signer(server.base, me.credential);
    await direct.ask('PUT', '/log');
    const wire = serverAt({
      base: bad,
      credential: me.credential,
      fetch: (address, init) => fetch(address, { ...init, headers: { ...init.headers, Connection: 'close' } }),
    });
    const kinds = new Set<string>();
    for (let length = 0, n = 0; length < 1200; length += 25, n++) {
      left = length;
      const told = await wire.append(batchBytes([letter(n)]));
      left = length;
      const read = await wire.read(BEGINNING);
      kinds.add(`${told.kind} ${read.kind}`);
      expect(
        [told, read].every((answer) => answer.kind !== 'failed' || answer.because === 'network'),
        `${length}`,
      ).toBe(true);
      expect(await (await direct.append(letter(n))).json()).toMatchObject({ added: 0 });
    }
    expect(kinds).toContain('failed failed');
    expect([...kinds].some((kind) => kind.startsWith('appended'))).toBe(true);
    line.close();
  });

  const authorizationOf = ({ credential }: ReturnType<typeof signer>) =>
    `Unknot ${toText(new Uint8Array([...credential.logId, ...credential.token]))}`;
});
