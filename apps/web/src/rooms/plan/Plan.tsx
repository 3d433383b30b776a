// The plan for now: a few items in a sensible order, each with its dose, its reason and how sure it is. Nothing here is
// reached past a warning sign.

import type { ConditionAnswer, TechniqueId } from '@unknot/engine/case';
import { makePlan, type Plan as PlanOf, type PlanRequest } from '@unknot/engine/plan';
import type { PlanKnowledge, Technique } from '@unknot/knowledge/schema';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Gate, gate } from '../../gate.ts';
import { keepPrivate, setKeepPrivate } from '../../keep-private.ts';
import { ConditionAsk } from '../../parts/ConditionAsk.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { ToolPicker } from '../../parts/ToolPicker.tsx';
import { useLoaded } from '../../parts/useLoaded.ts';
import { dayPart } from '../../parts/when.ts';
import { conditionsNow, person, record, recordProfile } from '../../person.ts';
import { minute } from '../../ports/clock.ts';
import { loadPlan } from '../../ports/knowledge.ts';
import { keepPlan, planKey } from '../../ports/plan-draft.ts';
import { planTexts as t } from '../../texts/plan.ts';
import { youTexts } from '../../texts/you.ts';
import { PlanRow } from './PlanRow.tsx';
import './plan.css';
import { historyOf, placesOf, SURROUNDINGS, type Surrounding, targetsOf } from './request.ts';

const MINUTES = [2, 5, 10, 15, 20];
/** SAFETY.md §5, mistake 7: the condition gate stands for 28 days. */
const CONDITIONS_STAND_MS = 28 * 86_400_000;

const minutesOf = (seconds: number) => Math.max(1, Math.round(seconds / 60));

export function Plan() {
  const knowledge = useLoaded(loadPlan);
  const at = gate.value;
  const { route } = useLocation();
  useEffect(() => {
    if (at.kind === 'ask') route('/check?then=plan', true);
  }, [at.kind, route]);
  if (at.kind === 'closed')
    return (
      <div class="pad stack">
        <h1>{t.seeSomeone}</h1>
        <a class="btn primary" href="/check">
          {t.seeSomeoneButton}
        </a>
      </div>
    );
  if (at.kind !== 'open' || knowledge.kind !== 'ready') return <div class="pad" />;
  return <OpenPlan knowledge={knowledge.value} open={at} />;
}

function OpenPlan({ knowledge, open }: { knowledge: PlanKnowledge; open: Extract<Gate, { kind: 'open' }> }) {
  const state = person.value;
  const { route } = useLocation();
  const { profile } = state;
  const [minutes, setMinutes] = useState(profile.minutes ?? 10);
  const [where, setWhere] = useState<Surrounding>('home');
  const [swapped, setSwapped] = useState<ReadonlySet<TechniqueId>>(new Set());
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const tools = profile.tools ?? [];
  const conditions = conditionsNow.value;
  const targets = useMemo(() => targetsOf(state), [state]);
  const places = useMemo(() => placesOf(where, profile.places), [where, profile.places]);

  const result = useMemo(() => {
    const never = Object.entries(state.preferences).flatMap(([id, wish]) => (wish === 'never' ? [id] : []));
    const prefer = Object.entries(state.preferences).flatMap(([id, wish]) => (wish === 'prefer' ? [id] : []));
    const request: PlanRequest = {
      targets,
      minutes,
      tools,
      places,
      conditions,
      clearance: open.clearance,
      history: historyOf(state, minute.value),
      confirmed,
      preferences: { never: [...never, ...swapped], prefer },
      ...(profile.ageYears === undefined ? {} : { ageYears: profile.ageYears }),
    };
    return makePlan(knowledge, request);
  }, [
    knowledge,
    state,
    targets,
    minutes,
    tools,
    places,
    conditions,
    open.clearance,
    profile.ageYears,
    swapped,
    confirmed,
  ]);

  const target = targets[0];
  const muscle = target && knowledge.muscles.find(({ id }) => id === target.muscle);
  const muscleWords = muscle && target ? `the ${t.sideOf[target.side]} ${muscle.plainName}` : null;

  // Unknown is never "no": what nobody asked about and what could change this plan is asked first, and again after 28 days.
  const open28 = state.conditionsAt !== null && minute.value - state.conditionsAt > CONDITIONS_STAND_MS;
  const needed = result.kind === 'plan' ? result.needsAsking : [];
  if (needed.length > 0 || open28) return <AskFirst knowledge={knowledge} needed={open28 ? null : needed} />;

  const start = async (plan: PlanOf) => {
    const planId = crypto.randomUUID();
    await record('plan.made', {
      planId,
      request: {
        minutes,
        tools: [...tools],
        places: [...places],
        targets: targets.map(({ muscle: id, side }) => ({ muscle: id, side })),
      },
      items: plan.items.map(({ technique, muscle: id, side, seconds, dose, phase, grade, because, sources }) => ({
        technique,
        muscle: id,
        side,
        seconds,
        dose: {
          holdSeconds: dose.holdSeconds,
          repetitions: dose.repetitions,
          sets: dose.sets,
          restSeconds: dose.restSeconds,
          intensityCap: dose.intensityCap,
          perSide: dose.perSide,
        },
        phase,
        grade,
        because: [...because],
        sources: [...sources],
      })),
      says: [...plan.says],
    });
    await keepPlan({ planId, madeFor: planKey(open), items: plan.items });
    route('/session');
  };

  return (
    <div class="pad plan">
      <section class="stack">
        <header class="stack tight">
          <p class="label">{dayPart(minute.value)}</p>
          <h1>{t.title(result.kind === 'plan' ? minutesOf(result.seconds) : minutes, muscleWords)}</h1>
          <p class="muted">{open.clearance.level === 'see-doctor-soon' ? t.leadGentle : t.lead}</p>
          {targets.length === 0 && (
            <p class="small muted">
              {t.paintFirst} <a href="/body">{t.paint}</a>
            </p>
          )}
        </header>
        {result.kind === 'plan' ? (
          <>
            <Flow plan={result} />
            <ol class="plain-list steps">
              {result.items.map((item) => (
                <PlanRow
                  key={item.technique + item.side}
                  item={item}
                  target={targets.find(({ muscle: id }) => id === item.muscle)}
                  knowledge={knowledge}
                  onSwap={
                    item.alternatives.length > 0 ? () => setSwapped(new Set([...swapped, item.technique])) : undefined
                  }
                  onNever={() => void record('technique.preferred', { technique: item.technique, wish: 'never' })}
                />
              ))}
            </ol>
            <Says codes={result.says} knowledge={knowledge} />
            <MoreIfSo result={result} knowledge={knowledge} confirmed={confirmed} onConfirmed={setConfirmed} />
            <LeftOut result={result} knowledge={knowledge} />
          </>
        ) : (
          <div class="note know" role="status">
            <Icon name="info" />
            <span>
              <b>{t.nothing}</b> {t.nothingSay}
            </span>
          </div>
        )}
      </section>

      <aside class="card stack fits" aria-label={t.fits}>
        <h2>{t.fits}</h2>
        <Choice label={t.minutes}>
          {MINUTES.map((n) => (
            <button key={n} type="button" class="chip" aria-pressed={minutes === n} onClick={() => setMinutes(n)}>
              {t.minutesOption(n)}
            </button>
          ))}
        </Choice>
        <Choice label={t.where}>
          {(Object.keys(SURROUNDINGS) as Surrounding[]).map((id) => (
            <button key={id} type="button" class="chip" aria-pressed={where === id} onClick={() => setWhere(id)}>
              {t.whereOption[id]}
            </button>
          ))}
        </Choice>
        <Tools knowledge={knowledge} tools={tools} />
      </aside>

      {result.kind === 'plan' && (
        <div class="startbar">
          <button type="button" class="btn primary tall" onClick={() => void start(result)}>
            {t.start(minutesOf(result.seconds))}
          </button>
          <p class="xs muted">{t.warning}</p>
        </div>
      )}
    </div>
  );
}

function Choice({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <fieldset class="choice">
      <legend class="label">{label}</legend>
      <div class="chips">{children}</div>
    </fieldset>
  );
}

/** Folded on a phone, where the plan comes first. */
function Tools({ knowledge, tools }: { knowledge: PlanKnowledge; tools: readonly string[] }) {
  const names = tools.map((id) => knowledge.toolVocabulary[id]?.label ?? id);
  return (
    <details class="fold" open={matchMedia('(min-width: 900px)').matches}>
      <summary>
        <span class="label">{t.atHand}</span>
        <span class="small">{names.length > 0 ? names.join(', ') : t.onlyHands}</span>
      </summary>
      <ToolPicker
        vocabulary={knowledge.toolVocabulary}
        tools={tools}
        onTools={(chosen) => void recordProfile({ tools: chosen }, keepPrivate.value)}
      />
    </details>
  );
}

/** @param needed  null: all of them, because the answers are old */
function AskFirst({ knowledge, needed }: { knowledge: PlanKnowledge; needed: readonly string[] | null }) {
  const answers = conditionsNow.value;
  // The last answer stands at the foot of a long list; the plan that follows is read from its top.
  useEffect(
    () => () => {
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    },
    [],
  );
  // What is asked stays on the screen while it is being answered.
  const [asked] = useState(() => knowledge.conditions.filter(({ id }) => needed === null || needed.includes(id)));
  const answer = (conditions: Readonly<Record<string, ConditionAnswer | null>>) =>
    void recordProfile({ conditions }, keepPrivate.value);
  return (
    <div class="pad stack ask-first">
      <h1>{needed === null ? t.askAgain : t.askFirst}</h1>
      <p>{t.askFirstWhy}</p>
      <ConditionAsk
        conditions={asked}
        answers={answers}
        onAnswer={answer}
        {...(needed === null ? { onStillRight: () => answer(answers) } : {})}
      />
      <Switch
        label={youTexts.keepPrivate}
        help={youTexts.keepPrivateHelp}
        on={keepPrivate.value}
        onChange={setKeepPrivate}
      />
    </div>
  );
}

/** What would open more, if the person can say so: limits that stay closed until somebody confirms them. */
function MoreIfSo({
  result,
  knowledge,
  confirmed,
  onConfirmed,
}: {
  result: PlanOf;
  knowledge: PlanKnowledge;
  confirmed: readonly string[];
  onConfirmed: (codes: readonly string[]) => void;
}) {
  const open = result.leftOut.flatMap(({ because }) =>
    because.every(({ kind }) => kind === 'unconfirmed')
      ? because.flatMap((reason) => (reason.kind === 'unconfirmed' ? [reason.confirm] : []))
      : [],
  );
  const codes = [...new Set([...confirmed, ...open])];
  if (codes.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="plan-more">
      <h2 id="plan-more">{t.moreIfSo}</h2>
      {codes.map((code) => (
        <label key={code} class="confirm-line">
          <input
            type="checkbox"
            checked={confirmed.includes(code)}
            onChange={(event) =>
              onConfirmed(
                event.currentTarget.checked ? [...confirmed, code] : confirmed.filter((each) => each !== code),
              )
            }
          />
          <span>{knowledge.confirmVocabulary[code] ?? code}</span>
        </label>
      ))}
    </section>
  );
}

/** How the minutes are spent, one bar a phase. */
function Flow({ plan }: { plan: PlanOf }) {
  return (
    <div class="flow" aria-hidden="true">
      {plan.items.map((item) => (
        <i key={item.technique + item.side} class={`phase-${item.phase}`} style={{ flexGrow: item.seconds }} />
      ))}
    </div>
  );
}

function Says({ codes, knowledge }: { codes: readonly string[]; knowledge: PlanKnowledge }) {
  if (codes.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="plan-says">
      <h2 id="plan-says">{t.says}</h2>
      <ul class="stack tight">
        {codes.map((code) => (
          <li key={code} class="small">
            {knowledge.sayVocabulary[code] ?? code}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftOut({ result, knowledge }: { result: PlanOf; knowledge: PlanKnowledge }) {
  const names = new Map<string, Technique>(knowledge.techniques.map((each) => [each.id, each]));
  const words = {
    condition: (id: string) => knowledge.conditions.find((each) => each.id === id)?.name ?? id,
    tool: (id: string) => knowledge.toolVocabulary[id]?.label ?? id,
  };
  // What is made for other muscles, or is no session item, tells nobody anything.
  const told = result.leftOut.filter(
    ({ because }) => !because.some(({ kind }) => kind === 'not-for-this-muscle' || kind === 'not-in-a-session'),
  );
  if (told.length === 0) return null;
  return (
    <details class="why">
      <summary>{t.leftOut(told.length)}</summary>
      <dl class="left-out">
        {told.map(({ technique, because }) => (
          <div key={technique}>
            <dt>{names.get(technique)?.plainName ?? technique}</dt>
            <dd>{because.map((reason) => t.left(reason, words)).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
