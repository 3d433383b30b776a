// The other end of ranker.ts: keeps its own copy of the drawing, measures it and ranks.

import { knotsOf, type Mark, type PaintedPlace, paintField, placesOf } from '@unknot/atlas/drawing';
import { ATLAS_EDITION, type RegionId, type Side } from '@unknot/atlas/frame';
import type { ConditionId, Findings, SelfTestId } from '@unknot/engine/case';
import {
  type Episode,
  type Evidence,
  type Model,
  type NextQuestion,
  nextQuestion,
  type Posterior,
  prepare,
  rank,
} from '@unknot/engine/inference';
import { planClassOf } from '@unknot/engine/plan';
import type { IdentifyKnowledge, PlanKnowledge } from '@unknot/knowledge/schema';
import { loadBody } from './atlas.ts';
import { closedTests, type TestsLeft } from './closed-tests.ts';
import { loadIdentify, loadPlan } from './knowledge.ts';

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
  /** Muscles whose care brought relief in an earlier episode. */
  readonly earlier: readonly Episode[];
  /** Which tests the check leaves open. */
  readonly testsLeft: TestsLeft;
  /** Conditions that were answered "yes" or "not sure"; they close tests, too. */
  readonly conditions: readonly ConditionId[];
}

export interface Answer {
  readonly places: readonly PaintedPlace[];
  readonly knots: ReturnType<typeof knotsOf>;
  readonly posterior: Posterior | null;
  /** The drawing was measured but could not be ranked; the next question tries again. */
  readonly unranked: boolean;
}

/** What to ask next, told once the ranking stands. */
export interface Advice {
  /** Null: nothing would change the plan. */
  readonly next: NextQuestion | null;
  /** Self-tests that the check or a condition closes. */
  readonly closed: readonly SelfTestId[];
}

/** More candidates than anybody looks at are not carried across. */
const MOST_TOLD = 10;

const field = loadBody().then(({ map }) => paintField(map));
let marks: readonly Mark[] = [];
let latest: Question | null = null;

interface Known {
  readonly model: Model;
  readonly knowledge: IdentifyKnowledge;
}
let known: Promise<Known> | null = null;
/** Laid out once; a failed load is forgotten. */
const knownNow = (): Promise<Known> => {
  known ??= loadIdentify()
    .then((knowledge) => ({ knowledge, model: prepare(knowledge) }))
    .catch((trouble: unknown) => {
      known = null;
      throw trouble;
    });
  return known;
};

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  marks = [...marks.slice(0, data.kept), ...data.added];
  latest = null;
  try {
    const painted = (await field).follow({ version: 1, atlas: ATLAS_EDITION, marks });
    const places = placesOf(painted);
    const knots = knotsOf(painted);
    // The knowledge is fetched before the first stroke, so that the first ranking comes with it.
    if (data.rank) knownNow().catch(() => undefined);
    const asksForRanking = data.rank && places.length + knots.length > 0;
    const evidence = evidenceOf(data, { places, knots });
    const posterior = asksForRanking ? await ranked(evidence) : null;
    postMessage({ places, knots, posterior, unranked: asksForRanking && !posterior } satisfies Answer);
    // Thinking of a question takes longer than ranking: only when nothing else has come meanwhile.
    latest = data;
    if (posterior) setTimeout(() => advise(data, evidence));
  } catch {
    postMessage('failed');
  }
});

function evidenceOf(
  { findings, context, clear, earlier }: Question,
  drawn: Pick<Answer, 'places' | 'knots'>,
): Evidence {
  const isPainted = (region: RegionId, side: Side) =>
    drawn.places.some((place) => place.region === region && place.side === side);
  const clears = clear.filter(({ region, side }) => !isPainted(region, side)).map((at) => ({ ...at, coverage: 0 }));
  return { places: [...drawn.places, ...clears], knots: drawn.knots, findings, context, earlier };
}

/** Null when the knowledge could not be loaded or does not fit this version. */
async function ranked(evidence: Evidence): Promise<Posterior | null> {
  try {
    const { model } = await knownNow();
    const posterior = rank(model, evidence);
    return { ...posterior, candidates: posterior.candidates.slice(0, MOST_TOLD) };
  } catch {
    return null;
  }
}

/** Muscle → the muscle whose plan it shares. */
let planClass: ReturnType<typeof planClassOf> | null = null;

/** What conditions exclude stands in the knowledge of plans, which the next room needs anyway. */
async function advise(asked: Question, evidence: Evidence): Promise<void> {
  const plans: PlanKnowledge | null = await loadPlan().catch(() => null);
  if (latest !== asked) return;
  const { model, knowledge } = await knownNow();
  const tests = knowledge.muscles.flatMap(({ group, selfTests }) =>
    selfTests.map(({ id }) => ({ id, group, presses: model.tests.get(id)?.presses ?? true })),
  );
  const closed = closedTests(tests, asked.testsLeft, asked.conditions, plans?.conditions ?? null);
  if (latest !== asked) return;
  if (plans) planClass ??= planClassOf(plans);
  const next = nextQuestion(model, evidence, {
    forbidden: new Set([...asked.notNow, ...closed]),
    ...(planClass && { planOf: planClass }),
  });
  postMessage({ next, closed } satisfies Advice);
}
