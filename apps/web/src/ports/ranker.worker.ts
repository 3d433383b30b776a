// The other end of ranker.ts: keeps its own copy of the drawing, measures it and ranks.

import { knotsOf, type Mark, type PaintedPlace, paintField, placesOf } from '@unknot/atlas/drawing';
import { ATLAS_EDITION, type RegionId, type Side } from '@unknot/atlas/frame';
import type { Findings } from '@unknot/engine/case';
import { type Model, type NextQuestion, nextQuestion, type Posterior, prepare, rank } from '@unknot/engine/inference';
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
  /** Places that the person said are clear. */
  readonly clear: readonly { readonly region: RegionId; readonly side: Side }[];
  /** Questions that the person does not want now: self-tests, `region@side`, or refs of context. */
  readonly notNow: readonly string[];
  /** The check keeps pressing closed: then no test asks for it. */
  readonly noPressing: boolean;
}

export interface Answer {
  readonly places: readonly PaintedPlace[];
  readonly knots: ReturnType<typeof knotsOf>;
  readonly posterior: Posterior | null;
  /** The drawing was measured but could not be ranked; the next question tries again. */
  readonly unranked: boolean;
}

/** What to ask next, told once the ranking stands; null: nothing would change the plan. */
export interface Advice {
  readonly next: NextQuestion | null;
}

/** More candidates than anybody looks at are not carried across. */
const MOST_TOLD = 20;

const field = loadBody().then(({ map }) => paintField(map));
let model: Promise<Model> | null = null;
let marks: readonly Mark[] = [];
let latest: Question | null = null;

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  marks = [...marks.slice(0, data.kept), ...data.added];
  latest = null;
  try {
    const painted = (await field).follow({ version: 1, atlas: ATLAS_EDITION, marks });
    const places = placesOf(painted);
    const knots = knotsOf(painted);
    // The knowledge is fetched before the first stroke, so that the first ranking comes with it.
    if (data.rank) model ??= loadIdentify().then(prepare);
    const asksForRanking = data.rank && places.length + knots.length > 0;
    const read = asksForRanking ? await reading(data, { places, knots }) : null;
    const answer: Answer = { places, knots, posterior: read?.posterior ?? null, unranked: asksForRanking && !read };
    postMessage(answer);
    // Thinking of a question takes longer than ranking: only when nothing else has come meanwhile.
    latest = data;
    setTimeout(() => latest === data && postMessage({ next: read?.ask() ?? null } satisfies Advice));
  } catch {
    postMessage('failed');
  }
});

/** Null when the knowledge could not be loaded or does not fit this version. */
async function reading(
  { findings, context, clear, notNow, noPressing }: Question,
  drawn: Pick<Answer, 'places' | 'knots'>,
): Promise<{ posterior: Posterior; ask: () => NextQuestion | null } | null> {
  try {
    model ??= loadIdentify().then(prepare);
    const known = await model;
    const isPainted = (region: RegionId, side: Side) =>
      drawn.places.some((place) => place.region === region && place.side === side);
    const clears = clear.filter(({ region, side }) => !isPainted(region, side)).map((at) => ({ ...at, coverage: 0 }));
    const evidence = { places: [...drawn.places, ...clears], knots: drawn.knots, findings, context };
    const posterior = rank(known, evidence);
    const pressing = noPressing ? [...known.tests].flatMap(([id, { presses }]) => (presses ? [id] : [])) : [];
    const forbidden = new Set([...notNow, ...pressing]);
    return {
      posterior: { ...posterior, candidates: posterior.candidates.slice(0, MOST_TOLD) },
      ask: () => nextQuestion(known, evidence, { forbidden }),
    };
  } catch {
    model = null;
    return null;
  }
}
