// The only way from this server to others: to push services and, where its owner allows it, to calendars. Whoever names an
// address must not be able to look into the network the server stands in.

import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

export type Outside = (address: string, request: OutsideRequest) => Promise<OutsideAnswer>;

export interface OutsideRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Longer answers are refused. */
  readonly mostBytes: number;
  readonly mostMs: number;
  readonly mostRedirects: number;
}

type OutsideAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly bytes: Uint8Array }
  /** `refused`: not an address we go to. `unreachable`: no answer, a broken or a late one. `too-large`. */
  | { readonly kind: 'refused' | 'unreachable' | 'too-large' };

/** @param mayGo  tests go to this machine; a server never does */
export function outside(mayGo: (address: string, family: 4 | 6) => boolean = isPublic): Outside {
  const guarded: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (trouble, found) => {
      if (trouble) return done(trouble, '', 4);
      // all of them: a name must not lead outside the first time and inside the second
      const isFine = found.length > 0 && found.every(({ address, family }) => mayGo(address, family === 6 ? 6 : 4));
      if (!isFine) return done(new Refused(), '', 4);
      if (options.all) return done(null, found);
      const [first] = found;
      done(null, first?.address ?? '', first?.family);
    });
  };

  async function go(
    address: string,
    request: OutsideRequest,
    redirects: number,
    until: number,
  ): Promise<OutsideAnswer> {
    const url = allowed(address);
    if (!url) return { kind: 'refused' };
    let answer: IncomingMessage;
    try {
      answer = await ask(url, request, until);
    } catch (trouble) {
      return { kind: trouble instanceof Refused ? 'refused' : 'unreachable' };
    }
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (status >= 300 && status < 400 && location) {
      answer.destroy();
      if (redirects === 0) return { kind: 'refused' };
      return go(new URL(location, url).href, request, redirects - 1, until);
    }
    return read(answer, status, request.mostBytes, until);
  }

  function allowed(address: string): URL | null {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || url.username || url.password) return null;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    if (family !== 0 && !mayGo(host, family === 6 ? 6 : 4)) return null;
    // somebody who lets us go to this machine is a test, and has no certificate
    const isOurs = mayGo('127.0.0.1', 4);
    return isOurs || (url.protocol === 'https:' && url.port === '') ? url : null;
  }

  function ask(url: URL, { method, headers, body }: OutsideRequest, until: number): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const length = body ? { 'Content-Length': String(body.length) } : {};
      const out = send(url, { method, headers: { ...headers, ...length }, lookup: guarded, agent: false });
      const late = setTimeout(() => out.destroy(new Error('late')), Math.max(1, until - Date.now()));
      out.once('response', (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      out.once('error', (trouble) => {
        clearTimeout(late);
        reject(trouble);
      });
      out.end(body);
    });
  }

  return (address, request) => go(address, request, request.mostRedirects, Date.now() + request.mostMs);
}

class Refused extends Error {}

function read(answer: IncomingMessage, status: number, mostBytes: number, until: number): Promise<OutsideAnswer> {
  return new Promise((resolve) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const end = (result: OutsideAnswer): void => {
      clearTimeout(late);
      resolve(result);
      answer.destroy();
    };
    const late = setTimeout(() => end({ kind: 'unreachable' }), Math.max(1, until - Date.now()));
    answer.on('data', (piece: Uint8Array) => {
      size += piece.length;
      if (size > mostBytes) end({ kind: 'too-large' });
      else pieces.push(piece);
    });
    answer.once('end', () => end({ kind: 'answer', status, bytes: Buffer.concat(pieces) }));
    answer.once('error', () => end({ kind: 'unreachable' }));
    answer.once('aborted', () => end({ kind: 'unreachable' }));
  });
}

/** Everything that IANA lists as not globally reachable, and the ways to write it in IPv6. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
/** Only 2000::/3 is in use for everybody; out of it: Teredo and 6to4 (they hold IPv4), documentation. */
const PUBLIC6 = new BlockList();
PUBLIC6.addSubnet('2000::', 3, 'ipv6');
const PRIVATE6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE6.addSubnet(network, bits, 'ipv6');

export function isPublic(address: string, family: 4 | 6): boolean {
  if (family === 4) return !PRIVATE.check(address, 'ipv4');
  return PUBLIC6.check(address, 'ipv6') && !PRIVATE6.check(address, 'ipv6');
}
