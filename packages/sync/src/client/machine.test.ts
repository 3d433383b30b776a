import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEGINNING, type Cursor } from '../protocol/index.ts';
import { ASLEEP, type Exchange, type Failure, type Input, step } from './machine.ts';

const at = (position: number): Cursor => ({ position, mark: new Uint8Array(8).fill(position) });
const run = (inputs: readonly Input[], from: Exchange = ASLEEP): Exchange =>
  inputs.reduce((state, input) => step(state, input)[0], from);
const effectsOf = (state: Exchange, input: Input): string[] => step(state, input)[1].map(({ kind }) => kind);

const start: Input = { kind: 'start', cursor: BEGINNING, pending: 3 };
const page: Input = { kind: 'page', cursor: at(5), more: false, pending: 3 };
const failed = (because: Failure, chance = 0.5): Input => ({ kind: 'failed', because, chance });

describe('the exchange', () => {
  test('reads, then sends, then listens', () => {
    expect(effectsOf(ASLEEP, start)).toEqual(['read']);
    expect(effectsOf(run([start]), page)).toEqual(['send']);
    const sent: Input = { kind: 'sent', before: at(5), after: at(8), pending: 0 };
    const [state, effects] = step(run([start, page]), sent);
    expect(effects.map(({ kind }) => kind)).toEqual(['listen']);
    expect(state.cursor).toEqual(at(8));
  });

  test('what somebody else told in between is read before the cursor moves on', () => {
    const sent: Input = { kind: 'sent', before: at(6), after: at(9), pending: 0 };
    const [state, effects] = step(run([start, page]), sent);
    expect(effects).toEqual([{ kind: 'read', after: at(5) }]);
    expect(state.cursor).toEqual(at(5));
  });

  test('waits longer each time, never longer than five minutes, and takes a share of chance', () => {
    const waits: number[] = [];
    let state = run([start]);
    for (let n = 0; n < 12; n++) {
      const [after, effects] = step(state, failed('network', n % 2));
      for (const effect of effects) if (effect.kind === 'wait') waits.push(effect.ms);
      state = run([{ kind: 'waited' }], after);
    }
    expect(waits).toEqual([500, 2000, 2000, 8000, 8000, 32_000, 32_000, 128_000, 128_000, 300_000, 150_000, 300_000]);
  });

  test('is as patient as the server asks, up to five minutes', () => {
    const [, effects] = step(run([start]), { kind: 'failed', because: 'busy', chance: 0, retryAfterMs: 90_000 });
    expect(effects).toContainEqual({ kind: 'wait', ms: 90_000 });
    const [, long] = step(run([start]), { kind: 'failed', because: 'busy', chance: 0, retryAfterMs: 9e9 });
    expect(long).toContainEqual({ kind: 'wait', ms: 300_000 });
  });

  test('tells everything again when the server does not know the place or the log', () => {
    const reading = run([{ kind: 'start', cursor: at(5), pending: 0 }]);
    expect(effectsOf(reading, failed('unknown-cursor'))).toEqual(['forget', 'read']);
    expect(effectsOf(reading, failed('unknown-log'))).toEqual(['create']);
    expect(effectsOf(run([failed('unknown-log')], reading), { kind: 'created' })).toEqual(['forget', 'read']);
  });

  test.each(['forbidden', 'invite', 'moved', 'newer'] as const)(
    '%s stops it until the person does something',
    (because) => {
      const state = run([start, failed(because)]);
      expect(state).toMatchObject({ doing: 'halted', because });
      for (const input of [{ kind: 'waited' }, { kind: 'online' }, { kind: 'told', pending: 9 }] as const)
        expect(effectsOf(state, input)).toEqual([]);
    },
  );

  test('a full place on the server stops the sending, not the reading', () => {
    const full = run([start, page, failed('quota')]);
    expect(full).toMatchObject({ doing: 'listening', because: 'quota', pending: 3 });
    expect(effectsOf(full, { kind: 'news', position: 6 })).toEqual(['read']);
    expect(effectsOf(full, { kind: 'told', pending: 4 })).toEqual(['send']);
  });

  test('whatever comes in whatever order, it never has two requests under way, and never sleeps without a reason', () => {
    const input: fc.Arbitrary<Input> = fc.oneof(
      fc.constantFrom<Input>(start, { kind: 'online' }, { kind: 'offline' }, { kind: 'waited' }, { kind: 'created' }),
      fc.record({ kind: fc.constant('told' as const), pending: fc.nat(9) }),
      fc.record({ kind: fc.constant('news' as const), position: fc.nat(20) }),
      fc.record({
        kind: fc.constant('page' as const),
        cursor: fc.nat(20).map(at),
        more: fc.boolean(),
        pending: fc.nat(9),
      }),
      fc.record({
        kind: fc.constant('sent' as const),
        before: fc.nat(20).map(at),
        after: fc.nat(20).map(at),
        pending: fc.nat(9),
      }),
      fc.record({
        kind: fc.constant('failed' as const),
        because: fc.constantFrom<Failure>(
          'network',
          'busy',
          'quota',
          'unknown-cursor',
          'unknown-log',
          'device',
          'foreign',
        ),
        chance: fc.constant(0.5),
      }),
      fc.record({ kind: fc.constant('unheard' as const), chance: fc.constant(0.5) }),
    );
    const REQUEST = { read: 'reading', send: 'sending', create: 'creating' } as Record<string, Exchange['doing']>;
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60 }), (inputs) => {
        let state = run([start]);
        let isLive = false;
        for (const one of inputs) {
          const isAnswer = ['page', 'sent', 'created', 'failed'].includes(one.kind);
          const wasBusy = ['reading', 'sending', 'creating'].includes(state.doing);
          const [after, effects] = step(state, one);
          const asked = effects.flatMap(({ kind }) => REQUEST[kind] ?? []);
          expect(asked.length).toBeLessThanOrEqual(1);
          if (wasBusy && !isAnswer) expect(asked).toEqual([]);
          if (asked[0]) expect(after.doing).toBe(asked[0]);
          if (after.doing === 'waiting' && state.doing !== 'waiting')
            expect(effects.map(({ kind }) => kind)).toContain('wait');
          for (const { kind } of effects) {
            if (kind === 'listen') expect(isLive).toBe(false);
            if (kind === 'listen' || kind === 'unlisten') isLive = kind === 'listen';
          }
          if (one.kind === 'unheard') isLive = false;
          if (after.doing === 'listening') expect(isLive).toBe(true);
          state = after;
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
