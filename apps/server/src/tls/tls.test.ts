import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { localCertificate } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'unknot-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NAMES = ['kitchen.local', 'localhost', '127.0.0.1', '192.168.1.20', 'fe80::1', '2001:db8::5:0:7'];

test('a phone that trusts the authority reaches the server by each of its names', async () => {
  const { key, cert, authority } = localCertificate(folder, NAMES, Date.now());
  const server = createServer({ key, cert }, (_, answer) => answer.end('hello'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const ask = (servername: string, ca?: string) =>
    new Promise<string>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, servername, agent: false, ...(ca ? { ca } : {}) };
      request(options, (answer) => {
        answer.resume();
        resolve(String(answer.statusCode));
      })
        .once('error', (trouble) => reject(trouble))
        .end();
    });
  expect(await ask('kitchen.local', authority)).toBe('200');
  expect(await ask('localhost', authority)).toBe('200');
  await expect(ask('elsewhere.local', authority)).rejects.toThrow('altnames');
  await expect(ask('localhost')).rejects.toThrow(/certificate/);
  server.close();
});

test('the certificate says what phones ask for', () => {
  const now = Date.now();
  const { cert, authority } = localCertificate(folder, NAMES, now);
  const [own, root] = [new X509Certificate(cert), new X509Certificate(authority)];
  expect(own.verify(root.publicKey)).toBe(true);
  expect(own.checkIssued(root)).toBe(true);
  expect([root.ca, own.ca]).toEqual([true, false]);
  for (const name of NAMES)
    expect(name.includes(':') || /^\d/.test(name) ? own.checkIP(name) : own.checkHost(name), name).toBeTruthy();
  expect(own.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(Date.parse(own.validTo) - now).toBeLessThan(398 * 24 * 3600 * 1000);
});

test('the authority stays, so that the phone need not be asked again, and its key is for its owner only', () => {
  const now = Date.now();
  const [one, two] = [localCertificate(folder, NAMES, now), localCertificate(folder, ['other.local'], now)];
  expect(two.authority).toBe(one.authority);
  expect(two.cert).not.toBe(one.cert);
  expect(statSync(join(folder, 'local-authority.key')).mode & 0o077).toBe(0);
});
