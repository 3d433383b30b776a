// Two steps take turns: set up, run, and read. What may be chosen comes from a plan made now, so the gate and every limit hold.

import type { TechniqueId } from '@unknot/engine/case';
import { type ExperimentState, experimentState, MOST_SESSIONS } from '@unknot/engine/learning';
import { makePlan, type Plan } from '@unknot/engine/plan';
import type { ExperimentRecord } from '@unknot/journal/project';
import type { PlanKnowledge } from '@unknot/knowledge/schema';
import { useEffect, useState } from 'preact/hooks';
import { gate, type OpenGate } from '../../gate.ts';
import { withMyOwn } from '../../own.ts';
import { BackTo } from '../../parts/BackTo.tsx';
import { OneOf } from '../../parts/Choice.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { person, record } from '../../person.ts';
import { requestOf } from '../../plan-request.ts';
import { minute } from '../../ports/clock.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { experimentTexts as t } from '../../texts/experiment.ts';
import { Dots } from './Dots.tsx';
import './experiment.css';

export function Experiment() {
  const knowledge = useLoaded(loadPlan);
  const [another, setAnother] = useState(false);
  const { experiments, sessions } = person.value;
  const latest = experiments.at(-1);
  if (knowledge.kind !== 'ready') return <div class="pad" />;
  const mine = withMyOwn(knowledge.value);
  const names = new Map(mine.techniques.map(({ id, plainName }) => [id, plainName]));
  const nameOf = (id: TechniqueId) => names.get(id) ?? id;
  return (
    <div class="pad stack loose experiment">
      <BackTo path="/progress">{t.back}</BackTo>
      {latest && !another ? (
        <Known
          experiment={latest}
          state={experimentState(latest, sessions)}
          nameOf={nameOf}
          onAnother={() => setAnother(true)}
        />
      ) : (
        <SetUp knowledge={mine} nameOf={nameOf} onBegun={() => setAnother(false)} />
      )}
    </div>
  );
}

interface SetUpProps {
  readonly knowledge: PlanKnowledge;
  readonly nameOf: (id: TechniqueId) => string;
  readonly onBegun: () => void;
}

function SetUp({ knowledge, nameOf, onBegun }: SetUpProps) {
  const open = gate.value;
  const plan = open.kind === 'open' ? planNow(knowledge, open) : null;
  const items = plan?.items.filter(({ alternatives }) => alternatives.length > 0) ?? [];
  const [a, setA] = useState<TechniqueId | null>(null);
  const [b, setB] = useState<TechniqueId | null>(null);
  const item = items.find(({ technique }) => technique === a) ?? items[0];
  const others = item?.alternatives.slice(0, MOST_OPTIONS) ?? [];
  const against = others.includes(b ?? '') ? b : others[0];
  return (
    <>
      <header class="stack tight">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <Explain about="pattern" />
      </header>
      {!plan ? (
        <>
          <p>{t.needPlan}</p>
          <a class="btn primary to-start" href="/plan">
            {t.makePlan}
          </a>
        </>
      ) : !item || !against ? (
        <p>{t.noPair}</p>
      ) : (
        <>
          <OneOf
            label={t.first}
            options={items.map(({ technique }) => technique)}
            words={nameOf}
            chosen={item.technique}
            onChosen={setA}
          />
          <OneOf label={t.second} options={others} words={nameOf} chosen={against} onChosen={setB} />
          <ul class="stack tight small muted">
            {t.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <button
            type="button"
            class="btn primary tall to-start"
            onClick={() => {
              const [experimentId, seed] = [crypto.randomUUID(), crypto.randomUUID()];
              void record('experiment.begun', { experimentId, a: item.technique, b: against, seed });
              onBegun();
            }}
          >
            {t.begin}
          </button>
        </>
      )}
    </>
  );
}

/** Options beyond these are weaker anyway. */
const MOST_OPTIONS = 5;
const USUAL_MINUTES = 10;

/** A plan as it would be made now; null when nobody may make one yet. */
function planNow(knowledge: PlanKnowledge, open: OpenGate): Plan | null {
  const state = person.value;
  const fit = { minutes: state.profile.minutes ?? USUAL_MINUTES, where: 'home', today: [] } as const;
  const result = makePlan(knowledge, requestOf(knowledge, state, open, minute.value, fit));
  return result.kind === 'plan' && result.needsAsking.length === 0 ? result : null;
}

interface KnownProps {
  readonly experiment: ExperimentRecord;
  readonly state: ExperimentState;
  readonly nameOf: (id: TechniqueId) => string;
  readonly onAnother: () => void;
}

function Known({ experiment, state, nameOf, onAnother }: KnownProps) {
  const { a, b, experimentId, endedAt } = experiment;
  const { next, sessions, result, difference } = state;
  const isRead = next === null && endedAt === null;
  useEffect(() => {
    if (isRead) void record('experiment.ended', { experimentId, because: 'finished' });
  }, [isRead, experimentId]);
  if (next !== null)
    return (
      <>
        <header class="stack tight">
          <p class="label">{t.title}</p>
          <h1>{t.vs(nameOf(a), nameOf(b))}</h1>
        </header>
        <article class="card stack">
          <h2>
            <span class="label turn">{t.turn}</span>
            {nameOf(experiment[next])}
          </h2>
          <p>{t.turnSay}</p>
          <Steps done={sessions.length} />
          <p class="small muted">
            {t.progress(sessions.length, MOST_SESSIONS)}. {t.hidden}
          </p>
          <a class="btn primary to-start" href="/plan">
            {t.toPlan}
          </a>
        </article>
        <Stop onStop={() => void record('experiment.ended', { experimentId, because: 'stopped' })} />
      </>
    );
  const better = result.kind === 'differs' ? experiment[result.better] : a;
  const apart = difference ?? { mean: 0, low: 0, high: 0 };
  // Said as "lower by": the smaller end of the interval first.
  const [small, large] = [Math.abs(apart.low), Math.abs(apart.high)].sort((x, y) => x - y);
  return (
    <>
      <header class="stack tight">
        <p class="label">{t.vs(nameOf(a), nameOf(b))}</p>
        <h1>{result.kind === 'differs' ? t.result.differs(nameOf(better)) : t.result[result.kind]}</h1>
        <p>{t.say[result.kind](Math.abs(apart.mean), small ?? 0, large ?? 0)}</p>
      </header>
      {sessions.length > 0 && <Dots sessions={sessions} names={{ a: nameOf(a), b: nameOf(b) }} />}
      <button type="button" class="btn primary to-start" onClick={onAnother}>
        {t.again}
      </button>
    </>
  );
}

/** One small box per session, filled when it was done; nothing about how it went. */
function Steps({ done }: { done: number }) {
  return (
    <p class="turns" aria-hidden="true">
      {Array.from({ length: MOST_SESSIONS }, (_, i) => (
        <i key={i} class={i < done ? 'done' : ''} />
      ))}
    </p>
  );
}

function Stop({ onStop }: { onStop: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" class="btn quiet to-start" onClick={() => setAsked(true)}>
        {t.stop}
      </button>
    );
  return (
    <div class="stack tight" role="status">
      <p>{t.stopSure}</p>
      <div class="row wrap">
        <button type="button" class="btn" onClick={onStop}>
          {t.stopYes}
        </button>
        <button type="button" class="btn quiet" onClick={() => setAsked(false)}>
          {t.stopNo}
        </button>
      </div>
    </div>
  );
}
