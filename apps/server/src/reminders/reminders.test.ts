import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outside } from '../outside/index.ts';
import { openStore, type Store, type Who } from '../store/index.ts';
import { chance, someone } from '../store/suite.test-support.ts';
import { LATEST_MS, type Reminded, startReminders } from './index.ts';
import { sealPush } from './push.ts';

test('a message is sealed as RFC 8291 says, down to its example', () => {
  const from = (text: string) => Buffer.from(text, 'base64url');
  const sealed = sealPush(
    'When I grow up, I want to be a watermelon',
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    {
      salt: from('DGv6ra1nlYgDCS1FRnbzlw'),
      privateKey: from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      paddedBytes: 0,
    },
  );
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A' +
      '_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

/** A browser: it has keys, and can open what was sealed for it. */
function browser() {
  const keys = createECDH('prime256v1');
  const [point, auth] = [keys.generateKeys(), randomBytes(16)];
  return {
    p256dh: point.toString('base64url'),
    auth: auth.toString('base64url'),
    open(body: Buffer): string {
      const [salt, writer, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)];
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), point, writer]);
      const shared = Buffer.from(hkdfSync('sha256', keys.computeSecret(writer), auth, info, 32));
      const key = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: aes128gcm\0', 16));
      const nonce = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: nonce\0', 12));
      const decipher = createDecipheriv('aes-128-gcm', key, nonce);
      decipher.setAuthTag(sealed.subarray(-16));
      const opened = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return opened.subarray(0, opened.lastIndexOf(2)).toString();
    },
  };
}

describe('reminders through a push service on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-push-'));
  const got: { path: string; headers: IncomingMessage['headers']; body: Buffer }[] = [];
  let status = 201;
  let endpoint = '';
  let store: Store;
  let who: Who;
  let clock = 1_800_000_000_000;
  const counted: Reminded[] = [];
  const service = createServer((request, answer) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) });
      answer.writeHead(status).end();
    });
  });
  const start = () =>
    startReminders({
      store,
      send: outside((address) => address === '127.0.0.1'),
      contact: 'mailto:me@example.org',
      now: () => clock,
      count: (what) => counted.push(what),
    });

  beforeAll(async () => {
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
    endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}/send/abc`;
    store = await openStore({ folder, chance });
  });
  afterAll(async () => {
    service.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    got.length = 0;
    counted.length = 0;
    status = 201;
    who = someone();
    await store.create(who);
  });

  afterEach(() => store.giveUp(who));

  test('one that is due arrives once, of several servers, and only its browser can read the tag', async () => {
    const [mine, other] = [browser(), browser()];
    const servers = await Promise.all([start(), start(), start()]);
    await store.setReminders(
      who,
      'phone',
      { endpoint, ...mine },
      [
        { at: clock, tag: 'break.7' },
        { at: clock + 1e6, tag: 'later' },
      ],
      3,
    );
    await Promise.all(servers.map((server) => server.tick()));
    expect(counted).toEqual(['sent']);
    expect(got).toHaveLength(1);
    const [{ headers, body, path }] = got as [(typeof got)[0]];
    expect(path).toBe('/send/abc');
    expect(headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: String(LATEST_MS / 1000),
      urgency: 'normal',
    });
    expect(mine.open(body)).toBe('break.7');
    expect(() => other.open(body)).toThrow();
    expect(body.includes('break')).toBe(false);

    const [, told = '', signature = '', key = ''] =
      /^vapid t=(.+)\.([\w-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
    expect(new Set(servers.map(({ publicKey }) => publicKey))).toEqual(new Set([key]));
    const point = Buffer.from(key, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    expect(
      verify(
        'sha256',
        Buffer.from(told),
        { key: publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    const claims = JSON.parse(Buffer.from(told.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toEqual({ aud: new URL(endpoint).origin, exp: clock / 1000 + 43_200, sub: 'mailto:me@example.org' });
    for (const server of servers) server.stop();
  });

  test('one that is half an hour late is dropped without a word', async () => {
    const server = await start();
    await store.setReminders(who, 'phone', { endpoint, ...browser() }, [{ at: clock, tag: 'a' }], 3);
    clock += LATEST_MS;
    await server.tick();
    await server.tick();
    expect([got.length, counted]).toEqual([0, ['late']]);
    server.stop();
  });

  test('a browser that is gone is forgotten with all its reminders', async () => {
    const server = await start();
    status = 410;
    await store.setReminders(
      who,
      'phone',
      { endpoint, ...browser() },
      [
        { at: clock, tag: 'a' },
        { at: clock + 10, tag: 'b' },
      ],
      3,
    );
    await server.tick();
    clock += 20;
    await server.tick();
    expect([got.length, counted]).toEqual([1, ['gone']]);
    server.stop();
  });

  test('an endpoint inside this network is never knocked at', async () => {
    const server = await startReminders({
      store,
      send: outside(),
      contact: '',
      now: () => clock,
      count: (what) => counted.push(what),
    });
    await store.setReminders(who, 'phone', { endpoint, ...browser() }, [{ at: clock, tag: 'a' }], 3);
    await server.tick();
    expect([got.length, counted]).toEqual([0, ['gone']]);
    server.stop();
  });
});
