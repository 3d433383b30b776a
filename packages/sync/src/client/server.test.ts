import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { keysOf, sealShare } from '../crypto/index.ts';
import { BEGINNING, toText } from '../protocol/index.ts';
import { capabilitiesOf, type Fetch, fetchShare, serverAt } from './server.ts';

const keys = keysOf(new Uint8Array(16).fill(3));
const chance = (bytes: number) =>
  new Uint8Array(createHash('shake256', { outputLength: bytes }).update('chance').digest());

function recorded(status: number, body: unknown = {}, headers: Record<string, string> = { 'unknot-protocol': '1' }) {
  const asked: { address: string; authorization: string | undefined }[] = [];
  const fetch: Fetch = async (address, init) => {
    asked.push({ address, authorization: init.headers.Authorization });
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
  };
  return { asked, server: serverAt({ base: 'https://sync.example', credential: keys, fetch }), fetch };
}

test('no address holds the log, the token or a key', async () => {
  const { asked, server, fetch } = recorded(200);
  const share = sealShare('plan', chance);
  await server.create();
  await server.look();
  await server.read(BEGINNING);
  await server.append(new Uint8Array(1));
  server.listen(
    () => {},
    () => {},
  )();
  await server.share(share.id, share.bytes, 1, 1);
  await server.shareViews(share.id);
  await server.unshare(share.id);
  await server.remind('phone', { endpoint: '', p256dh: '', auth: '', times: [] });
  await server.unremind('phone');
  await server.feed('x', '');
  await server.unfeed('x');
  await server.calendar('https://calendar.example/secret');
  await server.remove();
  await fetchShare('https://sync.example', share.id, fetch);
  await capabilitiesOf('https://sync.example', fetch);
  expect(asked).toHaveLength(16);
  for (const { address } of asked) {
    expect(address).toMatch(/^https:\/\/sync\.example\/api\//);
    for (const secret of [...Object.values(keys).map((key) => toText(key)), share.fragment, 'secret'])
      expect(address).not.toContain(secret);
  }
  expect(asked.slice(-2).map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
});

test.each([
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'unknown-log'],
  [409, 'unknown-cursor'],
  [410, 'moved'],
  [426, 'newer'],
  [428, 'invite'],
  [429, 'busy'],
  [500, 'busy'],
  [503, 'busy'],
  [507, 'quota'],
  [302, 'foreign'],
] as const)('the answer %i means %s', async (status, because) => {
  expect(await recorded(status).server.look()).toEqual({ kind: 'failed', because });
});

test('a page of a hotel that wants to be signed in to is not taken for the server', async () => {
  expect(await recorded(200, {}, {}).server.look()).toEqual({ kind: 'failed', because: 'foreign' });
  expect(await capabilitiesOf('', recorded(200, {}, {}).fetch)).toBeNull();
});

test('no answer, a broken one and a page that is none are said, not thrown', async () => {
  const broken: Fetch = () => Promise.reject(new TypeError('no line'));
  const server = serverAt({ base: '', credential: keys, fetch: broken });
  expect(await server.look()).toEqual({ kind: 'failed', because: 'network' });
  expect(await fetchShare('', 'x', broken)).toEqual({ kind: 'network' });
  expect(await recorded(200).server.read(BEGINNING)).toEqual({ kind: 'failed', because: 'foreign' });
  expect(await recorded(200).server.append(new Uint8Array(1))).toEqual({ kind: 'failed', because: 'foreign' });
});

test('the wish of the server to be left alone for a while is passed on', async () => {
  const { server } = recorded(429, {}, { 'unknot-protocol': '1', 'retry-after': '30' });
  expect(await server.look()).toEqual({ kind: 'failed', because: 'busy', retryAfterMs: 30_000 });
});
