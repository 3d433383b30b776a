import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type Catalogue,
  compareStamps,
  decodeEvent,
  decodeText,
  eventId,
  isSensitive,
  isStamp,
  laterStamp,
  nextStamp,
  type Stamp,
  stampWall,
} from './index.ts';

const NOON = Date.UTC(2026, 5, 1, 12);

describe('the clock', () => {
  test('a later event has a later stamp although the clock was set back an hour', () => {
    const first = nextStamp(null, NOON, 'phone');
    const second = nextStamp(first, NOON - 3_600_000, 'phone');
    expect(compareStamps(first, second)).toBeLessThan(0);
    expect(stampWall(second)).toBe(NOON);
  });

  test('after hearing another device, the next event here is later than what was heard', () => {
    const here = nextStamp(null, NOON, 'phone');
    const heard = nextStamp(null, NOON + 5000, 'laptop');
    const next = nextStamp(laterStamp(here, heard), NOON + 1, 'phone');
    expect(compareStamps(heard, next)).toBeLessThan(0);
  });

  test('two devices that know nothing of each other still have one order', () => {
    expect(nextStamp(null, NOON, 'a') < nextStamp(null, NOON, 'b')).toBe(true);
  });

  test('the counter carries into the wall part when it is full', () => {
    const full: Stamp = `${nextStamp(null, NOON, 'a').slice(0, 9)}zzzz-a`;
    const next = nextStamp(full, NOON, 'a');
    expect(next > full).toBe(true);
    expect(stampWall(next)).toBe(NOON + 1);
  });

  test('whatever the wall clock does, stamps rise and are well formed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e13, max: 1e15 }), { maxLength: 60 }), (walls) => {
        let last: Stamp | null = null;
        for (const wall of walls) {
          const next = nextStamp(last, wall, 'phone');
          expect(isStamp(next)).toBe(true);
          if (last !== null) expect(next > last).toBe(true);
          last = next;
        }
      }),
      { seed: 11 },
    );
  });

  test('ids sort as their stamps do', () => {
    const early = eventId(nextStamp(null, NOON, 'a'), () => 0.999);
    const late = eventId(nextStamp(null, NOON + 1, 'a'), () => 0);
    expect(early < late).toBe(true);
  });
});

const told = {
  id: 'e1',
  v: 1,
  type: 'harm.reported',
  at: NOON,
  hlc: nextStamp(null, NOON, 'phone'),
  device: 'phone',
  editions: { atlas: '1', knowledge: '1' },
  body: { kind: 'dizzy' },
};

describe('reading an event', () => {
  test('reads what was told', () => {
    expect(decodeText(JSON.stringify(told))).toEqual({ kind: 'event', event: told });
  });

  test.each([
    ['a type of a newer app', { ...told, type: 'moon.seen' }, { because: 'unknown-type', type: 'moon.seen' }],
    [
      'a type named like a part of every object',
      { ...told, type: 'constructor' },
      { because: 'unknown-type', type: 'constructor' },
    ],
    ['a newer version of a type', { ...told, v: 2 }, { because: 'newer-version', type: 'harm.reported', version: 2 }],
    ['a body that does not fit', { ...told, body: { kind: 'itches' } }, { because: 'malformed', where: 'body.kind' }],
    ['a stamp that is none', { ...told, hlc: 'now' }, { because: 'malformed', where: 'hlc' }],
    ['a time no calendar has', { ...told, at: 1e300 }, { because: 'malformed', where: 'at' }],
  ])('names what is wrong with %s', (_, raw, reason) => {
    expect(decodeEvent(raw)).toEqual({ kind: 'unreadable', id: 'e1', reason });
  });

  test.each(['', 'null', '[]', '"hello"', '{', '{"id":7}'])('keeps %j as unreadable, without an id', (text) => {
    const decoded = decodeText(text);
    expect(decoded.kind).toBe('unreadable');
    expect('id' in decoded).toBe(false);
  });

  test('never throws, whatever JSON arrives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(decodeEvent(value).kind).toBe('unreadable');
      }),
      { seed: 12 },
    );
  });

  test('a pain of 11, of 3.5 or of "4" is not a pain', () => {
    for (const pain of [11, 3.5, '4', -1, null])
      expect(
        decodeEvent({ ...told, type: 'outcome.rated', body: { sessionId: 's', when: 'after', pain } }),
      ).toMatchObject({ reason: { where: 'body.pain' } });
  });

  test('facts cannot reach the prototype of an object', () => {
    const text = JSON.stringify({
      ...told,
      type: 'check.sensitive',
      body: { checkId: null, facts: {}, conditions: {} },
    }).replace('"facts":{}', '"facts":{"__proto__":true}');
    const decoded = decodeText(text);
    expect(({} as Record<string, unknown>).true).toBeUndefined();
    if (decoded.kind === 'event') expect(Object.keys((decoded.event.body as { facts: object }).facts)).toEqual([]);
  });

  test('an older version is lifted step by step to the newest', () => {
    const stored: Catalogue = {
      'pain.told': {
        shape: v.object({ pain: v.number(), place: v.string() }),
        upcasts: [
          (body) => ({ pain: (body as { hurts: number }).hurts }),
          (body) => ({ ...(body as { pain: number }), place: 'unknown' }),
        ],
      },
    };
    const first = decodeEvent({ ...told, type: 'pain.told', body: { hurts: 4 } }, stored);
    expect(first).toMatchObject({ kind: 'event', event: { v: 3, body: { pain: 4, place: 'unknown' } } });
    const second = decodeEvent({ ...told, type: 'pain.told', v: 2, body: { pain: 4 } }, stored);
    expect(second).toMatchObject({ kind: 'event', event: { v: 3, body: { pain: 4, place: 'unknown' } } });
    const strange = decodeEvent({ ...told, type: 'pain.told', body: null }, stored);
    expect(strange).toEqual({ kind: 'unreadable', id: 'e1', reason: { because: 'malformed', where: 'body' } });
  });
});

test.each(['pregnancy', 'low-mood-or-crisis', 'bipolar-disorder', 'injecting-drugs'])(
  '%s is a private answer',
  (id) => {
    expect(isSensitive(id)).toBe(true);
  },
);
