// The ranking in a thread of its own, so that painting never waits for it. Questions that come while it is thinking
// are put together: only the latest one is answered next.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Mark, PainDrawing } from '@unknot/atlas/drawing';
import type { Answer, Question } from './ranker.worker.ts';

export type { Answer } from './ranker.worker.ts';

export interface Asked extends Omit<Question, 'kept' | 'added'> {
  readonly drawing: PainDrawing;
}

export interface Ranker {
  /** The latest answer; null before the first one. */
  readonly answer: ReadonlySignal<Answer | null>;
  readonly failed: ReadonlySignal<boolean>;
  ask(asked: Asked): void;
  /** After a failure: loads again and asks the last question again. */
  retry(): void;
  close(): void;
}

export function openRanker(): Ranker {
  const answer = signal<Answer | null>(null);
  const failed = signal(false);
  let worker: Worker | null = null;
  let told: readonly Mark[] = [];
  let waiting: Asked | null = null;
  let last: Asked | null = null;
  let busy = false;

  const start = () => {
    worker = new Worker(new URL('./ranker.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer | 'failed'>) => {
      busy = false;
      if (data === 'failed') return fail();
      answer.value = data;
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
    if (!worker || busy || !waiting) return;
    const { drawing, ...rest } = waiting;
    let kept = 0;
    while (kept < told.length && drawing.marks[kept] === told[kept]) kept++;
    worker.postMessage({ ...rest, kept, added: drawing.marks.slice(kept) } satisfies Question);
    told = drawing.marks;
    waiting = null;
    busy = true;
  };

  start();
  return {
    answer,
    failed,
    ask: (asked) => {
      last = waiting = asked;
      next();
    },
    retry: () => {
      failed.value = false;
      waiting = last;
      start();
      next();
    },
    close: () => worker?.terminate(),
  };
}
