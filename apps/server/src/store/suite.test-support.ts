// What every store promises, whatever keeps the bytes.

import { createHash, randomBytes } from 'node:crypto';
import {
  type Batch,
  BEGINNING,
  batchBytes,
  type Cursor,
  cursorText,
  envelopeBytes,
  readBatch,
  unframed,
} from '@unknot/sync/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store, Who } from './port.ts';

export interface StoreMaker {
  /** A fresh, empty store. */
  make(): Promise<Store>;
  /** The same data again, opened by another process if there can be one, else after a close. */
  again(store: Store): Promise<Store>;
  /** Two processes may have the data open at the same time. */
  readonly canShare: boolean;
  tidyUp(): Promise<void>;
}

export const chance = (bytes: number) => new Uint8Array(randomBytes(bytes));
export const someone = (): Who => ({ log: chance(16), proof: createHash('sha256').update(chance(32)).digest() });
export const letter = (n: number, size = 64): Uint8Array =>
  envelopeBytes({
    id: createHash('sha256').update(String(n)).digest().subarray(0, 16),
    nonce: new Uint8Array(24).fill(n),
    sealed: new Uint8Array(size).fill(n % 251),
  });

export function batchOf(...envelopes: Uint8Array[]): Batch {
  const batch = readBatch(batchBytes(envelopes));
  if (!batch) throw new Error('a batch of the suite must be one');
  return batch;
}
export const letters = (from: number, to: number, size = 64): Batch =>
  batchOf(...Array.from({ length: to - from }, (_, i) => letter(from + i, size)));

const ROOM = 1e9;
const FAR = 4e12;

export function storeSuite(name: string, maker: StoreMaker): void {
  describe(name, () => {
    let store: Store;
    let who: Who;
    beforeAll(async () => {
      store = await maker.make();
    });
    afterAll(async () => {
      await store.close();
      await maker.tidyUp();
    });
    const fresh = async (): Promise<Who> => {
      who = someone();
      expect(await store.create(who)).toEqual({ kind: 'created' });
      return who;
    };
    const append = async (batch: Batch, from = store) => {
      const answer = await from.append(who, batch, ROOM);
      if (answer.kind !== 'appended') throw new Error(`expected to append, got ${answer.kind}`);
      return { ...answer, from: cursorText(answer.before), to: cursorText(answer.after) };
    };
    const page = async (after: Cursor, limit = 1000, from = store) => {
      const answer = await from.read(who, after, limit);
      if (answer.kind !== 'page') throw new Error(`expected a page, got ${answer.kind}`);
      const envelopes = answer.frames.flatMap((frames) => unframed(frames) ?? []);
      return { ...answer, envelopes: envelopes.map((one) => Buffer.from(one).toString('hex')) };
    };
    const all = async (from = store, limit = 1000): Promise<string[]> => {
      const got: string[] = [];
      for (let at = BEGINNING, more = true; more; ) {
        const one = await page(at, limit, from);
        got.push(...one.envelopes);
        ({ cursor: at, more } = one);
      }
      return got;
    };
    const hex = ({ envelopes }: Batch) => envelopes.map((one) => Buffer.from(one).toString('hex'));

    test('a log is made once, opens with its own token only, and is unknown before', async () => {
      const stranger = someone();
      expect(await store.look(stranger)).toEqual({ kind: 'absent' });
      expect(await store.append(stranger, letters(0, 1), ROOM)).toEqual({ kind: 'absent' });
      expect(await store.read(stranger, BEGINNING, 10)).toEqual({ kind: 'absent' });
      await fresh();
      expect(await store.create(who)).toEqual({ kind: 'there' });
      const thief = { log: who.log, proof: someone().proof };
      for (const answer of [
        await store.create(thief),
        await store.look(thief),
        await store.append(thief, letters(0, 1), ROOM),
        await store.read(thief, BEGINNING, 10),
        await store.giveUp(thief),
      ])
        expect(answer).toEqual({ kind: 'forbidden' });
      expect(await store.look(who)).toMatchObject({ kind: 'there', head: { position: 0 }, bytes: 0 });
    });

    test('what was appended comes back, byte for byte, in order, once', async () => {
      await fresh();
      const [one, two] = [letters(0, 3), letters(3, 5)];
      const first = await append(one);
      expect(first).toMatchObject({ before: { position: 0 }, after: { position: 3 }, added: 3 });
      const second = await append(two);
      expect(second.from).toBe(first.to);
      expect(await all()).toEqual([...hex(one), ...hex(two)]);
      const looked = await store.look(who);
      expect(looked).toMatchObject({ kind: 'there', bytes: one.frames.length + two.frames.length });
      expect(looked.kind === 'there' && cursorText(looked.head)).toBe(second.to);
    });

    test('from a cursor on there is only what came after it', async () => {
      await fresh();
      const first = await append(letters(0, 3));
      const second = await append(letters(3, 5));
      expect((await page(first.after)).envelopes).toEqual(hex(letters(3, 5)));
      const none = await page(second.after);
      expect([none.envelopes, cursorText(none.cursor), none.more]).toEqual([[], second.to, false]);
    });

    test('a batch told again changes nothing, whole, in part or with itself', async () => {
      await fresh();
      const first = await append(letters(0, 4));
      expect(await append(letters(0, 4))).toMatchObject({ from: first.to, to: first.to, added: 0 });
      expect(await append(letters(2, 6))).toMatchObject({ added: 2 });
      expect(await append(batchOf(letter(9), letter(9), letter(1)))).toMatchObject({ added: 1 });
      expect(await all()).toEqual(hex(batchOf(...[0, 1, 2, 3, 4, 5, 9].map((n) => letter(n)))));
    });

    test('an envelope whose id is there stays as it was first', async () => {
      await fresh();
      await append(batchOf(letter(1)));
      const other = letter(1);
      other[60] = 99;
      expect(await append(batchOf(other))).toMatchObject({ added: 0 });
      expect(await all()).toEqual(hex(batchOf(letter(1))));
    });

    test('pages hold whole segments, at least one, and lead through everything', async () => {
      await fresh();
      for (let n = 0; n < 10; n++) await append(letters(n * 7, n * 7 + 7));
      expect((await page(BEGINNING, 20)).envelopes).toHaveLength(14);
      expect((await page(BEGINNING, 1)).envelopes).toHaveLength(7);
      expect(await all(store, 20)).toEqual(hex(letters(0, 70)));
    });

    test('a page is never much larger than a megabyte', async () => {
      await fresh();
      for (let n = 0; n < 6; n++) await append(batchOf(letter(n, 400_000)));
      const first = await page(BEGINNING);
      expect(first.envelopes).toHaveLength(2);
      expect(first.more).toBe(true);
      expect(await all()).toHaveLength(6);
      expect((await page(first.cursor)).envelopes).toHaveLength(2);
    });

    test('a cursor of another past is unknown', async () => {
      await fresh();
      const { after } = await append(letters(0, 3));
      for (const cursor of [
        { ...after, mark: chance(8) },
        { ...after, position: 2 },
        { ...after, position: 99 },
      ])
        expect(await store.read(who, cursor, 10)).toEqual({ kind: 'unknown-cursor' });
    });

    test('many appends at once lose nothing and mix nothing up', async () => {
      const people = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const one = someone();
          await store.create(one);
          return one;
        }),
      );
      await Promise.all(
        people.flatMap((one) =>
          Array.from({ length: 12 }, (_, n) => store.append(one, letters(n * 5, n * 5 + 7), ROOM)),
        ),
      );
      for (const one of people) {
        who = one;
        expect([...(await all())].sort()).toEqual([...hex(letters(0, 62))].sort());
      }
    });

    test('no log grows beyond its quota; what fits still goes in', async () => {
      await fresh();
      expect(await store.append(who, letters(0, 5), 300)).toEqual({ kind: 'quota' });
      expect(await store.append(who, letters(0, 2), 300)).toMatchObject({ kind: 'appended', added: 2 });
      expect(await all()).toHaveLength(2);
    });

    test('a log that was given up is empty, says so, and is not made anew', async () => {
      await fresh();
      await append(letters(0, 3));
      const share = { id: chance(16), contents: chance(50), until: FAR, views: 3 };
      await store.putShare(who, share, 9);
      await store.putFeed(who, chance(32), 'BEGIN:VCALENDAR', 9);
      expect(await store.giveUp(who)).toEqual({ kind: 'closed' });
      for (const answer of [
        await store.look(who),
        await store.create(who),
        await store.append(who, letters(0, 1), ROOM),
        await store.read(who, BEGINNING, 9),
      ])
        expect(answer).toEqual({ kind: 'closed' });
      expect(await store.openShare(share.id, 0)).toBeNull();
    });

    test('growth is told', async () => {
      await fresh();
      const heard: [string, number][] = [];
      store.onGrowth((log, position) => heard.push([Buffer.from(log).toString('hex'), position]));
      await append(letters(0, 3));
      expect(heard).toContainEqual([Buffer.from(who.log).toString('hex'), 3]);
      expect(await store.position(who.log)).toBe(3);
      expect(await store.position(chance(16))).toBe(0);
      await store.giveUp(who);
      expect(heard).toContainEqual([Buffer.from(who.log).toString('hex'), 0]);
    });

    test('a share opens as often and as long as it was meant to, for its owner to see and to take back', async () => {
      await fresh();
      const [id, contents] = [chance(16), chance(3000)];
      expect(await store.putShare(who, { id, contents, until: 1000, views: 2 }, 9)).toEqual({ kind: 'done' });
      expect(await store.shareViews(who, id, 500)).toBe(2);
      expect(Buffer.from((await store.openShare(id, 999)) ?? []).equals(contents)).toBe(true);
      expect(await store.openShare(id, 1000)).toBeNull();
      expect(await store.openShare(id, 999)).not.toBeNull();
      expect(await store.openShare(id, 999)).toBeNull();
      expect(await store.shareViews(who, id, 500)).toBeNull();

      const other = chance(16);
      await store.putShare(who, { id: other, contents, until: FAR, views: 9 }, 9);
      const owner = who;
      await fresh();
      await store.removeShare(who, other);
      expect(await store.shareViews(who, other, 0)).toBeNull();
      await store.putShare(who, { id: other, contents: chance(5), until: FAR, views: 9 }, 9);
      expect(Buffer.from((await store.openShare(other, 0)) ?? []).equals(contents), 'a stranger changes nothing').toBe(
        true,
      );
      await store.removeShare(owner, other);
      expect(await store.openShare(other, 0)).toBeNull();
    });

    test('as many views at once as there are open a share, not one more', async () => {
      await fresh();
      const id = chance(16);
      await store.putShare(who, { id, contents: chance(10), until: FAR, views: 5 }, 9);
      const opened = await Promise.all(Array.from({ length: 20 }, () => store.openShare(id, 0)));
      expect(opened.filter((one) => one !== null)).toHaveLength(5);
    });

    test('one log has only so many shares, and forgotten ones do not count', async () => {
      await fresh();
      const put = (until: number) => store.putShare(who, { id: chance(16), contents: chance(1), until, views: 1 }, 2);
      expect([(await put(FAR)).kind, (await put(10)).kind, (await put(FAR)).kind]).toEqual(['done', 'done', 'quota']);
      await store.sweep(20);
      expect((await put(FAR)).kind).toBe('done');
    });

    test('reminders are handed out once, when they are due, to whoever asks first', async () => {
      await fresh();
      const where = { endpoint: 'https://push.example/x', p256dh: 'key', auth: 'secret' };
      const times = [10, 20, 30].map((at) => ({ at, tag: `t${at}` }));
      expect(await store.setReminders(who, 'phone', where, times, 3)).toEqual({ kind: 'done' });
      expect(await store.claimReminders(5)).toEqual([]);
      const claims = await Promise.all([store.claimReminders(20), store.claimReminders(20), store.claimReminders(20)]);
      expect(
        claims
          .flat()
          .map(({ at, tag }) => [at, tag])
          .sort(),
      ).toEqual([
        [10, 't10'],
        [20, 't20'],
      ]);
      expect(claims.flat()[0]).toMatchObject({ ...where, device: 'phone' });
      await store.setReminders(who, 'phone', where, [{ at: 40, tag: 'new' }], 3);
      expect((await store.claimReminders(99)).map(({ tag }) => tag)).toEqual(['new']);
      await store.setReminders(who, 'phone', where, times, 3);
      await store.dropSubscription(who.log, 'phone');
      expect(await store.claimReminders(99)).toEqual([]);
      for (const device of ['a', 'b', 'c']) await store.setReminders(who, device, where, times, 3);
      expect(await store.setReminders(who, 'd', where, times, 3)).toEqual({ kind: 'quota' });
      await store.setReminders(who, 'a', where, [], 3);
      expect(await store.setReminders(who, 'd', where, [{ at: 1, tag: '' }], 3)).toEqual({ kind: 'done' });
      await store.giveUp(who);
      expect(await store.claimReminders(99)).toEqual([]);
    });

    test('a feed can be read by its id, changed and taken away by its owner', async () => {
      await fresh();
      const id = chance(32);
      expect(await store.readFeed(id)).toBeNull();
      await store.putFeed(who, id, 'one', 1);
      await store.putFeed(who, id, 'two', 1);
      expect(await store.readFeed(id)).toBe('two');
      expect(await store.putFeed(who, chance(32), 'three', 1)).toEqual({ kind: 'quota' });
      const owner = who;
      await fresh();
      await store.putFeed(who, id, 'stolen', 1);
      await store.removeFeed(who, id);
      expect(await store.readFeed(id)).toBe('two');
      await store.removeFeed(owner, id);
      expect(await store.readFeed(id)).toBeNull();
    });

    test('the first offer for a setting stays', async () => {
      expect(await store.setting('colour', 'blue')).toBe('blue');
      expect(await store.setting('colour', 'red')).toBe('blue');
    });

    test('it knows its size', async () => {
      const before = await store.size();
      await fresh();
      await append(letters(0, 1));
      expect(await store.size()).toEqual({ logs: before.logs + 1, bytes: before.bytes + letters(0, 1).frames.length });
    });

    test('another opening has everything, and goes on', async () => {
      await fresh();
      await append(letters(0, 5));
      const other = await maker.again(store);
      expect(await all(other)).toEqual(hex(letters(0, 5)));
      expect(await append(letters(3, 8), other)).toMatchObject({ added: 3 });
      if (maker.canShare) {
        const heard: number[] = [];
        store.onGrowth((log, position) => Buffer.from(log).equals(who.log) && heard.push(position));
        expect(await append(letters(6, 9))).toMatchObject({ added: 1 });
        expect(await append(letters(8, 12), other)).toMatchObject({ added: 3 });
        await expect.poll(() => heard.includes(12)).toBe(true);
        await Promise.all(Array.from({ length: 40 }, (_, n) => append(letters(12 + n, 16 + n), n % 2 ? store : other)));
        expect([...(await all())].sort()).toEqual([...hex(letters(0, 55))].sort());
        await other.giveUp(who);
        await expect.poll(() => heard.includes(0), { message: 'given up over there is heard here' }).toBe(true);
        await other.close();
      } else store = other;
    });
  });
}
