// A message to a browser through its push service: sealed for that browser (RFC 8291), signed by this server (RFC 8292),
// delivered by RFC 8030. The push service learns that something was sent, not what.

import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import type { Subscription } from '../store/index.ts';

const CURVE = 'prime256v1';
const RECORD_BYTES = 4096;
/** Every message has this size, so that tags tell nothing by their length. */
const PADDED_BYTES = 128;

export interface PushKeys {
  readonly privateKey: KeyObject;
  /** As the browser wants it: 65 bytes as base64url. */
  readonly publicKey: string;
}

/** As text for the store. */
export const newPushKeys = (): string =>
  JSON.stringify(generateKeyPairSync('ec', { namedCurve: CURVE }).privateKey.export({ format: 'jwk' }));

export function pushKeysOf(text: string): PushKeys {
  const privateKey = createPrivateKey({ key: JSON.parse(text), format: 'jwk' });
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { privateKey, publicKey: point.toString('base64url') };
}

/** The Authorization header: this server says who it is, for one push service and half a day. */
export function introduction(
  { privateKey, publicKey }: PushKeys,
  endpoint: string,
  contact: string,
  now: number,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + 12 * 3600, sub: contact };
  const told = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(told), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${told}.${signature.toString('base64url')}, k=${publicKey}`;
}

/** For the vector of the standard, which names what is chance otherwise. */
export interface PushChance {
  readonly salt: Buffer;
  readonly privateKey: Buffer;
  readonly paddedBytes: number;
}

/** @throws when the keys of the subscription are none */
export function sealPush(
  text: string,
  { p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>,
  chance?: PushChance,
): Buffer {
  const [reader, secret] = [Buffer.from(p256dh, 'base64url'), Buffer.from(auth, 'base64url')];
  const salt = chance?.salt ?? randomBytes(16);
  const own = createECDH(CURVE);
  if (chance) own.setPrivateKey(chance.privateKey);
  else own.generateKeys();
  const writer = own.getPublicKey();
  const grow = (from: Buffer, with_: Buffer, use: Buffer | string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', from, with_, use, bytes));

  const info = Buffer.concat([Buffer.from('WebPush: info\0'), reader, writer]);
  const shared = grow(own.computeSecret(reader), secret, info, 32);
  const cipher = createCipheriv(
    'aes-128-gcm',
    grow(shared, salt, 'Content-Encoding: aes128gcm\0', 16),
    grow(shared, salt, 'Content-Encoding: nonce\0', 12),
  );
  const contents = Buffer.from(text);
  const padding = Buffer.alloc(Math.max(0, (chance?.paddedBytes ?? PADDED_BYTES) - contents.length));
  const sealed = Buffer.concat([
    cipher.update(contents),
    cipher.update(Buffer.of(2)),
    cipher.update(padding),
    cipher.final(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_BYTES);
  return Buffer.concat([salt, size, Buffer.of(writer.length), writer, sealed, cipher.getAuthTag()]);
}
