import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublic, type OutsideRequest, outside } from './index.ts';

const get: OutsideRequest = { method: 'GET', headers: {}, mostBytes: 1000, mostMs: 2000, mostRedirects: 2 };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a server never goes', () => {
  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0/',
    'http://93.184.215.14/',
    'https://93.184.215.14:22/',
    'https://me:secret@93.184.215.14/',
    'file:///etc/passwd',
    'ftp://93.184.215.14/',
    'gopher://127.0.0.1',
    'not an address',
    '',
  ])('to %s', async (address) => {
    expect(await outside()(address, get)).toEqual({ kind: 'refused' });
  });

  test.each(['0.0.0.0', '100.64.0.1', '172.31.255.255', '198.18.0.1', '224.0.0.1', '255.255.255.255'])(
    'to %s',
    (address) => {
      expect(isPublic(address, 4)).toBe(false);
    },
  );
  test.each([
    '::',
    '::1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001:0:7f00::',
  ])('to %s', (address) => {
    expect(isPublic(address, 6)).toBe(false);
  });
  test.each([
    ['1.1.1.1', 4],
    ['172.32.0.1', 4],
    ['2606:4700::1111', 6],
  ] as const)('but it may go to %s', (address, family) => {
    expect(isPublic(address, family)).toBe(true);
  });
});

describe('where it may go', () => {
  const toTest = outside((address) => address === '127.0.0.1');

  test('it brings the answer', async () => {
    const address = await serve((_, out) => out.end('hello'));
    const answer = await toTest(address, get);
    expect(answer.kind === 'answer' && Buffer.from(answer.bytes).toString()).toBe('hello');
  });

  test('it does not follow a way inside, nor many ways', async () => {
    const inside = await serve((_, out) => out.writeHead(302, { Location: 'http://127.0.0.2/' }).end());
    expect(await toTest(inside, get)).toEqual({ kind: 'refused' });
    const ring = await serve((_, out) => out.writeHead(302, { Location: '/' }).end());
    expect(await toTest(ring, get)).toEqual({ kind: 'refused' });
  });

  test('a name that leads inside is refused when it is looked up', async () => {
    const notHere = outside((address) => address === '127.0.0.9');
    const { port } = new URL(await serve((_, out) => out.end('secret')));
    expect(await notHere(`http://localhost:${port}/`, get)).toEqual({ kind: 'refused' });
  });

  test('an answer without end is cut, a silent one is left', async () => {
    const endless = await serve((_, out) => {
      const more = () => out.write('x'.repeat(500)) && setTimeout(more, 1);
      more();
    });
    expect(await toTest(endless, get)).toEqual({ kind: 'too-large' });
    const silent = await serve(() => {});
    expect(await toTest(silent, { ...get, mostMs: 50 })).toEqual({ kind: 'unreachable' });
    const slow = await serve((_, out) => void out.write('x'));
    expect(await toTest(slow, { ...get, mostMs: 50 })).toEqual({ kind: 'unreachable' });
  });

  test('nobody there is unreachable', async () => {
    expect(await toTest('http://127.0.0.1:1/', get)).toEqual({ kind: 'unreachable' });
  });
});
