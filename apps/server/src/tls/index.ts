// A certificate for the home network. Phones offer offline use and notifications over https only, and nobody sells a
// certificate for a kitchen computer, so it makes an authority of its own once, which the person lets their phone trust,
// and signs a certificate for its present names and addresses with it.
//
// X.509 (RFC 5280) is written out by hand here: a few dozen lines, where the usual libraries bring a dozen packages.

import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

export interface LocalCertificate {
  /** For the server. */
  readonly key: string;
  readonly cert: string;
  /** For the phone: the authority, to be trusted once. */
  readonly authority: string;
}

const AUTHORITY_YEARS = 10;
/** iOS takes no more than 825 days. */
const DAYS = 397;
const DAY_MS = 24 * 3600 * 1000;

/**
 * @param folder  keeps the authority; its key is readable for its owner only
 * @param names   names and addresses by which the server is reached
 */
export function localCertificate(folder: string, names: readonly string[], now: number): LocalCertificate {
  const [keyFile, certFile] = [join(folder, 'local-authority.key'), join(folder, 'local-authority.crt')];
  if (!existsSync(keyFile) || !existsSync(certFile)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey, publicKey } = newKeys();
    const certificate = issue({
      subject: `Unknot at home ${randomBytes(2).toString('hex')}`,
      publicKey,
      signedBy: privateKey,
      from: now - DAY_MS,
      until: now + AUTHORITY_YEARS * 365 * DAY_MS,
      extensions: [basicAuthority(), keyUse(0b0000_0110, 1)],
    });
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(certFile, certificate);
  }
  const authority = readFileSync(certFile, 'utf8');
  const { privateKey, publicKey } = newKeys();
  const cert = issue({
    subject: names[0] ?? 'localhost',
    issuer: new X509Certificate(authority).subject.replace(/^CN=/, ''),
    publicKey,
    signedBy: createPrivateKey(readFileSync(keyFile)),
    from: now - DAY_MS,
    until: now + DAYS * DAY_MS,
    extensions: [keyUse(0b1000_0000, 7), forServers(), alternativeNames(names)],
  });
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert, authority };
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

interface Certificate {
  readonly subject: string;
  readonly issuer?: string;
  readonly publicKey: KeyObject;
  readonly signedBy: KeyObject;
  readonly from: number;
  readonly until: number;
  readonly extensions: readonly Buffer[];
}

function issue({ subject, issuer = subject, publicKey, signedBy, from, until, extensions }: Certificate): string {
  const algorithm = sequence(object('1.2.840.10045.4.3.2')); // ecdsa-with-SHA256
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40; // positive, and always of the same length
  const told = sequence(
    tagged(0xa0, integer(Buffer.of(2))), // version 3
    integer(serial),
    algorithm,
    commonName(issuer),
    sequence(time(from), time(until)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const der = sequence(told, algorithm, bits(sign('sha256', told, signedBy), 0));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

// ---- extensions ------------------------------------------------------------------------------------------------------

const TRUE = tagged(0x01, Buffer.of(0xff));
const extension = (id: string, isCritical: boolean, value: Buffer) =>
  sequence(object(id), ...(isCritical ? [TRUE] : []), tagged(0x04, value));
const basicAuthority = () => extension('2.5.29.19', true, sequence(TRUE, integer(Buffer.of(0))));
const keyUse = (use: number, unused: number) => extension('2.5.29.15', true, bits(Buffer.of(use), unused));
const forServers = () => extension('2.5.29.37', false, sequence(object('1.3.6.1.5.5.7.3.1')));
const alternativeNames = (names: readonly string[]) =>
  extension(
    '2.5.29.17',
    false,
    sequence(...names.map((name) => (isIP(name) ? tagged(0x87, addressBytes(name)) : tagged(0x82, Buffer.from(name))))),
  );

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  // the URL parser writes every group without leading zeros, and at most one `::`
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const groups = (part = '') => (part === '' ? [] : part.split(':'));
  const zeros = Array(8 - groups(head).length - groups(tail).length).fill('0');
  const all = tail === undefined ? groups(head) : [...groups(head), ...zeros, ...groups(tail)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

// ---- DER (ITU-T X.690) -----------------------------------------------------------------------------------------------

function tagged(tag: number, contents: Buffer): Buffer {
  const { length } = contents;
  const size =
    length < 128
      ? Buffer.of(length)
      : length < 256
        ? Buffer.of(0x81, length)
        : Buffer.of(0x82, length >> 8, length & 255);
  return Buffer.concat([Buffer.of(tag), size, contents]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function bits(bytes: Buffer, unused: number): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.of(unused), bytes]));
}

function object(id: string): Buffer {
  const [first = 0, second = 0, ...rest] = id.split('.').map(Number);
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 127];
    for (let more = arc >> 7; more > 0; more >>= 7) digits.unshift((more & 127) | 128);
    return digits;
  });
  return tagged(0x06, Buffer.from(arcs));
}

function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(object('2.5.4.3'), tagged(0x0c, Buffer.from(name)))));
}

/** UTCTime until 2049. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '');
  return tagged(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}
