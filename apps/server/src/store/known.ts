// Remembers which envelopes the busy logs hold, so that a repeated batch is noticed without an index on the disk.
// What is remembered is true up to a position; whoever uses it first catches up with what other processes added.

import { type Batch, framed, ID_BYTES } from '@unknot/sync/protocol';
import { type IdSet, idSet } from './idSet.ts';

/** 32 bytes each. Own setting. */
const MOST_IDS = 1_500_000;

const COUNT_EVERY_GROUPS = 200;

export interface Known {
  position: number;
  readonly ids: IdSet;
}

export function knownEnvelopes(most = MOST_IDS) {
  let groups = 0;
  /** Least recently used first. */
  const logs = new Map<string, Known>();
  return {
    of(log: string): Known {
      const known = logs.get(log) ?? { position: 0, ids: idSet() };
      logs.delete(log);
      logs.set(log, known);
      return known;
    },
    /** Must be called when a write did not happen after all: what was added to the memory is not there. */
    forget(log: string): void {
      logs.delete(log);
    },
    /** Called after every group; counting all logs is worth it now and then only. */
    tidy(): void {
      groups += 1;
      if (groups % COUNT_EVERY_GROUPS !== 0) return;
      let all = 0;
      for (const { ids } of logs.values()) all += ids.size;
      for (const [log, { ids }] of logs) {
        if (all <= most) return;
        all -= ids.size;
        logs.delete(log);
      }
    },
  };
}

export function learn(known: Known, ids: Uint8Array, position: number): void {
  for (let at = 0; at < ids.length; at += ID_BYTES) known.ids.add(ids, at);
  known.position = position;
}

/** What of a batch is new. Two envelopes with one id in a batch are one. */
export interface Fresh {
  readonly count: number;
  readonly ids: Uint8Array;
  readonly frames: Uint8Array;
}

export function freshOf(known: Known, { envelopes, frames }: Batch): Fresh {
  const ids = new Uint8Array(envelopes.length * ID_BYTES);
  const fresh: Uint8Array[] = [];
  const here = idSet(envelopes.length);
  for (const envelope of envelopes) {
    if (known.ids.has(envelope, 1) || here.has(envelope, 1)) continue;
    here.add(envelope, 1);
    ids.set(envelope.subarray(1, 1 + ID_BYTES), fresh.length * ID_BYTES);
    fresh.push(envelope);
  }
  const isAll = fresh.length === envelopes.length;
  return { count: fresh.length, ids: ids.subarray(0, fresh.length * ID_BYTES), frames: isAll ? frames : framed(fresh) };
}
