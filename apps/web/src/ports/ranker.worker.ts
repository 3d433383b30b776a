// The other end of ranker.ts: keeps its own copy of the drawing, measures it and ranks.

import { knotsOf, type Mark, type PaintedPlace, paintField, placesOf } from '@unknot/atlas/drawing';
import { ATLAS_EDITION } from '@unknot/atlas/frame';
import type { Findings } from '@unknot/engine/case';
import { type Model, type NextTest, nextTest, type Posterior, prepare, rank } from '@unknot/engine/inference';
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
  /** The drawing was measured but could not be ranked; the next question tries again. */
  readonly unranked: boolean;
}

/** More candidates than anybody looks at are not carried across. */
const MOST_TOLD = 20;

const field = loadBody().then(({ map }) => paintField(map));
let model: Promise<Model> | null = null;
let marks: readonly Mark[] = [];

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  marks = [...marks.slice(0, data.kept), ...data.added];
  try {
    const painted = (await field).follow({ version: 1, atlas: ATLAS_EDITION, marks });
    const places = placesOf(painted);
    const knots = knotsOf(painted);
    // The knowledge is fetched before the first stroke, so that the first ranking comes with it.
    if (data.rank) model ??= loadIdentify().then(prepare);
    const asksForRanking = data.rank && places.length + knots.length > 0;
    const ranked = asksForRanking ? await ranking(data, { places, knots }) : { posterior: null, next: null };
    const answer: Answer = { places, knots, ...(ranked ?? { posterior: null, next: null }), unranked: ranked === null };
    postMessage(answer);
  } catch {
    postMessage('failed');
  }
});

/** Null when the knowledge could not be loaded or does not fit this version. */
async function ranking(
  { findings, context, notNow }: Question,
  drawn: Pick<Answer, 'places' | 'knots'>,
): Promise<Pick<Answer, 'posterior' | 'next'> | null> {
  try {
    model ??= loadIdentify().then(prepare);
    const evidence = { ...drawn, findings, context };
    const posterior = rank(await model, evidence);
    const next = nextTest(await model, evidence, new Set(notNow), posterior);
    return { posterior: { ...posterior, candidates: posterior.candidates.slice(0, MOST_TOLD) }, next };
  } catch {
    model = null;
    return null;
  }
}
