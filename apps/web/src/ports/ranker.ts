// The ranking in a thread of its own, so that painting never waits for it. Questions that come while it is thinking, or
// sooner after the last one than anybody can read, are put together: only the latest one is answered next.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Mark, PainDrawing } from '@unknot/atlas/drawing';
import { shadingHere } from './early.ts';
import type { Advice, Answer, Question } from './ranker.worker.ts';

export type { Advice } from './ranker.worker.ts';

export interface Asked extends Omit<Question, 'kept' | 'added'> {
  readonly drawing: PainDrawing;
}

export interface Ranker {
  /** The latest answer; null before the first one. */
  readonly answer: ReadonlySignal<Answer | null>;
  /** The question that would tell most and the tests that are closed; follows an answer when the drawing rests. */
  readonly advice: ReadonlySignal<Advice | null>;
  /** True when there can be no ranking for now. */
  readonly failed: ReadonlySignal<boolean>;
  ask(asked: Asked): void;
  /** After a failure: asks the last question again. */
  retry(): void;
  close(): void;
}

/** Six rankings a second are as many as anybody reads, and leave a slow phone free for the brush. Own setting. */
const GAP_MS = 160;

export function openRanker(): Ranker {
  const answer = signal<Answer | null>(null);
  const failed = signal(false);
  const advice = signal<Advice | null>(null);
  let worker: Worker | null = null;
  let told: readonly Mark[] = [];
  let waiting: Asked | null = null;
  let last: Asked | null = null;
  let busy = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const start = () => {
    worker = new Worker(new URL('./ranker.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer | Advice | 'failed'>) => {
      if (data !== 'failed' && 'next' in data) {
        advice.value = data;
        return;
      }
      busy = false;
      if (data === 'failed') return fail();
      answer.value = data;
      failed.value = data.unranked;
      next();
    };
    worker.onerror = fail;
  };
  const fail = () => {
    worker?.terminate();
    worker = null;
    told = [];
    busy = false;
    failed.value = true;
  };
  const next = () => {
    if (!worker || busy || !waiting || resting !== undefined) return;
    const { drawing, ...rest } = waiting;
    let kept = 0;
    while (kept < told.length && drawing.marks[kept] === told[kept]) kept++;
    worker.postMessage({ ...rest, kept, added: drawing.marks.slice(kept) } satisfies Question);
    told = drawing.marks;
    waiting = null;
    busy = true;
    resting = setTimeout(() => {
      resting = undefined;
      next();
    }, GAP_MS);
  };

  let closed = false;
  void shadingHere().then(() => {
    if (closed || worker) return;
    start();
    next();
  });
  return {
    answer,
    advice,
    failed,
    ask: (asked) => {
      last = waiting = asked;
      next();
    },
    retry: () => {
      waiting = last;
      if (!worker) start();
      next();
    },
    close: () => {
      closed = true;
      clearTimeout(resting);
      worker?.terminate();
    },
  };
}
