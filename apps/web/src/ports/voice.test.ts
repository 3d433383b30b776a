import { describe, expect, test } from 'vitest';
import { hearsLocally, listen, type RecogniserKind } from './voice.ts';

type Ear = InstanceType<RecogniserKind>;

/** A browser of our own; `answers` is what it says about hearing on the device. */
function browser(answers: string | null, keepsWish = true) {
  const ears: (Ear & { started: number })[] = [];
  class Kind {
    lang = '';
    continuous = false;
    interimResults = false;
    onresult: Ear['onresult'] = null;
    onend: Ear['onend'] = null;
    onerror: Ear['onerror'] = null;
    started = 0;
    #local = false;
    constructor() {
      ears.push(this as never);
    }
    get processLocally() {
      return this.#local;
    }
    set processLocally(wish: boolean) {
      if (keepsWish) this.#local = wish;
    }
    start() {
      this.started += 1;
    }
    abort() {
      this.onend?.();
    }
    static available = answers === null ? undefined : () => Promise.resolve(answers);
    static install = () => Promise.resolve(true);
  }
  return { kind: Kind as unknown as RecogniserKind, ears };
}
const results = (transcript: string) => ({
  resultIndex: 0,
  results: [Object.assign([{ transcript }], { isFinal: false })],
});

describe('voice commands', () => {
  test('are offered only where the device itself understands', async () => {
    for (const [answers, offered] of [
      ['available', 'yes'],
      ['downloadable', 'fetchable'],
      ['downloading', 'no'],
      ['unavailable', 'no'],
      [null, 'no'],
    ] as const)
      expect(await hearsLocally('en-GB', browser(answers).kind)).toBe(offered);
    expect(await hearsLocally('en-GB', undefined)).toBe('no');
  });

  test('a browser that knows recognition but not the wish to stay on the device is never asked to listen', async () => {
    class Old {}
    expect(await hearsLocally('en-GB', Old as unknown as RecogniserKind)).toBe('no');
    const { kind, ears } = browser('available', false);
    let ended = false;
    listen(
      'en-GB',
      () => undefined,
      () => {
        ended = true;
      },
      kind,
    );
    expect(ended).toBe(true);
    expect(ears.map(({ started }) => started)).toEqual([0]);
  });

  test('half a guess is enough, silence starts it again, a refusal does not', () => {
    const { kind, ears } = browser('available');
    const heard: string[] = [];
    let ended = 0;
    listen(
      'en-GB',
      (words) => heard.push(words),
      () => {
        ended += 1;
      },
      kind,
    );
    const [ear] = ears;
    expect(ear?.processLocally).toBe(true);
    ear?.onresult?.(results(' Stop '));
    ear?.onerror?.({ error: 'no-speech' });
    ear?.onend?.();
    expect([heard, ear?.started, ended]).toEqual([['stop'], 2, 0]);
    ear?.onerror?.({ error: 'not-allowed' });
    ear?.onend?.();
    expect([ear?.started, ended]).toEqual([2, 1]);
  });

  test('after leaving it does not listen again', () => {
    const { kind, ears } = browser('available');
    const leave = listen(
      'en-GB',
      () => undefined,
      () => undefined,
      kind,
    );
    leave();
    expect(ears[0]?.started).toBe(1);
  });
});
