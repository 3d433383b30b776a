// The other end of ranker.ts: keeps its own copy of the drawing, measures it and ranks.

import { knotsOf, type Mark, type PaintedPlace, paintField, placesOf } from '@unknot/atlas/drawing';
import { ATLAS_EDITION } from '@unknot/atlas/frame';
import type { Findings } from '@unknot/engine/case';
import { type NextTest, nextTest, type Posterior, prepare, rank } from '@unknot/engine/inference';
import { loadBody } from './atlas.ts';
import { loadIdentify } from './knowledge.ts';

export interface Question {
  /** Marks of the last question that still hold, counted from the first. */
  readonly kept: number;
  readonly added: readonly Mark[];
  /** False while the safety check is open: then the drawing is only measured. */
  readonly rank: boolean;
  readonly findings: Findings;
  readonly context: readonly string[];
  /** Self-tests that the person does not want now. */
  readonly notNow: readonly string[];
}

export interface Answer {
  readonly places: readonly PaintedPlace[];
  readonly knots: ReturnType<typeof knotsOf>;
  readonly posterior: Posterior | null;
  readonly next: NextTest | null;
}

const ready = Promise.all([loadBody(), loadIdentify()]).then(([body, knowledge]) => ({
  field: paintField(body.map),
  model: prepare(knowledge),
}));

let marks: readonly Mark[] = [];

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  marks = [...marks.slice(0, data.kept), ...data.added];
  try {
    const { field, model } = await ready;
    const painted = field.follow({ version: 1, atlas: ATLAS_EDITION, marks });
    const places = placesOf(painted);
    const knots = knotsOf(painted);
    const evidence = { places, knots, findings: data.findings, context: data.context };
    const posterior = data.rank && (places.length > 0 || knots.length > 0) ? rank(model, evidence) : null;
    const next = posterior && nextTest(model, evidence, new Set(data.notNow), posterior);
    postMessage({ places, knots, posterior, next } satisfies Answer);
  } catch {
    postMessage('failed');
  }
});
