// What every event store and draft store promises. Plain functions that throw, so that they run in Vitest and in the
// page of a real browser alike.

import type { DraftStore, EventStore, LogEntry } from '../log/index.ts';

export interface Promised<Store> {
  readonly name: string;
  /** `make` opens a fresh, empty store. `reopen` opens the same data again, as after a reload. */
  readonly holds: (make: Maker<Store>) => Promise<void>;
}

/** A store and a second opening of the same data. */
export type Maker<Store> = () => Promise<{ readonly store: Store; readonly reopen: () => Promise<Store> }>;

type Test = (name: string, run: () => Promise<void>) => void;

/** Runs every promise against one implementation: `eventStoreSuite('IndexedDB', make, test)`. */
export function eventStoreSuite(name: string, make: Maker<EventStore>, test: Test): void {
  for (const promised of eventStorePromises) test(`${name} ${promised.name}`, () => promised.holds(make));
}

export function draftStoreSuite(name: string, make: Maker<DraftStore>, test: Test): void {
  for (const promised of draftStorePromises) test(`${name} ${promised.name}`, () => promised.holds(make));
}

const line = (id: string, text = `{"id":"${id}"}`, imported = false): LogEntry => ({ id, text, imported });

export const eventStorePromises: readonly Promised<EventStore>[] = [
  {
    name: 'is empty at first',
    async holds(make) {
      const { store } = await make();
      same(await store.readFrom(0), { kind: 'read', entries: [], cursor: 0 });
    },
  },
  {
    name: 'gives back what was appended, in order of arrival',
    async holds(make) {
      const { store } = await make();
      same(await store.append([line('b'), line('a')]), { kind: 'stored', added: 2 });
      same(await store.append([line('c')]), { kind: 'stored', added: 1 });
      same(idsOf(await store.readFrom(0)), ['b', 'a', 'c']);
    },
  },
  {
    name: 'gives only what arrived after the cursor',
    async holds(make) {
      const { store } = await make();
      await store.append([line('a'), line('b')]);
      const first = await store.readFrom(0);
      await store.append([line('c'), line('d')]);
      const second = await store.readFrom(cursorOf(first));
      same(idsOf(second), ['c', 'd']);
      same(idsOf(await store.readFrom(cursorOf(second))), []);
      same(cursorOf(await store.readFrom(cursorOf(second))), cursorOf(second));
    },
  },
  {
    name: 'keeps every entry and the cursor when it is opened again',
    async holds(make) {
      const { store, reopen } = await make();
      await store.append([line('a'), line('b', 'not json at all', true)]);
      const before = await store.readFrom(0);
      same(await (await reopen()).readFrom(0), before);
    },
  },
  {
    name: 'keeps a text character for character, and whether it was imported',
    async holds(make) {
      const { store, reopen } = await make();
      const texts = [
        '',
        '{"a": 1e400,"a":2}',
        'ä\u0000\u2028 😀 \ud800',
        '<script>alert(1)</script>',
        'x'.repeat(300_000),
      ];
      await store.append(texts.map((text, index) => line(`t${index}`, text, index % 2 === 0)));
      const again = await (await reopen()).readFrom(0);
      same(
        again.kind === 'read' && again.entries.map(({ text, imported }) => [text, imported]),
        texts.map((text, index) => [text, index % 2 === 0]),
      );
    },
  },
  {
    name: 'leaves an entry alone that is told twice, in one batch or in two',
    async holds(make) {
      const { store } = await make();
      same(await store.append([line('a', 'first'), line('a', 'second')]), { kind: 'stored', added: 1 });
      same(await store.append([line('a', 'third', true), line('b')]), { kind: 'stored', added: 1 });
      const all = await store.readFrom(0);
      same(all.kind === 'read' && all.entries, [line('a', 'first'), line('b')]);
    },
  },
  {
    name: 'loses nothing when many appends are under way at once',
    async holds(make) {
      const { store, reopen } = await make();
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.append([line(`x${n}`), line(`y${n}`), line('same')])),
      );
      const ids = idsOf(await (await reopen()).readFrom(0));
      same([...ids].sort(), [...new Set(ids)].sort());
      same(ids.length, 41);
      for (let n = 0; n < 20; n += 1) same(ids.indexOf(`y${n}`) > ids.indexOf(`x${n}`), true);
    },
  },
  {
    name: 'shows a second opening what the first appended',
    async holds(make) {
      const { store, reopen } = await make();
      const other = await reopen();
      await store.append([line('a')]);
      const seen = await other.readFrom(0);
      same(idsOf(seen), ['a']);
      await other.append([line('b')]);
      same(idsOf(await store.readFrom(cursorOf(seen))), ['b']);
    },
  },
  {
    name: 'appends nothing for an empty batch',
    async holds(make) {
      const { store } = await make();
      same(await store.append([]), { kind: 'stored', added: 0 });
    },
  },
  {
    name: 'takes ten thousand entries in one batch',
    async holds(make) {
      const { store } = await make();
      const many = Array.from({ length: 10_000 }, (_, n) => line(`n${n}`));
      same(await store.append(many), { kind: 'stored', added: 10_000 });
      same(idsOf(await store.readFrom(0)).length, 10_000);
    },
  },
  {
    name: 'keeps the first name offered for the device, also for a second tab',
    async holds(make) {
      const { store, reopen } = await make();
      const other = await reopen();
      const [one, two] = await Promise.all([store.device('aaa'), other.device('bbb')]);
      same(one, two);
      same(await (await reopen()).device('ccc'), one);
    },
  },
  {
    name: 'is empty and nameless after everything was erased',
    async holds(make) {
      const { store, reopen } = await make();
      await store.device('aaa');
      await store.append([line('a')]);
      same(await store.erase(), { kind: 'erased' });
      const again = await reopen();
      same(idsOf(await again.readFrom(0)), []);
      same(await again.device('bbb'), { kind: 'named', device: 'bbb' });
      same(await again.append([line('a', 'new')]), { kind: 'stored', added: 1 });
    },
  },
];

export const draftStorePromises: readonly Promised<DraftStore>[] = [
  {
    name: 'has no draft at first',
    async holds(make) {
      const { store } = await make();
      same(await store.read('session'), { kind: 'read', text: null });
    },
  },
  {
    name: 'gives back the latest writing of each draft when it is opened again',
    async holds(make) {
      const { store, reopen } = await make();
      await store.write('session', 'one');
      await store.write('session', 'two');
      await store.write('other', 'ä😀');
      const again = await reopen();
      same(await again.read('session'), { kind: 'read', text: 'two' });
      same(await again.read('other'), { kind: 'read', text: 'ä😀' });
    },
  },
  {
    name: 'forgets a draft that is cleared, and only that',
    async holds(make) {
      const { store, reopen } = await make();
      await store.write('session', 'one');
      await store.write('other', 'two');
      same(await store.clear('session'), { kind: 'cleared' });
      same(await store.clear('session'), { kind: 'cleared' });
      const again = await reopen();
      same(await again.read('session'), { kind: 'read', text: null });
      same(await again.read('other'), { kind: 'read', text: 'two' });
    },
  },
];

type Read = Awaited<ReturnType<EventStore['readFrom']>>;

function idsOf(answer: Read): string[] {
  if (answer.kind !== 'read') throw new Error(`expected to read, got ${JSON.stringify(answer)}`);
  return answer.entries.map(({ id }) => id);
}

function cursorOf(answer: Read): number {
  if (answer.kind !== 'read') throw new Error(`expected to read, got ${JSON.stringify(answer)}`);
  return answer.cursor;
}

/** Entries hold no undefined and no cycles, so their text with sorted keys is enough to compare them. */
function same(got: unknown, expected: unknown): void {
  const [a, b] = [sorted(got), sorted(expected)];
  if (a !== b) throw new Error(`expected ${b.slice(0, 500)}, got ${a.slice(0, 500)}`);
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
