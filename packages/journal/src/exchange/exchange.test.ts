import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryOf, entryOfText, type LogEntry, readLog } from '../log/index.ts';
import { project } from '../project/index.ts';
import { event, someonesEvents } from '../testing/index.ts';
import { exportJournal, importJournal, JOURNAL_FORMAT } from './index.ts';

const meta = { exportedAt: Date.UTC(2026, 5, 1), editions: { atlas: '1', knowledge: '1' }, sensitive: true };
const none: ReadonlySet<string> = new Set();

function imported(text: string, existing = none): readonly LogEntry[] {
  const result = importJournal(text, existing);
  if (result.kind !== 'ok') throw new Error(`expected a good file, got ${JSON.stringify(result)}`);
  return result.add;
}

describe('a journal in a file', () => {
  test('comes back with every event, marked as imported', () => {
    const events = someonesEvents(200, 9);
    const back = imported(exportJournal(events.map(entryOf), meta));
    expect(readLog(back).told).toEqual(events.map((one) => ({ event: one, imported: true })));
  });

  test('read twice adds nothing the second time', () => {
    const text = exportJournal([...someonesEvents(30, 9).map(entryOf), entryOfText('?!', false)], meta);
    const ids = new Set(imported(text).map(({ id }) => id));
    expect(importJournal(text, ids)).toEqual({ kind: 'ok', add: [], already: 31, kept: [] });
  });

  test('cannot replace an event that is here already', () => {
    const mine = event('outcome.rated', { sessionId: 's', when: 'after', pain: 8 }, 5);
    const text = exportJournal([entryOf({ ...mine, body: { sessionId: 's', when: 'after', pain: 1 } })], meta);
    expect(importJournal(text, new Set([mine.id]))).toMatchObject({ add: [], already: 1 });
  });

  test('without private answers holds none of them and says how many were left out', () => {
    const check = event(
      'check.finished',
      { facts: {}, conditions: {}, painted: [], level: 'self-care', because: [], support: [], edition: '1' },
      1,
    );
    const apart = event('check.sensitive', { checkId: check.id, facts: { pregnant: true }, conditions: {} }, 2);
    const newer = JSON.stringify({ ...apart, id: 'n', v: 9 });
    const entries = [entryOf(check), entryOf(apart), entryOfText(newer, false), entryOfText('scrap pregnant', false)];
    const text = exportJournal(entries, { ...meta, sensitive: false });
    expect(text).not.toContain('pregnant');
    expect(JSON.parse(text)).toMatchObject({ leftOut: 3, events: [{ id: check.id }], kept: [] });
    expect(exportJournal(entries, meta).match(/pregnant/g)).toHaveLength(3);
  });

  test('what cannot be read goes out and comes back character for character, any number of times', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc.constantFrom('{"id":"x","v":99,"n":1e400,"big":12345678901234567890}', '{"__proto__":1}', '\u2028</script>'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(strange, { maxLength: 8 }), (texts) => {
        const entries = texts.map((text) => entryOfText(text, false));
        const once = imported(exportJournal(entries, meta));
        const twice = imported(exportJournal(once, meta));
        const byId = new Map(entries.map(({ id, text }) => [id, text]));
        expect(new Map(once.map(({ id, text }) => [id, text]))).toEqual(
          byId.size === entries.length ? byId : firsts(entries),
        );
        expect(twice).toEqual(once);
      }),
      { seed: 31 },
    );
  });

  test('an event of a newer app is kept, reported with its reason, and leaves again unchanged', () => {
    const newer = { ...event('harm.reported', { kind: 'worse' }, 1), id: 'from-tomorrow', v: 7, extra: { deep: [1] } };
    const file = { format: JOURNAL_FORMAT, version: 1, exportedAt: 0, editions: {}, events: [newer] };
    const result = importJournal(JSON.stringify(file), none);
    expect(result).toMatchObject({
      kind: 'ok',
      kept: [{ id: 'from-tomorrow', reason: { because: 'newer-version', type: 'harm.reported', version: 7 } }],
    });
    const out = JSON.parse(exportJournal(imported(JSON.stringify(file)), meta));
    expect(JSON.parse(out.kept[0])).toEqual(newer);
  });

  test('never makes the check of this device pass', () => {
    const check = event(
      'check.finished',
      { facts: {}, conditions: {}, painted: [], level: 'self-care', because: [], support: [], edition: '1' },
      1,
    );
    const { told } = readLog(imported(exportJournal([entryOf(check)], meta)));
    expect(project(told).check?.imported).toBe(true);
  });

  test('hostile words stay words', () => {
    const note = '<img src=x onerror=alert(1)>\u202e\u0000"; DROP TABLE events;--';
    const back = imported(exportJournal([entryOf(event('harm.reported', { kind: 'other', note }, 1))], meta));
    expect(project(readLog(back).told).harms).toMatchObject([{ note }]);
  });
});

/** First text of each id. */
function firsts(entries: readonly LogEntry[]): Map<string, string> {
  const byId = new Map<string, string>();
  for (const { id, text } of entries) if (!byId.has(id)) byId.set(id, text);
  return byId;
}

describe('a file that is no journal', () => {
  const good = exportJournal(someonesEvents(5, 1).map(entryOf), meta);
  const withPart = (part: object) => JSON.stringify({ ...JSON.parse(good), ...part });

  test.each([
    ['an empty file', '', 'file', 'not-json'],
    ['a picture', '\u0089PNG\r\n', 'file', 'not-json'],
    ['a journal cut off in the middle', good.slice(0, good.length / 2), 'file', 'cut-short'],
    ['JSON of something else', '{"name":"unknot"}', 'format', 'foreign'],
    ['a list', '[]', 'format', 'foreign'],
    ['null', 'null', 'format', 'foreign'],
    ['a journal of a newer app', withPart({ version: 2 }), 'version', 'newer'],
    ['a journal without a version', withPart({ version: '1' }), 'version', 'malformed'],
    ['a journal whose events are no list', withPart({ events: {} }), 'events', 'malformed'],
    ['a journal with a number among its events', withPart({ events: [{}, 7] }), 'events[1]', 'malformed'],
    ['a journal with a thing among its kept texts', withPart({ kept: ['a', {}] }), 'kept[1]', 'malformed'],
  ])('is refused with where and what: %s', (_, text, where, problem) => {
    expect(importJournal(text, none)).toEqual({ kind: 'bad', where, problem });
  });

  test('is refused before it is read when it is larger than the limit', () => {
    expect(importJournal('x'.repeat(1001), none, 1000)).toEqual({ kind: 'bad', where: 'file', problem: 'too-large' });
    expect(importJournal(good, none, good.length)).toMatchObject({ kind: 'ok' });
  });

  test('is refused by default at fifty megabytes', () => {
    expect(importJournal(' '.repeat(50_000_000), none)).toMatchObject({ problem: 'too-large' });
  });

  test('nested a hundred thousand deep does not bring the app down', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"format":"${JOURNAL_FORMAT}","version":1,"events":[{"id":"d","body":${deep}}]}`;
    expect(['ok', 'bad']).toContain(importJournal(text, none).kind);
  });

  test('never throws, whatever JSON arrives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (events, kept) => {
        const text = JSON.stringify({ format: JOURNAL_FORMAT, version: 1, events, kept });
        expect(['ok', 'bad']).toContain(importJournal(text, none).kind);
      }),
      { seed: 32 },
    );
  });

  test('a byte order mark at the beginning is no obstacle', () => {
    expect(importJournal(`\uFEFF${good}`, none)).toMatchObject({ kind: 'ok' });
  });
});
