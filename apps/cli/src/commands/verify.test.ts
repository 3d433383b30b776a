import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf, writeBackup } from '@unknot/sync/crypto';
import { afterAll, expect, test } from 'vitest';
import { verify } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'unknot-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, contents: Uint8Array | string) => {
  writeFileSync(join(folder, name), contents);
  return join(folder, name);
};
const entries = Array.from({ length: 300 }, (_, n) => ({ id: `e${n}`, text: 'x'.repeat(1000), imported: false }));
const backup = writeBackup(keysOf(new Uint8Array(16)), entries, 0, (bytes) => new Uint8Array(randomBytes(bytes)));

test('a whole backup is whole, without the phrase', async () => {
  expect(await verify(file('whole', backup))).toEqual({ whole: true, pieces: 5, bytes: backup.length });
});

test('one that is cut, changed, of another kind or not there is named', async () => {
  await expect(verify(file('cut', backup.subarray(0, -1)))).rejects.toThrow('is damaged');
  const changed = backup.slice();
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  await expect(verify(file('changed', changed))).rejects.toThrow('is damaged');
  await expect(verify(file('other', '{}'))).rejects.toThrow('is not a backup of Unknot');
  await expect(verify(join(folder, 'nowhere'))).rejects.toThrow('cannot be read: there is no such file');
});
